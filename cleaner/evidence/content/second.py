"""A second look: what the probabilities of a first one say of a block by those of the blocks that belong to it.

An item of a list is content where the other items are, and what most of a page's likely content stands around is likely
content too (stacked generalisation; Wolpert, "Stacked Generalization", Neural Networks 5, 1992).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content.features import Features
from cleaner.evidence.content.geometry import Floats, grouped, ratio
from cleaner.evidence.content.select import choose, log_odds

_LITTLE = 0.5  # words that a block counts at least
_REACHES = np.array([[2], [5], [12]])  # so many blocks on either side are looked at


def second_look(seen: Features, first: Floats, kinds: Floats) -> NDArray[np.float32]:
    """The features of a page's blocks for the second forest.

    :param first: the probability of content of each block, by the first forest.
    :param kinds: the probabilities of the page's kinds.
    :returns: float32, a row for each feature and a column for each block.
    """
    page = np.repeat(kinds[:, None], len(first), axis=1)
    return np.vstack([seen.values, page, *_columns(seen, first)], dtype=np.float32)


def _columns(seen: Features, first: Floats) -> Iterator[Floats]:
    size = len(first)
    words = np.maximum(seen.words, _LITTLE)
    expected = first * words
    choice = choose(first, seen.words)
    odds = log_odds(first)
    yield odds
    yield odds - choice.cut
    yield np.repeat(
        [[choice.cut], [choice.f1], [expected.sum()], [expected.sum() / words.sum()], [first.max()]], size, axis=1
    )
    rank = np.empty(size)
    rank[np.argsort(-first, kind="stable")] = np.arange(size) / size
    yield rank
    at = np.arange(size)
    sums = np.zeros((3, size + 1))
    np.cumsum([first, expected, words], axis=1, out=sums[:, 1:])
    beside = np.zeros(size + 6)  # beyond the page's ends stands nothing
    beside[3:-3] = first
    yield np.array([beside[3 + by : 3 + by + size] for by in (1, -1, 2, -2, 3, -3)])
    low, high = np.maximum(at - _REACHES, 0), np.minimum(at + _REACHES + 1, size)
    near, behind, ahead = (
        sums[:, high] - sums[:, low],
        sums[:, None, :-1] - sums[:, low],
        sums[:, high] - sums[:, None, 1:],
    )
    around = (
        near[0] / (high - low),
        near[1] / near[2],
        behind[1] / np.maximum(behind[2], _LITTLE),
        ahead[1] / np.maximum(ahead[2], _LITTLE),
    )
    yield np.stack(around, axis=1).reshape(-1, size)
    yield sums[1, :-1] / sums[1, -1]
    last = np.maximum.accumulate(np.where(choice.chosen, at, -99))
    following = np.minimum.accumulate(np.where(choice.chosen, at, size + 99)[::-1])[::-1]
    yield np.minimum(at - last, 99)
    yield np.minimum(following - at, 99)
    geometry, containers, groups = seen.near
    each = np.array([first, expected, words, np.ones(size)])
    held = geometry.over(geometry.sorted_inside(each.T), containers)
    yield ratio(held[..., 0], held[..., 3])
    yield ratio(held[..., 1], held[..., 2])
    yield held[..., 1] / sums[1, -1]
    likely, of_words, all_words, members = grouped(groups, each)
    shares = likely / members, of_words / all_words, of_words / sums[1, -1]
    yield np.stack(shares, axis=1).reshape(-1, size)
