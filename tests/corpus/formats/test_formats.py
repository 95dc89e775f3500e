"""What all formats promise: whole files, of bytes that follow from rows, and typed errors."""

from __future__ import annotations

import errno
import gc
import os
import pickle
import resource
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cleaner.corpus import extras as module
from cleaner.corpus.formats import NAMES, Format, format_of, guessed
from cleaner.errors import MissingExtra, OutputError
from tests.corpus.formats.results import WARC, empty, files, large, odd, refused, rows, sample, write

RESULTS = [sample("obituary.html"), empty(), refused(), odd(), sample("spam-tail-plain.txt", warc=WARC)]
SHARD = {
    "jsonl": ["part-00003.jsonl"],
    "jsonl.gz": ["part-00003.jsonl.gz"],
    "jsonl.zst": ["part-00003.jsonl.zst"],
    "parquet": ["part-00003.parquet"],
    "dolma": ["attributes/cleaner/part-00003.json.gz", "documents/part-00003.json.gz"],
    "wet": ["part-00003.warc.wet.gz"],
    "text": ["page-0.txt", "page-3.txt", "page-4.txt"],
    "markdown": ["page-0.md", "page-3.md", "page-4.md"],
}
SINGLE = [name for name in NAMES if format_of(name).single]
PAGES = ("text", "markdown")


@pytest.fixture(params=NAMES)
def format_(request: pytest.FixtureRequest) -> Format:
    return format_of(request.param)


class Unlucky(Exception):
    pass


def abort(format_: Format, out: Path, index: int | None, written: list[str]) -> None:
    with pytest.raises(Unlucky), format_.shard(out, index) as add:
        for row in written:
            add(row)
        raise Unlucky


# --- names ------------------------------------------------------------------------------------------


def test_a_shard_has_its_names_and_nothing_stands_beside_it(format_: Format, tmp_path: Path) -> None:
    write(format_, tmp_path / "new" / "out", 3, rows(format_, RESULTS))
    assert list(files(tmp_path / "new" / "out")) == SHARD[format_.name]


@pytest.mark.parametrize("name", SINGLE)
def test_a_single_file_has_the_name_it_is_given(name: str, tmp_path: Path) -> None:
    out = tmp_path / "new" / "Some file"
    write(format_of(name), out, None, rows(format_of(name), RESULTS[:1]))
    assert list(files(tmp_path)) == ["new/Some file"]
    assert out.stat().st_size > 100


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.jsonl", "jsonl"),
        ("b/a.tar.JSONL.GZ", "jsonl.gz"),
        ("a.jsonl.zst", "jsonl.zst"),
        ("a.parquet", "parquet"),
        ("a.warc.wet.gz", "wet"),
        ("a.wet.gz", "wet"),
        ("a.txt", "text"),
        ("a.md", "markdown"),
        ("a.gz", None),
        ("a.jsonl.bz2", None),
        ("a.warc.wet", None),
        ("out", None),
        ("a.jsonl/b", None),
    ],
)
def test_what_a_name_says(path: str, name: str | None) -> None:
    assert guessed(Path(path)) == name


def test_names() -> None:
    assert [format_of(name).name for name in NAMES] == list(NAMES) == list(SHARD)
    with pytest.raises(OutputError, match=r"'xml'.*jsonl\.gz, .*parquet"):
        format_of("xml")


def test_a_missing_library_is_told_when_the_format_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(module, "import_module", missing)
    with pytest.raises(MissingExtra, match=r"cleaner\[arrow\]"):
        format_of("parquet")
    for other in {*NAMES} - {"parquet"}:
        format_of(other)


def test_a_format_can_be_sent_to_another_process(format_: Format, tmp_path: Path) -> None:
    sent = pickle.loads(pickle.dumps(format_))
    assert rows(sent, RESULTS) == rows(format_, RESULTS)
    write(sent, tmp_path, 3, rows(sent, RESULTS))
    assert list(files(tmp_path)) == SHARD[format_.name]


# --- bytes ------------------------------------------------------------------------------------------


def test_rows_are_lines_that_any_reader_of_lines_takes_whole(format_: Format) -> None:
    for row in rows(format_, RESULTS):
        assert row.splitlines() == [row]
        assert row.encode().decode() == row


def test_which_results_have_rows(format_: Format) -> None:
    assert len(rows(format_, RESULTS)) == (5 if format_.name.startswith(("jsonl", "parquet")) else 3)


