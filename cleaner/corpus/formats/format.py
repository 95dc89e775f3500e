"""What a format is: how a result becomes a row, and how rows become files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.cleaned import Cleaned
from cleaner.corpus.item import Item
from cleaner.output.record import to_json

Result = Cleaned | Mapping[str, Any]
"""A cleaned page, or the record of an input that failed."""
Add = Callable[[str], None]
"""Takes the next row of a shard; raises :class:`~cleaner.errors.OutputError` where it cannot be written."""

# An escape in a line of JSON, from its backslash on, so that the second of two backslashes begins none.
_ESCAPE = re.compile(r"\\(?:u(d[89a-f][0-9a-f]{2})|.)")


@dataclass(frozen=True)
class Format:
    """A format of a run's output. Its functions can be sent to other processes.

    ``row(item, result)`` is one line of text, without a newline, for a worker to make; None where the format has nothing for
    such a result.

    ``shard(out, index)`` writes rows. ``out`` is the file to write, or with an index the directory in which that shard stands;
    folders are made where they are missing. Left without an exception, the files are on the disk under their names. With one,
    only files that are whole are: those of pages that were added before (``text``, ``markdown``), and where the documents of
    ``dolma`` are what fails at the end, their attributes. It raises :class:`~cleaner.errors.OutputError` where something cannot
    be written. The bytes follow from the rows alone, and memory is bounded by the largest rows, however many there are.

    ``single`` says whether the format can be one file at all.
    """

    name: str
    row: Callable[[Item, Result], str | None]
    shard: Callable[[Path, int | None], AbstractContextManager[Add]]
    single: bool = True


def record_of(result: Result) -> Mapping[str, Any]:
    """The record of a result."""
    return result.to_record() if isinstance(result, Cleaned) else result


def line(values: Mapping[str, Any]) -> str:
    """Values as a line of JSON with U+FFFD for each lone surrogate: offsets into its texts stay, and readers that know no
    surrogates (Arrow, Rust's) take it."""
    text = to_json(values)
    return _ESCAPE.sub(lambda found: "\ufffd" if found[1] else found[0], text) if "\\ud" in text else text


def named(out: Path, index: int | None, suffix: str) -> Path:
    """The file of a shard in a directory, or the single file itself."""
    return out if index is None else out / f"part-{index:05}{suffix}"
