"""Junk in text that an extractor made."""

from __future__ import annotations

import random

import pytest

from cleaner.evaluate.junk import FAMILIES, LANGUAGES, Wrapped, wrap_text
from cleaner.evaluate.junk.model import HTML_ONLY, fold
from tests.evaluate.junk.reading import is_within, rngs, strays

TITLE = "Plum and almond tart"
FAMILIES_OF_TEXT = tuple(family for family in FAMILIES if family not in HTML_ONLY)
TEXTS = {
    "with its title": (
        f"{TITLE}\n\nThe plums come first, and they come slowly.\n\nYou need a tin:\n\nThe pastry\n\nRub the butter in.\n"
        "Rest it for an hour.\n\nThe fruit\n\nHalve it.\n\nServe it cold, with a spoonful of yoghurt.\n"
    ),
    "without": "The plums come first, and they come slowly.\n\nRub the butter in.\n\nServe it cold",
    "of one paragraph": "The plums come first. Rub the butter in.",
    "of other lines": f"{TITLE}\r\n\r\nThe plums come first.\r\n\r\nRub the butter in.\r\n\r\nServe it cold.\r\n",
}


def lines(text: str) -> list[str]:
    return [line for each in text.split("\n") if (line := fold(each))]


def assert_only_more(text: str, wrapped: Wrapped) -> None:
    assert wrapped.lines
    assert is_within(text, wrapped.page)
    glued = "@glued" in wrapped.layout
    assert not strays(lines(text), lines(wrapped.page), wrapped.lines, glued)
    if not glued:
        assert is_within(lines(text), lines(wrapped.page))
        assert is_within([line.text for line in wrapped.lines], lines(wrapped.page))
    assert all(line.text == fold(line.text) != "" for line in wrapped.lines)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_keeps_all_it_has_and_gets_all_that_is_noted(text: str) -> None:
    for rng in rngs(150):
        wrapped = wrap_text(text, title=TITLE, rng=rng)
        assert_only_more(text, wrapped)
        assert wrapped.kind == "text"
        assert 3 <= len({each.split(".")[0] for each in wrapped.layout.split()}) <= 7


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES_OF_TEXT)
def test_every_family_has_lines_in_every_language(family: str, language: str) -> None:
    for title in (TITLE, ""):
        for rng in rngs(12):
            wrapped = wrap_text(TEXTS["with its title"], title=title, rng=rng, families=(family,), language=language)
            assert_only_more(TEXTS["with its title"], wrapped)
            assert {line.families[0] for line in wrapped.lines} == {family}


def test_the_same_chance_makes_the_same_text() -> None:
    texts = [wrap_text(TEXTS["without"], title=TITLE, rng=random.Random(seed)) for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]


def test_layouts_vary() -> None:
    found = {
        each.partition(":")[2]
        for rng in rngs(200)
        for each in wrap_text(TEXTS["with its title"], title=TITLE, rng=rng).layout.split()
    }
    assert {each.split("@")[0] for each in found} == {"paragraphs", "lines", "split", "marked", "runon", "glued"}
    assert {each.split("@")[1] for each in found} == {"start", "first", "middle", "end", "glued"}


def test_nothing_stands_below_a_heading_or_where_a_sentence_leads_over() -> None:
    for rng in rngs(150):
        page = wrap_text(TEXTS["with its title"], title=TITLE, rng=rng).page
        assert "You need a tin:\n\nThe pastry\n\nRub the butter in.\nRest it" in page
        assert "The fruit\n\nHalve it." in page


def test_nothing_is_hidden_in_text() -> None:
    for rng in rngs(60):
        assert "hidden." not in wrap_text(TEXTS["without"], title=TITLE, rng=rng).layout
    with pytest.raises(ValueError, match="no family of junk for text"):
        wrap_text(TEXTS["without"], title=TITLE, rng=random.Random(0), families=("hidden",))


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_even_no_text_has_room(text: str) -> None:
    assert wrap_text(text, title="", rng=random.Random(0)).lines


@pytest.mark.parametrize(("family", "language"), [("nothing", "en"), ("seo", "tlh")])
def test_what_is_not_known_is_an_error(family: str, language: str) -> None:
    with pytest.raises(ValueError, match=r"no (family of )?junk"):
        wrap_text(TEXTS["without"], title=TITLE, rng=random.Random(0), families=(family,), language=language)
