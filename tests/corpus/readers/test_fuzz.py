"""Damaged files of every form: reading gives items, and nothing else, and soon."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tempfile
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastwarc.warc import WarcRecordType
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cleaner.corpus.readers import Found, read, reading
from cleaner.corpus.readers.packed import zstd
from cleaner.errors import BadArchive, InputError, TooLarge, Unreadable
from tests.corpus.readers.making import PACK, arrow, page, parquet, tarred, warc_record, warc_records, zipped

PAGES = {f"folder/{number}.html": page(number) for number in range(4)}
RECORDS = [warc_record(kind=WarcRecordType.request), *warc_records(4)]
LINES = b"".join(json.dumps({"html": page(n).decode(), "url": "https://e.org/é"}).encode() + b"\n" for n in range(4))
ROWS = b"url,html\r\n" + b"".join(b'https://e.org/,"<p class=""a"">%d\r\n</p>"\r\n' % n for n in range(4))
TABLE = {"html": [page(n).decode() for n in range(40)], "url": [f"https://e.org/{n}" for n in range(40)]}
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
BODY = gzip.compress(page(1))
SENT = warc_record(body=b"%x\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY), head=CHUNKED)

FILES = {
    "page.html.gz": gzip.compress(page(1)),
    "page.html.zst": zstd.compress(page(1)),
    "page.html.br": PACK[".br"](page(1)),
    "page.html.xz": PACK[".xz"](page(1)),
    "page.html.bz2": PACK[".bz2"](page(1)),
    "plain.warc": b"".join(RECORDS),
    "http.warc": SENT * 3,
    "members.warc.gz": b"".join(map(gzip.compress, RECORDS)),
    "one.warc.gz": gzip.compress(b"".join(RECORDS)),
    "frames.warc.zst": b"".join(map(zstd.compress, RECORDS)),
    "lines.jsonl": LINES,
    "lines.jsonl.gz": gzip.compress(LINES),
    "lines.json": LINES,
    "rows.csv": ROWS,
    "rows.tsv": ROWS.replace(b",", b"\t"),
    "table.parquet": parquet(TABLE, rows=10),
    "file.arrow": arrow(TABLE, file=True, rows=10),
    "stream.arrow": arrow(TABLE, file=False, rows=10),
    "deflated.zip": zipped(PAGES),
    "stored.zip": zipped(PAGES, zipfile.ZIP_STORED),
    "plain.tar": tarred(PAGES),
    "packed.tar.gz": gzip.compress(tarred({"x" * 200 + ".html": b"long", **PAGES})),
    "-": b"".join(map(gzip.compress, RECORDS)),
}


@st.composite
def damage(draw: st.DrawFn) -> list[tuple[str, float, bytes]]:
    """Changes: what is done, where in the file (0 to 1), and bytes for it."""
    change = st.tuples(
        st.sampled_from(["flip", "cut", "insert", "end"]), st.floats(0, 1), st.binary(min_size=1, max_size=12)
    )
    return draw(st.lists(change, min_size=1, max_size=4))


def damaged(data: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    for how, where, extra in changes:
        at = int(where * len(data))
        match how:
            case "flip":
                old = data[at : at + len(extra)]
                data = data[:at] + bytes(a ^ b for a, b in zip(old, extra, strict=False)) + data[at + len(old) :]
            case "cut":
                data = data[:at] + data[at + extra[0] :]
            case "insert":
                data = data[:at] + extra + data[at:]
            case _:
                data = data[:at] if extra[0] < 64 else data
    return data


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=150, deadline=2000, suppress_health_check=list(HealthCheck))
@given(damage())
@example([])
def test_damage_gives_items_and_nothing_else(name: str, changes: list[tuple[str, float, bytes]]) -> None:
    data = damaged(FILES[name], changes)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder, name)
        if name == "-":
            patch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        else:
            path.write_bytes(data)
        found = list(read([Found("-" if name == "-" else str(path), name if name != "-" else "stdin")], 20_000))
    assert len(found) <= len(data) + 1
    assert len({item.name for item in found}) == len(found)
    for item in found:
        if not isinstance(item.payload, InputError):
            assert len(item.payload) <= 20_000
    if not changes:
        assert found
        assert not [item for item in found if isinstance(item.payload, InputError)]


class Failing(io.BytesIO):
    """A file on a disk that fails in its middle."""

    def readinto(self, buffer: Any) -> int:
        if self.tell() > 500:
            raise OSError(5, "Input/output error")
        return super().readinto(memoryview(buffer)[:600])

    def read(self, size: int | None = -1) -> bytes:
        buffer = bytearray(600 if size is None or size < 0 else size)
        return bytes(buffer[: self.readinto(buffer)])


@pytest.mark.parametrize("name", sorted(FILES.keys() - {"-"}))
def test_a_disk_that_fails_gives_items_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = FILES[name] * (1 if len(FILES[name]) > 1500 else 1500 // len(FILES[name]) + 1)
    monkeypatch.setattr(reading, "_opened", lambda path: io.BufferedReader(Failing(data), 600))  # type: ignore[arg-type]
    found = list(read([Found(name, name)], 20_000))
    failure = found[-1].payload
    assert isinstance(failure, (Unreadable, BadArchive, TooLarge))
    assert len({item.name for item in found}) == len(found)
