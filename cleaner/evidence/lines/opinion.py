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
from cleaner.evidence.pieces import FURNITURE, SENTENCES, Pieces, pieces
from cleaner.model import Block

# The chance from which on a sentence is its author's; and one that is clearly worded like furniture. At 0.2 for all a tenth less of another hand's junk stays in
# HTML, and a third more of the words of look-alikes go in text.
_SENTENCE, _WORDED_SENTENCE = 0.1, 0.2
# Log-odds from which on a sentence is clearly worded like furniture, and one that was cut out of a line at all. Of those pages 25 would lose one without it and 6 do; of 56 sentences of
# junk that went from within paragraphs, 40 still go.
_CLEARLY = 1.5


def cut_up(blocks: Sequence[Block], found: Found, path: str | None) -> Pieces:
    """Cut blocks into what the model is asked about: lines, and sentences that are worded like furniture.

    :raises ModelError: there is no such model.
    """
    return pieces(blocks, found, load_model(path).lines.diction.of)


def is_doubtful(worded: Floats) -> bool:
    """Can the model have anything against some of these lines? Where none is clearly worded like furniture it has not: of 1,675 lines that go of
    400 real pages, of articles in the generator's junk and of 250 pages in three other hands' none stands on such a page; a third of the real ones are such."""
    return bool((worded[0] >= _CLEARLY).any())


def in_company(going: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which lines stand beside one that goes. A line that stands alone among an author's lines may be what the author speaks of."""
    beside = np.pad(going, 1)
    return beside[:-2] | beside[2:]


def opinion(cut: Pieces, spam: Container[int | None], path: str | None) -> tuple[Floats, Lines]:
    """Ask the model.

    :param cut: the text's lines; at least one.
    :param spam: indexes of blocks that are spam by rules.
    :param path: the model's file; None for the one in the package.
    :returns: for each of them the probability that it is its author's, and what was seen of it. Of one that is not worded like furniture
        it is 1, wherever it stands; and of a sentence unless hardly anything speaks for it, and it is worded the more so where others of
        its line are not.
    :raises ModelError: there is no such model, or it was trained on other features than these.
    """
    model = load_model(path).lines
    seen = line_features(cut, spam)
    if seen.names != model.names:
        raise ModelError(f"the model {path} was trained on other features than this version computes: train it again")
    chances = model.authors(seen)
    inside = cut.kinds == SENTENCES
    own = cut.worded[0] < np.where(inside, _CLEARLY, FURNITURE)
    own |= (seen.prose | inside) & (chances > np.where(cut.worded[0] < _CLEARLY, _SENTENCE, _WORDED_SENTENCE))
    return np.where(own, 1.0, chances), seen
