"""Lines of a box that no known label begins: near to a value of a generator they are known by their own values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from cleaner.evidence.persona.labels import Mark
from cleaner.evidence.persona.machine import Value, label_alone, values_in
from cleaner.evidence.persona.values import past_space
from cleaner.model import Block

_LONGEST = 1500
"""Characters of a line that is looked at; a longer one is a paragraph."""

_MAX_LINES = 500
"""Lines looked at on a page."""

_DRAWN = ("birthday", "phone", "address")
"""Fields whose values need no label to be known."""

Place = tuple[int, int]
"""A block, and a character of its text."""


def by_value(blocks: Sequence[Block], near: Collection[int], marks: Sequence[Mark]) -> list[Mark]:
    """The marks, those of lines with unknown labels among them, and each of the field that its value is of."""
    known = {_value_place(blocks, mark): mark for mark in marks if mark.label != "introduction"}
    starts = {(mark.block, mark.start) for mark in marks}
    found = {(mark.block, mark.start): mark for mark in marks}
    before: Place | None = None
    for place, start, end in islice(_lines(blocks, near), _MAX_LINES):
        values = list(values_in(blocks[place].text, start, end))
        for value in values:
            at = (place, value.start)
            if at in known:
                mark = known[at]
                found[mark.block, mark.start] = mark._replace(label=value.field)
            elif (place, value.label[0]) not in starts:
                new = _mark(blocks, place, value, before if len(values) == 1 and value.start <= start + 4 else None)
                if new:
                    found.setdefault((new.block, new.start), new)
        taken = values or any(at[0] == place and start <= at[1] < end for at in known) or (place, start) in starts
        before = None if taken else (place, start)
    return sorted(found.values(), key=lambda mark: (mark.block, mark.start))


def _value_place(blocks: Sequence[Block], mark: Mark) -> Place:
    """Where a mark's value begins: behind it, or with the block after it."""
    if mark.value < len(blocks[mark.block].text) or mark.block + 1 == len(blocks):
        return mark.block, mark.value
    return mark.block + 1, past_space(blocks[mark.block + 1].text, 0)


def _lines(blocks: Sequence[Block], near: Collection[int]) -> Iterator[tuple[int, int, int]]:
    """The lines of the blocks: block, start, end."""
    for place in sorted(near):
        block = blocks[place]
        if block.flags.pre or block.flags.quote:
            continue
        start = 0
        for line in block.text.split("\n"):
            if line.strip() and len(line) <= _LONGEST:
                yield place, start, start + len(line)
            start += len(line) + 1


def _mark(blocks: Sequence[Block], place: int, value: Value, before: Place | None) -> Mark | None:
    """The mark of a value: with the label in its line, or that in the line before it."""
    low, high = value.label
    text = blocks[place].text
    written = text[low:high].strip(" \t\xa0*_:：=").lower()
    if not written and before and before[0] >= place - 1:
        above, start = before
        line = blocks[above].text[start : start + _LONGEST].split("\n", 1)[0]
        if span := label_alone(line):
            behind = value.start if above == place else len(blocks[above].text)
            return Mark(above, value.field, line[slice(*span)].lower(), start + span[0], behind)
    if written or value.field in _DRAWN or value.listed:
        return Mark(place, value.field, written, low, value.start)
    return None
