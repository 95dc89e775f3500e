"""Which lines of plain text were ended by a program at a fixed column, and which on purpose.

A program that wraps at column W ends a line only where the next word no longer fits. So W lies between the
length of the line and that length plus the next word, for every break in every paragraph, and it is the
same W for the whole page. Lines that were ended on purpose (verse, addresses, chats, lists) agree on no
such W. That is decided once a page, where the evidence is; then each group of lines, and each break
in it, must agree with the page's W to be joined.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

# Columns at which people wrap: below 50 stand verse, subtitles and lists; 132 is the widest terminal.
_NARROWEST, _WIDEST = 50, 132
# The least number of breaks that can speak for a width: fewer agree by chance too often.
_LEAST_BREAKS = 4
# A line shorter than this part of W says nothing: it may end a paragraph or belong to a quoted poem.
_NEAR = 0.7
# Of the lines long enough to tell, this part must agree with W on the page, and then in each group. Measured
# on articles wrapped anew: 0.91 to 1 by a program, 0.85 to 1 by hand; their sentences cut into verse of
# nearly one length: 0.5 to 0.6 (median).
_AGREEING, _AGREEING_IN_GROUP = 0.7, 0.6
# Of all lines of a group, the short ones too, this part must agree for any of them to be joined.
_AGREEING_OF_ALL = 1 / 3
# Where fewer lines agree that go on in lower case, it was no program that counted columns: a hand, a PDF in a
# proportional font, or marks and links were taken out later.
_EXACT = 0.95
# These leave lines this near to W.
_BY_HAND = 0.8
# That is a weak sign, so the columns must be those of a typed page, and of the lines this part must go on in
# lower case, which they do not in traditional verse.
_NARROWEST_BY_HAND = 60
_LOWER = 0.5
# Verse and titles begin lines with capitals. Of wrapped lines at least this part goes on without one
# (measured: English 0.93, German, with its nouns, 0.76; a script without case: all).
_UNCAPPED = 1 / 3
# A word counts for so many columns at most, or web addresses would agree with any W.
_LONGEST_WORD = 24
# East Asian lines break anywhere, but take one character along where a closing mark may not begin a line.
_IDEOGRAPH_ROOM = 4

ATX = re.compile(r"(#{1,6})[ \t]+[^\s#]")
MARKER = re.compile(r"(?:[-*+•·‣◦▪–—o]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)]|\(?[ivx]{1,5}[.)]|\[\d{1,3}\])[ \t]")
# East Asian characters that a line may end at, and Hangul, which is as wide but has spaces between its words.
_IDEOGRAPHIC = (
    "\u2e80-\u303e\u3041-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHIC}]")
_WIDE = re.compile(f"[{_IDEOGRAPHIC}\u1100-\u115f\u3131-\u318e\uac00-\ud7a3]")
_RECORD = re.compile(r"[<\[(]?\d+[-:./]\d|<[^<>\s]+>|\[\d|[^\s:]+:\s")
_LEADER = re.compile(r"\.{5}|(?:\. ){4}")
_LETTER = re.compile(r"[^\W_]")
_BEGINNING = re.compile("[\"'“‘«„‚(\\[*_`¿¡]*([^\\W\\d_])")
_SENTENCE_ENDS = frozenset('.!?:;…。！？：；"”»)]')

_Beginning = Literal["lower", "capital", "letter", "other"]


class Line(NamedTuple):
    """A line that holds more than white space: ``body``, stripped, begins at ``start`` of the page.

    ``lead`` and ``indent`` are the white space before it, in characters and in columns. A ``fresh`` line
    begins the page or comes after a blank line: it continues nothing.
    """

    body: str
    start: int
    lead: int
    indent: int
    fresh: bool

    @property
    def stop(self) -> int:
        """The end of ``body`` in the page."""
        return self.start + len(self.body)


class _Break(NamedTuple):
    """The end of line number ``line``, ``low`` columns wide; the next begins with a word of ``room``.

    ``begins`` says how that word begins: ``lower``, ``capital``, ``letter`` (a word all in capitals, or a
    script without case), or ``other``.
    """

    line: int
    low: int
    room: int
    begins: _Beginning

    @property
    def lower(self) -> bool:
        return self.begins == "lower"

    def high(self, by_hand: bool) -> int:
        """The greatest width at which a program, or a hand, breaks here; the least is ``low``."""
        return max(self.low + self.room, int(self.low / _BY_HAND) if by_hand and self.lower else 0)

    def agrees(self, width: int, by_hand: bool) -> bool:
        return self.low <= width <= self.high(by_hand)


def columns(text: str) -> int:
    """How wide a text stands in a fixed-width font: East Asian characters take two columns."""
    if "\t" in text:
        text = text.expandtabs(8)
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_ideographic(character: str) -> bool:
    """Is this a character set without spaces, so that a line end beside it is none? (CSS Text 3, 4.1.3)"""
    return bool(_IDEOGRAPH.match(character))


def wrapped(lines: Sequence[Line], apart: Collection[int]) -> set[int]:
    """Numbers of the lines that the next line continues. Lines numbered in ``apart`` are no prose."""
    # Most pages end here: too few of their lines have a length that wrapping leaves.
    if sum(10 <= len(line.body) <= _WIDEST for line in lines) < _LEAST_BREAKS:
        return set()
    groups, others = _groups(lines, apart)
    width = _page_width(groups, others, by_hand=False)
    if not width or not _is_exact(groups, width):
        # A hand must explain it, or else the program does.
        typed = _page_width(groups, others, by_hand=True)
        if typed:
            return _agreeing(groups, typed, by_hand=True)
    return _agreeing(groups, width, by_hand=False) if width else set()


def _is_exact(groups: Sequence[Sequence[_Break]], width: int) -> bool:
    """Did a program end even the lines that no paragraph ends with, those that go on in lower case?"""
    breaks = [found for group in groups for found in group if found.lower and found.low >= _NEAR * width]
    return sum(found.agrees(width, False) for found in breaks) >= _EXACT * len(breaks)


def _page_width(groups: Sequence[Sequence[_Break]], others: Sequence[int], by_hand: bool) -> int:
    """The column at which the page was wrapped, 0 if it was not.

    ``others`` has the widths of lines that no break follows: they can speak only against a width.
    """
    breaks = [found for group in groups for found in group]
    narrowest = _NARROWEST_BY_HAND if by_hand else _NARROWEST
    change = [0] * (_WIDEST + 2)
    for found in breaks:
        low, high = max(found.low, narrowest), min(found.high(by_hand), _WIDEST)
        if low <= high:
            change[low] += 1
            change[high + 1] -= 1
    counts = list(accumulate(change))
    width = counts.index(max(counts))
    agreeing = [found for found in breaks if found.agrees(width, by_hand)]
    near = sum(found.low >= _NEAR * width for found in breaks) + sum(low > width for low in others)
    if by_hand:
        prose = sum(found.lower for found in agreeing) >= _LOWER * len(agreeing)
    else:
        prose = sum(found.begins != "capital" for found in agreeing) >= _UNCAPPED * len(agreeing)
    # The line after may be the price of what the line before names: only words tell.
    telling = sum(found.begins != "other" for found in agreeing)
    return width if prose and telling >= _LEAST_BREAKS and len(agreeing) >= _AGREEING * near else 0


def _agreeing(groups: Sequence[Sequence[_Break]], width: int, by_hand: bool) -> set[int]:
    """Numbers of the lines that go on, on a page that was wrapped at this width."""
    joined: set[int] = set()
    for group in groups:
        near = [found.low >= _NEAR * width for found in group]
        # Wrapped text that was edited later has lines that agree with no W; lower case tells that they go on.
        agreeing = [
            found.line
            for found, is_near in zip(group, near, strict=True)
            if found.agrees(width, by_hand) or (found.lower and is_near)
        ]
        if len(agreeing) >= max(_AGREEING_IN_GROUP * sum(near), _AGREEING_OF_ALL * len(group)):
            joined.update(agreeing)
            if by_hand:
                # Between full lines, or before a last one. A short line that others follow may be a heading.
                full = [found.low >= _BY_HAND * width for found in group] + [True]
                joined.update(
                    found.line
                    for i, found in enumerate(group)
                    if found.lower or (full[i] and full[i + 1] and found.begins != "other")
                )
    return joined


def _groups(lines: Sequence[Line], apart: Collection[int]) -> tuple[list[list[_Break]], list[int]]:
    """The breaks that could come from wrapping, in unbroken groups; and the widths of all other lines."""
    groups: list[list[_Break]] = []
    others: list[int] = []
    group: list[_Break] = []
    listed = False
    for number, line in enumerate(lines):
        if number in apart:
            group = []
            continue
        # Beyond the widest width the exact one is never asked for.
        low = line.indent + columns(line.body) if len(line.body) <= _WIDEST else _WIDEST + 1
        alone = _stands_alone(line.body)
        listed = bool(MARKER.match(line.body)) or (listed and not line.fresh)
        after = lines[number + 1] if number + 1 < len(lines) and number + 1 not in apart else None
        if after and not alone and _can_continue(line, after, opening=not group, listed=listed):
            if not group:
                groups.append(group)
            group.append(_break(number, low, after.body))
        else:
            group = []
            if not alone and " " in line.body:
                others.append(low)
    return groups, others


def _can_continue(line: Line, after: Line, *, opening: bool, listed: bool) -> bool:
    """May ``after`` go on with the paragraph ``line`` stands in? ``opening``: that begins with ``line``."""
    return not (
        after.fresh
        # Only a first line is set in or out against the others.
        or (after.indent != line.indent and not opening)
        or _stands_alone(after.body)
        # "12. March" may begin a line of prose, but an item follows an item or the end of a sentence.
        or (MARKER.match(after.body) and (listed or line.body[-1] in _SENTENCE_ENDS))
        # Log lines, chat lines, labels with their values: two of them in succession are no prose.
        or (_RECORD.match(after.body) and _RECORD.match(line.body))
        # Nor are two lines of one word: base64, lists of addresses.
        or (" " not in line.body and " " not in after.body and not _IDEOGRAPH.search(line.body))
    )


def _stands_alone(body: str) -> bool:
    """Is this no line of prose: quoted, a heading, a row of a table, a rule, an entry of a contents list?"""
    return bool(body[0] in ">|" or "\t" in body or ATX.match(body) or not _LETTER.search(body) or _LEADER.search(body))


def _break(number: int, low: int, after: str) -> _Break:
    """The break between a line of width ``low`` and the line ``after``."""
    word = after[:_LONGEST_WORD].split(None, 1)[0]
    ideograph = _IDEOGRAPH.search(word)
    room = columns(word[: ideograph.start()]) or _IDEOGRAPH_ROOM if ideograph else columns(word)
    return _Break(number, low, room, _beginning(word))


def _beginning(word: str) -> _Beginning:
    letter = _BEGINNING.match(word)
    if not letter:
        return "other"
    if letter[1].islower():
        return "lower"
    return "capital" if letter[1].isupper() and (len(word) == 1 or not word.isupper()) else "letter"
