"""HTML → blocks with exact source spans.

The page is lexed into numbered chunks (:mod:`.markup`), its marked copy parsed by turbohtml's WHATWG tree
builder, and the tree walked once, as events: a page 100,000 elements deep needs no recursion.
Chunks are gathered into groups, a group being all inline text between two block boundaries; a block is
a group's chunks as far as they stand together in the source.
"""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from turbohtml.saxparse import SaxHandler, sax_parse

from cleaner.model import VISIBLE, Block, Flags, Inline, Run, Span, Tree
from cleaner.source.chunk import Part, content
from cleaner.source.markup import Marked, mark, number
from cleaner.source.scalar import scalar
from cleaner.source.visibility import RESTORABLE, TELLING, Visibility

# Elements that do not break a line of text: those the HTML Standard, section 15.3, leaves inline, and MathML.
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr noscript q rb rp rt rtc "
    "ruby s samp slot small span strike strong sub sup time tt u var wbr img br picture source map area output meter "
    "progress script style link meta svg input select textarea "
    "math semantics mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom menclose mfenced "
    "msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd maction "
    "annotation annotation-xml".split()
)
# Elements whose content is no text of the page (DESIGN: what is text), or is a fallback that browsers hide.
_NO_TEXT = frozenset("script style title select datalist svg head textarea iframe noembed noframes".split())
_FALLBACK = frozenset("audio video canvas object meter progress annotation annotation-xml".split())
_CURTAINS = frozenset(("opacity", "visibility", "class"))
_PAGE = frozenset(("h1", "main", "article"))  # who hides these hides the page, which nobody means to
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset("ul ol dl menu dir".split())
_CELLS = frozenset(("td", "th"))
_PREFORMATTED = frozenset("pre listing xmp plaintext".split())
_TOLD = frozenset(("blockquote", "noscript", "dialog"))
_FLAGGED = _TOLD.union(_HEADINGS, _LISTS, _CELLS, _PREFORMATTED, _FALLBACK)
_FORMATS = {
    "a": "link", "b": "strong", "strong": "strong", "i": "em", "em": "em",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip

_NONE: dict[str, str | None] = {}
_NEWLINE = re.compile(r"\r\n|\n|\r|")


class Segmented(NamedTuple):
    """A page's elements and blocks, and how deep, wide and long it gets (what makes other parsers fail).

    ``depth`` counts open elements, ``attributes`` those of one tag, ``children`` those of one element,
    ``text`` the characters of one piece of text. ``code`` are the spans of scripts and style sheets, in order.
    """

    tree: Tree
    blocks: tuple[Block, ...]
    depth: int
    attributes: int
    children: int
    text: int
    code: tuple[Span, ...]


def segment(text: str) -> Segmented:
    """Cut an HTML page into blocks.

    :param text: the decoded page, any string.
    :returns: its elements and blocks; every character of visible or hidden text stands in exactly one run.
    """
    with _collector_at_rest():
        marked = mark(text)
        walk = _Walk(text, marked)
        sax_parse(scalar(marked.copy), walk)
        return walk.segmented()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nothing here makes cycles, and on a large page Python's collector would take as long as the work itself."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


# What holds inside an open element: (its row, does it break lines, flags, format, what to resume when it ends).
# To resume: the group, pending white space and link of the paragraph that an inline hidden element stands in.
# Plain tuples, here and below, since they are made thousands of times a page.
_Frame = tuple[int, bool, Flags, int, tuple[int, str, bool] | None]
# An inline format: the format around it, its kind and target, and the kinds that are open in it.
_Format = tuple[int, str, str | None, frozenset[str]]
# One chunk's part in its group: (chunk, group, element, format, white space before, text, runs, image).
_Piece = tuple[int, int, int, int, str, str, list[Part], tuple[str, str] | None]
# An element: (tag, parent, id, classes, role).
_Row = tuple[str, int, str | None, tuple[str, ...], str | None]


class _Walk(SaxHandler):
    """Fills the tree's columns and the pieces of the page from parse events, in one pass."""

    def __init__(self, text: str, marked: Marked) -> None:
        self.text = text
        self.chunks = marked.chunks
        self.numbers = marked.numbers
        self.keeps_white = marked.words > 0
        self.visibility = Visibility([text[start:end] for start, end in marked.sheets])
        self.code = tuple(sorted(marked.sheets + marked.scripts))
        self.rows: list[_Row] = []
        self.ends: list[int] = []
        self.frames: list[_Frame] = [(-1, True, VISIBLE, 0, None)]
        self.skipped = 0  # open elements inside one whose content is no text
        self.formats: list[_Format] = [(0, "", None, frozenset())]
        self.group_flags: list[Flags] = []
        self.group = -1  # -1: the next piece begins a new one
        self.pending = ""
        self.breaks = 0
        self.after_link = False
        self.fresh = -1  # the preformatted element that has just begun
        self.pieces: list[_Piece] = []
        self.curtains: list[int] = []  # elements hidden in a way that scripts undo; none in another
        self.lifted: set[int] = set()  # those that hide the page itself
        self.depth = self.attributes = self.longest = 0

    # --- events ---------------------------------------------------------------------------------

    def start_element(self, tag: str, attrs: tuple[tuple[str, str | None], ...]) -> None:
        frames = self.frames
        parent, _, flags, format, _ = frames[-1]
        node = len(self.rows)
        self.ends.append(0)
        if attrs:
            attributes = dict(attrs)
            get = attributes.get
            self.rows.append((tag, parent, get("id"), _names(get("class")), get("role")))
            if len(attrs) > self.attributes:
                self.attributes = len(attrs)
        else:
            attributes = _NONE
            self.rows.append((tag, parent, None, (), None))
        if len(frames) > self.depth:
            self.depth = len(frames)
        if self.skipped or tag in _NO_TEXT or (tag == "template" and "shadowroot" not in attributes):
            self.skipped += 1
            frames.append((node, False, flags, format, None))
            return
        inside = flags
        if tag in _FLAGGED or not TELLING.isdisjoint(attributes):
            inside = self._flags(tag, attributes, flags)
        if tag not in _INLINE:
            if self.group >= 0:
                self._boundary()
            if tag in _PAGE and inside.hidden in _CURTAINS:
                self.lifted.add(self.curtains[-1])
            frames.append((node, True, inside, format, None))
            return
        resume = None
        if tag in _FORMATS:
            format = self._format(tag, attributes, format)
        elif tag == "br":
            self._break_line(flags)
        elif tag == "img":
            self._image(node, attributes)
        if inside is not flags and (inside.hidden, inside.noscript) != (flags.hidden, flags.noscript):
            resume = (self.group, self.pending, self.after_link)
            self._boundary()
        frames.append((node, False, inside, format, resume))

    def end_element(self, tag: str) -> None:
        node, block, _, _, resume = self.frames.pop()
        self.ends[node] = len(self.rows)
        if self.skipped:
            self.skipped -= 1
        elif block:
            if self.group >= 0:
                self._boundary()
        elif resume:
            self._boundary()
            self.group, self.pending, self.after_link = resume
        elif tag == "a":
            self.after_link = True

    def characters(self, data: str) -> None:
        if self.skipped:
            return
        if not data.isspace():
            if len(data) == 4:  # one chunk
                self._add(number(data))
                return
        elif not (self.keeps_white and self.frames[-1][2].pre):
            self.pending = self.pending or " "
            return
        for chunk, blank in self.numbers(data):
            if chunk < 0 or (blank and not self.frames[-1][2].pre):
                self.pending = self.pending or " "
            else:
                self._add(chunk)

    # --- elements -------------------------------------------------------------------------------

    def _flags(self, tag: str, attributes: dict[str, str | None], flags: Flags) -> Flags:
        """The flags inside this element, given those around it. Shared while nothing changes."""
        hidden = flags.hidden
        if hidden in RESTORABLE and self.visibility.restored(hidden, tag, attributes):
            hidden = None
            flags = replace(flags, hidden=None)
        if not hidden:
            how = "fallback" if tag in _FALLBACK else self.visibility.hidden(tag, attributes)
            if how:
                flags = replace(flags, hidden=how)
                if how in _CURTAINS:
                    self.curtains.append(len(self.rows) - 1)
        if tag not in _FLAGGED:
            return flags
        if tag in _HEADINGS:
            return replace(flags, heading=_HEADINGS[tag])
        if tag in _LISTS:
            return replace(flags, list_depth=flags.list_depth + 1)
        if tag in _CELLS:
            return flags if flags.cell else replace(flags, cell=True)
        if tag in _PREFORMATTED:
            self.fresh = len(self.rows) - 1
            return replace(flags, pre=True)
        if tag == "blockquote":
            return replace(flags, quote=True)
        if tag == "noscript":
            return replace(flags, noscript=True)
        return flags

    def _format(self, tag: str, attributes: dict[str, str | None], outer: int) -> int:
        """The format inside this element, given the one around it. Bold in bold is no more than bold."""
        kind = _FORMATS[tag]
        target = attributes.get("href") if kind == "link" else None
        if kind == "link" and self.after_link and not self.pending:
            self.pending = " "  # two links that touch are two things, set apart by style
        open_kinds = self.formats[outer][3]
        known = "anchor" if kind == "link" and target is None else kind
        if known in open_kinds:
            return outer
        self.formats.append((outer, kind, target, open_kinds | {known}))
        return len(self.formats) - 1

    # --- text -----------------------------------------------------------------------------------

    def _boundary(self) -> None:
        self.group = -1
        self.pending = ""
        self.breaks = 0
        self.after_link = False

    def _break_line(self, flags: Flags) -> None:
        if flags.pre:
            self.pending += "\n"
            return
        self.breaks += 1
        self.pending = "\n"
        if self.breaks > 1:
            self._boundary()  # an empty line sets paragraphs apart on pages that know no <p>

    def _open_group(self, flags: Flags) -> int:
        if self.group < 0:
            self.group = len(self.group_flags)
            self.group_flags.append(flags)
            self.pending = ""
        return self.group

    def _add(self, index: int) -> None:
        node, _, flags, format, _ = self.frames[-1]
        chunk = self.chunks[index]
        if chunk[1] - chunk[0] > self.longest:
            self.longest = chunk[1] - chunk[0]
        if node == self.fresh:  # a newline right behind the tag belongs to the tag
            chunk = (_NEWLINE.match(self.text, chunk[0]).end(), *chunk[1:])  # type: ignore[union-attr]
            self.fresh = -1
        before, text, after, runs = content(self.text, chunk, flags.pre)
        if before and not self.pending:
            self.pending = " "
        if text:
            group = self._open_group(flags)
            self.pieces.append((index, group, node, format, self.pending, text, runs, None))
            self.pending = " " if after else ""
            self.breaks = 0
            self.after_link = False

    def _image(self, node: int, attributes: dict[str, str | None]) -> None:
        target = attributes.get("src") or ""
        if target and not target.startswith("data:"):
            _, _, flags, format, _ = self.frames[-1]
            chunk = self.pieces[-1][0] if self.pieces else -1
            image = (target, attributes.get("alt") or "")
            self.pieces.append((chunk, self._open_group(flags), node, format, "", "", [], image))

    # --- the result -----------------------------------------------------------------------------

    def segmented(self) -> Segmented:
        """The blocks, once all events are in."""
        tree = Tree(*zip(*self.rows, strict=True), ends=self.ends) if self.rows else Tree()
        # The parser may have moved text: back to source order. A group is split where another stands in it, but
        # not by one of which nothing shows.
        shown = {group for _, group, _, _, _, text, _, _ in self.pieces if text and not text.isspace()}
        pieces = sorted([piece for piece in self.pieces if piece[1] in shown], key=itemgetter(0))
        blocks: list[Block] = []
        seen: set[int] = set()
        for group, members in groupby(pieces, key=itemgetter(1)):
            flags = self.group_flags[group]
            if group in seen:
                flags = replace(flags, continues=True)
            if block := self._block(len(blocks), list(members), flags, tree):
                blocks.append(block)
                seen.add(group)
        widest = max(Counter(tree.parents).values(), default=0)
        return Segmented(tree, tuple(blocks), self.depth, self.attributes, widest, self.longest, self.code)

    def _block(self, index: int, pieces: list[_Piece], flags: Flags, tree: Tree) -> Block | None:
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
                format = self.formats[format][0]
        shown = "".join(parts)
        if not shown or shown.isspace():
            return None
        for format, span in formats.items():
            _, kind, target, _ = self.formats[format]
            marks.append(Inline(kind, span, target))  # type: ignore[arg-type]
        if len(marks) > 1:
            marks.sort(key=lambda mark: (mark.range[0], -mark.range[1]))
        node = nodes[0] if len(nodes) == 1 else _common(tree, min(nodes), max(nodes))
        if flags.hidden in _CURTAINS and self.curtains[bisect_right(self.curtains, node) - 1] in self.lifted:
            flags = replace(flags, hidden=None)  # a script will lift that curtain
        return Block(index, shown, tuple(runs), tree, node, tuple(marks), flags)


_run = partial(tuple.__new__, Run)  # a third of the time of Run(…)


@lru_cache(maxsize=4096)
def _names(value: str | None) -> tuple[str, ...]:
    """The class names of an attribute."""
    return tuple(value.split()) if value else ()


def _common(tree: Tree, first: int, last: int) -> int:
    """The innermost element that holds two, the first in document order and the last (and so all between)."""
    while first != last:
        # The later of two is never an ancestor of the earlier.
        if last > first:
            last = tree.parents[last]
        else:
            first = tree.parents[first]
    return first
