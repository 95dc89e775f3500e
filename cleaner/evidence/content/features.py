"""What is known of each block before anybody judges it, and of the page: plain arrays, computed once.

Which of these carry most was measured on wcxb-dev: shares of the page's prose (in the block's frame, its path, the deepest
containers that hold a third, half and most of it), place after the headline, names of containers. What gained nothing
there is not computed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content import around
from cleaner.evidence.content.geometry import (
    HEADINGS,
    LENGTH,
    LINKED,
    MONEY,
    PROSE,
    WORDS,
    Column,
    Floats,
    Geometry,
    Ints,
    numbered,
    ratio,
    row_names,
    style,
)
from cleaner.evidence.content.marks import marked
from cleaner.evidence.content.pagewise import page_features
from cleaner.evidence.content.said import said
from cleaner.evidence.phrases import Found
from cleaner.model import Block, Tree

_TAGS = {
    tag: place
    for place, tag in enumerate(
        "p li a div span h1 h2 h3 h4 h5 td th button label dd dt time pre em strong figcaption option summary small "
        "blockquote b i code section article".split(),
        start=1,
    )
}
_SHARES = (0.3, 0.5, 0.8)
_REACHES = np.array([[2], [12], [30]])  # so many blocks on either side are looked at
_TITLE = 300  # characters beyond which a heading is no title
_WORD = re.compile(r"\w+")


class Features(NamedTuple):
    """Of a page with at least one block.

    :param values: float32, a row for each feature of a block and a column for each block (a forest reads feature by feature).
    :param names: the names of its rows.
    :param page: float32, the features of the page as a whole.
    :param page_names: their names.
    :param words: how many words each block has.
    :param near: which blocks belong together.
    """

    values: NDArray[np.float32]
    names: tuple[str, ...]
    page: NDArray[np.float32]
    page_names: tuple[str, ...]
    words: NDArray[np.float64]
    near: Neighbours


class Neighbours(NamedTuple):
    """What a second look at a page needs: which blocks belong together.

    :param geometry: the page's.
    :param containers: elements around each block, level by level.
    :param groups: (ways, blocks), for each way of belonging together the group of each block.
    """

    geometry: Geometry
    containers: Ints
    groups: Ints


def features(
    blocks: Sequence[Block], tree: Tree, found: Found, titles: Sequence[str], text: str, address: str
) -> Features:
    """The features of a page and of its blocks.

    :param blocks: those that a reader sees, in order; at least one.
    :param found: the phrases in them.
    :param titles: what the page declares as its title.
    :param text: the page itself, for the types it declares.
    :param address: its own, "" where it is not known.
    """
    page = Geometry(blocks, tree)
    headline, overlap, cover = _headline(blocks, page, titles)
    containers, parents = around.containers(page)
    groups = around.groups(page, parents)
    main = [page.deepest(share) for share in _SHARES]
    depths = marked(page)
    twins = around.twins(page)
    frames = around.largest_frames(page, twins)
    columns: list[Column] = [
        *_own(blocks, page),
        *_copies(blocks),
        *_around(page),
        *_sections(page),
        ("title.overlap", overlap),
        ("title.cover", cover),
        *_from_headline(page, headline),
        *around.inside(page, containers, twins),
        *around.tags_inside(page, containers[1:4]),
        *around.parents(page, parents, twins),
        ("frame", frames),
        *around.alike(page, groups),
        *around.from_main(page, main),
        ("in", around.levels_above(page, depths)),
        ("said", said(found, blocks)),
    ]
    values = np.vstack([column for _, column in columns], dtype=np.float32)
    facts = dict(
        page_features(blocks, page, headline, list(zip(_SHARES, main, strict=True)), depths, frames, text, address)
    )
    return Features(
        values,
        row_names(columns),
        np.array(list(facts.values()), dtype=np.float32),
        tuple(facts),
        page.each[:, WORDS],
        Neighbours(
            page,
            np.array([*containers[:4], *parents]),
            np.concatenate([groups[:1], groups[2:], page.frames[containers[:4]]]),
        ),
    )


# --- of a block alone -------------------------------------------------------------------------------


def _own(blocks: Sequence[Block], page: Geometry) -> Iterator[Column]:
    read, length, words = page.read, page.each[:, LENGTH], page.each[:, WORDS]
    yield "words", words
    yield "length", length
    yield "word-length", length / np.maximum(words, 1)
    yield "linked", page.inline[:, 0] / length
    yield "strong", page.inline[:, 2] / length
    yield "code", page.inline[:, 3] / length
    yield "heading", page.heading
    yield "list-depth", np.array([block.flags.list_depth for block in blocks])
    yield "hidden", np.array([block.flags.hidden is not None for block in blocks])
    yield from style(read, words, length)
    yield "tag", np.array([_TAGS.get(page.tree.tags[block.node], 0) for block in blocks])


def _copies(blocks: Sequence[Block]) -> Iterator[Column]:
    """How often a block's text stands on the page, how often before it, and how far back."""
    texts, _ = numbered([block.text for block in blocks])
    order = np.argsort(texts, kind="stable")
    begins = np.append(True, np.diff(texts[order]) > 0)
    place = np.arange(len(blocks))
    nth = place - np.maximum.accumulate(np.where(begins, place, 0))
    back = np.append(0, np.diff(order))
    found = np.empty((3, len(blocks)))
    found[0, order] = np.bincount(texts)[texts[order]]
    found[1, order] = nth
    found[2, order] = np.where(nth > 0, back, -1)
    yield "copies", found


