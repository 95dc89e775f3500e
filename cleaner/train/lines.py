"""Labelled pages and articles → what the line model learns from: texts as somebody extracted them, well or badly.

Articles and references as they are, the same wrapped in junk of many languages, articles also as pages; all that a page shows, of which
the reference is the author's; and what the content model keeps of it, bare and in junk. Pages of products, lists and collections are not shown whole: what of those is content is a matter of taste.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner import pipeline
from cleaner.errors import InputError
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.junk import LANGUAGES, Line
from cleaner.evaluate.junk.model import Kind, fold
from cleaner.evidence import align, registry
from cleaner.evidence.diction import Diction
from cleaner.evidence.lines.features import Lines, line_features
from cleaner.evidence.opinions import opinions
from cleaner.evidence.pieces import Pieces, pieces
from cleaner.evidence.text import mostly_linked
from cleaner.model import Page
from cleaner.policy import Policy
from cleaner.source import html
from cleaner.source.decode import decode
from cleaner.source.metadata import declared_in_head
from cleaner.train.articles import articles
from cleaner.train.diction import Dictions, of_article
from cleaner.train.shells import as_page, unmarked
from cleaner.train.wraps import in_junk, with_own_lines, with_own_sentences, with_spam

_SHOWN_WHOLE = ("article", "documentation", "service", "forum")
_FEWEST = 60  # words of a reference worth wrapping
_OF_ARTICLE, _OF_PAGE = 12, 2  # times that a text is wrapped
# Shares of wraps in the text's own language, of texts with their headline, and of those with lines more that only look like junk.
_OWN_LANGUAGE, _HEADED, _WITH_LINES, _WITH_SENTENCES = 0.5, 0.4, 0.4, 0.4
_QUOTED = 0.15  # the share of an author's own sentences that are in another language
_AS_PAGE = 0.5  # the share of an article's wraps that are pages
_REST = 0.1  # the share of a piece that may be somebody else's
# What lines weigh: of articles set as pages (there are fewer of them, and most is asked of them); of references, and of all that a page shows
# (references are not always right); and of what the model keeps of pages. That it has learned from these pages too: junk that it keeps of them is
# mostly such as the reference has.
_OF_PAGES, _OF_REFERENCES, _OF_WHOLES, _OF_KEPT = 4.0, 0.6, 0.3, 0.4
_TITLE = 150


class LineExample(NamedTuple):
    """A text with at least one line.

    :param domain: where it is from; what is from one domain is never both learned from and judged.
    :param own: how much of each line is its author's, 0 to 1.
    :param weights: how much each line counts.
    """

    domain: str
    seen: Lines
    own: NDArray[np.float64]
    weights: NDArray[np.float64]


def line_examples(pages: Iterable[LabelledPage], dictions: Dictions) -> Iterator[LineExample]:
    """Texts made of the articles, and of labelled pages with a reference.

    :param dictions: how lines are worded, by models that have not seen a text's domain.
    """
    for article in articles():
        headline, _, text = article.text.partition("\n")
        domain = of_article(article)
        own = _Text(article.id, domain, article.language, headline, text.strip())
        yield from _texts(own, _OF_ARTICLE, 1.0, dictions.without(domain), as_pages=True)
    for page in pages:
        if not page.reference:
            continue
        try:
            decoded = decode(page.payload, kind="html", max_bytes=Policy().max_bytes)
        except InputError:
            continue
        domain = page.domain or page.id
        known = dictions.without(domain)
        if len(page.reference.split()) >= _FEWEST:
            title = _title_of(decoded)
            text = "\n\n".join(line for line in page.reference.split("\n") if line.strip())
            times = _OF_PAGE if page.kind in (None, "article", "documentation") else 1
            own = _Text(page.id, domain, "en", title, text)
            yield from _texts(own, times, _OF_REFERENCES, known, as_pages=False)
        if page.kind is None or page.kind in _SHOWN_WHOLE:
            yield from _whole(decoded.text, page.reference, domain, known)
        yield from _as_kept(decoded.text, page.reference, domain, known)
        if page.kind in _SHOWN_WHOLE and len(page.reference.split()) >= _FEWEST:
            chance = Random(f"{page.id} in junk")
            wrapped = in_junk(decoded.text, domain, _title_of(decoded), None, chance, "html")
            yield from _as_kept(wrapped.page, page.reference, domain, known)


class _Text(NamedTuple):
    id: str
    domain: str
    language: str
    title: str
    text: str


def _texts(own: _Text, times: int, weight: float, known: Diction, *, as_pages: bool) -> Iterator[LineExample]:
    """A text wrapped in junk, so many times, and bare; with its headline and without; and as pages."""
    id, domain, language, title, text = own
    rng = Random(id)
    titled = f"{title}\n\n{text}" if title else text
    headline = title or text.split("\n")[0][:_TITLE]
    for number in range(times):
        is_page = as_pages and rng.random() < _AS_PAGE
        own_language = language in LANGUAGES and rng.random() < _OWN_LANGUAGE
        whole = text if is_page or rng.random() >= _HEADED else titled
        put_in: Sequence[Line] = ()
        said = language if language in LANGUAGES else "en"
        if language in LANGUAGES and rng.random() < _WITH_LINES:
            whole = with_own_lines(whole, domain, language, rng)
        if language in LANGUAGES and rng.random() < _WITH_SENTENCES:
            spoken = rng.choice(sorted(LANGUAGES)) if rng.random() < _QUOTED else language
            whole = with_own_sentences(whole, headline, domain, spoken, rng)
        honest = whole
        if rng.random() < _WITH_SENTENCES:
            spoken = said if rng.random() < _OWN_LANGUAGE else rng.choice(sorted(LANGUAGES))
            whole, put_in = with_spam(whole, headline, domain, spoken, rng)
        kind: Kind = "html" if is_page else "text"
        page = as_page(headline, whole, rng) if is_page else unmarked(whole)
        chance = Random(f"{id} {number}")
        wrapped = in_junk(page, domain, headline, said if own_language else None, chance, kind)
        cut, seen = _looked_at(wrapped.page, kind, known)
        if seen:
            shares, weights = _told_apart(cut, [*wrapped.lines, *put_in], honest, seen)
            yield LineExample(domain, seen, shares, weights * (_OF_PAGES if is_page else weight))
    bare = tuple(dict.fromkeys((text, titled)))
    for whole in bare:
        cut, seen = _looked_at(whole, "text", known)
        if seen:
            shares = np.ones(len(cut.blocks))
            yield LineExample(domain, seen, shares, _weights(seen, shares) * weight / len(bare))


def _title_of(page: Page) -> str:
    return next((claim.value for claim in declared_in_head(page) if claim.field == "title"), "")


def _whole(page: str, reference: str, domain: str, known: Diction) -> Iterator[LineExample]:
    """All that a page shows, a line for each block."""
    segmented = html.segment(page)
    shares = align.shares(
        [block.text for block in segmented.blocks], reference, list(map(mostly_linked, segmented.blocks))
    )
    shown = [block for block in segmented.blocks if not block.flags.unseen and block.text.strip()]
    own_by_line = {fold(block.text): shares[block.index] for block in shown}
    cut, seen = _looked_at("\n".join(fold(block.text) for block in shown), "text", known)
    if not seen:
        return
    own = np.array([own_by_line.get(fold(block.text), np.nan) for block in cut.blocks])
    unknown = np.isnan(own)
    own = np.where(unknown, 1.0, np.clip(own, 0, 1))
    yield LineExample(domain, seen, own, np.where(unknown, 0.0, _OF_WHOLES * _weights(seen, own)))


def _as_kept(page: str, reference: str, domain: str, known: Diction) -> Iterator[LineExample]:
    """What the model in the package keeps of a page."""
    cut, seen = _looked_at(page, "html", known)
    if seen:
        texts = [block.text for block in cut.blocks]
        own = np.clip(align.shares(texts, reference, list(map(mostly_linked, cut.blocks))), 0, 1)
        yield LineExample(domain, seen, own, _OF_KEPT * _weights(seen, own))


def _looked_at(text: str, kind: Kind, known: Diction) -> tuple[Pieces, Lines | None]:
    """A text, or what the model in the package keeps of a page, as the pipeline sees it when it asks the line model."""
    page = decode(text.encode("utf-8", "replace"), kind=kind, max_bytes=Policy().max_bytes)
    head, segmented, view, spam = pipeline.seen(page)
    gone = registry.taken_whole(spam)
    blocks = view.blocks
    if segmented:
        blocks = opinions(page, segmented, view.phrases, gone, head, "model", None).kept
    cut = pieces(blocks, view.phrases, known.of)
    return cut, line_features(cut, frozenset() if segmented else gone) if blocks else None


def _told_apart(
    cut: Pieces, put_in: Sequence[Line], honest: str, seen: Lines
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Which pieces of a wrapped text are its author's, and what they count: nothing where a piece is both."""
    said = f" {fold(honest)} "
    own_lines = {fold(line) for line in honest.split("\n")}
    junk = sorted({line.text for line in put_in if line.text}, key=len, reverse=True)
    own, counts = np.ones(len(cut.blocks)), np.ones(len(cut.blocks))
    for place, block in enumerate(cut.blocks):
        line = fold(block.text)
        if line in own_lines:
            counts[place] = line not in junk
            continue
        rest = line
        for other in junk:
            if other in rest:
                rest = rest.replace(other, " ")
        rest = fold(rest)
        if len(rest) < _REST * len(line) or any(line in other for other in junk):
            own[place] = 0
        elif len(rest) < (1 - _REST) * len(line):
            counts[place] = 0  # junk beside an honest sentence
        elif line not in said:
            own[place] = 0
    return own, counts * _weights(seen, own)


def _weights(seen: Lines, own: NDArray[np.float64]) -> NDArray[np.float64]:
    """A line of junk counts one, an author's by its words."""
    return np.where(own > 0.5, np.maximum(1.0, np.sqrt(seen.words) / 2), 1.0)
