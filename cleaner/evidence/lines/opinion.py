"""What the line model says of the lines of a text: one that somebody extracted, or what is to be kept of a page."""

from __future__ import annotations

from collections.abc import Container, Sequence

import numpy as np
from numpy.typing import NDArray

from cleaner.errors import ModelError
from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.content.model import load_model
from cleaner.evidence.lines.features import Lines, line_features
from cleaner.evidence.phrases import Found
from cleaner.model import Block

# Log-odds from which on a line is worded like furniture, and the chance from which on a sentence is its author's. Of extracted texts in strangers'
# junk a third fewer honest words are lost for the latter, and a twelfth more of the junk stays.
_FURNITURE, _SENTENCE = 0.5, 0.04


def worded(blocks: Sequence[Block], path: str | None) -> Floats:
    """How lines are worded: see :meth:`~cleaner.evidence.diction.Diction.of`.

    :raises ModelError: there is no such model.
    """
    return load_model(path).lines.diction.of([block.text for block in blocks])


def is_doubtful(worded: Floats) -> bool:
    """Can the model have anything against some of these lines?"""
    return bool((worded[0] >= _FURNITURE).any())


def in_company(going: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which lines stand beside one that goes. A line that stands alone among an author's lines may be what the author speaks of: of 120 honest texts
    that look like junk 42 lost a line without this, and 7 with it (before sentences were spared); of junk by another hand 4% more stayed."""
    beside = np.pad(going, 1)
    return beside[:-2] | beside[2:]


def opinion(
    blocks: Sequence[Block], found: Found, spam: Container[int | None], worded: Floats, path: str | None
) -> tuple[Floats, Lines]:
    """Ask the model.

    :param blocks: the text's; at least one.
    :param found: the phrases in them.
    :param spam: indexes of blocks that are spam by rules.
    :param worded: how they are worded.
    :param path: the model's file; None for the one in the package.
    :returns: for each block the probability that it is its author's, and what was seen of it. Of one that is not worded like furniture
        it is 1, wherever it stands; and of a sentence unless hardly anything speaks for it.
    :raises ModelError: there is no such model, or it was trained on other features than these.
    """
    model = load_model(path).lines
    seen = line_features(blocks, found, spam, worded)
    if seen.names != model.names:
        raise ModelError(f"the model {path} was trained on other features than this version computes: train it again")
    chances = model.authors(seen)
    own = (worded[0] < _FURNITURE) | (seen.prose & (chances > _SENTENCE))
    return np.where(own, 1.0, chances), seen
