"""The choice among blocks, against every other choice."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.evidence.content.select import choose, log_odds, settle

PROBABILITIES = st.one_of(st.sampled_from((0.0, 0.25, 0.5, 1.0)), st.floats(0, 1))
WORDS = st.one_of(st.integers(0, 3).map(float), st.floats(0.2, 500))
BLOCKS = st.lists(st.tuples(PROBABILITIES, WORDS), min_size=1, max_size=7)


def f1(blocks: list[tuple[float, float]], chosen: tuple[bool, ...]) -> float:
    """2·Σ(p·w of chosen) ÷ (Σ(w of chosen) + Σ(p·w of all))"""
    right = sum(p * w for (p, w), taken in zip(blocks, chosen, strict=True) if taken)
    size = sum(w for (_, w), taken in zip(blocks, chosen, strict=True) if taken)
    return 2 * right / (size + sum(p * w for p, w in blocks) or 1)


@settings(deadline=None, max_examples=150)
@given(BLOCKS)
@example([(0.0, 5.0)])
@example([(1.0, 0.0)])
@example([(0.5, 3.0)] * 5)
@example([(0.9, 10.0), (0.4, 100.0), (0.1, 1.0)])
def test_no_other_choice_is_better(blocks: list[tuple[float, float]]) -> None:
    probabilities, words = map(np.array, zip(*blocks, strict=True))
    choice = choose(probabilities, words)
    best = max(f1(blocks, chosen) for chosen in product((False, True), repeat=len(blocks)) if any(chosen))
    assert choice.f1 == pytest.approx(best, abs=1e-6)
    assert f1(blocks, tuple(choice.chosen)) == pytest.approx(best, abs=1e-6)
    assert 0 <= choice.f1 <= 1
    assert choice.chosen.any()
    assert choice.chosen.dtype == bool
    taken, left = probabilities[choice.chosen], probabilities[~choice.chosen]
    assert taken.min() >= left.max(initial=0)
    assert choice.cut == pytest.approx(log_odds(taken).min())


def test_a_block_by_itself_is_chosen_whatever_it_is() -> None:
    for probability, found in ((0.0, 0), (0.25, 2 * 0.25 / 1.25), (1.0, 1)):
        choice = choose(np.array([probability]), np.array([8.0]))
        assert choice.chosen.tolist() == [True]
        assert choice.f1 == pytest.approx(found)
        assert choice.cut == pytest.approx(float(log_odds(probability)))


def test_of_equal_probabilities_all_are_chosen() -> None:
    choice = choose(np.full(4, 0.3), np.array([1.0, 50, 2, 7]))
    assert choice.chosen.all()
    assert choice.f1 == pytest.approx(2 * 0.3 / 1.3)


def test_the_cut_falls_where_the_page_is_unsure_as_a_whole() -> None:
    def cut(*probabilities: float) -> float:
        return choose(np.array(probabilities), np.ones(len(probabilities))).cut

    assert cut(0.99, 0.99, 0.3) > 0
    assert cut(0.3, 0.28, 0.01) < -0.8


def test_long_blocks_weigh_more() -> None:
    assert choose(np.array([0.9, 0.3]), np.array([100.0, 1])).chosen.tolist() == [True, False]
    assert choose(np.array([0.9, 0.3]), np.array([1.0, 100])).chosen.tolist() == [True, True]


@given(st.floats(0, 1))
@example(0.0)
@example(1.0)
@example(0.5)
def test_log_odds_are_bounded_and_true_between(probability: float) -> None:
    found = float(log_odds(probability))
    assert abs(found) <= 6 + 1e-9
    if 0.003 < probability < 0.997:
        assert 1 / (1 + np.exp(-found)) == pytest.approx(probability)
    elif probability > 0.998 or probability < 0.002:
        assert found == pytest.approx(6 if probability > 0.5 else -6)


def test_log_odds_of_many() -> None:
    assert log_odds(np.array([0, 0.5, 0.75, 1])) == pytest.approx([-6, 0, np.log(3), 6])


def f1_of_shifts(blocks: list[tuple[float, float]], chosen: tuple[bool, ...]) -> float:
    """The mean of :func:`f1` where a page's log-odds all move by as much, normally with a spread of 1: summed in small steps."""
    shifts = np.linspace(-6, 6, 241)
    density = np.exp(-(shifts**2) / 2)
    found = [f1([(float(1 / (1 + np.exp(-float(log_odds(p)) - by))), w) for p, w in blocks], chosen) for by in shifts]
    return float((density @ np.array(found)) / density.sum())


@settings(deadline=None, max_examples=60)
@given(BLOCKS)
@example([(0.0, 5.0)])
@example([(0.5, 3.0)] * 5)
@example([(0.9, 10.0), (0.4, 100.0), (0.1, 1.0)])
def test_a_settled_choice_is_nearly_the_best_over_all_shifts(blocks: list[tuple[float, float]]) -> None:
    probabilities, words = map(np.array, zip(*blocks, strict=True))
    settled = settle(probabilities, words)
    order = np.argsort(-probabilities, kind="stable").tolist()
    firsts = [tuple(place in order[:size] for place in range(len(order))) for size in range(1, len(order) + 1)]
    assert settled.f1 == pytest.approx(f1_of_shifts(blocks, tuple(settled.chosen)), abs=0.004)
    assert settled.f1 >= 0.998 * max(f1_of_shifts(blocks, first) for first in firsts) - 0.004
    taken, left = log_odds(probabilities[settled.chosen]), log_odds(probabilities[~settled.chosen])
    assert left.max(initial=-9) <= settled.cut <= taken.min()


def test_doubtful_blocks_stand_and_fall_together() -> None:
    # One by one ten items with a chance of 0.36 are no gain beside a sure paragraph. But a page has all of them or none, and of the two
    # mistakes that of leaving a whole list out is the worse.
    probabilities, words = np.array([0.97, *[0.36] * 10]), np.array([200.0, *[40.0] * 10])
    assert choose(probabilities, words).chosen.tolist() == [True, *[False] * 10]
    assert settle(probabilities, words).chosen.all()


def test_a_settled_choice_leaves_the_widest_gap() -> None:
    # The third block hardly matters; the first choice would part it from the fourth, which is nearly the same.
    probabilities, words = np.array([0.99, 0.98, 0.52, 0.47, 0.02]), np.array([900.0, 900.0, 1.0, 1.0, 500.0])
    best, settled = choose(probabilities, words), settle(probabilities, words)
    assert best.chosen.tolist() == [True, True, True, False, False]
    assert settled.chosen.tolist() in ([True, True, False, False, False], [True, True, True, True, False])
    assert settled.cut == pytest.approx(sum(log_odds(probabilities[[1, 2]])) / 2) or settled.cut == pytest.approx(
        sum(log_odds(probabilities[[3, 4]])) / 2
    )


# --- extracted text ---------------------------------------------------------------------------------
