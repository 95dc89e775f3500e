"""A file for each page, inside the folder and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.cleaned import Cleaned
from cleaner.corpus.formats import Format, format_of
from cleaner.errors import OutputError
from tests.corpus.formats.results import files, item, large, odd, rows, sample, write
from tests.corpus.formats.test_line import scalar

TEXT, MARKDOWN = format_of("text"), format_of("markdown")


def row(name: str, result: Cleaned | None = None, format_: Format = TEXT) -> str:
    made = format_.row(item(name), result or sample("cv.html"))
    assert made
    return made


@pytest.mark.parametrize(("format_", "suffix"), [(TEXT, ".txt"), (MARKDOWN, ".md")])
def test_pages_stand_under_their_names(format_: Format, suffix: str, tmp_path: Path) -> None:
    results = {"a/b/c": sample("cv.html"), "a/b.d": odd(), "é": large(10_000_000)}
    write(format_, tmp_path, 5, [row(name, result, format_) for name, result in results.items()])
    texts = {
        f"{name}{suffix}": scalar(result.text if format_ is TEXT else result.to_markdown()).rstrip("\n") + "\n"
        for name, result in results.items()
    }
    assert {name: content.decode() for name, content in files(tmp_path).items()} == texts


def test_markdown_begins_with_the_title(tmp_path: Path) -> None:
    write(MARKDOWN, tmp_path / "a.md", None, rows(MARKDOWN, [sample("obituary.html")]))
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("format_", [TEXT, MARKDOWN])
def test_a_file_holds_one_page(format_: Format, tmp_path: Path) -> None:
    one = row("a", format_=format_)
    with pytest.raises(OutputError, match="one page"):
        write(format_, tmp_path / "out", None, [one, one])
    assert files(tmp_path) == {}
    write(format_, tmp_path / "out", None, [one])
    write(format_, tmp_path / "empty", None, [])
    assert files(tmp_path)["out"].decode().rstrip("\n") == json.loads(one)["text"].rstrip("\n")
    assert files(tmp_path)["empty"] == b""


def refused(out: Path, name: str) -> None:
    with pytest.raises(OutputError):
        write(TEXT, out, 0, [row(name)])


@pytest.mark.parametrize("name", ["../a", "a/../../a", "/tmp/cleaner-test-page", "..", "a/../../out-beside/b", "a\0b"])
def test_a_name_that_leads_out(name: str, tmp_path: Path) -> None:
    name = name.replace("/tmp", str(tmp_path))
    (tmp_path / "out-beside").mkdir()
    if name == "..":  # with its suffix a name like any other
        write(TEXT, tmp_path / "out", 0, [row(name)])
        assert list(files(tmp_path)) == ["out/...txt"]
        return
    refused(tmp_path / "out", name)
    assert files(tmp_path) == {}


def test_a_link_in_the_folder_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "out" / "loop").symlink_to(tmp_path / "out" / "loop")
    (tmp_path / "out" / "new").symlink_to(tmp_path / "elsewhere" / "not-there")
    for name in ("a/b", "a/b/c", "loop/b", "new/b"):
        refused(tmp_path / "out", name)
    assert files(tmp_path) == {}
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_link_of_the_files_name_is_replaced_and_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"before")
    out = tmp_path / "out"
    write(TEXT, out, 0, [row("a")])
    content = (out / "a.txt").read_bytes()
    (out / "a.txt").unlink()
    (out / "a.txt").symlink_to(victim)
    write(TEXT, out, 0, [row("a")])
    assert victim.read_bytes() == b"before"
    assert (out / "a.txt").read_bytes() == content
    assert not (out / "a.txt").is_symlink()


def test_a_folder_that_is_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    write(TEXT, tmp_path / "out", 0, [row("a/b")])
    assert list(files(tmp_path / "real")) == ["a/b.txt"]


def test_a_page_where_another_has_its_folder(tmp_path: Path) -> None:
    write(TEXT, tmp_path, 0, [row("a")])
    refused(tmp_path, "a.txt/b")
    assert list(files(tmp_path)) == ["a.txt"]
