"""Articles set as pages."""

from __future__ import annotations

from random import Random

from cleaner.source.html import segment
from cleaner.train.articles import articles
from cleaner.train.shells import ANCHOR, as_page

TEXT = "The bridge is closed.\n\nOther ways\n\nby bus\non foot\n\n1. Wait\n2. Walk\n\nIt reopens & nobody knows when."


def test_a_page_shows_the_article_and_little_else() -> None:
    for seed in range(40):
        shown = [
            line
            for block in segment(as_page("The bridge", TEXT, Random(seed))).blocks
            for line in block.text.split("\n")
        ]
        for line in (
            "The bridge",
            "The bridge is closed.",
            "Other ways",
            "by bus",
            "on foot",
            "It reopens & nobody knows when.",
        ):
            assert line in shown
        assert "Wait" in shown or "1. Wait" in shown
        assert len(shown) < 20


def test_pages_are_set_in_many_ways() -> None:
    assert len({as_page("The bridge", TEXT, Random(seed)) for seed in range(40)}) > 30
    assert as_page("The bridge", TEXT, Random(7)) == as_page("The bridge", TEXT, Random(7))


def test_what_is_marked_is_a_link_abroad() -> None:
    marked = TEXT.replace("nobody knows", "nobody knows".join(ANCHOR))
    [link] = [
        (block.text[slice(*mark.range)], mark.target)
        for block in segment(as_page("The bridge", marked, Random(1))).blocks
        for mark in block.inline
        if mark.kind == "link" and "nobody" in block.text
    ]
    assert link[0] == "nobody knows"
    assert link[1] and link[1].startswith("http")


def test_every_article_can_be_set() -> None:
    for article in list(articles())[::9]:
        headline, _, text = article.text.partition("\n")
        blocks = segment(as_page(headline, text.strip(), Random(article.id))).blocks
        assert len(" ".join(block.text for block in blocks).split()) > 0.9 * len(article.text.split())
