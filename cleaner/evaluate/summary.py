"""Scores of pages added up to the facts that a report shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import TypeVar

from cleaner.evaluate import metrics
from cleaner.evaluate.metrics import Estimate, Snippets, Words
from cleaner.evaluate.run import Measured, Score
from cleaner.evaluate.systems import OURS, System

_ASKED = ("both", "trafilatura")  # engines for which trafilatura was asked
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well a system does on some pages.

    :param lead: what the cleaner's F1 is above this system's, on the same pages; None of itself.
    """

    precision: float
    recall: float
    f1: Estimate
    lead: Estimate | None


@dataclass(frozen=True, slots=True)
class Group:
    """All systems on pages of one kind.

    :param kind: None of all pages, whatever their kind.
    :param systems: their accuracy by name.
    """

    kind: str | None
    pages: int
    systems: Mapping[str, Accuracy]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a system cost over all pages.

    :param ms_mean: milliseconds of CPU time a page, and their median.
    :param ratio: the cleaner's CPU time in this system's; None of itself.
    :param failed: pages on which it raised.
    :param errors: what it raised there, each different one once.
    """

    name: str
    version: str
    ms_mean: float
    ms_median: float
    ratio: float | None
    failed: int
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What was measured on a dataset.

    :param blank: pages whose reference has no words: only an empty output scores there.
    :param asked: on which share of the pages the cleaner asked trafilatura.
    :param words: means over the pages with a reference: of all, then kind by kind; empty where no page has one.
    :param snippets: of the snippets of all pages together, alike.
    """

    dataset: str
    pages: int
    blank: int
    asked: float
    systems: tuple[Standing, ...]
    words: tuple[Group, ...]
    snippets: tuple[Group, ...]


def summarise(name: str, pages: Sequence[Measured], systems: Sequence[System]) -> Summary:
    """The facts of a dataset with at least one page, kinds of pages from the most frequent on."""
    return Summary(
        name,
        len(pages),
        sum(page.blank for page in pages),
        fmean(page.scores[OURS].engine in _ASKED for page in pages),
        tuple(_standing(system, pages) for system in systems),
        tuple(_groups(pages, lambda score: score.words, _of_words)),
        tuple(_groups(pages, lambda score: score.snippets, _of_snippets)),
    )


def _standing(system: System, pages: Sequence[Measured]) -> Standing:
    scores = [page.scores[system.name] for page in pages]
    seconds = [score.seconds for score in scores]
    ours = sum(page.scores[OURS].seconds for page in pages)
    errors = dict.fromkeys(score.error for score in scores if score.error)
    return Standing(
        system.name,
        system.version,
        1_000 * fmean(seconds),
        1_000 * median(seconds),
        ours / sum(seconds) if system.name != OURS and any(seconds) else None,
        sum(score.error is not None for score in scores),
        tuple(errors),
    )


def _groups(
    pages: Sequence[Measured],
    part: Callable[[Score], _Part | None],
    accuracy: Callable[[Sequence[_Part], Sequence[_Part] | None, Sequence[str]], Accuracy],
) -> Iterator[Group]:
    """The pages that have this part of a score: all of them, then kind by kind.

    :param accuracy: from this part of a system's scores, of the cleaner's (None where it is the cleaner) and clusters.
    """
    labelled = [page for page in pages if part(page.scores[OURS]) is not None]
    kinds = Counter(page.kind for page in labelled if page.kind is not None)
    for kind in (None, *(kind for kind, _ in kinds.most_common())) if labelled else ():
        chosen = [page for page in labelled if kind in (None, page.kind)]
        clusters = [page.cluster for page in chosen]
        parts = {
            name: [found for page in chosen if (found := part(page.scores[name])) is not None]
            for name in chosen[0].scores
        }
        ours = parts[OURS]
        systems = {name: accuracy(own, None if name == OURS else ours, clusters) for name, own in parts.items()}
        yield Group(kind, len(chosen), systems)


def _of_words(pages: Sequence[Words], ours: Sequence[Words] | None, clusters: Sequence[str]) -> Accuracy:
    return Accuracy(
        fmean(page.precision for page in pages),
        fmean(page.recall for page in pages),
        metrics.mean([page.f1 for page in pages], clusters),
        metrics.mean([mine.f1 - page.f1 for mine, page in zip(ours, pages, strict=True)], clusters) if ours else None,
    )


def _of_snippets(pages: Sequence[Snippets], ours: Sequence[Snippets] | None, clusters: Sequence[str]) -> Accuracy:
    pool = metrics.pool(pages)
    return Accuracy(
        pool.precision,
        pool.recall,
        metrics.pooled_f1(pages, clusters),
        metrics.pooled_difference(ours, pages, clusters) if ours else None,
    )
