"""HTML → blocks with exact source spans.

The page is lexed into numbered chunks (:mod:`.markup`), its marked copy parsed by turbohtml's WHATWG tree
builder, and the tree walked once, as events (:mod:`.walk`).
Chunks are gathered into groups, a group being all inline text between two block boundaries; a block is
a group's chunks as far as they stand together in the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from turbohtml import parse
from turbohtml.saxparse import sax_parse

from cleaner.model import Block, Flags, Inline, Run, Span, Tree
from cleaner.source.markup import mark
from cleaner.source.panels import Lengths, curtains, unfolding
from cleaner.source.scalar import scalar
from cleaner.source.visibility import OPENED
from cleaner.source.walk import Piece, Walk, with_flag


class Segmented(NamedTuple):
    """A page's elements and blocks, and how deep, wide and long it gets (what makes other parsers fail).

    ``depth`` counts open elements, ``attributes`` those of one tag, ``children`` those of one element,
    ``text`` the characters of one piece of text, ``cells`` those that a table could have if it were drawn out. ``code`` are the spans of scripts and style sheets, in order.
    """

    tree: Tree
    blocks: tuple[Block, ...]
    depth: int
    attributes: int
    children: int
    text: int
    cells: int
    code: tuple[Span, ...]


def segment(text: str) -> Segmented:
    """Cut an HTML page into blocks.

    :param text: the decoded page, any string.
    :returns: its elements and blocks; every character of visible or hidden text stands in exactly one run.
    """
    marked = mark(text)
    walk = Walk(text, marked)
    sax_parse(scalar(marked.copy), walk)
    tree = walk.tree()
    blocks = tuple(_blocks(walk, tree, _opened(walk, tree)))
    children = max(Counter(tree.parents).values(), default=0)
    code = tuple(sorted(marked.sheets + marked.scripts))
    return Segmented(tree, blocks, walk.depth, walk.attributes, children, walk.longest, _cells(tree, walk.span), code)


def _cells(tree: Tree, span: int) -> int:
    """The most cells that all rows of a page have, each as wide as the widest and its cells as the widest of them."""
    rows = tree.tags.count("tr")
    if rows < _FEW_ROWS:
        return 0
    widths = Counter(parent for parent in tree.parents if parent >= 0 and tree.tags[parent] == "tr")
    return rows * max(widths.values(), default=0) * min(span, _WIDEST)


# A table that is worth a look, and the widest cell that counts (HTML Standard, section 4.9.11).
_FEW_ROWS, _WIDEST = 10, 1_000


def select(text: str, selectors: Sequence[str]) -> dict[str, list[Span]]:
    """The elements that CSS selectors find: for each selector ranges of rows of the tree, in order, none inside another.

    :param text: the page that :func:`segment` cut into blocks.
    """
    document = parse(scalar(mark(text).copy))
    rows = {element: row for row, element in enumerate(document.iter_elements())}
    found: dict[str, list[Span]] = {}
    for selector in selectors:
        spans = found[selector] = []
        for element in document.select(selector):
            row = rows[element]
            if not spans or row >= spans[-1][1]:
                spans.append((row, row + 1 + sum(1 for _ in element.iter_elements())))
    return found


class _Opened(NamedTuple):
    """Hidden elements that are shown after all: that a reader opens, and that a script shows."""

    panels: Container[int]
    curtains: Container[int]


def _opened(walk: Walk, tree: Tree) -> _Opened:
    if not walk.hiding:
        return _Opened((), ())
    text = [(piece[2], len(piece[5]), walk.group_flags[piece[1]].unseen) for piece in walk.pieces]
    shown = Lengths(tree, ((node, length) for node, length, unseen in text if not unseen))
    unseen = Lengths(tree, ((node, length) for node, length, unseen in text if unseen))
    return _Opened(
        frozenset(unfolding(tree, walk.hiding, shown)),
        walk.lifted.union(curtains(tree, walk.hiding, shown, unseen)),
    )


def _blocks(walk: Walk, tree: Tree, opened: _Opened) -> Iterator[Block]:
    # The parser may have moved text: back to source order. A group is split where another stands in it, but
    # not by one of which nothing shows.
    shown = {group for _, group, _, _, _, text, _, _ in walk.pieces if text and not text.isspace()}
    pieces = sorted([piece for piece in walk.pieces if piece[1] in shown], key=itemgetter(0))
    index = 0
    seen: set[int] = set()
    for group, members in groupby(pieces, key=itemgetter(1)):
        flags = walk.group_flags[group]
        if group in seen:
            flags = with_flag(flags, "continues", True)
        for number, line in enumerate(_lines(list(members), flags)):
            if number:
                flags = with_flag(with_flag(flags, "continues", False), "line", True)
            if block := _block(index, line, flags, tree, walk, opened):
                yield block
                index += 1
                seen.add(group)


def _lines(pieces: list[Piece], flags: Flags) -> Sequence[list[Piece]]:
    """The lines between ``<br>``, if one is a paragraph; verse and addresses are one block, and what is preformatted."""
    if len(pieces) < 2 or flags.pre:
        return (pieces,)
    starts = [place for place, piece in enumerate(pieces) if piece[4] == "\n" and place]
    if not starts:
        return (pieces,)
    lines = [pieces[start:end] for start, end in pairwise((0, *starts, len(pieces)))]
    return lines if any(map(_is_paragraph, lines)) else (pieces,)


def _is_paragraph(line: Sequence[Piece]) -> bool:
    text = "".join(f"{piece[4]}{piece[5]}" for piece in line)
    return text.count(" ") >= _WORDS or (len(text) >= _WIDE_LINE and text[len(text) // 2] >= _WIDE)


# A line of verse or of an address has hardly so many blanks; in scripts without spaces, so many characters.
_WORDS, _WIDE_LINE, _WIDE = 7, 24, "\u2e80"


def _block(index: int, pieces: list[Piece], flags: Flags, tree: Tree, walk: Walk, opened: _Opened) -> Block | None:
    """A block of neighbouring pieces of one group, or None where nothing but white space would show."""
    parts: list[str] = []
    runs: list[Run] = []
    formats: dict[int, Span] = {}
    marks: list[Inline] = []
    nodes: list[int] = []
    length = 0
    for _, _, node, format, lead, text, chunk_runs, image in pieces:
        if image:
            marks.append(Inline("image", (length, length), *image))
            continue
        if parts and lead:
            parts.append(lead)
            length += len(lead)
        parts.append(text)
        for low, high, source_low, source_high in chunk_runs:
            runs.append(_run(((length + low, length + high), (source_low, source_high))))
        start = length
        length += len(text)
        nodes.append(node)
        while format:
            formats[format] = (formats[format][0] if format in formats else start, length)
            format = walk.formats[format][0]
    shown = "".join(parts)
    if not shown or shown.isspace():
        return None
    for format, span in formats.items():
        _, kind, target, _ = walk.formats[format]
        marks.append(_inline((kind, span, target, None)))
    if len(marks) > 1:
        marks.sort(key=lambda mark: (mark.range[0], -mark.range[1]))
    node = nodes[0] if len(nodes) == 1 else tree.around(min(nodes), max(nodes))
    if flags.hidden in OPENED:
        hider = walk.hiding[bisect_right(walk.hiding, node) - 1]
        if hider in opened.curtains:
            flags = with_flag(flags, "hidden", None)  # a script will lift it
        elif hider in opened.panels:
            flags = with_flag(flags, "hidden", "collapsed")
    return Block(index, shown, tuple(runs), tree, node, tuple(marks), flags)


# A third of the time of Run(…) and Inline(…).
_run, _inline = partial(tuple.__new__, Run), partial(tuple.__new__, Inline)
