"""The command line: `cleaner clean`, `cleaner verify`, `cleaner rules`, `cleaner evaluate`, `cleaner train`."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from cleaner.corpus import readers, writers
from cleaner.errors import CleanerError, InputError, OutputError
from cleaner.evidence.registry import Rule
from cleaner.evidence.rules import ALL
from cleaner.output.record import failed
from cleaner.output.verify import verify as verify_record
from cleaner.pipeline import Cleaner
from cleaner.producer import producer

_ROLE = re.compile(r":\w+:`([^`]*)`")  # a reference in a docstring, as Sphinx reads it


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
            return writers.line(failed(None, uri, self.about["url"], error.reason, producer(self.cleaner.policy)))
        if result.reason and self.format != "jsonl":
            click.echo(f"empty ({result.reason}): {item.uri}", err=True)
        return writers.shaped(result, self.format)


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


@main.command(epilog="Example: cleaner rules author; cleaner rules --check mine.toml")
@click.argument("prefix", required=False, default="")
@click.option(
    "--check",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of your own rules: do they keep what their examples promise?",
)
def rules(prefix: str, check: Path | None) -> None:
    """What each rule does, with its examples. PREFIX: the id of a rule, or how ids begin.

    With --check, exit code 1 means that a rule does not find one of its hits, or finds one of its misses.
    """
    if check:
        _check(check)
        return
    chosen = [rule for rule in ALL if rule.id == prefix or rule.id.startswith(f"{prefix}." if prefix else "")]
    if not chosen:
        _no_rules(prefix)
    click.echo("\n\n".join(_told(rule) for rule in chosen))


def _check(path: Path) -> None:
    from cleaner.checks import broken
    from cleaner.ownrules import read_rules

    try:
        own = read_rules(path)
        faults = list(broken(own))
    except CleanerError as error:
        raise click.UsageError(str(error)) from None
    for fault in faults:
        click.echo(fault)
    click.echo(f"{path}: {len(own):,} rules, {len(faults):,} faults", err=True)
    if faults:
        raise SystemExit(1)


def _no_rules(prefix: str) -> NoReturn:
    families = ", ".join(sorted({rule.family for rule in ALL}))
    raise click.UsageError(f"no rule is called {prefix!r}; the families are {families}")


_datasets = click.argument(
    "datasets",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DATASET…",
)


@main.command(epilog="Example: cleaner evaluate data/wcxb-dev --against trafilatura,resiliparse --sample 100 --worst 2")
@_datasets
@click.option(
    "--against",
    default="trafilatura",
    show_default=True,
    help="The peers: trafilatura, resiliparse, readability, justext; several with commas between, or none ('').",
)
@click.option("--policy", default="balanced", show_default=True, help="recall, balanced, precision, or a TOML file.")
@click.option("--sample", type=click.IntRange(min=1), help="Of each dataset so many pages, evenly spread.")
@click.option(
    "--worst", type=click.IntRange(min=0), default=0, help="Tell what went wrong on so many pages of each kind."
)
@click.option(
    "--rules", "by_rules", is_flag=True, help="Tell what each family of rules gains and costs, by kind of page."
)
@click.option(
    "--junk", type=click.IntRange(min=0), default=0, help="Wrap so many articles in junk of every family; what is left?"
)
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
def evaluate(
    datasets: tuple[Path, ...],
    against: str,
    policy: str,
    sample: int | None,
    worst: int,
    by_rules: bool,
    junk: int,
    format_: str,
) -> None:
    """Measure the cleaner and its peers on labelled pages, page by page in turns.

    A DATASET is a folder of pages with their expected texts (NAME.html and NAME.txt, side by side or in folders), or in
    the layout of WCXB or of trafilatura's evaluation set. Shows precision, recall and F1 in words and in snippets, CPU
    time, and with --worst what was wrongly kept and removed, and by which rules.
    """
    # Only here: what nothing but measuring needs should not slow down the start of the other commands.
    from cleaner.evaluate import report, systems
    from cleaner.evaluate.datasets import load
    from cleaner.evaluate.families import gains
    from cleaner.evaluate.metamorphic import wrapped_in_junk
    from cleaner.evaluate.run import measure
    from cleaner.evaluate.summary import summarise
    from cleaner.evaluate.worst import losses

    peers = tuple(dict.fromkeys(name.strip() for name in against.split(",") if name.strip()))
    if unknown := [name for name in peers if name not in systems.PEERS]:
        raise click.UsageError(f"{unknown[0]!r} is no peer: choose from {', '.join(systems.PEERS)}")
    evaluations = []
    try:
        cleaner = Cleaner(policy)
        measured = (systems.ours(cleaner), *map(systems.peer, peers))
        for dataset in [load(folder) for folder in datasets]:
            if dataset.passed_over:
                click.echo(f"{dataset.name}: {_passed_over(dataset.passed_over)}", err=True)
            chosen = dataset.sampled(sample) if sample else dataset
            with click.progressbar(
                measure(chosen.pages(), measured), len(chosen.ids), label=dataset.name, file=sys.stderr
            ) as pages:
                scores = tuple(pages)
            facts = report.Evaluation(
                summarise(dataset.name, scores, measured),
                losses(chosen, scores, cleaner, worst),
                wrapped_in_junk(chosen, cleaner, measured[1:], junk),
                gains(chosen.pages(), cleaner) if by_rules else (),
            )
            if format_ == "table":
                click.echo(report.tables(facts, producer(cleaner.policy)) + "\n")
            evaluations.append(facts)
    except CleanerError as error:  # a policy, a peer that is not installed, a dataset
        raise click.UsageError(str(error)) from None
    if format_ == "json":
        click.echo(report.document(evaluations, producer(cleaner.policy)))


@main.command(epilog="Example: cleaner train data/wcxb-dev -o mine.npz --folds 5")
@_datasets
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The model's file."
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True)
@click.option(
    "--folds",
    type=click.IntRange(min=2),
    help="Measure first: so many models, each without a part of the domains and on it, beside trafilatura.",
)
def train(datasets: tuple[Path, ...], output: Path, seed: int, folds: int | None) -> None:
    """Train a content model on your own labelled pages, for a policy's `model`.

    A DATASET is a folder of pages with their expected texts, as for `cleaner evaluate`. The same pages and the same seed
    give the same model. Needs the extra: pip install 'cleaner[train]'.
    """
    from cleaner.evaluate import report, systems
    from cleaner.evaluate.datasets import load
    from cleaner.evaluate.summary import summarise
    from cleaner.evidence.content.model import save_model
    from cleaner.policy import PRESETS
    from cleaner.train.examples import Example, examples
    from cleaner.train.fit import fit
    from cleaner.train.folds import cross_validate

    policy = PRESETS["balanced"]
    learned: list[Example] = []
    if not os.access(output.parent, os.W_OK):  # told now, not after an hour of training
        raise click.UsageError(f"cannot write {output}: {output.parent} is no folder that can be written to")
    try:
        for dataset in map(load, datasets):
            with click.progressbar(dataset.pages(), len(dataset.ids), label=dataset.name, file=sys.stderr) as pages:
                found = list(examples(pages))
            learned += found
            if folds:
                peer = systems.peer("trafilatura")
                with click.progressbar(
                    cross_validate(dataset, found, policy, folds, seed, [peer]), folds, label="folds", file=sys.stderr
                ) as measured:
                    scores = tuple(measured)
                all_pages = tuple(page for fold in scores for page in fold)
                summary = summarise(dataset.name, all_pages, (systems.ours(Cleaner(policy)), peer))
                click.echo(report.tables(report.Evaluation(summary, ()), producer(policy)))
                click.echo(report.folds(scores) + "\n")
        click.echo(f"training on {len(learned):,} pages …", err=True)
        model = fit(learned, seed)
        try:
            save_model(model, output)
        except OSError as error:
            raise OutputError(f"cannot write {output}: {error.strerror or error}") from error
    except CleanerError as error:
        raise click.UsageError(str(error)) from None


def _passed_over(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"passed over, a page without its label or a label without its page: {', '.join(names[:3])}{more}"


def _told(rule: Rule) -> str:
    """A rule as one reads it."""
    weight = f" {rule.weight:+.1f}" if rule.weight else ""
    needs = rule.needs.text if rule.needs else "the whole page"
    lines = [click.style(rule.id, bold=True) + f"  ({rule.effect.value}{weight}; looks at: {needs})", ""]
    told = _ROLE.sub(r"\1", rule.documentation)
    lines += [f"  {line.strip()}".rstrip() for line in told.splitlines()]
    for word, examples in (("finds", rule.hits), ("leaves", rule.misses)):
        lines += [f"  {word}: {_shortened(example)}" for example in examples]
    return "\n".join(lines)


def _shortened(example: str) -> str:
    """The line of an example that is meant, without its marker; at most a screen's width of it."""
    line = next((line for line in example.splitlines() if "=>" in line), example.splitlines()[0])
    line = line.replace("=>", "")
    return line if len(line) <= 160 else line[:157] + "…"
