"""Lists of common words, looked for in a few short texts only: over whole pages they would be found everywhere.

What stands on every page, and what a rule asks for by itself, is a list of phrases (:mod:`cleaner.evidence.phrases`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from cleaner.evidence.phrases import whole
from cleaner.evidence.phrases.fold import fold
from cleaner.model import Span

_TOKEN = re.compile(r"\d+%|[^\W_]+(?:['-][^\W_]+)*")
_WIDE = "\u2e80"
_WIDE_LETTER = re.compile("[\u2e80-\U0010ffff]")


class _List(NamedTuple):
    """A list in all languages.

    :param narrow: its phrases of words that are set apart, and ``longest`` how many words the longest has that begins with a word.
    :param telling: finds of each of them its longest word: where none of these stands, no phrase does.
    :param wide: its phrases in scripts without spaces between words.
    """

    narrow: frozenset[str]
    longest: Mapping[str, int]
    telling: AhoCorasick
    wide: tuple[str, ...]


@cache
def _list(name: str) -> _List:
    file = resources.files(__name__) / f"{name}.toml"
    languages = tomllib.loads(file.read_text("utf-8"))
    phrases = [fold(phrase).text for listed in languages.values() for phrase in listed]
    narrow = frozenset(" ".join(_TOKEN.findall(phrase)) for phrase in phrases if phrase < _WIDE)
    wide = tuple(sorted((phrase for phrase in phrases if phrase >= _WIDE), key=len, reverse=True))
    longest: dict[str, int] = {}
    for words in map(str.split, narrow):
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    telling = AhoCorasick(sorted({max(phrase.split(), key=len) for phrase in narrow}))
    return _List(narrow, longest, telling, wide)


def spans(text: str, name: str) -> Iterator[Span]:
    """Where phrases of a list stand in a text, the longest at each place, in order where words are set apart."""
    listed = _list(name)
    folded = fold(text)
    telling = listed.telling.find_matches_as_indexes(folded.text, overlapping=True)
    if telling and whole(folded.text, telling):  # as it is in few texts
        tokens = [match.span() for match in _TOKEN.finditer(folded.text)]
        for first, end in _runs([folded.text[start:end] for start, end in tokens], listed):
            yield folded.place(tokens[first][0]), folded.place(tokens[end - 1][1] - 1) + 1
    if not text.isascii() and _WIDE_LETTER.search(folded.text):
        for phrase in filter(folded.text.__contains__, listed.wide):
            for match in re.finditer(re.escape(phrase), folded.text):
                yield folded.place(match.start()), folded.place(match.end() - 1) + 1


def _runs(words: Sequence[str], listed: _List) -> Iterator[Span]:
    """The first and the last word (end exclusive) of each phrase among words."""
    behind = 0
    for at in [at for at, word in enumerate(words) if word in listed.longest]:  # most words begin no phrase
        end = min(at + listed.longest[words[at]], len(words)) if at >= behind else at
        while end > at and " ".join(words[at:end]) not in listed.narrow:
            end -= 1
        if end > at:
            yield at, end
            behind = end
