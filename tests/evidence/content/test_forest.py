"""Forests as arrays, against a walk down every tree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cleaner.evidence.content import forest as module
from cleaner.evidence.content.forest import Forest


def grown(seed: int, trees: int, depth: int, outputs: int, features: int = 4, questions: int = 6) -> Forest:
    """A forest of chance. Borders are whole numbers, so that values stand right on them."""
    rng = np.random.default_rng(seed)
    return Forest(
        rng.integers(0, features, questions).astype(np.int32),
        rng.integers(-2, 3, questions).astype(np.float32),
        rng.integers(0, questions, (depth, trees)).astype(np.int32),
        rng.normal(size=(trees, 2**depth, outputs)).astype(np.float32),
        rng.normal(size=outputs).astype(np.float32),
    )


def values(seed: int, rows: int, features: int = 4) -> NDArray[np.float32]:
    rng = np.random.default_rng(seed)
    return rng.choice([-3, -2, -1, 0, 0.5, 1, 2, 3], (features, rows)).astype(np.float32)


def walked(forest: Forest, values: NDArray[np.float32]) -> NDArray[np.float64]:
    """For each output and row: down every tree, level by level, and the leaves added up."""
    scores = []
    for row in values.T:
        sums = forest.bias.astype(float)
        for tree in range(len(forest.leaves)):
            leaf = 0
            for level, question in enumerate(forest.questions[:, tree]):
                leaf += 2**level * bool(row[forest.features[question]] > forest.borders[question])
            sums = sums + forest.leaves[tree, leaf]
        scores.append(sums)
    return np.array(scores).T


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 999), st.integers(1, 9), st.integers(1, 8), st.integers(1, 3), st.integers(1, 20))
def test_scores_are_those_of_a_walk(seed: int, trees: int, depth: int, outputs: int, rows: int) -> None:
    forest, asked = grown(seed, trees, depth, outputs), values(seed, rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_ROWS", 7)
        found = forest.scores(asked)
    assert found.shape == (outputs, rows)
    assert found == pytest.approx(walked(forest, asked), abs=1e-5)


@pytest.mark.parametrize("rows", [1, 2_047, 2_048, 2_049, 5_000])
def test_more_rows_than_are_asked_at_once(rows: int) -> None:
    forest, asked = grown(1, 5, 3, 2), values(1, rows)
    found = forest.scores(asked)
    assert found.shape == (2, rows)
    some = [0, *(row for row in (2_047, 2_048, rows - 1) if row < rows)]
    assert found[:, some] == pytest.approx(walked(forest, asked[:, some]), abs=1e-5)
    assert np.array_equal(found[:, -1:], forest.scores(asked[:, -1:]))


def test_a_forest_by_hand() -> None:
    forest = Forest(
        np.array([1, 0], np.int32),
        np.array([0.5, 10], np.float32),
        np.array([[0], [1]], np.int32),  # the first level is the lowest bit
        np.array([[[1], [2], [3], [4]]], np.float32),
        np.array([100], np.float32),
    )
    rows = np.array([[0, 0, 11, 11, 10], [0, 1, 0, 1, 0.5]], np.float32)
    assert forest.scores(rows).tolist() == [[101, 102, 103, 104, 101]]


def test_a_forest_without_trees_knows_its_bias() -> None:
    empty = grown(0, 0, 1, 3, questions=0)
    assert empty.scores(values(0, 4)) == pytest.approx(np.repeat(empty.bias[:, None], 4, axis=1))


def test_a_tree_of_nine_levels() -> None:
    forest, asked = grown(3, 2, 9, 1), values(3, 40)
    assert forest.scores(asked) == pytest.approx(walked(forest, asked), abs=1e-5)
