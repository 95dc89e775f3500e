"""`cleaner evaluate` and `cleaner train`.

What nothing but measuring needs is imported where it is used, so that it does not slow down the start of the other commands.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from cleaner.errors import CleanerError, OutputError
from cleaner.output.columns import escaped
from cleaner.pipeline import Cleaner
from cleaner.producer import producer

_datasets = click.argument(
    "datasets",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DATASET…",
)


@click.command(
    epilog="Example: cleaner evaluate data/wcxb-dev --against trafilatura,resiliparse --sample 100 --worst 2"
)
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


@click.command(epilog="Example: cleaner train data/wcxb-dev -o mine.npz --folds 5")
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
    from cleaner.train.diction import dictions
    from cleaner.train.examples import Example, examples
    from cleaner.train.fit import fit, fit_lines
    from cleaner.train.folds import cross_validate, parts_of
    from cleaner.train.lines import line_examples

    policy = PRESETS["balanced"]
    learned: list[Example] = []
    if not os.access(output.parent, os.W_OK):  # told now, not after an hour of training
        raise click.UsageError(f"cannot write {output}: {output.parent} is no folder that can be written to")
    try:
        loaded = list(map(load, datasets))
        if folds:
            for dataset in loaded:
                parts_of(dataset, folds)  # what is wrong is told now, too
        click.echo("training on lines …", err=True)
        worded = dictions(chain.from_iterable(dataset.pages() for dataset in loaded))
        texts = list(line_examples(chain.from_iterable(dataset.pages() for dataset in loaded), worded))
        click.echo(f"training on {len(texts):,} texts …", err=True)
        lines = fit_lines(texts, worded.whole, seed)
        for dataset in loaded:
            with click.progressbar(dataset.pages(), len(dataset.ids), label=dataset.name, file=sys.stderr) as pages:
                found = list(examples(pages))
            learned += found
            if folds:
                peer = systems.peer("trafilatura")
                with click.progressbar(
                    cross_validate(dataset, found, lines, policy, folds, seed, [peer]),
                    folds,
                    label="folds",
                    file=sys.stderr,
                ) as measured:
                    scores = tuple(measured)
                all_pages = tuple(page for fold in scores for page in fold)
                summary = summarise(dataset.name, all_pages, (systems.ours(Cleaner(policy)), peer))
                click.echo(report.tables(report.Evaluation(summary, ()), producer(policy)))
                click.echo(report.folds(scores) + "\n")
        click.echo(f"training on {len(learned):,} pages …", err=True)
        model = fit(learned, lines, seed)
        try:
            save_model(model, output)
        except OSError as error:
            raise OutputError(f"cannot write {output}: {error.strerror or error}") from error
    except CleanerError as error:
        raise click.UsageError(str(error)) from None


def _passed_over(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return (
        f"passed over, a page without its label or a label without its page: {', '.join(map(escaped, names[:3]))}{more}"
    )


@click.command(epilog="Example: cleaner weigh data/wcxb-dev --junk data/junk-dev/crack-doorway=doorway -o weights/")
@_datasets
@click.option(
    "--junk",
    "real",
    multiple=True,
    metavar="FOLDER=LABEL[,LABEL…]",
    help="A folder of real junk, and what its pages are; several times for several folders.",
)
@click.option(
    "-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="A folder for the weights."
)
@click.option("--each", type=click.IntRange(min=1), default=24, show_default=True, help="Pages of each generator.")
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True)
@click.option("--worst", is_flag=True, help="Tell which ordinary pages score highest.")
def weigh(datasets: tuple[Path, ...], real: tuple[str, ...], output: Path, each: int, seed: int, worst: bool) -> None:
    """Fit the junk score to your own ordinary pages, for a policy's `scorecards`.

    A DATASET is a folder of ordinary pages with their expected texts, as for `cleaner evaluate`. Junk is generated, and read
    from --junk. First tells how well junk is judged by models that have not seen its source, then writes scorecards.json, with
    likeness.npz, what words are like, fluency.npz, how they follow one another, and states.npz, the model of pages without content. Needs
    the extra: pip install 'cleaner[train]'.
    """
    from cleaner.train import judgement
    from cleaner.train.heldout import held_out
    from cleaner.train.junk import models_of, samples_of
    from cleaner.train.sources import sources
    from cleaner.train.weigh import Problem, finished, platt
    from cleaner.verdict.junk.labels import CARDED
    from cleaner.verdict.junk.scorecard import FORMS, dump_scorecards
    from cleaner.verdict.junk.sorts import LABELS

    folders = []
    for each_folder in real:
        folder, _, names = each_folder.rpartition("=")
        labels = tuple(names.split(","))
        if not Path(folder).is_dir() or not set(labels) <= set(LABELS):
            raise click.UsageError(f"--junk {each_folder}: no such folder, or no label of {', '.join(LABELS)}")
        folders.append((Path(folder), labels))
    try:
        output.mkdir(parents=True, exist_ok=True)
        found = sources(datasets, folders, each, seed)
        click.echo(f"looking at {len(found):,} sources …", err=True)
        with TemporaryDirectory() as scratch:
            samples = samples_of(found, models_of(found, datasets, output, Path(scratch)))
        cards = {}
        for form in FORMS:
            problem = Problem([sample for sample in samples if sample.form == form])
            judged = held_out(problem)
            slope, shift = platt(judged.odds, judged.samples)
            judged = judged._replace(odds=slope * judged.odds + shift)
            card = problem.scorecard(slope, shift)
            cards[form] = card if form == "quality" else finished(card)
            click.echo("\n".join(judgement.told(form, judged)))
            if worst:
                click.echo("\n".join(judgement.worst(judged)) + "\n")
            if form != "quality":
                cards |= {f"{form} {label}": Problem(problem.samples, label).scorecard() for label in CARDED}
        (output / "scorecards.json").write_text(dump_scorecards(cards), "utf-8")
    except OSError as error:
        raise click.UsageError(f"cannot write to {output}: {error.strerror or error}") from None
    except CleanerError as error:
        raise click.UsageError(str(error)) from None
