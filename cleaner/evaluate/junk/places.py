"""Where a page has room for junk: offsets into its source, which stays as it is.

The elements of the page are found with :mod:`html.parser`, which says where each tag stands, and a stack that closes
what HTML lets authors leave open. That is no browser, but all that is needed is the container of the article's
paragraphs: the element with most text in paragraphs that are its children, or its children's only ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

from cleaner.evaluate.junk.model import fold

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ENDS_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul".split()
)
_ENDS: Mapping[str, frozenset[str]] = {  # a start tag → the open elements that it closes
    **dict.fromkeys(_ENDS_P, frozenset({"p"})),
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "option": frozenset({"option"}),
    "body": frozenset({"head"}),
}
_BOUNDS = frozenset("table td th ul ol dl button object caption template html".split())  # nothing is closed across
_UNREAD = frozenset("head script style noscript template title textarea select svg math iframe".split())
_NO_ARTICLE = frozenset("nav footer aside figure blockquote li dd button address".split())
_NO_BLOCKS = frozenset("a button table tbody thead tfoot tr ul ol dl select p span label h2 h3 h4 h5 h6".split())
_HEADINGS = frozenset(("h2", "h3", "h4"))
_ALSO_SAID = frozenset("ul ol dl table blockquote figure pre".split())
_WHOLE = frozenset("html body main article".split())  # their classes speak of the page: comments-open, right-sidebar
_NOT_THE_ARTICLE = re.compile(r"comment|respond|disqus|cookie|consent|newsletter", re.IGNORECASE)
_SENTENCE_END = tuple('.!?…”“"’»)。！？」』')


@dataclass(slots=True, eq=False)
class _Element:
    """An element, with the offsets of its tags. ``close`` is where its content ends; ``end`` is behind its end tag."""

    name: str
    parent: _Element | None
    start: int
    open: int
    about: str = ""
    close: int = -1
    end: int = -1
    stated: bool = False
    text: list[str] = field(default_factory=list)
    linked: int = 0
    children: list[_Element] = field(default_factory=list)

    def up(self) -> Iterator[_Element]:
        """The element and what it stands in, from the inside."""
        here: _Element | None = self
        while here:
            yield here
            here = here.parent

    @property
    def words(self) -> str:
        return fold(unescape("".join(self.text)))


@dataclass(frozen=True, slots=True)
class Room:
    """What :func:`find` found.

    :param at: offsets by place; a place that the page does not have is missing.
    :param head: where a style sheet can be put: the end of the head, or the start of the body; None without both.
    :param headings: of the article, below its headline.
    """

    at: Mapping[str, tuple[int, ...]]
    head: int | None
    headings: tuple[str, ...]


def find(page: str) -> Room:
    """The places of a page. Any page has a foot."""
    tree = _Tree(page)
    tree.feed(page)
    tree.finish()
    at: dict[str, tuple[int, ...]] = {"foot": (_foot(tree, page),)}
    if body := _first(tree, "body"):
        at["top"] = (body.open,)
    head = _first(tree, "head")
    start = head.close if head and head.stated else body.open if body else None
    container = max(tree.elements, key=_score, default=None)
    if container is None or not _score(container):
        _add(at, "headline", _behind_headline(tree, len(page)))
        return Room(at, start, ())
    paragraphs = [child for child in container.children if _weight(child)]
    _add(at, "headline", _behind_headline(tree, paragraphs[0].start))
    at["first"] = (paragraphs[0].start,)
    _add(at, "middle", _between(container, paragraphs))
    last = _last(container, paragraphs[-1])
    at["end"] = (last.end,)
    _add(at, "glued", _glued(last))
    _add(at, "behind", _behind(container))
    at["aside"] = (*at.get("behind", ()), *at.get("middle", ()), *at["end"])
    found = (each.words for each in tree.elements if each.name in _HEADINGS and container in each.up())
    return Room(at, start, tuple(dict.fromkeys(text for text in found if text)))


class _Tree(HTMLParser):
    """The elements of a page in the order of their start tags."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[_Element] = []
        self._page = page
        self._lines = [0, *(match.end() for match in re.finditer("\n", page))]
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = self._offset()
        self._imply(tag, at)
        if tag in _VOID:
            return
        about = " ".join(value or "" for name, value in attrs if name in ("class", "id"))
        parent = self._open[-1] if self._open else None
        element = _Element(tag, parent, at, at + len(self.get_starttag_text() or ""), about)
        if parent:
            parent.children.append(element)
        self.elements.append(element)
        self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # To HTML the slash means nothing, but within pictures it does.
        self.handle_starttag(tag, attrs)
        if self._open and any(each.name in ("svg", "math") for each in self._open) and self._open[-1].name == tag:
            self._pop(self._offset(), self._open[-1].open)

    def handle_endtag(self, tag: str) -> None:
        at = self._offset()
        place = next((place for place in range(len(self._open))[::-1] if self._open[place].name == tag), None)
        if place is None:
            return
        while len(self._open) > place + 1:
            self._pop(at, at)
        end = self._page.find(">", at) + 1 or len(self._page)
        self._open[-1].stated = True
        self._pop(at, end)

    def handle_data(self, data: str) -> None:
        self._read(data)

    def handle_charref(self, name: str) -> None:
        self._read(f"&#{name};")

    def handle_entityref(self, name: str) -> None:
        self._read(f"&{name};")

    def finish(self) -> None:
        """The page is over, and whatever is open with it."""
        self.close()
        while self._open:
            self._pop(len(self._page), len(self._page))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _imply(self, tag: str, at: int) -> None:
        """Close what a start tag closes."""
        ends = _ENDS.get(tag, frozenset())
        for place in range(len(self._open))[::-1]:
            if self._open[place].name in ends:
                while len(self._open) > place:
                    self._pop(at, at)
            elif self._open[place].name in _BOUNDS:
                return

    def _pop(self, close: int, end: int) -> None:
        element = self._open.pop()
        element.close, element.end = close, end

    def _read(self, data: str) -> None:
        names = {element.name for element in self._open}
        if names & _UNREAD:
            return
        holder = next((each for each in reversed(self._open) if each.name == "p" or each.name in _HEADINGS), None)
        if holder:
            holder.text.append(data)
            holder.linked += len(data.strip()) if "a" in names else 0


