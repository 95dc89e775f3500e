"""How a text is worded: the manner of padded, machine-made, scraped and doorway pages, whatever they are about.

A TOML file for each language holds the same lists (``phrases/``). They feed the score alone: honest pages say such things too, one at a
time, so no rule removes what they say.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter, defaultdict
from functools import cache
from importlib import resources

from ahocorasick_rs import AhoCorasick, MatchKind

from cleaner.evidence.phrases import whole
from cleaner.evidence.phrases.fold import fold
from cleaner.verdict.junk.signal import Signal
from cleaner.verdict.junk.text import Text

MANNERS = ("padding", "machine-style", "farm", "local", "offer", "affiliate", "scraped")
_FEW = 20  # words: in fewer a single phrase would be a manner
_TWICE = 2  # a phrase counts so often at most: that a text repeats itself is told by others


@cache
def _lists() -> tuple[AhoCorasick, tuple[tuple[str, ...], ...]]:
    """The automaton over the phrases of all languages, and the manners that each speaks of."""
    manners: defaultdict[str, set[str]] = defaultdict(set)
    for file in sorted(resources.files(__package__).joinpath("phrases").iterdir(), key=lambda file: file.name):
        for manner, phrases in tomllib.loads(file.read_text("utf-8")).items():
            for phrase in phrases:
                manners[fold(phrase).text].add(manner)
    automaton = AhoCorasick(list(manners), matchkind=MatchKind.LeftmostLongest)
    return automaton, tuple(tuple(sorted(each)) for each in manners.values())


def spoken(text: str) -> Counter[str]:
    """How many phrases of each manner stand in a text."""
    automaton, manners = _lists()
    folded = fold(text).text
    told = Counter(number for _, _, number in whole(folded, automaton.find_matches_as_indexes(folded)))
    found: Counter[str] = Counter()
    for number, count in told.items():
        found.update(dict.fromkeys(manners[number], min(count, _TWICE)))
    return found


def _manners(text: Text) -> Counter[str]:
    return spoken(text.whole)


def _manner(name: str) -> Signal[Text]:
    def measure(text: Text) -> float | None:
        return math.log2(1 + 100 * text.once(_manners)[name] / len(text.words)) if len(text.words) >= _FEW else None

    measure.__doc__ = f"Phrases of the manner `{name}` for each hundred words (binary logarithm of one more)."
    return Signal(f"manner.{name}", measure)


SIGNALS = [_manner(name) for name in MANNERS]
