"""Standard input: what it is, by how it begins, and that it is read forward."""

from __future__ import annotations

import gzip
import io
import os
import sys
import threading
from types import SimpleNamespace

import pytest

from cleaner.corpus.item import Item
from cleaner.corpus.readers import find, read
from cleaner.corpus.readers.packed import zstd
from cleaner.corpus.readers.tape import Tape
from cleaner.errors import InputError, TooLarge
from tests.corpus.readers.making import page, warc_record, warc_records

PAGES = [page(number) for number in range(5)]
LINES = b'{"text": "a"}\n{"text": "b"}\n'


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> object:
    def given(data: bytes, max_bytes: int = 100_000) -> list[Item]:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        return list(read(find(["-"]), max_bytes))

    return given


def told(found: list[Item]) -> list[bytes | str]:
    return [item.payload.reason if isinstance(item.payload, InputError) else item.payload for item in found]


def test_a_page(given: object) -> None:
    assert callable(given)
    assert given(PAGES[0]) == [Item("-", PAGES[0], "stdin", at=len(PAGES[0]))]
    assert given(b"") == [Item("-", b"", "stdin")]
    assert isinstance(given(PAGES[0], 10)[0].payload, TooLarge)


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_what_is_compressed_is_looked_at_again(given: object, pack: object) -> None:
    assert callable(given)
    assert callable(pack)
    assert told(given(pack(PAGES[0]))) == [PAGES[0]]
    assert told(given(pack(LINES))) == ["a", "b"]
    assert told(given(b"".join(map(pack, warc_records(5))))) == PAGES
    assert told(given(pack(PAGES[0])[:-9])) == ["bad-archive"]
    assert told(given(pack(PAGES[0])[:5])) == ["bad-archive"]


def test_a_warc_file(given: object) -> None:
    assert callable(given)
    found = given(b"".join(warc_records(5)))
    assert told(found) == PAGES
    assert (found[0].uri, found[0].name) == ("-#offset=0", "stdin/000001")


def test_json_lines(given: object) -> None:
    assert callable(given)
    found = given(LINES)
    assert [(item.uri, item.payload) for item in found] == [("-#line=1", "a"), ("-#line=2", "b")]
    assert told(given(b'{"text": "' + b"a" * 90_000 + b'"}\n' + LINES)) == ["a" * 90_000, "a", "b"]
    assert told(given(b'{"text": "a"}')) == ["a"]


@pytest.mark.parametrize("data", [b"{\n", b"{}x\n", b"[1]\n", b'"a"\n', b"null\n", b"{" * 90_000])
def test_what_is_no_object_in_a_line_is_a_page(given: object, data: bytes) -> None:
    assert callable(given)
    assert told(given(data)) == [data]


def test_damage_is_gone_past_though_nothing_can_be_read_again(given: object) -> None:
    assert callable(given)
    large = [warc_record(f"https://e.org/{n}", os.urandom(900_000)) for n in range(12)]
    members = [gzip.compress(record) for record in [*large, *warc_records(5)]]
    members[11] = members[11][:1000] + bytes(50) + members[11][1050:]
    found = told(given(b"".join(members), 1_000_000))
    assert found[11] == "bad-archive"
    assert found[12:] == PAGES
    assert given(b"".join(members), 1_000_000)[-1].uri == f"-#offset={sum(map(len, members[:-1]))}"


def test_lines_come_before_standard_input_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    out, into = os.pipe()
    with os.fdopen(out, "rb") as reading, os.fdopen(into, "wb") as writing:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=reading))
        seen = threading.Event()

        def feed() -> None:
            writing.write(LINES * 40_000)
            writing.flush()
            assert seen.wait(10)
            writing.close()

        thread = threading.Thread(target=feed, daemon=True)
        thread.start()
        found = read(find(["-"]), 100_000)
        assert next(found).payload == "a"
        seen.set()
        assert sum(1 for _ in found) == 80_000 - 1
        thread.join(10)


def test_a_tape_goes_back_a_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.corpus.readers.tape._WINDOW", 1000)
    data = bytes(number % 251 for number in range(10_000))
    tape = Tape(io.BytesIO(data))
    assert b"".join(iter(lambda: tape.read(700), b"")) == data
    assert tape.seek(9_500) == 9_500
    assert tape.read(10) == data[9_500:9_510]
    start = tape.seek(0)
    assert 0 < start <= 9_000, "the nearest that is known"
    assert tape.read(10) == data[start : start + 10]
    assert tape.seek(99_999) == 10_000
    assert tape.read(10) == b""
    with pytest.raises(io.UnsupportedOperation):
        tape.seek(0, io.SEEK_END)
