"""What arguments name: files, directories, patterns, standard input, lists of paths."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from cleaner.corpus.readers.forms import form, form_of_named
from cleaner.corpus.readers.packed import unpacked
from cleaner.errors import BadArchive, OutputError, Unreadable

_MAGIC = re.compile(r"[*?\[]")
_LONGEST_LINE = 65_536  # of a list of paths, in bytes; Linux allows a path 4,096


class Found(NamedTuple):
    """A file to be read.

    ``path`` opens it (``-`` is standard input). ``name`` is the path from the directory or pattern that was named, or
    the name of a file that was. ``passed_over`` is true for what a directory holds that is no page and no container that
    directories are searched for: :func:`read` leaves it alone.
    """

    path: str
    name: str
    passed_over: bool = False


def find(arguments: Sequence[str], aside: Path | None = None) -> Iterator[Found]:
    """The files that arguments name, one at a time, in the order of the arguments.

    :param arguments: a file, a directory (searched in the order of names, links to directories are not followed), a
        pattern (``*``, ``?``, ``[a-z]``, and ``**`` for folders in folders) that names files, or ``-``.
    :param aside: a folder that is not searched where it stands in a directory: results go there while we search.
    :raises FileNotFoundError: an argument is none of these, or a pattern fits no file. This is told before any
        is searched,
    :raises OutputError: and so is an argument that is the folder to be left aside.
    """
    out = os.path.realpath(aside) if aside else ""
    for argument in arguments:
        if argument != "-" and not _is_there(argument) and next(_fitting(argument), None) is None:
            raise FileNotFoundError(argument)
        if os.path.isdir(argument) and os.path.realpath(argument) == out:  # noqa: PTH112
            raise OutputError(f"{argument} is searched for pages, and results need a folder of their own")
    return (found for argument in arguments for found in _found(argument, out))


def _found(argument: str, out: str) -> Iterator[Found]:
    if argument == "-":
        yield Found("-", "stdin")
    elif os.path.isdir(argument):  # noqa: PTH112
        yield from _in_directory(Path(argument).as_posix(), "", out)
    elif _is_there(argument):
        yield Found(argument, Path(argument).name)
    else:
        fixed = re.match(r"(?:[^*?\[]*/)?", argument)
        for path in sorted(_fitting(argument)):
            yield Found(path, path[fixed.end() if fixed else 0 :])


def _is_there(path: str) -> bool:
    # Unlike Path's, these raise nothing, whatever the argument is.
    return os.path.isfile(path) or os.path.isdir(path)  # noqa: PTH112, PTH113


def _fitting(pattern: str) -> Iterator[str]:
    """The files that a pattern fits, in no order."""
    if _MAGIC.search(pattern):
        for path in glob.iglob(pattern, recursive=True):  # noqa: PTH207  # Path's takes no absolute pattern
            if Path(path).is_file():
                yield path


def _in_directory(directory: str, name: str, out: str) -> Iterator[Found]:
    try:
        with os.scandir(directory) as entries:
            children = sorted((entry.name, entry.is_dir(follow_symlinks=False), entry.is_file()) for entry in entries)
    except OSError:
        yield Found(directory, name or Path(directory).name)  # reading it tells why it cannot be read
        return
    for child, is_directory, is_file in children:
        path = f"{directory}{'' if directory.endswith('/') else '/'}{child}" if directory != "." else child
        if is_directory:
            if not out or os.path.realpath(path) != out:
                yield from _in_directory(path, f"{name}{child}/", out)
        else:
            found = form(child) if is_file else None
            yield Found(path, name + child, passed_over=not (found and found.is_searched))


def listed(path: str) -> Iterator[str]:
    """Arguments from a file of one path a line, such as Common Crawl's ``warc.paths.gz``; blank lines are left out.

    :param path: a file, which may be compressed, or ``-`` for standard input.
    :raises Unreadable: it cannot be read.
    :raises BadArchive: its compression is corrupt.
    """
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as raw:
            stream = unpacked(raw, None if path == "-" else form_of_named(path).packing)
            while line := stream.readline(_LONGEST_LINE):
                if text := os.fsdecode(line.strip()):
                    yield text
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror or error}") from error
    except BadArchive as error:
        raise BadArchive(f"{path}: {error}") from error
