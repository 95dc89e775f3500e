"""Results to standard output, to one file, or to a file for each page in a directory."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from cleaner.cleaned import Cleaned
from cleaner.errors import OutputError
from cleaner.output.record import to_json
from cleaner.source.scalar import scalar

SUFFIX = {"text": ".txt", "markdown": ".md", "jsonl": ".jsonl"}


def guard(uris: Sequence[str], outputs: Sequence[Path]) -> None:
    """See that no output is an input.

    :raises OutputError: one is.
    """
    inputs = {Path(uri).resolve() for uri in uris if uri != "-"}
    for output in outputs:
        if output.resolve() in inputs:
            raise OutputError(f"{output} is an input and would be written over")


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """The file to write to (its folder is made where it is missing), or standard output.

    :raises OutputError: the file cannot be opened.
    """
    if output is None:
        yield sys.stdout
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        stream = output.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"cannot write to {output}: {error.strerror or error}") from error
    with stream:
        yield stream


def put(text: str, stream: TextIO) -> None:
    """Write text. What goes to a terminal is without control codes: no page speaks to it."""
    if stream.isatty():
        text = "".join(c if c >= " " or c in "\n\t" else "\ufffd" for c in text)
    stream.write(text)


def shaped(result: Cleaned, format_: str) -> str:
    """A result in one of the formats ``text``, ``markdown`` and ``jsonl``, with its line end; empty text is nothing."""
    if format_ == "jsonl":
        return line(result.to_record())
    text = result.to_markdown() if format_ == "markdown" else result.text
    return scalar(text).rstrip("\n") + "\n" if text else ""


def line(record: Mapping[str, Any]) -> str:
    """A record as a line of JSON."""
    return to_json(record) + "\n"
