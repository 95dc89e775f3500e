"""A second look at a text: what a first look says of a line by what it says of the lines around it.

Furniture and spam stand together, and so does an article (stacked generalisation; Wolpert, "Stacked Generalization", Neural Networks 5, 1992).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content.geometry import Floats, running
from cleaner.evidence.content.select import log_odds
from cleaner.evidence.lines.features import Lines, distances

_REACHES = np.array([[1], [3], [8]])  # so many lines on either side are looked at
_BESIDE = 3  # lines whose own probability counts, on either side
_LITTLE = 0.5  # words that a line counts at least
_UNKNOWN = 0.5  # the probability of what stands beyond a text's ends


def second_look(seen: Lines, first: Floats) -> NDArray[np.float32]:
    """The features of a text's lines for the second forest.

    :param first: the probability of each line that it is the author's, by the first forest.
    :returns: float32, a row for each feature and a column for each line.
    """
    size, at = len(first), np.arange(len(first))
    words = np.maximum(seen.words, _LITTLE)
    sums = running(np.array([first, first * words, words]).T).T
    low, high = np.maximum(at - _REACHES, 0), np.minimum(at + _REACHES + 1, size)
    before, behind = sums[:, None, :-1] - sums[:, low], sums[:, high] - sums[:, None, 1:]
    beside = np.pad(first, _BESIDE, constant_values=_UNKNOWN)
    columns = (
        seen.values,
        log_odds(first),
        np.array([beside[_BESIDE + by : _BESIDE + by + size] for by in range(-_BESIDE, _BESIDE + 1) if by]),
        before[0] / np.maximum(at - low, 1),
        behind[0] / np.maximum(high - at - 1, 1),
        before[1] / np.maximum(before[2], _LITTLE),
        behind[1] / np.maximum(behind[2], _LITTLE),
        sums[1, :-1] / sums[1, -1],
        *distances(first > _UNKNOWN),
        np.full(size, first.mean()),
    )
    return np.vstack(columns, dtype=np.float32)
