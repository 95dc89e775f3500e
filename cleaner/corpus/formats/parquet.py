"""Records as typed columns in Parquet, compressed with Zstandard."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from cleaner.corpus.extras import library
from cleaner.corpus.formats.columns import schema, shaped
from cleaner.corpus.formats.format import Add, Format, Result, line, named, record_of
from cleaner.corpus.formats.whole import whole
from cleaner.corpus.item import Item
from cleaner.errors import OutputError

GROUP = 16 << 20  # bytes of JSON that become a row group: some seven times that in memory while they do


class Groups:
    """Rows gathered into row groups of at most :data:`GROUP` bytes of JSON, or of one row that is larger."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._arrow, self._json = library("pyarrow", "arrow"), library("pyarrow.json", "arrow")
        self._schema = schema()
        # Dictionaries would make files of pages larger: few values come twice, and Zstandard sees those that do.
        self._writer = library("pyarrow.parquet", "arrow").ParquetWriter(
            stream, self._schema, compression="zstd", use_dictionary=False
        )
        self._lines: list[bytes] = []
        self._bytes = 0

    def add(self, row: str) -> None:
        line = row.encode() + b"\n"
        if self._bytes + len(line) > GROUP:
            self._flush()
        self._lines.append(line)
        self._bytes += len(line)

    def close(self) -> None:
        try:
            self._flush()
        finally:
            self._writer.close()

    def _flush(self) -> None:
        if not self._lines:
            return
        group, self._lines, self._bytes = b"".join(self._lines), [], 0
        try:
            table = self._json.read_json(
                self._arrow.BufferReader(group),
                self._json.ReadOptions(use_threads=False, block_size=len(group) + 1),
                self._json.ParseOptions(explicit_schema=self._schema, unexpected_field_behavior="error"),
            )
        except (self._arrow.ArrowInvalid, OverflowError) as error:
            raise OutputError(f"no records of this schema, or too large for Arrow: {error}") from error
        self._writer.write_table(table, row_group_size=len(table))


def parquet() -> Format:
    """``parquet``.

    :raises MissingExtra: pyarrow is not installed.
    """
    schema()
    return Format("parquet", _row, _shard)


def _row(_: Item, result: Result) -> str:
    return line(shaped(record_of(result)))


def _shard(out: Path, index: int | None) -> AbstractContextManager[Add]:
    return whole(named(out, index, ".parquet"), Groups)
