"""Names of results: nothing leads out of a folder, and no two are one."""

from __future__ import annotations

import time
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.corpus.readers.names import Names, safe

PIECES = [
    "..",
    ".",
    "/",
    "\\",
    "a",
    "CON",
    "nul.txt",
    " ",
    "\0",
    "\n",
    "é",
    "e\u0301",
    "C:",
    "\ud800",
    "x" * 300,
    "?",
    "-2",
    "A",
]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b", "a/b"),
        ("/etc/passwd", "etc/passwd"),
        ("../../a", "a"),
        ("a/../../b", "a/b"),
        ("..\\..\\a", "a"),
        ("C:\\a", "C_/a"),
        ("", "_"),
        ("..", "_"),
        ("a/.. /b. ./ c ", "a/b/c"),
        ("CON/aux.b/com1/console", "_CON/_aux.b/_com1/console"),
        (" nul", "_nul"),
        ("a\nb\0c", "a_b_c"),
        ("e\u0301", "é"),
        (".hidden", ".hidden"),
    ],
)
def test_a_safe_path(path: str, name: str) -> None:
    assert safe(path) == name


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text())
@example("a/" * 3000)
def test_every_path_becomes_a_safe_one(path: str) -> None:
    name = safe(path)
    assert name == safe(name), "what is safe stays as it is"
    assert not PurePosixPath(name).is_absolute()
    assert not PureWindowsPath(name).is_absolute()
    assert not PureWindowsPath(name).drive
    parts = name.split("/")
    assert len(parts) <= 16
    for part in parts:
        assert part not in ("", ".", "..")
        assert len(part.encode()) <= 160
        assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in part)
        assert not PureWindowsPath(part).is_reserved()
        assert part.rstrip(" .") == part


@given(st.lists(st.tuples(st.booleans(), st.lists(st.sampled_from(PIECES), max_size=6).map("".join)), max_size=30))
def test_names_are_unique_whatever_their_case_and_containers_have_their_folder_alone(
    given_: list[tuple[bool, str]],
) -> None:
    names = Names()
    found = []
    for is_container, path in given_:
        name = (names.container if is_container else names.page)(path)
        found += [name, *(f"{name}/{number:06d}" for number in (1, 2) if is_container)]
    assert len({name.casefold() for name in found}) == len(found)


def test_a_container_and_a_folder_of_pages_have_not_one_name() -> None:
    names = Names()
    assert [names.page("pages/000001"), names.container("pages")] == ["pages/000001", "pages-2"]
    assert [names.container("a"), names.page("a/000001"), names.page("a/b")] == ["a", "a-2/000001", "a-2/b"]
    assert [names.page("b"), names.container("b")] == ["b", "b-2"]


def test_many_pages_of_one_name() -> None:
    names = Names()
    start = time.perf_counter()
    found = {names.page("index") for _ in range(50_000)}
    assert len(found) == 50_000
    assert time.perf_counter() - start < 5
