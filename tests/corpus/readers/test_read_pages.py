"""Files that are a page each: what is read, what cannot be, and why."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tracemalloc
from pathlib import Path

import brotli
import pytest

from cleaner.corpus.readers import Found, find, read
from cleaner.corpus.readers.packed import zstd
from cleaner.errors import BadArchive, InputError, TooLarge, Unreadable
from tests.corpus.readers.making import PACK, items, write

PAGE = b"<p>The ferry leaves at nine.</p>\n" * 40
PACKED = pytest.mark.parametrize("suffix", PACK)


def reason(path: Path, max_bytes: int = 1_000_000) -> InputError:
    [item] = read([Found(str(path), path.name)], max_bytes)
    assert isinstance(item.payload, InputError)
    assert item.uri in str(item.payload), "the message names the input"
    return item.payload


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", PAGE)
    [item] = items(path, len(PAGE))
    assert (item.uri, item.payload, item.name, item.at) == (str(path), PAGE, "a", len(PAGE))
    assert (item.url, item.media_type, item.kind, item.warc) == (None, None, None, None)


@PACKED
def test_a_compressed_file_is_read_through(tmp_path: Path, suffix: str) -> None:
    path = write(tmp_path / f"a.html{suffix}", PACK[suffix](PAGE))
    [item] = items(path, len(PAGE))
    assert (item.uri, item.payload, item.name, item.at) == (str(path), PAGE, "a", path.stat().st_size)


@pytest.mark.parametrize("suffix", set(PACK) - {".br"})
def test_members_behind_each_other_are_one_page(tmp_path: Path, suffix: str) -> None:
    pack = PACK[suffix]
    [item] = items(write(tmp_path / f"a{suffix}", pack(b"one ") + pack(b"") + pack(b"two") + bytes(1024)))
    assert item.payload == b"one two"


def test_frames_without_data_are_left_out(tmp_path: Path) -> None:
    skippable = b"\x50\x2a\x4d\x18\x03\0\0\0abc"
    [item] = items(write(tmp_path / "a.zst", skippable + zstd.compress(b"one ") + skippable + zstd.compress(b"two")))
    assert item.payload == b"one two"


@PACKED
@pytest.mark.parametrize("cut", [1, 9, 20])
def test_compressed_data_that_is_cut_off(tmp_path: Path, suffix: str, cut: int) -> None:
    assert isinstance(reason(write(tmp_path / f"a.html{suffix}", PACK[suffix](PAGE)[:-cut])), BadArchive)


@PACKED
def test_what_is_not_compressed_at_all(tmp_path: Path, suffix: str) -> None:
    assert isinstance(reason(write(tmp_path / f"a.html{suffix}", PAGE)), BadArchive)
    assert isinstance(reason(write(tmp_path / f"b.html{suffix}", b"")), BadArchive)


@PACKED
def test_rubbish_behind_compressed_data(tmp_path: Path, suffix: str) -> None:
    assert isinstance(reason(write(tmp_path / f"a.html{suffix}", PACK[suffix](PAGE) + b"rubbish")), BadArchive)


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(gzip.compress(PAGE)[:40] + b"\xff" * 20 + gzip.compress(PAGE)[60:], id="corrupt in the middle"),
        pytest.param(gzip.compress(PAGE)[:-8] + b"\0" * 8, id="wrong checksum"),
        pytest.param(gzip.compress(PAGE)[:5], id="half a header"),
        pytest.param(gzip.compress(PAGE) + gzip.compress(PAGE)[:-9], id="half a second member"),
    ],
)
def test_a_corrupt_gzip(tmp_path: Path, payload: bytes) -> None:
    assert isinstance(reason(write(tmp_path / "a.html.gz", payload)), BadArchive)


def test_too_large_counts_bytes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", PAGE)
    assert isinstance(reason(path, len(PAGE) - 1), TooLarge)
    assert items(path, len(PAGE))[0].payload == PAGE


@pytest.mark.parametrize(
    ("suffix", "bomb"),
    [
        (".gz", gzip.compress(bytes(100_000_000), 1)),
        (".zst", zstd.compress(bytes(100_000_000))),
        (".br", brotli.compress(bytes(100_000_000), quality=2)),
        (".bz2", bz2.compress(bytes(100_000_000), 1)),
        (".xz", lzma.compress(bytes(100_000_000), preset=0)),
    ],
)
def test_a_bomb_is_not_inflated(tmp_path: Path, suffix: str, bomb: bytes) -> None:
    path = write(tmp_path / f"a.html{suffix}", bomb)
    tracemalloc.start()
    try:
        assert isinstance(reason(path, 10_000), TooLarge)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_missing_file_and_a_directory_cannot_be_read(tmp_path: Path) -> None:
    assert isinstance(reason(tmp_path / "none.html"), Unreadable)
    assert isinstance(reason(tmp_path / "none.html.gz"), Unreadable)
    assert isinstance(reason(tmp_path / "none.warc"), Unreadable)
    assert isinstance(reason(tmp_path), Unreadable)


def test_a_failure_does_not_end_the_reading(tmp_path: Path) -> None:
    good = write(tmp_path / "z.html", PAGE)
    found = list(read([Found(str(tmp_path / "none.html"), "none.html"), *find([str(good)])], 1_000_000))
    assert isinstance(found[0].payload, Unreadable)
    assert found[1].payload == PAGE


def test_reading_is_lazy(tmp_path: Path) -> None:
    later = tmp_path / "b.html"
    found = read([*find([str(write(tmp_path / "a.html", PAGE))]), Found(str(later), "b.html")], 1_000_000)
    assert next(found).payload == PAGE
    write(later, PAGE)
    assert next(found).payload == PAGE


def test_pages_of_one_name_are_numbered(tmp_path: Path) -> None:
    for name in ("a.htm", "a.html", "A.txt", "a-2.html.gz", "b/a.html"):
        write(tmp_path / name, gzip.compress(PAGE) if name.endswith("gz") else PAGE)
    found = {Path(item.uri).name: item.name for item in read(find([str(tmp_path)]), 1_000_000) if "/b/" not in item.uri}
    assert found == {"A.txt": "A", "a-2.html.gz": "a-2", "a.htm": "a-3", "a.html": "a-4"}


def test_what_was_passed_over_is_not_read(tmp_path: Path) -> None:
    assert list(read([Found(str(write(tmp_path / "a.jpg", PAGE)), "a.jpg", passed_over=True)], 1000)) == []
