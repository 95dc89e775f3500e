"""Findings + policy → decisions: the one place where it is settled what stays.

Blocks are cut at the borders of findings, and each piece is decided alone, in this order: hard protection, hard
removal, then the log-odds of the content opinion plus the weights of weak signs. So a rule that is
switched off changes only the pieces that cited it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from cleaner.model import Block, Decision, Effect, Finding, Span
from cleaner.policy import Policy

# Where no opinion speaks (plain text), a piece starts this far on the side of content: as no weak sign weighs more
# than 1, it takes two of them to remove anything.
_DEFAULT = 1.0
# What a policy keeps outweighs any opinion, and no hard removal.
_KEEP = 10.0
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
    settings = {rule: policy.setting(rule) for rule in {finding.rule for finding in findings}}
    if keep_threads and settings.get(_THREAD):
        settings[_THREAD] = "keep"
    if not keep_threads:
        settings[_POST] = False
    for finding in findings:
        index = finding.block
        if index is None or finding.effect is Effect.NOTE or not settings[finding.rule]:
            continue
        if settings[finding.rule] == "keep":
            finding = finding._replace(effect=Effect.OPINION, weight=_KEEP)
        by_block[index].append(finding)
    return tuple(decision for block in blocks for decision in _pieces(block, by_block.get(block.index, [])))


def _pieces(block: Block, findings: list[Finding]) -> list[Decision]:
    """The decisions on one block, cut at the borders of its findings; neighbours that agree are one."""
    whole = [finding for finding in findings if finding.range is None]
    ranged: dict[Span, list[Finding]] = {finding.range: [] for finding in findings if finding.range}
    for finding in findings:
        if finding.range:
            ranged[finding.range].append(finding)
    waiting = sorted(ranged, reverse=True)
    borders = sorted({0, len(block.text)}.union(*ranged))
    reaching: list[Span] = []  # ranges that cover the piece
    found: list[Decision] = []
    for start, end in pairwise(borders):
        reaching = [span for span in reaching if span[1] > start]
        while waiting and waiting[-1][0] <= start:
            reaching.append(waiting.pop())
        here = whole + [finding for span in reaching for finding in ranged[span]] if reaching else whole
        kept, rules = _verdict(tuple([(f.rule, f.effect, f.weight) for f in here]))
        if found and (found[-1].kept, found[-1].rules) == (kept, rules):
            start = found.pop().range[0]
        found.append(Decision(block.index, (start, end), kept, rules))
    return found


@lru_cache(maxsize=4096)  # a page's blocks share a few combinations of findings
def _verdict(findings: tuple[tuple[str, Effect, float], ...]) -> tuple[bool, tuple[str, ...]]:
    """Keep or remove, and the rules that say so, from ``(rule, effect, weight)`` of all findings on a piece."""
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
