"""`cleaner clean`."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cleaner.cli.inputs import Inputs, inputs, wrong_usage
from cleaner.cli.progress import Progress, summed_up
from cleaner.corpus.formats import NAMES, Format, format_of, guessed
from cleaner.corpus.item import Item
from cleaner.corpus.journal import Journal
from cleaner.corpus.pool import Pool
from cleaner.corpus.run import run
from cleaner.corpus.survey import Survey, survey
from cleaner.corpus.target import Target
from cleaner.errors import OutputError, RunError, UnknownEncoding
from cleaner.output.columns import shown
from cleaner.pipeline import Cleaner
from cleaner.policy import Policy
from cleaner.producer import producer
from cleaner.source.charset import named_codec

_PAGES = {"text": ".txt", "markdown": ".md"}  # formats that are a file for each page, or one page on the screen

_NOT_AGAIN = ", and standard input does not come again (--overwrite begins anew)"


@click.command(
    epilog="Example: cleaner clean page.html; cleaner clean crawl/*.warc.gz -o cleaned/ --format parquet --jobs 4"
)
@inputs
@click.option("--format", "format_", type=click.Choice(NAMES), help="Without it what OUTPUT's name says, or text.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file, or a directory for many pages.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="So many pages at once.")
@click.option(
    "--shard",
    "size",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    help="So many inputs a file, in a directory of records.",
)
@click.option("--overwrite", is_flag=True, help="Begin anew, whatever another run left in OUTPUT.")
@click.option("--policy", default="balanced", show_default=True, help="recall, balanced, precision, or a TOML file.")
@click.option(
    "--input", "kind", type=click.Choice(["html", "text"]), help="What the pages are, where it should not be guessed."
)
@click.option("--url", help="Where the page came from.")
@click.option("--encoding", help="The encoding that HTTP gave.")
def clean(
    pages: Inputs,
    format_: str | None,
    output: Path | None,
    jobs: int,
    size: int,
    overwrite: bool,
    policy: str,
    **about: Any,
) -> None:
    """Clean PAGES: files, directories, globs, or - for standard input.

    Pages are HTML or text; also those in WARC and WET files, JSON Lines, CSV, Parquet, Arrow, ZIP and tar, all of them compressed or
    not. Each input becomes one record, in the order of the input, whatever is wrong with it. A run into OUTPUT that was ended goes
    on where it was when it is started again.
    """
    with wrong_usage():
        chosen = Cleaner(policy).policy
        if about["encoding"] is not None and named_codec(about["encoding"]) is None:
            raise UnknownEncoding(f"Python has no text codec {about['encoding']!r}")
        form = format_of(format_ or (guessed(output) if output else None) or "text")
        pages = replace(pages, aside=output)
        looked = survey(pages.found(), output, _PAGES.get(form.name))
        looked = looked._replace(several=looked.several or pages.searched)
        if about["url"] and looked.several:
            raise click.UsageError("--url names one page, and there are several")
        known: dict[str, Any] = {key: value for key, value in about.items() if value is not None}
        items = (item._replace(**known) for item in pages.items(chosen.max_bytes))
        with Pool(jobs, chosen, form) as pool, _ended_in_order():
            if output is None:
                failed = _to_screen(items, pool, looked)
            else:
                target = _target(output, form, looked, size)
                if overwrite:
                    target.clear()
                failed = _to_files(items, pool, target, looked, _terms(chosen, pages, looked, target, known))
    sys.exit(1 if failed else 0)


def _to_screen(items: Iterable[Item], pool: Pool, looked: Survey) -> int:
    """Clean to standard output; gives how many inputs failed."""
    form = pool.form
    if form.name not in (*_PAGES, "jsonl"):
        raise OutputError(f"{form.name} needs -o OUTPUT")
    if form.name in _PAGES and looked.several:
        raise OutputError(f"several pages as {form.name} need -o DIRECTORY")
    failed = 0
    with Progress(looked.bytes) as progress:
        for outcome in pool.outcomes(progress.reading(items)):
            failed += outcome.status == "failed"
            progress.done(outcome)
            if outcome.row is not None:
                _show(outcome.row if form.name == "jsonl" else json.loads(outcome.row)["text"].rstrip())
    return failed


def _show(text: str) -> None:
    """A line or a page on standard output: as the terminal takes it, and in UTF-8 where none is."""
    out = sys.stdout
    try:
        click.echo(shown(text).encode(out.encoding, "replace") if out.isatty() else text.encode())
    except BrokenPipeError:
        raise
    except OSError as error:
        with suppress(OSError):
            out.close()  # or it is tried again at the very end
        raise OutputError(f"cannot write to standard output: {error.strerror}") from error


def _target(output: Path, form: Format, looked: Survey, size: int) -> Target:
    """Where results go: a directory if it is one, or there may be several pages and the name is not that of a file."""
    several = looked.several and (form.name in _PAGES or guessed(output) is None)
    if output.is_dir() or several or not form.single:
        if output.exists() and not output.is_dir():
            raise OutputError(f"{output} is a file, and several pages as {form.name} need a directory")
        return Target(output, form, size)
    return Target(output, form, None)


def _to_files(items: Iterable[Item], pool: Pool, target: Target, looked: Survey, terms: Mapping[str, Any]) -> int:
    """Clean into files; gives how many inputs failed, or are not accounted for."""
    summary = target.done(terms)
    if summary is not None and looked.stream:
        raise RunError(f"{target.out} is of a run that is done{_NOT_AGAIN}")
    if summary is None:
        with Journal(target.state, terms) as journal, Progress(looked.bytes) as progress:
            if looked.stream and journal.begun:
                raise RunError(f"{target.state} is of a run that is not done{_NOT_AGAIN}")
            read = run(progress.reading(items), pool, target, journal, progress.done)
            summary = target.end({"run": terms, "inputs": read, **journal.tally.summary()})
            journal.end()
    else:
        click.echo("nothing to do: this run is done (--overwrite does it again)", err=True)
    for line in summed_up(summary):
        click.echo(line, err=True)
    if summary["inputs"] != summary["records"]:
        click.echo(f"{summary['inputs']} inputs, but {summary['records']} records", err=True)
        return 1
    return int(summary["statuses"]["failed"])


def _terms(
    policy: Policy, pages: Inputs, looked: Survey, target: Target, about: Mapping[str, str]
) -> Mapping[str, Any]:
    """What makes a run the one it is: under the same terms it goes on where it was."""
    return {
        "inputs": looked.digest,
        "fields": list(pages.fields),
        "format": target.form.name,
        "shard": target.size,
        "about": about,
        "producer": producer(policy),
    }


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Asked to end, by Ctrl-C or by whoever runs us, we leave in order: workers end, and what is done is kept."""

    def ended(number: int, _: object) -> None:
        raise _Ended(number)

    before = {number: signal.signal(number, ended) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except _Ended as end:
        before = dict.fromkeys(before, signal.SIG_IGN)  # who is asked again while leaving leaves as it was
        click.echo("ended before it was done: the same command goes on from here", err=True)
        sys.exit(128 + end.number)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Ended(BaseException):
    """A signal asked us to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
