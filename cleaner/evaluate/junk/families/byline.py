"""Who wrote it, when, and how long it takes to read."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import HEAD, INLINE, ROW, SMALL
from cleaner.evaluate.junk.model import Group, Item, Piece


def by(draw: Draw) -> Iterator[Group]:
    yield Group("byline.by", (_item(draw, "by", "author"),), SMALL, (*HEAD, "end"))


def dated(draw: Draw) -> Iterator[Group]:
    yield Group("byline.dated", (_item(draw, "dated"),), SMALL, (*HEAD, "end"))


def reading(draw: Draw) -> Iterator[Group]:
    yield Group("byline.reading", (_item(draw, "reading"),), SMALL, HEAD)


def meta(draw: Draw) -> Iterator[Group]:
    """All of it together under the headline, in one row or one below the other."""
    keys = draw.sample(("by", "dated", "reading", "shares"), 2, 4)
    items = tuple(_item(draw, key, "chrome") for key in sorted(keys))
    yield Group("byline.meta", items, ("spans", "runon", "list", "soup", "breaks", "paragraphs", "dl"), HEAD)


def credit(draw: Draw) -> Iterator[Group]:
    yield Group("byline.credit", (_item(draw, "credit"),), ("figure", *SMALL), INLINE)


def shares(draw: Draw) -> Iterator[Group]:
    pieces = [Piece(text, "link" if draw.chance(0.5) else "plain") for text in draw.some("byline.shares", 1, 2)]
    items = tuple(Item((piece,), ("byline", "chrome", "promo")) for piece in pieces)
    yield Group("byline.shares", items, ROW, (*HEAD, "end", "aside"))


def agency(draw: Draw) -> Iterator[Group]:
    yield Group("byline.agency", (_item(draw, "agency", "syndication"),), SMALL, ("end", "behind"))


KINDS = (by, dated, reading, meta, credit, shares, agency)


def _item(draw: Draw, key: str, *others: str) -> Item:
    return draw.item(draw.say(f"byline.{key}"), "byline", *others)
