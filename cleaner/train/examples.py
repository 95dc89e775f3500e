"""Labelled pages → what a model learns from: the features of their blocks, and how much of each is content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.errors import InputError
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evidence import align
from cleaner.evidence.content.features import Features
from cleaner.evidence.content.opinion import look
from cleaner.evidence.text import mostly_linked
from cleaner.policy import Policy
from cleaner.source import html
from cleaner.source.decode import decode
from cleaner.source.metadata import declared_in_head


class Example(NamedTuple):
    """A labelled page with at least one block that a reader sees.

    :param shares: how much of each block stands in the reference, 0 to 1.
    """

    id: str
    domain: str
    kind: str | None
    seen: Features
    shares: NDArray[np.float64]


def examples(pages: Iterable[LabelledPage]) -> Iterator[Example]:
    """The pages that have a reference and show something. Others teach nothing and are passed over."""
    for page in pages:
        if page.reference is None:
            continue
        try:
            decoded = decode(page.payload, kind="html", max_bytes=Policy().max_bytes)
        except InputError:
            continue
        segmented = html.segment(decoded.text)
        blocks = [block for block in segmented.blocks if not block.flags.unseen]
        if blocks:
            texts = [block.text for block in segmented.blocks]
            # Hidden text may stand in the reference too: it is aligned with the rest, so that nothing takes its place.
            shares = align.shares(texts, page.reference, list(map(mostly_linked, segmented.blocks)))
            yield Example(
                page.id,
                page.domain or page.id,
                page.kind,
                look(decoded, blocks, segmented.tree, declared_in_head(decoded)),
                np.array([shares[block.index] for block in blocks]),
            )
