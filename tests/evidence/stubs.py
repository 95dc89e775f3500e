"""Models and trafilatura that say what they are told to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from cleaner.evidence import doubts
from cleaner.evidence.content.opinion import Opinion
from cleaner.evidence.content.select import choose, sigmoid
from cleaner.evidence.lines.features import Lines
from cleaner.evidence.phrases import Found
from cleaner.evidence.pieces import Pieces, pieces
from cleaner.model import Block, Page, Tree
from cleaner.source.metadata import RawClaim

STORY = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop, and in a report of forty pages nobody knew.",
    "The report will be read again in the autumn, when the figures for the summer are in.",
)
PAGE = (
    "<html><body><div><a href=/>The harbour</a></div>"
    f"<p>{STORY[0]}</p><p hidden>Unseen words</p><div><div><p>{STORY[1]}</p></div></div><p>{STORY[2]}</p></body></html>"
)


@dataclass
class Stub:
    """Models and trafilatura that say what they are told to, and remember that they were asked."""

    odds: Sequence[float] = ()
    f1: float | None = None
    kinds: dict[str, float] = field(default_factory=lambda: {"article": 0.75, "forum": 0.25})
    returned: Sequence[bool] = ()
    own: dict[str, float] = field(default_factory=dict)  # a line → the chance that it is its author's
    heard: list[tuple[str, object]] = field(default_factory=list)

    def model(
        self, page: Page, blocks: Sequence[Block], tree: Tree, found: Found, head: Sequence[RawClaim], path: str | None
    ) -> Opinion:
        self.heard.append(("model", path))
        assert not any(block.flags.unseen for block in blocks)
        odds, words = np.array(self.odds, float), np.array([len(block.text.split()) for block in blocks], float)
        f1 = choose(sigmoid(odds), words).f1 if self.f1 is None else self.f1
        return Opinion(odds, words, words >= 12, f1, self.kinds)

    def trafilatura(self, text: str, page: object, blocks: object) -> list[bool]:
        self.heard.append(("trafilatura", None))
        return list(self.returned)


def lines_stub(monkeypatch: pytest.MonkeyPatch, chance: Callable[[str], float], furniture: float = 2.0) -> None:
    """A line model that gives each line a chance to be its author's; what has hardly any is worded like furniture, by these log-odds."""

    def opinion(cut: Pieces, spam: object, path: str | None) -> tuple[object, object]:
        words = np.array([len(block.text.split()) for block in cut.blocks], float)
        chances = np.array([chance(block.text) for block in cut.blocks])
        return chances, Lines(np.empty((0, len(words)), np.float32), (), words, words > 9)

    def cut_up(blocks: Sequence[Block], found: Found, path: str | None) -> Pieces:
        return pieces(
            blocks, found, lambda texts: np.array([[furniture if chance(text) < 0.5 else -2.0 for text in texts]] * 3)
        )

    monkeypatch.setattr(doubts.line_model, "opinion", opinion)
    monkeypatch.setattr(doubts.line_model, "cut_up", cut_up)
