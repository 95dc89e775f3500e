"""Ordinary pages and junk, measured: what the junk score and the model of states are fitted to.

Junk comes from generators (:mod:`cleaner.train.junkpages`) and from folders of real junk, a folder for each sort. Every page is
measured as HTML, as text that another tool extracted, and as what the cleaner leaves of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import trafilatura

from cleaner.errors import InputError
from cleaner.evaluate.datasets import load
from cleaner.evaluate.run import quiet
from cleaner.evidence.signs.wholes import shown
from cleaner.evidence.states import model as of_states
from cleaner.evidence.states.model import may_be, save_states
from cleaner.evidence.states.words import features
from cleaner.evidence.text import mostly_linked
from cleaner.model import Page
from cleaner.pipeline import Cleaner, facts, seen
from cleaner.source.decode import decode
from cleaner.train.articles import articles
from cleaner.train.fluency import fit_fluency
from cleaner.train.junkpages import GENERATORS
from cleaner.train.junkpages.wrapped import LANGUAGES, SCRAMBLED, plain
from cleaner.train.likeness import Worded, fit_likeness, is_an_article, worded
from cleaner.train.parts import part_of
from cleaner.train.states import Seen, fit_states, of_phrases, state_of
from cleaner.verdict.junk import fluency as of_order
from cleaner.verdict.junk import likeness as of_words
from cleaner.verdict.junk import measured_of, measured_of_text
from cleaner.verdict.junk.fluency import save_fluency
from cleaner.verdict.junk.likeness import save_likeness
from cleaner.verdict.junk.text import Text

_MOST = 50_000_000  # bytes of a page
_SHOWN = 120  # characters that an ordinary page shows at least: with less it is none
_FEWEST = 20  # words of an extracted text
FOLDS = 5
"""Of ordinary pages, by domain."""
_PLAIN = 3  # one ordinary page in so many is set again as a plain one, so that plain markup is no sign of junk
_ARTICLE, _PLAINLY, _FIELDWISE = "articles", "/plain", "/fields"  # sources of ordinary pages that are made here
_FIELD, _FIELDS, _STOPS = 60, (4, 14), tuple(".!?…。！？")  # characters of a field, and how many make a page
_ARTICLES = 100  # plain articles in each language at most
_CHUNK = 20  # pages that a process takes at a time
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


def is_set_plainly(sample: Sample) -> bool:
    """Is it an ordinary page that was made here, of an article or a reference?"""
    return sample.source == _ARTICLE or sample.source.endswith((_PLAINLY, _FIELDWISE))


class Source(NamedTuple):
    """Where pages come from: what makes them, and by whose hand."""

    hand: str
    pages: Callable[[], Iterable[_Raw]]


class _Raw(NamedTuple):
    """A page before it is measured."""

    id: str
    source: str
    group: str
    language: str | None
    labels: tuple[str, ...]
    payload: bytes


# --- where pages come from --------------------------------------------------------------------------------------------


def sources(
    datasets: Sequence[Path], real: Sequence[tuple[Path, tuple[str, ...]]], each: int, seed: int
) -> list[Source]:
    """All of them, in parts that one process measures at a time.

    :param real: folders of junk, and what the pages in each are.
    :param each: how many pages of each generator.
    """
    found = [
        Source(generator.name.partition("/")[0], partial(_made, generator.name, each, seed)) for generator in GENERATORS
    ]
    found += [Source("real", partial(_real, folder, labels)) for folder, labels in real]
    found += [Source("ordinary", partial(_articles, language)) for language in LANGUAGES]
    for folder in datasets:
        ids = load(folder).ids
        found += [
            Source("ordinary", partial(_ordinary, folder, ids[start : start + _CHUNK]))
            for start in range(0, len(ids), _CHUNK)
        ]
    return found


def _made(name: str, each: int, seed: int) -> Iterator[_Raw]:
    """Pages of the generator of this name, its languages in turns."""
    [generator] = [generator for generator in GENERATORS if generator.name == name]
    for number in range(each):
        language = generator.languages[number % len(generator.languages)]
        page = generator.make(Random(f"{seed} {name} {number}"), language).encode("utf-8", "replace")
        yield _Raw(f"{name}-{number}", name, name, language, generator.labels, page)


def _real(folder: Path, labels: tuple[str, ...]) -> Iterator[_Raw]:
    name = f"real/{folder.name}"
    for file in sorted(folder.iterdir()):
        yield _Raw(f"{name}/{file.name}", name, name, None, labels, file.read_bytes())


def _articles(language: str) -> Iterator[_Raw]:
    """The package's articles as plain pages, whole, cut short and their fields alone: small sites have short texts too."""
    for found in [each for each in articles() if each.language == language][:_ARTICLES]:
        title, *paragraphs = [line for line in found.text.splitlines() if line.strip()]
        for length in (3, 6, len(paragraphs)):
            page = plain(title, paragraphs[:length], language, Random(f"{found.id} {length}")).encode()
            yield _Raw(f"articles/{found.id}-{length}", _ARTICLE, found.id, language, (), page)
        chance = Random(found.id)
        if fields := _fields(paragraphs, chance):
            page = plain(title, fields, language, chance).encode()
            yield _Raw(f"articles/{found.id}-fields", f"{_ARTICLE}{_FIELDWISE}", found.id, language, (), page)


