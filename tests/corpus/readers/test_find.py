"""What arguments name."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from cleaner.corpus.readers import Found, find, listed
from cleaner.errors import BadArchive, OutputError, Unreadable
from tests.corpus.readers.making import write


def read_of(folder: Path) -> list[str]:
    return [found.name for found in find([str(folder)]) if not found.passed_over]


def test_a_directory_is_searched_in_the_order_of_names(tmp_path: Path) -> None:
    pages = ("a.html", "b/c.HTM", "b/d.html.gz", "c.html.zst", "e.txt", "f.md")
    others = ("b/photo.jpg", "noname")
    for name in (*pages, *others):
        write(tmp_path / name, b"")
    found = list(find([str(tmp_path)]))
    assert [each.name for each in found if not each.passed_over] == list(pages)
    assert [each.path for each in found if not each.passed_over] == [(tmp_path / name).as_posix() for name in pages]
    assert [each.name for each in found if each.passed_over] == list(others)


def test_a_directory_is_searched_for_containers_but_for_those_that_may_be_anything(tmp_path: Path) -> None:
    containers = "a.arrow b.jsonl c.jsonl.gz d.ndjson.zst e.parquet f.warc g.warc.gz h.warc.wet.gz".split()
    others = "i.csv j.zip k.tar l.tar.gz m.tgz n.json o.parquet.gz p.tsv.gz".split()
    for name in containers + others:
        write(tmp_path / name, b"")
    assert read_of(tmp_path) == containers
    assert len(list(find([str(tmp_path)]))) == len(containers + others)


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    odd = write(tmp_path / "page.cgi", b"")
    assert list(find(["-", str(odd)])) == [Found("-", "stdin"), Found(str(odd), "page.cgi")]


def test_inputs_come_in_the_order_of_the_arguments(tmp_path: Path) -> None:
    one, two = str(write(tmp_path / "2.html", b"")), str(write(tmp_path / "d" / "1.html", b"").parent)
    assert [each.name for each in find([one, two])] == ["2.html", "1.html"]
    assert [each.name for each in find([two, one])] == ["1.html", "2.html"]


def test_an_empty_directory_holds_nothing(tmp_path: Path) -> None:
    assert list(find([str(tmp_path)])) == []


@pytest.mark.parametrize("argument", ["nowhere", "nowhere/*.html", "x" * 5000, "a\0b", ""])
def test_an_argument_that_is_nothing_is_told_before_anything_is_read(tmp_path: Path, argument: str) -> None:
    with pytest.raises(FileNotFoundError):
        find([str(write(tmp_path / "a.html", b"")), str(tmp_path / argument) if argument else ""])


def test_a_pattern_names_files(tmp_path: Path) -> None:
    for name in ("b/2.html", "a/1.html", "0.html", "a/photo.jpg", "a/x.zip"):
        write(tmp_path / name, b"")
    assert [each.name for each in find([f"{tmp_path}/**/*.html"])] == ["0.html", "a/1.html", "b/2.html"]
    assert [each.name for each in find([f"{tmp_path}/a/*"])] == ["1.html", "photo.jpg", "x.zip"]


def test_a_file_with_brackets_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    path = write(tmp_path / "a[1].html", b"")
    assert list(find([str(path)])) == [Found(str(path), "a[1].html")]


def test_a_link_to_a_directory_is_not_followed_and_a_pipe_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path / "a" / "1.html", b"")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "a" / "pipe.html")
    (tmp_path / "a" / "2.html").symlink_to(tmp_path / "a" / "1.html")
    found = list(find([str(tmp_path / "a")]))
    assert [(each.name, each.passed_over) for each in found] == [
        ("1.html", False),
        ("2.html", False),
        ("loop", True),
        ("pipe.html", True),
    ]


def test_a_list_of_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b"a/1.warc.gz\r\n\n  b/2.warc.gz  \nc d"
    paths = ["a/1.warc.gz", "b/2.warc.gz", "c d"]
    assert list(listed(str(write(tmp_path / "warc.paths", lines)))) == paths
    assert list(listed(str(write(tmp_path / "warc.paths.gz", gzip.compress(lines))))) == paths
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines)))
    assert list(listed("-")) == paths


def test_a_list_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="none"):
        list(listed(str(tmp_path / "none")))
    with pytest.raises(BadArchive, match=r"a\.gz"):
        list(listed(str(write(tmp_path / "a.gz", b"no"))))


def test_a_folder_to_be_left_aside_is_not_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.html", "out/b.html", "z/out/c.html"):
        write(tmp_path / name, b"")
    monkeypatch.chdir(tmp_path)
    for argument, out in ((".", "out"), (str(tmp_path), "out"), (".", str(tmp_path / "out"))):
        assert [each.name for each in find([argument], Path(out))] == ["a.html", "z/out/c.html"]
    assert [each.name for each in find(["out/b.html"], Path("out"))] == ["b.html"]  # named, it is meant
    with pytest.raises(OutputError, match="folder of their own"):
        find(["a.html", "out/"], Path("out"))
