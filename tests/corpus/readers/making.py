"""Files for readers to read, made by the formats' own libraries, and what is read of them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import brotli
import pyarrow
import pyarrow.parquet
from fastwarc.warc import WarcRecord, WarcRecordType

from cleaner.corpus.item import Item
from cleaner.corpus.readers import Fields, find, read
from cleaner.corpus.readers.fields import USUAL
from cleaner.corpus.readers.packed import zstd
from cleaner.errors import InputError

PACK: Mapping[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".zst": lambda data: zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1}),
    ".br": brotli.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}
MAX = 100_000  # bytes of a page, unless a test says otherwise


def page(number: int) -> bytes:
    return b"<!doctype html><title>Page %d</title><p>The ferry leaves at %d.</p>" % (number, number) * 10


def warc_record(
    url: str = "https://example.org/",
    body: bytes = b"<p>The ferry.</p>",
    head: bytes | None = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n",
    kind: WarcRecordType = WarcRecordType.response,
    **headers: str,
) -> bytes:
    """A record as it is stored; its keyword arguments are headers, with _ for -."""
    record = WarcRecord()
    record.init_headers(record_type=kind)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Record-ID"] = f"<urn:uuid:00000000-0000-0000-0000-{zlib.crc32(url.encode()):012d}>"
    record.headers["WARC-Date"] = "2026-01-02T03:04:05Z"
    record.headers["Content-Type"] = "text/plain" if head is None else "application/http; msgtype=response"
    for name, value in headers.items():
        record.headers[name.replace("_", "-")] = value
    record.set_bytes_content(body if head is None else head + b"\r\n" + body)
    stream = io.BytesIO()
    record.write(stream)
    return stream.getvalue()


def warc_records(count: int) -> list[bytes]:
    return [warc_record(f"https://example.org/{number}", page(number)) for number in range(count)]


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(members: Mapping[str, bytes], format_: int = tarfile.PAX_FORMAT) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=format_) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def parquet(columns: Mapping[str, Iterable[object]], rows: int = 1000) -> bytes:
    stream = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), stream, row_group_size=rows)
    return stream.getvalue()


def arrow(columns: Mapping[str, Iterable[object]], *, file: bool, rows: int = 1000) -> bytes:
    stream, table = io.BytesIO(), pyarrow.table(columns)
    with (pyarrow.ipc.new_file if file else pyarrow.ipc.new_stream)(stream, table.schema) as writer:
        writer.write_table(table, rows)
    return stream.getvalue()


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def items(path: Path, max_bytes: int = MAX, fields: Fields = USUAL) -> list[Item]:
    """What is read of a file; what holds of every item is looked at here."""
    found = list(read(find([str(path)]), max_bytes, fields))
    size = path.stat().st_size if path.is_file() else 0
    done = 0
    for item in found:
        assert item.uri.startswith(str(path))
        assert item.name
        assert done <= item.at <= size or not path.is_file()
        if isinstance(item.payload, InputError):
            assert item.uri in str(item.payload), "the message names the input"
        else:
            assert len(item.payload) <= max_bytes
    assert len({item.name for item in found}) == len(found), "no two have one name"
    return found


def told(path: Path, max_bytes: int = MAX, fields: Fields = USUAL) -> list[bytes | str]:
    """Each payload, or the reason why there is none."""
    found = items(path, max_bytes, fields)
    return [item.payload.reason if isinstance(item.payload, InputError) else item.payload for item in found]
