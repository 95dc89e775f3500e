"""What readers of containers share: how an item of one is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from cleaner.corpus.item import Item
from cleaner.corpus.readers.fields import Fields, Picked
from cleaner.corpus.readers.packed import Packing
from cleaner.errors import InputError


class Container(NamedTuple):
    """A file that is being read.

    ``raw`` is the file as it is stored, ``uri`` its path, ``name`` that of its result, or the folder of its members'.
    ``start`` is a byte of it to begin at, where members are found by where they stand.
    """

    raw: BinaryIO
    uri: str
    name: str
    packing: Packing | None
    max_bytes: int
    fields: Fields
    start: int = 0

    def item(self, fragment: str, number: int, payload: bytes | str | InputError) -> Item:
        """The item that is so many-th, by what finds it again. An error's message names it."""
        uri = f"{self.uri}#{fragment}"
        if isinstance(payload, InputError):
            payload = type(payload)(f"{uri}: {payload}")
        return Item(uri, payload, f"{self.name}/{number:06d}", at=self.raw.tell())

    def record(self, fragment: str, number: int, pick: Callable[[], Picked]) -> Item:
        """A record or row: the page that is picked from it, or why it holds none."""
        try:
            payload, kind, url = pick()
        except InputError as error:
            return self.item(fragment, number, error)
        return self.item(fragment, number, payload)._replace(url=url, kind=kind)
