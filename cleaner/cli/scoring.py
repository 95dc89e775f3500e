"""`cleaner score`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import click

from cleaner.cli.inputs import fields_options, found, items
from cleaner.corpus.item import Item
from cleaner.errors import InputError
from cleaner.model import Junk, JunkPart
from cleaner.output.columns import aligned, escaped
from cleaner.pipeline import Cleaner

_STRONGEST = 2  # parts told in the table


class _Scored(NamedTuple):
    """A page that has a score."""

    uri: str
    junk: Junk


@click.command(epilog="Example: cleaner score pages/ --above 0.5; cleaner score page.html --explain")
@click.argument("pages", nargs=-1, required=True)
@click.option("--format", "format_", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.option("--above", type=click.FloatRange(0, 1), default=0.0, help="Show only pages that score so high or higher.")
@click.option("--explain", is_flag=True, help="Show the sum of each score, part by part, and by what labels were set.")
@click.option("--policy", default="balanced", show_default=True, help="recall, balanced, precision, or a TOML file.")
@click.option(
    "--input", "kind", type=click.Choice(["html", "text"]), help="What the pages are, where it should not be guessed."
)
@fields_options
def score(
    pages: tuple[str, ...],
    format_: str,
    above: float,
    explain: bool,
    policy: str,
    kind: Any,
    **of_records: str | None,
) -> None:
    """Score PAGES for junk: 0 is an ordinary page, 1 is junk.

    PAGES are files of HTML or text, WARC, JSON Lines, Parquet, Arrow, CSV, ZIP or tar (compressed too), directories,
    quoted patterns, or - for standard input.

    A table, the worst page first, with labels and the strongest parts of the score; as JSON Lines an object for each
    page, in the order of the input, with all parts. A part is so many log-odds: the score is the sigmoid of their sum.
    """
    cleaner, files = found(pages, policy)
    scored: list[_Scored] = []
    failures = 0
    for item in items(files, cleaner, of_records):
        try:
            junk = _junk(item, cleaner, kind)
        except InputError as error:
            failures += 1
            click.echo(f"failed ({error.reason}): {escaped(item.uri)}", err=True)
            if format_ == "jsonl":
                click.echo(_line(item.uri, None, error.reason))
            continue
        if junk.score >= above:
            if format_ == "jsonl":
                click.echo(_line(item.uri, junk))
            else:
                scored.append(_Scored(item.uri, junk))
    scored.sort(key=lambda each: (-each.junk.score, each.uri))
    if format_ == "table":
        for line in _explained(scored) if explain else _table(scored):
            click.echo(line)
    sys.exit(1 if failures else 0)


def _junk(item: Item, cleaner: Cleaner, kind: Any) -> Junk:
    if isinstance(item.payload, InputError):
        raise item.payload
    uri = None if item.uri == "-" else item.uri
    return cleaner.score(item.payload, uri=uri, url=item.url, media_type=item.media_type, kind=kind or item.kind)


def _line(uri: str, junk: Junk | None, reason: str | None = None) -> str:
    """A score as JSON; null where there is none, and why."""
    told: dict[str, Any] = {"uri": uri, "score": None, "labels": [], "parts": [], "reason": reason}
    if junk:
        told["score"] = junk.score
        told["labels"] = [label._asdict() for label in junk.labels]
        told["parts"] = [part._asdict() for part in junk.parts]
    return json.dumps(told, ensure_ascii=False)


def _table(scored: Sequence[_Scored]) -> Iterator[str]:
    """A row for each page; columns as wide as what stands in them."""
    rows = [("score", "page", "labels", "strongest parts")]
    for each in scored:
        junk = each.junk
        strongest = ", ".join(f"{part.signal} {part.weight:+.1f}" for part in junk.parts[1 : 1 + _STRONGEST])
        labels = ", ".join(label.label for label in junk.labels) or "-"
        rows.append((f"{junk.score:.3f}", escaped(each.uri), labels, strongest))
    return aligned(rows, left=len(rows[0]))


def _explained(scored: Sequence[_Scored]) -> Iterator[str]:
    """The sum of each page's score."""
    for each in scored:
        junk = each.junk
        yield click.style(f"{escaped(each.uri)}: {junk.score:.3f}", bold=True)
        for label in junk.labels:
            yield f"  {label.label}: {', '.join(map(escaped, (*label.rules[1:], *label.evidence)))}"
        width = max(len(part.signal) for part in junk.parts)
        yield from (_addend(part, width) for part in junk.parts)
        total = sum(part.weight for part in junk.parts)
        yield f"  {'sum':{width}}  {'':>9}  {total:+8.3f}  → {junk.score:.3f}"
        yield ""


def _addend(part: JunkPart, width: int) -> str:
    return f"  {part.signal:{width}}  {part.value:9.3f}  {part.weight:+8.3f}"
