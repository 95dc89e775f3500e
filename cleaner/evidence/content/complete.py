"""What belongs to chosen blocks and was left out: better to keep a line too many than to take an author's words out.

An author wrote a list, a pair or a paragraph as one thing, and the model judges block by block. On wcxb-dev F1 is the same
to three places with and without each of these (and by kind within 0.004), on short pages of facts about a person half the
values would be lost without them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress, count, pairwise
from typing import NamedTuple

from cleaner.evidence.text import mostly_linked
from cleaner.model import Block, Tree

# So many blocks between two chosen ones are a gap in a text; more are another thing.
_GAP = 8
# So many blocks on either side of a quotation are its midst.
_NEAR = 3
# A list of so many blocks is one thing, if this part of them was chosen. (No table is: a page may be laid out in one.)
_LIST, _PART = 60, 0.25
# Of a list of which this part was chosen by itself its links stay too.
_MOST = 0.8
_LISTS = frozenset(("dl", "ul", "ol"))
# The head of a table stays where this part of its cells was taken.
_TABLE = 0.5
# A label or a value is not longer (characters).
_LABEL = 80
# Elements that stand within a line: what they stand in is the container.
_INLINE = frozenset("a abbr b cite code em font i label mark q s small span strong sub sup time u".split())


class _Page(NamedTuple):
    """What is known of a page's blocks.

    :param linked: which are mostly links.
    :param containers: the element that each stands in.
    :param lists: the places of the blocks of each list.
    """

    blocks: Sequence[Block]
    linked: Sequence[bool]
    containers: Sequence[int]
    lists: Sequence[Sequence[int]]


def complete(blocks: Sequence[Block], chosen: Sequence[bool]) -> set[int]:
    """Places of blocks, nearly all without links, that stay because what they belong to was chosen.

    :param blocks: the blocks that a reader sees, in order; at least one.
    :param chosen: which of them the model takes.
    """
    taken = list(chosen)
    if not any(taken):
        return set()
    containers = [_container(block.tree, block.node) for block in blocks]
    page = _Page(blocks, list(map(mostly_linked, blocks)), containers, list(_lists(blocks)))
    for find in (_links_in_lists, _pairs, _between, _of_one_list, _heads_of_tables, _headings, _quotations):
        for place in list(find(page, taken)):
            taken[place] = True
    return {place for place, is_taken in enumerate(taken) if is_taken and not chosen[place]}


def _container(tree: Tree, node: int) -> int:
    """The element around a line: what it stands in, emphasis and the like not counted."""
    while node >= 0 and tree.tags[node] in _INLINE:
        node = tree.parents[node]
    return node


def _pairs(page: _Page, taken: Sequence[bool]) -> Iterator[int]:
    """A label and its value: two short blocks that have an element of their own, of which one was taken."""
    blocks = page.blocks
    tree = blocks[0].tree
    nodes = sorted(block.node for block in blocks)
    for place in range(len(blocks) - 1):
        if taken[place] != taken[place + 1] and all(map(_is_short, blocks[place : place + 2])):
            first, second = (tree.parents[page.containers[each]] for each in (place, place + 1))
            if first == second >= 0 and not (page.linked[place] or page.linked[place + 1]):
                if bisect_left(nodes, tree.ends[first]) - bisect_left(nodes, first) == 2:
                    yield from (place, place + 1)


def _is_short(block: Block) -> bool:
    return len(block.text) <= _LABEL and not block.flags.heading


def _between(page: _Page, taken: Sequence[bool]) -> Iterator[int]:
    """Short gaps between taken blocks of one container, or of neighbouring ones."""
    parents = page.blocks[0].tree.parents
    for before, after in pairwise(place for place, is_taken in enumerate(taken) if is_taken):
        between = range(before + 1, after)
        if 0 < len(between) <= _GAP and not any(page.linked[place] for place in between):
            around = {parents[page.containers[place]] for place in (before, *between, after)}
            if len(around) == 1 or len({parents[parent] for parent in around if parent >= 0}) == 1:
                yield from between


def _quotations(page: _Page, taken: Sequence[bool]) -> Iterator[int]:
    """What is quoted in the midst of the text, if the text does not say it itself: that a line from it is shown large is a layout's doing."""
    said = "\n".join(block.text for block, is_taken in zip(page.blocks, taken, strict=True) if is_taken)
    for place, block in enumerate(page.blocks):
        if block.flags.quote and not taken[place] and not page.linked[place] and block.text not in said:
            if any(taken[max(0, place - _NEAR) : place]) and any(taken[place + 1 : place + 1 + _NEAR]):
                yield place


def _links_in_lists(page: _Page, taken: Sequence[bool]) -> Iterator[int]:
    """The links of a list of which nearly all was taken."""
    for inside in page.lists:
        if sum(taken[place] for place in inside) >= _MOST * len(inside):
            yield from inside


def _of_one_list(page: _Page, taken: Sequence[bool]) -> Iterator[int]:
    """The blocks of a list of which some part was taken."""
    for inside in page.lists:
        if sum(taken[place] for place in inside) >= _PART * len(inside):
            yield from (place for place in inside if not page.linked[place])


def _lists(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of the blocks of each list."""
    tree = blocks[0].tree
    order = sorted(range(len(blocks)), key=lambda place: blocks[place].node)
    nodes = [blocks[place].node for place in order]
    for row in compress(count(), map(_LISTS.__contains__, tree.tags)):
        first, last = bisect_left(nodes, row), bisect_left(nodes, tree.ends[row])
        if 1 < last - first <= _LIST:
            yield order[first:last]


def _heads_of_tables(page: _Page, taken: Sequence[bool]) -> Iterator[int]:
    """The cells that head a table of which much was taken."""
    blocks = page.blocks
    tree = blocks[0].tree
    cells: defaultdict[int, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if block.flags.cell:
            cells[_innermost(tree, block.node, "table")].append(place)
    for table, places in cells.items():
        if table >= 0 and sum(taken[place] for place in places) >= _TABLE * len(places):
            yield from (
                place for place in places if tree.tags[page.containers[place]] == "th" and not page.linked[place]
            )


def _innermost(tree: Tree, node: int, tag: str) -> int:
    while node >= 0 and tree.tags[node] != tag:
        node = tree.parents[node]
    return node


def _headings(page: _Page, taken: Sequence[bool]) -> Iterator[int]:
    """Headings within the content, right over what was taken."""
    blocks = page.blocks
    first = next((place for place, is_taken in enumerate(taken) if is_taken), len(taken))
    for place in range(first + 1, len(blocks) - 1):
        over = taken[place + 1] and not blocks[place + 1].flags.heading
        if blocks[place].flags.heading and over and not page.linked[place]:
            yield place
