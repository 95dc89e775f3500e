"""Records, one a line of JSON, plain or compressed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from gzip import GzipFile
from pathlib import Path
from typing import IO, Protocol

from cleaner.corpus.compression import zstd
from cleaner.corpus.formats.format import Add, Format, Result, named, record_of
from cleaner.corpus.formats.whole import Encoder, whole
from cleaner.corpus.item import Item
from cleaner.output.record import to_json


class Sink(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> object: ...

    def close(self) -> None: ...


class Lines:
    """Rows as lines."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def add(self, row: str) -> None:
        self._sink.write(row.encode() + b"\n")

    def close(self) -> None:
        pass


class PackedLines(Lines):
    """Rows as lines into a sink that compresses, and that is closed at the end."""

    def close(self) -> None:
        self._sink.close()


def gzip_lines(stream: IO[bytes]) -> Encoder:
    """Lines as gzip with neither time nor name in its header."""
    return PackedLines(GzipFile(filename="", mode="wb", compresslevel=6, fileobj=stream, mtime=0))


def zstd_lines(stream: IO[bytes]) -> Encoder:
    """Lines as one frame of Zstandard."""
    return PackedLines(zstd.ZstdFile(stream, "wb", level=3))


def plain() -> Format:
    """``jsonl``."""
    return _format("jsonl", Lines)


def gzipped() -> Format:
    """``jsonl.gz``."""
    return _format("jsonl.gz", gzip_lines)


def zstandard() -> Format:
    """``jsonl.zst``."""
    return _format("jsonl.zst", zstd_lines)


def _format(name: str, encoder: Callable[[IO[bytes]], Encoder]) -> Format:
    return Format(name, _row, partial(_shard, f".{name}", encoder))


def _row(_: Item, result: Result) -> str:
    return to_json(record_of(result))


def _shard(
    suffix: str, encoder: Callable[[IO[bytes]], Encoder], out: Path, index: int | None
) -> AbstractContextManager[Add]:
    return whole(named(out, index, suffix), encoder)
