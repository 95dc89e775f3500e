"""How much the words of a short line are those that furniture and spam are written in, and not those of articles.

A phrase list knows phrases; a line that no list knows is still written in their words. The weight of a word is the log-ratio of how often it
stands in the phrase lists and how often in articles (as in naive Bayes; Manning, Raghavan and Schütze, "Introduction to Information
Retrieval", 2008, chapter 13). Where a script sets no words apart, two characters are a word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from cleaner.evidence.content.geometry import Floats

Vocabulary = Mapping[str, float]
"""Word, in lower case → its weight: above zero for words of furniture, below for those of articles."""

_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+|[\u3040-\u30ff\u3400-\u9fff]+")
_IDEOGRAPH = "\u3040"
_LONGEST = 300  # characters beyond which a line is an article's paragraph, or a phrase list says so
_FIRST = 2  # words that say most of what a line is
_SMOOTH = 1.0
_SEVERAL = 3
_BOUND, _LITTLE = 3.0, 0.3


def written(vocabulary: Vocabulary, texts: Sequence[str]) -> Floats:
    """For each text the mean weight of its words, that of its first, and the largest and the smallest; zeros for long texts."""
    rows = np.zeros((4, len(texts)))
    for place, text in enumerate(texts):
        if len(text) <= _LONGEST and (weights := [vocabulary.get(word, 0.0) for word in words(text)]):
            rows[:, place] = (
                sum(weights) / len(weights),
                sum(weights[:_FIRST]) / len(weights[:_FIRST]),
                max(weights),
                min(weights),
            )
    return rows


def words(text: str) -> Iterator[str]:
    """The words of a text, in lower case; of scripts without spaces every two characters that stand together."""
    for word in _WORD.findall(text.lower()):
        if word[0] < _IDEOGRAPH or len(word) == 1:
            yield word
        else:
            yield from map("".join, pairwise(word))


def learn(furniture: Iterable[str], articles: Iterable[str]) -> Vocabulary:
    """Weights from texts of both kinds. Words that are about as frequent in both weigh nothing, and are left out.

    Of the words of articles only those that stand in several count: a name says nothing of the next article.
    """
    these, those, articles_with = Counter[str](), Counter[str](), Counter[str]()
    for text in furniture:
        these.update(words(text))
    for text in articles:
        found = Counter(words(text))
        those += found
        articles_with.update(found.keys())
    those = Counter({word: count for word, count in those.items() if articles_with[word] >= _SEVERAL})
    known = {*those, *(word for word, count in these.items() if count > 1)}
    per_these, per_those = (counts.total() + _SMOOTH * len(known) for counts in (these, those))
    weights = {
        word: math.log((these[word] + _SMOOTH) / per_these) - math.log((those[word] + _SMOOTH) / per_those)
        for word in sorted(known)
    }
    return {
        word: round(max(-_BOUND, min(_BOUND, weight)), 1) for word, weight in weights.items() if abs(weight) >= _LITTLE
    }
