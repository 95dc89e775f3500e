"""Is the page junk, what sort of junk, and is the text that is left good? Two questions, one way of answering.

    text ──▶ signals ──┐
    page ──▶ signals ──┴──▶ scorecard ──▶ parts, whose sum is the log-odds of the score
                       └──▶ label rules ──▶ labels with their evidence

No signal asks what somebody's opinion of the content is: a page scores the same whether it was cleaned or scored alone, and
under each policy but for the rules it switches off. See MODEL.md for what the weights were fitted to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cleaner.model import Junk
from cleaner.policy import Policy
from cleaner.verdict.junk import fluency, labels, likeness
from cleaner.verdict.junk.again import SIGNALS as AGAIN
from cleaner.verdict.junk.counted import SIGNALS as COUNTED
from cleaner.verdict.junk.fluency import SIGNALS as FLUENCY
from cleaner.verdict.junk.furniture import SIGNALS as FURNITURE
from cleaner.verdict.junk.likeness import SIGNALS as LIKENESS
from cleaner.verdict.junk.page import SIGNALS, Facts
from cleaner.verdict.junk.said import SIGNALS as SAID
from cleaner.verdict.junk.scorecard import load_scorecards, probability
from cleaner.verdict.junk.shape import SIGNALS as SHAPE
from cleaner.verdict.junk.text import Text
from cleaner.verdict.junk.wording import SIGNALS as WORDING

LABEL_RULES = tuple(labels.RULES)


def score(facts: Facts, policy: Policy) -> Junk:
    """The junk score of a page, with its parts and labels.

    :param policy: says which label rules are on, and where the weights are.
    :returns: ``score`` = sigmoid of the sum of the parts' weights, 0 to 1.
    """
    cards = load_scorecards(policy.scorecards)
    with _asking_beside(policy.scorecards):
        measured = measured_of(facts)
    parts = cards[facts.form].parts(measured)
    rules = [rule for rule in LABEL_RULES if policy.allows(rule.id)]
    return Junk(probability(parts), labels.labels(facts, measured, cards, rules), parts)


def text_quality(lines: Sequence[str], title: str | None, policy: Policy) -> float | None:
    """How probably a cleaned text is good: somebody's sentences, whole, once, and about something. None where there is none.

    :param lines: its paragraphs, none of them empty.
    """
    if not lines:
        return None
    with _asking_beside(policy.scorecards):
        parts = load_scorecards(policy.scorecards)["quality"].parts(measured_of_text(Text(lines, title or "")))
    return 1 - probability(parts)


@contextmanager
def _asking_beside(scorecards: str | None) -> Iterator[None]:
    """The models are asked with which somebody's scorecards were fitted."""
    with fluency.ASKED.beside(scorecards), likeness.ASKED.beside(scorecards):
        yield


def measured_of(facts: Facts) -> list[tuple[str, float | None]]:
    """What each signal measures of a page, by name."""
    return [(name, measure(facts)) for name, measure in SIGNALS]


def measured_of_text(text: Text) -> list[tuple[str, float | None]]:
    """What each signal of texts measures of one, by name."""
    signals = (*COUNTED, *AGAIN, *SHAPE, *FLUENCY, *LIKENESS, *FURNITURE, *SAID, *WORDING)
    return [(name, measure(text)) for name, measure in signals]
