"""What was measured, as tables for a person and as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean, stdev
from typing import Any

from cleaner.evaluate.families import Gain
from cleaner.evaluate.metamorphic import Resistance
from cleaner.evaluate.metrics import Estimate
from cleaner.evaluate.run import Measured
from cleaner.evaluate.summary import Accuracy, Group, Standing, Summary
from cleaner.evaluate.systems import OURS
from cleaner.evaluate.worst import Line, Lines, Loss
from cleaner.output.columns import aligned, escaped

SCHEMA = "cleaner.evaluation/1"
_ERRORS = 3  # of a system are told; JSON has them all


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything about one dataset. ``resistance`` is empty where its pages were not wrapped in junk, ``gains`` where rules were not
    switched off in turns."""

    summary: Summary
    worst: tuple[Loss, ...]
    resistance: tuple[Resistance, ...] = ()
    gains: tuple[Gain, ...] = ()


def document(evaluations: Sequence[Evaluation], producer: Mapping[str, Any]) -> str:
    """All datasets as one JSON object on one line, in ASCII: a terminal obeys nothing in it.

    :param producer: what made the results, as records say it.
    """
    datasets = [
        {
            **asdict(each.summary),
            "worst": [asdict(loss) for loss in each.worst],
            "resistance": [asdict(found) for found in each.resistance],
            "gains": [asdict(gain) for gain in each.gains],
        }
        for each in evaluations
    ]
    return json.dumps({"schema": SCHEMA, "producer": producer, "datasets": datasets}, allow_nan=False)


def tables(evaluation: Evaluation, producer: Mapping[str, Any]) -> str:
    """One dataset for a person. Characters that a terminal obeys or does not show are escaped."""
    return "\n".join(map(escaped, _told(evaluation, producer["policy"])))


def folds(measured: Sequence[Sequence[Measured]]) -> str:
    """The cleaner's F1 on each fold of a cross-validation, and how far folds deviate from each other."""
    means = [fmean(page.scores[OURS].f1 for page in fold) for fold in measured]
    each = ", ".join(f"{mean:.4f} ({len(fold):,} pages)" for mean, fold in zip(means, measured, strict=True))
    return f"F1 of the folds: {each}; standard deviation {stdev(means):.4f}"


def _told(evaluation: Evaluation, policy: str) -> Iterator[str]:
    summary = evaluation.summary
    yield f"{summary.dataset}: {summary.pages:,} pages, policy {policy}"
    if summary.blank:
        yield f"Pages with an empty reference, where only an empty text scores: {summary.blank:,}."
    yield f"trafilatura was asked on {summary.asked:.1%} of the pages."
    for title, groups in (("words, means over pages", summary.words), ("snippets, pooled", summary.snippets)):
        if groups:
            yield ""
            yield from aligned([[title, *_HEAD], *(row for group in groups for row in _group(group))], left=3)
    yield ""
    yield from aligned([["CPU milliseconds a page", *_CPU_HEAD], *map(_cost, summary.systems)], left=1)
    for system in summary.systems:
        yield from (f"{system.name} raised {error}" for error in system.errors[:_ERRORS])
        if (left_off := len(system.errors) - _ERRORS) > 0:
            yield f"… and {left_off:,} other errors of {system.name}"
    if evaluation.resistance:
        yield ""
        yield from aligned([_JUNK_HEAD, *map(_resistance, evaluation.resistance)], left=2)
    if evaluation.gains:
        yield ""
        kinds = tuple(evaluation.gains[0].kinds)
        head = ("rules gain", "F1", "precision", "recall", "better", "worse", *kinds)
        yield from aligned([head, *map(_gain, evaluation.gains)], left=1)
    for loss in evaluation.worst:
        yield ""
        yield from _loss(loss)


_HEAD = ("pages", "", "precision", "recall", "F1", "95%", "cleaner's lead", "95%")
_CPU_HEAD = ("mean", "median", "cleaner's ratio", "pages it raised on")


_JUNK_HEAD = (
    "wrapped in junk", "", "pages", "without any left", "lines", "left", "by another family", "honest words lost", "left by peers",
)  # fmt: skip


def _resistance(found: Resistance) -> list[str]:
    def share(part: int, whole: int) -> str:
        return f"{part / max(whole, 1):.2%}"

    return [
        "" if found.family else found.form,
        found.family or "all",
        f"{found.pages:,}",
        share(found.pure, found.pages),
        f"{found.lines:,}",
        share(found.left, found.lines),
        share(found.astray, found.lines),
        "" if found.family else share(found.lost, found.words),
        ", ".join(f"{name} {share(left, found.lines)}" for name, left in found.peers.items()),
    ]


def _gain(gain: Gain) -> list[str]:
    figures = (gain.f1, gain.precision, gain.recall)
    of_kinds = [f"{figure:+.4f}" for figure in gain.kinds.values()]
    return [gain.family, *(f"{figure:+.4f}" for figure in figures), f"{gain.better:,}", f"{gain.worse:,}", *of_kinds]


def _group(group: Group) -> Iterator[list[str]]:
    lead = ["all" if group.kind is None else group.kind, f"{group.pages:,}"]
    for name, accuracy in group.systems.items():
        yield [*lead, name, *_accuracy(accuracy)]
        lead = ["", ""]


def _accuracy(accuracy: Accuracy) -> list[str]:
    lead = _estimate(accuracy.lead, "+") if accuracy.lead else ["", ""]
    return [f"{accuracy.precision:.3f}", f"{accuracy.recall:.3f}", *_estimate(accuracy.f1, "-"), *lead]


def _estimate(estimate: Estimate, sign: str) -> list[str]:
    return [f"{estimate.value:{sign}.4f}", f"{estimate.low:{sign}.3f} … {estimate.high:{sign}.3f}"]


def _cost(system: Standing) -> list[str]:
    ratio = "" if system.ratio is None else f"{system.ratio:.2f}"
    return [
        f"{system.name} {system.version}",
        f"{system.ms_mean:.1f}",
        f"{system.ms_median:.1f}",
        ratio,
        f"{system.failed:,}",
    ]


def _loss(loss: Loss) -> Iterator[str]:
    f1 = ", ".join(f"{name} {score:.3f}" for name, score in {OURS: loss.score.f1, **loss.peers}.items())
    words = loss.score.words
    parts = f" (precision {words.precision:.3f}, recall {words.recall:.3f})" if words else ""
    yield f"{loss.id}, {loss.kind or 'of no kind'}: F1 {f1}{parts}"
    if loss.blank:
        yield "  its reference is empty"
    if loss.faults is None:
        yield f"  the cleaner raised {loss.score.error}"
        return
    yield from _lines("wrongly kept", loss.faults.kept)
    yield from _lines("wrongly removed", loss.faults.removed)
    yield from _lines("in no block of the page", loss.faults.nowhere)


def _lines(title: str, lines: Lines) -> Iterator[str]:
    if lines.shown:
        yield f"  {title}:"
        yield from (f"    {_line(line)}" for line in lines.shown)
        if lines.left_off:
            yield f"    … and {lines.left_off:,} more lines"


def _line(line: Line) -> str:
    said = {opinion.rule: f"{opinion.rule} {opinion.weight:+.2f}" for opinion in line.opinions}
    why = [said.pop(rule, rule) for rule in line.rules] + [f"beside {opinion}" for opinion in said.values()]
    return f"{line.text}  [{', '.join(why)}]" if why else line.text
