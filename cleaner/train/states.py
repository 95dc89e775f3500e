"""Pages of states and others → the model of states (:mod:`cleaner.evidence.states.model`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from cleaner.evidence.states.model import OTHER, STATES
from cleaner.evidence.states.said import phrases_by_state
from cleaner.evidence.states.words import words
from cleaner.train.tables import matrix, table

_FEWEST = 3  # pages that a feature stands on
_COST = 20.0  # the inverse of the ridge penalty, best of 3, 10 and 20 on the other hand's generators
_PHRASE = (
    0.7  # what two phrases of the lists count, which are no page, as text and with a headline: best of 0.3 to 4 there
)
_LEAST = 0.05  # a weight that says nothing
# Lists of phrases whose state goes by another name here.
_SAME = {"challenge": "bot-challenge", "empty-search": "soft-404", "access-denied": "soft-404"}


class Seen(NamedTuple):
    """A small page: its features, the state it is in (``other``: none), and what it counts."""

    found: Mapping[str, float]
    state: str
    weight: float = 1.0


def of_phrases() -> Iterable[Seen]:
    """The phrase lists, two phrases of one state at a time."""
    for state, phrases in phrases_by_state():
        for start in range(0, len(phrases), 2):
            two = list(phrases[start : start + 2])
            yield from (Seen(words(two, heads, []), _SAME.get(state, state), _PHRASE) for heads in ([], two[:1]))


def state_of(labels: Sequence[str]) -> str:
    """The state that the labels of a page name."""
    return next((label for label in labels if label in STATES), OTHER)


def fit_states(seen: Sequence[Seen]) -> tuple[list[str], NDArray[np.float32]]:
    """The names of the features that tell, and their weights for each of :data:`STATES`, the bias in the last row."""
    counts = Counter(name for page in seen for name in page.found)
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    fitted = LogisticRegression(C=_COST, max_iter=400).fit(
        matrix([page.found for page in seen], names),
        [page.state for page in seen],
        sample_weight=[page.weight for page in seen],
    )
    if list(fitted.classes_) != list(STATES):
        raise ValueError(f"no page of some states: there are only {', '.join(fitted.classes_)}")
    return table(names, fitted.coef_.T, fitted.intercept_, _LEAST)
