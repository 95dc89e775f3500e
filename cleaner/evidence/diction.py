"""Whether a line is worded like what stands around articles, or like articles: a linear model of its letters and words.

A phrase list knows phrases; a line that no list knows is still written as such lines are. Runs of two to six characters and of
one to three words are looked up by their hash (Weinberger et al., "Feature hashing for large scale multitask learning", ICML
2009), as fastText does (Joulin et al., "Bag of tricks for efficient text classification", EACL 2017); all lines of a page at once.
Characters know endings and compounds, and scripts that set no words apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content.geometry import Floats, Ints

_Hashes = NDArray[np.uint64]

BITS = 22
"""Of a gram's hash, so many say its place among the weights. Of 2 ** 18 nearly all are taken, and a gram that nobody has seen meets one that somebody
has; lines by a hand that nothing was learned from are told from honest ones with an AUC of 0.876 with 20 bits, and of 0.884 with 22."""
LONGEST = 300  # characters of a line that are read
_EDGE = 24  # characters at either end of a line that are looked at alone
# Which of a line's four parts (see `Diction.of`) are the whole of it, its beginning, its end.
_ROWS = np.array([[1, 0, 0], [1, 1, 0], [1, 0, 1], [1, 1, 1]], np.float64)
_CHARACTERS, _WORDS = 6, 3  # the longest runs
_MARK = re.compile(r"[•·▪▫◦‣●○■□►▶▸*✓✔→»–—-]{1,3}\s+")
_LINES = 500  # looked at together: bounds the memory that a text of very many takes
_DIGIT, _BLANK = ord("0"), ord(" ")
_START, _END = "\2", "\3"  # stand before a line and behind it
# Odd, so that its powers can be divided by: the golden ratio of 64 bits (Knuth, TAOCP 3, section 6.4).
_BASE = 0x9E3779B97F4A7C15
_STEP, _BACK, _MIX, _OF_WORDS = (
    np.uint64(factor) for factor in (_BASE, pow(_BASE, -1, 1 << 64), 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
)
_FOLD, _SHIFT = np.uint64(29), np.uint64(64 - BITS)
# Neither letters nor digits, beyond ASCII: marks of Latin-1, general punctuation and symbols, those between ideographs, and full-width ones.
_MARKS = np.array(
    [[0x80, 0xA9], [0xAB, 0xB4], [0xB6, 0xB9], [0xBB, 0xBF], [0x2000, 0x2BFF], [0x3000, 0x3004], [0x3008, 0x3020],
     [0xFF00, 0xFF0F], [0xFF1A, 0xFF20]], np.uint64,
)  # fmt: skip
# What a byte of the weights stands for: a root with its sign, squared.
_ROOTS = np.arange(256, dtype=np.uint8).view(np.int8).astype(np.float64)
_SQUARES = _ROOTS * np.abs(_ROOTS)
_IS_WORD = np.array([chr(code).isalnum() for code in range(128)])


class Grams(NamedTuple):
    """The runs of characters and words in lines.

    :param owners: which line each stands in.
    :param places: its place among a model's weights.
    :param starts: where in the line it begins, :param:`ends` how far it begins from the line's end (characters, for runs of words too).
    """

    owners: Ints
    places: Ints
    starts: Ints
    ends: Ints


class Diction(NamedTuple):
    """A linear model of lines.

    :param weights: int8 (2 ** :data:`BITS`): of the log-odds of each place the square root, in units of ``scale``, with their sign. Most are small, and
        in even steps these would all be nought.
    :param bias: log-odds of a line of which nothing is known.
    """

    weights: NDArray[np.int8]
    scale: float
    bias: float

    def of(self, lines: Sequence[str]) -> Floats:
        """How each line is worded: log-odds that it belongs to what stands around articles.

        :param lines: each is read up to :data:`LONGEST` characters.
        :returns: (3, lines): of the whole line, of its beginning and of its end.
        """
        parts = [self._of(lines[at : at + _LINES]) for at in range(0, len(lines), _LINES)]
        return np.hstack(parts) if parts else np.empty((3, 0))

    def _of(self, lines: Sequence[str]) -> Floats:
        found = grams(lines)
        # Each line in four parts: what is near neither of its ends, near its beginning, near its end, near both.
        parts = 4 * found.owners + (found.starts < _EDGE) + 2 * (found.ends <= _EDGE)
        size = 4 * len(lines)
        odds = _SQUARES.take(self.weights.take(found.places).view(np.uint8))
        sums = np.bincount(parts, odds, size).reshape(-1, 4) @ _ROWS
        counts = np.bincount(parts, minlength=size).reshape(-1, 4) @ _ROWS
        rows: Floats = self.scale**2 * (sums / np.sqrt(np.maximum(counts, 1))).T + self.bias
        return rows


def save_diction(diction: Diction, path: Path) -> None:
    """Write a model to a file of its own."""
    with path.open("wb") as file:
        np.savez(file, **diction._asdict())


def load_diction(path: Path) -> Diction:
    """Read a file that :func:`save_diction` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        return Diction(arrays["weights"], float(arrays["scale"]), float(arrays["bias"]))


