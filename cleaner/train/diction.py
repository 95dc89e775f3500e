"""Lines whose kind is known → how lines are worded (`cleaner.evidence.diction`).

What stands around articles is learned from the phrase lists, from lines written for it, and from labelled pages; what authors write from the
articles, from lines that look like junk and are none, and from the pages' references. The words of the generator of `cleaner evaluate --junk` are not
among them: what is learned from its wraps, and measured on them, is how lines fare that nobody has seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import expit

from cleaner.errors import DatasetError, InputError
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.junk.draw import Draw
from cleaner.evidence import align
from cleaner.evidence.diction import BITS, LONGEST, Diction, grams
from cleaner.evidence.phrases import every_phrase
from cleaner.evidence.text import BETWEEN_SENTENCES, mostly_linked
from cleaner.policy import Policy
from cleaner.source import html
from cleaner.source.decode import decode
from cleaner.train.articles import Article, articles
from cleaner.train.parts import part_of
from cleaner.train.wordings import Wording, wordings

PARTS = 5
"""Of domains and articles: so many models are fitted that each have not seen one."""
_KINDS = ("article", "documentation", "service", "forum")  # of others it is a matter of taste what is content
_NONE, _ALL = 0.05, 0.9  # shares of a block that stand in the reference: it is furniture below, the author's above
_ARTICLE = "article"  # begins the names of what is of one
_MOST = 40  # lines of a page of either sort
_LONG, _SHORT = 80, 15  # characters of a paragraph whose sentences count alone, and of a sentence that does
# What the sources of each class weigh, each language of them alike.
_WEIGHTS = {"phrases": 3.0, "page": 3.0}
_RIDGE = 0.3  # of 0.1, 0.3, 1 and 3 the best on lines by another hand against articles that look like junk
_STEPS = 60
_FEWEST = 5  # lines that a gram stands in, to be looked at: the others are half of the file, and say nothing of another hand's lines


class Sample(NamedTuple):
    """A line whose kind is known.

    :param group: what is of one group is never both learned from and judged; None for what is judged nowhere.
    :param source: where it is from; what is from one source counts together.
    """

    text: str
    is_author: bool
    source: str
    group: str | None

    @property
    def of_article(self) -> bool:
        """Is it a line of one of the package's articles?"""
        return self.source.startswith(_ARTICLE)


class Dictions(NamedTuple):
    """How lines are worded, by models that each have not seen a part of the groups.

    :param parts: a model without each part.
    :param whole: a model of all samples.
    """

    parts: Sequence[Diction]
    whole: Diction

    def without(self, group: str) -> Diction:
        """The model that has not seen a group."""
        return self.parts[part_of(group, len(self.parts))]


def of_article(article: Article) -> str:
    """The group of an article."""
    return f"{_ARTICLE} {article.id}"


def of_wording(wording: Wording) -> str:
    """The group of a line."""
    return f"line {wording.text}"


def dictions(pages: Iterable[LabelledPage], parts: int = PARTS) -> Dictions:
    """Fit models to all that is known of lines, and of labelled pages.

    :param pages: with a reference; others are passed over.
    """
    samples = list(lines_of(pages))
    without = [
        fit_diction([sample for sample in samples if sample.group is None or part_of(sample.group, parts) != part])
        for part in range(parts)
    ]
    return Dictions(without, fit_diction(samples))


