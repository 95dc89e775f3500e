"""What is made of what the line model says."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import numpy as np
import pytest

from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.lines import opinion as module
from cleaner.evidence.lines.features import Lines
from cleaner.evidence.pieces import pieces
from tests.evidence.lines.texts import blocks_of

OWN, SPAM = "The ferry has run since the year of the flood.", "Buy followers at the best price there is."


@pytest.mark.parametrize(
    ("text", "worded", "chance", "goes"),
    [
        (f"{OWN} {SPAM}", 2.0, 0.05, True),
        (f"{OWN} {SPAM}", 1.0, 0.05, False),  # hardly worded like furniture
        (f"{OWN} {SPAM}", 2.0, 0.2, True),
        (f"{OWN} {SPAM}", 2.0, 0.21, False),
        (f"{OWN}\n\n{SPAM}", 1.0, 0.05, True),
        (f"{OWN}\n\n{SPAM}", 1.0, 0.2, False),
        (f"{OWN}\n\n{SPAM}", 1.5, 0.2, True),
        (f"{OWN}\n\n{SPAM}", -1.0, 0.05, False),
        (f"{OWN}\n\nBuy followers", 1.0, 0.2, True),  # no sentence
    ],
)
def test_of_a_sentence_more_is_asked(
    monkeypatch: pytest.MonkeyPatch, text: str, worded: float, chance: float, goes: bool
) -> None:
    def of(texts: Sequence[str]) -> Floats:
        return np.array([[worded if each.startswith("Buy") else -2.0 for each in texts]] * 3)

    def authors(seen: Lines) -> Floats:
        return np.full(len(seen.words), chance)

    cut = pieces(blocks_of(text), {}, of)
    names = module.line_features(cut, frozenset()).names
    lines = SimpleNamespace(authors=authors, names=names)
    monkeypatch.setattr(module, "load_model", lambda path: SimpleNamespace(lines=lines))
    chances, _ = module.opinion(cut, frozenset(), None)
    assert chances[0] == 1
    assert (chances[-1] == chance) == goes
