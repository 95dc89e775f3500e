"""Finding and reading inputs: what a directory holds, what cannot be read, and why."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from cleaner.corpus.readers import find, read
from cleaner.errors import BadArchive, InputError, TooLarge, Unreadable

PAGE = b"<p>The ferry leaves at nine.</p>\n" * 40


def reason(path: Path, max_bytes: int = 1_000_000) -> InputError:
    [item] = read([str(path)], max_bytes)
    assert isinstance(item.payload, InputError)
    assert item.uri in str(item.payload), "the message names the input"
    return item.payload


def write(path: Path, payload: bytes = PAGE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(payload)
    return path


def test_files_are_read_as_they_are_and_gz_is_decompressed(tmp_path: Path) -> None:
    plain, packed = write(tmp_path / "a.html"), write(tmp_path / "b.html.gz", gzip.compress(PAGE))
    assert [item.payload for item in read([str(plain), str(packed)], len(PAGE))] == [PAGE, PAGE]
    assert [item.uri for item in read([str(plain), str(packed)], len(PAGE))] == [str(plain), str(packed)]


def test_a_gz_of_two_members_is_read_whole(tmp_path: Path) -> None:
    [item] = read([str(write(tmp_path / "a.gz", gzip.compress(b"one ") + gzip.compress(b"two")))], 100)
    assert item.payload == b"one two"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(PAGE)))
    [item] = read(["-"], 1_000_000)
    assert item == ("-", PAGE)


def test_standard_input_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(PAGE)))
    [item] = read(["-"], 10)
    assert isinstance(item.payload, TooLarge)


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(gzip.compress(PAGE)[:-12], id="truncated"),
        pytest.param(PAGE, id="no gzip at all"),
        pytest.param(gzip.compress(PAGE)[:40] + b"\xff" * 20 + gzip.compress(PAGE)[60:], id="corrupt in the middle"),
        pytest.param(gzip.compress(PAGE)[:-8] + b"\0" * 8, id="wrong checksum"),
        pytest.param(gzip.compress(PAGE) + b"rubbish", id="rubbish behind it"),
        pytest.param(gzip.compress(PAGE)[:5], id="half a header"),
    ],
)
def test_a_bad_archive(tmp_path: Path, payload: bytes) -> None:
    assert isinstance(reason(write(tmp_path / "a.html.gz", payload)), BadArchive)


def test_too_large_counts_what_it_decompresses_to(tmp_path: Path) -> None:
    assert isinstance(reason(write(tmp_path / "a.html"), len(PAGE) - 1), TooLarge)
    bomb = write(tmp_path / "b.html.gz", gzip.compress(b"a" * 5_000_000))
    assert bomb.stat().st_size < 10_000
    assert isinstance(reason(bomb, 10_000), TooLarge)
    [item] = read([str(tmp_path / "a.html")], len(PAGE))
    assert item.payload == PAGE


def test_a_missing_file_and_a_directory_cannot_be_read(tmp_path: Path) -> None:
    assert isinstance(reason(tmp_path / "none.html"), Unreadable)
    assert isinstance(reason(tmp_path / "none.html.gz"), Unreadable)
    assert isinstance(reason(tmp_path), Unreadable)


def test_a_failure_does_not_end_the_reading(tmp_path: Path) -> None:
    good = write(tmp_path / "z.html")
    items = list(read([str(tmp_path / "none.html"), str(good)], 1_000_000))
    assert isinstance(items[0].payload, Unreadable)
    assert items[1].payload == PAGE


def test_reading_is_lazy(tmp_path: Path) -> None:
    later = tmp_path / "b.html"
    items = read([str(write(tmp_path / "a.html")), str(later)], 1_000_000)
    assert next(items).payload == PAGE
    write(later)
    assert next(items).payload == PAGE


def test_a_directory_is_searched_for_pages_in_the_order_of_names(tmp_path: Path) -> None:
    pages = [write(tmp_path / name) for name in ("a.html", "b/c.HTM", "b/d.html.gz", "e.txt", "f.md")]
    others = [write(tmp_path / name) for name in ("b/photo.jpg", "data.csv.gz", "noname")]
    inputs, passed_over = find([str(tmp_path)])
    assert inputs == [page.as_posix() for page in pages]
    assert passed_over == sorted(others)


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    odd = write(tmp_path / "page.cgi")
    assert find(["-", str(odd)]) == (["-", str(odd)], [])


def test_inputs_come_in_the_order_of_the_arguments(tmp_path: Path) -> None:
    one, two = write(tmp_path / "2.html"), write(tmp_path / "d" / "1.html")
    assert find([str(one), str(tmp_path / "d")])[0] == [str(one), two.as_posix()]
    assert find([str(tmp_path / "d"), str(one)])[0] == [two.as_posix(), str(one)]


def test_an_empty_directory_holds_nothing(tmp_path: Path) -> None:
    assert find([str(tmp_path)]) == ([], [])


def test_an_argument_that_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        find([str(write(tmp_path / "a.html")), str(tmp_path / "nowhere")])
