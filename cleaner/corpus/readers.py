"""Pages from files, directories and standard input, one at a time."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cleaner.errors import BadArchive, InputError, TooLarge, Unreadable

# What a directory is searched for. A file that is named is read whatever it is called.
_SUFFIXES = frozenset(".html .htm .xhtml .shtml .mhtml .php .asp .aspx .jsp .txt .text .md .markdown".split())


class Input(NamedTuple):
    """One input: where it is, and its payload after decompression, or why there is none."""

    uri: str
    payload: bytes | InputError


def find(paths: Sequence[str]) -> tuple[list[str], list[Path]]:
    """The files that the arguments name, directories searched for pages, each in the order of its names.

    :returns: the inputs, and the files in those directories that are passed over as no pages.
    :raises FileNotFoundError: an argument is no file, no directory and not ``-``.
    """
    inputs: list[str] = []
    others: list[Path] = []
    for argument in paths:
        path = Path(argument)
        if argument == "-" or path.is_file():
            inputs.append(argument)
        elif path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file():
                    name = file.with_suffix("") if file.suffix == ".gz" else file
                    if name.suffix.lower() in _SUFFIXES:
                        inputs.append(file.as_posix())
                    else:
                        others.append(file)
        else:
            raise FileNotFoundError(argument)
    return inputs, others


def read(uris: Sequence[str], max_bytes: int) -> Iterator[Input]:
    """Read inputs, ``-`` from standard input, ``.gz`` decompressed; never more than ``max_bytes`` of each."""
    for uri in uris:
        try:
            yield Input(uri, _payload(uri, max_bytes))
        except InputError as error:
            yield Input(uri, error)


def _payload(uri: str, max_bytes: int) -> bytes:
    if uri == "-":
        payload = sys.stdin.buffer.read(max_bytes + 1)
    else:
        try:
            with gzip.open(uri) if uri.endswith(".gz") else Path(uri).open("rb") as file:
                payload = file.read(max_bytes + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise BadArchive(f"{uri}: {error}") from error
        except OSError as error:
            raise Unreadable(f"{uri}: {error.strerror or error}") from error
    if len(payload) > max_bytes:
        raise TooLarge(f"{uri}: more than {max_bytes:,} bytes")
    return payload
