"""Texts for the tests of the line model."""

from __future__ import annotations

import numpy as np

from cleaner.evidence.content.forest import Forest
from cleaner.evidence.lines.features import Lines, line_features
from cleaner.evidence.lines.model import LineModel
from cleaner.evidence.phrases import find
from cleaner.model import Block
from cleaner.source import plain

WORDS = {"newsletter": 3.0, "cookies": 2.5, "council": -3.0, "said": -2.0}
ARTICLE = """The bridge at Nether Wallop is closed

The council closed the bridge on Monday after a lorry had damaged its parapet, and nobody was hurt.

“We had no choice,” said the surveyor, who has looked after it for nineteen years and will retire in May.

Repairs will take until the end of the summer, and a bus will go around by the mill every half hour."""


def blocks_of(text: str) -> tuple[Block, ...]:
    return plain.segment(text)


def lines_of(text: str, spam: frozenset[int] = frozenset()) -> Lines:
    blocks = blocks_of(text)
    return line_features(blocks, find([block.text for block in blocks]), spam, WORDS)


def _nothing() -> Forest:
    """A forest that says nothing of anything."""
    return Forest(
        np.zeros(1, np.int32),
        np.zeros(1, np.float32),
        np.zeros((1, 1), np.int32),
        np.zeros((1, 2, 1), np.float32),
        np.zeros(1, np.float32),
    )


_SEEN = lines_of(ARTICLE)
NO_LINES = LineModel(
    _nothing(),
    _nothing(),
    _SEEN.names,
    WORDS,
)
"""A line model that knows nothing."""
