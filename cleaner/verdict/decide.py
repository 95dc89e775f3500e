"""Findings + policy → decisions: the one place where it is settled what stays.

Blocks are cut at the borders of findings, and each piece is decided alone, in this order: hard protection, hard
removal, then the log-odds of the content opinion plus the weights of weak signs. So a rule that is
switched off changes only the pieces that cited it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cleaner.model import Block, Decision, Effect, Finding, Span
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
    for finding in findings:
        if finding.block is not None and finding.effect is not Effect.NOTE and policy.allows(finding.rule):
            if finding.rule == _THREAD and keep_threads:
                finding = finding._replace(effect=Effect.PROTECT)
            if finding.rule == _POST and not keep_threads:
                continue
            by_block[finding.block].append(finding)
    # Text that a page shows gets an opinion or none of the page does: then everything stays that no rule removes.
    return tuple(
        decision for block in blocks for decision in _merged(_pieces(block, by_block.get(block.index, [])))
    )


def _pieces(block: Block, findings: list[Finding]) -> Iterator[Decision]:
    borders = {0, len(block.text)}
    for finding in findings:
        if finding.range:
            borders.update(finding.range)
    edges = sorted(borders)
    for piece in zip(edges, edges[1:], strict=False):
        here = [f for f in findings if f.range is None or (f.range[0] <= piece[0] and piece[1] <= f.range[1])]
        kept, rules = _verdict(here)
        yield Decision(block.index, piece, kept, rules)


def _verdict(findings: list[Finding]) -> tuple[bool, tuple[str, ...]]:
    """Keep or remove, and the rules that say so."""
    for effect, kept in ((Effect.PROTECT, True), (Effect.REMOVE, False)):
        if hard := [finding.rule for finding in findings if finding.effect is effect]:
            return kept, _names(hard)
    opinions = [finding for finding in findings if finding.effect is Effect.OPINION]
    signs: dict[str, float] = {}  # of several findings of one sign only the strongest counts
    for finding in findings:
        if finding.effect is Effect.WEAK and abs(finding.weight) > abs(signs.get(finding.rule, 0.0)):
            signs[finding.rule] = finding.weight
    odds = sum(finding.weight for finding in opinions) if opinions else _DEFAULT
    kept = odds + sum(signs.values()) >= 0
    side = [rule for rule, weight in signs.items() if (weight > 0) == kept]
    side += [finding.rule for finding in opinions if (finding.weight > 0) == kept]
    return kept, _names(side) or ("default.kept",)


def _names(rules: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(rules)))


def _merged(decisions: Iterator[Decision]) -> Iterator[Decision]:
    last: Decision | None = None
    for decision in decisions:
        if last and (last.kept, last.rules) == (decision.kept, decision.rules):
            span: Span = (last.range[0], decision.range[1])
            last = last._replace(range=span)
            continue
        if last:
            yield last
        last = decision
    if last:
        yield last
