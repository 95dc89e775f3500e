"""Forests of oblivious trees, asked with numpy alone.

Every level of an oblivious tree asks one question of all rows (Prokhorenkova et al., "CatBoost: unbiased boosting with
categorical features", NeurIPS 2018), so a leaf's number is written in bits, one for each level, and a whole forest
is a few operations on arrays.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Rows asked at once, at most: the answers of more do not stay near the processor.
_ROWS = 256


class Forest(NamedTuple):
    """``trees`` trees of one ``depth``, at most 15, with ``outputs`` values in each leaf.

    :param features: int32 (questions): which feature each question is about.
    :param borders: float32 (questions): above which value the answer is yes.
    :param questions: int32 (depth, trees): the question of each level; the first level is a leaf's lowest bit.
    :param leaves: float32 (trees, 2 ** depth, outputs).
    :param bias: float32 (outputs): what is added to the sum of the leaves.
    """

    features: NDArray[np.int32]
    borders: NDArray[np.float32]
    questions: NDArray[np.int32]
    leaves: NDArray[np.float32]
    bias: NDArray[np.float32]

    def scores(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        """The sum over all trees, for each output and row.

        :param values: (features, rows).
        :returns: (outputs, rows).
        """
        # In even parts: numpy adds up a column that is alone in another order.
        parts = np.array_split(values, -(-values.shape[1] // _ROWS), axis=1)
        return np.concatenate([self._scores(part) for part in parts], axis=1)

    def _scores(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        trees, size, outputs = self.leaves.shape
        # Numbers as small as they may be. All places are in bounds, so "clip" changes none, and numpy need not look at them first.
        answers = values.take(self.features, axis=0, mode="clip") > self.borders[:, None]
        answers = answers.astype(np.min_scalar_type(size - 1))
        leaf = answers.take(self.questions[-1], axis=0, mode="clip")
        for questions in self.questions[-2::-1]:
            leaf += leaf
            leaf += answers.take(questions, axis=0, mode="clip")
        places = (np.arange(trees) * size)[:, None] + leaf
        columns = self.leaves.reshape(-1, outputs).T
        return np.stack([column.take(places, mode="clip").sum(axis=0) for column in columns]) + self.bias[:, None]
