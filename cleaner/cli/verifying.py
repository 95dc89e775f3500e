"""`cleaner verify`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from cleaner.cli.inputs import fields as with_fields
from cleaner.cli.inputs import wrong_usage
from cleaner.corpus.readers import Again, Fields
from cleaner.corpus.readers.forms import form_of_named
from cleaner.corpus.readers.packed import unpacked
from cleaner.errors import InputError
from cleaner.output.verify import verify as verify_record


@click.command(epilog="Example: cleaner clean pages/ --format jsonl -o pages.jsonl; cleaner verify pages.jsonl")
@click.argument("records", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the pages are, if not where the records say.",
)
@with_fields
def verify(records: Path, source: Path | None, fields: Fields) -> None:
    """Replay every span of RECORDS against the pages: hash, order, disjointness, coverage, text.

    RECORDS are JSON Lines, compressed or not. Those of one WARC, table or archive are verified fastest in its order. The
    options for fields are those that the pages were read with.
    """
    again = Again(source, fields)
    count = faulty = 0
    with wrong_usage():
        for number, record in _records(records):
            count += 1
            faults = _faults(record, again)
            faulty += bool(faults)
            for fault in faults:
                click.echo(f"{records}:{number}: {fault}")
    click.echo(f"{count} records, {faulty} with faults", err=True)
    sys.exit(1 if faulty else 0)


def _records(path: Path) -> Iterator[tuple[int, Any]]:
    """The records with the numbers of their lines, None for what is no JSON; the error in which the file ends."""
    number = 0
    with path.open("rb") as raw:
        stream = unpacked(raw, form_of_named(path.name).packing)
        try:
            for number, line in enumerate(io.TextIOWrapper(stream, encoding="utf-8", errors="replace"), 1):
                try:
                    yield number, json.loads(line)
                except (ValueError, RecursionError):
                    yield number, None
        except InputError as error:
            yield number + 1, error


def _faults(record: Any, again: Again) -> tuple[str, ...]:
    if not isinstance(record, dict):
        return (f"cannot be read: {record}" if isinstance(record, InputError) else "is no JSON object",)
    if record.get("status") == "failed":
        return verify_record(record, b"")
    source = record.get("source")
    uri = source.get("uri") if isinstance(source, dict) else None
    if not isinstance(source, dict) or not isinstance(uri, str):
        return ("names no source to verify it against",)
    size = source.get("bytes")
    payload = again.item(uri, size if isinstance(size, int) else 0).payload
    if isinstance(payload, InputError):
        return (f"its source is not the one it was made from: {payload}",)
    return verify_record(record, payload.encode("utf-8", "surrogatepass") if isinstance(payload, str) else payload)
