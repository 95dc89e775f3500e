"""Files → items: which reader reads what, and what becomes of errors."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from cleaner.corpus.item import Item
from cleaner.corpus.readers.archive import read_tar, read_zip
from cleaner.corpus.readers.columns import read_arrow, read_parquet
from cleaner.corpus.readers.container import Container
from cleaner.corpus.readers.fields import USUAL, Fields
from cleaner.corpus.readers.find import Found
from cleaner.corpus.readers.forms import HEAD, Form, Kind, begins_with_object, form, form_of_content, form_of_named
from cleaner.corpus.readers.lines import read_lines
from cleaner.corpus.readers.names import Names
from cleaner.corpus.readers.packed import unpacked
from cleaner.corpus.readers.page import read_page
from cleaner.corpus.readers.rows import read_rows
from cleaner.corpus.readers.tape import Tape
from cleaner.corpus.readers.warc import read_warc
from cleaner.errors import InputError, Unreadable

_READERS: dict[Kind, Callable[[Container], Iterator[Item]]] = {
    "page": read_page,
    "warc": read_warc,
    "lines": read_lines,
    "rows": read_rows,
    "parquet": read_parquet,
    "arrow": read_arrow,
    "zip": read_zip,
    "tar": read_tar,
}
_BUFFER = 1 << 18  # bytes


def read(found: Iterable[Found], max_bytes: int, fields: Fields = USUAL) -> Iterator[Item]:
    """Read what was found: an item for each page, or for why it cannot be read. Holds no more than a page or so.

    :param max_bytes: the most that a page may have, uncompressed; no more is inflated.
    :param fields: what holds the page in JSON Lines and tables.
    :raises MissingExtra: a library is needed that is not installed.
    """
    names = Names()
    for each in found:
        if not each.passed_over:
            yield from read_one(each, names, max_bytes, fields)


def read_one(found: Found, names: Names, max_bytes: int, fields: Fields, start: int = 0) -> Iterator[Item]:
    """The items of one file. What ends its reading is its last item."""
    name, at = None, 0
    try:
        with _opened(found.path) as raw:
            what = _form(found, raw)
            name = (names.page if what.kind == "page" else names.container)(what.stem)
            container = Container(raw, found.path, name, what.packing, max_bytes, fields, start)
            for item in _READERS[what.kind](container):
                yield item
                at = item.at
    except InputError as error:
        failure: InputError = type(error)(f"{found.path}: {error}")
    except OSError as error:
        failure = Unreadable(f"{found.path}: {error.strerror or error}")
    else:
        return
    yield Item(found.path, failure, name or names.page(form_of_named(found.name).stem), at=at)


def _opened(path: str) -> BinaryIO:
    if path == "-":
        return io.BufferedReader(Tape(sys.stdin.buffer), _BUFFER)
    return Path(path).open("rb", buffering=_BUFFER)


def _form(found: Found, raw: BinaryIO) -> Form:
    """What a file is by its name, or by how it begins where the name does not say."""
    named = form_of_named(found.name)
    if found.path == "-" or form(found.name) is None:
        begins = form_of_content(raw.read(HEAD), named.stem)
        raw.seek(0)
        return named if found.path != "-" and begins.kind == "page" else begins
    if named.kind == "json":
        head = unpacked(raw, named.packing).read(HEAD)
        raw.seek(0)
        return named._replace(kind="lines" if begins_with_object(head) else "page")
    return named
