"""What the line model learns from: texts with junk in them, and which of their lines are whose."""

from __future__ import annotations

import numpy as np
import pytest

from cleaner.evaluate.datasets import LabelledPage
from cleaner.evidence.lines.opinion import cut_up, opinion
from cleaner.evidence.phrases import find
from cleaner.train import fit as module
from cleaner.train import lines
from cleaner.train.articles import articles
from cleaner.train.fit import fit_lines
from cleaner.train.lines import LineExample, line_examples
from tests.evidence.lines.texts import ARTICLE, KNOWN, blocks_of
from tests.train.pages import made


@pytest.fixture
def no_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "articles", lambda: iter(()))


def of(page: LabelledPage) -> list[LineExample]:
    return list(line_examples([page], KNOWN))


REFERENCE = "\n".join(ARTICLE.split("\n\n")[1:] * 2)
PAGE = f"<title>The bridge</title><p>Home<p>{REFERENCE.replace(chr(10), '<p>')}<footer>All rights reserved</footer>"


def test_a_page_is_shown_wrapped_bare_and_whole(no_articles: None) -> None:
    found = of(LabelledPage("1", PAGE.encode(), kind="article", domain="bridges.org", reference=REFERENCE))
    *wrapped, bare, headed, whole, kept, kept_in_junk = found
    assert {example.domain for example in found} == {"bridges.org"}
    assert len(wrapped) == 2
    for example in wrapped:
        assert np.count_nonzero(example.own == 1) >= 6  # some have lines more that only look like junk
        assert np.count_nonzero(example.own == 0) > 0
    assert len(headed.own) == len(bare.own) + 1
    assert set(bare.own) == set(headed.own) == {1}
    assert (whole.own[0], whole.own[-1]) == (0, 0)
    assert set(whole.own[1:-1][whole.weights[1:-1] > 0]) == {1}
    assert kept.own[kept.seen.prose].min() == 1
    assert len(kept_in_junk.own) >= len(kept.own)


def test_lists_of_products_are_not_shown_whole(no_articles: None) -> None:
    found = of(LabelledPage("1", PAGE.encode(), kind="collection", domain="bridges.org", reference=REFERENCE))
    assert len(found) == 4  # wrapped once, bare twice, and what is kept of it


def test_a_page_without_a_reference_teaches_nothing(no_articles: None) -> None:
    assert of(LabelledPage("1", PAGE.encode(), reference=None)) == []
    assert of(LabelledPage("1", b"%PDF-1.7\n" + bytes(range(256)) * 20, reference=REFERENCE)) == []


def test_what_is_the_authors_and_junk_in_one_line_counts_for_neither(no_articles: None) -> None:
    """Junk that is glued to the last sentence."""
    counts = [
        example.weights[example.own == 1]
        for number in range(60)
        for example in of(LabelledPage(str(number), PAGE.encode(), kind="article", reference=REFERENCE))[:2]
    ]
    assert any((each == 0).any() for each in counts)
    assert np.concatenate(counts).mean() > 0.9 * lines._OF_REFERENCES


def test_the_same_pages_give_the_same_examples(no_articles: None) -> None:
    page = LabelledPage("1", PAGE.encode(), kind="article", domain="bridges.org", reference=REFERENCE)
    for one, other in zip(of(page), of(page), strict=True):
        assert np.array_equal(one.seen.values, other.seen.values)
        assert np.array_equal(one.weights, other.weights)


def test_there_are_articles_in_every_language_of_the_phrases() -> None:
    found = list(articles())
    assert {article.language for article in found} == set("de en es fr it ja nl pl pt ru tr zh".split())
    assert len({article.id for article in found}) == len(found) > 200
    assert all(article.text.count("\n") > 3 for article in found)


def test_a_model_of_lines_learns(monkeypatch: pytest.MonkeyPatch, no_articles: None) -> None:
    pytest.importorskip("catboost")
    monkeypatch.setattr(module, "_LINES", {**module._LINES, "iterations": 30, "depth": 3})
    found = list(line_examples(made(24), KNOWN))
    one, other = fit_lines(found, KNOWN.whole), fit_lines(found, KNOWN.whole)
    assert np.array_equal(one.second.leaves, other.second.leaves)
    seen = found[0].seen
    chances = one.authors(seen)
    own = found[0].own
    assert chances[own == 1].mean() > chances[own == 0].mean() + 0.3


def test_the_packages_model_knows_furniture_from_an_article() -> None:
    text = f"{ARTICLE}\n\nShare on Facebook\n\nSubscribe to our newsletter\n\nRelated articles"
    blocks = blocks_of(text)
    texts = [block.text for block in blocks]
    chances, seen = opinion(cut_up(blocks, find(texts), None), frozenset(), None)
    assert len(seen.words) == len(blocks) == 7
    assert chances[:4].min() > 0.5
    assert chances[4:].max() < 0.2
