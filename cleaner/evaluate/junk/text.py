"""Junk put into text that somebody extracted, as extractors leave it there."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families import compose
from cleaner.evaluate.junk.model import FAMILIES, HTML_ONLY, PLACES, Group, Line, Wrapped, fold
from cleaner.evaluate.junk.pen import merged, parted

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_SENTENCE_END = tuple('.!?…”“"’»)。！？」』')
_AT = {"top": "start", "headline": "first", "first": "first", "middle": "middle", "glued": "glued"}  # the rest: end
_MARKS = ("- ", "• ", "* ", "– ", "")
_LONGEST_HEADING = 90


@dataclass(frozen=True, slots=True)
class _Insertion:
    """Something to put in at an offset. What is at one offset stands in the order of its places on a page."""

    offset: int
    place: str
    rank: int
    text: str
    lines: tuple[Line, ...]
    layout: str


def wrap_text(
    text: str, *, title: str, rng: random.Random, families: Sequence[str] = FAMILIES, language: str = "en"
) -> Wrapped:
    """A text with junk in it, the same for the same chance. What it says itself stays as it is.

    :param text: paragraphs with blank lines between; the first may be the title.
    :param families: as for pages, less what only HTML can hold.
    :raises ValueError: a family or the language is not known, or there is none for text.
    """
    able = [family for family in families if family not in HTML_ONLY]
    if not able:
        raise ValueError(f"no family of junk for text: {', '.join(families) or 'none is named'}")
    return put_into_text(text, lambda draw: compose(draw, able), title=title, rng=rng, language=language)


def put_into_text(
    text: str, composed: Callable[[Draw], Iterable[Group]], *, title: str, rng: random.Random, language: str
) -> Wrapped:
    """A text with what is composed for it put in, each group where a text has room for it."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    headings = [text[slice(*span)] for span in paragraphs[1:] if _is_heading(text[slice(*span)])]
    draw = Draw(rng, language, title, headings)
    at = _offsets(text, paragraphs, draw.title)
    found = sorted(
        (_insertion(group, at, draw) for group in composed(draw)),
        key=lambda each: (each.offset, each.rank),
    )
    pieces: list[str] = []
    past = 0
    for each in found:
        pieces += text[past : each.offset], each.text
        past = each.offset
    pieces.append(text[past:])
    lines = tuple(line for each in found for line in each.lines)
    return Wrapped("".join(pieces), lines, "text", " ".join(each.layout for each in found), language)


def _offsets(text: str, paragraphs: Sequence[tuple[int, int]], title: str) -> Mapping[str, Sequence[int]]:
    """Offsets by place. All of them but the first are ends of paragraphs."""
    if not paragraphs:
        return {"start": [0], "end": [len(text)]}
    said = [fold(text[slice(*span)]) for span in paragraphs]
    ends = [end for _, end in paragraphs]
    titled = bool(title) and said[0].startswith(title) and len(said) > 1
    at: dict[str, Sequence[int]] = {
        "start": [paragraphs[0][0]],
        "first": [ends[0] if titled else paragraphs[0][0]],
        "end": [ends[-1]],
    }
    # Not below a heading, and not where a sentence leads over to what follows.
    middle = [end for end, each in zip(ends[:-1], said[:-1], strict=True) if each.endswith(_SENTENCE_END)]
    if middle := [end for end in middle if end != at["first"][0]]:
        at["middle"] = middle
    if said[-1].endswith(_SENTENCE_END):
        at["glued"] = [ends[-1]]
    return at


def _insertion(group: Group, at: Mapping[str, Sequence[int]], draw: Draw) -> _Insertion:
    on_page = draw.choice([each for each in group.places if _AT.get(each, "end") in at] or ["foot"])
    place, rank = _AT.get(on_page, "end"), PLACES.index(on_page)
    offset = draw.choice(at[place])
    if place == "glued":
        line = merged(group.items, "").line
        return _Insertion(offset, place, rank, f" {line.text}", (line,), f"{group.kind}:glued@glued")
    layout = draw.choice([name for name, (suits, _) in _LAYOUTS.items() if suits(group)])
    lines = [line for line in _LAYOUTS[layout][1](group, draw) if line.text]
    body = ("\n\n" if layout == "paragraphs" else "\n").join(line.text for line in lines)
    # At the start it stands before a paragraph, elsewhere behind one.
    before = place == "start" or (place == "first" and at["first"] == at["start"])
    return _Insertion(
        offset, place, rank, f"{body}\n\n" if before else f"\n\n{body}", tuple(lines), f"{group.kind}:{layout}@{place}"
    )


def _is_heading(paragraph: str) -> bool:
    return "\n" not in paragraph and len(paragraph) < _LONGEST_HEADING and not paragraph.endswith((*_SENTENCE_END, ":"))


def _each(group: Group, draw: Draw) -> Iterator[Line]:
    return (item.line for item in group.items)


def _run_on(group: Group, draw: Draw) -> Iterator[Line]:
    yield merged(group.items, draw.choice(("|", "·", "-", ""))).line


def _split(group: Group, draw: Draw) -> Iterator[Line]:
    """Labels above what they name, as cells of a table come out."""
    for item in group.items:
        yield from (part.line for part in parted(item) or (item,))


def _marked(group: Group, draw: Draw) -> Iterator[Line]:
    """With marks of a list before all but headings. A mark is part of the line."""
    mark = draw.choice(_MARKS)
    for number, item in enumerate(group.items, not group.items[0].heading):
        before = "" if item.heading else mark or f"{number}. "
        yield Line(before + item.text, item.families)


def _has_labels(group: Group) -> bool:
    return any(map(parted, group.items))


def _is_list(group: Group) -> bool:
    return len(group.items) > 1 and "list" in group.layouts


def _can_run_on(group: Group) -> bool:
    return len(group.items) > 1 and not {"runon", "row", "spans"}.isdisjoint(group.layouts)


_LAYOUTS: Mapping[str, tuple[Callable[[Group], bool], Callable[[Group, Draw], Iterator[Line]]]] = {
    "paragraphs": (lambda group: True, _each),
    "lines": (lambda group: True, _each),
    "split": (_has_labels, _split),
    "marked": (_is_list, _marked),
    "runon": (_can_run_on, _run_on),
}
"""By name: which groups a layout suits, and the lines that it makes of them."""
