"""Introductions in any words: the structure of what a farm's author says, not its wording.

Somebody speaks of themselves, gives themselves a row of adjectives ("a kind, helpful, calm, witty blogger"), and writes for
readers or shares with them. The row is looked for first: it is what prose does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cleaner.evidence.persona import abroad
from cleaner.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_I = "|".join(rf"(?-i:{me})" if me == "I" else re.escape(me) for me in abroad.SAID["first"])
_FIRST = re.compile(rf"(?<!\w)(?:{_I})(?!\w)", re.IGNORECASE)
_FIRST_UNSPACED = re.compile("|".join(abroad.SAID["first_unspaced"]))
_BEFORE = frozenset(abroad.SAID["before"])
_BEFORE_UNSPACED = re.compile("|".join(abroad.SAID["before_unspaced"]))
_AS = frozenset(abroad.SAID["as"])
_ROLES = frozenset(abroad.SAID["roles"])
_WRITES, _SHARES, _KNOWS, _READERS = (
    re.compile("|".join(abroad.SAID[name]), re.IGNORECASE) for name in ("write", "share", "know", "readers")
)
_AND = frozenset(abroad.SAID["and"])
_STOP = re.compile(r"(?<![.!?…])[.!?…]+(?=\s|$)|[。！？]|\n")
_COMMA = re.compile(r", |、|，")
_NAMED = re.compile(r"[^\W\d_a-zà-ÿа-я][\w'’-]*\.?, $")
_LONGEST_NAME = 100  # characters
# Where a row of four stands, behind its first comma and a space: two small words between more, and one to come.
TELLING = (
    r"[^\W\d_A-Z][\w'’-]{1,20}, [^\W\d_A-Z][\w'’-]{1,20}"
    rf"(?:, | (?:{'|'.join(map(re.escape, abroad.SAID['and']))}) )"
)
TELLING_UNSPACED = re.compile(r"[、，][\u3040-\u9fff]{1,8}[、，]")
_TELLING = re.compile(rf", {TELLING}|{TELLING_UNSPACED.pattern}")
_UNSPACED = re.compile(r"[\u3040-\u9fff]+")
_LONGEST_UNSPACED = 8
"""Characters of an adjective where words have no spaces between them: clauses stand between such commas too."""
# Somebody else's words, or an example of such an introduction.
_QUOTED = re.compile(r"[\"“”„«»‘]|(?<!\w)'")
_LABEL = re.compile(r"[^\W\d_][^.:：!?\n,]{1,40}[:：][ \t\xa0]*(?=\S)")
_GREETING = 5
"""Words of a sentence that may open an introduction without a word of who speaks: "Hello there!"."""
_LENGTH = 900
_LONGEST_ROW = 15
MAX_ROWS = 200
"""Rows looked at in a text; one with more is a list."""


class Said(NamedTuple):
    """An introduction: where it stands, its row of adjectives, and which of four things its author says they do."""

    span: Span
    row: tuple[str, ...]
    writes: bool
    shares: bool
    knows: bool
    readers: bool

    @property
    def template(self) -> bool:
        """Is it what a farm's author says, whatever the words?

        A copywriter looking for work writes, and has experience; who shares, or speaks to readers as well, has a blog to show.
        """
        return (self.shares and (self.writes or self.knows or self.readers)) or (self.writes and self.readers)


def introductions(text: str) -> Iterator[Said]:
    """The introductions in a text. Only the neighbourhood of a row of adjectives is read."""
    done = 0
    for match in islice(_TELLING.finditer(text), MAX_ROWS):
        if match.start() < done:
            continue
        start, end = _sentence(text, match.start())
        done = end
        span = _spoken(text, start, end)
        row = _row(text[start:end], span is not None and span[0] < start) if span else ()
        if span is None or not row:
            continue
        done = span[1]
        said = text[span[0] : span[1]]
        if _QUOTED.search(said):
            continue
        writes, shares, knows, readers = (
            stem.search(said) is not None for stem in (_WRITES, _SHARES, _KNOWS, _READERS)
        )
        if writes + shares + knows + readers > 1:
            yield Said(span, row, writes, shares, knows, readers)


def told(text: str, start: int, limit: int) -> Said | None:
    """The introduction that begins at ``start``."""
    window = text[start : min(limit, start + _LENGTH)]
    first = next(introductions(window), None)
    if first is None or window[: first.span[0]].strip():
        return None
    return first._replace(span=(start + first.span[0], start + first.span[1]))


def label_end(text: str, start: int) -> int:
    """Where the introduction at ``start`` begins to speak: behind its label, if it has one."""
    label = _LABEL.match(text, start, start + 60)
    return label.end() if label else start


def _sentence(text: str, at: int) -> Span:
    """The sentence around a place."""
    low = max(0, at - 400)
    start = max((match.end() for match in _STOP.finditer(text, low, at)), default=low)
    start += len(text[start:at]) - len(text[start:at].lstrip())
    match = _STOP.search(text, at, at + _LENGTH)
    return start, match.end() if match else min(len(text), at + _LENGTH)


def _row(sentence: str, spoken: bool) -> tuple[str, ...]:
    """The longest row of adjectives in a sentence with which somebody describes themselves.

    :param spoken: somebody has spoken of themselves right before the sentence.
    """
    longest: list[str] = []
    run: list[str] = []
    cuts = [match.span() for match in _COMMA.finditer(sentence)]
    stops = [*(start for start, _ in cuts), len(sentence)]
    for start, stop in zip([0, *(end for _, end in cuts)], stops, strict=True):
        words = _WORD.findall(sentence, start, stop)
        if not words:
            run = []
            continue
        further, more = _further(words) if run else ([], False)
        run = [*run, *further]
        longest = max(longest, run, key=len)
        if not more:
            run = _led(words, sentence[:start], sentence[:stop], spoken)
    return tuple(longest) if 4 <= len(longest) <= _LONGEST_ROW else ()


def _led(words: list[str], earlier: str, said: str, spoken: bool) -> list[str]:
    """The first adjective of a row: the last word before its first comma, behind an article, "am" or "as".

    A Romance language may have its noun between ("un bloguero amable"), and a name may stand in the article's place
    ("I'm Odell Quist, calm, kind, …").
    """
    *before, last = words
    if _UNSPACED.fullmatch(last):
        return [last] if _BEFORE_UNSPACED.search(said) else []
    named = not before and _NAMED.search(earlier, max(0, len(earlier) - _LONGEST_NAME))
    led = _BEFORE.intersection(word.lower() for word in before[-2:])
    if not (led or named) or not _is_adjective(last):
        return []
    return [last] if spoken or _speaks(said) or said.split(" ", 1)[0].lower() in _AS else []


def _further(words: list[str]) -> tuple[list[str], bool]:
    """The adjectives with which a row goes on, and whether it may go on behind them."""
    if _UNSPACED.fullmatch(words[0]):
        return [words[0]], len(words) == 1 and len(words[0]) <= _LONGEST_UNSPACED
    joined = words[0].lower() in _AND
    rest = words[1:] if joined else words
    if not rest or not _is_adjective(rest[0]):
        return [], False
    if len(rest) > 2 and rest[1].lower() in _AND and _is_adjective(rest[2]):
        return [rest[0], rest[2]], False
    return rest[:1], not joined and len(rest) == 1


def _is_adjective(word: str) -> bool:
    """Could it be one? It is small, no word that leads one or says who speaks, and nothing that people are or do."""
    return word[0].islower() and word.lower() not in _ROLES | _BEFORE and not _FIRST.fullmatch(word)


def _spoken(text: str, start: int, end: int) -> Span | None:
    """The sentences around the row's in which somebody speaks of themselves; None: nobody does."""
    speaks = _speaks(text[start:end])
    while start > 0:
        low = max(0, start - _LENGTH)
        before = low + len(text[low:start].rstrip(" .!?…。！？"))
        low, _ = _sentence(text, before)
        said = text[low:start]
        here = _speaks(said)
        if low >= start or "\n" in said or end - low > _LENGTH or not (here or len(_WORD.findall(said)) <= _GREETING):
            break
        start, speaks = low, speaks or here
    if not speaks:
        return None
    while end < min(len(text), start + _LENGTH) and text[end - 1] != "\n":
        stop = _STOP.search(text, end + 1, start + _LENGTH)
        following = text[end : stop.end() if stop else start + _LENGTH]
        if not _speaks(following):
            break
        end += len(following)
    return start, len(text[:end].rstrip())


def _speaks(text: str) -> bool:
    return _FIRST.search(text) is not None or _FIRST_UNSPACED.search(text) is not None
