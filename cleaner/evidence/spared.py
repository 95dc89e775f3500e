"""Rules speak of blocks; where a block is an author's sentence and a line of junk under it, they shall take the line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cleaner.evidence.content.pieces import pieces
from cleaner.model import Block, Effect, Finding, Span

_SENTENCE = 8  # words of a line that is worth sparing; a shorter one may be part of what the rule saw
_IDEOGRAPHS = 3  # characters that count as a word where a script sets none apart


def spared(findings: Sequence[Finding], thought: Sequence[Finding], blocks: Sequence[Block]) -> Iterator[Finding]:
    """The findings of rules, those that remove a block of several lines narrowed to the lines that are not held for its author's.

    :param findings: of rules.
    :param thought: the opinions on the page, of which some are on lines of blocks.
    """
    odds: defaultdict[tuple[int | None, Span | None], float] = defaultdict(float)
    for each in thought:
        odds[each.block, each.range] += each.weight
    for finding in findings:
        index = finding.block
        whole = index is not None and finding.range is None and finding.effect is Effect.REMOVE
        if whole and odds.get((index, None), 0.0) > 0 and "\n" in blocks[index or 0].text:
            yield from _narrowed(finding, blocks[index or 0], odds)
        else:
            yield finding


def _narrowed(
    finding: Finding, block: Block, odds: Mapping[tuple[int | None, Span | None], float]
) -> Iterator[Finding]:
    spans = [span for _, span in pieces([block], {}).origins if span]
    taken = [span for span in spans if (block.index, span) in odds or not _is_sentence(block.text[slice(*span)])]
    if len(taken) in (0, len(spans)):
        yield finding
        return
    for span in taken:
        yield finding._replace(range=span)


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _SENTENCE or (
        not line.isascii() and sum(sign >= "\u3040" for sign in line) >= _SENTENCE * _IDEOGRAPHS
    )
