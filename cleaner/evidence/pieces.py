"""Lines of blocks, and sentences of lines. Where a ``<br>`` ends a line an author may end, and somebody else begin; and spammers set
their sentences behind an author's.

A line is cut where a sentence is hardly worded like an author's: what stands in a piece is then all one's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.phrases import Found
from cleaner.evidence.text import sentences
from cleaner.model import Block, Inline, Span

FURNITURE = 0.0
"""Log-odds from which on a line is worded like furniture."""

BLOCK, LINE, SENTENCES = range(3)
"""What a piece is: all of a block, a line of it, or sentences of a line."""

# Log-odds from which on a sentence is cut out of its line: one that is hardly worded like an author's may be somebody else's too.
_CUT = -1.0
# Characters of a line that is worth cutting, and of all lines that are: no author's are as long, and it would take seconds.
_SHORTEST, _LONGEST, _MOST = 6, 10_000, 500_000


class Pieces(NamedTuple):
    """A page's blocks in pieces, each a block of its own.

    :param blocks: a block for each piece that shows something. Their indexes differ, and are in no order; runs are those of whole blocks alone.
    :param origins: which block each is of, and which range of it; None for all of it. The ranges of a block cover it.
    :param kinds: :data:`BLOCK`, :data:`LINE` or :data:`SENTENCES`, for each piece.
    :param found: the phrases in them.
    :param worded: (3, pieces): how they are worded, by :meth:`cleaner.evidence.diction.Diction.of`.
    """

    blocks: Sequence[Block]
    origins: Sequence[tuple[int, Span | None]]
    kinds: NDArray[np.int64]
    found: Found
    worded: Floats


class _Piece(NamedTuple):
    place: int  # of its block
    span: Span
    kind: int


def pieces(blocks: Sequence[Block], found: Found, worded: Callable[[Sequence[str]], Floats]) -> Pieces:
    """Cut blocks into their lines, and out of lines the sentences that are hardly worded like an author's. What is preformatted is one piece.

    :param blocks: in their order.
    :param found: the phrases in the blocks.
    :param worded: says how texts are worded.
    """
    lines = [_Piece(place, span, kind) for place, block in enumerate(blocks) for span, kind in _lines(block)]
    texts = [_text(blocks, line) for line in lines]
    endless = sum(map(len, texts)) > _MOST
    sentences = [() if endless else _sentences(blocks[line.place], line.span) for line in lines]
    of_sentences = [
        _text(blocks, line._replace(span=span)) for line, own in zip(lines, sentences, strict=True) for span in own
    ]
    odds = worded([*texts, *of_sentences])
    doubtful = iter((odds[0, len(lines) :] >= _CUT).tolist())
    cut: list[_Piece] = []
    known: list[int] = []  # of a piece that is a line, its place among the lines; else -1
    for number, (line, own) in enumerate(zip(lines, sentences, strict=True)):
        runs = _runs(line.span, own, [next(doubtful) for _ in own])
        is_whole = len(runs) < 2
        cut += [line] if is_whole else [_Piece(line.place, span, SENTENCES) for span in runs]
        known += [number] if is_whole else [-1] * len(runs)
    of_pieces = odds[:, known]
    new = [place for place, number in enumerate(known) if number < 0]
    of_pieces[:, new] = worded([_text(blocks, cut[place]) for place in new])
    return _pieces(blocks, cut, found, of_pieces)


def _text(blocks: Sequence[Block], piece: _Piece) -> str:
    return blocks[piece.place].text[slice(*piece.span)]


def _lines(block: Block) -> Iterator[tuple[Span, int]]:
    text = block.text
    if "\n" in text and not block.flags.pre:
        spans = []
        start = 0
        for line in text.split("\n"):
            if shown := line.strip():
                begin = start + line.index(shown[0])
                spans.append((begin, begin + len(shown)))
            start += len(line) + 1
        if len(spans) > 1:
            yield from ((span, LINE) for span in spans)
            return
    yield (0, len(text)), BLOCK


def _sentences(block: Block, line: Span) -> Sequence[Span]:
    """The sentences of a line, where there are several."""
    start, end = line
    if block.flags.pre or block.flags.heading or not _SHORTEST < end - start < _LONGEST:
        return ()
    found = sentences(block.text, start, end)
    return found if len(found) > 1 else ()


def _runs(line: Span, sentences: Sequence[Span], doubtful: Sequence[bool]) -> Sequence[Span]:
    """Each sentence hardly worded like an author's alone, since its neighbour may be somebody else's; the others that follow each other as one."""
    starts = [sentences[at][0] for at in range(1, len(sentences)) if doubtful[at] or doubtful[at - 1]]
    return tuple(pairwise([line[0], *starts, line[1]]))


def _pieces(blocks: Sequence[Block], cut: Sequence[_Piece], found: Found, worded: Floats) -> Pieces:
    made: list[Block] = []
    origins: list[tuple[int, Span | None]] = []
    # Block of several → its pieces: the index of each, and where in the block it stands.
    parts: dict[int, list[tuple[int, Span]]] = {}
    free = blocks[-1].index + 1 if blocks else 0
    for number, (place, (start, end), kind) in enumerate(cut):
        block = blocks[place]
        if kind == BLOCK:
            made.append(block)
            origins.append((block.index, None))
            continue
        inline = tuple(_inside(block.inline, start, end))
        made.append(replace(block, index=free, text=block.text[start:end], runs=(), inline=inline))
        parts.setdefault(block.index, []).append((free, (start, end)))
        begin = start if number and cut[number - 1].place == place else 0
        is_last = number + 1 == len(cut) or cut[number + 1].place != place
        origins.append((block.index, (begin, len(block.text) if is_last else cut[number + 1].span[0])))
        free += 1
    kinds = np.array([piece.kind for piece in cut], dtype=np.int64)
    if not parts:
        return Pieces(made, origins, kinds, found, worded)
    moved = {name: {**where, **dict(_moved(where, parts))} for name, where in found.items()}
    return Pieces(made, origins, kinds, moved, worded)


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
