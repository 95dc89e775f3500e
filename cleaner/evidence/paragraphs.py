"""Lines of one paragraph put together again: the content model is asked about paragraphs, rules look at lines.

A ``<br>`` parts what two people wrote, and what one did. Whether a paragraph is content is told by all of it, and the model learned from
paragraphs: asked about lines it loses 0.001 of F1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.evidence.phrases import Found
from cleaner.model import Block, Inline, Span


class Paragraphs(NamedTuple):
    """A page's paragraphs.

    :param blocks: each with the index of its first line; runs are those of that line alone.
    :param lines: the blocks that each consists of.
    :param found: the phrases in them.
    """

    blocks: Sequence[Block]
    lines: Sequence[Sequence[Block]]
    found: Found


def paragraphs(blocks: Sequence[Block], found: Found) -> Paragraphs:
    """Put the lines of paragraphs together.

    :param blocks: in their order; where some of a paragraph's lines are missing it ends.
    :param found: the phrases in them.
    """
    lines = list(_together(blocks))
    if len(lines) == len(blocks):
        return Paragraphs(blocks, lines, found)
    whole = [own[0] if len(own) == 1 else _joined(own) for own in lines]
    # Block → its paragraph, and where in that it begins.
    places = {
        line.index: (own[0].index, start)
        for own in lines
        if len(own) > 1
        for line, start in zip(own, _starts(own), strict=True)
    }
    return Paragraphs(whole, lines, {name: _moved(where, places) for name, where in found.items()})


def _together(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    own: list[Block] = []
    for block in blocks:
        if own and not (block.flags.line and block.index == own[-1].index + 1):
            yield own
            own = []
        own.append(block)
    if own:
        yield own


def _starts(lines: Sequence[Block]) -> Iterator[int]:
    start = 0
    for line in lines:
        yield start
        start += len(line.text) + 1


def _joined(lines: Sequence[Block]) -> Block:
    first = lines[0]
    nodes = [line.node for line in lines]
    inline = tuple(
        Inline(kind, (start + low, start + high), target, label)
        for line, start in zip(lines, _starts(lines), strict=True)
        for kind, (low, high), target, label in line.inline
    )
    text = "\n".join(line.text for line in lines)
    return replace(first, text=text, node=first.tree.around(min(nodes), max(nodes)), inline=inline)


def _moved(where: Mapping[int, Sequence[Span]], places: Mapping[int, tuple[int, int]]) -> Mapping[int, Sequence[Span]]:
    """Ranges of lines as ranges of their paragraphs."""
    moved: defaultdict[int, list[Span]] = defaultdict(list)
    for index, spans in where.items():
        whole, start = places.get(index, (index, 0))
        moved[whole] += [(start + low, start + high) for low, high in spans]
    return moved
