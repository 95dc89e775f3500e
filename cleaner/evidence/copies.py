"""Responsive copies: a container that says again, for another screen, what an earlier one says.

Pages are often made with a copy of a part for telephones and one for desktops, of which style sheets show one. Only a whole
container counts, every visible block of which stands in another container before it: so a refrain, a repeated
clause or a pull quote is never a copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cleaner.evidence.text import folded
from cleaner.model import Block

# Words from which on the same text twice is no accident (DESIGN: repeated blocks).
_WORDS = 8
# A container of one block is a paragraph, and may be a refrain or a pull quote.
_BLOCKS = 2


def responsive_copies(blocks: Sequence[Block]) -> Mapping[int, int]:
    """The blocks of containers that are copies, each with the block it is a copy of.

    :param blocks: the visible blocks of an HTML page, in order.
    """
    first: dict[str, Block] = {}
    pairs: list[tuple[Block, Block]] = []
    for block in blocks:
        if block.text.count(" ") < _WORDS - 1 or block.flags.cell or block.flags.pre:
            continue
        text = folded(block.text)
        if text in first:
            pairs.append((first[text], block))
        else:
            first[text] = block
    copies: dict[int, int] = {}
    for original, block in pairs:
        if block.index not in copies:
            copies |= _container(original, block, blocks)
    return copies


def _container(original: Block, copy: Block, blocks: Sequence[Block]) -> dict[int, int]:
    """The blocks of the largest container around ``copy`` but not ``original`` that is a copy as a whole."""
    tree = copy.tree
    mine, other = tree.ancestry(copy.node)[::-1], tree.ancestry(original.node)[::-1]
    depth = next((at for at, (one, two) in enumerate(zip(mine, other, strict=False)) if one != two), len(mine))
    if depth == len(other):
        return {}
    originals = {folded(block.text): block.index for block in _inside(other[depth], blocks)}
    for container in mine[depth:]:
        inside = _inside(container, blocks)
        if len(inside) < _BLOCKS:
            break
        found = {block.index: originals.get(folded(block.text), -1) for block in inside}
        if -1 not in found.values():
            return found
    return {}


def _inside(node: int, blocks: Sequence[Block]) -> list[Block]:
    """The blocks inside an element."""
    parents = blocks[0].tree.parents
    inside = []
    for block in blocks:
        at = block.node
        while at > node:  # a parent's ordinal is always lower than its child's
            at = parents[at]
        if at == node:
            inside.append(block)
    return inside