def _first(tree: _Tree, name: str) -> _Element | None:
    return next((element for element in tree.elements if element.name == name), None)


def _add(at: dict[str, tuple[int, ...]], place: str, offsets: Iterable[int]) -> None:
    if found := tuple(offsets):
        at[place] = found


def _foot(tree: _Tree, page: str) -> int:
    for name in ("body", "html"):
        element = _first(tree, name)
        if element and element.stated:
            return element.close
    return len(page)


def _is_other(element: _Element) -> bool:
    """Does it say of itself that it is something besides the article?"""
    return element.name not in _WHOLE and bool(_NOT_THE_ARTICLE.search(element.about))


def _own(paragraph: _Element) -> int:
    """How much a paragraph says that is no link."""
    return max(0, len(paragraph.words) - 2 * paragraph.linked)


def _weight(child: _Element) -> int:
    """How much an element says as a paragraph, or as what is around just one."""
    if child.name == "p":
        return _own(child)
    if child.name not in ("div", "section") or _is_other(child):
        return 0
    inner = [each for each in child.children if each.name == "p"]
    return _own(inner[0]) // 2 if len(inner) == 1 == len(child.children) else 0


def _score(element: _Element) -> int:
    """How much stands in the paragraphs of an element, if it can hold an article."""
    weight = sum(map(_weight, element.children))
    if not weight or any(each.name in _UNREAD | _NO_ARTICLE or _is_other(each) for each in element.up()):
        return 0
    return weight


def _behind_headline(tree: _Tree, before: int) -> Iterator[int]:
    """Behind the last headline before the article's first paragraph."""
    headlines = [each for each in tree.elements if each.name == "h1" and each.stated and each.end <= before]
    for headline in headlines[-1:]:
        if not any(each.name in _NO_BLOCKS | _UNREAD for each in headline.up()):
            yield headline.end


def _between(container: _Element, paragraphs: list[_Element]) -> Iterator[int]:
    """Between two paragraphs that follow each other; not where the first leads over to what follows."""
    children = container.children
    for before, after in pairwise(children):
        if before in paragraphs and after in paragraphs and not before.words.endswith((":", "：")):
            yield before.end


def _last(container: _Element, paragraph: _Element) -> _Element:
    """What the article ends with: its last paragraph, or a list or table that follows it."""
    following = container.children[container.children.index(paragraph) + 1 :]
    said = [each for each in following if each.name in _ALSO_SAID and not _is_other(each)]
    return said[-1] if said else paragraph


def _glued(last: _Element) -> Iterator[int]:
    """At the end of the last paragraph, if a sentence ends there."""
    if last.name == "p" and last.stated and last.words.endswith(_SENTENCE_END):
        yield last.close


def _behind(container: _Element) -> Iterator[int]:
    """Behind the container; behind the table, where it is a cell."""
    for element in container.up():
        parent = element.parent
        if not parent or element.name == "body":
            return
        if element.stated and parent.name not in _NO_BLOCKS | {"html"}:
            yield element.end
            return
