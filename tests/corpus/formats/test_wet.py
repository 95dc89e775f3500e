"""WET files, read as Common Crawl's are."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from cleaner.corpus.formats import format_of
from cleaner.pipeline import clean
from tests.corpus.formats.results import WARC, empty, files, large, odd, refused, rows, sample, write
from tests.corpus.formats.test_line import scalar

WET = format_of("wet")


def written(results: list[Any], out: Path) -> list[tuple[WarcRecordType, dict[str, str], str]]:
    write(WET, out / "a.warc.wet.gz", None, rows(WET, results))
    with (out / "a.warc.wet.gz").open("rb") as stream:
        return [
            (record.record_type, record.headers.to_dict(), record.reader.read().decode())
            for record in ArchiveIterator(stream, strict_mode=True)
        ]


def page(result: Any, out: Path) -> dict[str, str]:
    _, (_, headers, _) = written([result], out)
    return headers


def test_a_warcinfo_and_a_conversion_for_each_text(tmp_path: Path) -> None:
    results: list[Any] = [sample("cv.html"), empty(), refused(), odd(), large(10_000_000)]
    (kind, headers, info), *pages = written(results, tmp_path)
    assert kind == WarcRecordType.warcinfo
    assert headers["Content-Type"] == "application/warc-fields"
    assert "format: WARC File Format 1.0" in info
    assert [kind for kind, _, _ in pages] == [WarcRecordType.conversion] * 3
    assert [text for _, _, text in pages] == [scalar(results[number].text) for number in (0, 3, 4)]
    assert len({headers["WARC-Record-ID"] for _, headers, _ in pages}) == 3
    assert all(headers["Content-Type"] == "text/plain" for _, headers, _ in pages)


def test_each_record_is_a_gzip_member(tmp_path: Path) -> None:
    write(WET, tmp_path, 0, rows(WET, [sample("cv.html"), odd()]))
    [packed] = files(tmp_path).values()
    with (tmp_path / "part-00000.warc.wet.gz").open("rb") as stream:
        starts = [record.stream_pos for record in ArchiveIterator(stream)]
    assert starts[0] == 0
    for start, end in zip(starts, [*starts[1:], len(packed)], strict=True):
        member = gzip.decompress(packed[start:end])
        assert member.startswith(b"WARC/1.0\r\nWARC-Type: ")
        assert member.endswith(b"\r\n\r\n")
        assert packed[start + 4 : start + 8] == bytes(4), "no time"


def test_digests_are_right(tmp_path: Path) -> None:
    write(WET, tmp_path, 0, rows(WET, [odd()]))
    with (tmp_path / "part-00000.warc.wet.gz").open("rb") as stream:
        assert [record.verify_block_digest() for record in ArchiveIterator(stream)] == [True, True]


def test_a_page_of_a_warc_refers_to_its_record(tmp_path: Path) -> None:
    headers = page(sample("cv.html", url="https://example.org/a?b=%20c", warc=WARC), tmp_path)
    assert headers["WARC-Date"] == "2024-01-02T03:04:05Z"
    assert headers["WARC-Refers-To"] == WARC["WARC-Record-ID"]
    assert headers["WARC-Target-URI"] == "https://example.org/a?b=%20c"


def test_a_date_of_warc_1_1_loses_its_fraction(tmp_path: Path) -> None:
    headers = page(sample("cv.html", warc={"WARC-Date": "2024-01-02T03:04:05.678901Z"}), tmp_path)
    assert headers["WARC-Date"] == "2024-01-02T03:04:05Z"


def test_a_page_of_no_warc_has_a_date_that_is_no_date(tmp_path: Path) -> None:
    headers = page(sample("cv.html"), tmp_path)
    assert headers["WARC-Date"] == "1970-01-01T00:00:00Z"
    assert headers["WARC-Target-URI"] == "file:samples/cv.html"
    assert "WARC-Refers-To" not in headers


@pytest.mark.parametrize(
    ("warc", "url", "address"),
    [
        (
            {"WARC-Date": "2024-01-02\r\nX: y", "WARC-Record-ID": "<a>\r\nX: y"},
            "https://a.org/\r\nX: y",
            "%0D%0AX:%20y",
        ),
        ({"WARC-Date": "yesterday", "WARC-Record-ID": "a b"}, "https://a.org/é \ud83d", "%C3%A9%20%ED%A0%BD"),
        ({"WARC-Date": "٢024-01-02T03:04:05Z", "WARC-Record-ID": "<é>"}, "https://a.org/", ""),
    ],
)
def test_no_input_writes_a_header(warc: dict[str, str], url: str, address: str, tmp_path: Path) -> None:
    headers = page(sample("cv.html", url=url, warc=warc), tmp_path)
    assert headers.keys() == {
        "WARC-Type",
        "WARC-Date",
        "WARC-Record-ID",
        "Content-Length",
        "WARC-Target-URI",
        "Content-Type",
        "WARC-Block-Digest",
    }
    assert headers["WARC-Date"] == "1970-01-01T00:00:00Z"
    assert headers["WARC-Target-URI"] == f"https://a.org/{address}"


def test_text_that_looks_like_a_record(tmp_path: Path) -> None:
    text = "WARC/1.0 is a version.\n\nWARC-Type: conversion\n\nAnd the ferry leaves at nine, as it always did."
    _, (_, _, payload), _ = written([clean(text, uri="a.txt", kind="text"), sample("cv.html")], tmp_path)
    assert payload.startswith("WARC/1.0 is a version.")
