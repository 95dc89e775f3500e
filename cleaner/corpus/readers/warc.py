"""WARC and WET: what servers sent, and text that was made of it, record by record.

A compressed WARC file is a row of members, each of which holds a record as a rule (ISO 28500:2017, annex D). We go from
member to member ourselves, so that one that is corrupt costs no other, and so that a record's place is the one that
indexes of the file give; FastWARC reads the records. What is no record is skipped up to the next, and is one item that
says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO, Literal

from cleaner.corpus.item import Item
from cleaner.corpus.readers.container import Container
from cleaner.corpus.readers.packed import MAGIC, CutOff, Member, Packing, behind_frames, decompressors
from cleaner.corpus.readers.record import Record, Stretch, item_of, records
from cleaner.errors import BadArchive, InputError

_START = re.compile(rb"WARC/\d\.\d{1,3}\r?\n[A-Za-z][A-Za-z-]*:")
_SOMETHING = re.compile(rb"[^\0]")  # zeros are padding
_CHUNK = 1 << 20  # bytes searched at a time, …
_OVERLAP = 64  # … and so many again: no start is longer, nor does it need to be seen whole
# Bytes of compressed data's content without a record's end after which it is given up: that is no page but an attack.
_LONGEST_RECORD = 1 << 32


def read_warc(source: Container) -> Iterator[Item]:
    """Records of the types response, resource and conversion; where no record can be read, an item with
    :class:`BadArchive` for the whole stretch up to the next.

    The file says by how it begins whether it is compressed: some are not as their names say.

    :raises BadArchive: its compression is of no members, or its dictionary is corrupt.
    :raises Unreadable: the system fails to read it.
    """
    head = source.raw.read(_OVERLAP)
    if _START.match(head):
        return _plain(source)
    packing = next((name for name, magic in MAGIC.items() if head.startswith(magic)), source.packing)
    if packing and packing not in MAGIC:
        raise BadArchive(f"no WARC file is compressed with {packing}")
    return _packed(source, packing) if packing else _plain(source)


def _plain(source: Container) -> Iterator[Item]:
    numbers = count(1)
    position: int | None = source.start
    is_told = False  # an item says that what stands here is no record
    while position is not None:
        source.raw.seek(position)
        place, resume = position, None
        stretch = Stretch(source.raw, math.inf)
        for record, follows in _followed(records(stretch, source.max_bytes)):
            if record:
                place, is_told = position + record.position, record.is_short
                if follows == "other" and record.block and (inner := _START.search(record.block)):
                    # Its length is wrong, and reaches into the next.
                    record = record._replace(block=record.block[: inner.start()].rstrip(b"\r\n"))
                    is_told = True
                if record.is_page:
                    error = CutOff("the file ends in the record") if record.is_short else None
                    yield item_of(record, source, _fragment(place), next(numbers), error)
            if follows == "other" and not is_told:
                yield source.item(_fragment(place, 2 if record else 1), next(numbers), BadArchive("no WARC record"))
            if follows == "other" or is_told:
                resume, is_told = place + 1, True
        if stretch.error:
            raise stretch.error
        position = None if resume is None else _search(source.raw, resume, _START)


def _packed(source: Container, packing: Packing) -> Iterator[Item]:
    numbers = count(1)
    make = decompressors(source.raw, packing)
    position = source.start
    is_told = False
    while (start := _next_data(source.raw, position, packing)) is not None:
        place = _next_member(source.raw, start, packing)
        if place != start and not is_told:
            yield source.item(_fragment(start), next(numbers), BadArchive("no WARC record"))
            is_told = True
        if place is None:
            return
        source.raw.seek(place)
        member = Member(source.raw, make)
        stretch = Stretch(member, _LONGEST_RECORD)
        part, follows = 0, "end"
        for record, follows in _followed(records(stretch, source.max_bytes)):
            if record:
                part += 1
                error = _damage(record, follows, stretch.error)
                if record.is_short and record.block and not error:  # its length is wrong
                    record = record._replace(block=record.block.removesuffix(b"\r\n\r\n"))
                is_told = error is not None
                if record.is_page:
                    yield item_of(record, source, _fragment(place, part), next(numbers), error)
        stretch.drain()
        if (stretch.error or follows == "other") and not is_told:
            error = stretch.error or BadArchive("no WARC record")
            yield source.item(_fragment(place, part + 1), next(numbers), error)
        position, is_told = (source.raw.tell(), False) if member.eof else (place + 1, True)


def _damage(record: Record, follows: Literal["record", "other", "end"], error: InputError | None) -> InputError | None:
    """What the error in which a member ends means for a record of it."""
    if follows == "record":
        return None  # it is of what comes behind
    # What is there whole may be wrong nevertheless: damage shows late, and most of all in a checksum.
    return error if record.is_short or not isinstance(error, CutOff) else None


def _followed(
    found: Iterator[Record | None],
) -> Iterator[tuple[Record | None, Literal["record", "other", "end"]]]:
    """Each record with what follows it, for only that proves its length; None where something else comes first."""
    before = None
    for record in found:
        if before or not record:
            yield before, "record" if record else "other"
        before = record
    if before:
        yield before, "end"


def _fragment(place: int, part: int = 1) -> str:
    return f"offset={place}" if part == 1 else f"offset={place}&record={part}"


def _next_data(raw: BinaryIO, position: int, packing: Packing) -> int | None:
    """Where something stands that is no padding and no frame without data."""
    if packing == "zstd":
        position = behind_frames(raw, position)
    raw.seek(position)
    return position if raw.read(1).strip(b"\0") else _search(raw, position, _SOMETHING)


def _next_member(raw: BinaryIO, position: int, packing: Packing) -> int | None:
    magic = MAGIC[packing]
    raw.seek(position)
    return position if raw.read(len(magic)) == magic else _search(raw, position, re.compile(re.escape(magic)))


def _search(raw: BinaryIO, position: int, pattern: re.Pattern[bytes]) -> int | None:
    """Where a pattern first stands, from a position on."""
    position = raw.seek(position)
    kept = b""
    while data := raw.read(_CHUNK):
        data = kept + data
        if found := pattern.search(data):
            return position + found.start()
        kept = data[-_OVERLAP:]
        position += len(data) - len(kept)
    return None
