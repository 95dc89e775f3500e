"""Which sorts of junk a page's words are like: a linear model of word stems as a table of weights.

``likeness.npz`` is fitted by ``cleaner weigh`` on pages of all sorts and ordinary ones, a logistic regression for junk of any sort and one for
each label. The score trusts it as far as it was right on pages by hands that it had not seen (MODEL.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.states.words import stems
from cleaner.evidence.weights import Asked, load_weights, save_weights
from cleaner.verdict.junk.signal import Signal
from cleaner.verdict.junk.sorts import LABELS
from cleaner.verdict.junk.text import Text

FORMAT = "cleaner.likeness/1"
SORTS = ("junk", *LABELS)
"""What a page's words may be like: junk of any sort, and each of the labels."""
_MOST = 1_200  # stems that are read: a page says early what it is
_SMOOTH, _LENGTH = 4.0, 3.0  # the words of every page weigh together about as much
_BEYOND = 9.0  # log-odds of which more says no more

ASKED = Asked("likeness")


def features(lines: Iterable[str], heads: Iterable[str]) -> Mapping[str, float]:
    """Name → value: the stems in a page's lines, and those in its title and headings."""
    said: list[str] = []
    for line in lines:
        if len(said) >= _MOST:
            break
        said += stems(line[:_LINE])
    found = dict.fromkeys(map("text:".__add__, said))
    found |= {f"head:{stem}": None for head in heads for stem in stems(head[:_HEAD])}
    return dict.fromkeys(found, _LENGTH / math.sqrt(_SMOOTH + len(found)))


_LINE, _HEAD = 2_000, 300  # characters


class Likeness(NamedTuple):
    """:param weights: a row for each feature, a column for each of :data:`SORTS`; the last row is the bias."""

    rows: Mapping[str, int]
    weights: NDArray[np.float32]

    def odds(self, found: Mapping[str, float]) -> NDArray[np.float64]:
        """The log-odds of each of :data:`SORTS`."""
        rows = np.fromiter(map(self.rows.get, found, repeat(-1)), np.int64, len(found))
        values, known = np.fromiter(found.values(), float, len(found)), rows >= 0
        odds = self.weights[-1] + values[known] @ self.weights[rows[known]]
        return np.asarray(np.clip(odds, -_BEYOND, _BEYOND))


def likeness(text: Text) -> Mapping[str, float]:
    """How like each sort of junk the words of a text are (log-odds); nothing where it has none."""
    found = features(text.lines, (text.title, *text.heads))
    return dict(zip(SORTS, load_likeness(ASKED.path).odds(found).tolist(), strict=True)) if found else {}


def _like(sort: str) -> Signal[Text]:
    def measure(text: Text) -> float | None:
        return text.once(likeness).get(sort)

    what = "junk of any sort" if sort == "junk" else f"pages called `{sort}`"
    measure.__doc__ = (
        f"How like {what} its words are: the log-odds of a linear model of word stems, up to nine either way."
    )
    return Signal(f"like.{sort}", measure)


SIGNALS = [_like(sort) for sort in SORTS]


@cache
def load_likeness(path: Path | None = None) -> Likeness:
    """The model in a file that ``cleaner weigh`` wrote; the package's own where there is no path.

    :raises ModelError: it cannot be read, or is no such file.
    """
    file = path or resources.files(__package__) / "likeness.npz"
    return Likeness(*load_weights(file, FORMAT))


def save_likeness(names: Sequence[str], weights: NDArray[np.float32], path: Path) -> None:
    """Write a model: the names of its features, and their weights with the bias behind them."""
    save_weights(names, weights, FORMAT, path)
