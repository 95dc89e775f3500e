"""One JSON object for a page: what was kept and removed, where it stands in the source, what made the record.

The fields are those of ``record.schema.json`` (schema id ``cleaner.record/1``). All are always there; lists
without members are empty, other absent values null. There is no clock time: the same page, version and policy
give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from cleaner.model import Claim, Decision, JsonObject, Junk, Ledger, Source, Span, Verdict
from cleaner.output.text import Rendered, trimmed
from cleaner.output.xpath import XPaths

SCHEMA_ID = "cleaner.record/1"
QUOTE = 200  # characters of a removed piece that its entry quotes

_SOURCE = ("uri", "url", "input_kind", "media_type", "encoding", "encoding_from", "bytes", "sha256", "warc")
_PRODUCER = ("name", "version", "policy", "rules", "model", "libraries")
# A lone surrogate has no UTF-8; the others end a line for some readers, though not for JSON.
_UNSAFE = re.compile("[\ud800-\udfff\x85\u2028\u2029]")


def record(
    ledger: Ledger,
    *,
    rendered: Rendered,
    status: str,
    reason: str | None,
    producer: Mapping[str, Any],
    claims: Sequence[Claim],
    kind: tuple[str, float],
    engine: str,
    junk: Junk | None,
    text_quality: float | None,
    origin: Sequence[Mapping[str, Any]] = (),
) -> JsonObject:
    """The record of a page that was read.

    :param rendered: the ledger's text (:func:`.text.render`).
    :param status: ``cleaned`` or ``empty``; ``reason`` says why it is empty, and is None if it is not.
    :param producer: ``name``, ``version``, ``policy``, ``rules``, ``model`` and ``libraries``.
    :param claims: in the order in which they are to be believed: a field's first that is not fabricated is
        its value.
    :param kind: what kind of page it is, and how probable that is.
    :param engine: ``model``, ``trafilatura``, ``both`` or ``none``.
    :param origin: where the page says its text is from: ``domain``, ``url`` and ``evidence`` (texts).
    :returns: values of JSON's own types.
    """
    paths = XPaths(ledger.tree)
    return {
        **_head(_known(ledger.page.source), status, reason, producer),
        "title": trusted_value(claims, "title"),
        "author": trusted_value(claims, "author"),
        "date": trusted_value(claims, "date"),
        "site": trusted_value(claims, "site"),
        "language": trusted_value(claims, "language"),
        "canonical_url": trusted_value(claims, "canonical_url"),
        "claims": [_claim(claim) for claim in claims],
        "kind": {"label": kind[0], "probability": kind[1]},
        "engine": engine,
        "origin": [
            {"domain": each["domain"], "url": each["url"], "evidence": list(each["evidence"])} for each in origin
        ],
        "text": rendered.text,
        "kept": [{"text": list(piece.text), **_source(ledger, paths, piece.decision)} for piece in rendered.pieces],
        "removed": [
            {**_source(ledger, paths, decision), "quote": quote}
            for decision in ledger.decisions
            if not decision.kept and (quote := _quote(ledger, decision))
        ],
        "junk": _junk(junk),
        "text_quality": text_quality,
        "coverage": _coverage(ledger),
        "warnings": list(dict.fromkeys((*ledger.page.warnings, *ledger.warnings))),
    }


def failed(known: Mapping[str, Any], reason: str, producer: Mapping[str, Any]) -> JsonObject:
    """The record of an input that was refused.

    :param known: what is known of its source, by the names of the record's fields (``uri``, ``url``, ``sha256``, …).
    :param reason: such as ``binary`` or ``too-large`` (:mod:`cleaner.errors`).
    """
    return {
        **_head(known, "failed", reason, producer),
        **dict.fromkeys(("title", "author", "date", "site", "language", "canonical_url")),
        "claims": [],
        "kind": None,
        "engine": "none",
        "origin": [],
        "text": None,
        "kept": [],
        "removed": [],
        "junk": None,
        "text_quality": None,
        "coverage": None,
        "warnings": [],
    }


def to_json(record: Mapping[str, Any]) -> str:
    """A record as one line of JSON, without its newline. Any text in it can be written as UTF-8."""
    line = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def record_id(sha256: str | None, uri: str | None, url: str | None) -> str:
    """A record's id: 16 hexadecimal digits, the beginning of the SHA-256 of ``[sha256, uri, url]`` as JSON.

    It names an input, not a result: the same payload from the same place has the same id whatever version or
    policy read it. The same payload from another file or address has another.
    """
    return hashlib.sha256(json.dumps([sha256, uri, url]).encode()).hexdigest()[:16]


def trusted_value(claims: Sequence[Claim], field: str) -> str | None:
    """What the page says in a field as far as it may be believed: its first claim that is not fabricated."""
    for claim in claims:
        if claim.field == field and claim.verdict is not Verdict.FABRICATED:
            return claim.value
    return None


def _head(known: Mapping[str, Any], status: str, reason: str | None, producer: Mapping[str, Any]) -> JsonObject:
    source = {field: known.get(field) for field in _SOURCE}
    return {
        "schema": SCHEMA_ID,
        "id": record_id(source["sha256"], source["uri"], source["url"]),
        "status": status,
        "reason": reason,
        "source": source,
        "producer": {
            **{key: producer[key] for key in _PRODUCER},
            "libraries": dict(sorted(producer["libraries"].items())),
        },
    }


def _known(source: Source) -> Mapping[str, Any]:
    warc = None if source.warc is None else dict(source.warc)
    return {**{field: getattr(source, field) for field in _SOURCE}, "warc": warc}


def _claim(claim: Claim) -> JsonObject:
    return {
        "field": claim.field,
        "value": claim.value,
        "verdict": claim.verdict.value,
        "rules": list(claim.rules),
        "source": _lists(claim.spans),
    }


def _source(ledger: Ledger, paths: XPaths, decision: Decision) -> JsonObject:
    block = ledger.blocks[decision.block]
    return {
        "source": _lists(block.source(*trimmed(block, decision.range))),
        "path": paths[block.node],
        "rules": list(decision.rules),
    }


def _quote(ledger: Ledger, decision: Decision) -> str:
    block = ledger.blocks[decision.block]
    start, end = trimmed(block, decision.range)
    return block.text[start : min(end, start + QUOTE)]


def _lists(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _junk(junk: Junk | None) -> JsonObject | None:
    if junk is None:
        return None
    return {
        "score": junk.score,
        "labels": [
            {"label": label, "rules": list(rules), "evidence": list(evidence)} for label, rules, evidence in junk.labels
        ],
        "parts": [part._asdict() for part in junk.parts],
    }


def _coverage(ledger: Ledger) -> JsonObject:
    kept = removed = 0
    for block, (start, end), keeps, _ in ledger.decisions:
        count = _count(ledger.blocks[block].text[start:end])
        if keeps:
            kept += count
        else:
            removed += count
    hidden = sum(_count(block.text) for block in ledger.blocks if block.flags.hidden)
    return {"text": kept + removed, "hidden": hidden, "kept": kept, "removed": removed}


def _count(text: str) -> int:
    """Characters other than white space; NULs, which HTML drops, are none, nor are soft hyphens, which nobody sees."""
    return sum(map(len, text.split())) - text.count("\0") - text.count("\u00ad")
