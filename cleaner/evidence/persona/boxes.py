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
from cleaner.evidence.persona.labels import (
    LABELS,
    MAX_MARKS,
    Mark,
    is_introduction,
    marks_in,
    names_said,
    spoken,
    suspects,
)
from cleaner.evidence.persona.lines import by_value
from cleaner.evidence.persona.machine import labelled_value, near, places, telling
from cleaner.evidence.persona.said import introductions
from cleaner.evidence.persona.tells import is_drawn_address
from cleaner.evidence.persona.values import SHORT, WINDOW, hobby_items, read_name, read_value
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
# Characters between a name without a label and the first value in its line: ", born ".
_AHEAD = 12


_GENERATOR = re.compile(
    r"\b(?:fake|faker|mock\w*|dummy|test data|sample data|generators?|random (?:digits|data)|\w+\(\))(?!\w)",
    re.IGNORECASE,
)
# One of these stands in each, and is far sooner looked for.
_GENERATOR_WORDS = ("fake", "mock", "dummy", "test data", "sample data", "generator", "random d", "()")
# So many fields with a value make a box.
_FIELDS = 3


def find_drafts(blocks: Sequence[Block], introduced: Collection[int] = ()) -> list[Draft]:
    """Every box of at least three fields with a value, or of two that a generator may have drawn, or with an address that one
    drew; and every introduction of the farm's form, in order.

    Preformatted text, code, quoted blocks and text in quotation marks hold no profile: they show one.

    :param introduced: blocks in which somebody may say a name, in any language.
    """
    texts = [block.text for block in blocks]
    text = "\n".join(texts)
    values, rows = places(texts, text)
    said = {place: told for place in rows if (told := list(introductions(texts[place])))}
    templates = [place for place, told in said.items() if any(one.template for one in told)]
    around = (
        set() if (values or templates) and _speaks_of_generators(text) else near([*values, *templates], len(blocks))
    )
    named = {place for place, block in enumerate(blocks) if block.index in introduced} if introduced else set()
    names = names_said(texts, named.union(spoken(texts, text)))
    marks = list(
        islice(
            (
                mark
                for place in sorted({*named, *suspects(texts, text), *said, *around})
                for mark in marks_in(place, blocks[place], names.get(place, ()), said.get(place, ()))
            ),
            MAX_MARKS,
        )
    )
    if around:
        marks = by_value(blocks, around, marks)
    if len(marks) < _FIELDS and not around and not any(mark.label == "introduction" for mark in marks):
        return []
    taken = {(mark.block, mark.start) for mark in marks}
    groups = [group for group in _groups(blocks, marks) if _is_box(blocks, group)]
    return [_draft(blocks, _widened(blocks, group, taken)) for group in groups]


def _speaks_of_generators(text: str) -> bool:
    """Documentation of a generator, or a question about one, shows what it draws: there only known labels make a box."""
    low = text.casefold()
    return any(word in low for word in _GENERATOR_WORDS) and _GENERATOR.search(text) is not None


def _is_box(blocks: Sequence[Block], group: list[_Entry]) -> bool:
    values = [(entry.mark.label, entry.value) for entry in group if entry.value]
    introduced = any(
        label == "introduction" and is_introduction(blocks[place].text, span[0]) for label, (place, span) in values
    )
    first = group[0].mark
    return (introduced or len(values) >= _FIELDS or _is_drawn(blocks, group)) and not _is_shown(
        blocks[first.block], first.start
    )


def _is_drawn(blocks: Sequence[Block], group: Sequence[_Entry]) -> bool:
    """Whether a generator may have drawn two of its values, or the address in it."""
    drawn = [text for label, text in _texts(blocks, group) if telling(label, text)]
    return len(drawn) > 1 or any(is_drawn_address(text) for text in drawn)


def _texts(blocks: Sequence[Block], group: Sequence[_Entry]) -> list[tuple[str, str]]:
    """The labels of the entries with a value, and the values."""
    return [
        (entry.mark.label, blocks[entry.value[0]].text[slice(*entry.value[1])])
        for entry in group
        if entry.value is not None
    ]


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
        # A value without a known label may be of a kind that has been: the end of a stay behind its beginning.
        repeated = any(
            mark.label == one.mark.label and (mark.written in LABELS or mark.written == one.mark.written)
            for one in group
        )
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
            labels.append(mark.written or (mark.label if mark.label == "introduction" else ""))
    return Draft(_merged(blocks, pieces), tuple(fields), tuple(labels), heading)


def _widened(blocks: Sequence[Block], group: list[_Entry], taken: Collection[tuple[int, int]]) -> list[_Entry]:
    """A box that a generator drew, with the lines right before and behind it that say a name or a list behind any label.

    :param taken: where lines begin that are known, in this box or another.
    """
    if not _is_drawn(blocks, group):
        return group
    (place, at), (last, end) = (group[0].mark.block, group[0].mark.start), group[-1].stop
    before = _ahead(place, blocks[place].text, at) or _loose(*_line_before(blocks, place, at))
    behind = _loose(*_line_behind(blocks, last, end))
    entries = [one for one in (before, *group, behind) if one is not None]
    return [one for one in entries if one in group or (one.mark.block, one.mark.start) not in taken]


def _line_before(blocks: Sequence[Block], place: int, at: int) -> tuple[int, str, int, int]:
    """What stands before a place in its line, or else the line before it: block, text, start and end."""
    text = blocks[place].text
    if not _WORD.search(text, 0, at) and place:
        place, text = place - 1, blocks[place - 1].text
        at = len(text)
    end = len(text[:at].rstrip(" \n"))
    return place, text, text.rfind("\n", 0, end) + 1, end


def _line_behind(blocks: Sequence[Block], place: int, at: int) -> tuple[int, str, int, int]:
    """What stands behind a place in its line, or else the line behind it."""
    text = blocks[place].text
    if not _WORD.search(text, at) and place + 1 < len(blocks):
        place, text, at = place + 1, blocks[place + 1].text, 0
    word = _WORD.search(text, at)
    start = word.start() if word else len(text)
    end = text.find("\n", start)
    return place, text, start, len(text) if end < 0 else end


def _loose(place: int, text: str, start: int, end: int) -> _Entry | None:
    """A line that is a label and a name, or a label and a list."""
    line = text[start:end]
    value = labelled_value(line)
    if value is None or len(line) > 3 * SHORT:
        return None
    said = line[slice(*value)].strip(" |,;·•/.")
    name = read_name(said, 0, len(said))
    named = name.end > 0 and name.end >= len(said)
    if not named and len(hobby_items(said)) < _FIELDS:
        return None
    return _named(place, text, start, start + value[0], end, "name" if named else "hobby")


def _ahead(place: int, text: str, at: int) -> _Entry | None:
    """A name without a label at the head of the line in which a box begins: "Odell Quist, born …"."""
    start = text.rfind("\n", 0, at) + 1
    name = read_name(text, start, at)
    if name.end == start or at - name.end > _AHEAD:
        return None
    return _named(place, text, start, start, name.end, "name")


def _named(place: int, text: str, start: int, value: int, end: int, field: str) -> _Entry:
    mark = Mark(place, field, text[start:value].strip(" :：*_").lower(), start, value)
    return _Entry(mark, (place, (value, end)), (place, end))


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
