"""The proof of records: sound ones pass; no field may change that payload and record can prove."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.model import Block, Decision, Ledger, Page, Run, Tree
from cleaner.output.record import failed
from cleaner.output.verify import verify
from tests.output.pages import decide, html_ledger, source, text_ledger
from tests.output.test_record import CLAIMS, PRODUCER, changed, make, places

HTML = """<html><head><title>Not text</title><style>p > a { color: red }</style></head><body>
<!-- not <p>text</p> --><script>if (a < b) { "<p>no</p>" }</script>
<h1>A headline</h1><p>One &amp; <b>two</b>&nbsp;three.</p><p>JUNK here</p><p>Four JUNK five.</p>
<p>Four JUNK five.</p><p id="hidden">Buy pills</p>
<ul><li>six</li><li>seven</li></ul><pre>
    if x:
        y</pre><p>The end of it all, at last.</p></body></html>"""
TEXT = "A line &amp; <b>\n\nAnother JUNK line\nJUNK\n    and\tthe last"


def sound_records() -> Iterator[tuple[dict[str, Any], bytes]]:
    for ledger in (
        html_ledger(HTML, ["JUNK here", "JUNK", "Buy pills"]),
        text_ledger(TEXT, ["JUNK"]),
        html_ledger(HTML),
        html_ledger("<p>\r\n</p>"),
        text_ledger(""),
        text_ledger("\ud800 lone"),
    ):
        claims = CLAIMS if len(ledger.page.text) > 12 else ()
        yield make(ledger, claims=claims), ledger.page.text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(("record", "payload"), [*sound_records()])
def test_sound_records_pass(record: dict[str, Any], payload: bytes) -> None:
    assert verify(record, payload) == ()


def test_bytes_of_another_encoding() -> None:
    page = html_ledger("<p>caf\u00e9</p>")
    for encoding, payload in (
        ("windows-1252", b"<p>caf\xe9</p>"),
        ("utf-8", "\ufeff<p>caf\u00e9</p>".encode()),
    ):
        known = replace(
            page.page.source,
            encoding=encoding,
            encoding_from="detected",
            bytes=len(payload),
            sha256=hashlib.sha256(payload).hexdigest(),
        )
        record = make(replace(page, page=Page(page.page.text, known)), claims=CLAIMS[1:])
        assert verify(record, payload) == ()
        assert verify(changed(record, ("source", "encoding"), "cp437"), payload)
        assert verify(changed(record, ("source", "encoding"), "no-such"), payload)


def test_failed_records_are_checked_for_their_form() -> None:
    record = failed({"uri": "file:a"}, "binary", PRODUCER)
    assert verify(record, b"") == ()
    assert verify({**record, "text": ""}, b"")
    assert verify({**record, "id": "0" * 16}, b"")
    assert verify([], b"")  # type: ignore[arg-type]


# What neither the payload nor the rest of the record can prove (see the module's docstring).
UNPROVEN = {
    "producer",
    "rules",
    "kind",
    "engine",
    "origin",
    "text_quality",
    "warnings",
    "warc",
    "media_type",
    "labels",
}
UNPROVEN |= {"hidden", "encoding_from"}


def proven(path: tuple[Any, ...]) -> bool:
    return not UNPROVEN.intersection(path) and path[0] != "claims" and path[:2] != ("junk", "parts")


def others(value: Any) -> Iterator[Any]:
    """Other values of the same type, near and far."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value - 1, value + 1, value + 7)
    elif isinstance(value, float):
        yield value / 2
    elif isinstance(value, str):
        yield from (
            value + "x",
            value[1:],
            value[:-1],
            value.replace("e", "i"),
            "/html[1]/table[1]" if value[:1] == "/" else "x",
        )
    elif value is None:
        yield "x"
    elif isinstance(value, list):
        yield from (value[1:], value[:-1], [*value, *value[-1:]], value[::-1])


def white_inside(record: dict[str, Any], path: tuple[Any, ...], other: Any, payload: bytes) -> bool:
    """Is the change that a span inside an entry takes in the white space next to it?"""
    if path[0] not in ("kept", "removed") or path[2:3] != ("source",) or len(path) < 5:
        return False
    _, _, _, index, edge = path
    spans = record[path[0]][path[1]]["source"]
    low, high = sorted((spans[index][edge], other))
    inside = index + 1 < len(spans) if edge else index > 0
    return inside and payload.decode("utf-8", "surrogatepass")[low:high].isspace()


