"""JSON Lines: pages by the fields of objects, and lines that hold none."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

import cleaner
from cleaner.corpus.readers import Fields
from cleaner.corpus.readers.packed import zstd
from cleaner.errors import BadRecord, TooLarge
from tests.corpus.readers.making import MAX, PACK, items, told, write

BAD = "bad-record"


def lines(*records: Any) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def test_a_page_in_each_line(tmp_path: Path) -> None:
    data = lines({"html": "<p>é", "url": "https://e.org/1"}, {"text": "\u00e9", "uri": "https://e.org/2"}, {"text": ""})
    path = write(tmp_path / "pages.jsonl", data)
    one, two, three = items(path)
    assert (one.uri, one.payload, one.name, one.url, one.kind) == (
        f"{path}#line=1",
        "<p>é",
        "pages/000001",
        "https://e.org/1",
        "html",
    )
    assert (two.uri, two.payload, two.url, two.kind) == (f"{path}#line=2", "é", "https://e.org/2", "text")
    assert (three.payload, three.url, three.kind) == ("", None, "text")


@pytest.mark.parametrize("suffix", PACK)
@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json"])
def test_names_and_compression(tmp_path: Path, name: str, suffix: str) -> None:
    data = lines({"text": "a"}, {"text": "b"})
    assert told(write(tmp_path / name, data)) == ["a", "b"]
    assert told(write(tmp_path / (name + suffix), PACK[suffix](data))) == ["a", "b"]


@pytest.mark.parametrize("content", [b'{\n"text": "a"\n}', b"[1, 2]", b'[{"text": "a"}]', b"", b"<html>", b'"a"\n"b"'])
def test_json_that_is_no_lines_is_a_page_to_be_refused(tmp_path: Path, content: bytes) -> None:
    assert told(write(tmp_path / "a.json", content)) == [content]


def test_a_first_line_that_is_long(tmp_path: Path) -> None:
    assert told(write(tmp_path / "a.json", lines({"text": "a" * 90_000}, {"text": "b"}))) == ["a" * 90_000, "b"]


@pytest.mark.parametrize(
    ("record", "payload", "url"),
    [
        ({"raw_html": "a", "text": "b"}, "a", None),
        ({"html": "", "text": "b"}, "b", None),
        ({"html": None, "content": "b", "link": "u"}, "b", "u"),
        ({"html": True, "body": "b"}, "b", None),
        ({"Text": "b", "URL": "u"}, "b", "u"),
        ({"text": "b", "metadata": {"url": "u"}}, "b", "u"),
        ({"text": "b", "metadata": {"WARC-Target-URI": "u"}}, "b", "u"),
        ({"text": "b", "url": None, "meta": {"url": "u"}}, "b", "u"),
        ({"text": "b", "metadata": "none", "url": 3}, "b", None),
        ({"text": "b", "metadata.url": "u"}, "b", "u"),
        ({"text": "b", "source": {"url": "u"}}, "b", "u"),
    ],
)
def test_usual_names_of_fields(tmp_path: Path, record: dict[str, Any], payload: str, url: str | None) -> None:
    [item] = items(write(tmp_path / "a.jsonl", lines(record)))
    assert (item.payload, item.url) == (payload, url)


def test_fields_that_are_named(tmp_path: Path) -> None:
    record = {"html": "no", "page": {"raw": {"html": "<p>"}}, "x.y": "words", "at": "u"}
    path = write(tmp_path / "a.jsonl", lines(record))
    [item] = items(path, fields=Fields(html="page.raw.html", url="at"))
    assert (item.payload, item.kind, item.url) == ("<p>", "html", "u")
    [item] = items(path, fields=Fields(html="none", text="x.y"))
    assert (item.payload, item.kind) == ("words", "text")
    assert told(path, fields=Fields(html="none", text="none")) == [BAD]


@pytest.mark.parametrize(
    "line",
    [
        *(
            b"{",
            b"[]",
            b"null",
            b"3",
            b'"text"',
            b"no JSON",
            b"{}",
            b'{"text": null}',
            b'{"text": 3}',
            b'{"text": ["a"]}',
        ),
        *(b'{"text": "a"', b'{"text": "a"} {}', b"\xff\xfe", b"\0", b'{"a": {"text": "b"}}', b'{"text": "a\tb"}'),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b'{"a": ' * 50_000 + b'"text"', id="deep objects"),
        pytest.param(b'{"text": ' + b"9" * 10_000 + b"}", id="a long number"),
    ],
)
def test_a_line_that_holds_no_page_costs_no_other(tmp_path: Path, line: bytes) -> None:
    path = write(tmp_path / "a.jsonl", lines({"text": "a"}) + line + b"\n" + lines({"text": "b"}))
    assert told(path) == ["a", BAD, "b"]
    assert isinstance(items(path)[1].payload, BadRecord)


def test_blank_lines_are_counted_and_no_more(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b"\n  \r\n" + lines({"text": "a"}) + b"\n" + b'{"text": "b"}')
    assert [(item.payload, item.uri[-6:]) for item in items(path)] == [("a", "line=3"), ("b", "line=5")]


def test_bytes_that_are_no_utf_8_cost_no_page(tmp_path: Path) -> None:
    assert told(write(tmp_path / "a.jsonl", b'\xef\xbb\xbf{"text": "caf\xe9"}\n')) == ["caf\ufffd"]


def test_surrogates_can_be_cleaned(tmp_path: Path) -> None:
    [item] = items(write(tmp_path / "a.jsonl", b'{"text": "a \\ud800 b"}'))
    assert cleaner.clean(item.payload, kind=item.kind).text


def test_the_container_does_not_say_what_the_page_is(tmp_path: Path) -> None:
    [item] = items(write(tmp_path / "a.jsonl", lines({"text": "The ferry leaves at nine."})))
    assert cleaner.clean(item.payload, uri=item.uri, kind=item.kind).text == "The ferry leaves at nine."
    assert cleaner.clean(item.payload, uri=item.uri).text == "The ferry leaves at nine."


def test_a_record_of_ours_that_failed(tmp_path: Path) -> None:
    assert told(
        write(tmp_path / "a.jsonl", lines({"schema": "cleaner.record/1", "status": "failed", "text": None}))
    ) == [BAD]


def test_a_page_that_is_too_large(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", lines({"text": "a" * (MAX + 1)}, {"text": "b" * MAX}, {"text": "\u00e9" * MAX}))
    found = told(path)
    assert found[:2] == ["too-large", "b" * MAX]
    assert found[2] in ("too-large", "é" * MAX), "decoding counts its bytes"


def test_a_line_that_is_too_long_is_passed_without_being_held(tmp_path: Path) -> None:
    line = b'{"text": "%b"}\n'
    data = lines({"text": "a"}) + line % (b"x" * 60_000_000) + lines({"text": "b"})
    path = write(tmp_path / "a.jsonl.gz", gzip.compress(data, 1))
    del data
    tracemalloc.start()
    try:
        found = items(path)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
    assert [item.payload for item in found[::2]] == ["a", "b"]
    assert isinstance(found[1].payload, TooLarge)
    assert found[2].uri.endswith("#line=3")


def test_a_bomb_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.corpus.readers.packed._BOMB", 5_000_000)
    line = lines({"text": "a"})
    path = write(tmp_path / "a.jsonl.zst", zstd.compress(line + b"x" * 50_000_000 + b"\n" + line))
    assert told(path) == ["a", "bad-archive"]


@pytest.mark.parametrize("cut", [3, 200])
def test_a_file_that_is_cut_off(tmp_path: Path, cut: int) -> None:
    data = lines(*({"text": f"{number} " * 50} for number in range(2000)))
    path = write(tmp_path / "a.jsonl.gz", gzip.compress(data)[:-cut])
    found = items(path)
    assert len(found) > 1000
    assert found[-1].uri == str(path)
    assert told(path)[-1] == "bad-archive"
    assert not [each for each in told(path)[:-1] if each == "bad-archive"]


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert items(write(tmp_path / "a.jsonl", b"")) == []
