"""Texts in junk that the line model learns from: the generator's, and lines that were written for it set anywhere among the author's.

The generator puts junk where it stands on real pages, in words that are known nowhere else. The lines are of many more wordings, and what is
learned of them is learned by a model that has not seen them (`cleaner.train.diction`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random

from cleaner.evaluate.junk import FAMILIES, LANGUAGES, Wrapped, wrap_text
from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import BOX, LIST, SMALL
from cleaner.evaluate.junk.model import Group
from cleaner.evaluate.junk.text import put_into_text
from cleaner.train.diction import PARTS, of_wording
from cleaner.train.parts import part_of
from cleaner.train.wordings import Wording, wordings

_FEW, _SOME, _MANY = 2, 5, 9  # families of junk, or groups of lines
_LONELY, _TOGETHER = 0.6, (2, 5)  # the share of lines that stand alone, and how many others stand together
_OWN = (1, 5)  # lines of an author's own that are put into a text
_MARKS = ("• ", "• ", "- ", "* ", "– ", "{}. ", "{}) ", "")  # of items of a list
_PLACES = ("middle", "middle", "middle", "end", "end", "first", "headline", "top", "aside", "behind", "foot", "glued")
_TEXT = tuple(family for family in FAMILIES if family != "hidden")


def in_junk(text: str, group: str, title: str, language: str | None, rng: Random) -> Wrapped:
    """A text with junk in it.

    :param group: what is put in was not seen by models without this group.
    :param language: of the junk; any where None.
    """
    chosen = language or rng.choice(sorted(LANGUAGES))
    if rng.random() < 0.5:
        families = rng.sample(_TEXT, rng.choice((_FEW, _SOME, _MANY)))
        return wrap_text(text, title=title, rng=rng, families=families, language=chosen)
    return put_into_text(text, lambda draw: _groups(group, chosen, draw), title=title, rng=rng, language=chosen)


def with_own_lines(text: str, group: str, language: str, rng: Random) -> str:
    """A text with some lines more that look like junk and are its author's: here and there, or as a list."""
    own = _lines(part_of(group, PARTS), language).get(None, ())
    lines = [line.text for line in rng.sample(own, min(len(own), rng.randint(*_OWN)))]
    paragraphs = text.split("\n\n")
    if rng.random() < 0.5:
        mark, between = rng.choice(_MARKS), rng.choice(("\n", "\n", "\n\n"))
        lines = [between.join(mark.format(number) + line for number, line in enumerate(lines, 1))]
    for line in lines:
        paragraphs.insert(rng.randint(1, len(paragraphs)), line)
    return "\n\n".join(paragraphs)


def _groups(group: str, language: str, draw: Draw) -> Iterator[Group]:
    """Lines alone and together, anywhere in a text."""
    lines = _lines(part_of(group, PARTS), language)
    for _ in range(draw.rng.randint(_FEW, _MANY)):
        family = draw.choice(sorted(filter(None, lines)))
        alone = draw.chance(_LONELY)
        texts = [line.text for line in draw.sample(lines[family], *((1, 1) if alone else _TOGETHER))]
        items = tuple(draw.item(text, family) for text in texts)
        yield Group(f"{family}.line", items, SMALL if alone else (*LIST, *BOX), (draw.choice(_PLACES),))


@cache
def _lines(part: int, language: str) -> Mapping[str | None, Sequence[Wording]]:
    """By family, the lines that models without this part have not seen; under None those that are authors'."""
    found: dict[str | None, list[Wording]] = {}
    for line in wordings():
        if line.language == language and part_of(of_wording(line), PARTS) == part:
            found.setdefault(line.family, []).append(line)
    return found
