"""A page in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.corpus.item import Item
from cleaner.corpus.readers.container import Container
from cleaner.corpus.readers.packed import unpacked
from cleaner.errors import TooLarge


def read_page(source: Container) -> Iterator[Item]:
    """The page that a file is.

    :raises TooLarge: it has more bytes than are allowed, uncompressed; no more of them are held.
    :raises BadArchive: its compression is corrupt.
    """
    payload = unpacked(source.raw, source.packing).read(source.max_bytes + 1)
    if len(payload) > source.max_bytes:
        raise TooLarge(f"more than {source.max_bytes:,} bytes")
    yield Item(source.uri, payload, source.name, at=source.raw.tell())
