"""A page as arrays: sums over runs of blocks, over what stands inside elements, and over groups of blocks.

What stands inside an element are neighbours once the blocks are sorted by element, so every sum over a subtree is the
difference of two rows of one running sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, count, pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content import characters as chars
from cleaner.model import Block, Tree

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

# The name of a feature and its values block by block, or several of one name at once: (columns, blocks).
Column = tuple[str, NDArray[np.generic]]

# What is summed, column by column.
WORDS, PROSE, LINKED, BLOCKS, STOPS, HEADINGS, MONEY, DIGITS, LENGTH = range(9)
# A block is prose from so many words on: fewer where a stop or a comma points to a sentence, none where links are most.
_SENTENCE, _PARAGRAPH = 12, 25
_MOSTLY, _PARTLY = 0.5, 0.33
# The mixing step of a path's hash, a prime that keeps sums of small numbers apart (as CPython hashed tuples).
_PRIME = np.uint64(1_000_003)

_Thing = TypeVar("_Thing", bound=Hashable)
_Sort = tuple[str, tuple[str, ...], str | None]


class Levels(NamedTuple):
    """The elements of a page by how deep they stand.

    :param order: them, level by level.
    :param places: where each stands in that order.
    :param outer: in that order, where the one around each stands in it.
    :param slices: the levels, as ranges of that order; the first holds the root.
    """

    order: Ints
    places: Ints
    outer: Ints
    slices: Sequence[slice]


class Geometry:
    """The blocks of a page that has some, and the elements around them.

    ``each`` holds what is summed of each block; ``sums`` its running sum in the order of the page (a row more than blocks),
    ``total`` its sum, at least 1. ``nodes`` are the blocks' elements; ``parents``, ``ends`` and ``depth`` are columns of
    the tree.
    """

    def __init__(self, blocks: Sequence[Block], tree: Tree) -> None:
        self.tree = tree
        self.size = len(blocks)
        self.at = np.arange(self.size)
        self.read = chars.characters([block.text for block in blocks])
        self.heading = np.array([block.flags.heading for block in blocks])
        self.inline = np.array(list(chain.from_iterable(map(_inline, blocks))), dtype=np.float64).reshape(-1, 4)
        self.each = self._each()
        self.sums = running(self.each)
        self.total = np.maximum(self.sums[-1], 1.0)
        self.nodes = np.array([block.node for block in blocks])
        self.parents = np.array(tree.parents)
        self.outer = np.maximum(self.parents, 0)
        self.ends = np.array(tree.ends)
        rows = np.arange(len(self.parents))
        # So many elements begin up to here, so many have ended.
        self.depth = rows + 1 - np.cumsum(np.bincount(self.ends, minlength=len(rows) + 1))[:-1]
        self._sorted = self.sorted_inside(self.each)
        before = np.append(0, np.cumsum(np.bincount(self.nodes, minlength=len(rows))))
        self._first, self._last = before[:-1], before[self.ends]
        self.inside = self._sorted[self._last] - self._sorted[self._first]
        self.prose = self.inside[:, PROSE] / self.total[PROSE]

    def _each(self) -> Floats:
        counts, words = self.read.counts, self.read.words
        length = counts.sum(axis=1)
        linked = self.inline[:, 0] / length
        stops = counts[:, chars.STOP]
        pointed = (words >= _SENTENCE) & (stops + counts[:, chars.COMMA] > 0) & (linked < _MOSTLY)
        prose = pointed | (words >= _PARAGRAPH) & (linked < _PARTLY)
        columns = (
            words, prose * words * (1 - linked), words * linked, np.ones(self.size), stops, self.heading > 0,
            counts[:, chars.CURRENCY] > 0, counts[:, chars.DIGIT], length,
        )  # fmt: skip
        return np.stack(columns, axis=1).astype(np.float64)

    def sorted_inside(self, values: Floats) -> Floats:
        """The running sum of a column of blocks, in the order of their elements: for sums over subtrees."""
        return running(values[np.argsort(self.nodes, kind="stable")])

    def over(self, running: Floats, elements: Ints) -> Floats:
        """Of such a running sum, what stands inside elements."""
        found: Floats = running[self._last[elements]] - running[self._first[elements]]
        return found

    def before(self, elements: Ints) -> Floats:
        """The share of an element's words that stand in it before each block's own element, elements given block by block."""
        here, start = self._first[self.nodes], self._first[elements]
        words = self._sorted[here, WORDS] - self._sorted[start, WORDS]
        return ratio(words, self.inside[elements, WORDS])

    @cached_property
    def up(self) -> Ints:
        """For each element the nearest one around it that holds more blocks: wrappers of wrappers count once."""
        held = self.inside[:, BLOCKS]
        up: Ints = self.outer
        while True:
            further: Ints = np.where(held[up] == held, up[up], up)
            if np.array_equal(further, up):
                return up
            up = further

    @cached_property
    def sorts(self) -> tuple[Ints, Sequence[_Sort]]:
        """Elements of one tag, one id and the same classes are of one sort: the sort of each element, and all sorts."""
        return numbered(zip(self.tree.tags, self.tree.classes, self.tree.ids, strict=True))

    @cached_property
    def tags(self) -> Ints:
        """A number for each element's tag."""
        of_sort, sorts = self.sorts
        return numbered([tag for tag, _, _ in sorts])[0][of_sort]

    @cached_property
    def classes(self) -> Ints:
        """A number for each element's tag and classes."""
        of_sort, sorts = self.sorts
        return numbered([(tag, classes) for tag, classes, _ in sorts])[0][of_sort]

    @cached_property
    def frames(self) -> Ints:
        """For each element its frame: siblings of one tag and the same classes are of one frame."""
        keys = (self.parents + 1) * (int(self.classes.max()) + 1) + self.classes
        _, frames = np.unique(keys, return_inverse=True)
        return frames

    @cached_property
    def levels(self) -> Levels:
        """The elements by how deep they stand."""
        order = np.argsort(self.depth, kind="stable")
        places = np.empty_like(order)
        places[order] = np.arange(len(order))
        ends = np.cumsum(np.bincount(self.depth))
        slices = [slice(start, end) for start, end in pairwise(ends.tolist())]
        return Levels(order, places, places[self.outer[order]], slices)

    def hashed_paths(self, *keys: Ints) -> NDArray[np.uint64]:
        """For each element a hash of the keys from the root down to it, a row for each way of numbering them."""
        order, places, outer, levels = self.levels
        hashes = np.array(keys, dtype=np.uint64)[:, order] + np.uint64(1)
        for level in levels[1:]:
            hashes[:, level] += hashes[:, outer[level]] * _PRIME  # wraps, as hashes may
        return hashes[:, places]

    def deepest(self, share: float) -> int:
        """The deepest element that holds this share of the page's prose."""
        held = np.flatnonzero(self.prose >= share - 1e-9)
        return int(held[self.depth[held].argmax()]) if len(held) else 0

    def holds(self, element: int) -> Bools:
        """Which blocks stand inside an element?"""
        inside: Bools = (self.nodes >= element) & (self.nodes < self.ends[element])
        return inside

    def climb(self, start: int) -> tuple[Ints, Floats]:
        """How far up from an element one must go to have each block inside, and the share of the prose inside there."""
        line = np.array(self.tree.ancestry(start))
        # Each next element begins before and ends behind the last: the first that does both for a block holds it.
        begins = len(line) - np.searchsorted(line[::-1], self.nodes, side="right")
        climbs = np.maximum(begins, np.searchsorted(self.ends[line], self.nodes, side="right"))
        return climbs, self.prose[line[climbs]]

    def nearest(self, own: Bools) -> Ints:
        """For each block and each kind of mark the depth of the innermost element around it that bears one, else -1.

        :param own: (elements, kinds): which element bears which mark.
        """
        order, places, outer, levels = self.levels
        found = own[order] * (self.depth[order, None] + 1).astype(np.int16) - 1
        for level in levels[1:]:
            np.maximum(found[level], found[outer[level]], out=found[level])
        blocks: Ints = found[places[self.nodes]]
        return blocks


