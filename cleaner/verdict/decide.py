"""Findings + policy → decisions: the one place where it is settled what stays.

Blocks are cut at the borders of findings, and each piece is decided alone, in this order: the user's own rules, hard
protection, hard removal, then the log-odds of the content opinion plus the weights of weak signs. So a rule that is
switched off changes only the pieces that cited it. What it would have removed the line model may not remove in its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from cleaner.evidence.doubts import LINES
from cleaner.model import Block, Decision, Effect, Finding, Span
from cleaner.ownrules import FAMILY
from cleaner.policy import Policy

# Where no opinion speaks (plain text), a piece starts this far on the side of content: as no weak sign weighs more
# than 1, it takes two of them to remove anything.
_DEFAULT = 1.0
# What a policy keeps outweighs any opinion, and no hard removal.
_KEEP = 10.0
# What a finding says of any piece it stands on: rule, effect, weight.
_Sign = tuple[str, Effect, float]
_decision = partial(tuple.__new__, Decision)  # a third of the time of Decision(…)
_OWN = f"{FAMILY}."  # what a user's own rules say outweighs all else
_THREAD, _POST, _MODEL = "comments.thread", "comments.post", "content.model"


def decide(
    blocks: Sequence[Block], findings: Sequence[Finding], policy: Policy, is_forum: bool
) -> tuple[Decision, ...]:
    """Decide every piece of every block.

    :param findings: all findings of the page, whatever the policy: rules it switches off are passed over here.
    :param is_forum: is the page a forum's? Then ``comments = "auto"`` leaves what readers wrote to the content model, and
        keeps it where that was not asked.
    :returns: decisions in order, covering each block's text exactly; neighbours that agree are one.
    """
    settings = {rule: policy.setting(rule) for rule in {finding.rule for finding in findings}}
    if policy.comments == "auto" and is_forum and _MODEL in settings:
        # It has learned which of a forum's posts are read, and what stands around them, better than their names tell.
        settings[_THREAD] = settings[_POST] = False
    elif policy.comments == "keep" or (policy.comments == "auto" and is_forum):
        if settings.get(_THREAD):
            settings[_THREAD] = "keep"
    else:
        settings[_POST] = False
    wholes: list[tuple[_Sign, ...]] = [()] * len(blocks)  # block → what was seen on all of it
    ranged: defaultdict[int, defaultdict[Span, list[_Sign]]] = defaultdict(lambda: defaultdict(list))
    # Looked up once: Python 3.11 takes its time to find an enum's member.
    note, opinion, remove = Effect.NOTE, Effect.OPINION, Effect.REMOVE
    for rule, index, span, effect, weight, _ in findings:
        setting = settings[rule]
        # What readers wrote is left to the content by the kind of the page, not because somebody wants to read all of it.
        is_off = not setting and effect is remove and rule not in (_THREAD, _POST)
        if index is None or effect is note or not (setting or is_off):
            continue
        if is_off:
            sign: _Sign = (rule, note, 0.0)  # it says that somebody wants to read this
        elif setting == "keep":
            sign = (rule, opinion, _KEEP)
        else:
            sign = (rule, effect, weight)
        if span is None:
            wholes[index] += (sign,)
        else:
            ranged[index][span].append(sign)
    found: list[Decision] = []
    for block, whole in zip(blocks, wholes, strict=True):
        if block.index in ranged:
            found += _pieces(block, whole, ranged[block.index])
            continue
        kept, rules = _of_one(*whole) if len(whole) == 1 and whole[0][1] is opinion else _verdict(whole)
        found.append(_decision((block.index, (0, len(block.text)), kept, rules)))
    return tuple(found)


def _of_one(opinion: _Sign) -> tuple[bool, tuple[str, ...]]:
    """The verdict on a block of which nothing was seen but one opinion, as it is with most."""
    rule, _, weight = opinion
    return weight >= 0, (rule if weight else "default.kept",)


def _pieces(block: Block, whole: tuple[_Sign, ...], ranged: Mapping[Span, list[_Sign]]) -> list[Decision]:
    """The decisions on one block, cut at the borders of what was seen on ranges of it; neighbours that agree are one."""
    waiting = sorted(ranged, reverse=True)
    borders = sorted({0, len(block.text)}.union(*ranged))
    reaching: list[Span] = []  # ranges that cover the piece
    found: list[Decision] = []
    for start, end in pairwise(borders):
        reaching = [span for span in reaching if span[1] > start]
        while waiting and waiting[-1][0] <= start:
            reaching.append(waiting.pop())
        kept, rules = _verdict((*whole, *[sign for span in reaching for sign in ranged[span]]))
        if found and (found[-1].kept, found[-1].rules) == (kept, rules):
            start = found.pop().range[0]
        found.append(Decision(block.index, (start, end), kept, rules))
    return found


@lru_cache(maxsize=4096)  # a page's blocks share a few combinations of findings
def _verdict(findings: tuple[_Sign, ...]) -> tuple[bool, tuple[str, ...]]:
    """Keep or remove, and the rules that say so, from all that was seen on a piece."""
    findings = tuple(sign for sign in findings if sign[0].startswith(_OWN)) or findings
    if any(effect is Effect.NOTE for _, effect, _ in findings):
        findings = tuple(sign for sign in findings if sign[1] is not Effect.NOTE and sign[0] != LINES)
    effects = {effect for _, effect, _ in findings}
    for effect, kept in ((Effect.PROTECT, True), (Effect.REMOVE, False)):
        if effect in effects:
            return kept, tuple(sorted({rule for rule, other, _ in findings if other is effect}))
    # Where an opinion was heard it is the start, else the default; of several findings of one sign the strongest counts.
    weights: dict[str, float] = {}
    for rule, _, weight in findings:
        if abs(weight) > abs(weights.get(rule, 0.0)):
            weights[rule] = weight
    kept = sum(weights.values()) + (0.0 if Effect.OPINION in effects else _DEFAULT) >= 0
    side = tuple(sorted(rule for rule, weight in weights.items() if (weight > 0) == kept))
    return kept, side or ("default.kept",)
