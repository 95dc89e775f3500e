"""Records as lines, read back by other programs' libraries."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.corpus.compression import zstd
from cleaner.corpus.formats import format_of
from tests.corpus.formats.results import ODD, empty, files, item, large, odd, refused, rows, sample, write

READERS = {
    "jsonl": bytes,
    "jsonl.gz": gzip.decompress,
    "jsonl.zst": lambda packed: zstd.decompress(packed),
}


@pytest.mark.parametrize("name", READERS)
def test_records_come_back(name: str, tmp_path: Path) -> None:
    results: list[Any] = [sample("cv.html"), empty(), refused(), odd(), large(10_000_000)]
    write(format_of(name), tmp_path, 0, rows(format_of(name), results))
    lines = READERS[name](files(tmp_path)[f"part-00000.{name}"]).decode().splitlines()
    assert [json.loads(line) for line in lines] == [
        result if isinstance(result, dict) else result.to_record() for result in results
    ]


def test_odd_characters_are_in_the_text() -> None:
    """Or nothing here would prove that they come back. NULs, and what ends a line, are not for a text to hold."""
    text = odd().text
    assert all(
        sign in text for sign in ODD.split(", ") if sign not in ("NUL \0", "\u2028", "\u2029", "\x85", "\v", "\t")
    )
    assert (
        json.loads(format_of("jsonl").row(item(), odd()) or "")["source"]["url"]
        == "https://example.org/\ud83d?a=\\ud83d"
    )


def test_gzip_says_neither_time_nor_name(tmp_path: Path) -> None:
    write(format_of("jsonl.gz"), tmp_path, 0, ["{}"])
    [packed] = files(tmp_path).values()
    assert packed[:3] == b"\x1f\x8b\x08"
    assert packed[3:8] == bytes(5), "no flags, and no time"
