"""Responsive copies: a container that says again, for another screen, what an earlier one says.

Pages are often made with a copy of a part for telephones and one for desktops, of which style sheets show one. Only a whole
container counts, every visible block of which stands in another container before it, and whose name (or the other's)
speaks of screens: so a refrain, a repeated clause or a pull quote is never a copy.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from cleaner.evidence.text import folded
from cleaner.model import Block

# Words from which on the same text twice is no accident (DESIGN: repeated blocks).
_WORDS = 8
# What such a container is called, in lower case (which a regex finds three times as fast as any case). Without a name, a
# chorus, a clause and a table of parameters look the same.
_SCREEN = re.compile(
    r"mobile|desktop|tablet|phone|handheld|small-screen|large-screen|(?:hidden|visible|show|hide)-(?:for|on|xs|sm|md|lg|xl)"
    r"|(?:^|\s)(?:xs|sm|md|lg|xl|2xl):|d-(?:xs|sm|md|lg|xl|none)|clone|slick|swiper|duplicate"
)
# A container of one block is a paragraph, and may be a refrain or a pull quote.
_BLOCKS = 2
# A page of nothing but repetitions shall not make us compare everything with everything: containers to try, and
# the blocks of the largest one that is looked at.
_TRIES, _LARGEST = 200, 2_000


def responsive_copies(blocks: Sequence[Block]) -> Mapping[int, int]:
    """The blocks of containers that are copies, each with the block it is a copy of.

    :param blocks: the visible blocks of an HTML page, in order.
    """
    first: dict[str, Block] = {}
    pairs: list[tuple[Block, Block]] = []
    times = Counter([block.text for block in blocks if len(block.text) >= 2 * _WORDS - 1])
    again = {text for text, count in times.items() if count > 1 and text.count(" ") >= _WORDS - 1}
    for block in blocks if again else ():
        if block.text not in again or block.flags.cell or block.flags.pre:
            continue
        if block.text in first:
            pairs.append((first[block.text], block))
        else:
            first[block.text] = block
    copies: dict[int, int] = {}
    if pairs:
        containers = _Containers(blocks)
        for original, block in pairs:
            if block.index not in copies:
                copies |= containers.copy(original, block)
            if containers.tried > _TRIES:
                break
    return copies


class _Containers:
    """Which blocks stand in which element: an element's blocks are neighbours once sorted by their elements."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.tree = blocks[0].tree
        self.ends = self.tree.ends
        self.tried = 0
        self._blocks = blocks
        self._texts: dict[int, Mapping[str, int]] = {}
        self._folded: dict[int, str] = {}
        self._named: dict[int, bool] = {}

    def is_named(self, node: int) -> bool:
        """Does a class or id of this element speak of screens, or of a carousel's clones?"""
        if node not in self._named:
            names = " ".join((*self.tree.classes[node], self.tree.ids[node] or ""))
            self._named[node] = bool(_SCREEN.search(names.lower()))
        return self._named[node]

    @cached_property
    def _sorted(self) -> tuple[Sequence[Block], Sequence[int]]:
        """The blocks in the order of their elements, and these elements. Few pages come to need it."""
        blocks = sorted(self._blocks, key=lambda block: block.node)
        return blocks, [block.node for block in blocks]

    def inside(self, node: int) -> Sequence[Block]:
        blocks, nodes = self._sorted
        return blocks[bisect_left(nodes, node) : bisect_left(nodes, self.ends[node])]

    def texts(self, node: int) -> Mapping[str, int]:
        """The texts inside an element, and the block each stands in."""
        if node not in self._texts:
            self._texts[node] = {self.folded(block): block.index for block in self.inside(node)[:_LARGEST]}
        return self._texts[node]

    def folded(self, block: Block) -> str:
        """The words of a block, which is compared as often as containers nest around it."""
        if block.index not in self._folded:
            self._folded[block.index] = folded(block.text)
        return self._folded[block.index]

    def copy(self, original: Block, copy: Block) -> dict[int, int]:
        """The blocks of the largest container around ``copy`` but not ``original`` that is a copy as a whole."""
        around = set(original.tree.ancestry(original.node))
        mine = [node for node in copy.tree.ancestry(copy.node)[::-1] if node not in around]
        there = [node for node in sorted(around) if not node < copy.node < self.ends[node]]
        if not there or not any(map(self.is_named, (*mine, *there))):
            return {}
        originals = self.texts(there[0])
        for container in mine:
            inside = self.inside(container)
            if len(inside) < _BLOCKS:
                break
            self.tried += 1
            found = {}
            for block in inside:
                same = originals.get(self.folded(block))
                if same is None:
                    break
                found[block.index] = same
            else:
                return found
        return {}
