"""Dates as pages print them, in the languages of the phrase lists."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

from cleaner.model import Span

_YEAR = re.compile(r"(?:19|20)\d\d|\d\s?年")


class Dated(NamedTuple):
    """A date in a text: where it stands with its weekday and hour, and as ``YYYY-MM-DD``, or "" where it is ambiguous."""

    span: Span
    iso: str


class _Words(NamedTuple):
    months: dict[str, int]
    pattern: re.Pattern[str]


@cache
def _words() -> _Words:
    data = tomllib.loads((resources.files(__name__) / "months.toml").read_text("utf-8"))
    months = {name: number for number, names in enumerate(data["months"], 1) for name in names}

    def any_of(words: list[str]) -> str:
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

    month = rf"(?:{any_of(list(months))})\b\.?"
    before = any_of(data["articles"])
    after = any_of(data["years"])
    weekday, hour = any_of(data["weekdays"]), any_of(data["hours"])
    day, year = r"\d{1,2}(?:st|nd|rd|th|er|º|°)?", r"(?:19|20)\d\d"
    pattern = (
        rf"(?:\b(?:{before})\s)?(?:\b(?:{weekday})\b\.?,?\s{{1,2}})?"
        rf"(?:(?P<d1>\b{day})\.?\s(?:de\s)?(?P<m1>{month})(?:\sde)?,?\s(?P<y1>{year})(?:\s(?:{after})(?!\w))?"
        rf"|\b(?P<m2>{month})\s(?P<d2>{day}),?\s(?P<y2>{year})"
        rf"|\b(?P<y3>{year})[-/.](?P<n3>\d{{1,2}})[-/.](?P<d3>\d{{1,2}})(?!\d)"
        rf"|\b(?P<d4>\d{{1,2}})[-/.](?P<n4>\d{{1,2}})[-/.](?P<y4>{year})\b"
        r"|(?P<y5>\d{4})\s?年\s?(?P<n5>\d{1,2})\s?月\s?(?P<d5>\d{1,2})\s?日)"
        rf"(?:,?\s(?:{weekday})(?!\w))?"
        rf"(?:,?\s{{0,2}}[-–T|]?\s?(?:(?:{hour})\s)?\d{{1,2}}[:.h]\d\d(?::\d\d)?Z?(?:\s?(?:{hour})(?!\w)\.?){{0,2}})?"
    )
    return _Words(months, re.compile(pattern, re.IGNORECASE))


def dates(text: str) -> list[Dated]:
    """The dates in a text, in order. What is written as a date but is none ("31.02.2024") is left out."""
    if not _YEAR.search(text):
        return []  # as in nearly all texts
    words = _words()
    found = []
    for match in words.pattern.finditer(text):
        parts = {name[0]: value for name, value in match.groupdict().items() if value}
        month = int(parts["n"]) if "n" in parts else words.months[parts["m"].lower().rstrip(".")]
        day = int(re.match(r"\d+", parts["d"])[0])  # type: ignore[index]
        if month > 12 and day <= 12:
            day, month = month, day  # 12/31/2024
        ambiguous = (
            match["n4"] is not None and match["n4"] != match["d4"] and month <= 12 and day <= 12 and "/" in match[0]
        )
        try:
            iso = date(int(parts["y"]), month, day).isoformat()
            found.append(Dated(match.span(), "" if ambiguous else iso))
        except ValueError:
            continue
    return found
