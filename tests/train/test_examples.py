"""What a model learns from: which pages, which blocks, and how much of each is content."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cleaner.evaluate.datasets import LabelledPage
from cleaner.train.examples import Example, examples
from tests.evidence.content.pages import features_of, row
from tests.train.pages import Made, made

FERRY = "The ferry leaves at nine and comes back at four."
STORM = "In a storm it does not leave the harbour at all."


def page(html: str | bytes, reference: str | None = FERRY, id_: str = "1", **about: Any) -> LabelledPage:
    return LabelledPage(id_, html if isinstance(html, bytes) else html.encode(), reference=reference, **about)


def one(html: str, reference: str = FERRY) -> Example:
    [found] = examples([page(html, reference)])
    return found


@pytest.mark.parametrize(
    "passed_over",
    [
        page(f"<p>{FERRY}", None),
        page(""),
        page("<html><body></body></html>"),
        page("<p> <img src=x>"),
        page(f"<p hidden>{FERRY}</p>"),
        page(f"<script>{FERRY}</script>"),
        page(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20),
    ],
    ids=["no reference", "nothing", "no text", "an image", "hidden", "a script", "a PDF"],
)
def test_pages_that_teach_nothing_are_passed_over(passed_over: LabelledPage) -> None:
    pages = [page(f"<p>{FERRY}", id_="first"), passed_over, page(f"<p>{STORM}", id_="last")]
    assert [example.id for example in examples(pages)] == ["first", "last"]


def test_a_page_of_which_nothing_is_content_teaches_that() -> None:
    assert one(f"<p>{FERRY}<p>{STORM}", "").shares.tolist() == [0, 0]


def test_an_example_is_what_the_model_will_see() -> None:
    made_page = Made(3)
    example, _ = examples([made_page.labelled()])
    seen = features_of(made_page.html)  # without its address, as it is measured
    assert example.seen.values.tobytes() == seen.values.tobytes()
    assert example.seen.page.tobytes() == seen.page.tobytes()
    assert (example.seen.names, example.seen.page_names) == (seen.names, seen.page_names)
    assert example[:3] == ("3", made_page.domain, "article")


def test_a_page_of_running_text_is_learned_from_once_more_in_junk() -> None:
    bare, wrapped = examples([Made(3).labelled()])
    assert bare.id == wrapped.id
    assert (bare.weight, wrapped.weight) == (1, 0.3)
    assert len(wrapped.shares) > len(bare.shares)
    assert wrapped.shares.sum() == pytest.approx(bare.shares.sum(), abs=1)
    forum = Made(9).labelled()
    assert forum.kind == "forum"
    assert len(list(examples([forum]))) == 1


def test_a_page_without_a_domain_is_one_by_itself() -> None:
    known, unknown = examples([page("a", domain="ferries.org", kind="forum"), page("a", id_="x/1.html")])
    assert (known.domain, known.kind) == ("ferries.org", "forum")
    assert (unknown.domain, unknown.kind) == ("x/1.html", None)


def test_how_much_of_each_block_is_content() -> None:
    changed = FERRY.replace("nine", "ten")
    html = f"<nav><a href=/>Home</a></nav><p>{changed}</p><p>{STORM}</p><p>{FERRY.replace('ferry', 'boat')}</p>"
    shares = one(html, f"{FERRY}\n\n{STORM}").shares
    assert shares.dtype == np.float64
    assert shares == pytest.approx([0, 0.9, 1, 0])
    assert len(shares) == one(html).seen.values.shape[1]


def test_what_is_hidden_takes_its_own_place_in_the_reference() -> None:
    html = f"<p>{FERRY}</p><p hidden>{STORM}</p><p>{STORM.replace('storm', 'calm')}</p><p>{FERRY} Again.</p>"
    found = one(html, f"{FERRY}\n\n{STORM}\n\n{FERRY} Again.")
    assert found.shares.tolist() == [1, 0, 1]
    assert row(found.seen, "place.0") == [0, 1, 2]


def test_lines_of_spam_in_a_paragraph_teach_nothing() -> None:
    """A made-up author shares a paragraph with the last line of the text."""
    name = "Prof. Orla Quenby"
    fields = f"Author: {name}<br>Birthday: 1991-02-11<br>Address: 71 Hettie Plains, East Marvinton, OR 20114<br>Job: Sales Manager"
    said = f"My name is {name}, I am a zealous, inquisitive person who loves writing and wants to share my knowledge with you."
    found = one(
        f"<h1>Boats</h1><p>{STORM}</p><p>{fields}<br>Introduction: {said}<br>{FERRY}</p>", f"{STORM}\n\n{FERRY}"
    )
    assert found.shares.tolist() == [0, 1, 1]


def test_of_made_pages_the_paragraphs_are_content() -> None:
    for example in (example for example in examples(made(6)) if example.weight == 1):
        page_made = Made(int(example.id))
        assert example.shares.sum() == pytest.approx(len(page_made.paragraphs))
        assert set(example.shares) == {0, 1}
