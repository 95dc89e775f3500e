"""Find profile boxes: labels and their values, wherever a layout put them.

A label may stand before its value in the same line, in a block of its own with the value in the next
one, or in the middle of a run-on line; fields come in any order. Nothing here says whether the person
exists: that is the job of :mod:`~cleaner.evidence.persona.judge`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from cleaner.evidence.persona import abroad
from cleaner.evidence.persona.labels import MAX_MARKS, Mark, is_introduction, marks_in, suspects
from cleaner.evidence.persona.values import SHORT, WINDOW, read_value
from cleaner.model import Block, Span

Piece = tuple[int, Span]
"""A block's index and a range of characters of its text."""


class Field(NamedTuple):
    """One field: what it means, its value, and where label and value stand (label None: there is none)."""

    label: str
    value: str
    label_piece: Piece | None
    value_piece: Piece


class Draft(NamedTuple):
    """A box as found. ``pieces`` is all its text in order; ``labels`` are the fields' labels as written, in
    lower case; ``heading`` is the heading over it, if there is one. Indices are places in the sequence.
    """

    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...]
    labels: tuple[str, ...]
    heading: str | None


class _Entry(NamedTuple):
    """A mark with its value's piece (None: no value), and where its text stops: block and character."""

    mark: Mark
    value: Piece | None
    stop: tuple[int, int]


_AUTHOR_HEADING = (
    r"(?:About (?:[Tt]he |[Tt]his |[Oo]ur )?(?:[Aa]uthor|[Ww]riter)|ABOUT THE AUTHOR|AUTHOR INFORMATION"
    r"|(?:Author|Writer)(?:['’]s)? (?:[Ii]nfo(?:rmation)?|[Pp]rofile|[Bb]io(?:graphy)?|[Dd]etails|[Bb]ox))"
)
_HEADING_BEFORE = re.compile(rf"(?<!\w){_AUTHOR_HEADING}[ :\n]*$")
_HEADING = re.compile(
    rf"\W*(?:{_AUTHOR_HEADING}|Author|Writer|About [Mm]e"
    rf"|(?:Personal )?(?:Profile|[Ii]nformation|[Dd]etails)|(?i:{abroad.HEADINGS}))\W*"
)
_ABROAD = re.compile(rf"\W*(?:{abroad.HEADINGS})\W*", re.IGNORECASE)
_QUOTES = re.compile(r"[\"“”„«»]")
_WORD = re.compile(r"\w")


# So many fields with a value make a box.
_FIELDS = 3


def find_drafts(blocks: Sequence[Block], introduced: Collection[int] = ()) -> list[Draft]:
    """Every box of at least three fields with a value, and every introduction of the farm's form, in order.

    Preformatted text, code, quoted blocks and text in quotation marks hold no profile: they show one.

    :param introduced: blocks in which somebody may say a name, in any language.
    """
    said = [place for place, block in enumerate(blocks) if block.index in introduced] if introduced else []
    places = sorted({*said, *suspects([block.text for block in blocks])})
    marks = list(
        islice(
            (mark for place in places for mark in marks_in(place, blocks[place], blocks[place].index in introduced)),
            MAX_MARKS,
        )
    )
    if len(marks) < _FIELDS and not any(mark.label == "introduction" for mark in marks):
        return []
    return [_draft(blocks, group) for group in _groups(blocks, marks) if _is_box(blocks, group)]


def _is_box(blocks: Sequence[Block], group: list[_Entry]) -> bool:
    values = [(entry.mark.label, entry.value) for entry in group if entry.value]
    introduced = any(
        label == "introduction" and is_introduction(blocks[place].text, span[0]) for label, (place, span) in values
    )
    first = group[0].mark
    return (introduced or len(values) >= _FIELDS) and not _is_shown(blocks[first.block], first.start)


def _is_shown(block: Block, at: int) -> bool:
    """Whether the text at ``at`` is a quotation or code. Straight quotation marks open and close by turns."""
    if any(inline.kind == "code" and inline.range[0] <= at < inline.range[1] for inline in block.inline):
        return True
    inside = block.text[max(0, at - 2) : at].strip()[-1:] in ("'", "‘")
    for quote in _QUOTES.findall(block.text, max(0, at - 3 * WINDOW), at):
        inside = not inside if quote == '"' else quote in "“„«"
    return inside


def _groups(blocks: Sequence[Block], marks: list[Mark]) -> Iterator[list[_Entry]]:
    """Marks that stand together, with their values. A label that comes a second time begins another box."""
    group: list[_Entry] = []
    for mark, following in zip_longest(marks, marks[1:]):
        if group and group[-1].value == (mark.block, (mark.start, group[-1].stop[1])):
            continue  # "My name is …" in the block after its label: a value, not a label
        repeated = mark.label in {entry.mark.label for entry in group}
        if group and (repeated or not _adjoins(blocks, group[-1].stop, mark)):
            yield group
            group = []
        group.append(_entry(blocks, mark, following))
    if group:
        yield group


