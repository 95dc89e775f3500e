"""Values that a generator writes, wherever they stand and whatever their labels say.

A date of birth as databases write it, a plus and digits without a space, an address of the United States in one line: a page
without any of them is passed over after a look at its whole text. Near to one (and to an introduction) the lines of other
fields are known by their values: a list of hobbies, the title of a job, a name with a title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from cleaner.evidence.persona.said import TELLING, TELLING_UNSPACED
from cleaner.evidence.persona.tells import ADDRESS, judge_hobby, judge_job, judge_name
from cleaner.evidence.text import BLANKS, below
from cleaner.model import Span

REACH = 9
"""Blocks around a telling value in which the lines of a box are looked for: four cells of labels and values, and one."""

_VALUE = re.compile(
    r"(?P<birthday>(?<![\w+-])(?:19[4-9]|200)\d-[01]\d-[0-3]\d(?![\w-]))|(?P<phone>(?<![\w+])\+\d{8,17}(?![\d-]))"
    rf"|(?P<address>(?<![\w.-]){ADDRESS}(?!\w))"
)
_LONGEST_VALUE = 200
# What one comma can begin: the end of an address, or a row of adjectives. One pass over a page answers both.
_COMMAS = re.compile(rf", (?:(?P<zip>[A-Z]{{2}} \d{{5}}(?!\d))|{TELLING})")
_PLUS = re.compile(r"\+\d{8}")
_MONTHS = ("-0", "-1")
# From the first hyphen on, which a search can leap to.
_DATE = re.compile(r"-(?<=(?:19[4-9]|200)\d-)[01]\d-[0-3]\d(?!\d)")
_LEAD = r"[ \t\xa0*_#>•·▪■●►»–—-]{0,8}"
_COLON = r"[ \t\xa0*_]{0,3}[:：=][ \t\xa0*_]{0,4}"
_WORDS = r"[^\W\d_][^\n:：=|.!?\d,]{0,35}?"
_LABELLED = re.compile(rf"{_LEAD}(?P<label>{_WORDS}){_COLON}(?=\S)")
_LABEL_BEFORE = re.compile(rf"(?P<label>{_WORDS}){_COLON}$")
_LABEL_ALONE = re.compile(rf"{_LEAD}(?P<label>{_WORDS})(?:{_COLON}|[ \t\xa0*_]*)")
_LARGE = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿа-я]")
_SEPARATOR = re.compile(rf"(?<!\s)\s+[·•]\s+|{BLANKS}\|\s*|;\s")


class Value(NamedTuple):
    """A value: what field it is of, its label (empty: it has none), where it stands, and whether it is one of several in
    a line with bars or points between them.
    """

    field: str
    label: Span
    start: int
    end: int
    listed: bool = False


def places(texts: Sequence[str], text: str) -> tuple[list[int], list[int]]:
    """The places of texts with a value that a generator may have written, and of those with a row of adjectives.

    :param text: all of them, one below the other.
    """
    values: list[int] = []
    rows: list[int] = []
    if "+" in text:
        values += [match.start() for match in _PLUS.finditer(text)]
    if any(month in text for month in _MONTHS):
        values += [match.start() for match in _DATE.finditer(text)]
    for match in _COMMAS.finditer(text):
        (rows if match["zip"] is None else values).append(match.start())
    if "、" in text or "，" in text:
        rows += [match.start() for match in TELLING_UNSPACED.finditer(text)]
    if not values and not rows:
        return [], []
    _, starts = below(texts)
    return (
        sorted({bisect_right(starts, at) - 1 for at in values}),
        sorted({bisect_right(starts, at) - 1 for at in rows}),
    )


def near(anchors: Collection[int], count: int) -> set[int]:
    """The places around the anchors in which lines of a box may stand."""
    return {place for anchor in anchors for place in range(max(0, anchor - REACH), min(count, anchor + REACH + 1))}


def values_in(text: str, start: int, end: int) -> Iterator[Value]:
    """The values in a line: of a generator's form wherever they stand, others as a whole part of it."""
    last = start
    for match in _VALUE.finditer(text, start, end):
        yield Value(_field(match), (_label_before(text, last, match.start()), match.start()), *match.span())
        last = match.end()
    cuts = [start, *(at for cut in _SEPARATOR.finditer(text, start, end) for at in cut.span()), end]
    for low, high in zip(cuts[::2], cuts[1::2], strict=True):
        labelled = _LABELLED.match(text, low, high)
        begin = labelled.end() if labelled else low
        if last > start and _VALUE.search(text, low, high):
            continue
        field = kind(text[begin:high].strip()) if high - begin <= _LONGEST_VALUE else None
        if field:
            yield Value(field, (labelled.start("label") if labelled else low, begin), begin, high, len(cuts) > 2)


def _field(match: re.Match[str]) -> str:
    return next(field for field in ("birthday", "phone", "address") if match[field])


def _label_before(text: str, start: int, end: int) -> int:
    """Where the label before a value begins: with its line, or with the last large word behind the value before it."""
    match = _LABEL_BEFORE.search(text, max(start, end - 45), end)
    if match is None:
        return end
    if not text[text.rfind("\n", 0, end) + 1 : match.start("label")].strip(" \t\xa0*_#>•·▪■●►»–—-"):
        return match.start("label")
    large = [one.start() for one in _LARGE.finditer(text, match.start("label"), match.end("label"))]
    return large[-1] if large else match.start("label")


def kind(value: str) -> str | None:
    """What field a value is of, if a generator may have written it."""
    match = _VALUE.fullmatch(value)
    if match:
        return _field(match)
    if judge_hobby(value, False, False).form is not False:
        return "hobby"
    for field, judge in (("job", judge_job), ("name", judge_name)):
        if judge(value, False, False).tells:
            return field
    return None


def label_alone(line: str) -> Span | None:
    """The label that is all of a line, if it may be one."""
    match = _LABEL_ALONE.fullmatch(line)
    return match.span("label") if match and len(match["label"].split()) <= 5 else None


def labelled_value(line: str) -> Span | None:
    """The value of a line "label: value"."""
    match = _LABELLED.match(line)
    return (match.end(), len(line)) if match and len(match["label"].split()) <= 5 else None


def telling(field: str, value: str) -> bool:
    """Is this a value that stands in a generator's box and hardly in others?"""
    match = _VALUE.fullmatch(value.strip(" .\n"))
    return match is not None and _field(match) == field
