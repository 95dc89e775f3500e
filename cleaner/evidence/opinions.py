"""Whose opinion of a page's content is asked, and how opinions are weighed.

The content model is asked first. Where it is unsure of a page, trafilatura is asked too: a second opinion from something
that was made in another way. On a very small page, as it has hardly seen any, running text counts for itself, and doubt for the
author. A page of which nothing is likely content is left empty.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from cleaner.evidence import witness
from cleaner.evidence.content import opinion as model
from cleaner.evidence.content.complete import complete
from cleaner.evidence.content.select import STEP, Floats, against, settle, sigmoid
from cleaner.evidence.paragraphs import paragraphs
from cleaner.evidence.phrases import Found
from cleaner.evidence.text import mostly_linked
from cleaner.model import Block, Effect, Engine, Finding, Page
from cleaner.source.html import Segmented
from cleaner.source.metadata import RawClaim

# The model is not asked about a page of more blocks: it would take 30 µs and 4 kB for each. Of 1,802 pages the longest has 9,000.
MOST_BLOCKS = 50_000
# Below this expected F1 the model is unsure of a page. A longer one (characters) is a shop's: of five such pages of wcxb-dev trafilatura knew more of one and less of
# two, and took up to 0.7 s. Asked below 0.55 it would gain 0.0006 there, and lose a text of the multilingual set.
_UNSURE, _LONG = 0.4, 200_000
# What trafilatura's word adds there to the log-odds of a block that it returns, and of one that it leaves out.
_RETURNED, _LEFT_OUT = 1.0, -0.5
# On a page of fewer blocks than this prose is content, and what the model is hardly against (log-odds): it has hardly seen
# such pages (15 of 1,480).
_SMALL, _HARDLY = 20, 1.0
# Below this expected F1 a page has no content.
_NOTHING = 0.25
_NEVER = 1.5  # log-odds below zero at which a block of such a page stands: no weak sign lifts it
_finding = partial(tuple.__new__, Finding)  # a third of the time of Finding(…)


class Opinions(NamedTuple):
    """What is thought of a page.

    :param findings: for each visible block opinions whose weights add up to log-odds against the page's cut; and a note ``content.kind`` of the
        page's kinds where the model was asked.
    :param kept: what the model would keep.
    """

    findings: tuple[Finding, ...]
    kept: Sequence[Block]


def opinions(
    page: Page,
    segmented: Segmented,
    found: Found,
    gone: Container[int | None],
    head: Sequence[RawClaim],
    engine: Engine,
    path: str | None,
) -> Opinions:
    """What is thought of each block that a reader sees, and of the page.

    :param found: the phrases on the page.
    :param gone: blocks that are spam whatever anybody thinks of them: the model is not shown them.
    :param head: what the page's head declares.
    :param engine: whom to ask: the model, trafilatura, or the model and where it is unsure both (``auto``).
    :param path: the model's file; None for the one in the package.
    :returns: of more than :data:`MOST_BLOCKS` blocks plain opinions.
    :raises ModelError: there is no such model.
    """
    shown = [block for block in segmented.blocks if not block.flags.unseen and block.index not in gone]
    safe = witness.safe(segmented)
    if engine == "trafilatura":
        return Opinions(witness.opinions(page.text, segmented) if safe else witness.density(segmented.blocks), ())
    if not shown:
        return Opinions((), ())
    if len(shown) > MOST_BLOCKS:
        return Opinions(witness.density(shown), ())
    visible, lines, said = paragraphs(shown, found)
    asked = model.opinion(page, visible, segmented.tree, said, head, path)
    votes = np.zeros(len(visible))
    if engine == "auto" and safe and asked.f1 < _UNSURE and len(page.text) <= _LONG:
        votes = np.where(witness.returned(page.text, segmented, visible), _RETURNED, _LEFT_OUT)
    against_cut, f1 = _against_cut(asked.odds + votes, asked.words)
    chosen = (against_cut > 0).tolist()
    if len(visible) < _SMALL:
        trusted = asked.prose | (against_cut > -_HARDLY)
        chosen = [
            kept or (trust and not mostly_linked(block))
            for kept, trust, block in zip(chosen, trusted, visible, strict=True)
        ]
    enclosed = complete(visible, chosen)
    thought = _of_blocks(lines, chosen, enclosed, against_cut - votes, votes)
    kept = [line for place, own in enumerate(lines) if chosen[place] or place in enclosed for line in own]
    return Opinions((_kind(asked.kinds, 0.0 if any(chosen) else 1 - f1), *thought), kept)


def _of_blocks(
    lines: Sequence[Sequence[Block]],
    chosen: Sequence[bool],
    enclosed: Container[int],
    model_odds: Floats,
    votes: Floats,
) -> Iterator[Finding]:
    """The opinions on the lines of paragraphs: of what was chosen without the model or because of its neighbours, that alone."""
    opinion = Effect.OPINION  # looked up once
    for place, (odds, vote) in enumerate(zip(model_odds.round(2).tolist(), votes.tolist(), strict=True)):
        for line in lines[place]:
            index = line.index
            if place in enclosed:
                yield Finding("content.enclosed", index, None, opinion, STEP)
            elif chosen[place] and odds + vote <= 0:
                yield Finding("content.density", index, None, opinion, STEP)
            else:
                yield _finding(("content.model", index, None, opinion, odds, ()))
                if vote:
                    yield Finding("content.trafilatura", index, None, opinion, vote)


def _against_cut(odds: Floats, words: Floats) -> tuple[Floats, float]:
    """Log-odds against the page's cut in steps of a hundredth, positive for what is content; and the F1 to expect."""
    choice = settle(sigmoid(odds), words)
    if choice.f1 < _NOTHING:
        return odds - odds.max() - _NEVER, choice.f1
    return against(odds - choice.cut, choice.chosen), choice.f1


def _kind(kinds: dict[str, float], none: float) -> Finding:
    """A note of the page's kinds. A page without content, as it is with the probability ``none``, is of none of them."""
    all_kinds = {**{kind: probability * (1 - none) for kind, probability in kinds.items()}, "none": none}
    ranked: Sequence[tuple[str, float]] = sorted(all_kinds.items(), key=lambda pair: -pair[1])
    evidence = tuple(f"{kind}={probability:.3f}" for kind, probability in ranked if probability >= 0.0005)
    return Finding("content.kind", None, None, Effect.NOTE, 0.0, evidence)
