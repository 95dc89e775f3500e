"""The same items again, by their uris."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from cleaner.corpus.item import Item
from cleaner.corpus.readers import Again, Fields, find, read, warc
from cleaner.errors import InputError, TooLarge, Unreadable
from tests.corpus.readers.making import arrow, page, parquet, tarred, warc_records, write, zipped

COUNT = 40
LINES = b"".join(json.dumps({"html": page(n).decode()}).encode() + b"\n" for n in range(COUNT))
MEMBERS = {f"{number}/a b.html": page(number) for number in range(COUNT)}
TABLE = {"html": [page(number).decode() for number in range(COUNT)]}
FILES = {
    "a.warc": b"".join(warc_records(COUNT)),
    "a.warc.gz": b"".join(map(gzip.compress, warc_records(COUNT))),
    "one.warc.gz": gzip.compress(b"".join(warc_records(COUNT))),
    "a.jsonl": LINES,
    "a.jsonl.gz": gzip.compress(LINES),
    "a.csv": b"html\n" + b"".join(b'"%b"\n' % page(number) for number in range(COUNT)),
    "a.parquet": parquet(TABLE, rows=7),
    "a.arrow": arrow(TABLE, file=True, rows=7),
    "a.zip": zipped(MEMBERS),
    "a.tar.gz": gzip.compress(tarred(MEMBERS)),
    "a.html": page(1),
    "a.html.gz": gzip.compress(page(1)),
    "a#line=1.html": page(1),
    "b#member=c.html": page(1),
}


def size(item: Item) -> int:
    assert not isinstance(item.payload, InputError)
    return len(item.payload.encode() if isinstance(item.payload, str) else item.payload)


@pytest.mark.parametrize("name", FILES)
def test_items_come_again_in_order_backwards_and_some_of_them(tmp_path: Path, name: str) -> None:
    found = list(read(find([str(write(tmp_path / name, FILES[name]))]), 100_000))
    assert len(found) in (1, COUNT)
    again = Again()
    for item in (*found, *found[::-1], *found[::7], *found[3:5] * 2):
        assert again.item(item.uri, size(item)).payload == item.payload


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.parquet", "a.tar.gz", "a.warc"])
def test_items_in_order_are_read_once(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(read(find([str(write(tmp_path / name, FILES[name]))]), 100_000))
    opened = []
    path_open = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, *rest, **named: opened.append(path) or path_open(path, *rest, **named)
    )
    again = Again()
    for item in found:
        again.item(item.uri, size(item))
    assert len(opened) == 1


def test_a_place_in_a_warc_file_is_gone_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(read(find([str(write(tmp_path / "a.warc.gz", FILES["a.warc.gz"]))]), 100_000))
    read_records = []
    item_of = warc.item_of
    monkeypatch.setattr(warc, "item_of", lambda *given: read_records.append(given) or item_of(*given))
    again = Again()
    for item in found[::-2]:
        assert again.item(item.uri, size(item)).payload == item.payload
    assert len(read_records) <= COUNT


def test_another_folder(tmp_path: Path) -> None:
    write(tmp_path / "new" / "a.jsonl", LINES)
    for uri in ("old/a.jsonl#line=3", "a.jsonl#line=3", "/old/a.jsonl#line=3"):
        assert Again(tmp_path / "new").item(uri, 10_000).payload == page(2).decode()
    assert isinstance(Again().item("old/a.jsonl#line=3", 10_000).payload, Unreadable)


def test_fields_that_were_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'{"text": "no", "mine": "yes"}')
    assert Again(fields=Fields(text="mine")).item(f"{path}#line=1", 3).payload == "yes"


@pytest.mark.parametrize(
    "fragment",
    [
        *("#line=99", "#line=0", "#row=1", "#member=a.html", "#offset=0", "", "#line=", "#line=x", "#line=1#line=1"),
        *("#line=99999999999999999999", "#offset=99999999999999999999", "#member=", "#member=" + "x" * 9000, "\0"),
    ],
)
def test_what_is_not_there(tmp_path: Path, fragment: str) -> None:
    path = write(tmp_path / "a.jsonl", LINES)
    again = Again()
    assert isinstance(again.item(f"{path}{fragment}", 10_000).payload, Unreadable)
    assert again.item(f"{path}#line=2", 10_000).payload == page(1).decode()


@pytest.mark.parametrize(
    "uri", ["", "-", "-#line=1", ".", "/", "none.html", "none.jsonl#line=1", "http://e.org/a.html"]
)
def test_uris_of_no_file(uri: str) -> None:
    assert isinstance(Again().item(uri, 10).payload, Unreadable)


@pytest.mark.parametrize("offset", [1, 50, 100_000, 10**17])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_place_where_no_record_begins(tmp_path: Path, name: str, offset: int) -> None:
    path = write(tmp_path / name, FILES[name])
    payload = Again().item(f"{path}#offset={offset}", 10_000).payload
    assert isinstance(payload, InputError)


def test_a_page_that_has_grown_is_not_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", page(1))
    assert isinstance(Again().item(str(path), 10).payload, TooLarge)


def test_pages_that_are_larger_than_policies_allow_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.corpus.readers.again._USUAL_BYTES", 1000)
    texts = ["a" * 500, "b" * 5000, "c" * 7000, "d" * 50_000, "e"]
    path = write(tmp_path / "a.jsonl", b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts))
    again = Again()
    for number, text in enumerate(texts, 1):
        assert again.item(f"{path}#line={number}", len(text)).payload == text
