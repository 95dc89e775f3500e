"""CSV and TSV: a page in each row, the names of the columns in the first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from cleaner.corpus.item import Item
from cleaner.corpus.readers.container import Container
from cleaner.corpus.readers.fields import Picked
from cleaner.corpus.readers.lines import bounded_lines
from cleaner.corpus.readers.packed import unpacked
from cleaner.errors import BadRecord, TooLarge

_DELIMITERS = ",;\t|"
_LONGEST_HEADER = 1 << 20


def read_rows(source: Container) -> Iterator[Item]:
    """The pages of a table. Bytes that are no UTF-8 are replaced.

    :raises BadRecord: the first row names no column that holds pages.
    :raises BadArchive: the compression is corrupt.
    """
    # The limit is the module's, for all readers; fields are longer than its 131,072 characters.
    csv.field_size_limit(max(source.max_bytes, csv.field_size_limit()))
    lines = _Lines(unpacked(source.raw, source.packing), source.max_bytes)
    header = lines.stream.readline(_LONGEST_HEADER).decode("utf-8-sig", "replace")
    is_tsv = ".tsv" in source.uri.lower()
    delimiter = "\t" if is_tsv else max(_DELIMITERS, key=header.count)
    try:
        columns = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error as error:
        raise BadRecord(f"its first row names no columns: {error}") from error
    source.fields.among(columns)
    rows = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        lines.begin()
        row: list[str] | csv.Error
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            row = error
            lines.end_row()
        if row != []:
            number += 1
            yield source.record(f"row={number}", number, partial(_page, row, columns, source))


def _page(row: list[str] | csv.Error, columns: list[str], source: Container) -> Picked:
    if isinstance(row, csv.Error):
        raise (TooLarge if "larger than" in str(row) or "too long" in str(row) else BadRecord)(str(row))
    return source.fields.pick(dict(zip(columns, row, strict=False)), source.max_bytes)


class _Lines:
    """Lines of text for the csv module, which knows where the row ends that they belong to."""

    def __init__(self, stream: BinaryIO, longest: int) -> None:
        self.stream = stream
        self._lines = bounded_lines(stream, 4 * longest + _LONGEST_HEADER)
        self._quotes = 0

    def begin(self) -> None:
        """A row begins."""
        self._quotes = 0

    def end_row(self) -> None:
        """Pass the lines up to the end of a row that is given up: up to where its quotes are closed."""
        while self._quotes % 2 and next(self, None) is not None:
            pass

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if line is None:
            raise csv.Error("a line is too long")
        self._quotes += line.count(b'"')
        return line.decode("utf-8", "replace")