def fit_diction(samples: Sequence[Sample]) -> Diction:
    """Logistic regression with a ridge; both classes weigh alike. The same samples give the same model.

    A gram counts by how differently the classes say it: by its log-count ratio (Wang and Manning, "Baselines and Bigrams", ACL 2012). On lines by two
    hands that nothing was learned from the AUC is 0.899 without that and 0.916 with it (of 2 ** 20 places).

    :raises DatasetError: samples of one class alone.
    """
    authors = np.array([sample.is_author for sample in samples])
    if authors.all() or not authors.any():
        raise DatasetError("lines of both kinds are needed to learn how they are worded")
    found = grams([sample.text for sample in samples])
    sizes = np.maximum(np.bincount(found.owners, minlength=len(samples)), 1)
    counts = sparse.csr_matrix(
        (np.ones(len(found.owners), np.float32), (found.owners, found.places)), shape=(len(samples), 1 << BITS)
    )
    known = np.flatnonzero(counts.getnnz(axis=0) >= _FEWEST)
    counts = counts[:, known]
    weights = _weights(samples, authors)
    ratios = _ratios(counts.sign(), weights, authors)
    rows = sparse.diags(1 / np.sqrt(sizes)) @ counts @ sparse.diags(ratios)
    columns = rows.T.tocsr()
    signs = np.where(authors, -1.0, 1.0)

    def loss(solution: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = signs * (rows @ solution[:-1] + solution[-1])
        slopes = -weights * signs * expit(-odds)
        value = weights @ np.logaddexp(0, -odds) + _RIDGE / 2 * solution[:-1] @ solution[:-1]
        return value, np.append(columns @ slopes + _RIDGE * solution[:-1], slopes.sum())

    solution = minimize(loss, np.zeros(len(known) + 1), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    steep = solution[:-1] * ratios
    scale = float(np.sqrt(np.abs(steep).max(initial=0))) / 127 or 1.0
    roots = np.zeros(1 << BITS, np.int8)
    roots[known] = np.round(np.sign(steep) * np.sqrt(np.abs(steep)) / scale)
    return Diction(roots, scale, round(float(solution[-1]), 4))


def _ratios(said: sparse.csr_matrix, weights: NDArray[np.float64], authors: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How many times as often one class says each gram as the other: the logarithm, never below nought. Each is taken to be said once more than it is."""
    junk, own = (said.T @ np.where(of_class, weights, 0) + 1 for of_class in (~authors, authors))
    ratios: NDArray[np.float64] = np.abs(np.log((junk / junk.sum()) / (own / own.sum())))
    return ratios


def _weights(samples: Sequence[Sample], authors: NDArray[np.bool_]) -> NDArray[np.float64]:
    kinds = [(sample.source, sample.is_author) for sample in samples]
    counts = Counter(kinds)
    weights = np.array([_WEIGHTS.get(kind[0], 1.0) / counts[kind] for kind in kinds])
    for of_class in (authors, ~authors):
        weights[of_class] *= len(samples) / 2 / weights[of_class].sum()
    return weights


def lines_of(pages: Iterable[LabelledPage]) -> Iterator[Sample]:
    """All lines whose kind is known: phrases, what was written for it, articles, and what of labelled pages stands in their references or not."""
    for phrase in every_phrase():
        yield Sample(phrase, False, "phrases", None)
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles():
        titles[article.language].append(article.text.partition("\n")[0])
    for wording in wordings():
        chance = Random(wording.text)
        draw = Draw(chance, wording.language, chance.choice(titles[wording.language] or [""]))
        yield Sample(wording.on(draw), wording.family is None, wording.language, of_wording(wording))
    for article in articles():
        for line in article.text.split("\n"):
            for text in _in_parts(line):
                yield Sample(text, True, f"{_ARTICLE} {article.language}", of_article(article))
    seen: set[str] = set()
    for page in pages:
        yield from _of_page(page, seen)


def _in_parts(line: str) -> Iterator[str]:
    """A line, and of a long one each sentence too."""
    if line := line.strip():
        yield line
    if len(line) > _LONG:
        yield from (sentence for sentence in BETWEEN_SENTENCES.split(line) if len(sentence) > _SHORT)


def _of_page(page: LabelledPage, seen: set[str]) -> Iterator[Sample]:
    """Lines of a page, evenly spread over it, that no page before had."""
    if not page.reference or page.kind not in (None, *_KINDS):
        return
    try:
        decoded = decode(page.payload, kind="html", max_bytes=Policy().max_bytes)
    except InputError:
        return
    blocks = html.segment(decoded.text).blocks
    shares = align.shares([block.text for block in blocks], page.reference, list(map(mostly_linked, blocks)))
    told = [
        (block.text, share > _ALL)
        for block, share in zip(blocks, shares, strict=True)
        if not block.flags.unseen and (share > _ALL or (share < _NONE and len(block.text) < 2 * LONGEST))
    ]
    for is_author in (True, False):
        new = [text for text in dict.fromkeys(text for text, author in told if author == is_author) if text not in seen]
        for text in new[:: -(-len(new) // _MOST) or 1]:
            seen.add(text)
            yield Sample(text, is_author, "page", page.domain or page.id)
