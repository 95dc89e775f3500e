"""Threads and forms of comments told by their shape: blocks of one kind in a row, as nothing in the text before them is.

blocks ──parent, tag, classes──▶ ranks ──heads of comments, lines of a form──▶ what is one
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from cleaner.evidence.signs.edges import is_paragraph
from cleaner.evidence.signs.furniture import furniture
from cleaner.evidence.signs.shapes import ranks, shapes
from cleaner.evidence.signs.threads import ARTICLE, asks, begins_comment, dated, says
from cleaner.evidence.view import View, once
from cleaner.model import Block

Rank = Sequence[Block]

# Of a thread so many members begin as comments do, and this part of it.
_HEADS, _PART = 2, 0.5
# With nothing around that asks for comments there are more, some of them dated and some "said".
_ALONE = 3
# A form has so many lines that say so, few lines, and none is longer (characters).
_ASKED, _FIELDS, _FIELD = 2, 12, 160


def ranked_threads(view: View) -> Iterator[int]:
    """The blocks of threads that are ranks behind the text: half of them begin as comments do."""
    found = furniture(view)
    for rank in [] if view.forum or view.sells else _ranks(view):
        heads = _heads(rank)
        if not heads:
            continue
        beside = (rank[0].index - 1, rank[-1].index + 1)
        asked = any(index in found.lines and asks(found.lines[index]) for index in beside)
        said = sum(map(says, heads))
        if asked or (len(heads) >= _ALONE and 0 < said < len(heads)):
            yield from (block.index for block in rank)


def _heads(rank: Rank) -> Sequence[str]:
    """The members of a rank that begin as comments do; none where they are too few, which is told as soon as it is known."""
    least = max(_HEADS, ceil(_PART * len(rank)))
    heads: list[str] = []
    for left, block in zip(range(len(rank), 0, -1), rank, strict=True):
        if len(heads) + left < least:
            return ()
        if begins_comment(block.text) or dated(block.text):
            heads.append(block.text)
    return heads if len(heads) >= least else ()


def ranked_forms(view: View) -> Iterator[int]:
    """The blocks of comment forms behind the text: ranks, or what stands in a form, of which some lines say so and all are short."""
    found = furniture(view)
    asking = not view.forum and any(map(asks, found.lines.values()))
    for group in (*_ranks(view), *_forms(view)) if asking else ():
        known = [block.index for block in group if block.index in found.lines and asks(found.lines[block.index])]
        short = len(group) <= _FIELDS and all(len(block.text) <= _FIELD for block in group)
        if short and len(known) >= _ASKED and 4 * len(known) >= len(group):
            yield from (block.index for block in group)


@once
def _ranks(view: View) -> Sequence[Rank]:
    """Blocks of one shape that follow each other behind the text, where none before them has that shape."""
    start = _behind(view)
    before, first = set(shapes(view)[:start]), view.seen[start].index if start < len(view.seen) else len(view.blocks)
    return [rank for shape, rank in ranks(view) if rank[0].index >= first and shape not in before]


def _forms(view: View) -> Iterator[Rank]:
    """What stands in each form behind the text, if no paragraph does."""
    tags = view.tree.tags
    behind = view.seen[_behind(view) :] if "form" in tags else ()
    for row in (row for row, tag in enumerate(tags) if tag == "form") if behind else ():
        inside = [block for block in behind if row <= block.node < view.tree.ends[row]]
        if inside and not any(map(is_paragraph, inside)):
            yield inside


@once
def _behind(view: View) -> int:
    """Where so much text has been read as an article has."""
    first, length = furniture(view).first, 0
    for place, block in enumerate(view.seen):
        if length >= ARTICLE:
            return place
        length += len(block.text) if block.index >= first else 0
    return len(view.seen)
