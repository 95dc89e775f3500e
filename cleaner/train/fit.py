"""Examples → a content model. Needs CatBoost (the extra ``train``)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.errors import DatasetError, MissingExtra
from cleaner.evidence.content.forest import Forest
from cleaner.evidence.content.model import ContentModel, kinds_by
from cleaner.evidence.content.second import second_look
from cleaner.evidence.content.select import sigmoid
from cleaner.evidence.diction import Diction
from cleaner.evidence.lines.model import LineModel
from cleaner.evidence.lines.second import second_look as second_look_at_lines
from cleaner.train.examples import Example
from cleaner.train.lines import LineExample
from cleaner.train.parts import part_of

# Chosen on wcxb-dev, five folds by domain; more or deeper trees gained nothing there.
_BLOCKS: dict[str, Any] = {
    "loss_function": "CrossEntropy", "depth": 6, "iterations": 240, "learning_rate": 0.15, "l2_leaf_reg": 5,
    "border_count": 32, "rsm": 0.25, "bootstrap_type": "Bernoulli", "subsample": 0.5,
}  # fmt: skip
_PAGES: dict[str, Any] = {
    "loss_function": "MultiClass", "depth": 3, "iterations": 400, "learning_rate": 0.1, "l2_leaf_reg": 5,
    "border_count": 32, "rsm": 0.3, "bootstrap_type": "Bernoulli", "subsample": 0.7,
}  # fmt: skip
# Lines are many: with 350 trees an eighth more of unseen hands' junk stays, and a quarter more of the words of unseen domains' pages goes; 1,400 gain nothing.
_LINES: dict[str, Any] = {**_BLOCKS, "iterations": 800, "rsm": 0.3}
# The mean of a few forests that differ by their seeds alone: one more or less moves a page's score by up to a half, and on the
# folds two are better than one by 0.0015.
_SEEDS = 3
_INNER = 4  # parts of the domains for what the second forest learns from
_INNER_OF_LINES = 3
_NEVER = -20.0  # the score of a kind that no page is of
_LITTLE = 0.5  # words that a block counts at least


def fit(examples: Sequence[Example], lines: LineModel, seed: int = 0) -> ContentModel:
    """Train a model.

    The second forest learns from what models trained without a page's domain say of the page (Wolpert 1992). Blocks weigh by
    the square root of their words, and all pages the same.

    :param lines: the part that is asked about text, from :func:`fit_lines`.
    :param seed: the same examples in the same order, and the same seed, give the same model.
    :raises MissingExtra: CatBoost is not installed.
    :raises DatasetError: pages of too few domains, or pages that teach nothing (all of one kind of block).
    """
    # Parts of their own: those of a cross-validation would leave fewer of these.
    parts = np.array([part_of(f"second look: {example.domain}", _INNER) for example in examples])
    if len(set(parts.tolist())) < 2:
        raise DatasetError("a model needs pages of more domains to learn from")
    kinds = tuple(sorted({example.kind for example in examples if example.kind})) or ("article",)
    seeds = range(_SEEDS * seed, _SEEDS * (seed + 1))
    first, kind = _fit_first(examples, seeds), _fit_kinds(examples, kinds, seed)
    second_values: list[NDArray[np.float32]] = [np.empty(0, np.float32)] * len(examples)
    for part in sorted(set(parts.tolist())):
        others = [example for example, its in zip(examples, parts, strict=True) if its != part]
        without_first, without_kind = _fit_first(others, seeds[:1]), _fit_kinds(others, kinds, seed)
        for place in np.flatnonzero(parts == part).tolist():
            seen = examples[place].seen
            second_values[place] = second_look(
                seen, sigmoid(without_first.scores(seen.values)[0]), kinds_by(without_kind, seen)
            )
    second = _fit_blocks(second_values, examples, seeds)
    about = {"pages": len(examples), "seed": seed, "learner": f"catboost {import_module('catboost').__version__}"}
    names = examples[0].seen
    return ContentModel(first, second, kind, kinds, names.names, names.page_names, about, lines)


def fit_lines(examples: Sequence[LineExample], diction: Diction, seed: int = 0) -> LineModel:
    """Train the part of a model that is asked about text. As with blocks, the second forest learns from what forests trained
    without a text's domain say of it.

    :param diction: how lines are worded: of models like that with which the examples were made, the one that has seen all.
    :raises MissingExtra: CatBoost is not installed.
    :raises DatasetError: there is nothing to learn from them.
    """
    parts = np.array([part_of(f"second look: {example.domain}", _INNER_OF_LINES) for example in examples])
    second_values: list[NDArray[np.float32]] = [np.empty(0, np.float32)] * len(examples)
    for part in sorted(set(parts.tolist())):
        without = _fit_lines(
            [example.seen.values for example, its in zip(examples, parts, strict=True) if its != part],
            [example for example, its in zip(examples, parts, strict=True) if its != part],
            seed,
        )
        for place in np.flatnonzero(parts == part).tolist():
            seen = examples[place].seen
            second_values[place] = second_look_at_lines(seen, sigmoid(without.scores(seen.values)[0]))
    return LineModel(
        _fit_lines([example.seen.values for example in examples], examples, seed),
        _fit_lines(second_values, examples, seed),
        examples[0].seen.names,
        diction,
    )


def _fit_lines(values: Sequence[NDArray[np.float32]], examples: Sequence[LineExample], seed: int) -> Forest:
    own = np.concatenate([example.own for example in examples])
    weights = np.concatenate([example.weights for example in examples])
    return _train(np.hstack(values).T, own, weights, _LINES, seed)


def _fit_first(examples: Sequence[Example], seeds: Sequence[int]) -> Forest:
    return _fit_blocks([example.seen.values for example in examples], examples, seeds)


def _fit_blocks(values: Sequence[NDArray[np.float32]], examples: Sequence[Example], seeds: Sequence[int]) -> Forest:
    shares = np.clip(np.concatenate([example.shares for example in examples]), 0, 1)
    weights = np.concatenate([_weights(example) for example in examples])
    rows = np.hstack(values).T
    return _mean([_train(rows, shares, weights, _BLOCKS, seed) for seed in seeds])


def _mean(forests: Sequence[Forest]) -> Forest:
    """One forest whose scores are the mean of those of several, with every question asked once."""
    depth = max(len(forest.questions) for forest in forests)
    asked = [question for forest in forests for question in zip(forest.features, forest.borders, strict=True)]
    order = {question: place for place, question in enumerate(sorted(set(asked)))}
    questions, leaves, begin = [], [], 0
    for forest in forests:
        places = np.array([order[question] for question in asked[begin : begin + len(forest.features)]], np.int32)
        missing = depth - len(forest.questions)  # levels whose answer does not matter
        own = places[forest.questions]
        questions.append(np.vstack([own, np.zeros((missing, own.shape[1]), np.int32)]))
        leaves.append(np.tile(forest.leaves, (1, 2**missing, 1)) / np.float32(len(forests)))
        begin += len(forest.features)
    return Forest(
        np.array([feature for feature, _ in order], np.int32),
        np.array([border for _, border in order], np.float32),
        np.hstack(questions),
        np.concatenate(leaves),
        np.mean([forest.bias for forest in forests], axis=0, dtype=np.float32),
    )


def _weights(example: Example) -> NDArray[np.float64]:
    roots = np.sqrt(np.maximum(example.seen.words, _LITTLE))
    weights: NDArray[np.float64] = example.weight * roots / roots.sum()
    return weights


def _fit_kinds(examples: Sequence[Example], kinds: Sequence[str], seed: int) -> Forest:
    named = [example for example in examples if example.kind]
    present = sorted({kinds.index(str(example.kind)) for example in named})
    if len(present) < 2:  # nothing to tell apart
        leaves, bias = np.zeros((0, 2, len(kinds)), np.float32), np.zeros(len(kinds), np.float32)
        return Forest(np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros((1, 0), np.int32), leaves, bias)
    labels = np.array([present.index(kinds.index(str(example.kind))) for example in named])
    values = np.stack([example.seen.page for example in named])
    forest = _train(values, labels, np.ones(len(named)), {**_PAGES, "classes_count": len(present)}, seed)
    # Kinds of which these pages have none are possible, and never likely.
    leaves = np.zeros((*forest.leaves.shape[:2], len(kinds)), np.float32)
    bias = np.full(len(kinds), _NEVER, np.float32)
    leaves[:, :, present], bias[present] = forest.leaves, forest.bias
    return forest._replace(leaves=leaves, bias=bias)


def _train(
    values: NDArray[np.float32], labels: NDArray[Any], weights: NDArray[np.float64], settings: dict[str, Any], seed: int
) -> Forest:
    try:
        catboost = import_module("catboost")
    except ImportError as error:
        raise MissingExtra(f"CatBoost cannot be imported ({error}): the extra cleaner[train] installs it") from error
    learner = catboost.CatBoost(
        {**settings, "random_seed": seed, "verbose": False, "allow_writing_files": False, "thread_count": -1}
    )
    try:
        learner.fit(catboost.Pool(values, labels, weight=weights))
    except catboost.CatBoostError as error:
        raise DatasetError(f"there is nothing to learn from these pages: {error}") from error
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        learner.save_model(str(path), format="json")
        return _forest(json.loads(path.read_text("utf-8")))


def _forest(model: dict[str, Any]) -> Forest:
    """The trees of CatBoost's JSON as arrays. Trees that stopped early are filled up with a question whose answer does not matter."""
    trees = model["oblivious_trees"]
    scale, bias = model["scale_and_bias"]
    columns = [feature["feature_index"] for feature in model["features_info"]["float_features"]]
    outputs = len(bias) if isinstance(bias, list) else 1
    asked = {(split["float_feature_index"], split["border"]) for tree in trees for split in tree["splits"] or ()}
    order = {question: place for place, question in enumerate(sorted(asked))}
    depth = max((len(tree["splits"] or ()) for tree in trees), default=0) or 1
    questions = np.zeros((depth, len(trees)), np.int32)
    leaves = np.zeros((len(trees), 2**depth, outputs), np.float32)
    for place, tree in enumerate(trees):
        splits = tree["splits"] or ()
        for level, split in enumerate(splits):
            questions[level, place] = order[split["float_feature_index"], split["border"]]
        values = np.array(tree["leaf_values"], np.float64).reshape(-1, outputs) * scale
        leaves[place] = np.tile(values, (2 ** (depth - len(splits)), 1))
    return Forest(
        np.array([columns[feature] for feature, _ in order], np.int32),
        np.array([border for _, border in order], np.float32),
        questions,
        leaves,
        np.atleast_1d(np.array(bias, np.float32)),
    )
