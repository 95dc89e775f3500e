"""ZIP and tar: pages by the names of their members, and nothing of them on disk."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

import cleaner
from cleaner.errors import BadArchive
from tests.corpus.readers.making import MAX, PACK, items, page, tarred, told, write, zipped

BAD = "bad-archive"
MEMBERS = {"a.html": page(1), "deep/er/b.txt": page(2), "photo.jpg": b"\xff\xd8", "c.html.gz": gzip.compress(page(3))}
PAGES = [page(1), page(2), page(3)]
KINDS = pytest.mark.parametrize(("make", "suffix"), [(zipped, ".zip"), (tarred, ".tar")], ids=["zip", "tar"])


@KINDS
def test_pages_by_the_names_of_members(tmp_path: Path, make: object, suffix: str) -> None:
    assert callable(make)
    inner = {"in.zip": zipped(MEMBERS), "in.jsonl": b'{"text": "a"}', "in.tar.gz": b""}
    path = write(tmp_path / f"pages{suffix}", make({**MEMBERS, **inner}))
    found = items(path)
    assert [item.payload for item in found] == PAGES
    assert [item.uri for item in found] == [
        f"{path}#member={name}" for name in ("a.html", "deep/er/b.txt", "c.html.gz")
    ]
    assert [item.name for item in found] == ["pages/a", "pages/deep/er/b", "pages/c"]


@pytest.mark.parametrize("suffix", ["", *PACK])
def test_compressed_tar(tmp_path: Path, suffix: str) -> None:
    data = tarred(MEMBERS)
    assert told(write(tmp_path / f"a.tar{suffix}", PACK[suffix](data) if suffix else data)) == PAGES


def test_short_suffixes_of_tar(tmp_path: Path) -> None:
    [item, *_] = items(write(tmp_path / "a.tgz", gzip.compress(tarred(MEMBERS))))
    assert (item.payload, item.name) == (page(1), "a/a")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_of_zip(tmp_path: Path, method: int) -> None:
    assert told(write(tmp_path / "a.zip", zipped(MEMBERS, method))) == PAGES


@pytest.mark.parametrize("format_", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_formats_of_tar(tmp_path: Path, format_: int) -> None:
    long = f"{'x' * 90}/{'y' * 90}.html"
    path = write(tmp_path / "a.tar", tarred({long: page(1), **MEMBERS}, format_))
    assert told(path) == [page(1), *PAGES]
    assert items(path)[0].uri == f"{path}#member={long}"


def test_the_suffix_of_a_member_says_what_it_is(tmp_path: Path) -> None:
    text = b"The tag <p> begins a paragraph, and </p> ends it."
    html, plain = items(write(tmp_path / "a.zip", zipped({"a.html": text, "b.txt": text})))
    assert cleaner.clean(html.payload, uri=html.uri).page.source.input_kind == "html"
    assert cleaner.clean(plain.payload, uri=plain.uri).page.source.input_kind == "text"


@KINDS
def test_names_that_would_escape(tmp_path: Path, make: object, suffix: str) -> None:
    assert callable(make)
    members = {name: page(1) for name in ("../../a.html", "/etc/b.html", "c/../../d.html", "C:\\e.html", "CON.html")}
    found = items(write(tmp_path / f"x{suffix}", make(members)))
    assert len(found) == 5
    for item in found:
        assert item.name.startswith("x/")
        assert ".." not in item.name.split("/")
    assert [path.name for path in tmp_path.iterdir()] == [f"x{suffix}"], "nothing is extracted"


@KINDS
def test_members_of_one_name_are_numbered(tmp_path: Path, make: object, suffix: str) -> None:
    assert callable(make)
    members = {"a.html": page(1), "A.HTM": page(2), "a.txt": page(3), "b/../a.html": page(4)}
    found = items(write(tmp_path / f"x{suffix}", make(members)))
    assert [item.name for item in found] == ["x/a", "x/A-2", "x/a-3", "x/b/a"]


@KINDS
def test_sizes(tmp_path: Path, make: object, suffix: str) -> None:
    assert callable(make)
    members = {
        "a.html": b"a" * MAX,
        "b.html": bytes(50_000_000),
        "c.html.gz": gzip.compress(bytes(50_000_000)),
        "d.html": b"d",
    }
    path = write(tmp_path / f"x{suffix}", make(members))
    tracemalloc.start()
    try:
        assert told(path) == [b"a" * MAX, "too-large", "too-large", b"d"]
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


# --- damage ------------------------------------------------------------------------------------------


def test_a_corrupt_member_of_zip_costs_no_other(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": page(1), "b.html": os.urandom(5000), "c.html": page(3)}))
    middle = len(data) // 2
    data[middle : middle + 20] = bytes(20)
    path = write(tmp_path / "a.zip", bytes(data))
    assert told(path) == [page(1), BAD, page(3)]
    assert items(path)[1].uri.endswith("#member=b.html")


def test_members_of_zip_that_have_no_name_or_an_odd_one(tmp_path: Path) -> None:
    data = bytearray(zipped({"?": b"x", ".html": b"y", "a.html": page(1)}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 28], data[entry + 30] = 0, 1  # what was its name is an extra field
    assert told(write(tmp_path / "a.zip", bytes(data))) == [page(1)]


def test_an_encrypted_member_of_zip(tmp_path: Path) -> None:
    data = zipped({"a.html": page(1)}, zipfile.ZIP_STORED)
    data = data.replace(b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04\x14\0\1\0").replace(
        b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"
    )
    path = write(tmp_path / "a.zip", data)
    assert told(path) == [BAD]
    assert "encrypted" in str(items(path)[0].payload)


def test_a_corrupt_member_of_its_own_compression(tmp_path: Path) -> None:
    members = {"a.html.gz": b"no gzip", "b.html.gz": gzip.compress(page(1))[:-9], "c.html": page(3)}
    for make, suffix in ((zipped, ".zip"), (tarred, ".tar")):
        assert told(write(tmp_path / f"a{suffix}", make(members))) == [BAD, BAD, page(3)]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"PK\x05\x06" + bytes(10), zipped(MEMBERS)[:-30]])
def test_what_is_no_zip(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path / "a.zip", data)
    assert told(path) == [BAD]
    assert items(path)[0].uri == str(path)


@pytest.mark.parametrize("data", [b"", b"<html>" * 500, b"\xff" * 5000, b"x"])
def test_what_is_no_tar(tmp_path: Path, data: bytes) -> None:
    assert told(write(tmp_path / "a.tar", data)) == [BAD]


def test_a_tar_of_nothing(tmp_path: Path) -> None:
    assert told(write(tmp_path / "a.tar", tarred({}))) == []


def test_a_damaged_header_of_tar_costs_its_member_and_is_told(tmp_path: Path) -> None:
    data = bytearray(tarred({f"{number}.html": page(number) for number in range(4)}))
    place = data.index(b"1.html")
    data[place + 100 : place + 160] = b"\xff" * 60
    path = write(tmp_path / "a.tar", bytes(data))
    assert told(path) == [page(0), page(2), page(3), BAD]
    assert items(path)[-1].uri == str(path)


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_tar_that_is_cut_off(tmp_path: Path, suffix: str) -> None:
    data = tarred({f"{number}.html": os.urandom(2000) for number in range(9)})
    data = data[: data.index(b"8.html") + 1000]
    packed = gzip.compress(data)[:-9] if suffix else data
    found = told(write(tmp_path / f"a.tar{suffix}", packed))
    assert len(found) >= 9
    assert found[-1] == BAD
    assert BAD not in found[:7]


def header(name: str, size: int, kind: bytes = tarfile.REGTYPE) -> bytes:
    info = tarfile.TarInfo(name)
    info.type = kind
    info.size = size
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.XGLTYPE])
def test_a_header_of_tar_that_would_take_memory(tmp_path: Path, kind: bytes) -> None:
    data = header("a", 60_000_000, kind) + bytes(60_000_256) + tarred({"a.html": page(1)})
    path = write(tmp_path / "a.tar.zst", PACK[".zst"](data))
    del data
    tracemalloc.start()
    try:
        assert told(path) == [page(1), BAD]
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("size", [-512, -1, 8**11, 2**62])
def test_sizes_that_are_none(tmp_path: Path, size: int) -> None:
    start = time.perf_counter()
    found = told(write(tmp_path / "a.tar", header("x.html", size) + page(2) + tarred({"a.html": page(1)})))
    assert BAD in found
    assert time.perf_counter() - start < 2


def test_links_and_devices_are_passed_over(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE):
            info = tarfile.TarInfo(f"{kind.decode()}.html")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert told(write(tmp_path / "a.tar", stream.getvalue() + tarred({"a.html": page(1)}))) == [page(1)]


def test_what_ends_an_archive_is_an_input_error(tmp_path: Path) -> None:
    assert isinstance(items(write(tmp_path / "a.zip", b""))[0].payload, BadArchive)
