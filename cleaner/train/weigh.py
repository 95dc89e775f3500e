"""Samples → scorecards: a logistic regression on straight pieces of each signal's range, most of which may only rise.

That a page with more casino phrases, more hidden text, more of a machine's leavings is no less junk is known beforehand; saying so
keeps the curves sensible where there are few pages (cf. constrained additive models, Pya and Wood, 2015). The
optimiser is L-BFGS-B, which knows such bounds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, logit

from cleaner.evidence.rules import NOTES, SPAM
from cleaner.train.junk import Sample
from cleaner.train.parts import even
from cleaner.train.sources import ABOUT, SMALL
from cleaner.verdict.junk.said import TRADES
from cleaner.verdict.junk.scorecard import Curve, Scorecard
from cleaner.verdict.junk.wording import MANNERS

Floats = NDArray[np.float64]

JUNK_SHARE = 0.25
"""The share of junk that is fitted to."""
CRAWL_SHARE = 0.1
"""The share of junk that the probability is meant for; shift the bias for another."""
# What a weight costs, at the usual spread of its piece. It costs less where few pages differ, as it would with standardised signals, though not
# as much less: with powers of the spread from 0.5 to 2 and costs from 1 to 4, recall of junk held out was within 0.01, with 0 less.
_RIDGE, _OF_SPREAD = 3.0, 1.0
# Less for what rules find: each was made to leave ordinary pages alone, and is known to on pages that are not here.
_RIDGE_OF_FINDINGS = 0.03
# What pages count that were written to look like junk, to another source of ordinary ones: they are rarer than in life, and as such would have all caution to
# themselves. Of small ones as a tenth, a fifth, three tenths 19%, 14% and 11% stand above 99% of real pages, of articles about junk as a tenth and three tenths
# 13% and 9%; and 90%, 89% and 88% of junk.
_OF_LOOKALIKES = {SMALL: 0.3, ABOUT: 0.2}
# Where curves may bend: quantiles of a signal's values, and of those that are not nought.
_QUANTILES = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98)
_FINDINGS = frozenset(rule.id for rule in (*SPAM, *NOTES))
_RISING = frozenset(
    """
    bare broken captions consonants cut-leads disorder doors frames furniture furniture-many hidden-furniture hidden-hosts hidden-like hidden-oddly hidden-offers holes hosts like.junk machine-phrases
    mixed-scripts own-title repeated-lines repeated-5-grams repeated-10-grams same-anchor same-sentences sent-away states strange-letters title-again
    title-foreign title-words title-year tongues top-word top-2-gram top-3-gram top-4-gram trades unclear-language
    """.split()
).union(_FINDINGS, (f"trade.{name}" for name in TRADES), (f"manner.{name}" for name in MANNERS))
"""Signals of which more is never less junk."""


class Column(NamedTuple):
    """One signal: where its curve bends, which columns of the design are its own, one for each piece between two bends, and how far through
    each the median of ordinary pages has gone. There the curve is nought, and it is nought where a signal has no value: that a page is long
    enough to have one speaks neither for it nor against it."""

    name: str
    at: Floats
    start: int
    usual: Floats

    @property
    def steps(self) -> slice:
        """Its columns."""
        return slice(self.start, self.start + len(self.at) - 1)

    def gone(self, values: Floats) -> Floats:
        """How far values have gone through each piece, 0 to 1."""
        low, high = self.at[:-1], self.at[1:]
        return np.asarray(np.clip((values[:, None] - low) / (high - low), 0, 1))


class Design(NamedTuple):
    """Signals as straight pieces: how much further each value has gone through each piece than an ordinary one."""

    columns: tuple[Column, ...]
    width: int

    def of(self, samples: Sequence[Sample]) -> Floats:
        """A row for each sample."""
        rows = np.zeros((len(samples), self.width))
        for column in self.columns:
            values = _values(samples, column.name)
            known = ~np.isnan(values)
            rows[known, column.steps] = column.gone(values[known]) - column.usual
        return rows


def _values(samples: Sequence[Sample], name: str) -> Floats:
    return np.array([np.nan if (value := sample.values[name]) is None else value for sample in samples], float)


def design(samples: Sequence[Sample]) -> Design:
    """Where the curves of all signals may bend. A signal with the same value everywhere has no curve."""
    columns: list[Column] = []
    start, ordinary = 0, np.array([not sample.labels for sample in samples])
    for name in samples[0].values:
        values = _values(samples, name)
        usual = values[ordinary & ~np.isnan(values)]
        values = values[~np.isnan(values)]
        points = [np.quantile(part, _QUANTILES) for part in (values, values[values != 0]) if len(part)]
        at = np.unique(np.round(np.concatenate([*points, values[values == 0][:1]]), 4)) if points else np.zeros(0)
        if len(at) > 1:
            column = Column(name, at, start, np.zeros(len(at) - 1))
            median = np.median(usual if len(usual) else values, keepdims=True)
            columns.append(column._replace(usual=column.gone(median)[0]))
            start += len(at) - 1
    return Design(tuple(columns), start)


class Problem:
    """Samples of one form as a design, solved for any part of them."""

    def __init__(self, samples: Sequence[Sample], label: str | None = None) -> None:
        """
        :param label: what is told from all other pages, junk of other sorts among them; None: junk from ordinary pages.
        """
        self.samples = samples
        self.label = label
        self.design = design(samples)
        self.rows = np.hstack([self.design.of(samples), np.ones((len(samples), 1))])
        self.junk = np.array([self._is_meant(sample) for sample in samples])
        self._bounds: list[tuple[float | None, float | None]] = [(None, None)] * self.rows.shape[1]
        for column in self.design.columns:
            if column.name in _RISING and label is None:
                self._bounds[column.steps] = [(0, None)] * (len(column.at) - 1)
        spread = np.maximum(self.rows[:, :-1].std(axis=0), 1e-3)
        self._cost = np.append(_RIDGE * (spread / np.median(spread)) ** _OF_SPREAD, 0)
        for column in self.design.columns:
            if column.name in _FINDINGS:
                self._cost[column.steps] = np.minimum(_RIDGE_OF_FINDINGS, self._cost[column.steps])
            if column.name in _PROOFS and label is None:
                self._bounds[column.start] = (_PROVEN, None)
        self._start = np.zeros(self.rows.shape[1])
        self._start = self.solved(np.ones(len(samples), bool))  # for whoever leaves a few of them out

    def _is_meant(self, sample: Sample) -> bool:
        return bool(sample.labels) if self.label is None else self.label in sample.labels

    def solved(self, chosen: NDArray[np.bool_]) -> Floats:
        """The weights of the design's columns, and the bias, that tell junk among the chosen samples best."""
        rows, junk = self.rows[chosen], self.junk[chosen]
        weights = balanced([sample for sample, take in zip(self.samples, chosen, strict=True) if take], junk)

        def loss(theta: Floats) -> tuple[float, Floats]:
            odds = rows @ theta
            error = weights * (expit(odds) - junk)
            value = weights @ (np.logaddexp(0, odds) - junk * odds) + 0.5 * self._cost @ theta**2
            return float(value), rows.T @ error + self._cost * theta

        options = {"maxiter": 500, "ftol": 1e-7}
        found = minimize(loss, self._start, jac=True, method="L-BFGS-B", bounds=self._bounds, options=options).x
        return np.asarray(found, float)

    def scorecard(self, slope: float = 1.0, shift: float = 0.0) -> Scorecard:
        """The card of all samples, its weights calibrated by a slope and a shift (:func:`platt`)."""
        curves, bias = {}, float(slope * self._start[-1] + shift)
        for column in self.design.columns:
            steps = slope * self._start[column.steps]
            heights = np.append(0.0, np.cumsum(steps)) - column.usual @ steps
            if np.abs(heights).max() >= _LEAST:
                curves[column.name] = Curve(tuple(map(float, column.at)), tuple(np.round(heights, 4).tolist()))
        return Scorecard(round(bias, 4), curves)


