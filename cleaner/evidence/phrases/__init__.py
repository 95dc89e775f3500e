"""Phrases as data, a TOML file per language, found all at once over the whole page (Aho-Corasick).

A file holds named lists; lists of the same name in different languages are one list. All languages are
looked for on every page: a page's language is often wrong, and a phrase is only ever one sign of several.
Text is folded before: what nobody sees inside a word, and letters of another script that look the same, hide no phrase.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, MatchKind

from cleaner.evidence.phrases.fold import fold
from cleaner.model import Block, Span


@cache
def _lists() -> tuple[AhoCorasick, tuple[tuple[str, ...], ...]]:
    """The automaton over every phrase, and for each phrase the names of its lists."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for file in sorted(resources.files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for name, phrases in tomllib.loads(file.read_text("utf-8")).items():
                for phrase in phrases:
                    names[fold(phrase).text].add(name)
    automaton = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)
    return automaton, tuple(tuple(sorted(lists)) for lists in names.values())


def find(blocks: Sequence[Block]) -> Mapping[str, Mapping[int, Sequence[Span]]]:
    """Where the phrases of each list stand.

    :returns: list name → block index → ranges of the block's text, in order. A phrase counts only where no letter or
        digit touches it (where its script sets words apart).
    """
    automaton, names = _lists()
    texts = [block.text for block in blocks]
    folded = fold("\n".join(texts))
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    found: defaultdict[str, defaultdict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for number, start, end in automaton.find_matches_as_indexes(folded.text):
        if _whole(folded.text, start, end):
            first, last = folded.place(start), folded.place(end - 1) + 1
            at = bisect_right(starts, first) - 1
            for name in names[number]:
                found[name][blocks[at].index].append((first - starts[at], last - starts[at]))
    return found


def _whole(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start].isalnum() or not text[start - 1].isalnum() or text[start] > "\u2e80"
    behind = end == len(text) or not text[end - 1].isalnum() or not text[end].isalnum() or text[end - 1] > "\u2e80"
    return before and behind
