"""Whose opinion of a page's content is asked, and how opinions are weighed.

The content model is asked first. Where it is unsure of a page, trafilatura is asked too: a second opinion from something
that was made in another way. On a very small page, as it has hardly seen any, running text counts for itself, and doubt for the
author. A page of which nothing is likely content is left empty.

Of a text that somebody extracted already most is content: there the line model is asked what is not; and so it is of the lines of what
is to be kept of a page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence import witness
from cleaner.evidence.content import opinion as model
from cleaner.evidence.content.complete import complete
from cleaner.evidence.content.select import Floats, log_odds, settle, sigmoid, spare
from cleaner.evidence.lines import opinion as line_model
from cleaner.evidence.lines.features import Lines
from cleaner.evidence.phrases import Found
from cleaner.evidence.pieces import pieces
from cleaner.evidence.text import mostly_linked
from cleaner.model import Block, Effect, Engine, Finding, Page
from cleaner.source.html import Segmented
from cleaner.source.metadata import RawClaim

# A text of which sentences and paragraphs are a smaller share is itself a list: of works, of products, of dates.
_PROSE = 0.4
# Of what the content model keeps a line goes that has a smaller chance than this to be its author's: beside others, or alone. On a quarter of
# wcxb-dev that costs no F1, and takes a sixth of what is left of junk by strangers.
_NOT_OWN, _ALONE = 0.1, 0.03
LINES = "content.lines"
"""What the line model says; a policy may switch it off, and leaves text to the rules then."""

# The model is not asked about a page of more blocks: it would take 30 µs and 4 kB for each. Of 1,802 pages the longest has 9,000.
MOST_BLOCKS = 50_000
# Nor is the line model about a text of more blocks: no article is as long, and it would take seconds.
_MOST_LINES = 20_000
# Below this expected F1 the model is unsure of a page.
_UNSURE = 0.4
# What trafilatura's word adds there to the log-odds of a block that it returns, and of one that it leaves out.
_RETURNED, _LEFT_OUT = 1.0, -0.5
# On a page of fewer blocks than this prose is content, and what the model is hardly against (log-odds): it has hardly seen
# such pages (15 of 1,480).
_SMALL, _HARDLY = 20, 1.0
# Below this expected F1 a page has no content.
_NOTHING = 0.2
_NEVER = 1.5  # log-odds below zero at which a block of such a page stands: no weak sign lifts it
_STEP = 0.01  # the step of all log-odds here, and the least that anything is above or below a cut
_finding = partial(tuple.__new__, Finding)  # a third of the time of Finding(…)


def opinions(
    page: Page,
    segmented: Segmented,
    found: Found,
    gone: Container[int | None],
    head: Sequence[RawClaim],
    about: Collection[str],
    engine: Engine,
    path: str | None,
) -> tuple[Finding, ...]:
    """What is thought of each block that a reader sees, and of the page.

    :param found: the phrases on the page.
    :param gone: blocks that are spam whatever anybody thinks of them: the model is not shown them.
    :param head: what the page's head declares.
    :param about: what of furniture the page is about.
    :param engine: whom to ask: the model, trafilatura, or the model and where it is unsure both (``auto``).
    :param path: the model's file; None for the one in the package.
    :returns: for each visible block opinions whose weights add up to log-odds against the page's cut; and a note
        ``content.kind`` of the page's kinds where the model was asked. Of more than :data:`MOST_BLOCKS` blocks plain opinions.
    :raises ModelError: there is no such model.
    """
    visible = [block for block in segmented.blocks if not block.flags.unseen and block.index not in gone]
    safe = witness.safe(segmented)
    if engine == "trafilatura":
        return witness.opinions(page.text, segmented) if safe else witness.density(segmented.blocks)
    if not visible:
        return ()
    if len(visible) > MOST_BLOCKS:
        return witness.density(visible)
    asked = model.opinion(page, visible, segmented.tree, found, head, path)
    votes = np.zeros(len(visible))
    if engine == "auto" and safe and asked.f1 < _UNSURE:
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
    thought = tuple(_of_blocks(visible, chosen, enclosed, against_cut - votes, votes))
    # Who writes about newsletters quotes their words.
    kept = [] if about else [block for place, block in enumerate(visible) if chosen[place] or place in enclosed]
    return (_kind(asked.kinds, 0.0 if any(chosen) else 1 - f1), *thought, *_doubts(kept, found, thought, path))


def of_text(
    blocks: Sequence[Block], found: Found, gone: Container[int | None], engine: Engine, path: str | None
) -> tuple[Finding, ...]:
    """What is thought of each line of a text that somebody extracted.

    :param found: the phrases in it.
    :param gone: blocks that are spam whatever anybody thinks of them.
    :param engine: whom to ask; trafilatura cannot be asked about text.
    :param path: the model's file; None for the one in the package.
    :returns: for each block an opinion whose weight is log-odds against the text's cut; none where the text is a list, or endless.
    :raises ModelError: there is no such model.
    """
    if engine == "trafilatura" or not 0 < len(blocks) <= _MOST_LINES:
        return ()
    probabilities, seen = line_model.opinion(blocks, found, gone, line_model.worded(blocks, path), path)
    if _is_list(seen):
        return ()
    stays, cut = spare(probabilities, seen.words)
    weights = _against(log_odds(probabilities) - cut, stays | ~line_model.in_company(~stays))
    return tuple(
        _finding((LINES, block.index, None, Effect.OPINION, weight, ()))
        for block, weight in zip(blocks, weights.tolist(), strict=True)
    )


def _doubts(blocks: Sequence[Block], found: Found, thought: Sequence[Finding], path: str | None) -> Iterator[Finding]:
    """What the line model holds against lines that are to be kept: opinions that outweigh all others.

    :param blocks: what is to be kept of a page.
    :param thought: what else is thought of each.
    """
    cut = pieces(blocks, found)
    worded = line_model.worded(cut.blocks, path)
    apart = np.array([_is_set_apart(line) for line in cut.blocks], dtype=bool)
    if not line_model.is_doubtful(worded[:, ~apart]):
        return
    probabilities, seen = line_model.opinion(cut.blocks, cut.found, frozenset(), worded, path)
    if _is_list(seen):
        return
    doubted = (probabilities < _NOT_OWN) & ~apart
    items = np.array([line.flags.list_depth > 0 for line in cut.blocks])
    doubted &= line_model.in_company(doubted) | (~items & (probabilities < _ALONE))
    odds: defaultdict[int | None, float] = defaultdict(float)
    for finding in thought:
        odds[finding.block] += finding.weight
    for number in np.flatnonzero(doubted).tolist():
        index, span = cut.origins[number]
        against = min(float(log_odds(probabilities[number])), -odds[index] - _STEP)
        yield Finding(LINES, index, span, Effect.OPINION, round(against, 2))


def _is_set_apart(line: Block) -> bool:
    """Does markup say that a line is a heading, quoted, code or a fact in a table? Who quotes junk does it so."""
    flags = line.flags
    return bool(flags.heading or flags.quote or flags.pre or flags.cell)


def _is_list(seen: Lines) -> bool:
    """Is a text itself a list, of works, of products, of dates?"""
    return bool((seen.prose * seen.words).sum() < _PROSE * seen.words.sum())


def _of_blocks(
    blocks: Sequence[Block], chosen: Sequence[bool], enclosed: Container[int], model_odds: Floats, votes: Floats
) -> Iterator[Finding]:
    """The opinions on blocks: of what was chosen without the model or because of its neighbours, that alone."""
    opinion = Effect.OPINION  # looked up once
    for place, (odds, vote) in enumerate(zip(model_odds.round(2).tolist(), votes.tolist(), strict=True)):
        index = blocks[place].index
        if place in enclosed:
            yield Finding("content.enclosed", index, None, opinion, _STEP)
        elif chosen[place] and odds + vote <= 0:
            yield Finding("content.density", index, None, opinion, _STEP)
        else:
            yield _finding(("content.model", index, None, opinion, odds, ()))
            if vote:
                yield Finding("content.trafilatura", index, None, opinion, vote)


def _against_cut(odds: Floats, words: Floats) -> tuple[Floats, float]:
    """Log-odds against the page's cut in steps of a hundredth, positive for what is content; and the F1 to expect."""
    choice = settle(sigmoid(odds), words)
    if choice.f1 < _NOTHING:
        return odds - odds.max() - _NEVER, choice.f1
    return _against(odds - choice.cut, choice.chosen), choice.f1


def _against(odds: Floats, chosen: NDArray[np.bool_]) -> Floats:
    """Log-odds in steps of a hundredth, positive for what was chosen and negative for the rest."""
    steps = odds.round(2)
    return np.where(chosen, np.maximum(steps, _STEP), np.minimum(steps, -_STEP))


def _kind(kinds: dict[str, float], none: float) -> Finding:
    """A note of the page's kinds. A page without content, as it is with the probability ``none``, is of none of them."""
    all_kinds = {**{kind: probability * (1 - none) for kind, probability in kinds.items()}, "none": none}
    ranked: Sequence[tuple[str, float]] = sorted(all_kinds.items(), key=lambda pair: -pair[1])
    evidence = tuple(f"{kind}={probability:.3f}" for kind, probability in ranked if probability >= 0.0005)
    return Finding("content.kind", None, None, Effect.NOTE, 0.0, evidence)
