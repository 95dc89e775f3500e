"""Labels: the words of buttons, menus and forms. A short block that is made up of them, and of nothing else, is furniture."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from cleaner.evidence.phrases.fold import fold

_WIDE = "\u2e80"
# No letter: signs, digits, white space, and the numbers of what is counted.
_BETWEEN = re.compile(r"[\W\d_]+")
_APART = {code: " " for code in range(128) if not chr(code).isalpha()}
_LETTERS = re.compile(r"[^\W\d_]+")


class Label(NamedTuple):
    """A label in a text: where it stands in the folded text, and the lists it is in."""

    start: int
    end: int
    lists: frozenset[str]


@cache
def _labels() -> tuple[Mapping[str, Sequence[str]], Mapping[str, frozenset[str]]]:
    """How labels begin → the labels, the longest first; and label → its lists."""
    data = tomllib.loads((resources.files(__package__) / "words.toml").read_text("utf-8"))
    lists: defaultdict[str, set[str]] = defaultdict(set)
    for name, labels in data.items():
        for label in labels:
            # What stands around a label's letters stands around blocks' letters as well.
            if folded := _letters(label):
                lists[folded].add(name)
    begun: defaultdict[str, list[str]] = defaultdict(list)
    for label in sorted(lists, key=len, reverse=True):
        begun[_key(label, 0)].append(label)
    return begun, {label: frozenset(names) for label, names in lists.items()}


def _letters(text: str) -> str:
    """A text's words of letters, folded."""
    if text.isascii():
        return " ".join(text.translate(_APART).split()).lower()
    return _BETWEEN.sub(" ", fold(text).text).strip()


def labels(text: str) -> Sequence[Label]:
    """The labels that a text is made up of; none if there is anything else in it but digits and signs."""
    return made_of(text) if may_be(text) else ()


def may_be(text: str) -> bool:
    """Does a text begin with the first word of a label? Most do not, and that is soon told."""
    word, begun = text.partition(" ")[0].lower(), _labels()[0]
    if word in begun:
        return True
    if not word.isalpha():
        first = _LETTERS.search(text)
        word = first[0].lower() if first else ""
    return word in begun or (word >= _WIDE and word[0] in begun)


def may_be_each(texts: Sequence[str]) -> list[bool]:
    """The same of many texts, which takes a third of the time."""
    begun = _labels()[0]
    words = [text.partition(" ")[0].lower() for text in texts]
    return [
        word in begun or ((word >= _WIDE or not word.isalpha()) and may_be(text))
        for word, text in zip(words, texts, strict=True)
    ]


@lru_cache(maxsize=4096)  # menus are asked about again and again
def made_of(text: str) -> Sequence[Label]:
    """The same of a text that begins as a label does, which is slower to find out of others."""
    begun, lists = _labels()
    low = _letters(text)
    found: list[Label] = []
    at = 0
    while at < len(low):
        for label in begun.get(_key(low, at), ()):
            if _stands(low, label, at):
                break
        else:
            return ()
        found.append(Label(at, at + len(label), lists[label]))
        at += len(label)
        at += low[at : at + 1] == " "
    # A letter alone is a sign between numbers as well ("2 x 2").
    return found if any(label.end - label.start > 1 or low[label.start] > _WIDE for label in found) else ()


def _key(text: str, at: int) -> str:
    """By what a label that begins here is looked up: its first word, or its first character where a script sets no spaces."""
    if text[at] > _WIDE:
        return text[at]
    end = text.find(" ", at)
    return text[at:] if end < 0 else text[at:end]


def _stands(text: str, label: str, at: int) -> bool:
    end = at + len(label)
    return text.startswith(label, at) and (end == len(text) or text[end] == " " or label[-1] > _WIDE)


def ending(text: str, name: str) -> int:
    """How long the label of this list is with which a text ends behind something else; 0 if it does not."""
    last = _LETTERS.findall(text.rpartition(" ")[2])
    if last and text.isascii() and last[-1].lower() not in _last_words(name):
        return 0  # as it is with most
    low = _letters(text)
    lists = _labels()[1]
    words = low.split()
    for size in (2, 1):
        verb = " ".join(words[-size:])
        if size < len(words) and name in lists.get(verb, ()):
            return len(verb)
    if low[-1:] <= _WIDE:
        return 0
    return next((len(label) for label in _wide(name) if low.endswith(label) and label != low), 0)


def may_hold(text: str, name: str) -> bool:
    """Could a label of this list stand in a text? Where it is ASCII, as most are, one of their first words must."""
    return not text.isascii() or not _first_words(name).isdisjoint(_LETTERS.findall(text.lower()))


@cache
def _first_words(name: str) -> frozenset[str]:
    """The first words of the labels of a list."""
    return frozenset(label.split()[0] for label, lists in _labels()[1].items() if name in lists)


@cache
def _last_words(name: str) -> frozenset[str]:
    """The last words of the labels of a list."""
    return frozenset(label.split()[-1] for label, lists in _labels()[1].items() if name in lists)


@cache
def _wide(name: str) -> tuple[str, ...]:
    """The labels of a list in scripts that set no spaces."""
    return tuple(label for label, lists in _labels()[1].items() if name in lists and label[-1] > _WIDE)
