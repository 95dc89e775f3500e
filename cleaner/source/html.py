"""HTML → blocks with exact source spans.

The page is lexed into numbered chunks (:mod:`.markup`), its marked copy parsed by turbohtml's WHATWG tree
builder, and the tree walked once, as events: a page 100,000 elements deep needs no recursion.
Chunks are gathered into groups, a group being all inline text between two block boundaries; a block is
a group's chunks as far as they stand together in the source.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from turbohtml.saxparse import SaxHandler, sax_parse

from cleaner.model import VISIBLE, Block, Flags, Inline, Run, Span, Tree
from cleaner.source.markup import WHITE, Chunk, Marked, mark
from cleaner.source.visibility import Visibility

# Elements that do not break a line of text (HTML Standard, section 15.3, by way of CSS display: inline).
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt rtc ruby s samp "
    "slot small span strike strong sub sup time tt u var wbr img br picture source map area output meter progress "
    "script style link meta math svg input select textarea".split()
)
# Elements whose content is no text of the page (DESIGN: what is text), or is a fallback that no browser shows.
_NO_TEXT = frozenset("script style title select datalist svg head textarea iframe noembed noframes".split())
_FALLBACK = frozenset("audio video canvas object".split())
_CURTAINS = frozenset(("opacity", "visibility"))
_PAGE = frozenset(("h1", "main", "article"))  # who hides these hides the page, which nobody means to
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset("ul ol dl menu dir".split())
_CELLS = frozenset(("td", "th"))
_PREFORMATTED = frozenset("pre listing xmp plaintext".split())
_FLAGGED = _HEADINGS.keys() | _LISTS | _CELLS | _PREFORMATTED | _FALLBACK | {"blockquote", "noscript", "dialog"}
_FORMATS = {
    "a": "link", "b": "strong", "strong": "strong", "i": "em", "em": "em",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip

_SPECIAL = re.compile(rf"&|\0|[{WHITE}]{{2}}")
_PIECE = re.compile(
    rf"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^{WHITE}<&#;]{{1,32}};?)|\0+|[{WHITE}]{{2,}}|[^&\0{WHITE}]+|[{WHITE}]|&"
)
_TO_SPACES = str.maketrans(dict.fromkeys(WHITE, " "))


class Segmented(NamedTuple):
    """A page's elements and blocks, and how deep, wide and long it gets (what makes other parsers fail).

    ``depth`` counts open elements, ``attributes`` those of one tag, ``children`` those of one element,
    ``text`` the characters of one piece of text.
    """

    tree: Tree
    blocks: tuple[Block, ...]
    depth: int
    attributes: int
    children: int
    text: int


def segment(text: str) -> Segmented:
    """Cut an HTML page into blocks.

    :param text: the decoded page, any string.
    :returns: its elements and blocks; every character of visible or hidden text stands in exactly one run.
    """
    marked = mark(text)
    walk = _Walk(text, marked)
    sax_parse(marked.copy, walk)
    return walk.segmented()


# What holds inside an open element: (its row, does it break lines, flags, format, what to resume when it ends).
# To resume: the group and pending white space of the paragraph that an inline hidden element stands in.
# Plain tuples here and in _Piece, since they are made thousands of times a page.
_Frame = tuple[int, bool, Flags, int, tuple[int, str] | None]
# One chunk's part in its group: (chunk, group, element, format, white space before, text, runs, image).
_Piece = tuple[int, int, int, int, str, str, tuple[Run, ...], tuple[str, str] | None]


class _Walk(SaxHandler):
    """Fills the tree's columns and the pieces of the page from parse events, in one pass."""

    def __init__(self, text: str, marked: Marked) -> None:
        self.text = text
        self.chunks = marked.chunks
        self.numbers = marked.numbers
        self.visibility = Visibility([text[start:end] for start, end in marked.sheets])
        self.tags: list[str] = []
        self.parents: list[int] = []
        self.ids: list[str | None] = []
        self.classes: list[tuple[str, ...]] = []
        self.roles: list[str | None] = []
        self.frames: list[_Frame] = [(-1, True, VISIBLE, 0, None)]
        self.skipped = 0  # open elements inside one whose content is no text
        self.formats: list[tuple[int, str, str | None]] = [(0, "", None)]  # (outer format, kind, target)
        self.group_flags: list[Flags] = []
        self.group = -1  # -1: the next piece begins a new one
        self.pending = ""
        self.breaks = 0
        self.after_link = False
        self.pieces: list[_Piece] = []
        self.curtains: list[tuple[int, str]] = []  # elements hidden in a way that scripts undo, and how
        self.depth = self.attributes = self.longest = 0

    # --- events ---------------------------------------------------------------------------------

    def start_element(self, tag: str, attrs: tuple[tuple[str, str | None], ...]) -> None:
        parent, _, flags, format, _ = self.frames[-1]
        node = len(self.tags)
        self.tags.append(tag)
        self.parents.append(parent)
        attributes = dict(attrs)
        self.ids.append(attributes.get("id"))
        self.roles.append(attributes.get("role"))
        classes = attributes.get("class")
        self.classes.append(tuple(classes.split()) if classes else ())
        if len(attrs) > self.attributes:
            self.attributes = len(attrs)
        if self.skipped or tag in _NO_TEXT or (tag == "template" and "shadowrootmode" not in attributes):
            self.skipped += 1
            self.frames.append((node, False, flags, format, None))
            return
        if tag == "br":
            self._break_line(flags)
        elif tag == "img":
            self._image(node, attributes)
        block = tag not in _INLINE
        inside = self._flags(tag, attributes, flags) if attrs or tag in _FLAGGED else flags
        resume = None
        if block:
            self._boundary()
        else:
            if kind := _FORMATS.get(tag):
                self.formats.append((format, kind, attributes.get("href") if kind == "link" else None))
                format = len(self.formats) - 1
                if tag == "a" and self.after_link and not self.pending:
                    self.pending = " "  # two links that touch are two things, set apart by style
            if inside.hidden != flags.hidden:
                resume = (self.group, self.pending)
                self._boundary()
        self.frames.append((node, block, inside, format, resume))
        if len(self.frames) > self.depth:
            self.depth = len(self.frames)

    def end_element(self, tag: str) -> None:
        _, block, _, _, resume = self.frames.pop()
        if self.skipped:
            self.skipped -= 1
        elif block:
            self._boundary()
        else:
            if resume:
                self.group, self.pending = resume
            if tag == "a":
                self.after_link = True

    def characters(self, data: str) -> None:
        if self.skipped:
            return
        pre = self.frames[-1][2].pre
        for number, blank in self.numbers(data):
            if blank and not pre:
                self.pending = self.pending or " "
            else:
                self._add(number)

    # --- elements -------------------------------------------------------------------------------

    def _flags(self, tag: str, attributes: dict[str, str | None], flags: Flags) -> Flags:
        """The flags inside this element, given those around it. Shared while nothing changes."""
        if not flags.hidden:
            how = "fallback" if tag in _FALLBACK else self.visibility.hidden(tag, attributes)
            if how:
                flags = replace(flags, hidden=how)
                if how in _CURTAINS:
                    self.curtains.append((len(self.tags) - 1, how))
        if tag not in _FLAGGED:
            return flags
        if tag in _HEADINGS:
            return replace(flags, heading=_HEADINGS[tag])
        if tag in _LISTS:
            return replace(flags, list_depth=flags.list_depth + 1)
        if tag in _CELLS:
            return replace(flags, cell=True)
        if tag in _PREFORMATTED:
            return replace(flags, pre=True)
        if tag == "blockquote":
            return replace(flags, quote=True)
        if tag == "noscript":
            return replace(flags, noscript=True)
        return flags

    # --- text -----------------------------------------------------------------------------------

    def _boundary(self) -> None:
        self.group = -1
        self.pending = ""
        self.breaks = 0
        self.after_link = False

    def _break_line(self, flags: Flags) -> None:
        self.breaks += 1
        self.pending = "\n"
        if self.breaks > 1 and not flags.pre:
            self._boundary()  # an empty line sets paragraphs apart on pages that know no <p>

    def _open_group(self, flags: Flags) -> int:
        if self.group < 0:
            self.group = len(self.group_flags)
            self.group_flags.append(flags)
            self.pending = ""
        return self.group

    def _add(self, number: int) -> None:
        node, _, flags, format, _ = self.frames[-1]
        chunk = self.chunks[number]
        if chunk[1] - chunk[0] > self.longest:
            self.longest = chunk[1] - chunk[0]
        before, text, after, runs = _content(self.text, chunk, flags.pre)
        if before and not self.pending:
            self.pending = " "
        if text:
            group = self._open_group(flags)
            self.pieces.append((number, group, node, format, self.pending, text, runs, None))
            self.pending = " " if after else ""
            self.breaks = 0
            self.after_link = False

    def _image(self, node: int, attributes: dict[str, str | None]) -> None:
        target = attributes.get("src") or ""
        if target and not target.startswith("data:"):
            _, _, flags, format, _ = self.frames[-1]
            chunk = self.pieces[-1][0] if self.pieces else -1
            image = (target, attributes.get("alt") or "")
            self.pieces.append((chunk, self._open_group(flags), node, format, "", "", (), image))

    # --- the result -----------------------------------------------------------------------------

    def segmented(self) -> Segmented:
        """The blocks, once all events are in."""
        tree = Tree(self.tags, self.parents, self.ids, self.classes, self.roles)
        # The parser may have moved text: back to source order. A group is split where another stands in it.
        self.pieces.sort(key=itemgetter(0))
        blocks: list[Block] = []
        seen: set[int] = set()
        for group, members in groupby(self.pieces, key=itemgetter(1)):
            flags = self.group_flags[group]
            if group in seen:
                flags = replace(flags, continues=True)
            if block := self._block(len(blocks), list(members), flags, tree):
                blocks.append(block)
                seen.add(group)
        for node, how in self.curtains:
            self._lift(node, how, blocks)
        widest = max(Counter(self.parents).values(), default=0)
        return Segmented(tree, tuple(blocks), self.depth, self.attributes, widest, self.longest)

    def _block(self, index: int, pieces: list[_Piece], flags: Flags, tree: Tree) -> Block | None:
        """A block of neighbouring pieces of one group, or None where nothing but white space would show."""
        parts: list[str] = []
        runs: list[Run] = []
        formats: dict[int, Span] = {}
        marks: list[Inline] = []
        nodes: list[int] = []
        length = 0
        for _, _, node, format, lead, text, piece_runs, image in pieces:
            if image:
                marks.append(Inline("image", (length, length), *image))
                continue
            start = length + len(lead) if parts else 0
            if parts:
                parts.append(lead)
            parts.append(text)
            length = start + len(text)
            runs += [Run((low + start, high + start), span) for (low, high), span in piece_runs] if start else piece_runs
            nodes.append(node)
            while format:
                formats[format] = (formats[format][0] if format in formats else start, length)
                format = self.formats[format][0]
        shown = "".join(parts)
        if not shown or shown.isspace():
            return None
        for format, span in formats.items():
            _, kind, target = self.formats[format]
            marks.append(Inline(kind, span, target))  # type: ignore[arg-type]
        marks.sort(key=lambda mark: (mark.range[0], -mark.range[1]))
        return Block(index, shown, tuple(runs), tree, self._holder(nodes), tuple(marks), flags)

    def _lift(self, node: int, how: str, blocks: list[Block]) -> None:
        """Show what a transparent or invisible element hides if the page itself is in it: a script lifts that curtain."""
        end = next((row for row in range(node + 1, len(self.tags)) if self.parents[row] < node), len(self.tags))
        if _PAGE.isdisjoint(self.tags[node:end]):
            return
        for index, block in enumerate(blocks):
            if node <= block.node < end and block.flags.hidden == how:
                blocks[index] = replace(block, flags=replace(block.flags, hidden=None))

    def _holder(self, nodes: list[int]) -> int:
        """The innermost element that holds all of these."""
        common = nodes[0]
        for node in set(nodes[1:]):
            # Ordinals are in document order, so the later of two is never an ancestor of the earlier.
            while node != common:
                if node > common:
                    node = self.parents[node]
                else:
                    common = self.parents[common]
        return common


