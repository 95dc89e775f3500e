"""Proves a record against the payload it was made from, with code that shares nothing with what made it.

What is proven: the payload is the one read; every span lies on the page, and no character is accounted for
twice; the text is the kept spans' and nothing else, the quotes are the removed spans'; the counts add up; the
values follow from the claims; and the text that an independent parser sees on the page is kept or removed,
not lost.

What a payload cannot prove: who made the record and why (``producer``, ``rules``, ``kind``, ``engine``,
``origin``, ``text_quality``, ``warnings``), what an HTTP or WARC header said, how the encoding was found,
what a claim's value says, how much of the text was hidden, the numbers in a path, and to which side of a cut
white space belongs.
"""

from __future__ import annotations

import codecs
import hashlib
import html
import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

from cleaner.model import Span
from cleaner.output.audit import Audit, audit
from cleaner.output.record import QUOTE, record_id
from cleaner.output.schema import check

# How much of the page's text a record may leave unmentioned before that is a fault (DESIGN). Of plain text,
# nothing: there is no second opinion on where it is.
_LOSS = 0.03
_SCORE_TOLERANCE = 1e-3
_VALUES = ("title", "author", "date", "site", "language", "canonical_url")
# Elements that a parser adds where the page does not write them (HTML Standard, section 13.1.2.4).
_IMPLIED = frozenset(("html", "head", "body", "tbody", "tr", "colgroup"))

_TAG = re.compile(r"<[A-Za-z/!?]")
_ENTITY_END = re.compile(r"&#?\w+\Z")
_LONGEST_ENTITY = 34  # characters; what html.unescape looks at
_LAST_STEP = re.compile(r"/([a-z_][a-z0-9_.-]*)\[\d+\]\Z")


def verify(record: Mapping[str, Any], payload: bytes) -> tuple[str, ...]:
    """Look for faults of a record.

    :param record: the record, as parsed from JSON.
    :param payload: what it was made from, after file and HTTP decompression.
    :returns: what is wrong, each with the place where it is; nothing if the record is sound. Later checks are
        left out where earlier faults make them meaningless. Raises nothing, whatever the record is.
    """
    for stage in (_form_faults, _value_faults, _page_faults):
        if faults := tuple(stage(record, payload)):
            return faults
    return ()


def _form_faults(record: Mapping[str, Any], _: bytes) -> Iterator[str]:
    return check(record)


def _value_faults(record: Mapping[str, Any], payload: bytes) -> Iterator[str]:
    """Values that do not follow from the others, and a payload that is another one."""
    source = record["source"]
    if record["id"] != record_id(source["sha256"], source["uri"], source["url"]):
        yield "id: does not follow from sha256, uri and url"
    if record["status"] == "failed":
        return
    if len(payload) != source["bytes"]:
        yield f"source.bytes: the payload has {len(payload)}"
    if hashlib.sha256(payload).hexdigest() != source["sha256"]:
        yield "source.sha256: the payload has another"
    for name in _VALUES:
        claims = (claim for claim in record["claims"] if claim["field"] == name)
        believed = next((claim["value"] for claim in claims if claim["verdict"] != "fabricated"), None)
        if record[name] != believed:
            yield f"{name}: is not the first claim of it that is not fabricated"
    junk = record["junk"]
    if junk and junk["parts"]:
        odds = sum(part["weight"] for part in junk["parts"])
        score = 0.5 + 0.5 * math.tanh(0.5 * odds)  # the logistic function
        if not abs(junk["score"] - score) <= _SCORE_TOLERANCE:
            yield f"junk.score: the parts make {score:.3f}"


def _page_faults(record: Mapping[str, Any], payload: bytes) -> Iterator[str]:
    """What the record says of the page and the page does not bear out."""
    if record["status"] == "failed":
        return
    page = _decoded(record["source"], payload)
    if page is None:
        yield "source.encoding: does not decode the payload"
        return
    broken = tuple(_place_faults(record, page))
    yield from broken
    if not broken:
        reader = _Reader(page, record["source"]["input_kind"] != "text")
        yield from _text_faults(record, reader)
        yield from _count_faults(record, reader)
        yield from _loss_faults(record, reader)


