"""What a run can write, by name.

| name | a shard is | one file may be |
|---|---|---|
| ``jsonl``, ``jsonl.gz``, ``jsonl.zst`` | ``part-00003.jsonl`` and so on: records, one a line | ``.jsonl`` and so on |
| ``parquet`` | ``part-00003.parquet``: records as typed columns (:mod:`.columns`) | ``.parquet`` |
| ``dolma`` | ``documents/part-00003.json.gz`` and ``attributes/cleaner/part-00003.json.gz`` | – |
| ``wet`` | ``part-00003.warc.wet.gz``: texts as WARC conversion records | ``.wet.gz`` |
| ``text``, ``markdown`` | a file for each page, named after it | ``.txt``, ``.md``: one page |

How a shard is compressed is part of the name, as it is of the suffix. Bytes of files follow from their rows and the libraries' versions alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from cleaner.corpus.formats import dolma, jsonl, pages, parquet, wet
from cleaner.corpus.formats.format import Format
from cleaner.errors import OutputError

__all__ = ["NAMES", "Format", "format_of", "guessed"]

_FORMATS: Mapping[str, Callable[[], Format]] = MappingProxyType(
    {
        "jsonl": jsonl.plain,
        "jsonl.gz": jsonl.gzipped,
        "jsonl.zst": jsonl.zstandard,
        "parquet": parquet.parquet,
        "dolma": dolma.dolma,
        "wet": wet.wet,
        "text": pages.text,
        "markdown": pages.markdown,
    }
)
NAMES = tuple(_FORMATS)
"""Every format's name."""

# The end of a file's name → its format. No end is the end of another.
_SUFFIXES = {
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl.gz",
    ".jsonl.zst": "jsonl.zst",
    ".parquet": "parquet",
    ".wet.gz": "wet",
    ".txt": "text",
    ".md": "markdown",
}


def format_of(name: str) -> Format:
    """The format of this name, ready to write.

    :raises OutputError: there is none.
    :raises MissingExtra: it needs a library that is not installed.
    """
    if name not in _FORMATS:
        raise OutputError(f"no such format: {name!r} (there are {', '.join(NAMES)})")
    return _FORMATS[name]()


def guessed(path: Path) -> str | None:
    """The name of the format that a file's name speaks of, in either case; None where it speaks of none."""
    name = path.name.lower()
    return next((found for suffix, found in _SUFFIXES.items() if name.endswith(suffix)), None)
