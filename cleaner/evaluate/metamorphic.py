"""Honest pages wrapped in junk must be cleaned to what they are without it.

A metamorphic test (Chen et al., "Metamorphic Testing", HKUST-CS98-01, 1998): no reference is needed, for what should come out is
what came out before. Pages are wrapped as they are, and their cleaned text as text that somebody extracted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from random import Random
from typing import Literal

from cleaner.cleaned import Cleaned
from cleaner.errors import CleanerError
from cleaner.evaluate.datasets import Dataset, LabelledPage
from cleaner.evaluate.junk import FAMILIES, LANGUAGES, Line, Wrapped, wrap_html, wrap_text
from cleaner.evaluate.metrics import words
from cleaner.evaluate.run import quiet
from cleaner.evaluate.systems import System, cleaned
from cleaner.pipeline import Cleaner

Form = Literal["html", "text"]
FORMS: tuple[Form, ...] = ("html", "text")
_ARTICLE = 150  # words that an honest page has at least: of less there is little to lose
_SPREAD = 3  # pages of a sample for each article that is wanted of it
_MOST = 0.5  # a line is left of which more words than this are


@dataclass(frozen=True, slots=True)
class Trial:
    """A page wrapped in junk, cleaned.

    :param lines: what was put in.
    :param left: those that stand in the text.
    :param astray: those that went without a rule of the right family, and the rules by which they did.
    :param lost: honest words that are gone, of so many ``words``; ``losses`` are some of the lines that they stood in.
    :param peers: how many of the lines each peer leaves (of HTML alone).
    :param wrapped: the page, for whoever wants to see it.
    """

    id: str
    form: Form
    language: str
    lines: tuple[Line, ...]
    left: tuple[Line, ...]
    astray: tuple[tuple[Line, tuple[str, ...]], ...]
    lost: int
    words: int
    losses: tuple[str, ...]
    peers: Mapping[str, int]
    wrapped: Wrapped


@dataclass(frozen=True, slots=True)
class Resistance:
    """Trials of one form added up; of one family where ``family`` is not None.

    ``pure`` pages have no line left, ``peers`` how many lines each peer leaves of all families.
    """

    form: Form
    family: str | None
    pages: int
    pure: int
    lines: int
    left: int
    astray: int
    lost: int
    words: int
    peers: Mapping[str, int]


def trials(
    pages: Iterable[LabelledPage],
    cleaner: Cleaner,
    peers: Sequence[System] = (),
    *,
    families: Sequence[str] = FAMILIES,
    languages: Sequence[str] = LANGUAGES,
    forms: Sequence[Form] = FORMS,
    seed: int = 0,
) -> Iterator[Trial]:
    """Wrap and clean each page that has an article, in each form. Pages that cannot be read are passed over.

    :param languages: of the junk: each page gets one of them.
    """
    for page in pages:
        try:
            honest = cleaned(cleaner, page)
        except CleanerError:
            continue
        if len(words(honest.text)) < _ARTICLE:
            continue
        for form in forms:
            rng = Random(f"{seed} {page.id} {form}")
            language = rng.choice(sorted(languages))
            title = honest.title or "What the river left behind"
            if form == "html":
                before = honest
                wrapped = wrap_html(honest.page.text, title=title, rng=rng, families=families, language=language)
            else:
                text = honest.text.replace("\n", "\n\n").replace("\n\n\n\n", "\n\n")
                before = cleaner.clean(text, kind="text")
                shown = [family for family in families if family != "hidden"]
                wrapped = wrap_text(text, title=title, rng=rng, families=shown, language=language)
            left = {peer.name: _left_by(peer, page, wrapped) for peer in peers} if form == "html" else {}
            yield _trial(page.id, form, before, wrapped, cleaner.clean(wrapped.page, kind=form), left)


def _left_by(peer: System, page: LabelledPage, wrapped: Wrapped) -> int:
    """How many lines of junk a peer leaves; none where it raises, for then it gives nothing."""
    try:
        with quiet():
            before = _folded(peer.extract(page).text)
            after = _folded(peer.extract(replace(page, payload=wrapped.page.encode("utf-8", "replace"))).text)
    except Exception:  # a peer may raise anything
        return 0
    return sum(after.count(line.text) > before.count(line.text) for line in wrapped.lines)


def _trial(id: str, form: Form, before: Cleaned, wrapped: Wrapped, after: Cleaned, peers: Mapping[str, int]) -> Trial:
    bag, left_bag = Counter(before.text.split()), Counter(after.text.split())
    gone, more = bag - left_bag, left_bag - bag
    whole, text = _folded(before.text), _folded(after.text)
    removed = [(_folded(after.blocks[d.block].text[slice(*d.range)]), d.rules) for d in after.removed]
    left, astray = [], []
    for line in wrapped.lines:
        rules = {rule for piece, rules in removed if line.text in piece or (piece in line.text) for rule in rules}
        if text.count(line.text) > whole.count(line.text) or (not rules and _stands(line.text, more)):
            left.append(line)
        elif not any(rule.partition(".")[0] in line.families for rule in rules):
            astray.append((line, tuple(sorted(rules))))
    losses = tuple(line for line in map(_folded, before.text.split("\n")) if line and line not in text)
    lost = sum(gone.values())
    return Trial(
        id,
        form,
        wrapped.language,
        wrapped.lines,
        tuple(left),
        tuple(astray),
        lost,
        sum(bag.values()),
        losses,
        peers,
        wrapped,
    )


def _stands(line: str, more: Counter[str]) -> bool:
    """Do most of a line's words stand in the text that did not before?"""
    own = line.split()
    return sum(word in more for word in own) > _MOST * len(own)


def _folded(text: str) -> str:
    return " ".join(text.split())


def wrapped_in_junk(dataset: Dataset, cleaner: Cleaner, peers: Sequence[System], pages: int) -> tuple[Resistance, ...]:
    """So many of a dataset's articles (and of its pages of no known kind) wrapped in junk, the first of an even sample."""
    if not pages:
        return ()
    sample = dataset.sampled(min(len(dataset.ids), _SPREAD * pages)).pages()
    articles = islice((page for page in sample if page.kind in (None, "article")), pages)
    return tuple(resistance(tuple(trials(articles, cleaner, peers))))


def resistance(found: Sequence[Trial]) -> Iterator[Resistance]:
    """Trials added up: for each form all, and each family of the lines."""
    for form in FORMS:
        of_form = [trial for trial in found if trial.form == form]
        if of_form:
            yield _sum(form, None, of_form)
            yield from (_sum(form, family, of_form) for family in FAMILIES if _lines(of_form, family))


def _sum(form: Form, family: str | None, found: Sequence[Trial]) -> Resistance:
    def chosen(lines: Iterable[Line]) -> int:
        return sum(family in (None, line.families[0]) for line in lines)

    return Resistance(
        form,
        family,
        len(found),
        sum(not chosen(trial.left) for trial in found),
        sum(chosen(trial.lines) for trial in found),
        sum(chosen(trial.left) for trial in found),
        sum(chosen(line for line, _ in trial.astray) for trial in found),
        sum(trial.lost for trial in found),
        sum(trial.words for trial in found),
        {} if family else dict(sum((Counter(trial.peers) for trial in found), Counter())),
    )


def _lines(found: Sequence[Trial], family: str) -> bool:
    return any(line.families[0] == family for trial in found for line in trial.lines)
