"""`cleaner clean` and `cleaner verify`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from cleaner.cli.inputs import found
from cleaner.corpus import readers, writers
from cleaner.errors import CleanerError, InputError
from cleaner.output.record import failed
from cleaner.output.verify import verify as verify_record
from cleaner.pipeline import Cleaner
from cleaner.producer import producer


@click.command(epilog="Example: cleaner clean page.html --url https://example.org/page")
@click.argument("pages", nargs=-1, required=True)
@click.option(
    "--format", "format_", type=click.Choice(["text", "markdown", "jsonl"]), default="text", show_default=True
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A file; for several pages as text or Markdown a directory."
)
@click.option("--policy", default="balanced", show_default=True, help="recall, balanced, precision, or a TOML file.")
@click.option(
    "--input", "kind", type=click.Choice(["html", "text"]), help="What the pages are, where it should not be guessed."
)
@click.option("--url", help="Where the page came from.")
@click.option("--encoding", help="The encoding that HTTP gave.")
def clean(
    pages: tuple[str, ...],
    format_: str,
    output: Path | None,
    policy: str,
    kind: Any,
    url: str | None,
    encoding: str | None,
) -> None:
    """Clean PAGES: files (.gz too), directories, or - for standard input."""
    cleaner, uris = found(pages, policy)
    if url and len(uris) > 1:
        raise click.UsageError("--url names one page, and there are several")
    several = format_ != "jsonl" and (len(uris) > 1 or any(Path(page).is_dir() for page in pages))
    into = output if output and (several or output.is_dir()) else None
    if several and (into is None or into.is_file()):
        raise click.UsageError(f"several pages as {format_} need -o DIRECTORY")
    run = _Run(cleaner, format_, {"kind": kind, "url": url, "encoding": encoding})
    try:
        if into and format_ != "jsonl":
            for uri, path in zip(uris, writers.paths(uris, into, format_), strict=True):
                run.clean([uri], path)
        else:
            target = writers.paths(["pages"], into, format_)[0] if into else output
            writers.guard(uris, [target] if target else [])
            run.clean(uris, target)
    except CleanerError as error:  # what is wrong with the call, not with one input
        raise click.UsageError(str(error)) from None
    sys.exit(1 if run.failures else 0)


class _Run:
    """Cleaning inputs into outputs, counting those that fail."""

    def __init__(self, cleaner: Cleaner, format_: str, about: dict[str, Any]) -> None:
        self.cleaner = cleaner
        self.format = format_
        self.about = about
        self.failures = 0

    def clean(self, uris: Sequence[str], output: Path | None) -> None:
        """Clean these inputs into one output. Text of an input that failed has no file; in JSON Lines it has its record."""
        items = readers.read(uris, self.cleaner.policy.max_bytes)
        shaped = (text for item in items if (text := self._shaped(item)) is not None)
        first = next(shaped, None)
        if first is not None or self.format == "jsonl":
            with writers.opened(output) as stream:
                for text in (first or "", *shaped):
                    writers.put(text, stream)

    def _shaped(self, item: readers.Input) -> str | None:
        uri = None if item.uri == "-" else item.uri
        try:
            if isinstance(item.payload, InputError):
                raise item.payload
            result = self.cleaner.clean(item.payload, uri=uri, **self.about)
        except InputError as error:
            self.failures += 1
            told = str(error) if str(error).startswith(item.uri) else f"{item.uri}: {error}"
            click.echo(f"failed ({error.reason}): {told}", err=True)
            if self.format != "jsonl":
                return None
            return writers.line(
                failed({"uri": uri, "url": self.about["url"]}, error.reason, producer(self.cleaner.policy))
            )
        if result.reason and self.format != "jsonl":
            click.echo(f"empty ({result.reason}): {item.uri}", err=True)
        return writers.shaped(result, self.format)


@click.command(epilog="Example: cleaner clean pages/ --format jsonl -o pages.jsonl; cleaner verify pages.jsonl")
@click.argument("records", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the pages are, if not where the records say.",
)
def verify(records: Path, source: Path | None) -> None:
    """Replay every span of RECORDS (JSON Lines) against the pages: hash, order, disjointness, coverage, text."""
    count = faulty = 0
    for number, record in _records(records):
        count += 1
        faults = _faults(record, source) if isinstance(record, dict) else ("is no JSON object",)
        faulty += bool(faults)
        for fault in faults:
            click.echo(f"{records}:{number}: {fault}")
    click.echo(f"{count} records, {faulty} with faults", err=True)
    sys.exit(1 if faulty else 0)


def _records(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError:
                yield number, None


def _faults(record: dict[str, Any], source: Path | None) -> tuple[str, ...]:
    source_of = record.get("source")
    uri = source_of.get("uri") if isinstance(source_of, dict) else None
    if record.get("status") == "failed":
        return verify_record(record, b"")
    if not isinstance(source_of, dict) or not isinstance(uri, str):
        return ("names no source to verify it against",)
    places = [Path(uri)] if source is None else [source / uri, source / Path(uri).name]
    place = next((place for place in places if place.is_file()), None)
    if place is None:
        return (f"its source {uri} is not there",)
    size = source_of.get("bytes")
    [item] = readers.read([place.as_posix()], size if isinstance(size, int) else 0)
    if isinstance(item.payload, InputError):
        return (f"its source is not the one it was made from: {item.payload}",)
    return verify_record(record, item.payload)
