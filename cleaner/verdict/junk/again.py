"""What a text says again: templates filled with other words, one topic in every sentence, captions that count, its own title.

Near-duplicates within one text tell what is made in bulk (cf. Broder, "On the Resemblance and Containment of Documents", 1997, for
shingles between texts; Fetterly, Manasse and Najork, "Detecting Phrase-Level Duplication on the World Wide Web", SIGIR 2005).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from itertools import pairwise

import numpy as np

from cleaner.verdict.junk.signal import Signal, collector
from cleaner.verdict.junk.text import WORD, Text

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
    pairs = np.unique(np.stack([which, slots]), axis=1)[0]
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
    named: Counter[tuple[str, ...]] = Counter()
    for sentence in sentences:
        words = WORD.findall(sentence.lower())
        if words and words[len(words) // 2] > "\u2e80":
            named.update({tuple(words[place : place + 4]) for place in range(len(words) - 3)})
            continue
        near = {
            (first, second) for first, second in pairwise(words) if first in text.content and second in text.content
        }
        near |= {
            (words[place], words[place + 2])
            for place in range(len(words) - 2)
            if words[place] in text.content
            and words[place + 2] in text.content
            and words[place + 1] not in text.content
        }
        named.update(near)
    return max(named.values(), default=0) / len(sentences)


@_signal("same-sentences")
def same_sentences(text: Text) -> float | None:
    """The share of its sentences of five words or more that share most of their words with another one: near-duplicates."""
    bags = [frozenset(WORD.findall(each.lower())) for each in text.sentences]
    bags = [bag for bag in bags if len(bag) >= 5][:_MOST]
    if len(bags) < _SENTENCES:
        return None
    places = {word: place for place, word in enumerate(frozenset().union(*bags))}
    holding = np.zeros((len(bags), len(places)), np.float32)
    for row, bag in enumerate(bags):
        holding[row, [places[word] for word in bag]] = 1
    sizes, rare = holding.sum(axis=1), holding[:, holding.sum(axis=0) <= _COMMON]
    either = sizes[:, None] + sizes - holding @ holding.T
    like = 2 * (rare @ rare.T) >= either
    np.fill_diagonal(like, False)
    return float(like.any(axis=1).mean())


_MOST, _COMMON = 200, 60
_PRIME = (1 << 31) - 1