def _ordinary(folder: Path, ids: Sequence[str]) -> Iterator[_Raw]:
    """Labelled pages, and the references of some as plain pages, or their fields alone."""
    dataset = load(folder)
    for page in map(dataset.read, ids):
        name, group = f"{dataset.name}/{page.id}", page.domain or page.id
        yield _Raw(name, dataset.name, group, None, (), page.payload)
        lines = [line for line in (page.reference or "").splitlines() if line.strip()]
        part, chance = part_of(page.id, _PLAIN), Random(page.id)
        if part == 0 and len(lines) > 2:
            html = plain(lines[0], lines[1:], "en", chance).encode()
            yield _Raw(f"{name}/plain", f"{dataset.name}{_PLAINLY}", group, None, (), html)
        if part == 1 and (fields := _fields(lines, chance)):
            html = plain(fields[0], fields[1:], "en", chance).encode()
            yield _Raw(f"{name}/fields", f"{dataset.name}{_FIELDWISE}", group, None, (), html)


def _fields(lines: Sequence[str], chance: Random) -> Sequence[str]:
    """A few short lines of a text, none of them a sentence; nothing where it has too few. Rotas, cards and imprints are such pages: they have
    next to no words, and are no junk for that."""
    fields = list(dict.fromkeys(line for line in lines if len(line) < _FIELD and not line.rstrip().endswith(_STOPS)))
    return fields[: 1 + chance.randint(*_FIELDS)] if len(fields) > _FIELDS[0] else []


# --- what is measured of them -----------------------------------------------------------------------------------------


class Models(NamedTuple):
    """Files of three models: of the states of pages without content, of what words are like, and of how words and letters follow one another."""

    states: Path
    likeness: Path
    fluency: Path


def fold_of(group: str) -> int:
    """In which fold an ordinary page of this domain is."""
    return part_of(group, FOLDS)


def _judge(hand: str, group: str) -> str:
    """Who judges a page: the model that has not seen its hand, or its fold of ordinary pages."""
    return f"{hand}-{fold_of(group)}" if hand == "ordinary" else hand


def models_of(found: Sequence[Source], folder: Path) -> dict[str, Models]:
    """Models of all three kinds: for each hand, and for each fold of ordinary pages, one that has not seen its pages, and under ``""`` one
    of all pages.

    :returns: hand or fold → the files of its models, in the folder.
    """
    with ProcessPoolExecutor() as pool:
        looks = [look for part in pool.map(_looks, found) for look in part]
    files = {}
    for judge in ("", *sorted({look.judge for look in looks})):
        others = [look for look in looks if look.judge != judge]
        files[judge] = Models(*(folder / f"{name}-{judge or 'all'}.npz" for name in Models._fields))
        save_states(*fit_states([*(look.state for look in others if look.state), *of_phrases()]), files[judge].states)
        save_likeness(*fit_likeness([page for look in others for page in look.worded]), files[judge].likeness)
        honest = [article for article in articles() if _judge("ordinary", article.id) != judge]
        save_fluency(*fit_fluency(honest), files[judge].fluency)
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


def _look(raw: _Raw, hand: str) -> _Look | None:
    try:
        page = decode(raw.payload, max_bytes=_MOST)
        view = seen(page).view
    except InputError:
        return None
    weight = _ORDINARY if hand == "ordinary" else 1.0
    state = Seen(found, state_of(raw.labels), weight) if may_be(view) and (found := features(view)) else None
    about = raw.source, raw.group, raw.labels
    words: list[Worded] = []
    # The words of scrambled articles are those of articles: what is junk about them is no word.
    if raw.source not in SCRAMBLED and (raw.labels or shown(view) >= _SHOWN):
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
        ):
            samples += _forms(raw, cleaner)
    return samples


def _forms(raw: _Raw, cleaner: Cleaner) -> Iterator[Sample]:
    """A page as HTML, as text that somebody extracted, and what is left of it when cleaned."""

    def sample(form: str, values: list[tuple[str, float | None]]) -> Sample:
        return Sample(raw.id, form, raw.source, raw.group, raw.language, raw.labels, dict(values))

    try:
        page = decode(raw.payload, max_bytes=_MOST)
        known = facts(page, cleaner.policy)
    except InputError:
        return
    if not raw.labels and known.shown < _SHOWN:
        return
    yield sample(known.form, measured_of(known))
    # What nobody sees no extractor gives; some give nothing else, but that is theirs to mend.
    if (
        known.form == "html"
        and raw.labels[:1] != ("hidden-text",)
        and (text := _extracted(raw.id, page, [block.text for block in known.seen]))
        and not _is_honest(raw, text.splitlines())
    ):
        yield sample("text", measured_of(facts(decode(text, kind="text"), cleaner.policy)))
    if not _OF_OTHERS.intersection(raw.labels):
        cleaned = cleaner.clean(raw.payload)
        lines = [line for line in cleaned.text.split("\n") if line]
        if lines and not _is_honest(raw, lines):
            yield sample("quality", measured_of_text(Text(lines, cleaned.title or "")))


def _is_honest(raw: _Raw, lines: Sequence[str]) -> bool:
    """Is nothing left in a text of the junk that its page is? What is learned from such texts is to distrust honest ones."""
    return bool(raw.labels) and raw.source not in SCRAMBLED and is_an_article(lines)


def _extracted(id: str, page: Page, lines: Sequence[str]) -> str | None:
    """What another tool makes of a page: trafilatura, or one that takes all there is."""
    with quiet():
        text = trafilatura.extract(page.text, favor_recall=True) if part_of(id, 2) else None
    text = text or "\n\n".join(lines)
    return text if len(text.split()) >= _FEWEST or (text > "\u2e80" and len(text) > 3 * _FEWEST) else None
