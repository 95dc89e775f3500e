"""A text to be measured, and what several signals ask of it, computed once."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from importlib import resources
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.phrases import Found, find
from cleaner.source.language import language_by_letters

T = TypeVar("T")
# Of a longer text the beginning speaks for all of it (words, characters), so that no page costs more than a few milliseconds.
_MOST_WORDS, _MOST_CHARACTERS = 5_000, 40_000
# In Chinese, Japanese and Thai no spaces part words: a character counts as one.
WORD = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)


class Text:
    """A text to be measured: its lines, and what several signals ask of them, computed once.

    :param lines: paragraphs or lines, none of them empty.
    :param title: what the page calls itself; empty where it does not.
    :param heads: its headings, which stand among the lines too.
    """

    def __init__(self, lines: Sequence[str], title: str = "", heads: Sequence[str] = ()) -> None:
        self.lines = lines
        self.title = title
        self.heads = heads
        self._answers: dict[object, object] = {}

    def once(self, ask: Callable[[Text], T]) -> T:
        """The answer to a question about this text that several signals ask."""
        if ask not in self._answers:
            self._answers[ask] = ask(self)
        return cast(T, self._answers[ask])

    @cached_property
    def whole(self) -> str:
        """The lines, one below the other, up to so many characters."""
        return "\n".join(self.lines)[:_MOST_CHARACTERS]

    @cached_property
    def beyond_ascii(self) -> str:
        """Its characters that are not ASCII's, one behind the other."""
        return "".join(_BEYOND_ASCII.findall(self.whole))

    @cached_property
    def opening(self) -> Sequence[str]:
        """The lines that make up :attr:`whole`."""
        return [line for line in self.whole.split("\n") if line]

    @cached_property
    def words(self) -> Sequence[str]:
        """Its words in lower case."""
        return WORD.findall(self.whole.lower())[:_MOST_WORDS]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in it."""
        return Counter(self.words)

    @cached_property
    def language(self) -> str | None:
        """The language it is written in, by its letters; None where that is not clear."""
        return self.by_letters[0] if self.by_letters[1] >= _SURE else None

    @cached_property
    def by_letters(self) -> tuple[str | None, float]:
        """The language that its letters look like most, and how sure that is."""
        return language_by_letters(self.whole)

    @cached_property
    def codes(self) -> NDArray[np.int64]:
        """Its words as numbers."""
        numbers: dict[str, int] = {}
        return np.array([numbers.setdefault(word, len(numbers)) for word in self.words], np.int64)

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        """The length of each word (characters), and one for what parts it from the next."""
        return np.array([len(word) for word in self.words], np.int64)

    def grams(self, size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Each run of so many words as a number, and how often that number stands in the text."""
        codes, base = self.codes, len(self.counts) + 1
        if len(codes) < size:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        mixed = np.zeros(len(codes) - size + 1, np.int64)
        for place in range(size):
            mixed = (mixed * base + codes[place : place + len(mixed)]) % _PRIME
        _, which, counts = np.unique(mixed, return_inverse=True, return_counts=True)
        return which, counts[which]

    @cached_property
    def phrases(self) -> Found:
        """Where which phrases stand in its lines, whatever it is about."""
        return find(self.lines)

    @cached_property
    def sentences(self) -> Sequence[str]:
        """Its sentences: parts of lines of which each ends in a stop, or is as long as one."""
        parts = (part for line in self.whole.split("\n") for part in _STOP.split(line))
        return [part for part in parts if len(part) >= _SENTENCE or (part > "\u2e80" and len(part) >= _SENTENCE // 3)][
            :500
        ]

    @cached_property
    def sentence_words(self) -> Sequence[Sequence[str]]:
        """The words of each sentence, in lower case."""
        return [WORD.findall(each.lower()) for each in self.sentences]

    @cached_property
    def stops(self) -> int:
        """How many sentences end in it."""
        return len(_END.findall(self.whole))

    @cached_property
    def content(self) -> Counter[str]:
        """The words that carry meaning: no stop words of any language, no numbers, nothing short."""
        common = frozenset().union(*stop_words_by_language().values())
        return Counter(
            {word: count for word, count in self.counts.items() if len(word) > _SHORT and word not in common}
        )


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)]*(?:\s|$)|[。！？]")
_STOP = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|(?<=[。！？])")
_SENTENCE = 25  # characters
_PRIME = (1 << 31) - 1
_SHORT = 2
_SURE = 0.9


@cache
def stop_words_by_language() -> Mapping[str, frozenset[str]]:
    """Language → its most frequent words."""
    file = resources.files(__package__) / "stopwords.toml"
    return {language: frozenset(words) for language, words in tomllib.loads(file.read_text("utf-8")).items()}
