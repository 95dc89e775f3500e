"""What somebody who broke into a site, or rents space on it, links to."""

from __future__ import annotations

from collections.abc import Iterator
from string import capwords

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import ANYWHERE, LIST, ROW, SMALL, TAIL
from cleaner.evaluate.junk.model import Group, Item, Piece, separated

THEMES = ("pharma", "casino", "loan", "adult", "essay", "crack")
_BETWEEN = (",", "|", "·", "-", "")


def links(draw: Draw) -> Iterator[Group]:
    """A list of one theme."""
    items = tuple(Item((anchor,), ("injection", "seo")) for anchor in anchors(draw, draw.choice(THEMES), 3, 6))
    yield Group("injection.links", items, LIST, TAIL)


def lone(draw: Draw) -> Iterator[Group]:
    """One link that stands alone."""
    items = tuple(Item((anchor,), ("injection", "seo")) for anchor in anchors(draw, draw.choice(THEMES), 1, 1))
    yield Group("injection.lone", items, SMALL, ANYWHERE)


def paragraph(draw: Draw) -> Iterator[Group]:
    """A paragraph of several anchors, of one theme or of many."""
    themes = draw.sample(THEMES, 1, 3)
    found = [anchor for theme in themes for anchor in anchors(draw, theme, 2, 4)]
    item = Item(separated(found, draw.choice(_BETWEEN)), ("injection", "seo"))
    yield Group("injection.paragraph", (item,), SMALL, (*TAIL, "middle"))


def mixed(draw: Draw) -> Iterator[Group]:
    """Links of all themes in a row, as a rented footer has them."""
    themes = draw.sample(THEMES, 3, 6)
    items = [Item((anchor,), ("injection", "seo")) for theme in themes for anchor in anchors(draw, theme, 1, 1)]
    yield Group("injection.mixed", tuple(items), ROW, ("foot", "behind", "end"))


KINDS = (links, lone, paragraph, mixed)


def anchors(draw: Draw, theme: str, least: int, most: int) -> list[Piece]:
    """Links of a theme to other people's domains."""
    texts = draw.some(f"injection.{theme}", least, most)
    # Half of the spammers shout, or capitalise as titles do.
    how = draw.choice(("as it is", "as it is", "title", "upper"))
    if how != "as it is":
        texts = [capwords(text) if how == "title" else text.upper() for text in texts]
    return [Piece(text, "link", draw.foreign()) for text in texts]
