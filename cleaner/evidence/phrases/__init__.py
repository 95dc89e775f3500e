"""Phrases as data, a TOML file per language, found all at once over the whole page (Aho-Corasick).

A file holds named lists; lists of the same name in different languages are one list. All languages are
looked for on every page: a page's language is often wrong, and a phrase is only ever one sign of several. A page that is
about a thing (`topics.toml`) quotes its phrases, and lists of them mean nothing there.
Text is folded before: what nobody sees inside a word, and letters of another script that look the same, hide no phrase.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from cleaner.evidence.phrases.fold import fold
from cleaner.evidence.text import below
from cleaner.model import Span

_TOPICS = "topics.toml"
_PARAGRAPHS = 2
_WIDE = "\u2e80"


Found = Mapping[str, Mapping[int, Sequence[Span]]]
"""Phrase list → number of the text → the ranges of it where one of its phrases stands, in order."""


class _Topic(NamedTuple):
    words: tuple[str, ...]
    lists: tuple[str, ...]
    common: bool


@cache
def _topics() -> Mapping[str, _Topic]:
    """What a page may be about: by the name under which its words are looked for."""
    file = resources.files(__name__) / _TOPICS
    topics = tomllib.loads(file.read_text("utf-8"))
    return {
        f"topic {name}": _Topic(tuple(topic["words"]), tuple(topic["lists"]), topic.get("common", False))
        for name, topic in topics.items()
    }


def every_phrase() -> Iterator[str]:
    """The phrases of all lists, as their files have them."""
    return chain.from_iterable(phrases for _, phrases in _files())


def _files() -> Iterator[tuple[str, Sequence[str]]]:
    """The lists of all files, each with its name."""
    for file in sorted(resources.files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml") and file.name != _TOPICS:
            yield from tomllib.loads(file.read_text("utf-8")).items()


@cache
def _lists() -> tuple[AhoCorasick, tuple[tuple[tuple[str, bool], ...], ...]]:
    """The automaton over every phrase, and for each phrase the names of its lists, each with whether it is a topic's."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for name, listed in chain(((name, topic.words) for name, topic in _topics().items()), _files()):
        for phrase in listed:
            names[fold(phrase).text].add(name)
    # Those that begin alike lie side by side in memory, the short before the long: a search takes a seventh less time.
    phrases = sorted(names, key=lambda phrase: (phrase[:2], len(phrase)))
    automaton = AhoCorasick(phrases, matchkind=MatchKind.Standard)
    topics = _topics()
    return automaton, tuple(tuple((name, name in topics) for name in sorted(names[phrase])) for phrase in phrases)


def find(texts: Sequence[str]) -> Found:
    """Where the phrases of each list stand in texts (see :func:`find_below`)."""
    return find_below(*below(texts))


def find_below(joined: str, starts: Sequence[int]) -> Found:
    """Where the phrases of each list stand: of several that overlap the first, and of these the longest. A phrase counts only
    where no letter or digit touches it (where its script sets words apart), a topic's word where no phrase is used.

    :param joined: the texts, one below the other.
    :param starts: where each of them begins.
    """
    automaton, names = _lists()
    folded = fold(joined)
    text = folded.text
    matches = automaton.find_matches_as_indexes(text, overlapping=True)
    found: defaultdict[str, defaultdict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    behind: dict[str, int] = {}  # list → where its last phrase ends
    used = (0, 0)  # of the phrases so far the one that reaches furthest
    for start, back, number in sorted(whole(text, matches)):
        end = -back
        first, last = folded.place(start), folded.place(end - 1) + 1
        at = bisect_right(starts, first) - 1
        span = first - starts[at], last - starts[at]
        for name, is_topic in names[number]:
            if start < behind.get(name, 0) or (is_topic and end <= used[1] and (start, end) != used):
                continue
            behind[name] = end
            found[name][at].append(span)
            if end > used[1] and not is_topic:
                used = start, end
    return found


def is_rare_topic(name: str) -> bool:
    """Are the words that are found under this name those of furniture that hardly a page names which is not about pages?"""
    topic = _topics().get(name)
    return topic is not None and not topic.common


def topics(found: Found, in_titles: Found, is_prose: Callable[[int], bool]) -> frozenset[str]:
    """The furniture that a page is about: what its title or headline names, or two of its paragraphs.

    :param in_titles: what stands in its titles and headlines.
    :param is_prose: is the text of this number a paragraph?
    """
    return frozenset(
        name for name in _topics() if name in in_titles or sum(map(is_prose, found.get(name, ()))) >= _PARAGRAPHS
    )


def meant(found: Found, about: Collection[str]) -> Found:
    """What was found on a page, less the lists that mean nothing there because the page is about such things.

    :param about: its :func:`topics`.
    """
    known = _topics()
    silent = {name for topic in about for name in known[topic].lists}
    return {name: where for name, where in found.items() if name not in silent}


def whole(text: str, matches: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The matches that :func:`is_whole` is true of, asked of all at once, as most are parts of words: start, end from the
    back, number."""
    around = f" {text} "  # one character on, so that there is one before and behind each
    return [
        (start, -end, number)
        for number, start, end in matches
        if not (around[start].isalnum() and text[start].isalnum() and text[start] <= _WIDE)
        and not (around[end + 1].isalnum() and text[end - 1].isalnum() and text[end - 1] <= _WIDE)
    ]


def is_whole(text: str, start: int, end: int) -> bool:
    """Does no letter or digit touch this range of a text, where its script sets words apart?"""
    return bool(whole(text, [(0, start, end)]))
