"""The command line: `cleaner clean`, `cleaner verify`, `cleaner rules`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

from cleaner.cleaned import Cleaned
from cleaner.corpus import readers
from cleaner.errors import CleanerError, InputError
from cleaner.evidence.registry import Rule
from cleaner.evidence.rules import ALL
from cleaner.output.record import failed, to_json
from cleaner.output.verify import verify as verify_record
from cleaner.pipeline import Cleaner
from cleaner.producer import producer

_SUFFIX = {"text": ".txt", "markdown": ".md"}


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="cleaner")
def main() -> None:
    """Clean article text from scraped pages, with provenance for every character.

    \b
    Exit codes: 0 every input was cleaned or is empty
                1 some input failed (each is told on stderr), or verify found a fault
                2 wrong usage
    """


@main.command(epilog="Example: cleaner clean page.html --url https://example.org/page")
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
    try:
        cleaner = Cleaner(policy)
        uris, others = readers.find(pages)
    except FileNotFoundError as error:
        raise click.UsageError(f"there is no file or directory {error}") from None
    except CleanerError as error:
        raise click.UsageError(str(error)) from None
    for other in others:
        click.echo(f"passed over, no page by its name: {other}", err=True)
    if url and len(uris) > 1:
        raise click.UsageError("--url names one page, and there are several")
    directory = format_ != "jsonl" and len(uris) > 1
    if directory and (output is None or output.is_file()):
        raise click.UsageError(f"several pages as {format_} need -o DIRECTORY")
    failures = 0
    try:
        with _Sink(output, directory, format_) as sink:
            for item in readers.read(uris, cleaner.policy.max_bytes):
                result = _clean(cleaner, item, kind=kind, url=url, encoding=encoding)
                failures += isinstance(result, InputError)
                sink.write(item.uri, result, cleaner)
    except CleanerError as error:  # what is wrong with the call, not with one input
        raise click.UsageError(str(error)) from None
    sys.exit(1 if failures else 0)


def _clean(cleaner: Cleaner, item: readers.Input, **about: Any) -> Cleaned | InputError:
    if isinstance(item.payload, InputError):
        return item.payload
    try:
        return cleaner.clean(item.payload, uri=None if item.uri == "-" else item.uri, **about)
    except InputError as error:
        return error


class _Sink:
    """Where results go: standard output, one file, or a file for each page in a directory."""

    def __init__(self, output: Path | None, directory: bool, format_: str) -> None:
        self.format = format_
        self.directory = output if directory else None
        self.stream: TextIO = sys.stdout
        if self.directory:
            self.directory.mkdir(parents=True, exist_ok=True)
        elif output:
            self.stream = output.open("w", encoding="utf-8", newline="\n")
        self.names: set[str] = set()

    def __enter__(self) -> _Sink:
        return self

    def __exit__(self, *_: object) -> None:
        if self.stream is not sys.stdout:
            self.stream.close()

    def write(self, uri: str, result: Cleaned | InputError, cleaner: Cleaner) -> None:
        """Write one result; one that failed is told on stderr, and in JSON Lines has its record all the same."""
        if isinstance(result, InputError):
            click.echo(f"failed ({result.reason}): {result}", err=True)
            if self.format == "jsonl":
                self._put(to_json(failed(None, uri, None, result.reason, producer(cleaner.policy))) + "\n")
        elif self.format == "jsonl":
            self._put(to_json(result.to_record()) + "\n")
        else:
            if result.reason:
                click.echo(f"empty ({result.reason}): {uri}", err=True)
            text = result.to_markdown() if self.format == "markdown" else result.text
            text = text.encode("utf-8", "replace").decode("utf-8").rstrip("\n") + "\n" if text else ""
            if self.directory:
                name = self._name(uri)
                (self.directory / name).write_text(text, encoding="utf-8", newline="\n")
            else:
                self._put(text)

    def _put(self, text: str) -> None:
        if self.stream is sys.stdout and sys.stdout.isatty():
            text = "".join(c if c >= " " or c in "\n\t" else "\ufffd" for c in text)  # no page speaks to the terminal
        click.echo(text, file=self.stream, nl=False)

    def _name(self, uri: str) -> str:
        """A file name of its own for each page, after the page's."""
        stem = Path(uri.removesuffix(".gz")).stem if uri != "-" else "stdin"
        name, count = stem, 1
        while name in self.names:
            count += 1
            name = f"{stem}-{count}"
        self.names.add(name)
        return name + _SUFFIX[self.format]


@main.command(epilog="Example: cleaner clean pages/ --format jsonl -o pages.jsonl; cleaner verify pages.jsonl")
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
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError:
                yield number, None


def _faults(record: dict[str, Any], source: Path | None) -> tuple[str, ...]:
    uri = (record.get("source") or {}).get("uri")
    if record.get("status") == "failed":
        return verify_record(record, b"")
    if not uri:
        return ("names no source to verify it against",)
    places = [Path(uri)] if source is None else [source / uri, source / Path(uri).name]
    place = next((place for place in places if place.is_file()), None)
    if place is None:
        return (f"its source {uri} is not there",)
    size = record["source"].get("bytes")
    [item] = readers.read([place.as_posix()], size if isinstance(size, int) else 0)
    if isinstance(item.payload, InputError):
        return (f"its source is not the one it was made from: {item.payload}",)
    return verify_record(record, item.payload)


@main.command(epilog="Example: cleaner rules author")
@click.argument("prefix", required=False, default="")
def rules(prefix: str) -> None:
    """What each rule does, with its examples. PREFIX: the id of a rule, or how ids begin."""
    chosen = [rule for rule in ALL if rule.id == prefix or rule.id.startswith(f"{prefix}." if prefix else "")]
    if not chosen:
        _no_rules(prefix)
    click.echo("\n\n".join(_told(rule) for rule in chosen))


def _no_rules(prefix: str) -> NoReturn:
    families = ", ".join(sorted({rule.family for rule in ALL}))
    raise click.UsageError(f"no rule is called {prefix!r}; the families are {families}")


def _told(rule: Rule) -> str:
    """A rule as one reads it."""
    weight = f" {rule.weight:+.1f}" if rule.weight else ""
    needs = rule.needs.text if rule.needs else "the whole page"
    lines = [click.style(rule.id, bold=True) + f"  ({rule.effect.value}{weight}; looks at: {needs})", ""]
    lines += [f"  {line.strip()}" for line in rule.documentation.splitlines()]
    for word, examples in (("finds", rule.hits), ("leaves", rule.misses)):
        lines += [f"  {word}: {_shortened(example)}" for example in examples]
    return "\n".join(lines)


def _shortened(example: str) -> str:
    """The line of an example that is meant, without its marker; at most a screen's width of it."""
    line = next((line for line in example.splitlines() if "=>" in line), example.splitlines()[0])
    line = line.replace("=>", "")
    return line if len(line) <= 160 else line[:157] + "…"
