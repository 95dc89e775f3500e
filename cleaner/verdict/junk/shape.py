"""What the lines and letters of a text look like: questions, calls, lists of words, cut leads, holes of a template, odd letters."""

from __future__ import annotations

import math
import re
import statistics

from cleaner.verdict.junk.signal import Signal, collector
from cleaner.verdict.junk.text import WORD, Text

SIGNALS: list[Signal[Text]] = []
_signal = collector(SIGNALS)

_CUT = re.compile(r"(?:…|\.{3}|\[\s?(?:…|\.{3})\s?\])[^\w]{0,3}(?:[^\W\d_]+[\W_]+){0,4}[\w.]*\W*$")
_HOLES = re.compile(
    r"\{[^{}|\n]{1,60}(?:\|[^{}|\n]{0,60})+\}|\{\{?\s?[\w.|-]{2,40}\s?\}?\}|%%?[A-Z_]{3,30}%%?|\[(?:insert|your|add|name of|enter)\b[^\]\n]{0,60}\]",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(r"[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff★☆✓✔➤►▶⬇]")
# What is odd stands first, since few characters may be: that finds them soonest.
_ODD = re.compile(
    r"[A-Z!?;:,()»«\"“”.](?:(?<=[^\W\d_A-Z][A-Z])|(?<=[^\W\d_][!?;:,()»«\"“”])(?=[^\W\d_])|(?<=[^\W\d_][.])(?=[^\W\d_]{1,2}\b))"
)
_BETWEEN = re.compile(r"[,;|•·、，]")
_LONG = 60  # characters of a line that is a sentence and no label
_ITEMS, _ITEM = 6, 4  # so many parts of so many words are a list


@_signal("questions")
def questions(text: Text) -> float | None:
    """The share of its lines that ask."""
    return (
        sum(line.rstrip().endswith(("?", "？", "か")) for line in text.lines) / len(text.lines) if text.lines else None
    )


@_signal("exclamations")
def exclamations(text: Text) -> float | None:
    """Exclamation marks for each hundred words (binary logarithm of one more)."""
    marks = text.whole.count("!") + text.whole.count("！")
    return math.log2(1 + 100 * marks / len(text.words)) if len(text.words) >= 20 else None


@_signal("cut-leads")
def cut_leads(text: Text) -> float | None:
    """The share of its long lines that are cut off, with what calls to read on behind it: leads that somebody glued together."""
    lines = [line for line in text.lines if len(line) >= _LONG]
    return sum(bool(_CUT.search(line[-80:])) for line in lines) / len(lines) if len(lines) >= 3 else None


@_signal("enumerated")
def enumerated(text: Text) -> float | None:
    """The share of words in lists of six parts or more, commas or bars between them, of four words at most: keywords, towns."""
    if len(text.words) < 20:
        return None
    listed = 0
    for line in text.opening:
        parts = _BETWEEN.split(line)
        if len(parts) < _ITEMS:
            continue
        run: list[int] = []
        for part in (*parts, "." * 99):
            size = len(WORD.findall(part))
            if 0 < size <= _ITEM or (size and part > "\u2e80" and size <= 2 * _ITEM):
                run.append(size)
            else:
                listed += sum(run) if len(run) >= _ITEMS else 0
                run = []
    return min(1.0, listed / len(text.words))


@_signal("holes")
def holes(text: Text) -> float:
    """Holes of a template that nobody filled, and choices of words that nobody made (binary logarithm of one more)."""
    return math.log2(1 + len(_HOLES.findall(text.whole)))


@_signal("ornaments")
def ornaments(text: Text) -> float | None:
    """Arrows, stars, ticks and emoji for each hundred words (binary logarithm of one more)."""
    return math.log2(1 + 100 * len(_ORNAMENT.findall(text.whole)) / len(text.words)) if len(text.words) >= 20 else None


@_signal("odd-letters")
def odd_letters(text: Text) -> float | None:
    """Capitals and signs inside words, for each hundred words (binary logarithm of one more)."""
    return math.log2(1 + 100 * len(_ODD.findall(text.whole)) / len(text.words)) if len(text.words) >= 20 else None


@_signal("sentence-length")
def sentence_length(text: Text) -> float | None:
    """The median of words in a sentence, where there are six."""
    sizes = [len(words) for words in text.sentence_words]
    return float(statistics.median(sizes)) if len(sizes) >= 6 else None


@_signal("sentence-spread")
def sentence_spread(text: Text) -> float | None:
    """How unlike in length its sentences are: the standard deviation of their words by the mean, where there are six. People's vary."""
    sizes = [len(words) for words in text.sentence_words]
    return statistics.pstdev(sizes) / statistics.fmean(sizes) if len(sizes) >= 6 and any(sizes) else None
