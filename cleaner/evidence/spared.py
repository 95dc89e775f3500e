"""Rules speak of blocks; where a block is an author's sentence and a line of junk under it, they shall take the line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from cleaner.evidence.content.characters import characters
from cleaner.evidence.pieces import pieces
from cleaner.model import Block, Effect, Finding, Span

_SENTENCE = 8  # words of a line that is worth sparing; a shorter one may be part of what the rule saw


def spared(findings: Sequence[Finding], thought: Sequence[Finding], blocks: Sequence[Block]) -> Iterator[Finding]:
    """The findings of rules, those that remove a block of several lines narrowed to the lines that are not held for its author's.

    :param findings: of rules.
    :param thought: the opinions on the page, on whole blocks and against lines of them.
    """
    if not any(_takes_lines(finding, blocks) for finding in findings):
        yield from findings  # as on most pages
        return
    odds: defaultdict[int, float] = defaultdict(float)
    against: defaultdict[int, set[Span]] = defaultdict(set)
    for _, index, span, _, weight, _ in thought:
        if index is not None and span:
            against[index].add(span)
        elif index is not None:
            odds[index] += weight
    for finding in findings:
        index = finding.block
        if index is not None and odds[index] > 0 and _takes_lines(finding, blocks):
            yield from _narrowed(finding, blocks[index], against[index])
        else:
            yield finding


def _takes_lines(finding: Finding, blocks: Sequence[Block]) -> bool:
    """Does a finding remove a block of several lines?"""
    _, index, span, effect, _, _ = finding
    return effect is Effect.REMOVE and not span and index is not None and "\n" in blocks[index].text


def _narrowed(finding: Finding, block: Block, against: Container[Span]) -> Iterator[Finding]:
    """:param against: the lines of the block against which there is an opinion."""
    spans = [span for _, span in pieces([block], {}).origins if span]
    taken = [span for span in spans if span in against or not _is_sentence(block.text[slice(*span)])]
    if len(taken) in (0, len(spans)):
        yield finding
        return
    for span in taken:
        yield finding._replace(range=span)


def _is_sentence(line: str) -> bool:
    return bool(characters([line]).words[0] >= _SENTENCE)
