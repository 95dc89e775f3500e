"""Lists of common words, looked for in a few short texts only: over whole pages they would be found everywhere.

What stands on every page, and what a rule asks for by itself, is a list of phrases (:mod:`cleaner.evidence.phrases`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from cleaner.evidence.phrases.fold import fold
from cleaner.model import Span

_TOKEN = re.compile(r"\d+%|[^\W_]+(?:['-][^\W_]+)*")
_WIDE = "\u2e80"


@cache
def _list(name: str) -> tuple[frozenset[str], tuple[str, ...], Mapping[str, int]]:
    """The phrases of a list in all languages; those without spaces between words; how many words the longest has that
    begins with a word."""
    file = resources.files(__name__) / f"{name}.toml"
    languages = tomllib.loads(file.read_text("utf-8"))
    phrases = [fold(phrase).text for listed in languages.values() for phrase in listed]
    narrow = frozenset(" ".join(_TOKEN.findall(phrase)) for phrase in phrases if phrase < _WIDE)
    wide = tuple(sorted((phrase for phrase in phrases if phrase >= _WIDE), key=len, reverse=True))
    longest: dict[str, int] = {}
    for words in map(str.split, narrow):
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return narrow, wide, longest


def spans(text: str, name: str) -> Iterator[Span]:
    """Where phrases of a list stand in a text, the longest at each place, in order where words are set apart."""
    narrow, wide, longest = _list(name)
    folded = fold(text)
    tokens = [match.span() for match in _TOKEN.finditer(folded.text)]
    words = [folded.text[start:end] for start, end in tokens]
    at = 0
    while at < len(words):
        count = min(longest.get(words[at], 0), len(words) - at)  # most words begin no phrase
        while count and " ".join(words[at : at + count]) not in narrow:
            count -= 1
        if count:
            yield folded.place(tokens[at][0]), folded.place(tokens[at + count - 1][1] - 1) + 1
        at += count or 1
    if not text.isascii():
        for phrase in wide:
            for match in re.finditer(re.escape(phrase), folded.text):
                yield folded.place(match.start()), folded.place(match.end() - 1) + 1
