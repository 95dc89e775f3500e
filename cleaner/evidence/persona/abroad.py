"""Profiles in other languages, and other English words: labels, and the introduction by the stems of what it says."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from itertools import takewhile

_DATA = tomllib.loads((resources.files(__package__) / "abroad.toml").read_text("utf-8"))
LABELS: dict[str, str] = {label: field for field, labels in _DATA["labels"].items() for label in labels}
"""Label, lower case → the field it means."""

HEADINGS = "|".join(re.escape(heading).replace("'", "['’]") for heading in _DATA["headings"]["all"])
SAID: dict[str, list[str]] = _DATA["said"]
"""What an introduction in any words is read by (``said``)."""
_SAID = _DATA["introduction"]
ME = "|".join(sorted((re.escape(me).replace("'", "['’]") for me in _SAID["me"]), key=len, reverse=True))
_STEMS = tuple(re.compile("|".join(_SAID[name]), re.IGNORECASE) for name in ("write", "knowledge", "share"))
_UNDERSTANDING = re.compile("|".join(_SAID["understanding"]), re.IGNORECASE)
# Adjectives in a row, each of a word or two: three at least, the last of them behind a comma or an "and".
_AND = "|".join(map(re.escape, SAID["and"]))
_CHAIN = re.compile(
    r"[^\W\d_]{2,25}(?: [^\W\d_]{2,20})?"
    rf"(?:(?:(?:, |、|，)[^\W\d_]{{2,25}}(?: [^\W\d_]{{2,20}}){{0,2}}){{2,14}}|, [^\W\d_]{{2,25}} (?:{_AND}) [^\W\d_]{{2,25}})"
)
_BETWEEN = re.compile(rf", |、|，| (?:{_AND}) ")
_LENGTH = 700
_STOP = re.compile(r"(?<![.!?])[.!?]+(?=\s|$)|[。！？]")


def ending(text: str, start: int, limit: int) -> int | None:
    """Where an introduction of the template ends: with the sentence that shares what its author knows. None: it is none."""
    window = text[start : min(limit, start + _LENGTH)]
    if not _CHAIN.search(window) or not _STEMS[0].search(window):
        return None
    at = 0
    for stop in (*(match.end() for match in _STOP.finditer(window)), len(window)):
        if all(stem.search(window, at, stop) for stem in _STEMS[1:]):
            return start + stop
        at = stop
    return None


def chain(text: str) -> list[str]:
    """The longest row of adjectives. What has three words is a clause behind them."""
    rows = (_BETWEEN.split(match[0]) for match in _CHAIN.finditer(text))
    found = [list(takewhile(lambda word: word.count(" ") < 2, row)) for row in rows]
    return max(found, key=len, default=[])


def understands(text: str) -> bool:
    """Does it share understanding as well as knowledge?"""
    return _UNDERSTANDING.search(text) is not None
