"""One walk over the parsed page: its elements, and its pieces of text with all that holds where they stand.

The parser's events are all that is seen of its tree, so a page 100,000 elements deep needs no recursion. Pages say the
same tag with the same attributes again and again (three of four times): what follows from these is worked out once.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import replace
from functools import lru_cache

from turbohtml.saxparse import SaxHandler

from cleaner.model import VISIBLE, Flags, Tree
from cleaner.source.chunk import Part, content
from cleaner.source.markup import Marked, number
from cleaner.source.visibility import OPENED, RESTORABLE, TELLING, Visibility

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
# The ways of hiding that scripts undo.
CURTAINS = frozenset(("opacity", "visibility", "class"))
_PAGE = frozenset(("h1", "main", "article"))  # who hides these hides the page, which nobody means to
_LISTS = frozenset("ul ol dl menu dir".split())
_PREFORMATTED = frozenset("pre listing xmp plaintext".split())
# The flag that stands inside an element, and its value.
_FLAGS: dict[str, tuple[str, object]] = {
    **{f"h{level}": ("heading", level) for level in range(1, 7)},
    **dict.fromkeys(("td", "th"), ("cell", True)),
    **dict.fromkeys(_PREFORMATTED, ("pre", True)),
    "blockquote": ("quote", True),
    "noscript": ("noscript", True),
}
_FLAGGED = _LISTS.union(_FLAGS)
_FORMATS = {
    "a": "link", "b": "strong", "strong": "strong", "i": "em", "em": "em",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
    "rt": "reading", "rtc": "reading", "rp": "reading",
}  # fmt: skip

# What is to be done at a start tag.
_BLOCK, _PLAIN, _FORMAT, _BREAK, _IMAGE, _SKIP = range(6)
_TO_DO = {
    **dict.fromkeys(_INLINE, _PLAIN),
    **dict.fromkeys(_FORMATS, _FORMAT),
    "br": _BREAK,
    "img": _IMAGE,
    **dict.fromkeys(_NO_TEXT, _SKIP),
}

_CELLS, _SPAN = ("td", "th"), re.compile(r"\s*+(\d{1,9})")
_NEWLINE = re.compile(r"\r\n|\n|\r|")

_Attributes = tuple[tuple[str, str | None], ...]
# A row of the tree: (tag, id, classes, role). Plain tuples, here and below, since they are made thousands of times a page.
_Row = tuple[str, str | None, tuple[str, ...], str | None]
# A start tag: (row, what to do, how it hides its content, may it change other flags, the target of a link or image,
# the label of an image).
_Element = tuple[_Row, int, str | None, bool, str | None, str]
# What holds inside an open element: (its row, does it break lines, flags, format, what to resume when it ends).
# To resume: the group, pending white space and link of the paragraph that an inline hidden element stands in.
_Frame = tuple[int, bool, Flags, int, tuple[int, str, bool] | None]
# An inline format: the format around it, its kind and target, and the kinds that are open in it.
_Format = tuple[int, str, str | None, frozenset[str]]
# One chunk's part in its group: (chunk, group, element, format, white space before, text, runs, image).
Piece = tuple[int, int, int, int, str, str, list[Part], tuple[str, str] | None]


class Walk(SaxHandler):
    """Fills the tree's columns and the pieces of the page from parse events, in one pass."""

    def __init__(self, text: str, marked: Marked) -> None:
        self.text = text
        self.chunks = marked.chunks
        self.numbers = marked.numbers
        self.keeps_white = marked.words > 0
        self.visibility = Visibility([text[start:end] for start, end in marked.sheets])
        self.known: dict[tuple[str, _Attributes], _Element] = {}
        self.rows: list[_Row] = []
        self.parents: list[int] = []
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
        self.pieces: list[Piece] = []
        self.hiding: list[int] = []  # elements hidden in a way that readers or scripts undo; none in another
        self.lifted: set[int] = set()  # those that hide the page itself
        self.depth = self.attributes = self.longest = 0
        self.span = 1  # the most rows or columns that a cell says it takes

    def tree(self) -> Tree:
        """The elements, once all events are in."""
        if not self.rows:
            return Tree()
        tags, ids, classes, roles = zip(*self.rows, strict=True)
        # Arrays: Python's collector need not look at thousands of numbers, and numpy reads them as they are.
        return Tree(tags, array("q", self.parents), ids, classes, roles, array("q", self.ends))

    # --- events ---------------------------------------------------------------------------------

    def start_element(self, tag: str, attrs: _Attributes) -> None:
        frames = self.frames
        parent, _, flags, format, _ = frames[-1]
        node = len(self.parents)
        self.parents.append(parent)
        self.ends.append(0)
        if len(frames) > self.depth:
            self.depth = len(frames)
        row, to_do, how, flagged, target, label = self.known.get((tag, attrs)) or self._element(tag, attrs)
        self.rows.append(row)
        if self.skipped or to_do == _SKIP:
            self.skipped += 1
            frames.append((node, False, flags, format, None))
            return
        inside = flags
        if flagged or how or flags.hidden:
            inside = self._flags(tag, attrs, how, flags)
        if to_do == _BLOCK:
            if self.group >= 0:
                self._boundary()
            if tag in _PAGE and inside.hidden in CURTAINS:
                self.lifted.add(self.hiding[-1])
            frames.append((node, True, inside, format, None))
            return
        resume = None
        if to_do == _FORMAT:
            format = self._format(_FORMATS[tag], target, format)
        elif to_do == _BREAK:
            self._break_line(flags)
        elif to_do == _IMAGE and target:
            self._image(node, target, label)
        if inside is not flags and (inside.hidden, inside.noscript) != (flags.hidden, flags.noscript):
            resume = (self.group, self.pending, self.after_link)
            self._boundary()
        frames.append((node, False, inside, format, resume))

    def end_element(self, tag: str) -> None:
        node, block, _, _, resume = self.frames.pop()
        self.ends[node] = len(self.parents)
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

    def _element(self, tag: str, attrs: _Attributes) -> _Element:
        """What follows from a start tag alone, wherever it stands. Not kept where little of it is asked for."""
        attributes = dict(attrs)
        get = attributes.get
        row = tag, get("id"), _names(get("class")), get("role")
        if len(attrs) > self.attributes:
            self.attributes = len(attrs)
        if tag in _CELLS:
            spans = filter(None, (_SPAN.match(get(name) or "") for name in ("colspan", "rowspan")))
            self.span = max([self.span, *(int(span[1]) for span in spans)])
        to_do = _TO_DO.get(tag, _BLOCK)
        if self.skipped or to_do == _SKIP or (tag == "template" and "shadowroot" not in attributes):
            return row, _SKIP, None, False, None, ""
        if controls := get("aria-controls"):
            self.visibility.controlled(controls)
        how = None
        if tag in _FALLBACK:
            how = "fallback"
        elif tag == "dialog" or not TELLING.isdisjoint(attributes):
            how = self.visibility.hidden(tag, attributes)
        target, label = None, ""
        if tag == "a":
            target = get("href")
        elif to_do == _IMAGE:
            target, label = get("src"), get("alt") or ""
            if target and target.startswith("data:"):
                target = None  # the picture itself, and no address
        element = self.known[tag, attrs] = row, to_do, how, tag in _FLAGGED, target, label
        return element

    def _flags(self, tag: str, attrs: _Attributes, how: str | None, flags: Flags) -> Flags:
        """The flags inside this element, given those around it and how it hides its content."""
        if flags.hidden in RESTORABLE and self.visibility.restored(flags.hidden, tag, dict(attrs)):
            flags = with_flag(flags, "hidden", None)
        if how and not flags.hidden:
            flags = with_flag(flags, "hidden", how)
            if how in OPENED:
                self.hiding.append(len(self.parents) - 1)
        if tag in _LISTS:
            return with_flag(flags, "list_depth", flags.list_depth + 1)
        if tag in _PREFORMATTED:
            self.fresh = len(self.parents) - 1
        return with_flag(flags, *_FLAGS[tag]) if tag in _FLAGS else flags

    def _format(self, kind: str, target: str | None, outer: int) -> int:
        """The format inside this element, given the one around it. Bold in bold is no more than bold."""
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

    def _image(self, node: int, target: str, label: str) -> None:
        _, _, flags, format, _ = self.frames[-1]
        chunk = self.pieces[-1][0] if self.pieces else -1
        self.pieces.append((chunk, self._open_group(flags), node, format, "", "", [], (target, label)))


@lru_cache(maxsize=1024)
def with_flag(flags: Flags, name: str, value: object) -> Flags:
    """The same flags but for one. Few are ever made, and to look one up takes a tenth of the time of making it."""
    return replace(flags, **{name: value})  # type: ignore[arg-type]


@lru_cache(maxsize=4096)
def _names(value: str | None) -> tuple[str, ...]:
    """The class names of an attribute."""
    return tuple(value.split()) if value else ()
