"""What servers sent: heads, and bodies under their encodings."""

from __future__ import annotations

import contextlib
import gzip
import random
import time
import zlib

import brotli
import pytest

from cleaner.corpus.readers.http import decoded, parse
from cleaner.corpus.readers.packed import zstd
from cleaner.errors import BadArchive, TooLarge

PAGE = b"<p>The ferry leaves at nine.</p>\n" * 40


def sent(body: bytes, *fields: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", *fields, "", ""]).encode("latin-1") + body


def read(block: bytes, max_bytes: int = 100_000, *, cut: bool = False) -> bytes:
    return decoded(parse(block), max_bytes, cut=cut)


def chunked(body: bytes, size: int = 100, *, end: bytes = b"\r\n", extension: bytes = b"") -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)] + [b""]
    return b"".join(b"%x%b%b%b%b" % (len(piece), extension, end, piece, end) for piece in pieces)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("block", "status", "fields", "body"),
    [
        (b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", "200", {"a": "b"}, b"body"),
        (b"HTTP/1.1 200 OK\nA: b\n\nbody", "200", {"a": "b"}, b"body"),
        (b"HTTP/1.1 200 OK\r\nA: b\r\n  c\r\nA: d\r\n\r\nbody\r\n\r\n", "200", {"a": "b c"}, b"body\r\n\r\n"),
        (b"HTTP/1.1 200\r\nno field\r\n: x\r\n\r\n", "200", {"": "x"}, b""),
        (b"HTTP/1.1\r\n\r\nbody", None, {}, b"body"),
        (b"HTTP/1.1 200 OK\r\nA: b", "200", {"a": "b"}, b""),
        (b"<html>no head</html>", None, {}, b"<html>no head</html>"),
        (b"", None, {}, b""),
        ("HTTP/1.1 200 OK\r\nÄ: ü\r\n\r\n".encode("latin-1"), "200", {"ä": "ü"}, b""),
    ],
)
def test_a_response_is_taken_apart(block: bytes, status: str | None, fields: dict[str, str], body: bytes) -> None:
    assert parse(block) == (status, fields, body)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("GZIP", gzip.compress(PAGE)),
        ("br", brotli.compress(PAGE)),
        ("zstd", zstd.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", raw_deflate(PAGE)),
        ("identity", PAGE),
        ("br, gzip", gzip.compress(brotli.compress(PAGE))),
    ],
)
def test_encodings(name: str, data: bytes) -> None:
    assert read(sent(data, f"Content-Encoding: {name}")) == PAGE
    assert read(sent(chunked(data), f"Content-Encoding: {name}", "Transfer-Encoding: chunked")) == PAGE


@pytest.mark.parametrize("name", ["gzip", "br", "zstd", "deflate"])
def test_a_body_that_is_decoded_already_is_taken_as_it_is(name: str) -> None:
    assert read(sent(PAGE, f"Content-Encoding: {name}")) == PAGE
    assert read(sent(PAGE, "Transfer-Encoding: chunked", f"Content-Encoding: {name}")) == PAGE


@pytest.mark.parametrize(
    "body",
    [
        chunked(PAGE),
        chunked(PAGE, 7, end=b"\n"),
        chunked(PAGE, extension=b' ; name="value"'),
        chunked(PAGE)[:-5],
        chunked(PAGE) + b"Trailer: x\r\n\r\n",
        chunked(PAGE, 1),
        chunked(PAGE, 5000).upper().replace(PAGE.upper(), PAGE),
    ],
)
def test_chunks(body: bytes) -> None:
    assert read(sent(body, "Transfer-Encoding: chunked")) == PAGE


def test_chunks_that_end_in_the_middle_are_read_so_far() -> None:
    assert read(sent(chunked(PAGE, 1000)[:500], "Transfer-Encoding: chunked")) == PAGE[:495]


def test_what_is_behind_a_broken_chunk_is_not_lost() -> None:
    assert read(sent(b"5\r\nferry\r\nnext words", "Transfer-Encoding: chunked")) == b"ferrynext words"


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress, zstd.compress, zlib.compress, raw_deflate])
def test_a_body_that_is_cut_off(pack: object) -> None:
    assert callable(pack)
    page = random.Random(1).randbytes(300_000)
    name = {gzip.compress: "gzip", brotli.compress: "br", zstd.compress: "zstd"}.get(pack, "deflate")
    block = sent(pack(page)[:-9], f"Content-Encoding: {name}")
    with pytest.raises(BadArchive):
        read(block, 1_000_000)
    assert page.startswith(found := read(block, 1_000_000, cut=True))
    assert len(found) > len(page) / 2, "if the record says so, what there is is wanted"


def test_a_corrupt_body() -> None:
    data = bytearray(gzip.compress(PAGE))
    data[20:30] = b"\xff" * 10
    for cut in (False, True):
        with pytest.raises(BadArchive):
            read(sent(bytes(data), "Content-Encoding: gzip"), cut=cut)


@pytest.mark.parametrize(
    ("name", "bomb"),
    [
        ("gzip", gzip.compress(bytes(50_000_000), 1)),
        ("br", brotli.compress(bytes(50_000_000), quality=2)),
        ("zstd", zstd.compress(bytes(50_000_000))),
        ("deflate", zlib.compress(bytes(50_000_000), 1)),
        ("gzip, gzip", gzip.compress(gzip.compress(bytes(50_000_000), 1))),
    ],
)
def test_a_bomb(name: str, bomb: bytes) -> None:
    with pytest.raises(TooLarge):
        read(sent(bomb, f"Content-Encoding: {name}"))
    with pytest.raises(TooLarge):
        read(sent(bytes(100_001)))


@pytest.mark.parametrize(
    "block",
    [
        sent(b"0" * 1_000_000, "Transfer-Encoding: chunked"),
        sent(b"1\r\n" * 300_000, "Transfer-Encoding: chunked"),
        sent(b"1;" + b"x" * 1_000_000, "Transfer-Encoding: chunked"),
        sent(b" " * 1_000_000, "Transfer-Encoding: chunked"),
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 150_000,
        b"HTTP/1.1 200 OK\r\n" + b" \r\n" * 300_000,
        b"HTTP/1.1 200 OK\r\nContent-Encoding: " + b"gzip," * 150_000 + b"\r\n\r\n" + gzip.compress(PAGE),
    ],
)
def test_nothing_takes_long(block: bytes) -> None:
    start = time.perf_counter()
    with contextlib.suppress(BadArchive, TooLarge):
        read(block, 10_000_000)
    assert time.perf_counter() - start < 3
