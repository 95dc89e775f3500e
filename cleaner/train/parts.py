"""Parts that what is learned from is divided into, so that models are asked about what they have not seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from zlib import crc32


def part_of(group: str, parts: int) -> int:
    """The part that a group belongs to: by a checksum, so that it stays there whatever else is in the data."""
    return crc32(group.encode()) % parts


def even(kinds: Sequence[tuple[Hashable, Hashable]]) -> list[float]:
    """What each of some things weighs, so that all sorts weigh alike, and within a sort all sources.

    :param kinds: the sort and the source of each.
    """
    sizes, sources = Counter(kinds), Counter(sort for sort, _ in set(kinds))
    return [1 / (sizes[kind] * sources[kind[0]]) for kind in kinds]
