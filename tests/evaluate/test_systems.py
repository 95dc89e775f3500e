"""Each peer reads a page as its users would have it read."""

from __future__ import annotations

import pytest

from cleaner.errors import MissingExtra
from cleaner.evaluate import systems
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.systems import PEERS, ours, peer
from cleaner.pipeline import Cleaner
from tests.evaluate.pages import FERRY, MENU, PAGE, page

GERMAN = (
    "<!doctype html><html lang=de><title>Die Fähre</title><nav><a href=/>Startseite</a></nav>"
    "<p>Die Fähre über die Mündung fährt seit 1911, und die meiste Zeit davon ist sie mit Verlust gefahren; "
    "was es kosten würde, sie nicht mehr fahren zu lassen, das wollte der Rat im März wissen, und niemand wusste es.</p>"
)


def _peer(name: str) -> systems.System:
    try:
        return peer(name)
    except MissingExtra as missing:
        pytest.skip(str(missing))


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_returns_the_text_of_a_page(name: str) -> None:
    system = _peer(name)
    # Some know an article only by its length, and a menu only by its class.
    paragraph = " ".join(FERRY * 3)
    payload = PAGE.replace("<p>", f"<p>{paragraph} ").replace("<nav>", "<nav class='menu'>")
    text = system.extract(page("1", payload)).text
    assert (system.name, system.version[0].isdigit()) == (name, True)
    assert paragraph in text
    assert MENU not in text


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_is_given_bytes_in_any_encoding(name: str) -> None:
    encoded = GERMAN.replace("<title>", "<meta charset=iso-8859-1><title>").encode("latin-1")
    text = _peer(name).extract(LabelledPage("1", encoded)).text
    assert "Die Fähre über die Mündung" in text


@pytest.mark.parametrize(
    ("payload", "language"),
    [
        (b"<!doctype html><html class='a' lang='de-AT'>", "German"),
        (b"<HTML LANG=fr>", "French"),
        (b"<html>", "English"),
        (b"<html lang=xx>", "English"),
        (b"<html xlang=de>", "English"),
        (b"", "English"),
    ],
)
def test_justext_is_told_the_language_of_the_page(payload: bytes, language: str) -> None:
    assert systems._language(payload) == language


def test_every_language_has_its_stop_list() -> None:
    justext = pytest.importorskip("justext")
    assert set(systems._STOPLISTS.values()) <= set(justext.get_stoplists())


def test_the_cleaner_says_whose_opinion_it_heard() -> None:
    system = ours(Cleaner("precision"))
    text, engine = system.extract(page("1", PAGE))
    assert text == "\n\n".join(FERRY)
    assert engine in ("model", "trafilatura", "both")


def test_a_peer_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}")

    monkeypatch.setattr(systems, "import_module", missing)
    with pytest.raises(MissingExtra, match=r"readability.*cleaner\[evaluate\]"):
        peer("readability")
