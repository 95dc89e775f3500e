"""Ordinary pages and junk (:mod:`.sources`), measured: what the junk score and the model of states are fitted to.

Every page is measured as HTML, as text that another tool extracted, and as what the cleaner leaves of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import trafilatura

from cleaner.errors import InputError
from cleaner.evaluate.datasets import load
from cleaner.evaluate.run import quiet
from cleaner.evidence.diction import save_diction
from cleaner.evidence.signs.wholes import shown
from cleaner.evidence.states import model as of_states
from cleaner.evidence.states.model import may_be, save_states
from cleaner.evidence.states.words import features
from cleaner.evidence.text import mostly_linked
from cleaner.model import Page
from cleaner.pipeline import Cleaner, facts, seen
from cleaner.source.decode import decode
from cleaner.train.articles import articles
from cleaner.train.diction import fit_diction, lines_of
from cleaner.train.fluency import fit_fluency
from cleaner.train.junkpages.wrapped import SCRAMBLED
from cleaner.train.junkpages.written import OF_HONEST_WORDS
from cleaner.train.likeness import Worded, fit_likeness, is_an_article, worded
from cleaner.train.parts import part_of
from cleaner.train.sources import ORDINARY, SMALL, Raw, Source
from cleaner.train.states import Seen, fit_states, of_phrases, state_of
from cleaner.verdict.junk import fluency as of_order
from cleaner.verdict.junk import furniture as of_lines
from cleaner.verdict.junk import likeness as of_words
from cleaner.verdict.junk import measured_of, measured_of_text
from cleaner.verdict.junk.fluency import save_fluency
from cleaner.verdict.junk.likeness import save_likeness
from cleaner.verdict.junk.text import Text

_MOST = 50_000_000  # bytes of a page
_SHOWN = 120  # characters that an ordinary page of a dataset shows at least: with less it is none
_FEWEST = 20  # words of an extracted text
FOLDS = 5
"""Of ordinary pages, by domain."""
_ORDINARY = 2.0  # what an ordinary page counts among those in a state: there is nothing else to hold the bar up
# Junk whose text may be good once it is cleaned: nothing is learned of texts from it.
_OF_OTHERS = frozenset(("content-farm", "hacked", "hidden-text", "machine-text"))


class Sample(NamedTuple):
    """A page or a text as it is measured.

    :param form: which scorecard judges it: html, text, quality.
    :param source: the generator, folder or dataset that it comes from.
    :param group: what is held out together with it: the source of junk, the domain of an ordinary page.
    :param language: None where it is not known.
    :param labels: what sort of junk it is; none for ordinary pages.
    :param values: what each signal measures, by name.
    """

    id: str
    form: str
    source: str
    group: str
    language: str | None
    labels: tuple[str, ...]
    values: dict[str, float | None]


class Models(NamedTuple):
    """Files of four models: of the states of pages without content, of what words are like, of how words and letters follow one another, and
    of how lines are worded (None: the package's own)."""

    states: Path
    likeness: Path
    fluency: Path
    diction: Path | None


def fold_of(group: str) -> int:
    """In which fold an ordinary page of this domain is."""
    return part_of(group, FOLDS)


def _judge(hand: str, group: str) -> str:
    """Who judges a page: the models that have not seen its hand, or its fold of ordinary pages."""
    return f"{hand}-{fold_of(group)}" if hand == ORDINARY else hand


def models_of(found: Sequence[Source], datasets: Sequence[Path], folder: Path, scratch: Path) -> dict[str, Models]:
    """Models of all kinds: for each hand, and for each fold of ordinary pages, such that have not seen its pages, and under ``""`` some
    of all pages.

    :param datasets: where the ordinary pages among them are from.
    :param folder: for the files of those of all pages; ``scratch`` for those of the others.
    :returns: hand or fold → the files of its models.
    """
    with ProcessPoolExecutor() as pool:
        looks = [look for part in pool.map(_looks, found) for look in part]
    judges = sorted({look.judge for look in looks})
    dictions = _dictions(datasets, judges, scratch)

    def fitted(judge: str) -> Models:
        others = [look for look in looks if look.judge != judge]
        honest = [article for article in articles() if _judge(ORDINARY, article.id) != judge]
        states, likeness, fluency = (
            scratch / f"{name}-{judge}.npz" if judge else folder / f"{name}.npz"
            for name in ("states", "likeness", "fluency")
        )
        save_states(*fit_states([*(look.state for look in others if look.state), *of_phrases()]), states)
        save_likeness(*fit_likeness([page for look in others for page in look.worded]), likeness)
        save_fluency(*fit_fluency(honest), fluency)
        return Models(states, likeness, fluency, dictions.get(judge))

    # The solvers run beside each other in threads; processes would have to be given all pages.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return dict(zip(("", *judges), threads.map(fitted, ("", *judges)), strict=True))


def _dictions(datasets: Sequence[Path], judges: Sequence[str], scratch: Path) -> dict[str, Path]:
    """How lines are worded, for each judge by a model that knows no article, since generators set their junk in those, and no page of its fold."""
    lines = [
        line
        for line in lines_of(chain.from_iterable(load(folder).pages() for folder in datasets))
        if not line.of_article
    ]
    # No hand has written any of them, so that hands have one model.
    files = {judge: scratch / f"diction-{judge if judge.startswith(ORDINARY) else 'hands'}.npz" for judge in judges}
    for file, judge in {file: judge for judge, file in files.items()}.items():
        own = [line for line in lines if line.group is None or _judge(ORDINARY, line.group) != judge]
        save_diction(fit_diction(own), file)
    return files


class _Look(NamedTuple):
    """A page as models learn from it.

    :param judge: who may judge it.
    :param state: what it is to the model of states; None where it is too large to be in one.
    :param worded: its words, as HTML and as text that somebody extracted.
    """

    judge: str
    state: Seen | None
    worded: tuple[Worded, ...]


def _looks(source: Source) -> list[_Look]:
    return [look for raw in source.pages() if (look := _look(raw, source.hand))]


def _look(raw: Raw, hand: str) -> _Look | None:
    try:
        page = decode(raw.payload, max_bytes=_MOST)
        view = seen(page).view
    except InputError:
        return None
    weight = _ORDINARY if hand == ORDINARY else 1.0
    state = Seen(found, state_of(raw.labels), weight) if may_be(view) and (found := features(view)) else None
    about = raw.source, raw.group, raw.labels
    words: list[Worded] = []
    # The words of scrambled articles are those of articles: what is junk about them is no word.
    if raw.source not in SCRAMBLED | OF_HONEST_WORDS and _is_page(raw, shown(view)):
        lines = [block.text for block in view.seen if not mostly_linked(block)]
        words += worded(lines, [*view.titles[:1], *(block.text for block in view.seen if block.flags.heading)], *about)
        if not view.is_text and (text := _extracted(raw.id, page, [block.text for block in view.seen])):
            lines = [line for line in text.splitlines() if line.strip()]
            words += worded(lines, lines[:1], *about)
    return _Look(_judge(hand, raw.group), state, tuple(words))


def samples_of(found: Sequence[Source], models: dict[str, Models]) -> list[Sample]:
    """All pages measured, each by models that have not seen its hand's pages, or its domain."""
    with ProcessPoolExecutor() as pool:
        return [sample for part in pool.map(partial(_samples, models=models), found) for sample in part]


def _samples(source: Source, models: dict[str, Models]) -> list[Sample]:
    cleaner = Cleaner()
    samples: list[Sample] = []
    for raw in source.pages():
        judge = models.get(_judge(source.hand, raw.group), models[""])
        with (
            of_states.ASKED.of(judge.states),
            of_words.ASKED.of(judge.likeness),
            of_order.ASKED.of(judge.fluency),
            of_lines.ASKED.of(judge.diction),
        ):
            samples += _forms(raw, cleaner)
    return samples


def _forms(raw: Raw, cleaner: Cleaner) -> Iterator[Sample]:
    """A page as HTML, as text that somebody extracted, and what is left of it when cleaned."""

    def sample(form: str, values: list[tuple[str, float | None]]) -> Sample:
        return Sample(raw.id, form, raw.source, raw.group, raw.language, raw.labels, dict(values))

    try:
        page = decode(raw.payload, max_bytes=_MOST)
        known = facts(page, cleaner.policy)
    except InputError:
        return
    if not _is_page(raw, known.shown):
        return
    yield sample(known.form, measured_of(known))
    # What nobody sees no extractor gives; some give nothing else, but that is theirs to mend.
    if (
        known.form == "html"
        and raw.labels[:1] != ("hidden-text",)
        and raw.source not in OF_HONEST_WORDS
        and (text := _extracted(raw.id, page, [block.text for block in known.seen]))
        and not _is_honest(raw, text.splitlines())
    ):
        yield sample("text", measured_of(facts(decode(text, kind="text"), cleaner.policy)))
    if not _OF_OTHERS.intersection(raw.labels):
        cleaned = cleaner.clean(raw.payload)
        lines = [line for line in cleaned.text.split("\n") if line]
        if lines and not _is_honest(raw, lines):
            yield sample("quality", measured_of_text(Text(lines, cleaned.title or "")))


def _is_page(raw: Raw, shown: int) -> bool:
    """Is a page what it is said to be? In datasets there are shells that show nothing; of small pages each was meant as it is."""
    return bool(raw.labels) or raw.source == SMALL or shown >= _SHOWN


def _is_honest(raw: Raw, lines: Sequence[str]) -> bool:
    """Is nothing left in a text of the junk that its page is? What is learned from such texts is to distrust honest ones."""
    return bool(raw.labels) and raw.source not in SCRAMBLED and is_an_article(lines)


def _extracted(id: str, page: Page, lines: Sequence[str]) -> str | None:
    """What another tool makes of a page: trafilatura, or one that takes all there is."""
    with quiet():
        text = trafilatura.extract(page.text, favor_recall=True) if part_of(id, 2) else None
    text = text or "\n\n".join(lines)
    return text if len(text.split()) >= _FEWEST or (text > "\u2e80" and len(text) > 3 * _FEWEST) else None
