"""From the probabilities of a page's blocks to a choice among them: the one with the best F1 to expect."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Beyond this (log-odds) nothing is surer: no opinion is so strong that a policy's "keep" could not outweigh it.
_SURE = 6.0


class Choice(NamedTuple):
    """Which blocks to take.

    :param chosen: a truth value for each block; at least one is true.
    :param cut: the lowest log-odds among the chosen.
    :param f1: the F1 in words that this choice can expect, 0 to 1.
    """

    chosen: NDArray[np.bool_]
    cut: float
    f1: float


def choose(probabilities: Floats, words: Floats) -> Choice:
    """The most probable blocks, as many as make the expected F1 largest.

    The expectation of the quotient is taken as the quotient of the expectations, as in Ye et al., "Optimizing
    F-measure: A Tale of Two Approaches" (ICML 2012): 2·Σ(p·w of chosen) ÷ (Σ(w of chosen) + Σ(p·w of all)).

    :param probabilities: of content, of at least one block.
    :param words: how many each block has.
    """
    order = np.argsort(-probabilities, kind="stable")
    expected = np.cumsum((probabilities * words)[order])
    f1 = 2 * expected / (np.cumsum(words[order]) + expected[-1] + 1e-9)
    last = int(f1.argmax())
    chosen = np.zeros(len(order), dtype=bool)
    chosen[order[: last + 1]] = True
    return Choice(chosen, float(log_odds(probabilities[order[last]])), float(f1[last]))


def log_odds(probabilities: Floats | float) -> Floats:
    """log(p ÷ (1 - p)), bounded to ±6."""
    low = 1 / (1 + np.exp(_SURE))
    bounded = np.clip(probabilities, low, 1 - low)
    odds: Floats = np.log(bounded / (1 - bounded))
    return odds
