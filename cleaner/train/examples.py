"""Labelled pages → what a model learns from: the features of their blocks, and how much of each is content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.errors import InputError
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.junk import FAMILIES, LANGUAGES, wrap_html
from cleaner.evidence import align, registry
from cleaner.evidence.content.features import Features
from cleaner.evidence.content.opinion import look
from cleaner.evidence.paragraphs import paragraphs
from cleaner.evidence.rules import SPAM
from cleaner.evidence.text import mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Page
from cleaner.policy import Policy
from cleaner.source import html
from cleaner.source.decode import decode
from cleaner.source.metadata import RawClaim, agreed, declared_in_head

_WRAPPED = ("article", "documentation", "service")
_FEWEST = 60  # words of a reference worth wrapping
_OF_WRAPPED = 0.3  # what a wrapped page counts: with as much as the others it costs F1 on ordinary ones
_FEW, _MANY = 4, 7  # families of junk
_UNTITLED = "What the river left behind"


class Example(NamedTuple):
    """A labelled page with at least one block that a reader sees.

    :param shares: how much of each block stands in the reference, 0 to 1.
    :param weight: how much the page counts.
    """

    id: str
    domain: str
    kind: str | None
    seen: Features
    shares: NDArray[np.float64]
    weight: float = 1.0


def examples(pages: Iterable[LabelledPage]) -> Iterator[Example]:
    """The pages that have a reference and show something, and those of running text once more, wrapped in junk. Others teach
    nothing and are passed over."""
    for page in pages:
        if page.reference is None:
            continue
        try:
            decoded = decode(page.payload, kind="html", max_bytes=Policy().max_bytes)
        except InputError:
            continue
        head = declared_in_head(decoded)
        yield from _example(page, page.reference, decoded, head, 1.0)
        if page.kind in _WRAPPED and len(page.reference.split()) >= _FEWEST:
            wrapped = decode(_in_junk(page.id, decoded, head), kind="html", max_bytes=Policy().max_bytes)
            yield from _example(page, page.reference, wrapped, head, _OF_WRAPPED)


def _example(
    page: LabelledPage, reference: str, decoded: Page, head: Sequence[RawClaim], weight: float
) -> Iterator[Example]:
    segmented = html.segment(decoded.text)
    view = View(decoded, segmented.blocks, segmented.tree, agreed(head, "title"), agreed(head, "site"))
    spam = registry.taken_whole(registry.run(view, SPAM))
    own = [block for block in segmented.blocks if block.index not in spam]
    # Hidden text may stand in the reference too: it is aligned with the rest, so that nothing takes its place.
    every, lines, _ = paragraphs(own, {})
    blocks, _, said = paragraphs([block for block in own if not block.flags.unseen], view.phrases)
    if blocks:
        found = align.shares([block.text for block in every], reference, list(map(mostly_linked, every)))
        # By line: where its first lines are hidden, a paragraph goes by another.
        shares = {line.index: share for its, share in zip(lines, found, strict=True) for line in its}
        yield Example(
            page.id,
            page.domain or page.id,
            page.kind,
            look(decoded, blocks, segmented.tree, said, head),
            np.array([shares[block.index] for block in blocks]),
            weight,
        )


def _in_junk(id: str, page: Page, head: Sequence[RawClaim]) -> str:
    """The page with junk of some families in some language put into it."""
    chance = Random(id)
    title = next((claim.value for claim in head if claim.field == "title"), "") or _UNTITLED
    families = chance.sample(FAMILIES, chance.choice((_FEW, _MANY, len(FAMILIES))))
    language = chance.choice(sorted(LANGUAGES))
    return wrap_html(page.text, title=title, rng=chance, families=families, language=language).page
