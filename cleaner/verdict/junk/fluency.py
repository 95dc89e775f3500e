"""How words and letters follow one another in a text, against how they do in honest ones: shuffled words, words of no language, many languages.

``fluency.npz`` is counted by ``cleaner weigh`` in the package's own articles: which letters follow one another in a language, and how much more
often two words do than by chance. Ntoulas et al. ("Detecting Spam Web Pages through Content Analysis", WWW 2006, section 4.9) ask likewise
how probable a page's runs of words are. Chinese and Japanese, which no spaces part, are not asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise, repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.weights import Asked, load_weights, save_weights
from cleaner.source.language import languages_of_parts
from cleaner.verdict.junk.signal import Signal, collector
from cleaner.verdict.junk.text import Text, stop_words_by_language

FORMAT = "cleaner.fluency/1"
LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr")
ASKED = Asked("fluency")
SIGNALS: list[Signal[Text]] = []
_signal = collector(SIGNALS)

OTHER, END = "*", "|"
"""A word that is no stop word, and where a sentence begins and ends."""
# Pairs that have no stop word, and so say nothing of the order.
_SILENT = frozenset(f"{first}\t{second}" for first in (OTHER, END) for second in (OTHER, END))
_APART = re.compile(r"[^a-zß-öø-ɏа-џ]+")
# Enough to tell by, and not more, since they cost a fifth of a millisecond each (characters, sentences).
_LETTERS, _SENTENCES = 1_000, 40
_RUNS, _PAIRS = 150, 20  # so many there must be
_SURE = 0.75  # the share of its parts that a text's language is clear by


class Fluency(NamedTuple):
    """:param weights: a row for each trigram (1 where a language has it) and each pair (how much more often it stands there than by chance, a
    binary logarithm), a column for each of :data:`LANGUAGES`."""

    rows: Mapping[str, int]
    weights: NDArray[np.float32]

    def places(self, names: Collection[str]) -> NDArray[np.int64]:
        """The row of each trigram or pair, -1 where there is none."""
        return np.fromiter(map(self.rows.get, names, repeat(-1)), np.int64, len(names))


def trigrams(text: str) -> Counter[str]:
    """The runs of three letters in a text, and between its words."""
    letters = _APART.sub(" ", text.lower())
    return Counter([letters[place : place + 3] for place in range(len(letters) - 2)])


def pairs(sentences: Sequence[Sequence[str]], language: str) -> Iterator[str]:
    """The pairs of words that follow one another in sentences, of which the stop words alone go by their names."""
    stops = stop_words_by_language()[language]
    for words in sentences:
        named = (END, *(word if word in stops else OTHER for word in words), END)
        yield from map("\t".join, pairwise(named))


def _languages(text: Text) -> Counter[str]:
    return Counter(languages_of_parts(text.whole[:_LETTERS]))


@_signal("tongues")
def tongues(text: Text) -> float | None:
    """The share of its parts, two hundred letters each, that are in another language by their letters than most: nobody's words, or everybody's.
    None where there are fewer than two."""
    found = text.once(_languages)
    return 1 - max(found.values()) / found.total() if found.total() > 1 else None


@_signal("strange-letters")
def strange_letters(text: Text) -> float | None:
    """The share of its runs of three letters that honest texts do not have, in the language where it has most of them. None where its
    language is clear and is another one."""
    found = trigrams(text.whole[:_LETTERS])
    language, count = next(iter(text.once(_languages).most_common(1)), ("", 0))
    known_elsewhere = language not in LANGUAGES and count >= _SURE * text.once(_languages).total() > 1
    if found.total() < _RUNS or known_elsewhere:
        return None
    model = load_fluency(ASKED.path)
    places, counts = model.places(found), np.fromiter(found.values(), float, len(found))
    known = places >= 0
    return 1 - float((counts[known] @ model.weights[places[known]]).max()) / found.total()


@_signal("disorder")
def disorder(text: Text) -> float | None:
    """How much less often the stop words of its language stand beside the words that they do than honest texts have them beside these, measured
    by chance (the mean of binary logarithms): -0.3 in running text, 0 in words in any order."""
    language = text.by_letters[0]
    if language not in LANGUAGES:
        return None
    model, column = load_fluency(ASKED.path), LANGUAGES.index(language)
    said = [pair for pair in pairs(text.sentence_words[:_SENTENCES], language) if pair not in _SILENT]
    places = model.places(said)
    return -float(model.weights[places[places >= 0], column].sum()) / len(said) if len(said) >= _PAIRS else None


@cache
def load_fluency(path: Path | None = None) -> Fluency:
    """The counts in a file that ``cleaner weigh`` wrote; the package's own where there is no path.

    :raises ModelError: it cannot be read, or is no such file.
    """
    return Fluency(*load_weights(path or resources.files(__package__) / "fluency.npz", FORMAT))


def save_fluency(names: Sequence[str], weights: NDArray[np.float32], path: Path) -> None:
    """Write such a file: the trigrams and pairs, and a row of weights for each."""
    save_weights(names, weights, FORMAT, path)
