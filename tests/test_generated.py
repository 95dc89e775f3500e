"""What the issue asks of generated pages: made-up authors found, honest people left alone, farm pages cleaned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

import pytest

from cleaner.cleaned import Cleaned
from cleaner.model import Decision, Verdict
from cleaner.pipeline import clean, score
from tests.generators.farm import FarmPage, farm_pages
from tests.generators.honest import HONEST, HonestBox
from tests.generators.profiles import ProfilePage, profiles

SEEDS = (3, 14, 159, 2653, 58979)
COUNT = 100
"""Profiles of each seed: 500 in all."""

FARM_SEEDS = (3, 14)
FARM_COUNT = 45


def is_fabricated(result: Cleaned) -> bool:
    return any(claim.verdict is Verdict.FABRICATED for claim in result.claims)


def by_a_rule(decision: Decision) -> bool:
    """Was this removed by a rule, or did the content opinion leave it out?"""
    return not all(rule.startswith("content.") for rule in decision.rules)


def taken(result: Cleaned) -> list[str]:
    """The text of every piece that a rule removed, white space folded."""
    pieces = (result.blocks[d.block].text[slice(*d.range)] for d in result.removed if by_a_rule(d))
    return [" ".join(piece.split()) for piece in pieces]


def lost(lines: Sequence[str], result: Cleaned) -> list[str]:
    """Lines, or parts of them that are no single word, that a rule removed and that the text has nowhere."""
    text = " ".join(result.text.split())
    pieces = [piece for piece in taken(result) if piece and piece not in text]
    folded = [" ".join(line.split()) for line in lines]
    whole = [line for line in folded if line not in text and any(line in piece for piece in pieces)]
    parts = [piece for piece in pieces if " " in piece and any(piece in line for line in folded)]
    return [*dict.fromkeys(whole + parts)]


# --- profiles ---------------------------------------------------------------------------------------


def test_nearly_all_made_up_authors_are_found() -> None:
    missed: list[ProfilePage] = []
    for seed in SEEDS:
        for page in profiles(COUNT, seed):
            result = clean(page.page, kind=page.kind)
            assert not lost(page.honest, result), page.layout
            if not any(finding.rule == "author.fabricated" for finding in result.findings):
                missed.append(page)
    told = Counter((page.layout, page.fields) for page in missed)
    assert len(missed) <= 0.02 * COUNT * len(SEEDS), told


def test_a_made_up_author_is_no_author() -> None:
    for page in profiles(36, 7):
        result = clean(page.page, kind=page.kind)
        if any(finding.rule == "author.fabricated" for finding in result.findings):
            # A claim has a value: a profile without a name makes none.
            named = {"Name", "Introduction"} & {*page.fields} or any("Author" in line for line in page.injected)
            assert is_fabricated(result) or not named
            assert result.author is None
            assert not any(line in result.text for line in page.injected if len(line) > 40)


@pytest.mark.xfail(strict=True, reason="the last words of a hobby of three, in capitals, are taken for the article's")
def test_a_hobby_in_capitals_goes_to_its_end() -> None:
    page = (
        "The mill closed in 1987 after the flood, and nobody has bought it since.\n\nName: Rev. Odell Quist\n\n"
        "Birthday: 1994-02-11\n\nAddress: 417 Harvell Crossing, North Tamsin, VT 90210\n\nPhone: +4471\n\n"
        "Hobby: Scuba Diving, Rock Climbing, Metalworking, Foreign Language Learning"
    )
    assert "Language" not in clean(page, kind="text").text


# --- honest boxes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("box", HONEST, ids=lambda box: box.note)
def test_nobody_honest_is_called_made_up(box: HonestBox) -> None:
    result = clean(box.page, kind=box.kind)
    assert not is_fabricated(result)
    assert not any(finding.rule.startswith("author.fabricated") for finding in result.findings)


SCORED_HIGH = {
    "About this blog (html-list)",
    "Japanese: idol profile",
    "Why hens stop laying (html-table)",
    "idol profile in the classic list",
    "two podcast hosts introduce themselves",
}
"""Fields and cards, of which the junk score knows too few words: 0.52 to 0.74. Of 1,320 other small honest pages, written to look like junk, 6% score so high
when their writers are held out (MODEL.md of the junk score)."""


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(
            box,
            id=box.note,
            marks=pytest.mark.xfail(strict=True, reason="fields alone") if box.note in SCORED_HIGH else (),
        )
        for box in HONEST
    ],
)
def test_an_honest_box_is_no_junk(box: HonestBox) -> None:
    assert score(box.page, kind=box.kind).score < 0.5


@pytest.mark.parametrize("box", HONEST, ids=lambda box: box.note)
def test_no_rule_removes_a_line_of_an_honest_page(box: HonestBox) -> None:
    assert not lost(box.body, clean(box.page, kind=box.kind))


# --- farm pages -------------------------------------------------------------------------------------


@cache
def farm() -> tuple[tuple[FarmPage, Cleaned], ...]:
    pages = chain.from_iterable(farm_pages(FARM_COUNT, seed) for seed in FARM_SEEDS)
    return tuple((page, clean(page.page, kind=page.kind)) for page in pages)


def test_the_title_of_every_farm_page_is_right() -> None:
    for page, result in farm():
        assert result.title == page.title, page.layout


def test_hardly_an_injected_line_is_left() -> None:
    left = []
    lines = 0
    for page, result in farm():
        shown = {" ".join(line.split()) for line in result.text.split("\n")}
        text = " ".join(result.text.split())
        for line in page.injected:
            # Where a line may be a part of a longer one, it must be as long as to stand nowhere by chance.
            lines += 1
            if line in shown or (len(line) > 25 and line in text):
                left.append((page.layout, line))
    assert len(left) <= 0.01 * lines, left


def test_no_rule_removes_an_honest_line_of_a_farm_page() -> None:
    assert [(page.layout, lines) for page, result in farm() if (lines := lost(page.honest, result))] == []


def test_of_a_farm_page_in_text_the_honest_lines_stay_and_nothing_else() -> None:
    for page, result in farm():
        if page.kind == "text":
            assert [line for line in result.text.split("\n") if line] == [*page.honest], page.layout


def test_farm_pages_are_junk() -> None:
    for page, result in farm():
        assert result.junk.score > 0.9, (page.layout, result.junk.parts)
