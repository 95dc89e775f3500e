"""What stands on pages besides their article, a module for each family, without its layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families import (
    author,
    byline,
    chrome,
    comments,
    hidden,
    injection,
    machine,
    promo,
    seo,
    syndication,
)
from cleaner.evaluate.junk.model import FAMILIES, Group

_LEAST, _MOST = 3, 7  # families on a page
_KINDS = (1, 3)  # of a family
_LINES = 8  # of a family at most, before a layout parts labels from what they name

KINDS: Mapping[str, Sequence[Callable[[Draw], Iterator[Group]]]] = {
    "author": author.KINDS,
    "byline": byline.KINDS,
    "chrome": chrome.KINDS,
    "comments": comments.KINDS,
    "hidden": hidden.KINDS,
    "injection": injection.KINDS,
    "machine": machine.KINDS,
    "promo": promo.KINDS,
    "seo": seo.KINDS,
    "syndication": syndication.KINDS,
}
"""By family, what draws each kind of its junk. One that cannot do without a title or headings draws nothing then."""


def compose(draw: Draw, families: Sequence[str]) -> list[Group]:
    """The junk of a page: of three to seven of the families, or all where there are fewer, each in a few kinds.

    :raises ValueError: one of them is not known.
    """
    if unknown := [family for family in families if family not in KINDS]:
        raise ValueError(f"no family of junk: {', '.join(unknown)} (there are {', '.join(FAMILIES)})")
    return [group for family in draw.sample(families, _LEAST, _MOST) for group in _of(draw, family)]


def _of(draw: Draw, family: str) -> Iterator[Group]:
    kinds, lines = draw.rng.randint(*_KINDS), _LINES
    for kind in draw.sample(KINDS[family], len(KINDS[family]), len(KINDS[family])):
        if not kinds:
            return
        # What is too much for the page is left out whole: half a menu is no menu.
        groups: list[Group] = []
        for group in kind(draw):
            if len(group.items) <= lines:
                groups.append(group)
                lines -= len(group.items)
        kinds -= bool(groups)
        yield from groups