@pytest.mark.parametrize(("record", "payload"), [*sound_records()])
def test_every_change_is_caught(record: dict[str, Any], payload: bytes) -> None:
    tried = 0
    for path in places(record)[1:]:
        value: Any = record
        for key in path:
            value = value[key]
        for other in others(value) if proven(path) else ():
            # Python knows "utf-" for another name of UTF-8.
            if other not in (value, "utf-") and not white_inside(record, path, other, payload):
                tried += 1
                assert verify(changed(record, path, other), payload), (path, value, other)
    assert tried > 20


def test_changed_values() -> None:
    record, payload = next(sound_records())
    for name in ("title", "author", "date", "site", "language", "canonical_url"):
        assert verify({**record, name: "Somebody"}, payload)
    assert verify(changed(record, ("claims", 0, "verdict"), "fabricated"), payload)
    assert verify(changed(record, ("claims", 0, "value"), "Another"), payload)
    assert verify(changed(record, ("claims", 0, "source"), [[3, 1_000_000]]), payload)
    assert verify(changed(record, ("junk", "parts", 0, "weight"), 3.0), payload)
    assert verify(changed(record, ("coverage", "hidden"), 1_000), payload)
    assert verify(record, payload + b" ")
    assert verify(record, payload.replace(b"six", b"sex"))


def test_swapped_and_moved_spans() -> None:
    record, payload = next(sound_records())
    for name in ("kept", "removed"):
        for one in range(len(record[name])):
            for other in range(one):
                swapped = changed(record, (name, one, "source"), record[name][other]["source"])
                swapped = changed(swapped, (name, other, "source"), record[name][one]["source"])
                # Two removed pieces of one text: only their order tells them apart, and does.
                assert verify(swapped, payload), (name, one, other)
                entries = list(record[name])
                entries[one], entries[other] = entries[other], entries[one]
                assert verify({**record, name: entries}, payload)


def test_an_entry_left_out_with_its_count() -> None:
    """The counts agree, but the text of the page is not all there."""
    for record, payload in list(sound_records())[:2]:
        for index, entry in enumerate(record["removed"]):
            without = {**record, "removed": [each for each in record["removed"] if each is not entry]}
            count = len("".join(entry["quote"].split()))
            told = record["coverage"]
            without["coverage"] = {
                **told,
                "removed": told["removed"] - count,
                "text": told["text"] - count,
                "hidden": 0,
            }
            assert verify(without, payload), index


def test_text_that_is_not_on_the_page() -> None:
    record, payload = next(sound_records())
    assert verify({**record, "text": record["text"] + " more"}, payload)
    assert verify({**record, "text": record["text"].replace("three", "thr\u0435e")}, payload)
    assert verify({**record, "text": " " + record["text"]}, payload)


def test_markup_is_no_text() -> None:
    """A span over a tag, told as if the tag were text."""
    page = "<p>a<b>c</b></p>"
    block = Block(0, "a<b>c", (Run((0, 5), (3, 8)),), Tree(["p"], [-1], [None], [()], [None]), 0)
    ledger = Ledger(Page(page, source(page)), block.tree, (block,), (), decide([block], []))
    assert any("markup" in fault for fault in verify(make(ledger), page.encode()))


def test_entities_stand_for_themselves_in_literal_text() -> None:
    page = "<div><xmp><b>&amp;</b></xmp></div>"
    block = Block(
        0,
        "<b>&amp;</b>",
        (Run((0, 12), (10, 22)),),
        Tree(["div", "xmp"], [-1, 0], [None] * 2, [()] * 2, [None] * 2),
        1,
    )
    ledger = Ledger(Page(page, source(page)), block.tree, (block,), (), (Decision(0, (0, 12), True, ("r.r",)),))
    assert verify(make(ledger), page.encode()) == ()
    assert verify(make(text_ledger("<b>&amp;</b>")), b"<b>&amp;</b>") == ()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000))
def test_any_cut_of_a_page_is_sound(seed: int) -> None:
    chance = random.Random(seed)
    for ledger in (html_ledger(HTML), text_ledger(TEXT)):
        decisions = []
        for block in ledger.blocks:
            cuts = sorted(
                {0, len(block.text), *(chance.randrange(len(block.text)) for _ in range(chance.randrange(4)))}
            )
            for cut in pairwise(cuts):
                decisions.append(Decision(block.index, cut, chance.random() < 0.6, ("r.r",)))
        cut = replace(ledger, decisions=tuple(decisions))
        assert verify(make(cut), ledger.page.text.encode()) == ()
