"""Articles → how letters and words follow one another in honest texts (:mod:`cleaner.verdict.junk.fluency`)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from cleaner.train.articles import Article
from cleaner.verdict.junk.fluency import LANGUAGES, pairs, trigrams
from cleaner.verdict.junk.text import Text

_LEAST = 0.15  # a binary logarithm that says nothing


def fit_fluency(articles: Sequence[Article]) -> tuple[list[str], NDArray[np.float32]]:
    """The trigrams and pairs that tell, and a row of weights for each, a column for each language."""
    columns = [
        dict(_of_language([each.text for each in articles if each.language == name], name)) for name in LANGUAGES
    ]
    names = sorted({name for column in columns for name in column})
    return names, np.array([[column.get(name, 0.0) for column in columns] for name in names], np.float32)


def _of_language(texts: Sequence[str], language: str) -> Iterator[tuple[str, float]]:
    yield from dict.fromkeys(trigrams("\n".join(texts)), 1.0).items()
    found = Counter(pair for text in texts for pair in pairs(Text(text.splitlines()).sentence_words, language))
    first, second = (_margin(found, side) for side in (0, 1))
    for one, before in first.items():
        for other, behind in second.items():
            pair, chance = f"{one}\t{other}", before * behind / found.total()
            # One more of each, so that what is rare says little (Laplace).
            if abs(weight := math.log2((found[pair] + 1) / (chance + 1))) >= _LEAST:
                yield pair, weight


def _margin(found: Counter[str], side: int) -> Counter[str]:
    """How often each word stands on one side of a pair."""
    words: Counter[str] = Counter()
    for pair, count in found.items():
        words[pair.split("\t")[side]] += count
    return words
