"""Lines of blocks. Where a ``<br>`` ends a line an author may end, and somebody else begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.evidence.phrases import Found
from cleaner.model import Block, Inline, Span


class Pieces(NamedTuple):
    """The lines of a page's blocks, each a block of its own.

    :param blocks: a block for each line that shows something. Their indexes differ, and are in no order; runs are those of whole blocks alone.
    :param origins: which block each is of, and which range of it; None for all of it. The ranges of a block cover it.
    :param found: the phrases in them.
    """

    blocks: Sequence[Block]
    origins: Sequence[tuple[int, Span | None]]
    found: Found


def pieces(blocks: Sequence[Block], found: Found) -> Pieces:
    """Cut blocks into their lines. What is preformatted is one piece.

    :param blocks: in their order.
    :param found: the phrases in the blocks.
    """
    cut: list[Block] = []
    origins: list[tuple[int, Span | None]] = []
    # Block of several → its pieces: the index of each, and where in the block it stands.
    parts: dict[int, list[tuple[int, Span]]] = {}
    free = blocks[-1].index + 1 if blocks else 0
    for block in blocks:
        lines = list(_lines(block.text)) if "\n" in block.text and not block.flags.pre else ()
        if len(lines) < 2:
            cut.append(block)
            origins.append((block.index, None))
            continue
        ends = [*(start for start, _ in lines[1:]), len(block.text)]
        parts[block.index] = own = []
        for number, ((start, end), stop) in enumerate(zip(lines, ends, strict=True)):
            own.append((free, (start, end)))
            inline = tuple(_inside(block.inline, start, end))
            cut.append(replace(block, index=free, text=block.text[start:end], runs=(), inline=inline))
            origins.append((block.index, (start if number else 0, stop)))
            free += 1
    if not parts:
        return Pieces(blocks, origins, found)
    return Pieces(cut, origins, {name: {**where, **dict(_moved(where, parts))} for name, where in found.items()})


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if shown := line.strip():
            begin = start + line.index(shown[0])
            yield begin, begin + len(shown)
        start += len(line) + 1


def _inside(inline: Sequence[Inline], start: int, end: int) -> Iterator[Inline]:
    """What of a block's inline formats stands in a range of it, told from the range's start."""
    for mark in inline:
        low, high = max(mark.range[0], start), min(mark.range[1], end)
        if low < high or (low == high and start <= low < end):
            yield mark._replace(range=(low - start, high - start))


def _moved(
    where: Mapping[int, Sequence[Span]], parts: Mapping[int, Sequence[tuple[int, Span]]]
) -> Iterator[tuple[int, Sequence[Span]]]:
    """Ranges of blocks as ranges of their pieces."""
    for index in where.keys() & parts.keys():
        for number, (start, end) in parts[index]:
            spans = where[index]
            own = [
                (max(low, start) - start, min(high, end) - start) for low, high in spans if low < end and high > start
            ]
            if own:
                yield number, own
