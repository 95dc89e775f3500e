"""Cross-validation: the whole pipeline on every part of the domains, with a model that has seen no page of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cleaner.errors import DatasetError
from cleaner.evaluate.datasets import Dataset
from cleaner.evaluate.run import Measured, measure
from cleaner.evaluate.systems import System, ours
from cleaner.evidence.content.model import save_model
from cleaner.evidence.lines.model import LineModel
from cleaner.pipeline import Cleaner
from cleaner.policy import Policy
from cleaner.train.examples import Example
from cleaner.train.fit import fit
from cleaner.train.parts import part_of


def parts_of(dataset: Dataset, folds: int) -> dict[str, int]:
    """The fold of each page.

    :raises DatasetError: a fold has no page.
    """
    parts = {
        id_: part_of(page.domain or page.id, folds) for id_, page in zip(dataset.ids, dataset.pages(), strict=True)
    }
    if len(set(parts.values())) < folds:
        raise DatasetError(f"{dataset.name}: its domains do not fill {folds} folds")
    return parts


def cross_validate(
    dataset: Dataset,
    examples: Sequence[Example],
    lines: LineModel,
    policy: Policy,
    folds: int,
    seed: int,
    peers: Sequence[System],
) -> Iterator[tuple[Measured, ...]]:
    """Measure each fold with a model of the others.

    :param examples: those of the dataset.
    :param lines: what the models have to say of text; it is not asked here.
    :param policy: what the pages are cleaned under.
    :param peers: who is measured beside.
    :returns: for each fold its pages, measured.
    :raises DatasetError: a fold has no page.
    """
    parts = parts_of(dataset, folds)
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(folds):
            path = Path(folder) / f"{fold}.npz"
            others = [example for example in examples if part_of(example.domain, folds) != fold]
            save_model(fit(others, lines, seed), path)
            pages = replace(dataset, ids=tuple(id_ for id_ in dataset.ids if parts[id_] == fold)).pages()
            yield tuple(measure(pages, (ours(Cleaner(replace(policy, model=str(path)))), *peers)))
