"""JSON Lines: a page in each object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from cleaner.corpus.item import Item
from cleaner.corpus.readers.container import Container
from cleaner.corpus.readers.fields import Picked
from cleaner.corpus.readers.packed import unpacked
from cleaner.errors import BadRecord, TooLarge

# A line may be so many times as long as its page may be: for escapes, and for a record that holds HTML and text.
_LONGER = 4
_ROOM = 1 << 20  # … and longer by so much, for what else stands in it
_CHUNK = 1 << 20


def read_lines(source: Container) -> Iterator[Item]:
    """The pages of JSON Lines, one for each line that is not blank. Bytes that are no UTF-8 are replaced.

    :raises BadArchive: the compression is corrupt.
    """
    stream = unpacked(source.raw, source.packing)
    for number, line in enumerate(bounded_lines(stream, source.max_bytes * _LONGER + _ROOM), 1):
        if line is None or not line.isspace():
            yield source.record(f"line={number}", number, partial(_page, line, number, source))


def _page(line: bytes | None, number: int, source: Container) -> Picked:
    if line is None:
        raise TooLarge("the line is too long")
    text = line.decode("utf-8", "replace")
    try:
        record = json.loads(text.removeprefix("\ufeff") if number == 1 else text)
    except (ValueError, RecursionError) as error:
        raise BadRecord(f"no JSON: {error}") from error
    if not isinstance(record, dict):
        raise BadRecord("no JSON object")
    return source.fields.pick(record, source.max_bytes)


def bounded_lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Lines with their ends; None for one of more bytes, which is passed without being held."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None