_PROOFS = ("author.fabricated", "seo.information")
# None of 6,544 ordinary pages had what the proofs find (DESIGN, facts measured before the start), far more than are fitted on here: what they
# weigh is at least the logarithm of their number.
_PROVEN = round(math.log(6_544), 4)
_LEAST = 0.005  # log-odds: a curve that never leaves nought by more is none


def balanced(samples: Sequence[Sample], junk: NDArray[np.bool_]) -> Floats:
    """The weight of each sample: all that are meant together the share of junk, junk of other sorts as much again, ordinary pages the rest, each
    sort of each alike and of each sort each source, and as many in all as there are samples. So short texts on plain pages count as much as large
    sites, and a sort of junk by a dozen writers no more than one by three.

    :param junk: which samples are meant.
    """
    shares = np.array(even([(sample.labels[:1], sample.source) for sample in samples]))
    shares *= [_OF_LOOKALIKES.get(sample.source, 1.0) for sample in samples]
    ordinary = np.array([not sample.labels for sample in samples])
    other = ~junk & ~ordinary
    weights = np.zeros(len(samples))
    rest = 1 - JUNK_SHARE * (2 if other.any() else 1)
    for part, share in ((junk, JUNK_SHARE), (other, JUNK_SHARE), (ordinary, rest)):
        weights[part] = share * shares[part] / max(shares[part].sum(), 1e-9)
    return weights * len(samples)


def platt(odds: Floats, samples: Sequence[Sample]) -> tuple[float, float]:
    """Platt's scaling: the slope and the shift that make log-odds probable.

    :param odds: each from a model that had not seen its like.
    """
    junk = np.array([bool(sample.labels) for sample in samples])
    weights = balanced(samples, junk)

    def loss(theta: Floats) -> tuple[float, Floats]:
        value = theta[0] * odds + theta[1]
        error = weights * (expit(value) - junk)
        return float(weights @ (np.logaddexp(0, value) - junk * value)), np.array([error @ odds, error.sum()])

    found = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B", bounds=[(0.05, 2), (-5, 5)]).x
    return float(found[0]), float(found[1])


def finished(card: Scorecard) -> Scorecard:
    """A card of pages as it is used: calibrated or not, what proves a farm weighs as much as is known of it, and the bias is that of a crawl."""
    curves = {
        name: Curve(
            curve.at,
            tuple(max(_PROVEN, weight) if at > 0 else min(weight, 0.0) for at, weight in zip(*curve, strict=True)),
        )
        if name in _PROOFS
        else curve
        for name, curve in card.curves.items()
    }
    shift = float(logit(CRAWL_SHARE) - logit(JUNK_SHARE))
    return Scorecard(round(card.bias + shift, 4), curves)