def _decoded(source: Mapping[str, Any], payload: bytes) -> str | None:
    errors = "surrogatepass" if source["encoding_from"] == "str" else "replace"
    try:
        codecs.lookup(source["encoding"])  # an empty payload is decoded without looking
        return payload.decode(source["encoding"], errors).removeprefix("\ufeff")
    except (LookupError, ValueError):
        return None


def _place_faults(record: Mapping[str, Any], page: str) -> Iterator[str]:
    """Spans that are not on the page, not in order, or on top of one another; paths that lead to nothing."""
    every: list[list[int]] = []
    for name in ("kept", "removed"):
        spans = [span for entry in record[name] for span in entry["source"]]
        every += spans
        for start, end in spans:
            if not 0 <= start < end <= len(page):
                yield f"{name}: source [{start}, {end}] is no span of a page of {len(page)} characters"
        for low, high in pairwise(spans):
            if low[1] > high[0]:
                yield f"{name}: source {low} is not before {high}"
    every.sort()
    yield from (f"source {low} and {high} overlap" for low, high in pairwise(every) if low[1] > high[0])
    for index, claim in enumerate(record["claims"]):
        for start, end in claim["source"]:
            if not 0 <= start < end <= len(page):
                yield f"claims[{index}]: source [{start}, {end}] is no span of the page"
    first: dict[str, int] = {}
    for entry in chain(record["kept"], record["removed"]):
        path, start = entry["path"], entry["source"][0][0]
        if (path is None) != (record["source"]["input_kind"] == "text"):
            yield f"path: {path} at {start}"
        elif path and (step := _LAST_STEP.search(path)) and step[1] not in _IMPLIED:
            if step[1] not in first:
                tag = re.search(rf"<{re.escape(step[1])}(?![\w-])", page, re.IGNORECASE)
                first[step[1]] = tag.start() if tag else len(page)
            if first[step[1]] > start:
                yield f"path: no {step[1]} before {start}"


class _Reader:
    """Reads spans of a page as the text they stand for."""

    def __init__(self, page: str, markup: bool) -> None:
        self.page = page
        self.markup = markup
        self.audit = audit(page) if markup else Audit(page, ((0, len(page)),), ())

    def read(self, spans: Sequence[Span], told: str, *, whole: bool = True) -> str:
        """The text of these spans, without NULs.

        Entities are decoded, unless the spans may be read to the letter and so agree with what the record
        tells: the ``whole`` of the text, or its beginning.
        """
        parts = [self.page[start:end] for start, end in spans]
        decoded = list(map(_decoded_entities, parts))
        if any(map(self._literal, spans)):
            pieces = zip(spans, parts, decoded, strict=True)
            text = "".join(part if self._literal(span) else shown for span, part, shown in pieces).replace("\0", "")
            if not self.markup or _agree(_bare(text), _bare(told), whole=whole):
                return text
        return "".join(decoded).replace("\0", "")

    def decoded(self, spans: Sequence[Span]) -> str:
        """The text of these spans, entities decoded, without NULs."""
        return "".join(_decoded_entities(self.page[start:end]) for start, end in spans).replace("\0", "")

    def markup_in(self, spans: Sequence[Span]) -> bool:
        """Is there a tag in them, or half an entity?"""
        return any(
            not self._literal((start, end)) and (self._has_tag(start, end) or self._cuts_entity(start, end))
            for start, end in spans
        )

    def _has_tag(self, start: int, end: int) -> bool:
        # With "</" alone a page ends, and no tag begins (HTML Standard, section 13.2.5.7).
        found = _TAG.search(self.page, start, end)
        return found is not None and not (found[0] == "</" and found.end() == len(self.page))

    def _cuts_entity(self, start: int, end: int) -> bool:
        # "&amp" is "&" as well, but if a semicolon follows, the entity goes on.
        if not self.page.startswith(";", end):
            return False
        found = _ENTITY_END.search(self.page, max(start, end - _LONGEST_ENTITY), end)
        return found is not None and _decoded_entities(f"{found[0]};") != f"{_decoded_entities(found[0])};"

    def _literal(self, span: Span) -> bool:
        """May entities and tags stand for themselves here?"""
        start, end = span
        index = bisect_right(self.audit.literal, (start, len(self.page)))
        return not self.markup or (index > 0 and self.audit.literal[index - 1][1] >= end)


