"""What is made here: a page with junk in it, and the parts that junk is put together from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

FAMILIES: tuple[str, ...] = (
    "author",
    "byline",
    "chrome",
    "comments",
    "hidden",
    "injection",
    "machine",
    "promo",
    "seo",
    "syndication",
)
"""Families of junk, by the names of the rule families that should remove them."""

HTML_ONLY = frozenset({"hidden"})
"""What plain text cannot hold: nothing is hidden there."""

Kind = Literal["html", "text"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of junk as a reader sees it: a block of its own, or what ``<br>`` and cells set apart.

    :param text: with its white space folded as ``" ".join(text.split())`` folds it.
    :param families: the rule families that may remove it, the intended one first.
    """

    text: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A page with junk in it.

    :param lines: all that was put in, in the order of the page.
    :param layout: what stands where in which layout, as ``kind:layout@place`` with blanks between.
    """

    page: str
    lines: tuple[Line, ...]
    kind: Kind
    layout: str
    language: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text within a line. A label stands before what it names, as ``Views:`` does.

    :param tight: nothing stands between it and the piece before, as before a comma.
    """

    text: str
    look: Literal["plain", "link", "label"] = "plain"
    href: str = "#"
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A line that has no layout yet.

    :param gap: what stands between its pieces: nothing in Chinese and Japanese.
    :param button: it may be one in a form.
    :param field: it has a box to fill in behind it.
    """

    pieces: tuple[Piece, ...]
    families: tuple[str, ...]
    gap: str = " "
    heading: bool = False
    button: bool = False
    field: bool = False

    @property
    def text(self) -> str:
        return fold(self.joined([piece.text for piece in self.pieces]))

    @property
    def line(self) -> Line:
        return Line(self.text, self.families)

    def joined(self, written: Sequence[str]) -> str:
        """Its pieces in a row, each as somebody has written it."""
        gaps = ["" if piece.tight else self.gap for piece in self.pieces[1:]]
        return "".join(part for pair in zip(["", *gaps], written, strict=True) for part in pair)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together.

    :param kind: what they are, as ``promo.related``.
    :param layouts: those of :data:`~cleaner.evaluate.junk.layouts.LAYOUTS` that suit it.
    :param places: where it stands on real pages, of :data:`PLACES`.
    :param concealed: readers do not see it.
    """

    kind: str
    items: tuple[Item, ...]
    layouts: tuple[str, ...]
    places: tuple[str, ...]
    concealed: bool = False

    @property
    def family(self) -> str:
        return self.kind.partition(".")[0]


def separated(pieces: Sequence[Piece], mark: str) -> tuple[Piece, ...]:
    """Pieces with a mark between them, if there is one: a comma stands close to the word before it."""
    between = (Piece(mark.strip(), tight=mark.startswith(",")),) if mark.strip() else ()
    return tuple(part for number, piece in enumerate(pieces) for part in ((*between, piece) if number else (piece,)))


PLACES: tuple[str, ...] = ("top", "headline", "first", "middle", "glued", "end", "aside", "behind", "foot")
"""Where junk stands, in the order of the page: at the top of the body; after the headline; before the first paragraph;
between two paragraphs; glued to the last sentence; after the last paragraph; as an ``aside`` there; behind the container
of the paragraphs; and at the end of the body."""


def fold(text: str) -> str:
    """A text with its white space folded."""
    return " ".join(text.split())
