"""Whether a text is worded like what stands around articles, or like articles: offers, orders and machines' phrases against somebody's sentences.

The model of lines (:mod:`cleaner.evidence.diction`), by which the cleaner tells furniture, is asked about every sentence. It is the package's own
under each policy, so that a page scores the same whoever is asked about its content.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.content.model import load_model
from cleaner.evidence.diction import LONGEST, Diction, load_diction
from cleaner.evidence.text import BETWEEN_SENTENCES
from cleaner.evidence.weights import Asked
from cleaner.verdict.junk.signal import Signal, collector
from cleaner.verdict.junk.text import Text

ASKED = Asked("diction")
SIGNALS: list[Signal[Text]] = []
_signal = collector(SIGNALS)

_MOST = 150  # sentences that are read: a millisecond
_SURE = 2.0  # log-odds


def _sentences(text: Text) -> Sequence[str]:
    found = [part.strip()[:LONGEST] for line in text.opening for part in BETWEEN_SENTENCES.split(line)]
    return [part for part in found if part][:_MOST]


def _odds(text: Text) -> Floats:
    whole: Floats = _diction(ASKED.path).of(text.once(_sentences))[0]
    return whole


@cache
def _diction(path: Path | None) -> Diction:
    return load_diction(path) if path else load_model().lines.diction


@_signal("furniture")
def furniture(text: Text) -> float | None:
    """How its sentences are worded: the mean, by their lengths, of the log-odds that each belongs to what stands around articles."""
    lengths = np.array(list(map(len, text.once(_sentences))))
    return float(np.average(text.once(_odds), weights=lengths)) if len(lengths) else None


@_signal("furniture-many")
def furniture_many(text: Text) -> float | None:
    """How many of its sentences belong there beyond doubt (binary logarithm of one more)."""
    return float(np.log2(1 + (text.once(_odds) > _SURE).sum())) if text.lines else None
