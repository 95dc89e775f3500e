"""How far a run is, on standard error: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any

from tqdm import tqdm

from cleaner.corpus.item import Item
from cleaner.corpus.outcome import Outcome
from cleaner.corpus.tally import JUNK
from cleaner.output.columns import escaped

_BAR = "{percentage:3.0f}% |{bar}| {n_fmt} of {total_fmt} [{elapsed}<{remaining}{postfix}]"
_ENDLESS = "{n_fmt} [{elapsed}{postfix}]"
_LINE_EVERY = 30  # seconds between two lines of a log,
_BAR_EVERY = 0.2  # and two states of the bar
_NAMED = 5  # rules that the last lines name


class Progress:
    """Told of items as they are read and of outcomes as they come; tells each input that fails. A context manager."""

    def __init__(self, size: int) -> None:
        """
        :param size: bytes of all inputs as they are stored; 0 where nobody knows.
        """
        self._bar = tqdm(
            total=size or None,
            unit="B",
            unit_scale=True,
            bar_format=_BAR if size else _ENDLESS,
            disable=not sys.stderr.isatty(),
            dynamic_ncols=True,
        )
        self._counts: Counter[str] = Counter()
        self._begun = self._told = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def reading(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items, and the bar moves with them."""
        at, file = 0, None
        for item in items:
            path = item.uri.partition("#")[0]
            self._bar.update(item.at - (at if path == file else 0))
            at, file = item.at, path
            yield item

    def done(self, outcome: Outcome) -> None:
        """An outcome has come."""
        if (
            not self._counts
        ):  # what was there of an earlier run has been passed by now, and says nothing of the pace of this one
            self._begun = time.monotonic()
            self._bar.initial = self._bar.n
        self._counts[outcome.status] += 1
        self._counts["junk"] += outcome.score is not None and outcome.score >= JUNK
        if outcome.reason is not None and outcome.told:
            self.tell(f"{outcome.status} ({outcome.reason}): {outcome.told}")
        now = time.monotonic()
        if now - self._told > (_LINE_EVERY if self._bar.disable else _BAR_EVERY):
            self._told = now
            if self._bar.disable:
                self.tell(self._so_far(now))
            else:
                self._bar.set_postfix_str(self._so_far(now))

    def tell(self, line: str) -> None:
        """A line of its own."""
        self._bar.write(escaped(line), file=sys.stderr)

    def _so_far(self, now: float) -> str:
        counts = self._counts
        pages = counts["cleaned"] + counts["empty"] + counts["failed"]
        pace = pages / max(now - self._begun, 0.001)
        told = (
            f"{pace:.1f} pages/s, {counts['cleaned']:,} cleaned, {counts['empty']:,} empty, {counts['failed']:,} failed"
        )
        return f"{told}, {counts['junk']:,} junk"


def summed_up(summary: Mapping[str, Any]) -> Iterator[str]:
    """A run's summary in some lines."""
    statuses, junk = summary["statuses"], summary["junk"]
    told = ", ".join(f"{count:,} {status}" for status, count in statuses.items())
    yield f"{summary['inputs']:,} inputs: {told}; {junk['pages']:,} are probably junk"
    if summary["reasons"]:
        yield f"  why: {', '.join(f'{reason} {count:,}' for reason, count in summary['reasons'].items())}"
    if summary["rules"]:
        rules = (f"{each['rule']} {each['characters']:,}" for each in summary["rules"][:_NAMED])
        yield f"  characters removed by: {', '.join(rules)}"
    if any(junk["histogram"]):
        yield f"  junk scores by tenths: {' '.join(f'{count:,}' for count in junk['histogram'])}"
    if junk["labels"]:
        yield f"  labels: {', '.join(f'{label} {count:,}' for label, count in junk['labels'].items())}"
