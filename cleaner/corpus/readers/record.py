"""One record of a WARC file: read by FastWARC, made an item."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NamedTuple, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from cleaner.corpus.item import Item
from cleaner.corpus.readers import http
from cleaner.corpus.readers.container import Container
from cleaner.errors import BadArchive, InputError, TooLarge, Unreadable

_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
# What an item tells of its record, by the names of the WARC standard (ISO 28500:2017, section 5).
_TOLD = (
    "WARC-Type",
    "WARC-Record-ID",
    "WARC-Date",
    "WARC-Refers-To",
    "WARC-Warcinfo-ID",
    "WARC-Payload-Digest",
    "WARC-Identified-Payload-Type",
    "WARC-Truncated",
)
_STATUS = "HTTP-Status"
_NEEDED = {"WARC-Type", "Content-Length"}
_READ = (*_TOLD, "Content-Length", "Content-Type", "WARC-Target-URI")
# A block may be so many times as large as its page may be: for the head, and for chunks of a few bytes.
_LARGER = 2
_ROOM = 1 << 20
_STEP = 1 << 24
_CHUNK = 1 << 16


class Record(NamedTuple):
    """A record. ``position`` counts bytes of the stream. ``block`` is None where it is of no page, or too large;
    ``is_short`` is true where the stream has less of it than its length says."""

    position: int
    headers: Mapping[str, str]
    is_page: bool
    block: bytes | None
    is_short: bool


class Stretch(io.RawIOBase):
    """A stream that ends where it fails: no exception of ours goes through FastWARC, which may not expect it.

    ``error`` is why it ended there.
    """

    def __init__(self, stream: io.RawIOBase | io.BufferedIOBase | BinaryIO, longest: float) -> None:
        """
        :param longest: bytes that a record may have.
        """
        self._stream = cast(io.RawIOBase, stream)
        self._longest = self._left = longest
        self._at = 0
        self.error: InputError | None = None

    def begin(self) -> None:
        """A record begins."""
        self._left = self._longest

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def drain(self) -> None:
        """Read to the end, or to an error."""
        self.begin()
        while self.read(_CHUNK):
            pass

    def readinto(self, buffer: Any) -> int:
        if self.error:
            return 0
        if self._left < 0:
            self.error = BadArchive("a record without end")
            return 0
        try:
            count = self._stream.readinto(buffer) or 0
        except InputError as error:
            self.error = error
            return 0
        except OSError as error:
            self.error = Unreadable(error.strerror or str(error))
            return 0
        self._at += count
        self._left -= count
        return count


def records(stretch: Stretch, max_bytes: int) -> Iterator[Record | None]:
    """The records of a stream, and None last where something else follows them."""
    try:
        for record in ArchiveIterator(stretch, parse_http=False, stream_detect=False):
            found = _record(record, max_bytes * _LARGER + _ROOM)
            if not found.headers.keys() >= _NEEDED:
                yield None  # half a head
                return
            yield found
            stretch.begin()
    except OSError:
        yield None


def _record(record: WarcRecord, longest: int) -> Record:
    headers = {name: value for name in _READ if (value := record.headers.get(name)) is not None}
    is_page = bool(record.record_type & _PAGES)
    left, size = record.content_length, 0
    block = record.reader.read(min(longest + 1, left)) if is_page else b""
    left -= len(block)
    while left > 0 and (size := record.reader.consume(min(left, _STEP))):
        left -= size
    return Record(record.stream_pos, headers, is_page, block if is_page and len(block) <= longest else None, left > 0)


def item_of(record: Record, source: Container, fragment: str, number: int, error: InputError | None) -> Item:
    """The item of a record that holds a page, or whose page is lost to an error."""
    headers = record.headers
    told = {name: headers[name] for name in _TOLD if name in headers}
    url = headers.get("WARC-Target-URI", "").strip("<> ") or None
    media_type: str | None = headers.get("Content-Type")
    payload: bytes | InputError
    try:
        if error:
            raise error
        if record.block is None:
            raise TooLarge(f"more than {source.max_bytes:,} bytes")
        payload = record.block
        if (media_type or "").startswith("application/http") or headers["WARC-Type"] == "response":
            message = http.parse(record.block)
            media_type = message.fields.get("content-type")
            if message.status:
                told[_STATUS] = message.status
            payload = http.decoded(message, source.max_bytes, cut="WARC-Truncated" in headers)
        elif len(payload) > source.max_bytes:
            raise TooLarge(f"more than {source.max_bytes:,} bytes")
    except InputError as failure:
        payload = failure
    return source.item(fragment, number, payload)._replace(
        url=url,
        media_type=media_type,
        kind="text" if headers["WARC-Type"] == "conversion" and (media_type or "").startswith("text/plain") else None,
        warc=told,
    )
