"""Scores against figures computed by hand, and what holds of them whatever the text."""

from __future__ import annotations

from collections import Counter
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.evaluate import metrics
from cleaner.evaluate.metrics import Snippets, compare, find

WORDS = st.lists(st.sampled_from("ferry river 1911 über 渡船 a_b".split()), max_size=12)
SNIPPETS = st.builds(Snippets, *[st.integers(0, 9)] * 4)
FIGURES = st.lists(st.integers(0, 100).map(lambda percent: percent / 100), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("text", "reference", "precision", "recall", "f1"),
    [
        ("", "", 1, 1, 1),
        ("—", " … ", 1, 1, 1),  # neither has a word
        ("a", "", 0, 0, 0),
        ("", "a", 0, 0, 0),
        ("a", "b", 0, 0, 0),
        ("The Ferry", "the ferry", 1, 1, 1),
        ("ferry the", "the ferry", 1, 1, 1),  # a bag has no order
        ("A b, b", "a b c", 2 / 3, 2 / 3, 2 / 3),  # a second b that nobody asked for
        ("a b", "a b b b", 1, 2 / 4, 4 / 6),
        ("don't", "don t", 1, 1, 1),
        ("NAÏVE", "naïve", 1, 1, 1),
    ],
)
def test_words(text: str, reference: str, precision: float, recall: float, f1: float) -> None:
    found = compare(text, reference)
    assert (found.precision, found.recall, found.f1) == pytest.approx((precision, recall, f1))


@given(WORDS, WORDS)
def test_words_by_their_definition(found: list[str], wanted: list[str]) -> None:
    scores = compare(" … ".join(found).upper(), "\n".join(wanted))
    common = sum(min(found.count(word), wanted.count(word)) for word in set(found))
    if not wanted:
        assert scores.f1 == scores.precision == scores.recall == (not found)
    elif not common:
        assert scores.f1 == 0
    else:
        precision, recall = common / len(found), common / len(wanted)
        assert scores.precision == pytest.approx(precision)
        assert scores.recall == pytest.approx(recall)
        assert scores.f1 == pytest.approx(2 * precision * recall / (precision + recall))
    assert (scores.f1 == 1) == (Counter(found) == Counter(wanted))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the ferry runs", Snippets(1, 1, 0, 1)),
        ("the ferry runs at a loss, subscribe", Snippets(2, 0, 1, 0)),
        ("The Ferry", Snippets(0, 2, 0, 1)),  # letter by letter
        ("", Snippets(0, 2, 0, 1)),
    ],
)
def test_snippets(text: str, found: Snippets) -> None:
    assert find(text, ["the ferry", "at a loss"], ["subscribe"]) == found


@pytest.mark.parametrize(
    ("page", "precision", "recall", "f1"),
    [
        (Snippets(tp=3, fn=1, fp=2, tn=9), 3 / 5, 3 / 4, 6 / 9),
        (Snippets(tp=0, fn=0, fp=0, tn=4), 1, 1, 1),
        (Snippets(tp=0, fn=0, fp=1, tn=0), 0, 1, 0),
        (Snippets(tp=0, fn=2, fp=0, tn=1), 1, 0, 0),
    ],
)
def test_scores_of_snippets(page: Snippets, precision: float, recall: float, f1: float) -> None:
    assert (page.precision, page.recall, page.f1) == pytest.approx((precision, recall, f1))


@given(st.lists(SNIPPETS, min_size=1, max_size=9))
def test_snippets_are_pooled(pages: list[Snippets]) -> None:
    pool = metrics.pool(pages)
    assert pool.tp + pool.fn + pool.fp + pool.tn == sum(page.tp + page.fn + page.fp + page.tn for page in pages)
    assert metrics.pooled_f1(pages, _alone(pages)).value == pytest.approx(pool.f1)


def test_a_pool_is_no_mean() -> None:
    pages = [Snippets(9, 0, 0, 0), Snippets(0, 1, 0, 0)]
    assert metrics.pooled_f1(pages, _alone(pages)).value == pytest.approx(18 / 19)


@given(FIGURES)
def test_a_mean_lies_in_its_interval(figures: list[float]) -> None:
    found = metrics.mean(figures, _alone(figures))
    assert found.value == pytest.approx(fmean(figures))
    assert min(figures) - 1e-9 <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= max(figures) + 1e-9
    assert found == metrics.mean(figures, _alone(figures))


def test_the_interval_is_that_of_theory() -> None:
    figures = [0.0, 1.0] * 200
    found = metrics.mean(figures, _alone(figures))
    reach = 1.96 * 0.5 / 400**0.5  # of a mean of 400 pages with a deviation of a half
    assert (found.low, found.high) == pytest.approx((0.5 - reach, 0.5 + reach), abs=0.006)


def test_pages_of_one_domain_are_drawn_together() -> None:
    figures = [0.0] * 20 + [1.0] * 20
    alone = metrics.mean(figures, _alone(figures))
    together = metrics.mean(figures, ["a"] * 20 + ["b"] * 20)
    assert together.value == alone.value == 0.5
    assert (together.low, together.high) == (
        0,
        1,
    )  # of two domains a quarter of the draws has the one, a quarter the other
    assert 0.3 < alone.low < alone.high < 0.7


def test_a_large_domain_counts_by_its_pages() -> None:
    assert metrics.mean([1.0, 1.0, 1.0, 0.0], ["a", "a", "a", "b"]).value == 0.75


def test_pages_that_are_all_of_one_domain_are_drawn_alone() -> None:
    figures = [0.0, 1.0] * 50
    assert metrics.mean(figures, ["a"] * 100) == metrics.mean(figures, _alone(figures))


def test_a_difference_is_resampled_in_pairs() -> None:
    easy, hard = Snippets(9, 1, 0, 0), Snippets(1, 9, 0, 0)
    ours = [easy, hard] * 30
    assert metrics.pooled_difference(ours, ours, _alone(ours)) == metrics.Estimate(0, 0, 0)
    theirs = [Snippets(page.tp - 1, page.fn + 1, 0, 0) for page in ours]
    lead = metrics.pooled_difference(ours, theirs, _alone(ours))
    assert lead.value == pytest.approx(2 * 5 / 15 - 2 * 4 / 14)
    assert 0 < lead.low <= lead.value <= lead.high  # each page is worse: so is every draw of them


def test_a_draw_without_snippets_has_nothing_wrong() -> None:
    found = metrics.pooled_f1([Snippets(0, 0, 0, 1), Snippets(1, 1, 0, 0)], ["a", "b"])
    assert found.value == pytest.approx(2 / 3)
    assert found.high == 1


def _alone(pages: list[Snippets] | list[float]) -> list[str]:
    return [f"{place:04}" for place in range(len(pages))]
