"""Plain text of a page: the kept pieces in order, with white space between them and nothing else added.

Within a block, pieces are joined by the white space that stood between them; where something was removed
between them, by a newline if it held or touched one, else by a space, or in Chinese and Japanese by nothing. Between
blocks of HTML the layout decides (:meth:`.layout.Layout.between`); between blocks of plain text, a blank line if the
page has one there, else a newline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaner.model import Block, Decision, Ledger, Span
from cleaner.output.layout import BLANK_LINE, Layout

_TAG = re.compile(r"<[^<>]*>")
# Chinese and Japanese, their signs and full-width letters.
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


class Piece(NamedTuple):
    """A kept decision and where its text stands in the rendered text."""

    decision: Decision
    text: Span


class Rendered(NamedTuple):
    """The text of a page and its pieces, in order and apart. What no piece covers is white space."""

    text: str
    pieces: tuple[Piece, ...]


def render(ledger: Ledger) -> Rendered:
    """The text that the decisions keep.

    Pieces are stripped of white space; one of white space alone has no place in the text. Code keeps the
    indentation of its first line.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    kept = list(shown(ledger))
    layout = _layout(ledger, kept)
    before: tuple[Block, int] | None = None
    for decision, block, (start, end) in kept:
        gap = separator(ledger, layout, before, (block, start)) if before else ""
        length += len(gap)
        pieces.append(Piece(decision, (length, length + end - start)))
        length += end - start
        parts += (gap, block.text[start:end])
        before = (block, end)
    return Rendered("".join(parts), tuple(pieces))


def shown(ledger: Ledger) -> Iterator[tuple[Decision, Block, Span]]:
    """The kept decisions with more than white space to show: ``(decision, block, range of block.text)``."""
    for decision in ledger.decisions:
        if decision.kept:
            block = ledger.blocks[decision.block]
            start, end = trimmed(block, decision.range)
            if start < end:
                yield decision, block, (start, end)


def layout_of(ledger: Ledger) -> Layout:
    """The layout of the blocks of which something is shown."""
    return _layout(ledger, shown(ledger))


def _layout(ledger: Ledger, kept: Iterable[tuple[Decision, Block, Span]]) -> Layout:
    return Layout(ledger.tree, {block.index: block.node for _, block, _ in kept}.values())


def trimmed(block: Block, span: Span) -> Span:
    """A range of ``block.text`` without the white space at its edges; empty if there is nothing else.

    In preformatted blocks the indentation of a line is not an edge.
    """
    start, end = span
    text = block.text[start:end].rstrip()
    bare = text.lstrip()
    lead = len(text) - len(bare)
    if block.flags.pre and bare:
        line = text.rfind("\n", 0, lead) + 1
        if line or not start or block.text[start - 1] == "\n":
            lead = line
    return start + lead, start + len(text)


def separator(ledger: Ledger, layout: Layout, left: tuple[Block, int], right: tuple[Block, int]) -> str:
    """The white space between two shown pieces.

    :param left: the block of the former, and where in its text the piece ends.
    :param right: the block of the latter, and where in its text the piece starts.
    """
    (former, end), (latter, start) = left, right
    if former is latter:
        gap = former.text[end:start]
        if not gap or gap.isspace():
            return gap
        if "\n" in gap:
            return "\n"
        unspaced = _UNSPACED.match(former.text, end - 1) and _UNSPACED.match(former.text, start)
        return "" if unspaced and not (gap[0].isspace() or gap[-1].isspace()) else " "
    if latter.node < 0:
        return _as_in_source(ledger, former.index, latter.index)
    if (
        latter.flags.continues
        and former.flags.hidden == latter.flags.hidden
        and layout.place(former.node).holder == layout.place(latter.node).holder
    ):
        gaps = _TAG.sub(_line_break, "".join(_gaps(ledger, former.index, latter.index)))
        return "" if not gaps else "\n" if latter.flags.pre and "\n" in gaps else " "
    if latter.flags.line and all(block.flags.line for block in ledger.blocks[former.index + 1 : latter.index]):
        return "\n"
    return layout.between(former.node, latter.node)


def _gaps(ledger: Ledger, first: int, last: int) -> Iterator[str]:
    """The source between each two neighbours of these blocks and those between them."""
    for index in range(first, last):
        yield ledger.page.text[ledger.blocks[index].span[1] : ledger.blocks[index + 1].span[0]]


def _line_break(tag: re.Match[str]) -> str:
    return "\n" if tag[0][1:3].lower() == "br" else ""


def _as_in_source(ledger: Ledger, first: int, last: int) -> str:
    for gap in _gaps(ledger, first, last):
        # A paragraph also ends at a form feed and at U+2029.
        if len(f"{gap}|".splitlines()) > 2 or "\f" in gap or "\u2029" in gap:
            return BLANK_LINE
    return "\n"
