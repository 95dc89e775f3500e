"""Lines written as HTML, each noted as a reader will see it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from html.entities import codepoint2name
from typing import TypeVar

from cleaner.evaluate.junk.model import Item, Line, Piece
from cleaner.evaluate.junk.words import read

T = TypeVar("T")

_TYPOGRAPHIC = "’‘“”„«»–—…©·›\u00a0"
_CLASSED = 0.7  # of what is around lines, where there are classes at all
_MINT = "abcdefghijklmnopqrstuvwxyz0123456789"


class Pen:
    """One hand for one group: it keeps to one way of naming classes, of stressing labels and of breaking lines.

    :param ascii_only: write other letters as references: the page's own encoding may not have them.
    """

    def __init__(self, rng: random.Random, kind: str, ascii_only: bool = False) -> None:
        self.rng = rng
        self.lines: list[Line] = []
        self.newline = rng.choice(("\n", "\n", "", "\n  "))
        self.kind = kind
        self._classes = rng.choice(("none", "minted", "theme", "theme"))
        self._once: dict[str, int] = {}
        self._outer: list[str] = []
        self._inner: dict[str, str] = {}
        self._rel = rng.choice(("", "", ' rel="nofollow"', ' target="_blank"', ' rel="noopener"'))
        self._label = rng.choice(("strong", "b", "span", ""))
        self._heading = rng.choice(("h2", "h3", "h4", "h5", "strong", "div"))
        self._letters = "numeric" if ascii_only else rng.choice(("raw", "raw", "named", "numeric"))

    def text(self, text: str) -> str:
        """A text as it stands in HTML: letters as they are, or some or all of them as references."""
        escaped = escape(text, quote=False)
        if self._letters == "raw":
            return escaped
        if self._letters == "numeric":
            return escaped.encode("ascii", "xmlcharrefreplace").decode()
        return "".join(f"&{codepoint2name[ord(each)]};" if each in _TYPOGRAPHIC else each for each in escaped)

    def once(self, values: Sequence[T]) -> T:
        """One of several, the same for all of the group: sites set alike what is alike."""
        key = repr(values)
        return values[self._once.setdefault(key, self.rng.randrange(len(values)))]

    def attribute(self, name: str = "", outer: bool = False) -> str:
        """A class, if this hand gives any: one without a meaning, or one of a real theme.

        :param name: of the element: those of one name have one class, but for what is around them all (``outer``).
        """
        if outer:
            names = [each for each in themed(self.kind) if each not in self._outer]
            return self._class(names) if names and self.rng.random() < _CLASSED else ""
        if name not in self._inner:
            self._inner[name] = self._class(read("themes")["inner.item"])
        return self._inner[name]

    def _class(self, names: Sequence[str]) -> str:
        if self._classes == "none":
            return ""
        if self._classes == "theme":
            self._outer.append(self.rng.choice(names))
            return f' class="{self._outer[-1]}"'
        before = self.rng.choice(read("themes")["minted.before"])
        return f' class="{before}{"".join(self.rng.choices(_MINT, k=self.rng.randint(3, 7)))}"'

    def tag(self, name: str, content: str, outer: bool = False) -> str:
        """An element that holds other blocks."""
        return f"<{name}{self.attribute(name, outer)}>{self.newline}{content}{self.newline}</{name}>"

    def join(self, parts: Iterable[str]) -> str:
        return self.newline.join(parts)

    def block(self, name: str, item: Item, before: str = "", behind: str = "", more: str = "") -> str:
        """A line in a block of its own.

        :param before: tags within it, before its text; ``behind`` closes them.
        :param more: attributes of the block.
        """
        self.lines.append(item.line)
        return f"<{name}{more}{self.attribute(name)}>{before}{self.inline(item)}{behind}</{name}>"

    def line(self, item: Item) -> str:
        """A line in a block that others share."""
        self.lines.append(item.line)
        return self.inline(item)

    def heading(self, item: Item) -> str:
        if self._heading == "strong":
            return self.block("p", item, "<strong>", "</strong>")
        return self.block(self._heading, item)

    def inline(self, item: Item) -> str:
        written = item.joined([self._piece(piece) for piece in item.pieces])
        return f'{written} <input type="text" name="f{self.rng.randint(1, 99)}">' if item.field else written

    def _piece(self, piece: Piece) -> str:
        text = self.text(piece.text)
        if piece.look == "link":
            return f'<a href="{escape(piece.href)}"{self._rel}>{text}</a>'
        if piece.look == "label" and self._label:
            return f"<{self._label}>{text}</{self._label}>"
        return text


def themed(kind: str) -> Sequence[str]:
    """Class names of real themes for a kind of junk; where it has none of its own, those of its family."""
    themes = read("themes")
    return themes.get(f"class.{kind}") or themes[f"class.{kind.partition('.')[0]}"]


def parted(item: Item) -> tuple[Item, Item] | None:
    """A line as its label and what it names; None where it has no label."""
    label, *rest = item.pieces
    if label.look != "label" or not rest:
        return None
    return replace(item, pieces=(Piece(label.text),)), replace(item, pieces=tuple(rest))


def merged(items: Sequence[Item], between: str, gap: str = " ") -> Item:
    """Lines as one: their pieces in a row, with something between."""
    pieces: list[Piece] = []
    for item in items:
        if pieces and between:
            pieces.append(Piece(between))
        # A line keeps its own gaps: they are part of a piece then.
        pieces.extend(item.pieces if item.gap == gap or len(item.pieces) == 1 else (Piece(item.text),))
    return Item(tuple(pieces), _families(items), gap)


def _families(items: Sequence[Item]) -> tuple[str, ...]:
    """Whoever may remove one of the lines may remove all of them as one."""
    return tuple(dict.fromkeys(family for item in items for family in item.families))