def test_the_same_rows_are_the_same_bytes(format_: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(format_, tmp_path / "a", 3, rows(format_, RESULTS))
    monkeypatch.setattr("time.time", lambda: 1e9)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    write(format_, tmp_path / "b" / "elsewhere", 3, rows(format_, RESULTS))
    assert files(tmp_path / "a") == files(tmp_path / "b" / "elsewhere")


def test_another_index_or_file_makes_no_other_bytes(format_: Format, tmp_path: Path) -> None:
    made = rows(format_, RESULTS)[:1]
    write(format_, tmp_path / "a", 3, made)
    write(format_, tmp_path / "b", 4, made)
    assert list(files(tmp_path / "a").values()) == list(files(tmp_path / "b").values())
    if format_.single:
        write(format_, tmp_path / "c", None, made)
        assert [(tmp_path / "c").read_bytes()] == list(files(tmp_path / "a").values())


def test_a_shard_without_rows(format_: Format, tmp_path: Path) -> None:
    write(format_, tmp_path / "a", 3, [])
    assert list(files(tmp_path / "a")) == ([] if format_.name in PAGES else SHARD[format_.name])


# --- whole or not at all ----------------------------------------------------------------------------


@pytest.fixture
def complaints(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """What libraries complain of when they are collected. There must be nothing of the kind."""
    found: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", found.append)
    yield found
    gc.collect()
    assert found == []


def test_an_aborted_shard_leaves_nothing(format_: Format, tmp_path: Path, complaints: list[Any]) -> None:
    abort(format_, tmp_path, 3, rows(format_, RESULTS))
    assert list(files(tmp_path)) == (SHARD[format_.name] if format_.name in PAGES else [])


@pytest.mark.parametrize("name", SINGLE)
def test_an_aborted_file_leaves_the_one_that_was_there(name: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")
    abort(format_of(name), tmp_path / "a", None, rows(format_of(name), RESULTS[:1]))
    assert files(tmp_path) == {"a": b"before"}


def test_the_same_bytes_after_an_aborted_shard_and_what_a_killed_process_left(format_: Format, tmp_path: Path) -> None:
    made = rows(format_, RESULTS)
    write(format_, tmp_path / "a", 3, made)
    abort(format_, tmp_path / "b", 3, made[:2])
    shard = format_.shard(tmp_path / "b", 3)
    shard.__enter__()(made[0])  # and never left
    if format_.name not in PAGES:
        assert any(Path(name).name.startswith(".") for name in files(tmp_path / "b"))
    write(format_, tmp_path / "b", 3, made)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_nothing_has_its_name_before_the_shard_is_left(format_: Format, tmp_path: Path) -> None:
    with format_.shard(tmp_path, 3) as add:
        for row in rows(format_, RESULTS):
            add(row)
        names = [Path(name).name for name in files(tmp_path)]
        assert format_.name in PAGES or all(name.startswith(".") for name in names)


def test_a_name_as_long_as_the_system_takes(tmp_path: Path) -> None:
    out = tmp_path / ("é" * 127)
    write(format_of("jsonl"), out, None, ["{}"])
    assert files(tmp_path) == {out.name: b"{}\n"}


def test_the_bodys_own_errors_pass(format_: Format, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="an input"), format_.shard(tmp_path, 3):
        raise FileNotFoundError("an input")


# --- what the system refuses ------------------------------------------------------------------------


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """The system writes no file beyond this size, as if its disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [0, 100, 5_000])
def test_a_file_that_the_system_does_not_let_grow(
    format_: Format, tmp_path: Path, size: int, complaints: list[Any]
) -> None:
    made = rows(format_, [large(400_000)])
    with files_of_at_most(size), pytest.raises(OutputError, match=f"cannot write to .*: {os.strerror(errno.EFBIG)}"):
        write(format_, tmp_path, 3, made * 3)
    assert files(tmp_path) == {}


def test_a_disk_that_is_full_at_the_end(format_: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=rf"cannot write to {tmp_path}.*: No space left on device"):
        write(format_, tmp_path, 3, rows(format_, RESULTS))
    assert files(tmp_path) == {}


def test_a_folder_that_is_a_file(format_: Format, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError, match=r"cannot write to .*: (File exists|Not a directory)"):
        write(format_, tmp_path / "a", 3, rows(format_, RESULTS))
    assert files(tmp_path) == {"a": b""}


@pytest.mark.parametrize("name", SINGLE)
def test_a_file_that_is_a_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OutputError, match=r"cannot write to .*: Is a directory"):
        write(format_of(name), tmp_path / "a", None, rows(format_of(name), RESULTS[:1]))
    assert files(tmp_path) == {}


# --- memory -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in NAMES if name not in PAGES])
def test_memory_does_not_grow_with_the_rows(name: str, tmp_path: Path) -> None:
    """Python's own; what Arrow holds is seen in ``test_parquet``."""
    [row] = rows(format_of(name), [large(1_000_000)])

    def peak(count: int) -> Any:
        tracemalloc.start()
        write(format_of(name), tmp_path, 3, (row for _ in range(count)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(40) < peak(20) + 1_000_000
