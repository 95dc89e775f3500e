"""Where else it stands."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import SMALL
from cleaner.evaluate.junk.model import Group, Item

_PLACES = ("end", "end", "glued", "behind", "foot")


def origin(draw: Draw) -> Iterator[Group]:
    yield Group("syndication.origin", (_item(draw, "origin"),), SMALL, ("headline", "first", *_PLACES))


def appeared(draw: Draw) -> Iterator[Group]:
    """What a WordPress plugin adds to every entry of a feed."""
    if draw.title:
        yield Group("syndication.appeared", (_item(draw, "appeared"),), SMALL, _PLACES)


def source(draw: Draw) -> Iterator[Group]:
    item = draw.pair(draw.say("syndication.source"), "syndication", "byline")
    yield Group("syndication.source", (item,), ("dl", *SMALL), _PLACES)


def original(draw: Draw) -> Iterator[Group]:
    yield Group("syndication.original", (_item(draw, "original", "promo"),), SMALL, _PLACES)


def rss(draw: Draw) -> Iterator[Group]:
    """Where a feed broke off."""
    item = draw.item(draw.say("syndication.rss"), "syndication", "promo", "chrome", link=draw.chance(0.6))
    yield Group("syndication.rss", (item,), SMALL, _PLACES)


KINDS = (origin, appeared, source, original, rss)


def _item(draw: Draw, key: str, *others: str) -> Item:
    return draw.item(draw.say(f"syndication.{key}"), "syndication", *others, link=draw.chance(0.25))