def grams(lines: Sequence[str]) -> Grams:
    """The grams of lines, in no order that matters. Digits are all one, and so are white spaces.

    :param lines: each is read up to :data:`LONGEST` characters.
    """
    # The mark of an item says where a line stands, not how it is worded.
    unmarked = [line if line[:1].isalnum() else _unmarked(line) for line in lines]
    lowered = [line[:LONGEST].lower() for line in unmarked]
    sizes = np.fromiter(map(len, lowered), np.int64, len(lowered)) + 2
    joined = f"{_END}{_START}".join(lowered)
    read = np.frombuffer(f"{_START}{joined}{_END}".encode("utf-32-le", "surrogatepass"), np.uint32)[: sizes.sum()]
    read = np.where((read >= _DIGIT) & (read < _DIGIT + 10), _DIGIT, read)
    codes = np.where((read >= ord("\t")) & (read <= ord("\r")), _BLANK, read).astype(np.uint64)
    owners = np.repeat(np.arange(len(lines)), sizes)
    ends = np.cumsum(sizes)
    found = [*_of_characters(codes, owners), *_of_words(codes, owners)]
    at = np.concatenate([at for at, _ in found])
    hashes = np.concatenate([hashes for _, hashes in found])
    mixed = (hashes ^ (hashes >> _FOLD)) * _MIX  # a step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014)
    of = owners[at]
    return Grams(of, (mixed >> _SHIFT).astype(np.int64), at - (ends - sizes)[of], ends[of] - at)


def _unmarked(line: str) -> str:
    mark = _MARK.match(line)
    return line[mark.end() :] if mark else line


def _of_characters(codes: _Hashes, owners: Ints) -> Iterator[tuple[Ints, _Hashes]]:
    hashes = codes * _STEP
    for size in range(2, _CHARACTERS + 1):
        hashes = (hashes[:-1] + codes[size - 1 :]) * _STEP
        at = np.flatnonzero(owners[: len(hashes)] == owners[size - 1 :])
        yield at, hashes[at]


def _of_words(codes: _Hashes, owners: Ints) -> Iterator[tuple[Ints, _Hashes]]:
    """A line's begin and its end are words too: what stands alone in a line says something else than within one."""
    is_border = (codes == ord(_START)) | (codes == ord(_END))
    is_word = _is_word(codes) & ~is_border
    edges = np.diff(np.concatenate([[0], is_word.astype(np.int8), [0]]))
    borders = np.flatnonzero(is_border)
    starts = np.sort(np.concatenate([np.flatnonzero(edges > 0), borders]))
    ends = np.sort(np.concatenate([np.flatnonzero(edges < 0), borders + 1]))
    # The hash of a word from sums of its codes, each times a power for its place on the page, which is divided out.
    powers, inverses = (_powers(factor, len(codes)) for factor in (_STEP, _BACK))
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(codes * powers)])
    words = (sums[ends] - sums[starts]) * inverses[starts] * _OF_WORDS
    of = owners[starts]
    hashes = words
    for count in range(1, _WORDS + 1):
        if count > 1:
            hashes = hashes[:-1] * _STEP + words[count - 1 :]
        same = of[: len(hashes)] == of[count - 1 :]
        yield starts[: len(hashes)][same], hashes[same]


def _is_word(codes: _Hashes) -> NDArray[np.bool_]:
    is_word = _IS_WORD[np.minimum(codes, 127).astype(np.int64)]
    high = np.flatnonzero(codes > 127)
    at = np.searchsorted(_MARKS[:, 0], codes[high], "right") - 1
    is_word[high] = (at < 0) | (codes[high] > _MARKS[np.maximum(at, 0), 1])
    return is_word


def _powers(factor: np.uint64, count: int) -> _Hashes:
    """1, factor, factor², …"""
    powers = np.full(count, factor)
    powers[:1] = 1
    return np.cumprod(powers)
