"""How well a score judges junk of a source that it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from cleaner.train.junk import FOLDS, Sample, fold_of
from cleaner.train.sources import is_made
from cleaner.train.weigh import Floats, Problem, balanced

_FALSE = 0.01  # ordinary pages that may be called junk
_TURNS = 60  # models at most that are fitted; with fewer each would know less than the one that is used
_BINS = 15  # of the expected calibration error


class Judged(NamedTuple):
    """Samples of one form with the log-odds that a model gave them which had seen neither their source nor their domain."""

    samples: Sequence[Sample]
    odds: Floats

    @property
    def junk(self) -> NDArray[np.bool_]:
        """Which of them are junk."""
        return np.array([bool(sample.labels) for sample in self.samples])

    def on_real_pages(self) -> Judged:
        """The same, with none of the short plain pages that were made of articles and references among the ordinary ones."""
        kept = np.array([bool(sample.labels) or not is_made(sample.source) for sample in self.samples])
        return Judged([sample for sample, keep in zip(self.samples, kept, strict=True) if keep], self.odds[kept])

    def auc(self) -> float:
        """The area under the ROC curve, each source of junk alike: how probably junk scores above an ordinary page."""
        junk, weights = self.junk, balanced(self.samples, self.junk)
        good = np.sort(self.odds[~junk])
        below = (
            (np.searchsorted(good, self.odds[junk]) + np.searchsorted(good, self.odds[junk], "right")) / 2 / len(good)
        )
        return float(np.average(below, weights=weights[junk]))

    def threshold(self) -> float:
        """The log-odds above which one ordinary page in a hundred is."""
        return float(np.quantile(self.odds[~self.junk], 1 - _FALSE))

    def recall(self) -> float:
        """The share of junk above that, each source alike."""
        junk = self.junk
        return float(np.average(self.odds[junk] > self.threshold(), weights=balanced(self.samples, self.junk)[junk]))

    def calibration(self) -> float:
        """The expected calibration error (Naeini et al., AAAI 2015): how far scores are from the share of junk among those scored
        so, over equal steps of the score."""
        score, weights = expit(self.odds), balanced(self.samples, self.junk)
        bins = np.minimum((score * _BINS).astype(int), _BINS - 1)
        far = [
            abs(np.average(score[inside] - self.junk[inside], weights=weights[inside])) * weights[inside].sum()
            for number in range(_BINS)
            if (inside := bins == number).any()
        ]
        return float(sum(far) / weights.sum())


def held_out(problem: Problem) -> Judged:
    """Each junk sample judged by a model without its source, each ordinary one by models without its domain (their mean): models
    without a few of the sources, and a fifth of the domains."""
    samples = problem.samples
    groups = sorted({each.group for each in samples if each.labels})
    turn_of = {group: number % _TURNS for number, group in enumerate(groups)}
    turns = np.array([turn_of[each.group] if each.labels else fold_of(each.group) for each in samples])
    ordinary = np.array([not sample.labels for sample in samples])
    total, count = np.zeros(len(samples)), np.zeros(len(samples))
    for turn in sorted(set(turns[~ordinary].tolist())):
        out = np.where(ordinary, turns == turn % FOLDS, turns == turn)
        total[out] += problem.rows[out] @ problem.solved(~out)
        count[out] += 1
    return Judged(samples, total / np.maximum(count, 1))
