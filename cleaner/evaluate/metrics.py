"""What a score is: words and snippets of a page, and how sure a figure over pages is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
_RESAMPLES, _SEED = 1_000, 20_260
_PERCENTILES = (2.5, 97.5)

Sums = NDArray[np.float64]
"""Sums of columns over pages: a row for each resample."""


@dataclass(frozen=True, slots=True)
class Words:
    """How far the words of an output are those of the reference."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Snippets:
    """Snippets of a page by what became of them: ``tp`` and ``fn`` must be in the output, ``fp`` and ``tn`` must not."""

    tp: int
    fn: int
    fp: int
    tn: int

    @property
    def precision(self) -> float:
        """Of what is found, the share that must be there. 1 where nothing is found: nothing is wrong."""
        return self.tp / found if (found := self.tp + self.fp) else 1.0

    @property
    def recall(self) -> float:
        """Of what must be there, the share that is found. 1 where nothing must be."""
        return self.tp / wanted if (wanted := self.tp + self.fn) else 1.0

    @property
    def f1(self) -> float:
        """Both in one. Where nothing must be there: 1 if nothing is found, else 0."""
        return 2 * self.tp / whole if (whole := 2 * self.tp + self.fp + self.fn) else 1.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its interval: with 95% confidence it lies there for pages like these."""

    value: float
    low: float
    high: float


def words(text: str) -> list[str]:
    """The lower-cased words of a text."""
    return _WORD.findall(text.lower())


def compare(text: str, reference: str) -> Words:
    """Bags of words of an output and its reference. Where that has none: all 1 for an output without words, else 0."""
    found, wanted = Counter(words(text)), Counter(words(reference))
    if not wanted:
        return Words(*[float(not found)] * 3)
    common = (found & wanted).total()
    precision = common / found.total() if found else 0.0
    return Words(precision, common / wanted.total(), 2 * common / (found.total() + wanted.total()))


def find(text: str, present: Sequence[str], absent: Sequence[str]) -> Snippets:
    """Which snippets an output holds, letter by letter, as trafilatura's evaluation looks for them."""
    tp, fp = (sum(snippet in text for snippet in snippets) for snippets in (present, absent))
    return Snippets(tp, len(present) - tp, fp, len(absent) - fp)


def estimate(rows: Sequence[Sequence[float]], clusters: Sequence[str], statistic: Callable[[Sums], Sums]) -> Estimate:
    """A figure over pages with its percentile bootstrap interval. The same rows give the same interval.

    :param rows: what each page adds, a row of at least one number.
    :param clusters: what each page belongs to. Pages of one cluster are drawn together: they are much alike, and
        drawn alone they would make the interval too narrow. Where all are of one, each is drawn alone.
    :param statistic: from sums of the rows over pages (``sums[:, column]``) to the figure, for many sums at once.
    """
    pages = np.array(rows, dtype=np.float64)
    names, places = np.unique(np.array(clusters), return_inverse=True)
    drawn = pages
    if len(names) > 1:
        drawn = np.zeros((len(names), pages.shape[1]))
        np.add.at(drawn, places, pages)
    draw = np.random.default_rng(_SEED)
    size = len(drawn)
    resampled = np.stack([drawn[draw.integers(0, size, size)].sum(axis=0) for _ in range(_RESAMPLES)])
    low, high = np.percentile(statistic(resampled), _PERCENTILES)
    return Estimate(float(statistic(pages.sum(axis=0, keepdims=True))[0]), float(low), float(high))


def mean(values: Sequence[float], clusters: Sequence[str]) -> Estimate:
    """The mean over pages. Of paired differences it is the difference of the means, resampled in pairs."""
    return estimate([(value, 1) for value in values], clusters, lambda sums: sums[:, 0] / sums[:, 1])


def pool(pages: Sequence[Snippets]) -> Snippets:
    """The snippets of all pages together."""
    return Snippets(*(sum(getattr(page, each) for page in pages) for each in ("tp", "fn", "fp", "tn")))


def pooled_f1(pages: Sequence[Snippets], clusters: Sequence[str]) -> Estimate:
    """F1 of all snippets together."""
    return estimate([_counts(page) for page in pages], clusters, _f1)


def pooled_difference(ours: Sequence[Snippets], theirs: Sequence[Snippets], clusters: Sequence[str]) -> Estimate:
    """Our pooled F1 less theirs, on the same pages."""
    rows = [(*_counts(mine), *_counts(peers)) for mine, peers in zip(ours, theirs, strict=True)]
    return estimate(rows, clusters, lambda sums: _f1(sums[:, :3]) - _f1(sums[:, 3:]))


def _counts(page: Snippets) -> tuple[int, int, int]:
    return page.tp, page.fn, page.fp


def _f1(sums: Sums) -> Sums:
    tp, fn, fp = sums.T
    whole = 2 * tp + fn + fp
    # A resample may hold no snippet that was found or missed: nothing is wrong then, as on one such page.
    f1: Sums = np.divide(2 * tp, whole, out=np.ones_like(whole), where=whole > 0)
    return f1