def _content(source: str, chunk: Chunk, pre: bool) -> tuple[bool, str, bool, tuple[Run, ...]]:
    """A chunk's text as a reader sees it, with its runs, and whether white space stood before and behind it."""
    start, end, verbatim = chunk
    raw = source[start:end]
    before = after = False
    if not pre:
        bare = raw.lstrip(WHITE)
        before, start = len(bare) < len(raw), end - len(bare)
        raw = bare.rstrip(WHITE)
        after, end = len(raw) < len(bare), start + len(raw)
        if not raw:
            return before, "", after, ()
    special = "&" in raw or "\0" in raw or "\r" in raw if pre else _SPECIAL.search(raw)
    if not special:
        return before, raw if pre else raw.translate(_TO_SPACES), after, (Run((0, len(raw)), (start, end)),)
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for match in _PIECE.finditer(raw):
        piece = match[0]
        if piece[0] == "&" and not verbatim:
            shown = html.unescape(piece)
            # A prefix may be the entity ("&notit" is "¬it"): what follows it stands for itself.
            tail = 0
            while tail < len(shown) and tail < len(piece) and shown[-1 - tail] == piece[-1 - tail]:
                tail += 1
            if tail == len(piece):
                tail = 0
        elif piece[0] in WHITE:
            shown, tail = piece.replace("\r\n", "\n").replace("\r", "\n") if pre else " ", 0
        else:
            shown, tail = piece.replace("\0", ""), 0
        at = start + match.start()
        for text, low, high in (
            (shown[: len(shown) - tail], at, at + len(piece) - tail),
            (shown[len(shown) - tail :], at + len(piece) - tail, at + len(piece)),
        ):
            if not text:
                continue
            last = runs[-1] if runs else None
            literal = len(text) == high - low
            if last and literal and last.source[1] == low and _literal(last):
                runs[-1] = Run((last.text[0], length + len(text)), (last.source[0], high))
            else:
                runs.append(Run((length, length + len(text)), (low, high)))
            parts.append(text)
            length += len(text)
    return before, "".join(parts), after, tuple(runs)


def _literal(run: Run) -> bool:
    return run.text[1] - run.text[0] == run.source[1] - run.source[0]
