"""What one place says, and which of several places to believe.

A reading is a raw claim or what a finding says, cleaned for its field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

from cleaner.model import Block, Claim, Finding, Span, Verdict
from cleaner.source.metadata import Field

# Whom to believe, best first: the order that agrees most often with the known values of 1,480 pages.
TRUST: dict[Field, tuple[str, ...]] = {
    "title": ("headline", "h1", "og:title", "json-ld", "itemprop", "twitter:title", "meta:title", "title"),
    "author": ("json-ld", "meta:author", "rel-author", "itemprop", "byline", "article:author", "trafilatura"),
    "date": ("article:published_time", "json-ld", "meta:date", "itemprop", "byline", "time", "htmldate", "url"),
    "site": ("og:site_name", "json-ld", "application-name", "trafilatura", "url"),
    "language": ("html-lang", "content-language", "og:locale", "detected"),
    "canonical_url": ("canonical", "og:url"),
}
GUESSED = ("trafilatura", "htmldate")  # they read the other places: no second witness
IN_PAGE = ("headline", "h1", "itemprop")  # places of a title that readers see


class Reading(NamedTuple):
    """What one place says, cleaned for its field."""

    value: str
    place: str
    spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()


def believe(
    field: Field,
    readings: Sequence[Reading],
    same: Callable[[str, str], bool],
    doubt: Callable[[Reading], int] = lambda reading: 0,
) -> Claim | None:
    """The reading with the least doubt from the best place, and whether another place bears it out."""
    order = TRUST[field]
    candidates = [reading for reading in readings if reading.place in order]
    if not candidates:
        return None
    best = min(candidates, key=lambda reading: (doubt(reading), order.index(reading.place)))
    agreeing = [reading for reading in readings if same(best.value, reading.value)]
    trusted = any(_independent(*pair) for pair in combinations(agreeing, 2))
    rules = dict.fromkeys(rule for reading in agreeing for rule in reading.rules)
    verdict = Verdict.TRUSTED if trusted else Verdict.UNVERIFIED
    return Claim(field, best.value, verdict, tuple(rules), spans_of(agreeing))


def spans_of(readings: Sequence[Reading]) -> tuple[Span, ...]:
    """All source spans of the readings, sorted, each once."""
    return tuple(sorted({span for reading in readings for span in reading.spans}))


def _independent(one: Reading, other: Reading) -> bool:
    """Different places, and not one inside the other (a link in a byline, an ``itemprop`` on the heading)."""
    if one.place == other.place or one.place in GUESSED or other.place in GUESSED:
        return False
    return not any(a[0] < b[1] and b[0] < a[1] for a in one.spans for b in other.spans)


def evidence_of(finding: Finding, name: str) -> str:
    """The value of a finding's first evidence item of that name ("Ada Dach" of "name=Ada Dach"), or ""."""
    found = (item.removeprefix(name + "=") for item in finding.evidence if item.startswith(name + "="))
    return next(found, "").strip()


def located(text: str, findings: Sequence[Finding], blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Where findings' blocks (or ranges) say a text; if in other words, all of the first that has a block."""
    pieces = [
        (blocks[finding.block], *(finding.range or (0, len(blocks[finding.block].text))))
        for finding in findings
        if finding.block is not None
    ]
    hits = [(block, block.text.find(text, start, end)) for block, start, end in pieces]
    spans = {span for block, at in hits if at >= 0 for span in block.source(at, at + len(text))}
    return tuple(sorted(spans)) or (pieces[0][0].source(*pieces[0][1:]) if pieces else ())


def key_of(text: str) -> str:
    """Letters and digits alone, case folded: what makes two spellings of a name or title the same."""
    return re.sub(r"[\W_]+", "", text).casefold()
