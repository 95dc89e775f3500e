"""Texts as WARC conversion records, as in Common Crawl's WET files: one gzip member a record, a warcinfo record first.

Nothing in a file is of the time it was written. ``WARC-Date`` is that of the record a page is from, and :data:`NO_DATE` where it is
from none; a record's id is made of the id of the page's record. ``WARC-Target-URI`` is the page's address, percent-encoded where it
was not, and ``file:`` with the input's path where there is no address. ``WARC-Refers-To`` is the record that a page is from.
"""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from fastwarc.warc import WarcRecord, WarcRecordType

from cleaner.cleaned import Cleaned
from cleaner.corpus.formats.format import Add, Format, Result, line, named
from cleaner.corpus.formats.whole import whole
from cleaner.corpus.item import Item
from cleaner.output.record import SCHEMA_ID, record_id

NO_DATE = "1970-01-01T00:00:00Z"

_IDS = uuid5(NAMESPACE_URL, f"urn:{SCHEMA_ID}")
_DATE = re.compile(
    r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z", re.ASCII
)  # WARC/1.0 knows no fractions of a second
_ID = re.compile(r"<[!-;=?-~]+>")  # what stands in angle brackets as an address does: no space, no control code
_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"  # signs that an address has for itself (RFC 3986)


class Records:
    """Rows as records, each a gzip member."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._write(
            "warcinfo",
            "warcinfo",
            {"WARC-Date": NO_DATE, "Content-Type": "application/warc-fields"},
            "software: cleaner\r\nformat: WARC File Format 1.0\r\n",
        )

    def add(self, row: str) -> None:
        page = json.loads(row)
        self._write("conversion", page["id"], {**page["headers"], "Content-Type": "text/plain"}, page["text"])

    def close(self) -> None:
        pass

    def _write(self, kind: str, name: str, headers: Mapping[str, str], text: str) -> None:
        record = WarcRecord()
        record.init_headers(record_type=getattr(WarcRecordType, kind), record_urn=uuid5(_IDS, name).urn[4:].encode())
        record.headers.status_line = "WARC/1.0"
        for key, value in headers.items():
            record.headers[key] = value
        record.set_bytes_content(text.encode())
        member = io.BytesIO()
        record.write(member, checksum_data=True)
        self._stream.write(gzip.compress(member.getvalue(), compresslevel=6, mtime=0))


def wet() -> Format:
    """``wet``."""
    return Format("wet", _row, _shard)


def _row(item: Item, result: Result) -> str | None:
    if not isinstance(result, Cleaned) or not result.text:
        return None
    source = result.page.source
    warc = source.warc or {}
    headers = {
        "WARC-Target-URI": quote(source.url or f"file:{source.uri or item.uri}", safe=_ADDRESS, errors="surrogatepass")
    }
    date = _DATE.fullmatch(warc.get("WARC-Date", ""))
    headers["WARC-Date"] = f"{date[1]}Z" if date else NO_DATE
    if _ID.fullmatch(origin := warc.get("WARC-Record-ID", "")):
        headers["WARC-Refers-To"] = origin
    name = record_id(source.sha256, source.uri, source.url)
    return line({"id": name, "headers": headers, "text": result.text})


def _shard(out: Path, index: int | None) -> AbstractContextManager[Add]:
    return whole(named(out, index, ".warc.wet.gz"), Records)
