"""Parts that what is learned from is divided into, so that models are asked about what they have not seen."""

from __future__ import annotations

from zlib import crc32


def part_of(group: str, parts: int) -> int:
    """The part that a group belongs to: by a checksum, so that it stays there whatever else is in the data."""
    return crc32(group.encode()) % parts
