"""Labelled pages and articles → what the line model learns from: texts as somebody extracted them, well or badly.

Three kinds of text: articles and references as they are, the same wrapped in junk of many languages, and all that a page shows, of which
the reference is the author's. Pages of products, lists and collections are not shown whole: what of those is content is a matter of taste.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.errors import InputError
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.junk import LANGUAGES, Wrapped
from cleaner.evidence import align, registry
from cleaner.evidence.diction import Diction
from cleaner.evidence.lines.features import Lines, line_features
from cleaner.evidence.rules import SPAM
from cleaner.evidence.text import mostly_linked
from cleaner.evidence.view import View
from cleaner.model import NO_TREE, Block
from cleaner.policy import Policy
from cleaner.source import html, plain
from cleaner.source.decode import decode
from cleaner.source.metadata import declared_in_head
from cleaner.train.articles import articles
from cleaner.train.diction import Dictions, of_article
from cleaner.train.wraps import in_junk, with_own_lines

_SHOWN_WHOLE = ("article", "documentation", "service", "forum")
_FEWEST = 60  # words of a reference worth wrapping
_OF_ARTICLE, _OF_PAGE = 6, 2  # times that a text is wrapped
# Shares of wraps in the text's own language, of texts with their headline, and of those with lines more that only look like junk.
_OWN_LANGUAGE, _HEADED, _WITH_LINES = 0.5, 0.4, 0.4
_WHOLE = 0.5  # the weight of a line of a whole page: references are not always right
_LONG = 20  # characters from which on a line that holds an honest one is told by it
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
        yield from _texts(
            article.id, domain, article.language, headline, text.strip(), _OF_ARTICLE, dictions.without(domain)
        )
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
            title = next((claim.value for claim in declared_in_head(decoded) if claim.field == "title"), "")
            text = "\n\n".join(line for line in page.reference.split("\n") if line.strip())
            times = _OF_PAGE if page.kind in (None, "article", "documentation") else 1
            yield from _texts(page.id, domain, "en", title, text, times, known)
        if page.kind is None or page.kind in _SHOWN_WHOLE:
            yield from _whole(decoded.text, page.reference, domain, known)


def _texts(
    id: str, domain: str, language: str, title: str, text: str, times: int, known: Diction
) -> Iterator[LineExample]:
    """A text wrapped in junk, so many times, and bare; with its headline and without."""
    rng = Random(id)
    titled = f"{title}\n\n{text}" if title else text
    for number in range(times):
        own = language in LANGUAGES and rng.random() < _OWN_LANGUAGE
        whole = titled if rng.random() < _HEADED else text
        if language in LANGUAGES and rng.random() < _WITH_LINES:
            whole = with_own_lines(whole, domain, language, rng)
        headline = title or text.split("\n")[0][:_TITLE]
        chance = Random(f"{id} {number}")
        wrapped = in_junk(whole, domain, headline, language if own else None, chance)
        blocks, seen = _looked_at(wrapped.page, known)
        yield LineExample(domain, seen, *_told_apart(blocks, wrapped, whole, seen))
    bare = (text, titled) if title else (text,)
    for whole in bare:
        blocks, seen = _looked_at(whole, known)
        yield LineExample(domain, seen, np.ones(len(blocks)), _weights(seen, np.ones(len(blocks))) / len(bare))


def _whole(page: str, reference: str, domain: str, known: Diction) -> Iterator[LineExample]:
    """All that a page shows, a line for each block."""
    segmented = html.segment(page)
    shares = align.shares(
        [block.text for block in segmented.blocks], reference, list(map(mostly_linked, segmented.blocks))
    )
    shown = [block for block in segmented.blocks if not block.flags.unseen and block.text.strip()]
    own_by_line = {_fold(block.text): shares[block.index] for block in shown}
    if not shown:
        return
    blocks, seen = _looked_at("\n".join(_fold(block.text) for block in shown), known)
    own = np.array([own_by_line.get(_fold(block.text), np.nan) for block in blocks])
    unknown = np.isnan(own)
    own = np.where(unknown, 1.0, np.clip(own, 0, 1))
    yield LineExample(domain, seen, own, np.where(unknown, 0.0, _WHOLE * _weights(seen, own)))


def _looked_at(text: str, known: Diction) -> tuple[Sequence[Block], Lines]:
    """A text as the pipeline sees it when it asks the line model."""
    page = decode(text.encode("utf-8", "replace"), kind="text", max_bytes=Policy().max_bytes)
    blocks = plain.segment(page.text)
    view = View(page, blocks, NO_TREE, (), ())
    spam = registry.taken_whole(registry.run(view, SPAM))
    return blocks, line_features(blocks, view.phrases, spam, known.of([block.text for block in blocks]))


def _told_apart(
    blocks: Sequence[Block], wrapped: Wrapped, honest: str, seen: Lines
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Which blocks of a wrapped text are its author's, and what they count: nothing where a block is both."""
    own_lines = {_fold(line) for line in honest.split("\n")} - {""}
    junk = {line.text for line in wrapped.lines}
    own, counts = np.ones(len(blocks)), np.ones(len(blocks))
    for place, block in enumerate(blocks):
        line = _fold(block.text)
        if line in own_lines:
            counts[place] = line not in junk
        elif line in junk or any(line in other for other in junk):
            own[place] = 0
        elif any(len(other) > _LONG and other in line for other in own_lines):
            counts[place] = 0  # junk behind an honest sentence
        else:
            own[place] = 0
    return own, counts * _weights(seen, own)


def _weights(seen: Lines, own: NDArray[np.float64]) -> NDArray[np.float64]:
    """A line of junk counts one, an author's by its words."""
    return np.where(own > _WHOLE, np.maximum(1.0, np.sqrt(seen.words) / 2), 1.0)


def _fold(text: str) -> str:
    return " ".join(text.split())
