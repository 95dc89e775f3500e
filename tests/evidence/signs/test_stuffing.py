"""Lists that are written for search engines, and lists that look like them."""

from __future__ import annotations

import pytest

from cleaner.cleaned import Cleaned
from cleaner.pipeline import clean

ARTICLE = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop, and nobody at the table was able to say.",
)


def text(*inside: str) -> Cleaned:
    return clean("\n\n".join([*ARTICLE, *inside]), kind="text")


def left(result: Cleaned) -> str:
    return " ".join(result.text.split())[len(" ".join(ARTICLE)) :].strip()


@pytest.mark.parametrize(
    "listed",
    [
        "Plumber in Leeds\nPlumber in Derby\nPlumber in Bath\nPlumber in York\nPlumber in Hull",
        "Schlüsseldienst Kassel | Schlüsseldienst Erfurt | Schlüsseldienst Hagen | Schlüsseldienst Trier | Schlüsseldienst Jena",
        "Leeds Locksmith – open 24 hours · Derby Locksmith – open 24 hours · Bath Locksmith – open 24 hours · "
        "York Locksmith – open 24 hours · Hull Locksmith – open 24 hours",
        "Tags: ferry, estuary, council",
        "#ferry #estuary #council",
        "Related searches\nferry times today\nis the ferry free\nferry price 2024",
        "1,204 views",
        "85% of people found this article helpful",
        "ferry reviews, best ferry 2025, cheap ferry online, ferry price, buy ferry ticket",
    ],
)
def test_lists_for_search_engines_go(listed: str) -> None:
    assert left(text(listed)) == ""


@pytest.mark.parametrize(
    "listed",
    [
        "Concert in Leeds\nConcert in Derby\nConcert in Bath\nConcert in York\nConcert in Hull",
        "Plumber in Leeds\nPlumber in Derby",
        "Rated 4.5 out of 5. 1,284 views. 37 people found this helpful.",
        "Votes: 23,411",
        "In conclusion, the ferry stays.",
    ],
)
def test_other_lists_stay(listed: str) -> None:
    assert left(text(listed)) == " ".join(listed.split())


def test_contents_go_and_the_headings_stay() -> None:
    result = clean(
        "Contents\n\nThe old mill\nThe long dam\n\nThe old mill\n\nIt burnt.\n\nThe long dam\n\nIt leaks.", kind="text"
    )
    assert result.text.split("\n\n") == ["The old mill", "It burnt.", "The long dam", "It leaks."]
