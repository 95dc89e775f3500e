"""Rules speak of blocks; where a block is an author's sentence and a line of junk under it, they shall take the line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cleaner.model import Block, Effect, Finding, Span

_SENTENCE = 8  # words of a line that is worth sparing; a shorter one may be part of what the rule saw
_IDEOGRAPHS = 3  # characters that count as a word where a script sets none apart


def spared(findings: Sequence[Finding], thought: Sequence[Finding], blocks: Sequence[Block]) -> Iterator[Finding]:
    """The findings of rules, those that remove a block of several lines narrowed to the lines that are not held for its author's.

    :param findings: of rules.
    :param thought: the opinions on the page, of which some are on lines of blocks.
    """
    lines = _lines(thought)
    for finding in findings:
        index = finding.block
        if index is not None and index in lines and finding.range is None and finding.effect is Effect.REMOVE:
            yield from _narrowed(finding, blocks[index], lines[index])
        else:
            yield finding


def _lines(thought: Sequence[Finding]) -> Mapping[int, Mapping[Span, float]]:
    """Block → its lines → the log-odds that opinions on each add up to."""
    lines: defaultdict[int, defaultdict[Span, float]] = defaultdict(lambda: defaultdict(float))
    for finding in thought:
        if finding.block is not None and finding.range:
            lines[finding.block][finding.range] += finding.weight
    return lines


def _narrowed(finding: Finding, block: Block, lines: Mapping[Span, float]) -> Iterator[Finding]:
    taken = [span for span, odds in sorted(lines.items()) if odds <= 0 or not _is_sentence(block.text[slice(*span)])]
    if len(taken) in (0, len(lines)):
        yield finding
        return
    for span in taken:
        yield finding._replace(range=span)


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _SENTENCE or (
        not line.isascii() and sum(sign >= "\u3040" for sign in line) >= _SENTENCE * _IDEOGRAPHS
    )