def ratio(part: Floats, whole: Floats) -> Floats:
    """A share, 0 of nothing."""
    found: Floats = part / np.maximum(whole, 1e-6)
    return found


def numbered(things: Iterable[_Thing]) -> tuple[Ints, Sequence[_Thing]]:
    """Equal things get equal numbers, from 0 in the order in which they come: the number of each, and what is numbered."""
    codes: defaultdict[_Thing, int] = defaultdict(count().__next__)
    return np.array(list(map(codes.__getitem__, things))), list(codes)


def grouped(groups: Ints, rows: Floats) -> Floats:
    """Sums over the members of each group: for each row, each way of grouping and each member.

    :param groups: (ways, members), the group of each member.
    :param rows: (rows, members), what is summed.
    """
    ways = len(groups)
    apart = groups + (np.arange(ways) * (groups.max() + 1))[:, None]
    flat = apart.ravel()
    return np.array([np.bincount(flat, np.tile(row, ways))[apart] for row in rows])


def row_names(columns: Iterable[Column]) -> tuple[str, ...]:
    """The names of all rows: of a column by its name, of several of one name by their places too."""
    return _row_names(tuple([(name, len(column) if column.ndim > 1 else 0) for name, column in columns]))


@lru_cache(maxsize=8)
def _row_names(columns: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    return tuple(
        name if not several else f"{name}.{place}" for name, several in columns for place in range(several or 1)
    )


def style(read: chars.Characters, words: Floats, length: Floats) -> Iterator[Column]:
    """How texts are written: their points, kinds of characters, capitals, first and last character."""
    counts = read.counts.T
    some = np.maximum(words, 1)
    yield "points", counts[[chars.STOP, chars.COMMA]]
    yield "points-per-word", counts[[chars.STOP, chars.COMMA]] / some
    yield "characters", counts[[chars.UPPER, chars.DIGIT, chars.PUNCTUATION, chars.BAR, chars.SYMBOL]] / length
    yield "capitals", read.capitals / some
    yield "first", read.first
    yield "last", read.last


def running(each: Floats) -> Floats:
    """Sums over rows up to each, a row more than there are."""
    sums = np.zeros((len(each) + 1, *each.shape[1:]))
    np.cumsum(each, axis=0, out=sums[1:])
    return sums


def _inline(block: Block) -> tuple[int, int, int, int]:
    """Characters in links, how many links, characters in emphasis, characters in code."""
    linked = links = strong = code = 0
    for kind, (start, end), _, _ in block.inline:
        if kind == "link":
            linked += end - start
            links += 1
        elif kind == "code":
            code += end - start
        elif kind != "reading":
            strong += end - start
    return linked, links, strong, code
