"""What a file is by its name: a page or a container of pages, and how it is compressed."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import PurePath
from typing import Literal, NamedTuple

from cleaner.corpus.readers.packed import MAGIC, Packing, unpacked
from cleaner.errors import BadArchive

Kind = Literal["page", "warc", "lines", "json", "rows", "parquet", "arrow", "zip", "tar"]

_PACKINGS: dict[str, Packing] = {".gz": "gzip", ".zst": "zstd", ".br": "br", ".bz2": "bzip2", ".xz": "xz"}
_SHORT = {".tgz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz", ".tzst": ".tar.zst"}
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(".html .htm .xhtml .shtml .mhtml .php .asp .aspx .jsp .txt .text .md .markdown".split(), "page"),
    **dict.fromkeys((".warc", ".wet"), "warc"),
    **dict.fromkeys((".jsonl", ".ndjson"), "lines"),
    ".json": "json",
    **dict.fromkeys((".csv", ".tsv"), "rows"),
    ".parquet": "parquet",
    **dict.fromkeys((".arrow", ".feather"), "arrow"),
    ".zip": "zip",
    ".tar": "tar",
}
# What is read where it stands, not forward: compressed, it is nothing we can read.
_UNPACKED_ONLY = frozenset({"parquet", "zip"})
# What a directory is searched for. The others may be data of any sort, and are read when they are named.
_SEARCHED = frozenset({"page", "warc", "lines", "parquet", "arrow"})
HEAD = 65_536  # bytes to look at where no name says what they are


class Form(NamedTuple):
    """What a file is. ``stem`` is its path without the suffixes that say so."""

    kind: Kind
    packing: Packing | None
    stem: str

    @property
    def is_searched(self) -> bool:
        """Is it read where a directory that holds it is named?"""
        return self.kind in _SEARCHED


def form(path: str) -> Form | None:
    """What a file is by its name; None if the name is of no page and no container."""
    for short, long in _SHORT.items():
        if path.lower().endswith(short):
            path = path[: -len(short)] + long
    packing = _PACKINGS.get(PurePath(path).suffix.lower())
    if packing:
        path = path[: -len(PurePath(path).suffix)]
    suffix = PurePath(path).suffix
    kind = _KINDS.get(suffix.lower())
    if kind is None or (packing and kind in _UNPACKED_ONLY):
        return None
    stem = path[: -len(suffix)]
    return Form(kind, packing, stem[:-5] if suffix.lower() == ".wet" and stem.lower().endswith(".warc") else stem)


def form_of_named(path: str) -> Form:
    """What a file is that was named: one of another name is a page."""
    found = form(path)
    if found:
        return found
    packing = _PACKINGS.get(PurePath(path).suffix.lower())
    path = path[: -len(PurePath(path).suffix)] if packing else path
    return Form("page", packing, path[: len(path) - len(PurePath(path).suffix)])


def form_of_content(head: bytes, stem: str) -> Form:
    """What standard input is by its first bytes, some thousands or all there are."""
    packing = next((name for name, magic in MAGIC.items() if head.startswith(magic)), None)
    if packing:
        try:
            head = unpacked(BytesIO(head), packing).read1(HEAD)  # type: ignore[attr-defined]
        except BadArchive:
            return Form("page", packing, stem)
    if head.startswith(b"WARC/"):
        return Form("warc", packing, stem)
    return Form("lines" if begins_with_object(head) else "page", packing, stem)


def begins_with_object(head: bytes) -> bool:
    """Is the first line an object of JSON? One that is longer than the head is, if it begins like one."""
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not end and len(head) >= HEAD // 2:
        return line.startswith(b"{") and line[1:].lstrip().startswith(b'"')
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