# --- of its neighbours ------------------------------------------------------------------------------


def _around(page: Geometry) -> Iterator[Column]:
    size, at, sums, total = page.size, page.at, page.sums, page.total
    yield "place", np.array([at, size - at, at / size])
    yield "before.words", sums[:-1, WORDS] / total[WORDS]
    yield "before.prose", np.array([sums[:-1, PROSE] / total[PROSE], sums[:-1, PROSE]])
    yield "after.prose", total[PROSE] - sums[1:, PROSE]
    linked = page.inline[:, 0] / page.each[:, LENGTH]
    for by in (1, -1):
        there = np.clip(at + by, 0, size - 1)
        yield (
            f"next{by:+d}",
            np.array([page.each[there, WORDS], linked[there], page.each[there, PROSE], page.heading[there]]),
        )
    low, high = np.maximum(at - _REACHES, 0), np.minimum(at + _REACHES + 1, size)
    near = np.moveaxis(sums[high] - sums[low], 2, 0)
    ahead = sums[high, PROSE] - sums[1:, PROSE]
    facts = near[WORDS], near[PROSE], near[HEADINGS], near[MONEY], ahead, ratio(near[LINKED], near[WORDS])
    for (reach,), rows in zip(_REACHES.tolist(), np.stack(facts, axis=1), strict=True):
        yield f"near{reach}", rows


def _sections(page: Geometry) -> Iterator[Column]:
    """Between the last heading and the next."""
    at, size = page.at, page.size
    headed = page.heading > 0
    last = np.maximum.accumulate(np.where(headed, at, -1))
    following = np.append(np.minimum.accumulate(np.where(headed, at, size)[::-1])[::-1][1:], size)
    start = np.maximum(last, 0)
    section = page.sums[following] - page.sums[start]
    yield "section.since", np.where(last >= 0, at - last, 99)
    yield "section.level", np.where(last >= 0, page.heading[last], 9)
    yield (
        "section.words",
        np.array([page.sums[1:, WORDS] - page.sums[start, WORDS], section[:, WORDS], section[:, PROSE]]),
    )
    yield "section.linked", ratio(section[:, LINKED], section[:, WORDS])
    yield "section.until", following - at


def _headline(blocks: Sequence[Block], page: Geometry, titles: Sequence[str]) -> tuple[int, Floats, Floats]:
    """The heading that says most of the declared title, or else the first ``h1``: its block, or -1. And for each heading the
    share of its words that stand in the title, and the share of the title that stands in it."""
    title = {word for declared in titles for word in _WORD.findall(declared.lower())}
    overlap, cover = np.zeros(page.size), np.zeros(page.size)
    for place in np.flatnonzero(page.heading).tolist():
        if title and len(text := blocks[place].text) < _TITLE and (words := _WORD.findall(text.lower())):
            overlap[place] = sum(word in title for word in words) / len(words)
            cover[place] = len(title.intersection(words)) / len(title)
    first = page.heading == 1
    rank = np.where((page.heading > 0) & (overlap > 0.5), cover + 0.5 * first, 0) + 0.1 * first
    return (int(rank.argmax()) if rank.max() > 0 else -1), overlap, cover


def _from_headline(page: Geometry, headline: int) -> Iterator[Column]:
    if headline < 0:
        yield "headline", np.full((5, page.size), -99.0)
        return
    words = page.sums[:-1, [WORDS, PROSE]] - page.sums[headline, [WORDS, PROSE]]
    yield "headline", np.array([page.at - headline, *words.T, *page.climb(int(page.nodes[headline]))])
