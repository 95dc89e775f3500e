"""What the line model says of the lines of a text: one that somebody extracted, or what is to be kept of a page."""

from __future__ import annotations

from collections.abc import Container, Sequence

from cleaner.errors import ModelError
from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.content.model import load_model
from cleaner.evidence.lines.features import Lines, line_features
from cleaner.evidence.phrases import Found
from cleaner.evidence.pieces import Pieces, pieces
from cleaner.model import Block

CLEARLY = 1.5
"""Log-odds from which on a line is clearly worded like furniture."""


def cut_up(blocks: Sequence[Block], found: Found, path: str | None) -> Pieces:
    """Cut blocks into what the model is asked about: lines, and sentences that are hardly worded like an author's.

    :raises ModelError: there is no such model.
    """
    return pieces(blocks, found, load_model(path).lines.diction.of)


def is_doubtful(worded: Floats) -> bool:
    """Is it worth asking the model about these lines? Where none is clearly worded like furniture it is not: of 486 lines of two unseen hands that the content
    model keeps four more would go, and of 628 real pages nothing would; a third of the real ones are such."""
    return bool((worded[0] >= CLEARLY).any())


def opinion(cut: Pieces, spam: Container[int | None], path: str | None) -> tuple[Floats, Lines]:
    """Ask the model.

    :param cut: the text's lines; at least one.
    :param spam: indexes of blocks that are spam by rules.
    :param path: the model's file; None for the one in the package.
    :returns: for each of them the probability that it is its author's, and what was seen of it.
    :raises ModelError: there is no such model, or it was trained on other features than these.
    """
    model = load_model(path).lines
    seen = line_features(cut, spam)
    if seen.names != model.names:
        raise ModelError(f"the model {path} was trained on other features than this version computes: train it again")
    return model.authors(seen), seen