def _text_faults(record: Mapping[str, Any], reader: _Reader) -> Iterator[str]:
    """Text that is not that of its spans."""
    text: str = record["text"]
    done = 0
    for index, entry in enumerate(record["kept"]):
        place, (start, end) = f"kept[{index}]", entry["text"]
        if not done <= start < end <= len(text):
            yield f"{place}: text [{start}, {end}] does not follow {done} in {len(text)} characters"
            return
        if text[done:start].strip():
            yield f"text: nothing accounts for {text[done:start].strip()[:40]!r} at {done}"
        if text[start].isspace() and start and not text[start - 1].isspace():
            yield f"{place}: text begins with the white space before it"
        yield from _entry_faults(place, text[start:end], entry["source"], reader, whole=True)
        done = end
    if text[done:].strip():
        yield f"text: nothing accounts for {text[done:].strip()[:40]!r} at {done}"
    for index, entry in enumerate(record["removed"]):
        quote = entry["quote"]
        yield from _entry_faults(f"removed[{index}]", quote, entry["source"], reader, whole=len(quote) < QUOTE)


def _entry_faults(place: str, text: str, spans: Sequence[Span], reader: _Reader, *, whole: bool) -> Iterator[str]:
    found = reader.read(spans, text, whole=whole)
    if not _agree(_bare(found), _bare(text), whole=whole):
        yield f"{place}: says {text[:40]!r} where the page has {found[:40]!r} at {spans[0][0]}"
    if reader.markup_in(spans):
        yield f"{place}: markup inside its source at {spans[0][0]}"
    # Pieces are stripped of white space, except for the indentation of code.
    lead = text[: len(text) - len(text.lstrip())]
    if "\n" in lead or lead != found[: len(found) - len(found.lstrip())]:
        yield f"{place}: begins with other white space than its source"
    if (whole and text[-1:].isspace()) or found[-1:].isspace():
        yield f"{place}: ends with white space"


def _count_faults(record: Mapping[str, Any], reader: _Reader) -> Iterator[str]:
    told = record["coverage"]
    kept = len(_bare(record["text"]))
    low = high = 0
    for entry in record["removed"]:
        quote = entry["quote"]
        whole = len(quote) < QUOTE
        lengths = [len(_bare(reader.read(entry["source"], quote, whole=whole)))]
        if not whole:  # behind the quote nothing tells whether entities stand for themselves
            lengths.append(len(_bare(reader.decoded(entry["source"]))))
        low, high = low + min(lengths), high + max(lengths)
    for name, least, most in (("kept", kept, kept), ("removed", low, high), ("text", kept + low, kept + high)):
        if not least <= told[name] <= most:
            yield f"coverage.{name}: {told[name]}, but counted {most}"
    if told["text"] != told["kept"] + told["removed"]:
        yield f"coverage.text: {told['text']} of {told['kept']} and {told['removed']}"
    if told["hidden"] > told["text"]:
        yield f"coverage.hidden: {told['hidden']} of {told['text']}"


def _loss_faults(record: Mapping[str, Any], reader: _Reader) -> Iterator[str]:
    """Text of the page that is neither kept nor removed."""
    blanked, visible, _ = reader.audit
    parts: list[str] = []
    done = 0
    entries = chain(record["kept"], record["removed"])
    for start, end in sorted(span for entry in entries for span in entry["source"]):
        parts += (blanked[done:start], " " * (end - start))
        done = end
    parts.append(blanked[done:])
    rest = "".join(parts)
    total = lost = 0
    quote = ""
    for start, end in visible:
        total += len(_bare(_decoded_entities(blanked[start:end])))
        missed = rest[start:end].strip()
        if missed:
            lost += len(_bare(_decoded_entities(missed)))
            quote = quote or " ".join(missed.split())[:40]
    if lost > (_LOSS * total if reader.markup else 0):
        yield f"removed: {lost} of {total} characters are lost, among them {quote!r}"


def _agree(found: str, told: str, *, whole: bool) -> bool:
    return found == told if whole else found.startswith(told)


def _bare(text: str) -> str:
    """Text without white space, without NULs, which HTML drops, and without soft hyphens, which nobody sees."""
    return "".join(text.replace("\0", "").replace("\u00ad", "").split())


def _decoded_entities(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a character number of thousands of digits
        return text
