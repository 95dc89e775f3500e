"""What a page with nothing to show says of itself: that it is for sale, not there, closed, waiting, or a server's own.

A TOML file for each language; a table for each state holds what says so by itself on a page with little else (``told``), and words
that stand on such pages and on others too (``hints``). They are looked for on small pages alone: on others they say nothing.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from cleaner.evidence.phrases import whole
from cleaner.evidence.phrases.fold import fold
from cleaner.evidence.text import below
from cleaner.evidence.view import View, once

# A page with more text (characters) has something to show; a character that is a word counts for three.
SMALL, _WIDE = 6_000, 3


class Told(NamedTuple):
    """What a small page says of one state.

    :param told: different phrases that say so.
    :param hints: different words that go with it.
    :param clear: does a phrase stand in a title or a heading, or is it what its block says?
    :param blocks: the blocks in which phrases stand.
    """

    told: frozenset[str]
    hints: frozenset[str]
    clear: bool
    blocks: frozenset[int]


def _files() -> Iterator[Mapping[str, Mapping[str, Sequence[str]]]]:
    """Of each language: state → kind (``told``, ``hints``) → phrases."""
    for file in sorted(resources.files(__package__).joinpath("phrases").iterdir(), key=lambda file: file.name):
        yield tomllib.loads(file.read_text("utf-8"))


def phrases_by_state() -> Iterator[tuple[str, Sequence[str]]]:
    """The phrases with which pages say that they are in a state, list by list."""
    for states in _files():
        yield from ((state, lists["told"]) for state, lists in states.items())


@cache
def _lists() -> tuple[AhoCorasick, tuple[tuple[tuple[str, bool], ...], ...]]:
    names: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for states in _files():
        for state, lists in states.items():
            for kind in ("told", "hints"):
                for phrase in lists[kind]:
                    names[fold(phrase).text].append((state, kind == "told"))
    automaton = AhoCorasick(list(names), matchkind=MatchKind.Standard)
    return automaton, tuple(tuple(dict.fromkeys(each)) for each in names.values())


def length(text: str) -> int:
    """The length of a text in characters, as if all were of letters."""
    return len(text) * (_WIDE if text[len(text) // 2 : len(text) // 2 + 1] > "\u2e80" else 1)


@once
def prose(view: View) -> int:
    """How much text a page shows that is no link (characters)."""
    return sum(length(block.text) for block in view.unlinked)


@once
def states(view: View) -> Mapping[str, Told]:
    """What the page says of each state; nothing where it is not small."""
    if prose(view) > SMALL:
        return {}
    texts = [*view.titles, *(block.text for block in view.seen)]
    first = len(view.titles)
    joined, starts = below(texts)
    folded = fold(joined)
    automaton, names = _lists()
    said: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    places: defaultdict[str, set[int]] = defaultdict(set)
    clear: set[str] = set()
    for start, back, number in whole(folded.text, automaton.find_matches_as_indexes(folded.text, overlapping=True)):
        at = bisect_right(starts, folded.place(start)) - 1
        for state, tells in names[number]:
            said[state, tells].add(folded.text[start:-back])
            if tells:
                places[state].add(at)
                if state not in clear and (
                    at < first
                    or view.seen[at - first].flags.heading
                    or -back - start >= _CLEAR * _sentence(folded.text, start, -back)
                ):
                    clear.add(state)
    return {
        state: Told(
            _longest(said[state, True]),
            frozenset(said[state, False]),
            state in clear,
            frozenset(view.seen[at - first].index for at in places[state] if at >= first),
        )
        for state in {state for state, _ in said}
    }


# The share of a sentence that a phrase is where the sentence says nothing else.
_CLEAR = 0.6
_STOPS = ".!?…。！？\n"
_FAR = 1_000  # a sentence that goes on for so long says more than any phrase (characters)


def _sentence(text: str, start: int, end: int) -> int:
    """How long the sentence is in which a range of a text stands (characters)."""
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    before = max(low - 1, *(text.rfind(stop, low, start) for stop in _STOPS))
    behind = min((place for stop in _STOPS if (place := text.find(stop, end, high)) >= 0), default=high)
    return behind - before


def _longest(phrases: Collection[str]) -> frozenset[str]:
    """Phrases that are no part of another one."""
    return frozenset(each for each in phrases if not any(each != other and each in other for other in phrases))
