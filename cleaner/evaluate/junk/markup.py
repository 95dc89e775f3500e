"""Junk put into the source of a page. Nothing of the page is changed: there is only more of it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families import compose
from cleaner.evaluate.junk.hiding import hide
from cleaner.evaluate.junk.layouts import LAYOUTS
from cleaner.evaluate.junk.model import FAMILIES, PLACES, Group, Line, Wrapped
from cleaner.evaluate.junk.pen import Pen, merged
from cleaner.evaluate.junk.places import Room, find

_BARE = ("", "", "", "div", "section")
_AROUND: Mapping[str, Sequence[str]] = {
    "top": ("div", "header", ""),
    "aside": ("aside",),
    "behind": ("div", "div", "section", "footer"),
    "foot": ("footer", "div", "div", "section"),
}
"""What is put around a group by its place."""

_NOT_AROUND: Mapping[str, Sequence[str]] = {"comments": ("footer", "header"), "machine": ("footer", "header")}
"""What no site puts around the groups of a family."""

# A page whose encoding lacks letters can only hold them as references.
_ENCODING = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 2_000  # characters in which a page names its encoding
_COMPLETE = frozenset({"utf-8", "utf8", "utf-16", "gb18030"})


@dataclass(frozen=True, slots=True)
class _Insertion:
    """Something to put in at an offset. What is at one offset stands in the order of its places."""

    offset: int
    place: str
    html: str
    lines: tuple[Line, ...] = ()
    layout: str = ""


def wrap_html(
    page: str, *, title: str, rng: random.Random, families: Sequence[str] = FAMILIES, language: str = "en"
) -> Wrapped:
    """A page with junk in it, the same for the same chance. Only what stands in its source already is left as it is.

    :param title: its headline, which junk repeats.
    :param families: those to draw from; a page has three to seven of them.
    :raises ValueError: a family or the language is not known.
    """
    return put_into_html(page, lambda draw: compose(draw, families), title=title, rng=rng, language=language)


def put_into_html(
    page: str, composed: Callable[[Draw], Iterable[Group]], *, title: str, rng: random.Random, language: str
) -> Wrapped:
    """A page with what is composed for it put in, each group where the page has room for it."""
    room = find(page)
    draw = Draw(rng, language, title, room.headings)
    named = _ENCODING.search(page[:_HEAD])
    ascii_only = named is not None and named[1].lower() not in _COMPLETE
    found = [each for group in composed(draw) for each in _insertions(group, room, draw, ascii_only)]
    found.sort(key=lambda each: (each.offset, PLACES.index(each.place)))
    pieces: list[str] = []
    past = 0
    for each in found:
        pieces += page[past : each.offset], each.html
        past = each.offset
    pieces.append(page[past:])
    lines = tuple(line for each in found for line in each.lines)
    layout = " ".join(each.layout for each in found if each.layout)
    return Wrapped("".join(pieces), lines, "html", layout, language)


def _insertions(group: Group, room: Room, draw: Draw, ascii_only: bool) -> Iterator[_Insertion]:
    place = draw.choice([place for place in group.places if place in room.at] or ["foot"])
    offset = draw.choice(room.at[place])
    pen = Pen(draw.rng, group.kind, ascii_only)
    if place == "glued":
        yield _glued(group, offset, pen)
        return
    layout = draw.choice(group.layouts)
    html = LAYOUTS[layout](pen, group.items)
    name = f"{group.kind}:{layout}"
    if group.concealed:
        html, method, rule = hide(html, draw.rng)
        name += f"+{method}"
        if rule and (room.head is None or draw.chance(0.5)):
            html = rule + html
        elif rule and room.head is not None:
            # Offset and place put it before all else: the head ends before the body has begun.
            yield _Insertion(room.head, "top", rule)
    around = draw.choice([name for name in _AROUND.get(place, _BARE) if name not in _NOT_AROUND.get(group.family, ())])
    if around:
        html = pen.tag(around, html, outer=True)
    yield _Insertion(offset, place, f"\n{html}\n", tuple(pen.lines), f"{name}@{place}")


def _glued(group: Group, offset: int, pen: Pen) -> _Insertion:
    """All of it in the last paragraph, right behind the article's last sentence."""
    before = pen.rng.choice((" ", " ", "<br>", "&nbsp;"))
    html = before + pen.line(merged(group.items, ""))
    return _Insertion(offset, "glued", html, tuple(pen.lines), f"{group.kind}:glued@glued")
