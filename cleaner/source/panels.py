"""Hidden elements that a reader opens or a script shows, told by where they stand: behind a heading or button that opens them, beside their like that is open,
or where there is nothing else on the page.

Names say this on some pages (:mod:`.visibility`), on others nothing but the order of things does. On wcxb-dev two of three words behind headings stand in
the reference, three of five of what buttons in heads, their like and curtains add (8,200 words), of all other hidden text one of twenty.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate

from cleaner.model import Tree
from cleaner.source.visibility import FURNITURE

# What a reader opens a panel with, or what heads it.
_HANDLES = frozenset("h1 h2 h3 h4 h5 h6 button summary dt label".split())
# … and what the like of it is called where it is none of these.
_HEAD = re.compile(
    r"(?<![a-z])(?:head|header|heading|title|toggle|toggler|trigger|handle|opener|folded|question|summary)(?![a-z])"
)
# Where hidden panels are menus and messages.
_APART = frozenset("nav header footer form aside dialog".split())
_SILENT = frozenset("style script link meta template".split())  # between a head and what it opens, nothing
_HANDLE = 150  # characters; what is longer is no handle
_WRAPPERS = 3  # at most around a panel
_INSIDE = 6  # elements that the like of it begins with
_LAYOUT = re.compile(r"(?:row|col|column|container|grid|section|wrapper|block|flex)(?![a-z])")  # classes of anything
# A page without these many characters to see is next to empty, if so many times as many, and as these few, are behind the curtain.
_BARE, _MOST, _LEAST = 400, 5, 60
_PARTS = frozenset("h1 main article nav".split())


class Lengths:
    """How much text stands in each element of a page."""

    def __init__(self, tree: Tree, pieces: Iterable[tuple[int, int]]) -> None:
        """
        :param pieces: of text: the row of its element, and how many characters it has.
        """
        ordered = sorted(pieces)
        self._ends = tree.ends
        self._rows = [row for row, _ in ordered]
        self._before = list(accumulate((length for _, length in ordered), initial=0))

    def __call__(self, row: int) -> int:
        """Characters of text in an element."""
        return self._before[bisect_left(self._rows, self._ends[row])] - self._before[bisect_left(self._rows, row)]


def curtains(tree: Tree, hidden: Iterable[int], shown: Lengths, unseen: Lengths) -> Iterator[int]:
    """Which hidden elements scripts will show, since the page would be next to empty without: most of what stands in its ``main``, or of all, with a
    part of a page in it.

    :param hidden: rows of the outermost elements that hide what stands in them, in ascending order.
    :param shown: of visible text.
    :param unseen: of all other.
    """
    main = next((row for row, tag in enumerate(tree.tags) if tag == "main"), -1)
    for row in hidden:
        inside = 0 <= main < row < tree.ends[main]
        seen = shown(main if inside else 0)
        if seen <= _BARE and unseen(row) >= _MOST * max(seen, _LEAST) and not _is_named(tree, row):
            if inside or not _PARTS.isdisjoint(tree.tags[row : tree.ends[row]]):
                yield row


def unfolding(tree: Tree, hidden: Iterable[int], shown: Lengths) -> Iterator[int]:
    """Which hidden elements a reader opens: those that a head stands right before, and those built as a visible sibling is.

    :param hidden: rows of the outermost elements that hide what stands in them, in ascending order.
    :param shown: of visible text.
    """
    wrapped = _wrapped(tree, hidden, shown)
    furniture = -1  # the row behind the last piece of furniture that began before
    begun = 0
    for parent in sorted({tree.parents[row] for row in wrapped} - {-1}):
        for row in range(begun, parent + 1):
            if tree.tags[row] in _APART:
                furniture = max(furniture, tree.ends[row])
        begun = parent + 1
        if parent >= furniture:
            children = [child for child in _children(tree, parent) if tree.tags[child] not in _SILENT]
            yield from (wrapped[child] for child in _opened(tree, children, wrapped, shown))


def _wrapped(tree: Tree, hidden: Iterable[int], shown: Lengths) -> dict[int, int]:
    """Hidden elements by what is wrapped around them and nothing else."""
    found = {}
    for row in hidden:
        outer = row
        for _ in range(_WRAPPERS):
            parent = tree.parents[outer]
            if parent < 0 or outer != parent + 1 or tree.ends[outer] != tree.ends[parent] or shown(parent):
                break
            outer = parent
        found[outer] = row
    return found


def _opened(tree: Tree, children: Sequence[int], hidden: Container[int], shown: Lengths) -> Iterator[int]:
    """The hidden ones among the children of an element that a reader opens: behind a short visible sibling that is a head, and beside no other
    visible sibling of their own tag; or built as a visible sibling is."""
    lengths = [shown(child) for child in children]
    closed = [child in hidden and not length for child, length in zip(children, lengths, strict=True)]
    behind = (*closed[1:], False)[: len(closed)]  # of what holds nothing but scripts there is none
    heads = [0 < length <= _HANDLE and opened for length, opened in zip(lengths, behind, strict=True)]
    seen = [place for place, length in enumerate(lengths) if length]
    others = {tree.tags[children[place]] for place in seen if not heads[place]}
    built = {how for place in seen for how in _built(tree, children[place])}
    for place, child in enumerate(children):
        if closed[place] and not _is_named(tree, child):
            headed = place > 0 and heads[place - 1] and tree.tags[child] not in others
            opens = headed and _is_head(tree, children[place - 1], tree.tags[child])
            if opens or not built.isdisjoint(_built(tree, child)):
                yield child


def _is_head(tree: Tree, row: int, tag: str) -> bool:
    """Has an element a button in it, or is called a head, or has it a heading and is not what it heads by its ``tag``?"""
    inside = slice(row, tree.ends[row])
    tags = tree.tags[inside]
    return (
        "button" in tags
        or "button" in tree.roles[inside]
        or (tree.tags[row] != tag and not _HANDLES.isdisjoint(tags))
        or _HEAD.search(" ".join(tree.classes[row])) is not None
    )


def _built(tree: Tree, row: int) -> Iterator[tuple[str, ...]]:
    """How an element is built, once with each of its classes that are not of layout alone. Of what has little in it, nothing."""
    inside = tree.tags[row : min(row + 1 + _INSIDE, tree.ends[row])]
    if len(inside) > _INSIDE:
        yield from ((name, *inside) for name in tree.classes[row] if not _LAYOUT.match(name))


def _children(tree: Tree, row: int) -> Iterator[int]:
    child = row + 1
    while child < tree.ends[row]:
        yield child
        child = tree.ends[child]


def _is_named(tree: Tree, row: int) -> bool:
    """Is an element a menu or the like, by its names?"""
    return FURNITURE.search(f"{' '.join(tree.classes[row])} {tree.ids[row]}") is not None
