"""Results to write: of every sample, of pages with odd characters, and of inputs that have no text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from cleaner.cleaned import Cleaned
from cleaner.corpus.formats import Format
from cleaner.corpus.item import Item
from cleaner.output.record import failed
from cleaner.pipeline import clean
from cleaner.policy import PRESETS
from cleaner.producer import producer

SAMPLES = sorted(Path(__file__).parents[3].joinpath("samples").glob("*.html")) + sorted(
    Path(__file__).parents[3].joinpath("samples").glob("*.txt")
)
# A lone surrogate, a NUL, separators that some readers end lines at, quotes, a backslash before what would be an escape, an emoji.
ODD = 'Lone \ud83d and \udcff, NUL \0, \u2028, \u2029, \x85, \v, "quoted", \\ud83d as letters, \\\\ twice, \t, \U0001f600 and é.'
WARC = {"WARC-Date": "2024-01-02T03:04:05Z", "WARC-Record-ID": "<urn:uuid:0a1b2c3d-0000-4000-8000-000000000001>"}


def sample(name: str, **where: Any) -> Cleaned:
    path = SAMPLES[0].parent / name
    return clean(path.read_bytes(), **{"uri": f"samples/{name}", **where})


def odd() -> Cleaned:
    """A text of odd characters, which stand in the record's other fields too."""
    return clean(f"{ODD}\n\n{ODD * 3}", uri="odd.txt", url="https://example.org/\ud83d?a=\\ud83d", kind="text")


def empty() -> Cleaned:
    return clean(b"<!doctype html><title>Nothing</title><body></body>", uri="empty.html")


def refused() -> dict[str, Any]:
    return failed({"uri": "a.pdf"}, "binary", producer(PRESETS["balanced"]))


@cache
def large(characters: int) -> Cleaned:
    """A text of so many characters, none like the one before."""
    words = " ".join(f"The {number} ferries leave at nine." for number in range(characters // 20))[: characters - 1]
    return clean(words + ".", uri="large.txt", kind="text")


def item(name: str = "page", uri: str = "page.html") -> Item:
    return Item(uri, b"", name)


def rows(format_: Format, results: Iterable[Any]) -> list[str]:
    """The rows of results, named in order; without those for which the format has none."""
    made = (format_.row(item(f"page-{number}"), result) for number, result in enumerate(results))
    return [row for row in made if row is not None]


def write(format_: Format, out: Path, index: int | None, written: Iterable[str]) -> None:
    with format_.shard(out, index) as add:
        for row in written:
            add(row)


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, files with a dot before their name too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
