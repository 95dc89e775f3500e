"""Features by name → a sparse matrix to fit, and what was fitted → the table that a model's file holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix


def matrix(found: Sequence[Mapping[str, float]], names: Sequence[str]) -> csr_matrix:
    """A row for each page, a column for each name; features of other names are left out."""
    places = {name: place for place, name in enumerate(names)}
    entries = [
        (row, places[name], value) for row, its in enumerate(found) for name, value in its.items() if name in places
    ]
    rows, columns, values = map(np.array, zip(*entries, strict=True))
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(names)))


def table(
    names: Sequence[str], weights: NDArray[np.float64], bias: NDArray[np.float64], least: float
) -> tuple[list[str], NDArray[np.float32]]:
    """The names whose weights say something, and a row of weights for each, the bias behind them.

    :param least: a weight below says nothing.
    """
    telling = np.flatnonzero(np.abs(weights).max(axis=1) >= least)
    return [names[place] for place in telling.tolist()], np.vstack([weights[telling], bias]).astype(np.float32)
