"""The pages on which the cleaner loses most, and what was wrongly kept and wrongly removed on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cleaner.cleaned import Cleaned
from cleaner.evaluate.datasets import Dataset, LabelledPage
from cleaner.evaluate.metrics import words
from cleaner.evaluate.run import Measured, Score
from cleaner.evaluate.systems import OURS, cleaned
from cleaner.model import Decision, Effect, Finding
from cleaner.pipeline import Cleaner

# Two texts are compared by pieces of so many characters (two or three words of English), not by lines: references break
# lines where the page does not, and correct a word here and there.
_SHINGLE = 12
_LINES, _WIDTH = 15, 200  # lines of a list, and characters of a line


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a content opinion said of the block that holds a line: log-odds that it is content."""

    rule: str
    weight: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and why it was kept or removed. Without rules, no block of the page holds it."""

    text: str
    rules: tuple[str, ...] = ()
    opinions: tuple[Opinion, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines with most words, in the order of the page, and how many more there were. Equal lines are one."""

    shown: tuple[Line, ...]
    left_off: int


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with a result, by its labels.

    :param kept: lines that are not in the reference (that hold a snippet that must not be there).
    :param removed: lines that are in the reference and not in the output (that hold a snippet that must be there).
    :param nowhere: lines of the reference (snippets that must be there) in no block of the page: no rule is to blame.
    """

    kept: Lines
    removed: Lines
    nowhere: Lines


@dataclass(frozen=True, slots=True)
class Loss:
    """A page with less than full marks.

    :param blank: the reference has no words.
    :param peers: the F1 of the others on it.
    :param faults: None where the cleaner raised: ``score.error`` says what.
    """

    id: str
    kind: str | None
    blank: bool
    score: Score
    peers: Mapping[str, float]
    faults: Faults | None


def losses(dataset: Dataset, measured: Iterable[Measured], cleaner: Cleaner, each: int) -> tuple[Loss, ...]:
    """The pages of a dataset on which the cleaner loses most, so many of each kind, and what went wrong on each.

    :param cleaner: the one that was measured: it cleans these pages again.
    """
    found = []
    for page in worst(measured, each):
        score = page.scores[OURS]
        wrong = None
        if not score.error:
            labelled = dataset.read(page.id)
            wrong = faults(labelled, cleaned(cleaner, labelled))
        found.append(Loss(page.id, page.kind, page.blank, score, _peers(page), wrong))
    return tuple(found)


def worst(measured: Iterable[Measured], each: int) -> list[Measured]:
    """The pages on which the cleaner loses most, so many of each kind. Of equal ones first where a peer does better."""
    by_kind: defaultdict[str, list[Measured]] = defaultdict(list)
    for page in measured:
        if page.scores[OURS].f1 < 1:
            by_kind[page.kind or ""].append(page)
    return [page for kind in sorted(by_kind) for page in sorted(by_kind[kind], key=_rank)[:each]]


def _rank(page: Measured) -> tuple[float, float, str]:
    return page.scores[OURS].f1, -max(_peers(page).values(), default=0.0), page.id


def _peers(page: Measured) -> dict[str, float]:
    return {name: score.f1 for name, score in page.scores.items() if name != OURS}


def faults(page: LabelledPage, result: Cleaned) -> Faults:
    """What is wrong with a result by the page's reference; where it has none, by its snippets."""
    if page.reference is None:
        return _by_snippets(page, result)
    reference, output = _Passages.of(page.reference), _Passages.of(result.text)
    whole = _Passages.of("\n".join(block.text for block in result.blocks))
    return Faults(
        _cut(_lines(result, result.kept, lambda line: not reference.hold(line))),
        _cut(_lines(result, result.removed, lambda line: reference.hold(line) and not output.hold(line))),
        # A short line may stand in a block among other words.
        _cut(Line(line) for line in page.reference.splitlines() if _shingles(_normal(line)) and not whole.hold(line)),
    )


def _by_snippets(page: LabelledPage, result: Cleaned) -> Faults:
    missing = [snippet for snippet in page.present if snippet not in result.text]
    removed = _lines(result, result.removed, lambda line: any(snippet in line for snippet in missing))
    return Faults(
        _cut(_lines(result, result.kept, lambda line: any(snippet in line for snippet in page.absent))),
        _cut(removed),
        _cut(Line(snippet) for snippet in missing if not any(snippet in line.text for line in removed)),
    )


def _lines(result: Cleaned, decisions: Iterable[Decision], is_wrong: Callable[[str], bool]) -> list[Line]:
    """The lines of some pieces of a page that have words and are wrong, each with what decided it."""
    opinions: defaultdict[int | None, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        if finding.effect is Effect.OPINION:
            opinions[finding.block].append(finding)
    return [
        Line(line, decision.rules, tuple(_heard(opinions[decision.block], decision)))
        for decision in decisions
        for line in result.blocks[decision.block].text[slice(*decision.range)].splitlines()
        if words(line) and is_wrong(line)
    ]


def _heard(opinions: Iterable[Finding], decision: Decision) -> Iterator[Opinion]:
    """The opinions that speak of a piece of their block."""
    start, end = decision.range
    for finding in opinions:
        if finding.range is None or (finding.range[0] < end and start < finding.range[1]):
            yield Opinion(finding.rule, finding.weight)


def _cut(lines: Iterable[Line]) -> Lines:
    # What is said twice on a page may weigh differently there: the first time is told.
    every = list({(line.text, line.rules): line for line in reversed(list(lines))}.values())[::-1]
    longest = sorted(every, key=lambda line: -len(line.text))[:_LINES]
    shown = [replace(line, text=_shortened(line.text)) for line in every if line in longest]
    return Lines(tuple(shown), len(every) - len(shown))


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


@dataclass(frozen=True, slots=True)
class _Passages:
    """A text in which lines are looked for."""

    lines: frozenset[str]
    shingles: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Passages:
        return cls(frozenset(map(_normal, text.splitlines())), frozenset(_shingles(_normal(text))))

    def hold(self, line: str) -> bool:
        """Does most of the line stand there? A short one must be a line of its own: its words stand anywhere."""
        normal = _normal(line)
        if shingles := _shingles(normal):
            return 2 * sum(shingle in self.shingles for shingle in shingles) >= len(shingles)
        return normal in self.lines


def _normal(text: str) -> str:
    return " ".join(words(text))


def _shingles(normal: str) -> list[str]:
    """All pieces of a length; none of a text that is shorter."""
    return [normal[start : start + _SHINGLE] for start in range(len(normal) - _SHINGLE + 1)]
