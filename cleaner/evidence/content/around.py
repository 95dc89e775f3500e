"""The features of a block that come from the elements around it: what they hold, and what is alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from cleaner.evidence.content.geometry import (
    BLOCKS,
    DIGITS,
    HEADINGS,
    LENGTH,
    LINKED,
    MONEY,
    PROSE,
    STOPS,
    WORDS,
    Column,
    Floats,
    Geometry,
    Ints,
    grouped,
    ratio,
)

_COUNTED = "img input p li button svg".split()
_COUNT = {tag: place for place, tag in enumerate(_COUNTED)}
_LEVELS = 6  # containers above a block that are looked at, wrappers of wrappers counted once
_FRAMES = 8  # elements above a block that may be an item of a list
_FAR = 30  # levels above a block beyond which nobody counts


def containers(page: Geometry) -> tuple[Ints, Ints]:
    """Elements around each block: its own and the next ones that hold more blocks; and its parent and grandparent."""
    line = [page.nodes]
    for _ in range(_LEVELS - 1):
        line.append(page.up[line[-1]])
    parent = page.outer[page.nodes]
    return np.array(line), np.array([parent, page.outer[parent]])


def twins(page: Geometry) -> Floats:
    """For each element its frame's words, prose, linked words, and how many elements are of it."""
    rows = page.inside.T[[WORDS, PROSE, LINKED, BLOCKS]]
    rows[3] = 1
    return grouped(page.frames[None], rows)[:, 0]


def inside(page: Geometry, containers: Ints, twins: Floats) -> Iterator[Column]:
    held = np.moveaxis(page.inside[containers], 2, 0)
    words, blocks = held[WORDS], held[BLOCKS]
    children = np.bincount(page.outer, minlength=len(page.parents))
    yield "up.words", words
    yield "up.prose.share", held[PROSE] / page.total[PROSE]
    yield "up.words.share", words / page.total[WORDS]
    yield "up.linked", ratio(held[LINKED], words)
    yield "up.words.each", ratio(words, blocks)
    yield "up.stops", ratio(held[STOPS], words)
    yield "up.headings", held[HEADINGS]
    yield "up.money", held[MONEY]
    yield "up.digits", ratio(held[DIGITS], held[LENGTH])
    yield "up.elements", ratio(page.ends[containers] - containers, blocks)
    yield "up.levels", page.depth[page.nodes] - page.depth[containers]
    yield "up.children", children[containers]
    yield "up.place", np.array([page.before(element) for element in containers[1:]])
    all_words, prose, linked, same = twins[:, containers]
    yield "up.twins", same
    yield "up.twins.words", all_words / same
    yield "up.twins.prose", prose / page.total[PROSE]
    yield "up.twins.linked", ratio(linked, all_words)


def tags_inside(page: Geometry, containers: Ints) -> Iterator[Column]:
    of_sort, sorts = page.sorts
    tags = np.array([_COUNT.get(tag, -1) for tag, _, _ in sorts])[of_sort]
    counted = np.zeros((len(_COUNTED), len(tags) + 1), dtype=np.int64)
    np.cumsum(tags == np.arange(len(_COUNTED))[:, None], axis=1, out=counted[:, 1:])
    for tag, held in zip(_COUNTED, counted[:, page.ends[containers]] - counted[:, containers], strict=True):
        yield f"up.{tag}", held


def parents(page: Geometry, parents: Ints, twins: Floats) -> Iterator[Column]:
    _, prose, _, same = twins[:, parents]
    yield "parents.words", page.inside[parents, WORDS]
    yield "parents.prose.share", page.prose[parents]
    yield "parents.twins", same
    yield "parents.twins.prose", prose / page.total[PROSE]


def largest_frames(page: Geometry, twins: Floats) -> Floats:
    """Of the frames that hold each block (as of an item of a list) the largest of three or more: its size, its words each."""
    words, _, _, same = twins
    line = [page.nodes]
    for _ in range(_FRAMES - 1):
        line.append(page.outer[line[-1]])
    sizes = same[np.array(line)]
    largest = sizes.argmax(axis=0)
    size, element = sizes[largest, page.at], np.array(line)[largest, page.at]
    return np.where(size >= 3, [size, (words / same)[element]], 0)


def groups(page: Geometry, parents: Ints) -> Ints:
    """Blocks whose path is alike: by tags, by tags of the parent's; by tags and classes, of the parent's, of the grandparent's."""
    tagged, named = page.hashed_paths(page.tags, page.classes)
    paths = tagged[page.nodes], tagged[parents[0]], named[page.nodes], named[parents[0]], named[parents[1]]
    return np.array([np.unique(path, return_inverse=True)[1] for path in paths])


def alike(page: Geometry, groups: Ints) -> Iterator[Column]:
    rows = page.each.T[[WORDS, PROSE, LINKED, BLOCKS]]
    words, prose, linked, blocks = grouped(groups, rows)
    yield "path.words", words
    yield "path.prose.share", prose / page.total[PROSE]
    yield "path.linked", ratio(linked, words)
    yield "path.blocks", blocks
    yield "path.words.each", words / blocks


def from_main(page: Geometry, main: Sequence[int]) -> Iterator[Column]:
    """Where a block stands against the deepest elements that hold much of the page's prose."""
    depth = page.depth[page.nodes]
    yield "depth", np.array([depth, depth - np.average(depth, weights=page.each[:, PROSE] + 1e-6)])
    yield "main.inside", np.array([page.holds(element) for element in main])
    yield "main.levels", np.array([depth - page.depth[element] for element in main])
    yield "main.climbs", np.array([page.climb(element)[0] for element in main])
    linked = ratio(page.inside[main, LINKED], page.inside[main, WORDS])
    yield "main.linked", np.repeat(linked[:, None], page.size, axis=1)


def levels_above(page: Geometry, depths: Ints) -> Floats:
    """How many levels above each block the innermost element with each mark stands."""
    levels = page.depth[page.nodes] - depths.T
    return np.where(depths.T >= 0, np.minimum(levels, _FAR), _FAR)
