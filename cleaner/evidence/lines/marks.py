"""What markup says of a piece of a page, and how it was cut from its block. Of a text that somebody extracted markup says nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content.geometry import Column, Floats
from cleaner.evidence.pieces import Pieces
from cleaner.model import Block

_ABROAD = ("http:", "https:", "//")
_MOST = 5  # pieces of a block that are told apart
_TAGS = ("p", "div", "li", "td", "span", "section", "article", "figcaption", "aside", "dd", "strong", "center", "body")
_UNKNOWN = -1.0
_ROWS = 6 + len(_TAGS) + 3 + 4  # how much markup says: formats, the tag, flags, shares of prose


def marks(cut: Pieces, words: Floats, prose: NDArray[np.bool_]) -> Iterator[Column]:
    """The features of pieces.

    :param words: how many each has.
    :param prose: which of them are sentences or paragraphs.
    """
    yield from _of_cut(cut, words)
    tree = cut.blocks[0].tree
    yield (
        "marks",
        np.vstack(list(_of_markup(cut.blocks, prose * words)))
        if tree.parents
        else np.full((_ROWS, len(cut.blocks)), _UNKNOWN),
    )


def _of_cut(cut: Pieces, words: Floats) -> Iterator[Column]:
    """What a piece is, which of its block's pieces, how much of that; and how the whole is worded."""
    owners = np.array([index for index, _ in cut.origins])
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    sizes = np.diff(np.append(starts, len(owners)))
    number = np.arange(len(owners)) - np.repeat(starts, sizes)
    behind = np.repeat(sizes, sizes) - 1 - number
    whole = np.maximum(np.repeat(np.add.reduceat(words, starts), sizes), 1)
    yield "piece", np.array([cut.kinds, np.minimum(number, _MOST), np.minimum(behind, _MOST), words / whole])
    yield "piece.rest", np.repeat(np.add.reduceat(cut.worded[0] * words, starts), sizes) / whole


def _of_markup(blocks: Sequence[Block], prose: Floats) -> Iterator[Floats | NDArray[np.bool_]]:
    """Formats, tag and flags of each piece; and the share of the prose in its element, its parent, its grandparent, and in siblings of its tag.

    :param prose: how many words of prose each has.
    """
    tree = blocks[0].tree
    above = np.array(tree.parents)
    nodes = np.array([block.node for block in blocks])
    parents = np.maximum(above[nodes], 0)
    grand = np.maximum(above[parents], 0)
    tags = np.array([_TAGS.index(tag) if (tag := tree.tags[node]) in _TAGS else -1 for node in nodes.tolist()])
    sorts = np.unique(np.stack([parents, tags]), axis=1, return_inverse=True)[1].ravel()
    yield np.array([_inline(block) for block in blocks]).T
    yield tags == np.arange(len(_TAGS))[:, None]
    yield np.array([(block.flags.list_depth, block.flags.cell, block.flags.quote) for block in blocks]).T
    total = max(prose.sum(), 1.0)
    for within in (nodes, parents, grand, sorts):
        yield np.bincount(within, prose)[within] / total


def _inline(block: Block) -> tuple[float, ...]:
    """Shares of a piece in links, in links abroad, in emphasis; how many links; is there a picture, does a link or emphasis begin it?"""
    linked = abroad = strong = 0
    links = 0
    picture = begun = False
    for kind, (start, end), target, _ in block.inline:
        if kind == "link":
            links += 1
            linked += end - start
            if target and target.startswith(_ABROAD):
                abroad += end - start
        elif kind == "image":
            picture = True
        elif kind in ("strong", "em"):
            strong += end - start
        begun |= start == 0
    length = len(block.text) or 1
    return linked / length, abroad / length, strong / length, min(links, 5), picture, begun
