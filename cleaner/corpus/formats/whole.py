"""Files that are there whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from cleaner.corpus.formats.format import Add
from cleaner.errors import OutputError


class Encoder(Protocol):
    """Writes rows to a stream in some format. What it holds back it writes when it is closed; the stream stays open."""

    def add(self, row: str, /) -> None: ...

    def close(self) -> None: ...


@contextmanager
def whole(path: Path, encoder: Callable[[IO[bytes]], Encoder]) -> Iterator[Add]:
    """A file that gets its name once all its rows are on the disk, in place of any other of that name.

    Until then it stands beside it under a name that begins with a dot; after an exception it is gone. What a process that
    was killed left behind under that name is written over.

    :raises OutputError: it cannot be written. Other errors of the body pass.
    """
    # Of a length that any file system takes, however long the file's own name is.
    temporary = path.parent / f".{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}.tmp"
    with reported(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        stream = temporary.open("xb")  # never through a link that somebody put there
    undo = [temporary.unlink, stream.close]
    try:
        with reported(path):
            rows = encoder(stream)
        undo.append(rows.close)  # which libraries do when they are collected, if nobody did it before

        def add(row: str) -> None:
            with reported(path):
                rows.add(row)

        yield add
        with reported(path):
            rows.close()
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
            temporary.replace(path)
    except BaseException:
        for step in reversed(undo):
            with suppress(Exception):
                step()
        raise


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """What the system refuses is told as an error of ours, with the file and the system's message."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write to {path}: {error.strerror or error}") from error
