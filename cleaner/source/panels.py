"""Hidden elements that a reader opens, told by where they stand: a heading or button, and behind it what it opens.

Names say this on some pages (:mod:`.visibility`), on others nothing but the order of things does. On wcxb-dev 66 of 100
words in such elements stand in the reference, of all other hidden text 6.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
_HANDLE = 150  # characters; what is longer is no handle


def unfolding(tree: Tree, hidden: Iterable[int], nodes: Sequence[int], lengths: Sequence[int]) -> Iterator[int]:
    """Which hidden elements open: those right behind a short visible sibling that has a heading or button in it or is called
    a head, and with no other visible sibling of their own tag.

    :param hidden: rows of the outermost elements that hide what stands in them.
    :param nodes: for each piece of visible text the row of its element, in ascending order.
    :param lengths: characters from the page's first visible piece up to each, and of all (one more than there are nodes).
    """
    rows = frozenset(hidden)
    furniture = -1  # the row behind the last piece of furniture that began before
    begun = 0
    for parent in sorted({tree.parents[row] for row in rows} - {-1}):
        for row in range(begun, parent + 1):
            if tree.tags[row] in _APART:
                furniture = max(furniture, tree.ends[row])
        begun = parent + 1
        if parent < furniture:
            continue
        children = list(_children(tree, parent))
        shown = [_length(tree, child, nodes, lengths) for child in children]
        visible = Counter(tree.tags[child] for child, length in zip(children, shown, strict=True) if length)
        for place, child in enumerate(children[1:], start=1):
            if child in rows and not shown[place] and not _is_named(tree, child):
                before = children[place - 1]
                inside = tree.tags[before : tree.ends[before]]
                others = visible[tree.tags[child]]
                heads = (not others and not _HANDLES.isdisjoint(inside)) or (
                    others == (tree.tags[before] == tree.tags[child]) and _HEAD.search(" ".join(tree.classes[before]))
                )
                if heads and 0 < shown[place - 1] <= _HANDLE:
                    yield child


def _children(tree: Tree, row: int) -> Iterator[int]:
    child = row + 1
    while child < tree.ends[row]:
        yield child
        child = tree.ends[child]


def _is_named(tree: Tree, row: int) -> bool:
    """Is an element a menu or the like, by its names?"""
    return FURNITURE.search(f"{' '.join(tree.classes[row])} {tree.ids[row]}") is not None


def _length(tree: Tree, row: int, nodes: Sequence[int], lengths: Sequence[int]) -> int:
    """How many characters of visible text stand in an element."""
    return lengths[bisect_left(nodes, tree.ends[row])] - lengths[bisect_left(nodes, row)]
