"""A file of text or Markdown for each page, named after it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import IO

from cleaner.cleaned import Cleaned
from cleaner.corpus.formats.format import Add, Format, Result, line
from cleaner.corpus.formats.whole import reported, whole
from cleaner.corpus.item import Item
from cleaner.errors import OutputError


class Page:
    """The text of one row, ending in one newline."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._taken = False

    def add(self, row: str) -> None:
        if self._taken:
            raise OutputError("a file of text or Markdown holds one page: several need a directory")
        self._taken = True
        self._stream.write((json.loads(row)["text"].rstrip("\n") + "\n").encode())

    def close(self) -> None:
        pass


def text() -> Format:
    """``text``."""
    return Format("text", partial(_row, attrgetter("text")), partial(_shard, ".txt"))


def markdown() -> Format:
    """``markdown``."""
    return Format("markdown", partial(_row, Cleaned.to_markdown), partial(_shard, ".md"))


def _row(view: Callable[[Cleaned], str], item: Item, result: Result) -> str | None:
    if not isinstance(result, Cleaned) or not result.text:
        return None
    return line({"name": item.name, "text": view(result)})


@contextmanager
def _shard(suffix: str, out: Path, index: int | None) -> Iterator[Add]:
    if index is None:
        with whole(out, Page) as add:
            yield add
    else:
        yield partial(_write, suffix, out)


def _write(suffix: str, out: Path, row: str) -> None:
    with whole(_inside(out, json.loads(row)["name"] + suffix), Page) as add:
        add(row)


def _inside(out: Path, name: str) -> Path:
    """The path of this name in a directory.

    :raises OutputError: it leads out of the directory, by itself or by a link that stands in it.
    """
    if "\0" in name:
        raise OutputError(f"no name of a file: {name!r}")
    path = out / name
    try:
        with reported(path):
            contained = path.parent.resolve().is_relative_to(out.resolve())
    except RuntimeError as error:  # a link to itself, until Python 3.13
        raise OutputError(f"{path}: {error}") from error
    if not contained:
        raise OutputError(f"{path} is outside of {out}")
    return path
