"""What a text says again: templates filled with other words, one topic in every sentence, captions that count, its own title.

Near-duplicates within one text tell what is made in bulk (cf. Broder, "On the Resemblance and Containment of Documents", 1997, for
shingles between texts; Fetterly, Manasse and Najork, "Detecting Phrase-Level Duplication on the World Wide Web", SIGIR 2005).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cleaner.verdict.junk.signal import Signal, collector
from cleaner.verdict.junk.text import Text

SIGNALS: list[Signal[Text]] = []
_signal = collector(SIGNALS)

_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_CAPTION = 160  # characters
# What sites set behind and before the name of a page, and what farms set into it.
_PARTS = re.compile(r"\s[|\-–—•»:]\s|\s?\|\s?|[(\[（【][^()\[\]（）【】]*[)\]）】]")
_CORE = 12  # characters of a title that says something
_FRAME, _SLOT = 7, 3  # words of a frame, and which of them may be any
_FEW = 60  # words
_SENTENCES = 6


@_signal("captions")
def captions(text: Text) -> float:
    """How many lines say the same but for a running number, with other lines between them: captions, and no list (binary logarithm of one
    more)."""
    same: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for place, line in enumerate(text.opening):
        if len(line) <= _CAPTION:
            for found in _NUMBER.finditer(line):
                around = f"{line[: found.start()]}#{line[found.end() :]}"
                if _LETTERS.search(around):
                    same[around].setdefault(int(found[0]), place)
    apart = 0
    for lines in same.values():
        if len(lines) > 1 and max(lines) - min(lines) < 2 * len(lines):
            places = [lines[number] for number in sorted(lines)]
            apart = max(apart, sum(1 < after - before < 30 for before, after in pairwise(places)))
    return math.log2(1 + apart)


@_signal("own-title")
def own_title(text: Text) -> float | None:
    """How many of its lines, but for the first, say its title again, whatever stands before and behind it (binary logarithm of one more)."""
    core = max((part.strip().casefold() for part in _PARTS.split(text.title)), key=len, default="")
    if len(core) < _CORE and not (core > "\u2e80" and len(core) > _CORE // 2):
        return None
    saying = sum(core in line.casefold() for line in text.lines if len(line) < len(core) + _CAPTION)
    return math.log2(1 + max(0, saying - 1))


@_signal("frames")
def frames(text: Text) -> float | None:
    """The share of words in frames: runs of seven words that stand there again with another word in the middle. A template was filled."""
    codes = text.codes
    if len(codes) < _FEW:
        return None
    base, mixed = len(text.counts) + 1, np.zeros(len(codes) - _FRAME + 1, np.int64)
    for place in range(_FRAME):
        if place != _SLOT:
            mixed = (mixed * base + codes[place : place + len(mixed)]) % _PRIME
    slots = codes[_SLOT : _SLOT + len(mixed)]
    _, which = np.unique(mixed, return_inverse=True)
    pairs = np.unique(which * base + slots) // base
    filled = np.bincount(pairs, minlength=which.max() + 1)[which] > 1
    inside = np.zeros(len(codes) + 1, np.int64)
    np.add.at(inside, np.flatnonzero(filled), 1)
    np.add.at(inside, np.flatnonzero(filled) + _FRAME, -1)
    return float((inside.cumsum()[:-1] > 0).mean())


@_signal("topic")
def topic(text: Text) -> float | None:
    """The share of its sentences that name the same thing: two words that carry meaning, side by side or with one word between."""
    sentences = text.sentences
    if len(sentences) < _SENTENCES:
        return None
    named, content = Counter[tuple[str, ...]](), text.content
    for words in text.sentence_words:
        if words and words[len(words) // 2] > "\u2e80":
            named.update({tuple(words[place : place + 4]) for place in range(len(words) - 3)})
            continue
        telling = [place for place, word in enumerate(words) if word in content]
        near = {(words[first], words[second]) for first, second in pairwise(telling) if second - first <= _NEAR}
        named.update(near)
    return max(named.values(), default=0) / len(sentences)


@_signal("same-sentences")
def same_sentences(text: Text) -> float | None:
    """The share of its sentences of five words or more that share most of their words with another one: near-duplicates."""
    bags = [bag for words in text.sentence_words if len(bag := frozenset(words)) >= 5][:_MOST]
    if len(bags) < _SENTENCES:
        return None
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for row, bag in enumerate(bags):
        for word in bag:
            holding[word].append(row)
    rare, common = ([rows for rows in holding.values() if (len(rows) > _COMMON) is many] for many in (False, True))
    inside = np.zeros((len(common), len(bags)), np.int64)
    for place, rows in enumerate(common):
        inside[place, rows] = 1
    sizes, shared = np.array([len(bag) for bag in bags]), _shared(rare, len(bags))
    like = 2 * shared >= sizes[:, None] + sizes - shared - inside.T @ inside
    return float((like | like.T).any(axis=1).mean())


def _shared(standing: Sequence[Sequence[int]], size: int) -> NDArray[np.int64]:
    """For each pair of sentences, the earlier one first, how many words stand in both; nought for other pairs.

    :param standing: for each word the sentences that it stands in, in order. They are few, so that going through their pairs is cheaper
        than multiplying matrices.
    """
    rows = np.array([row for its in standing for row in its], np.int64)
    words = np.repeat(np.arange(len(standing)), [len(its) for its in standing])
    pairs = [np.zeros(0, np.int64)]
    for step in range(1, max(map(len, standing), default=0)):
        both = np.flatnonzero(words[step:] == words[:-step])
        pairs.append(rows[both] * size + rows[both + step])
    return np.bincount(np.concatenate(pairs), minlength=size * size).reshape(size, size)


_NEAR = 2  # words from one to the next
_MOST, _COMMON = 200, 60
_PRIME = (1 << 31) - 1
