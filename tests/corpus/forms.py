"""Output formats that do what pages do to a worker, at will: those of ``tests/corpus`` are sent to other processes by name."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cleaner.cleaned import Cleaned
from cleaner.corpus.formats.format import Format, Result, record_of
from cleaner.corpus.item import Item
from cleaner.output.record import to_json


def _nowhere(out: Path, index: int | None) -> Any:
    raise NotImplementedError


def form(row: Callable[[Item, Result], str | None]) -> Format:
    return Format("made-up", row, _nowhere)


def named(item: Item, _: Result) -> str:
    """The item's name."""
    return item.name


def dies(item: Item, result: Result) -> str:
    """Where the item's name is that of a signal, the worker gets it; not for the record of a failure, which is not a worker's."""
    if isinstance(result, Cleaned) and item.name.startswith("SIG"):
        os.kill(os.getpid(), getattr(signal, item.name))
        time.sleep(10)
    return item.name


def dies_once(item: Item, result: Result) -> str:
    """As :func:`dies`, the first time that an item comes; ``uri`` is a file that then is there."""
    mark = Path(item.uri)
    if not mark.exists():
        mark.touch()
        return dies(item, result)
    return item.name


def works(item: Item, result: Result) -> str:
    """Takes CPU time where the item's name says so, memory, or time that is no CPU time; a failure's record gives its reason."""
    if not isinstance(result, Cleaned):
        return f"{item.name}: {result['reason']}"
    if item.name == "hard":
        while True:
            pass
    if item.name == "large":
        return str(len([b"x" * 1_000_000 for _ in range(100_000)]))
    if item.name == "idle":
        time.sleep(1_000)
    if item.name == "wrong":
        raise ZeroDivisionError("a fault of ours")
    return item.name


def told(_: Item, result: Result) -> str:
    """A record."""
    return to_json(record_of(result))
