"""One input of a run, as readers give it and workers take it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from cleaner.errors import InputError


class Item(NamedTuple):
    """One input: where it stands, what it is, or why it cannot be read.

    ``uri`` is a path, and for what stands inside a file the path with a fragment that finds it again: ``pages.warc.gz#offset=8213``
    (bytes into the file as it is stored), ``pages.jsonl#line=7``, ``pages.parquet#row=7`` and ``pages.csv#row=7`` (from 1),
    ``pages.zip#member=a/b.html``; ``&record=2`` follows where several WARC records stand in one place, as in a file that is
    compressed as a whole; ``-`` is standard input. ``payload`` is bytes after file and HTTP decompression, or text that a
    table held. ``name`` is where its result goes in a folder of results: a relative path without suffix, safe on any file system,
    of one item only in a run. ``at`` counts the bytes of the file that were read when the item was complete.
    """

    uri: str
    payload: bytes | str | InputError
    name: str
    url: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    kind: Literal["html", "text"] | None = None
    warc: Mapping[str, str] | None = None
    at: int = 0
