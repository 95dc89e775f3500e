"""Lists that a lead announces: what stands under "Related articles", "Most read", "Latest comments"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.evidence.text import mostly_linked
from cleaner.model import Block

# An entry has a headline's length (characters), what stands beside one (a date, a section) a label's.
_ENTRY, _BESIDE = 220, 40
# A list is not longer (blocks), and one without links has two entries at least: one line may be anything.
_LIST, _FEWEST = 40, 2
# How a sentence ends, or goes on behind its first full stop: no headline does.
STATEMENT = re.compile(r"[.;,…:。；，：][\"'”’»)]*$|[.。]\s*\S")


def entries(blocks: Sequence[Block], lead: int) -> list[int]:
    """The entries under a lead: links, and what is short beside them; in text without links, lines shaped as headlines.

    :param lead: the block that announces the list.
    :returns: indexes in order, none where a paragraph or another heading follows.
    """
    found: list[int] = []
    linked = False
    for block in blocks[lead + 1 : lead + 1 + _LIST]:
        if len(block.text) > _ENTRY or (block.flags.heading and not mostly_linked(block)):
            break
        if mostly_linked(block):
            linked = True
            found.append(block.index)
        elif _is_headline(block.text) or (linked and len(block.text) <= _BESIDE):
            found.append(block.index)
        else:
            break
    if linked:
        while not mostly_linked(blocks[found[-1]]) and len(blocks[found[-1]].text) > _BESIDE:
            found.pop()  # the text goes on with a short line
        return found
    run = list(_lines(blocks, [lead, *found]))
    return run if len(run) >= _FEWEST else []


def gap(blocks: Sequence[Block], index: int) -> int:
    """How far (characters of the page) a block stands from the one before it: in text an empty line is farther than none."""
    return blocks[index].span[0] - blocks[index - 1].span[1]


def _lines(blocks: Sequence[Block], lines: Sequence[int]) -> Iterator[int]:
    """Without links: the lines that go on in the manner in which the first entry stands under its lead."""
    gaps = [gap(blocks, line) for line in lines[1:]]
    for above, line in zip(gaps, lines[1:], strict=True):
        if above > gaps[0]:
            return
        yield line


def _is_headline(text: str) -> bool:
    """Could a line be a headline: it begins large, has some words, and is no sentence?"""
    first = next(filter(str.isalnum, text), "")
    wide = first > "\u2e80"
    return not first.islower() and (len(text) > 8 if wide else len(text.split()) >= 3) and not STATEMENT.search(text)
