"""Pages with nothing to show are known by phrases and by their words; what merely speaks of such pages is not."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cleaner.errors import ModelError
from cleaner.evidence.states.model import ASKED, STATES, load_states, may_be, probable, save_states
from cleaner.evidence.states.said import SMALL, states
from cleaner.evidence.states.words import features, stems
from cleaner.evidence.view import View
from cleaner.pipeline import seen
from cleaner.source.decode import decode

LISTS = {
    file.name: tomllib.loads(file.read_text("utf-8"))
    for file in files("cleaner.evidence.states").joinpath("phrases").iterdir()
    if file.name.endswith(".toml")
}
TABLES = {
    "parked",
    "soft-404",
    "empty-search",
    "access-denied",
    "challenge",
    "script-shell",
    "consent-wall",
    "paywall-stub",
    "server-default",
}


def view(page: str, kind: Any = "html") -> View:
    return seen(decode(page, kind=kind)).view


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_language_has_every_list_and_no_phrase_twice(name: str) -> None:
    assert LISTS[name].keys() == TABLES
    for lists in LISTS[name].values():
        for kind in ("told", "hints"):
            assert len(lists[kind]) == len(set(lists[kind])) > 10
            assert all(phrase == phrase.strip() for phrase in lists[kind])


def test_twelve_languages() -> None:
    assert len(LISTS) == 12


def test_words_are_cut_to_stems_and_a_host_is_any_host() -> None:
    assert list(stems("The registrar's 14 domains")) == ["the", "regist", "s", "#", "domain"]
    assert list(stems("moor.example")) == list(stems("fen-shop.co.uk")) == ["host", "name"]
    assert list(stems("For sale: this is for sale.")) == ["for", "sale", "this", "is", "for", "sale"]
    assert list(stems("域名出售")) == ["域名", "名出", "出售"]


@pytest.mark.parametrize(
    ("page", "clear"),
    [
        ("<title>Moor</title><h1>Domain is for sale</h1>", True),
        ("<p>Moor. This domain is for sale. Thank you.</p>", True),
        (
            "<p>The vicar told us on Sunday that this domain is for sale, and that nobody wants to have it any more.</p>",
            False,
        ),
    ],
)
def test_a_phrase_is_clear_where_it_is_what_is_said(page: str, clear: bool) -> None:
    assert states(view(page))["parked"].clear is clear


def test_large_pages_and_empty_ones_are_in_no_state() -> None:
    large = view("<h1>This domain is for sale</h1>" + "<p>The moor is quiet.</p>" * (SMALL // 10))
    assert states(large) == {}
    assert not probable(large)
    assert not may_be(view(""))
    assert not may_be(view("This domain is for sale", "text"))


def test_the_model_says_which_state_and_by_which_words() -> None:
    [(name, found)] = probable(
        view(
            "<title>fen.example</title><h1>fen.example</h1><p>Dieser Domainname ist geparkt. Jetzt Angebot abgeben!</p>"
        )
    ).items()
    assert (name, found.probability > 0.5) == ("parked", True)
    assert found.words
    assert not probable(
        view("<h1>The ferry</h1><p>It has run at a loss since 1911, and nobody in the village minds.</p>")
    )


def test_models_are_written_as_they_are_read_and_asked_where_they_are_named(tmp_path: Path) -> None:
    weights = np.zeros((2, len(STATES)), np.float32)
    weights[0, STATES.index("parked")] = 8
    save_states(["text:moor"], weights, tmp_path / "mine.npz")
    assert load_states(tmp_path / "mine.npz").rows == {"text:moor": 0}
    with ASKED.of(tmp_path / "mine.npz"):
        assert list(probable(view("<p>Moor</p>"))) == ["parked"]
    assert "parked" not in probable(view("<p>Moor</p>"))


def test_a_file_that_holds_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.npz").write_bytes(b"moor")
    for name in ("mine.npz", "none.npz"):
        with pytest.raises(ModelError, match=name):
            load_states(tmp_path / name)


def test_features_are_of_the_page_and_of_what_it_says() -> None:
    found = features(view("<title>Moor</title><h1>Gone</h1><p>Page not found</p><a href='/'>Home</a><script></script>"))
    assert {"head:moor", "head:gone", "text:page", "link:home", "told:soft-404", "page:scripts"} <= found.keys()
    assert found["page:nothing"] == found["page:scripts-alone"] == 1
