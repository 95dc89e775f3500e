"""`cleaner clean`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from cleaner.cli.inputs import found
from cleaner.corpus import writers
from cleaner.corpus.item import Item
from cleaner.corpus.readers import read
from cleaner.errors import CleanerError, InputError
from cleaner.output.record import failed
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
    cleaner, each_found = found(pages, policy)
    files = list(each_found)
    uris = [file.path for file in files]
    if url and len(uris) > 1:
        raise click.UsageError("--url names one page, and there are several")
    several = format_ != "jsonl" and (len(uris) > 1 or any(Path(page).is_dir() for page in pages))
    into = output if output and (several or output.is_dir()) else None
    if several and (into is None or into.is_file()):
        raise click.UsageError(f"several pages as {format_} need -o DIRECTORY")
    run = _Run(cleaner, format_, {"kind": kind, "url": url, "encoding": encoding})
    try:
        if into and format_ != "jsonl":
            for item in read(files, cleaner.policy.max_bytes):
                path = into / f"{item.name}{writers.SUFFIX[format_]}"
                writers.guard([uri for uri in uris if Path(uri).name == path.name], [path])
                run.clean([item], path)
        else:
            target = into / f"pages{writers.SUFFIX[format_]}" if into else output
            writers.guard(uris, [target] if target else [])
            run.clean(read(files, cleaner.policy.max_bytes), target)
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

    def clean(self, items: Iterable[Item], output: Path | None) -> None:
        """Clean these inputs into one output. Text of an input that failed has no file; in JSON Lines it has its record."""
        shaped = (text for item in items if (text := self._shaped(item)) is not None)
        first = next(shaped, None)
        if first is not None or self.format == "jsonl":
            with writers.opened(output) as stream:
                for text in (first or "", *shaped):
                    writers.put(text, stream)

    def _shaped(self, item: Item) -> str | None:
        uri = None if item.uri == "-" else item.uri
        try:
            if isinstance(item.payload, InputError):
                raise item.payload
            about = {**self.about, "kind": self.about["kind"] or item.kind, "url": self.about["url"] or item.url}
            result = self.cleaner.clean(item.payload, uri=uri, media_type=item.media_type, warc=item.warc, **about)
        except InputError as error:
            self.failures += 1
            told = str(error) if str(error).startswith(item.uri) else f"{item.uri}: {error}"
            click.echo(f"failed ({error.reason}): {told}", err=True)
            if self.format != "jsonl":
                return None
            return writers.line(
                failed(None, uri, self.about["url"] or item.url, error.reason, producer(self.cleaner.policy))
            )
        if result.reason and self.format != "jsonl":
            click.echo(f"empty ({result.reason}): {item.uri}", err=True)
        return writers.shaped(result, self.format)
