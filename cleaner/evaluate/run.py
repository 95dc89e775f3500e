"""All systems on each page, in turns in one process."""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.metrics import Snippets, Words, compare, find, words
from cleaner.evaluate.systems import Extracted, System


@dataclass(frozen=True, slots=True)
class Score:
    """One system on one page.

    :param words: None where the page has no reference.
    :param snippets: None where it has no snippets.
    :param seconds: CPU time from bytes to text.
    :param engine: of the cleaner's: whose opinion of the content was heard.
    :param error: what the system raised; its text counts as empty then.
    """

    words: Words | None
    snippets: Snippets | None
    seconds: float
    engine: str | None = None
    error: str | None = None

    @property
    def f1(self) -> float:
        """The page in one figure: of the words, or of the snippets where there is no reference."""
        return self.words.f1 if self.words else self.snippets.f1 if self.snippets else 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A page and every system's score on it, by the system's name.

    :param cluster: its domain; where that is not known, the page is alone.
    :param blank: it has a reference, and that has no words.
    """

    id: str
    kind: str | None
    cluster: str
    blank: bool
    scores: Mapping[str, Score]


def measure(pages: Iterable[LabelledPage], systems: Sequence[System]) -> Iterator[Measured]:
    """Every system on every page.

    They take turns in going first, so that what one leaves in the caches favours nobody; and the first page is done
    once before anything counts, so that no page pays for imports and tables.
    """
    for place, page in enumerate(pages):
        first = place % len(systems)
        turns = (*systems[first:], *systems[:first])
        with quiet():
            if not place:
                for system in turns:
                    _score(system, page)
            scores = {system.name: _score(system, page) for system in turns}
        blank = page.reference is not None and not words(page.reference)
        in_order = {system.name: scores[system.name] for system in systems}
        yield Measured(page.id, page.kind, page.domain or page.id, blank, in_order)


def _score(system: System, page: LabelledPage) -> Score:
    extracted, error = Extracted(""), None
    start = time.process_time()
    try:
        extracted = system.extract(page)
    except Exception as caught:  # a peer may raise anything, and the others go on
        error = f"{type(caught).__name__}: {caught}"
    seconds = time.process_time() - start
    bags = None if page.reference is None else compare(extracted.text, page.reference)
    has_snippets = page.present or page.absent
    snippets = find(extracted.text, page.present, page.absent) if has_snippets else None
    return Score(bags, snippets, seconds, extracted.engine, error)


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing is logged and nobody is warned: peers do both on every other page."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
