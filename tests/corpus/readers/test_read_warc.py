"""WARC and WET: records, where they stand, and what becomes of those that are damaged."""

from __future__ import annotations

import gzip
import random
import struct
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecordType

from cleaner.corpus.readers.packed import zstd
from cleaner.errors import BadArchive, InputError, TooLarge
from tests.corpus.readers.making import MAX, PACK, items, page, told, warc_record, warc_records, write

RECORDS = warc_records(5)
PAGES = [page(number) for number in range(5)]
BAD = "bad-archive"
FORMS = pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])


def stored(records: Sequence[bytes], suffix: str) -> list[bytes]:
    """Records as members of a file with this suffix."""
    return [PACK[suffix](record) if suffix else record for record in records]


def resized(record: bytes, change: int) -> bytes:
    """A record with a length that is wrong by so much."""
    head, name, rest = record.partition(b"Content-Length: ")
    length, end, rest = rest.partition(b"\r\n")
    return head + name + b"%d" % (int(length) + change) + end + rest


@FORMS
def test_each_record_is_an_item_that_says_where_it_stands(tmp_path: Path, suffix: str) -> None:
    members = stored(RECORDS, suffix)
    path = write(tmp_path / f"crawl.warc{suffix}", b"".join(members))
    found = items(path)
    assert [item.payload for item in found] == PAGES
    assert [item.uri for item in found] == [f"{path}#offset={sum(map(len, members[:n]))}" for n in range(5)]
    assert [item.name for item in found] == [f"crawl/00000{n}" for n in range(1, 6)]
    assert found[3].url == "https://example.org/3"
    assert found[3].media_type == "text/html; charset=utf-8"
    assert found[3].kind is None


def test_what_the_record_said(tmp_path: Path) -> None:
    record = warc_record(WARC_Truncated="length", WARC_Payload_Digest="sha1:x", X_Other="y")
    [item] = items(write(tmp_path / "a.warc", record))
    assert item.warc is not None
    assert item.warc.pop("WARC-Record-ID").startswith("<urn:uuid:")  # type: ignore[attr-defined]
    assert item.warc == {
        "WARC-Type": "response",
        "WARC-Date": "2026-01-02T03:04:05Z",
        "WARC-Payload-Digest": "sha1:x",
        "WARC-Truncated": "length",
        "HTTP-Status": "200",
    }


def test_types_that_hold_no_page_are_left_out(tmp_path: Path) -> None:
    types = ("warcinfo", "request", "metadata", "revisit", "response", "resource", "conversion")
    records = [warc_record(f"https://e.org/{name}", kind=getattr(WarcRecordType, name)) for name in types]
    found = items(write(tmp_path / "a.warc", b"".join(records)))
    assert [item.url for item in found] == [
        "https://e.org/response",
        "https://e.org/resource",
        "https://e.org/conversion",
    ]


def test_text_of_a_wet_file(tmp_path: Path) -> None:
    record = warc_record(body="Die Fähre.".encode(), head=None, kind=WarcRecordType.conversion)
    path = write(tmp_path / "CC-1.warc.wet.gz", gzip.compress(record))
    [item] = items(path)
    assert (item.payload, item.kind, item.media_type, item.name) == (
        "Die Fähre.".encode(),
        "text",
        "text/plain",
        "CC-1/000001",
    )


def test_a_resource_is_its_block(tmp_path: Path) -> None:
    [item] = items(write(tmp_path / "a.warc", warc_record(head=None, kind=WarcRecordType.resource)))
    assert (item.payload, item.kind, item.media_type) == (b"<p>The ferry.</p>", None, "text/plain")


