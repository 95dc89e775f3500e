"""What the line model is asked about, and what it is not."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from cleaner.errors import ModelError
from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.lines import opinion as module
from cleaner.evidence.lines.features import Lines
from cleaner.evidence.pieces import Pieces, pieces
from tests.evidence.lines.texts import blocks_of

TEXT = "The ferry has run since the year of the flood.\n\nBuy followers at the best price there is."


def cut() -> Pieces:
    return pieces(blocks_of(TEXT), {}, lambda texts: np.full((3, len(texts)), 1.0))


def test_each_line_has_the_chance_that_the_model_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def authors(seen: Lines) -> Floats:
        return np.linspace(0.9, 0.1, len(seen.words))

    names = module.line_features(cut(), frozenset()).names
    monkeypatch.setattr(
        module, "load_model", lambda path: SimpleNamespace(lines=SimpleNamespace(authors=authors, names=names))
    )
    chances, seen = module.opinion(cut(), frozenset(), None)
    assert chances.tolist() == pytest.approx([0.9, 0.1])
    assert seen.words.tolist() == [10, 8]


def test_a_model_of_other_features_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = SimpleNamespace(authors=None, names=("length",))
    monkeypatch.setattr(module, "load_model", lambda path: SimpleNamespace(lines=lines))
    with pytest.raises(ModelError, match="train it again"):
        module.opinion(cut(), frozenset(), "other.npz")


@pytest.mark.parametrize(("worded", "doubtful"), [([-2.0, 1.4], False), ([-2.0, 1.5], True), ([], False)])
def test_a_page_of_which_no_line_is_worded_like_furniture_is_not_asked_about(
    worded: list[float], doubtful: bool
) -> None:
    assert module.is_doubtful(np.array([worded] * 3)) == doubtful
