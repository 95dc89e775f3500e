"""One at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cleaner.corpus.formats.whole import reported
from cleaner.errors import RunError


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """While it is entered nobody else holds the folder, which is made where it is missing and may be gone afterwards.

    :raises RunError: somebody does.
    :raises OutputError: it cannot be made.
    """
    lock = folder / "lock"
    with reported(folder):
        folder.mkdir(parents=True, exist_ok=True)
        file = lock.open("w")
    with file:
        with reported(folder):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise RunError(f"{folder}: a run is going on there") from None
            if not lock.exists() or not os.path.samestat(lock.stat(), os.fstat(file.fileno())):
                raise RunError(f"{folder}: a run has ended there just now")  # and has taken the folder with it
        yield