def _adjoins(blocks: Sequence[Block], stop: tuple[int, int], mark: Mark) -> bool:
    """Whether nothing but short lines stands between the end of one field and the label of the next."""
    place, end = stop
    text = blocks[mark.block].text
    if place == mark.block:
        return mark.start - end <= SHORT
    tail = blocks[place].text[end : end + WINDOW]
    head = text[: _before_heading(text, mark.start)] if mark.start <= WINDOW else text[:WINDOW]
    between = [block.text for block in blocks[place + 1 : mark.block]]
    return (
        not _WORD.search(tail)
        and not _WORD.search(head)
        and len(between) <= 3
        and all(len(line) <= SHORT and line.rstrip()[-1:] not in (".", "!", "?") for line in between)
    )


def _entry(blocks: Sequence[Block], mark: Mark, following: Mark | None) -> _Entry:
    """The mark with its value: behind it in its block, or the beginning of the block after it."""
    text = blocks[mark.block].text
    place, start, limit = mark.block, mark.value, len(text)
    closed = False
    if following is not None and following.block == place:
        closed, limit = True, _before_heading(text, following.start)
    elif not _WORD.search(text, start) and place + 1 < len(blocks):
        beside = blocks[place + 1]
        end = len(beside.text)
        if following is not None and following.block == place + 1:
            bare = not following.written and mark.label == "introduction"
            end = end if bare else _before_heading(beside.text, following.start)
        shown = beside.flags.pre or beside.flags.quote or _HEADING.fullmatch(beside.text[:SHORT])
        if _WORD.search(beside.text, 0, end) and not shown:
            place, start, limit = place + 1, len(beside.text) - len(beside.text.lstrip(" :\n\xa0")), end
    value = read_value(mark.label, blocks[place].text, start, limit, closed=closed)
    if value and place > mark.block and mark.label in ("name", "job", "hobby"):
        # A block of its own is all value, or it is the article going on after a label without one.
        value = None if _WORD.search(blocks[place].text, value[1], limit) else value
    if value is None:
        return _Entry(mark, None, (mark.block, mark.value))
    return _Entry(mark, (place, value), (place, value[1]))


def _before_heading(text: str, end: int) -> int:
    """``end``, or the start of an author heading that stands right before it in running text."""
    window = max(0, end - SHORT)
    match = _HEADING_BEFORE.search(text[window:end])
    return window + match.start() if match else end


def _draft(blocks: Sequence[Block], group: list[_Entry]) -> Draft:
    """The box that a group of fields makes: its heading, and the short lines inside it, belong to it."""
    while _is_idle(blocks, group[-1]):
        group = group[:-1]
    while _is_idle(blocks, group[0]):
        group = group[1:]
    first = group[0].mark
    text = blocks[first.block].text
    start = _before_heading(text, first.start)
    heading = text[start : first.start].strip() or None
    pieces: list[Piece] = [(first.block, (start, first.start))]
    place = first.block - 1
    while not _WORD.search(text, 0, start) and place >= 0 and _HEADING.fullmatch(blocks[place].text[:SHORT]):
        heading = heading or blocks[place].text.strip()
        pieces.insert(0, (place, (0, len(blocks[place].text))))
        place -= 1
    fields, labels = [], []
    for mark, value, _ in group:
        pieces += [(between, (0, len(blocks[between].text))) for between in range(pieces[-1][0] + 1, mark.block)]
        label = (mark.block, (mark.start, mark.value)) if mark.written else None
        pieces += [(mark.block, (mark.start, mark.value))] + ([value] if value else [])
        if value:
            (where, (begin, end)) = value
            fields.append(Field(mark.label, blocks[where].text[begin:end], label, value))
            labels.append(mark.written or mark.label)
    return Draft(_merged(blocks, pieces), tuple(fields), tuple(labels), heading)


def _is_idle(blocks: Sequence[Block], entry: _Entry) -> bool:
    """A word that looks like a label, at the edge of a box: no colon behind it and no value."""
    mark = entry.mark
    return entry.value is None and not {":", "："} & {*blocks[mark.block].text[mark.start : mark.value]}


def _merged(blocks: Sequence[Block], pieces: list[Piece]) -> tuple[Piece, ...]:
    """One piece a block, widened over white space, bullets and marks that would be left alone."""
    spans: dict[int, Span] = {}
    for place, (start, end) in pieces:
        low, high = spans.get(place, (start, end))
        spans[place] = (min(low, start), max(high, end))
    for place, (start, end) in spans.items():
        text = blocks[place].text
        start = start if _WORD.search(text, 0, start) else 0
        end = end if _WORD.search(text, end) else len(text)
        spans[place] = (start, end)
    return tuple(sorted(spans.items()))


def is_authors(heading: str) -> bool:
    """Does a heading say that the box is about an author?"""
    return "author" in heading.lower() or _ABROAD.fullmatch(heading) is not None
