"""What markup says of a piece of a page, and how it was cut from its block. Of a text that somebody extracted markup says nothing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content.geometry import Column, Floats
from cleaner.evidence.pieces import Pieces
from cleaner.model import Block

_ABROAD = ("http:", "https:", "//")
_MOST = 5  # pieces of a block that are told apart
_UNKNOWN = -1.0
_TAGS = ("p", "div", "li", "td", "span", "section", "article", "figcaption", "aside", "dd", "strong", "center", "body")
_ROWS = 6 + len(_TAGS) + 3 + 4  # of what markup says: see there


def marks(cut: Pieces, words: Floats, prose: NDArray[np.bool_]) -> Iterator[Column]:
    """The features of pieces.

    :param words: how many each has.
    :param prose: which of them are sentences or paragraphs.
    """
    owners = np.array([index for index, _ in cut.origins])
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    sizes = np.diff(np.append(starts, len(owners)))
    number = np.arange(len(owners)) - np.repeat(starts, sizes)
    of = np.repeat(sizes, sizes)
    beside = np.repeat(np.add.reduceat(words, starts), sizes)
    yield (
        "piece",
        np.array(
            [cut.kinds, np.minimum(number, _MOST), np.minimum(of - 1 - number, _MOST), words / np.maximum(beside, 1)]
        ),
    )
    yield "piece.rest", np.repeat(np.add.reduceat(cut.worded[0] * words, starts), sizes) / np.maximum(beside, 1)
    tree = cut.blocks[0].tree
    if not tree.parents:
        yield "marks", np.full((_ROWS, len(owners)), _UNKNOWN)
        return
    nodes = np.array([block.node for block in cut.blocks])
    parents = np.maximum(np.array(tree.parents)[nodes], 0)
    weight = prose * words
    total = max(weight.sum(), 1.0)
    grand = np.maximum(np.array(tree.parents)[parents], 0)
    tags = np.array([_TAGS.index(tag) if (tag := tree.tags[node]) in _TAGS else -1 for node in nodes.tolist()])
    sorts = np.unique(np.stack([parents, tags]), axis=1, return_inverse=True)[1].ravel()
    yield (
        "marks",
        np.vstack(
            [
                np.array([_inline(block) for block in cut.blocks]).T,
                tags == np.arange(len(_TAGS))[:, None],
                np.array([(block.flags.list_depth, block.flags.cell, block.flags.quote) for block in cut.blocks]).T,
                *(np.bincount(of_kind, weight)[of_kind] / total for of_kind in (nodes, parents, grand, sorts)),
            ]
        ),
    )


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
