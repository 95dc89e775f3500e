"""What blocks are written in: counts of characters and words, for all blocks of a page at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

(SPACE, LOWER, UPPER, LETTER, IDEOGRAPH, CLUSTER, DIGIT, STOP, COMMA, PUNCTUATION, CURRENCY, BAR, SYMBOL, OTHER) = (
    range(14)
)
_CLASSES = 14
_STOPS = frozenset(".!?…。！？．｡।؟۔։՞።፧។៕။")
_COMMAS = frozenset(",;:、，；：،؛፣")
_BARS = frozenset("|•·»›→←«‹▶►▸/\\¦")
# Scripts written without spaces between words, and how many characters make about one word: of Chinese and Japanese
# two, of Thai, Lao, Khmer and Burmese five.
_IDEOGRAPHS = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F))
_CLUSTERS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
_PER_IDEOGRAPH, _PER_CLUSTER = 0.5, 0.2
_TABLE = 0x10000  # beyond the basic plane stand rare ideographs and pictures
_RARE = 0x20000, 0x40000


class Characters(NamedTuple):
    """Per block: how many characters of each class, how many words, and the classes of its first and last character."""

    counts: NDArray[np.float32]
    words: Floats
    capitals: Floats
    first: Ints
    last: Ints


def characters(texts: Sequence[str]) -> Characters:
    """Count what texts are written in.

    :param texts: at least one text, none empty.
    :returns: arrays with a row for each text; ``counts`` has a column for each class of this module, ``words`` counts
        what is written without spaces by characters, ``capitals`` words that begin with a capital.
    """
    joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    classes = _table()[np.minimum(codes, _TABLE)]
    if codes.max() >= _RARE[0]:
        classes[(codes >= _RARE[0]) & (codes < _RARE[1])] = IDEOGRAPH
    ends = np.cumsum([len(text) + 1 for text in texts]) - 1  # where the newline behind each text stands
    starts = np.concatenate(([0], ends[:-1] + 1))
    rows = np.repeat(np.arange(len(texts)) * _CLASSES, np.diff(np.append(starts, len(codes))))
    counts = np.bincount(rows + classes, minlength=len(texts) * _CLASSES).reshape(-1, _CLASSES)
    counts[:-1, SPACE] -= 1
    alphabetic = (classes >= LOWER) & (classes <= LETTER) | (classes == DIGIT)
    begins = alphabetic.copy()
    begins[1:] &= ~alphabetic[:-1]
    words = np.add.reduceat(begins, starts, dtype=np.int64)
    capitals = np.add.reduceat(begins & (classes == UPPER), starts, dtype=np.int64)
    words = words + _PER_IDEOGRAPH * counts[:, IDEOGRAPH] + _PER_CLUSTER * counts[:, CLUSTER]
    return Characters(
        counts.astype(np.float32),
        words.astype(np.float32),
        capitals.astype(np.float32),
        classes[starts].astype(np.int64),
        classes[ends - 1].astype(np.int64),
    )


@cache
def _table() -> NDArray[np.uint8]:
    """The class of each character of the basic plane, and of all beyond it (the last entry)."""
    table = np.array([_class_of(chr(code)) for code in range(_TABLE)] + [SYMBOL], dtype=np.uint8)
    for ranges, found in ((_IDEOGRAPHS, IDEOGRAPH), (_CLUSTERS, CLUSTER)):
        for low, high in ranges:
            letters = table[low : high + 1]
            letters[letters == LETTER] = found
    return table


def _class_of(character: str) -> int:
    for named, found in ((_STOPS, STOP), (_COMMAS, COMMA), (_BARS, BAR)):
        if character in named:
            return found
    category = unicodedata.category(character)
    exact = {"Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Nd": DIGIT, "Sc": CURRENCY}.get(category)
    if exact is not None:
        return exact
    if character.isspace():
        return SPACE
    return {"L": LETTER, "P": PUNCTUATION, "S": SYMBOL, "N": DIGIT, "M": LETTER}.get(category[0], OTHER)
