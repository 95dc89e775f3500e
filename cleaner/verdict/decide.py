"""Findings + policy → decisions: the one place where it is settled what stays.

Blocks are cut at the borders of findings, and each piece is decided alone, in this order: hard protection, hard
removal, then the log-odds of the content opinion plus the weights of weak signs. So a rule that is
switched off changes only the pieces that cited it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cleaner.model import Block, Decision, Effect, Finding
from cleaner.policy import Policy

# Where no opinion speaks (plain text), a piece starts this far on the side of content: as no weak sign weighs more
# than 1, it takes two of them to remove anything.
_DEFAULT = 1.0
_THREAD, _POST = "comments.thread", "comments.post"


def decide(
    blocks: Sequence[Block], findings: Sequence[Finding], policy: Policy, is_forum: bool
) -> tuple[Decision, ...]:
    """Decide every piece of every block.

    :param findings: all findings of the page, whatever the policy: rules it switches off are passed over here.
    :param is_forum: is the page a forum's? Then ``comments = "auto"`` keeps what readers wrote.
    :returns: decisions in order, covering each block's text exactly; neighbours that agree are one.
    """
    keep_threads = policy.comments == "keep" or (policy.comments == "auto" and is_forum)
    by_block: defaultdict[int, list[Finding]] = defaultdict(list)
    allowed = {rule for rule in {finding.rule for finding in findings} if policy.allows(rule)}
    for finding in findings:
        if finding.block is not None and finding.effect is not Effect.NOTE and finding.rule in allowed:
            if finding.rule == _THREAD and keep_threads:
                finding = finding._replace(effect=Effect.PROTECT)
            if finding.rule == _POST and not keep_threads:
                continue
            by_block[finding.block].append(finding)
    return tuple(decision for block in blocks for decision in _pieces(block, by_block.get(block.index, [])))


def _pieces(block: Block, findings: list[Finding]) -> list[Decision]:
    """The decisions on one block, cut at the borders of its findings; neighbours that agree are one."""
    borders = {0, len(block.text)}.union(*(finding.range for finding in findings if finding.range))
    edges = sorted(borders)
    found: list[Decision] = []
    for start, end in zip(edges, edges[1:], strict=False):
        here = [f for f in findings if f.range is None or (f.range[0] <= start and end <= f.range[1])]
        kept, rules = _verdict(here)
        if found and (found[-1].kept, found[-1].rules) == (kept, rules):
            start = found.pop().range[0]
        found.append(Decision(block.index, (start, end), kept, rules))
    return found


def _verdict(findings: list[Finding]) -> tuple[bool, tuple[str, ...]]:
    """Keep or remove, and the rules that say so."""
    for effect, kept in ((Effect.PROTECT, True), (Effect.REMOVE, False)):
        if hard := {finding.rule for finding in findings if finding.effect is effect}:
            return kept, tuple(sorted(hard))
    # Where an opinion was heard it is the start, else the default; of several findings of one sign the strongest counts.
    weights: dict[str, float] = {}
    heard = False
    for finding in findings:
        heard = heard or finding.effect is Effect.OPINION
        if abs(finding.weight) > abs(weights.get(finding.rule, 0.0)):
            weights[finding.rule] = finding.weight
    kept = sum(weights.values()) + (0.0 if heard else _DEFAULT) >= 0
    side = tuple(sorted(rule for rule, weight in weights.items() if (weight > 0) == kept))
    return kept, side or ("default.kept",)
