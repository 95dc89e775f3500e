"""What blocks look like to the markup: those of one element's children that have the same tag and classes are of one shape."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cleaner.evidence.view import View, once
from cleaner.model import Block

Shape = tuple[int, str, tuple[str, ...]]

# Elements that stand within a line: what they stand in has the shape.
_WITHIN = frozenset("a abbr b cite em font i label q small span strong u".split())


@once
def shapes(view: View) -> Sequence[Shape | None]:
    """The shape of each block that a reader sees: the parent, the tag and the classes of its element; None where it has none."""
    return list(map(_shape, view.seen))


def _shape(block: Block) -> Shape | None:
    row = block.node
    if row < 0:
        return None
    tags, parents = block.tree.tags, block.tree.parents
    while tags[row] in _WITHIN and parents[row] >= 0:
        row = parents[row]
    return parents[row], tags[row], block.tree.classes[row]


@once
def ranks(view: View) -> Sequence[tuple[Shape, Sequence[Block]]]:
    """Blocks of one shape that follow each other, two and more."""
    found = []
    for shape, group in groupby(zip(shapes(view), view.seen, strict=True), lambda pair: pair[0]):
        rank = [block for _, block in group]
        if shape and len(rank) > 1:
            found.append((shape, rank))
    return found
