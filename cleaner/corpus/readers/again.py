"""The same items again, by their uris: what a record was made from."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from pathlib import Path

from cleaner.corpus.item import Item
from cleaner.corpus.readers.fields import USUAL, Fields
from cleaner.corpus.readers.find import Found
from cleaner.corpus.readers.names import Names
from cleaner.corpus.readers.reading import read_one
from cleaner.errors import Unreadable
from cleaner.policy import Policy
from cleaner.source.uri import parted

_OFFSET = re.compile(r"offset=(\d{1,18})")
_USUAL_BYTES = Policy().max_bytes


class Again:
    """Reads items by their uris. Those of one file are best asked for in its order: then it is read once."""

    def __init__(self, root: Path | None = None, fields: Fields = USUAL) -> None:
        """
        :param root: the folder in which files are looked for, by their paths or their names, instead of where uris say.
        :param fields: those by which the items were read.
        """
        self._root = root
        self._fields = fields
        self._place = ""
        self._max_bytes = 0
        self._items: Iterator[Item] = iter(())

    def item(self, uri: str, size: int) -> Item:
        """The item of a uri; with :class:`Unreadable` if the file is not there, or no such item in it.

        :param size: bytes that it has. If there are more it is another page, and they are not read.
        """
        path, fragment = parted(uri)
        if fragment and self._found(uri):
            path, fragment = uri, None  # a file of an odd name
        place = self._found(path)
        if not place:
            return Item(uri, Unreadable(f"{path} is not there"), "")
        if fragment is None:
            page = next(self._read(place, size), None)
            return page if page and page.uri == place else Item(uri, Unreadable(f"{path} is no single page"), "")
        if place != self._place or size > self._max_bytes:
            self._max_bytes = max(size, 2 * self._max_bytes if place == self._place else _USUAL_BYTES)
            self._place, self._items = place, iter(())
        found = self._next(fragment) or self._from_start(fragment)
        return found or Item(uri, Unreadable(f"{path} holds no such page: {fragment}"), "")

    def _found(self, path: str) -> str | None:
        """Where a file is."""
        places = [Path(path)] if self._root is None else [self._root / path, self._root / Path(path).name]
        # Unlike Path's, this raises nothing, whatever the path is.
        return next((place.as_posix() for place in places if os.path.isfile(place)), None)  # noqa: PTH113

    def _read(self, place: str, max_bytes: int, start: int = 0) -> Iterator[Item]:
        return read_one(Found(place, Path(place).name), Names(), max_bytes, self._fields, start)

    def _next(self, fragment: str) -> Item | None:
        """Go on reading up to an item. One in a WARC file is gone to instead, if it is not the next."""
        ahead = islice(self._items, 1) if fragment.startswith("offset=") else self._items
        return self._among(ahead, fragment)

    def _from_start(self, fragment: str) -> Item | None:
        """Begin again; in a WARC file at the place that the fragment gives, of which nothing further is looked at."""
        at = _OFFSET.match(fragment)
        self._items = self._read(self._place, self._max_bytes, int(at[1]) if at else 0)
        if not at:
            return self._among(self._items, fragment)
        here = re.compile(rf"{re.escape(self._place)}#{at[0]}(?!\d)")
        return self._among(takewhile(lambda item: here.match(item.uri), self._items), fragment)

    def _among(self, items: Iterable[Item], fragment: str) -> Item | None:
        wanted = f"{self._place}#{fragment}"
        return next((item for item in items if item.uri == wanted), None)