def test_redirects_and_images_are_items_too(tmp_path: Path) -> None:
    moved = warc_record(body=b"", head=b"HTTP/1.1 301 Moved\r\nLocation: /b\r\n")
    image = warc_record(body=b"\x89PNG", head=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n")
    one, two = items(write(tmp_path / "a.warc", moved + image))
    assert (one.payload, one.media_type, (one.warc or {})["HTTP-Status"]) == (b"", None, "301")
    assert (two.payload, two.media_type) == (b"\x89PNG", "image/png")


def test_an_address_in_angle_brackets(tmp_path: Path) -> None:
    [item] = items(write(tmp_path / "a.warc", warc_record("<https://e.org/>")))
    assert item.url == "https://e.org/"


def test_records_of_one_member_are_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc.gz", gzip.compress(b"".join(RECORDS[:3])) + gzip.compress(RECORDS[3]))
    found = items(path)
    assert [item.payload for item in found] == PAGES[:4]
    second = len(gzip.compress(b"".join(RECORDS[:3])))
    parts = ["#offset=0", "#offset=0&record=2", "#offset=0&record=3", f"#offset={second}"]
    assert [item.uri.removeprefix(str(path)) for item in found] == parts


def test_a_dictionary_of_zstandard(tmp_path: Path) -> None:
    dictionary = zstd.train_dict([page(number) * 9 + bytes((number,)) * 50 for number in range(200)], 2000)
    frames = b"".join(zstd.compress(record, zstd_dict=dictionary) for record in RECORDS)
    for content in (dictionary.dict_content, zstd.compress(dictionary.dict_content)):
        head = b"\x5d\x2a\x4d\x18" + struct.pack("<I", len(content)) + content
        assert told(write(tmp_path / "a.warc.zst", head + frames)) == PAGES
    assert set(told(write(tmp_path / "a.warc.zst", frames))) == {BAD}


def test_padding_is_no_damage(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc.gz", b"".join(bytes(700) + gzip.compress(record) for record in RECORDS) + bytes(9))
    assert told(path) == PAGES


# --- damage ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("at", [0.0, 0.5], ids=["its head", "its middle"])
def test_a_corrupt_member_costs_no_other(tmp_path: Path, suffix: str, at: float) -> None:
    members = stored(RECORDS, suffix)
    place = int(at * len(members[2]))
    members[2] = members[2][:place] + b"\x99\xff" * 9 + members[2][place + 18 :]
    path = write(tmp_path / f"a.warc{suffix}", b"".join(members))
    assert told(path) == [*PAGES[:2], BAD, *PAGES[3:]]
    assert items(path)[2].uri.endswith(f"#offset={len(members[0]) + len(members[1])}")


def test_corrupt_members_beside_each_other_are_one_stretch(tmp_path: Path) -> None:
    members = stored(RECORDS, ".gz")
    members[1] = members[2] = b"\0" * 30 + b"\x99" * 30
    assert told(write(tmp_path / "a.warc.gz", b"".join(members))) == [PAGES[0], BAD, *PAGES[3:]]


def test_a_wrong_checksum(tmp_path: Path) -> None:
    members = stored(RECORDS, ".gz")
    members[2] = members[2][:-8] + bytes(8)
    assert told(write(tmp_path / "a.warc.gz", b"".join(members))) == [*PAGES[:2], BAD, *PAGES[3:]]


def test_a_record_whose_head_can_be_read_keeps_its_address(tmp_path: Path) -> None:
    large = warc_record("https://e.org/large", random.Random(1).randbytes(90_000))
    member = gzip.compress(large)
    member = member[:-2000] + b"\xff" * 500 + member[-1500:]
    path = write(tmp_path / "a.warc.gz", gzip.compress(RECORDS[0]) + member + gzip.compress(RECORDS[1]))
    found = items(path)
    assert isinstance(found[1].payload, BadArchive)
    assert found[1].url == "https://e.org/large"
    assert [item.payload for item in found[::2]] == PAGES[:2]


@FORMS
def test_a_file_that_is_cut_off(tmp_path: Path, suffix: str) -> None:
    whole = b"".join(stored(RECORDS, suffix))
    assert told(write(tmp_path / f"a.warc{suffix}", whole[:-60])) == [*PAGES[:4], BAD]


def test_a_file_that_is_cut_off_in_a_head(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", b"".join(RECORDS)[: -len(RECORDS[4]) + 30])
    assert told(path) == [*PAGES[:4], BAD]


def test_a_member_that_lacks_its_end_alone_is_read_and_told(tmp_path: Path) -> None:
    assert told(write(tmp_path / "a.warc.gz", b"".join(stored(RECORDS, ".gz"))[:-3])) == [*PAGES, BAD]


def test_all_records_of_one_member_in_front_of_its_damage_are_read(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(warc_records(300)))
    found = told(write(tmp_path / "a.warc.gz", whole[: len(whole) // 2]))
    assert len(found) > 50
    assert (found[:-1], found[-1]) == ([page(number) for number in range(len(found) - 1)], BAD)


@FORMS
@pytest.mark.parametrize("change", [1, 41, 100_000])
def test_a_length_that_is_too_great(tmp_path: Path, suffix: str, change: int) -> None:
    records = [*RECORDS[:2], resized(RECORDS[2], change), *RECORDS[3:]]
    found = told(write(tmp_path / f"a.warc{suffix}", b"".join(stored(records, suffix))))
    rest = [BAD] if change == 100_000 and not suffix else [PAGES[2] + b"\r" * (change == 1)]
    assert found == [*PAGES[:2], *rest, *PAGES[3:]]


@FORMS
def test_a_length_that_is_too_small(tmp_path: Path, suffix: str) -> None:
    records = [*RECORDS[:2], resized(RECORDS[2], -20), *RECORDS[3:]]
    path = write(tmp_path / f"a.warc{suffix}", b"".join(stored(records, suffix)))
    assert told(path) == [*PAGES[:2], PAGES[2][:-20], BAD, *PAGES[3:]]


@pytest.mark.parametrize("length", [b"-1", b"x", b"", b"1e9", b"18446744073709551615", b"9" * 40])
def test_a_length_that_is_none(tmp_path: Path, length: bytes) -> None:
    broken = RECORDS[2].replace(b"Content-Length: ", b"Content-Length: " + length + b"\r\nX: ")
    found = told(write(tmp_path / "a.warc", b"".join([*RECORDS[:2], broken, *RECORDS[3:]])))
    assert (found[:2], found[-2:]) == (PAGES[:2], PAGES[3:])
    assert BAD in found


@FORMS
def test_garbage_between_records_is_told(tmp_path: Path, suffix: str) -> None:
    members = stored(RECORDS, suffix)
    members.insert(2, b"no record at all\r\n\r\n" * 9)
    assert told(write(tmp_path / f"a.warc{suffix}", b"".join(members))) == [*PAGES[:2], BAD, *PAGES[2:]]


@FORMS
def test_garbage_at_the_ends_is_told(tmp_path: Path, suffix: str) -> None:
    whole = b"".join(stored(RECORDS, suffix))
    assert told(write(tmp_path / f"a.warc{suffix}", b"garbage" + whole + b"garbage")) == [BAD, *PAGES, BAD]


@FORMS
@pytest.mark.parametrize("content", [b"<html>", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"WARC/1.0\r\nA: b\r\n\r\n"])
def test_what_is_no_warc_file_at_all(tmp_path: Path, suffix: str, content: bytes) -> None:
    assert told(write(tmp_path / f"a.warc{suffix}", content)) == [BAD]


def test_a_name_that_says_something_else(tmp_path: Path) -> None:
    for suffix in ("", ".gz", ".zst"):
        whole = b"".join(stored(RECORDS, suffix))
        for name in ("a.warc", "b.warc.gz", "c.warc.zst"):
            assert told(write(tmp_path / name, whole)) == PAGES
    assert told(write(tmp_path / "d.warc.br", b"no WARC")) == [BAD]
    assert items(tmp_path / "d.warc.br")[0].uri == str(tmp_path / "d.warc.br")


@FORMS
def test_an_empty_file_holds_nothing(tmp_path: Path, suffix: str) -> None:
    assert items(write(tmp_path / f"a.warc{suffix}", b"")) == []


def test_a_missing_line_end_in_heads_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", b"".join(RECORDS).replace(b"\r\n", b"\n"))
    assert set(told(path)) == {BAD}


# --- sizes -------------------------------------------------------------------------------------------


@FORMS
def test_a_large_record_is_passed_without_being_held(tmp_path: Path, suffix: str) -> None:
    large = warc_record("https://e.org/large", bytes(60_000_000))
    path = write(tmp_path / f"a.warc{suffix}", b"".join(stored([RECORDS[0], large, RECORDS[1]], suffix)))
    del large
    tracemalloc.start()
    try:
        found = items(path)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert [type(item.payload) for item in found] == [bytes, TooLarge, bytes]
    assert found[1].url == "https://e.org/large"


@pytest.mark.parametrize("kind", [WarcRecordType.request, WarcRecordType.response])
def test_a_bomb_is_given_up(tmp_path: Path, kind: WarcRecordType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.corpus.readers.warc._LONGEST_RECORD", 1_000_000)
    bomb = zstd.compress(warc_record(body=bytes(50_000_000), kind=kind))
    path = write(tmp_path / "a.warc.zst", zstd.compress(RECORDS[0]) + bomb + zstd.compress(RECORDS[1]))
    found = told(path)
    assert found[0] == PAGES[0]
    assert found[-1] == PAGES[1]
    assert len(found) == (3 if kind == WarcRecordType.response else 2)


def test_a_page_at_the_limit(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", warc_record(body=b"a" * MAX) + warc_record(body=b"a" * (MAX + 1)))
    one, two = items(path)
    assert one.payload == b"a" * MAX
    assert isinstance(two.payload, TooLarge)


def test_every_failure_is_an_input_error(tmp_path: Path) -> None:
    found = items(write(tmp_path / "a.warc", b"".join(RECORDS)[:-100]))
    assert isinstance(found[-1].payload, InputError)


@pytest.mark.parametrize("name", ["crawl.warc.open", "crawl.wat", "crawl", "crawl.bin.gz"])
def test_a_file_whose_name_does_not_say_is_known_by_how_it_begins(tmp_path: Path, name: str) -> None:
    found = items(write(tmp_path / name, b"".join(stored(RECORDS, ".gz" if name.endswith(".gz") else ""))))
    assert [item.payload for item in found] == PAGES
