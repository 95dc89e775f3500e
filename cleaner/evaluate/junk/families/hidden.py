"""What only search engines should read. How it is hidden is a matter of layout."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.injection import THEMES, anchors
from cleaner.evaluate.junk.families.shapes import ANYWHERE
from cleaner.evaluate.junk.model import Group, Item

_LAYOUTS = ("paragraphs", "list", "soup", "row", "spans", "breaks", "runon", "headings", "table", "legacy")
_PLACES = ("top", "headline", *ANYWHERE)


def keywords(draw: Draw) -> Iterator[Group]:
    """One long line of what people might search for."""
    words = [*draw.some("seo.query", 3, 8), *draw.some("seo.city", 1, 3)]
    text = draw.choice((", ", " ", " | ")).join(words)
    yield _group("keywords", draw.item(text, "hidden", "seo"))


def farm(draw: Draw) -> Iterator[Group]:
    """Links of spammers."""
    themes = draw.sample(THEMES, 1, 4)
    items = [Item((anchor,), ("hidden", "injection", "seo")) for each in themes for anchor in anchors(draw, each, 1, 2)]
    yield _group("farm", *items)


def stuffing(draw: Draw) -> Iterator[Group]:
    """Sentences that repeat the title."""
    if draw.title:
        texts = draw.some("seo.filler", 1, 2) + draw.some("seo.question", 1, 2)
        yield _group("stuffing", *[draw.item(text, "hidden", "seo") for text in texts])


def cities(draw: Draw) -> Iterator[Group]:
    """The same service in every town."""
    trade, phrase = draw.one("pool.trade"), draw.one("seo.city")
    towns = draw.sample(draw.words["pool.town"], 4, 8)
    texts = [draw.fill(phrase, trade=trade, town=town) for town in towns]
    yield _group("cities", *[draw.item(text, "hidden", "seo", link=True) for text in texts])


KINDS = (keywords, farm, stuffing, cities)


def _group(name: str, *items: Item) -> Group:
    return Group(f"hidden.{name}", items, _LAYOUTS, _PLACES, concealed=True)
