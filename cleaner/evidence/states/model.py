"""Which state a small page is in, by its words: a multinomial logistic regression as a table of weights.

``states.npz`` is fitted by ``cleaner weigh`` on pages of many sorts in twelve languages and on ordinary pages; the junk score's
MODEL.md says how well it does on sorts that it has not seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.states.said import SMALL, prose
from cleaner.evidence.states.words import features
from cleaner.evidence.view import View, once
from cleaner.evidence.weights import Asked, load_weights, save_weights

FORMAT = "cleaner.states/1"
OTHER = "other"
STATES = (
    "bot-challenge",
    "consent-wall",
    OTHER,
    "parked",
    "paywall-stub",
    "script-shell",
    "server-default",
    "soft-404",
)
_TOLD = 3  # words that are given as evidence
# How probable a state has to be, where a page has little text (characters) and where it has more. Many of the pages that it learns from are honest look-alikes, of which a
# crawl has few: with 0.2 it would know 1% to 2% fewer of the pages of writers that it has not read; and none of 1,802 real pages is between. At 0.12 a note on ferries would be
# a wall; but shells are told by their markup, and there 0.12 costs no precision. An essay that begins with what a wall says is at 0.76; to ask so much of long pages costs 1% of
# some generators' and hardly any of the writers'.
_PROBABLE, _LITTLE, _SURE = 0.15, 500, 0.8
_BY_MARKUP = {"script-shell": 0.12}
# With more text than this (characters of prose) a page has something to show: of 4,280 pages of states two have more; an article that explains such pages, 1,400 and more.
_MOST = 1_200
_PAGE = ("page:", "sign:", "code:")  # features that are no words


ASKED = Asked("states")


class StateModel(NamedTuple):
    """:param weights: a row for each feature, a column for each of :data:`STATES`; the last row is the bias."""

    rows: Mapping[str, int]
    weights: NDArray[np.float32]

    def probabilities(self, found: Mapping[str, float]) -> NDArray[np.float64]:
        """How probable each state is."""
        row_of = self.rows.get
        known = [(row, value) for name, value in found.items() if (row := row_of(name)) is not None]
        rows = [row for row, _ in known]
        values = np.array([value for _, value in known], np.float32)
        addends = np.concatenate([self.weights[-1:], values[:, np.newaxis] * self.weights[rows]])
        odds = addends.sum(axis=0, dtype=float)
        raised = np.exp(odds - odds.max())
        return np.asarray(raised / raised.sum())

    def strongest(self, found: Mapping[str, float], state: str) -> tuple[str, ...]:
        """The words that speak most for a state."""
        column = STATES.index(state)
        words = [name for name in found if name in self.rows and not name.startswith(_PAGE)]
        known = sorted(((found[name] * self.weights[self.rows[name]][column], name) for name in words), reverse=True)
        return tuple(name.partition(":")[2] for weight, name in known[:_TOLD] if weight > 0)


class State(NamedTuple):
    """How probably a page is in a state, and the words that say so."""

    probability: float
    words: tuple[str, ...]


def may_be(view: View) -> bool:
    """May this page be in a state: has it text, and little?"""
    return not view.is_text and 0 < prose(view) <= SMALL


@once
def probable(view: View) -> Mapping[str, State]:
    """Name → state, of those that a small page that has text is probably in; none where the page is too large, empty, or ordinary.

    The model has learned from larger pages too (:func:`may_be`): what they say is ordinary.
    """
    if not may_be(view) or prose(view) > _MOST:
        return {}
    model, found = load_states(ASKED.path), features(view)
    chances = zip(STATES, model.probabilities(found).tolist(), strict=True)
    little = prose(view) <= _LITTLE
    return {
        name: State(chance, model.strongest(found, name))
        for name, chance in chances
        if chance >= (_BY_MARKUP.get(name, _PROBABLE) if little else _SURE) and name != OTHER
    }


@cache
def load_states(path: Path | None = None) -> StateModel:
    """The model in a file that ``cleaner weigh`` wrote; the package's own where there is no path.

    :raises ModelError: it cannot be read, or is no such file.
    """
    file = path or resources.files(__package__) / "states.npz"
    return StateModel(*load_weights(file, FORMAT))


def save_states(names: Sequence[str], weights: NDArray[np.float32], path: Path) -> None:
    """Write a model: the names of its features, and their weights with the bias behind them."""
    save_weights(names, weights, FORMAT, path)
