"""Texts for the tests of the line model."""

from __future__ import annotations

import numpy as np

from cleaner.evidence.content.forest import Forest
from cleaner.evidence.lines.features import Lines, line_features
from cleaner.evidence.lines.model import LineModel
from cleaner.evidence.phrases import find
from cleaner.evidence.pieces import pieces
from cleaner.model import Block
from cleaner.source import plain
from cleaner.train.diction import Dictions, Sample, fit_diction

# Newsletters and cookies stand around articles, councils and what they said in them, each often enough to be looked at.
_OFTEN = 5
DICTION = fit_diction(
    _OFTEN
    * [Sample(text, False, "junk", None) for text in ("Get our newsletter", "We use cookies", "newsletter", "cookies")]
    + _OFTEN
    * [Sample(text, True, "own", None) for text in ("The council said so", "said the surveyor", "council", "said")]
)
ARTICLE = """The bridge at Nether Wallop is closed

The council closed the bridge on Monday after a lorry had damaged its parapet, and nobody was hurt.

“We had no choice,” said the surveyor, who has looked after it for nineteen years and will retire in May.

Repairs will take until the end of the summer, and a bus will go around by the mill every half hour."""


def blocks_of(text: str) -> tuple[Block, ...]:
    return plain.segment(text)


def lines_of(text: str, spam: frozenset[int] = frozenset()) -> Lines:
    blocks = blocks_of(text)
    texts = [block.text for block in blocks]
    return line_features(pieces(blocks, find(texts), DICTION.of), spam)


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
    DICTION,
)
"""A line model that knows nothing."""
KNOWN = Dictions([DICTION], DICTION)
