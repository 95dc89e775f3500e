"""What a run counts: how many inputs became what, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from cleaner.corpus.outcome import Outcome

_BINS = 10  # of the histogram of junk scores, each as wide
JUNK = 0.5  # a score from which a page counts as junk
_TOP = 20  # rules that the summary names


class Tally:
    """Counts of a run. Everything in it is a sum over the outcomes, so that a run that was resumed counts as one that was not."""

    def __init__(self, counted: Mapping[str, Mapping[str, int]] | None = None) -> None:
        """
        :param counted: what :meth:`counted` gave.
        """
        before = counted or {}
        self.statuses = Counter(before.get("statuses", {}))
        self.reasons = Counter(before.get("reasons", {}))
        self.labels = Counter(before.get("labels", {}))
        self.scores = Counter(before.get("scores", {}))
        self.pages = Counter(before.get("pages", {}))
        self.characters = Counter(before.get("characters", {}))

    def add(self, outcome: Outcome) -> None:
        """Count one input."""
        self.statuses[outcome.status] += 1
        if outcome.reason is not None:
            self.reasons[f"{outcome.status}: {outcome.reason}"] += 1
        self.labels.update(outcome.labels)
        if outcome.score is not None:
            self.scores[str(min(int(outcome.score * _BINS), _BINS - 1))] += 1
        self.pages.update(outcome.removed.keys())
        self.characters.update(outcome.removed)

    @property
    def records(self) -> int:
        """How many inputs were counted."""
        return self.statuses.total()

    @property
    def junk(self) -> int:
        """How many pages scored as junk more probably than not."""
        return sum(count for place, count in self.scores.items() if int(place) >= JUNK * _BINS)

    def counted(self) -> dict[str, dict[str, int]]:
        """All counts, as JSON can hold them."""
        return {name: dict(sorted(counts.items())) for name, counts in vars(self).items()}

    def summary(self) -> dict[str, Any]:
        """What ``summary.json`` says of the outcomes."""
        rules = sorted(self.characters, key=lambda rule: (-self.characters[rule], rule))
        return {
            "records": self.records,
            "statuses": {status: self.statuses[status] for status in ("cleaned", "empty", "failed")},
            "reasons": dict(sorted(self.reasons.items())),
            "rules": [
                {"rule": rule, "pages": self.pages[rule], "characters": self.characters[rule]} for rule in rules[:_TOP]
            ],
            "junk": {
                "pages": self.junk,
                "histogram": [self.scores[str(place)] for place in range(_BINS)],
                "labels": dict(sorted(self.labels.items())),
            },
        }
