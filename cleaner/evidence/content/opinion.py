"""What the content model says of a page: how probably each block is content, what kind of page it is, how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.errors import ModelError
from cleaner.evidence.content.features import Features, features
from cleaner.evidence.content.geometry import PROSE
from cleaner.evidence.content.model import fits, load_model
from cleaner.evidence.content.select import Floats, choose, log_odds
from cleaner.evidence.phrases import Found
from cleaner.model import Block, Page, Tree
from cleaner.source.metadata import RawClaim


class Opinion(NamedTuple):
    """The model's opinion of a page.

    :param odds: log-odds that each block is content.
    :param words: how many words each has.
    :param prose: which of them are running text and no links.
    :param f1: the F1 in words to expect of the best choice among them.
    :param kinds: kind of page → its probability; they sum to 1.
    """

    odds: Floats
    words: Floats
    prose: NDArray[np.bool_]
    f1: float
    kinds: dict[str, float]


def opinion(
    page: Page, blocks: Sequence[Block], tree: Tree, found: Found, head: Sequence[RawClaim], path: str | None
) -> Opinion:
    """Ask the model.

    :param blocks: the blocks that a reader sees; at least one.
    :param found: the phrases in them.
    :param head: what the page's head declares.
    :param path: the model's file; None for the one in the package.
    :raises ModelError: there is no such model, or it was trained on other features than these.
    """
    model = load_model(path)
    seen = look(page, blocks, tree, found, head)
    if not fits(model, seen.names, seen.page_names):
        raise ModelError(f"the model {path} was trained on other features than this version computes: train it again")
    kinds = model.kinds_of(seen)
    content = model.content(seen, kinds)
    return Opinion(
        log_odds(content),
        seen.words,
        seen.near.geometry.each[:, PROSE] > 0,
        choose(content, seen.words).f1,
        dict(zip(model.kinds, kinds.tolist(), strict=True)),
    )


def look(page: Page, blocks: Sequence[Block], tree: Tree, found: Found, head: Sequence[RawClaim]) -> Features:
    """The features of a page, as the model is asked and as it is trained.

    :param blocks: the blocks that a reader sees; at least one.
    :param found: the phrases in them.
    :param head: what the page's head declares.
    """
    titles = tuple({claim.value: None for claim in head if claim.field == "title" and claim.place != "h1"})
    own = page.source.url or next((claim.value for claim in head if claim.field == "canonical_url"), "")
    return features(blocks, tree, found, titles, page.text, own)
