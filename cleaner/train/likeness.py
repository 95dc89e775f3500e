"""Pages of all sorts → the model of what their words are like (:mod:`cleaner.verdict.junk.likeness`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from cleaner.train.articles import articles
from cleaner.train.parts import even
from cleaner.train.tables import matrix, table
from cleaner.verdict.junk.likeness import SORTS, features

_SOURCES = 15  # sources or domains that a word stands in: rarer ones are a hand's or a topic's (8 and 25: no better when held out)
_COST = 0.2  # the inverse of the ridge penalty: of 3, 1, 0.5 and 0.2 the one with which most junk by unseen hands stands above ordinary pages
_LEAST = 0.02  # a weight that says nothing
_WORDS = 4  # features of a page that has something to say
# The share of all pages that junk is, and that those of one label and those of others are.
_JUNK, _MEANT, _OTHERS = 0.35, 0.16, 0.22
_ENDS = re.compile(r"(?<=[.!?…。！？])\s*")
_SAME = re.compile(r"\W+")


class Worded(NamedTuple):
    """A page by its words.

    :param group: its source, or the domain of an ordinary page.
    :param labels: what sort of junk it is; none for ordinary pages.
    """

    found: Mapping[str, float]
    source: str
    group: str
    labels: tuple[str, ...]


def worded(
    lines: Iterable[str], heads: Iterable[str], source: str, group: str, labels: tuple[str, ...]
) -> Iterator[Worded]:
    """A page by its words, if they say anything. An honest article that junk is made of says nothing: its lines are left out."""
    if labels:
        lines, heads = ([each for each in part if not _is_an_articles(each)] for part in (lines, heads))
    found = features(lines, heads)
    if len(found) >= _WORDS:
        yield Worded(found, source, group, labels)


def _is_an_articles(line: str) -> bool:
    """Is most of a line made of whole sentences of the package's own articles?"""
    known, parts = _sentences(), [part for part in map(_folded, (line, *_ENDS.split(line))) if part]
    return bool(parts) and (parts[0] in known or 2 * sum(part in known for part in parts[1:]) > len(parts) - 1)


def is_an_article(lines: Iterable[str]) -> bool:
    """Is a text made of nothing but whole sentences of the package's own articles, none of them twice? Then nothing of the junk is left in it
    that an article was set in."""
    parts = [part for line in lines for each in _ENDS.split(line) if (part := _folded(each))]
    return _sentences().issuperset(parts) and len(set(parts)) == len(parts)


@cache
def _sentences() -> frozenset[str]:
    """The lines and sentences of all articles."""
    lines = [line for article in articles() for line in article.text.splitlines()]
    return frozenset(part for line in lines for each in (line, *_ENDS.split(line)) if (part := _folded(each)))


def _folded(text: str) -> str:
    return _SAME.sub("", text.lower())


def fit_likeness(pages: Sequence[Worded]) -> tuple[list[str], NDArray[np.float32]]:
    """The names of the features that tell, and their weights for each of :data:`SORTS`, the bias in the last row."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for name in page.found:
            groups[name].add(page.group)
    names = sorted(name for name, standing in groups.items() if len(standing) >= _SOURCES)
    rows = matrix([page.found for page in pages], names)
    weights, bias = np.zeros((len(names), len(SORTS))), np.zeros(len(SORTS))
    for column, sort in enumerate(SORTS):
        meant = np.array([bool(page.labels) if sort == "junk" else sort in page.labels for page in pages])
        if meant.any():
            weighed = _weights(pages, meant, _JUNK if sort == "junk" else _MEANT)
            fitted = LogisticRegression(C=_COST, max_iter=150, solver="liblinear", random_state=0)
            fitted.fit(rows, meant, sample_weight=weighed)
            weights[:, column], bias[column] = fitted.coef_[0], fitted.intercept_[0]
    return table(names, weights, bias, _LEAST)


def _weights(pages: Sequence[Worded], meant: NDArray[np.bool_], share: float) -> NDArray[np.float64]:
    """What each page counts: all that are meant a share of all, other junk one of its own, ordinary pages 1 each, each sort alike, and of each sort each source."""
    junk = np.array([bool(page.labels) for page in pages])
    weights = np.where(junk, even([(page.labels[:1], page.source) for page in pages]), 1.0)
    for part, of_all in ((meant, share), (junk & ~meant, _OTHERS)):
        if part.any():
            weights[part] *= of_all / (1 - share) * (~junk).sum() / weights[part].sum()
    return weights
