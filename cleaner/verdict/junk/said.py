"""What is said in a text, by the phrase lists: what spammers sell, what machines leave, what pages say that have nothing to show."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from cleaner.evidence.text import joined
from cleaner.model import Span
from cleaner.verdict.junk.signal import Signal, collector
from cleaner.verdict.junk.text import Text

TRADES = ("casino", "adult", "pharma", "loan", "essay", "crack")
"""What spammers sell."""
STATES = (
    "parked",
    "soft-404",
    "challenge",
    "consent-wall",
    "server-default",
    "empty-search",
    "access-denied",
    "script-needed",
)
"""What a page says that has nothing to show."""
_MACHINE = ("machine", "prompt", "placeholder", "lorem")
_FEW = 20  # words: in fewer no phrases are counted

SIGNALS: list[Signal[Text]] = []
_signal = collector(SIGNALS)


def said(text: Text, names: Sequence[str]) -> dict[int, list[Span]]:
    """Line → where phrases of these lists stand in it, in order and apart."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for name in names:
        for index, found in text.phrases.get(name, {}).items():
            spans[index] += found
    return {index: joined(spans[index]) for index in sorted(spans)}


def _count(text: Text, names: Sequence[str]) -> int:
    return sum(map(len, said(text, names).values()))


@_signal("states")
def states(text: Text) -> float | None:
    """The share of a text that is phrases of pages without content: parked, not found, closed, waiting, a server's own."""
    inside = sum(end - start for spans in said(text, STATES).values() for start, end in spans)
    length = sum(map(len, text.lines))
    return inside / length if length else None


def _trade(name: str) -> Signal[Text]:
    def measure(text: Text) -> float | None:
        return math.log2(1 + 100 * _count(text, [name]) / len(text.words)) if len(text.words) >= _FEW else None

    measure.__doc__ = f"Phrases of the list `{name}` for each hundred words (binary logarithm of one more)."
    return Signal(f"trade.{name}", measure)


SIGNALS += map(_trade, TRADES)


@_signal("trades")
def trades(text: Text) -> float:
    """How many of the spammers' trades are named."""
    return float(sum(name in text.phrases for name in TRADES))


@_signal("machine-phrases")
def machine_phrases(text: Text) -> float:
    """Phrases of assistants, templates and placeholders, wherever they stand (binary logarithm of one more)."""
    return math.log2(1 + _count(text, _MACHINE))
