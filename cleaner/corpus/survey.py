"""A look at all inputs of a run before it begins: what they are, so that the run can be told from others, and how much there is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cleaner.corpus.readers import Found
from cleaner.corpus.readers.forms import form_of_named
from cleaner.corpus.target import is_shard
from cleaner.errors import OutputError


class Survey(NamedTuple):
    """``digest`` names the inputs: it is another when one of them is added, moved or changed. ``bytes`` counts files as they are
    stored. ``several`` says whether there may be more than one page. ``stream``: standard input is among them."""

    digest: str
    bytes: int
    several: bool
    stream: bool


def survey(found: Iterable[Found], out: Path | None, suffix: str | None) -> Survey:
    """Look at every input.

    :param out: where results go, None for standard output; ``suffix`` of results that are files of their own in it.
    :raises OutputError: an input would be written over.
    """
    seen = hashlib.sha256()
    files = size = 0
    several = stream = False
    for each in found:
        files += 1
        if each.path == "-":
            stream = True
            seen.update(b"-\0")
            continue
        path = Path(each.path)
        if out is not None and _is_result(path, out, suffix):
            raise OutputError(f"{path} is an input and would be written over")
        several |= form_of_named(each.name).kind != "page"
        try:
            about = path.stat()
        except OSError:  # reading it will tell why
            seen.update(f"{each.path}\0".encode("utf-8", "surrogateescape"))
            continue
        size += about.st_size
        seen.update(f"{each.path}\0{about.st_size}\0{about.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
    return Survey(seen.hexdigest()[:16], size, several or files > 1, stream)


def _is_result(path: Path, out: Path, suffix: str | None) -> bool:
    """Is it the file that results go to, or may it be one of those in the folder that they go to?"""
    file, place = path.resolve(), out.resolve()
    if suffix is not None and file.name.endswith(suffix) and place in file.parents:
        return True
    return file == place or is_shard(file, place)
