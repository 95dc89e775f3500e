"""Texts and pages in junk that the line model learns from: the generator's, and lines that were written for it set anywhere among the author's.

The generator puts junk where it stands on real pages, in words that are known nowhere else. The lines are of many more wordings, and what is
learned of them is learned by a model that has not seen them (`cleaner.train.diction`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random

from cleaner.evaluate.junk import FAMILIES, LANGUAGES, Line, Wrapped, wrap_html, wrap_text
from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import BOX, LIST, SMALL
from cleaner.evaluate.junk.markup import put_into_html
from cleaner.evaluate.junk.model import Group, Kind, fold
from cleaner.evaluate.junk.text import put_into_text
from cleaner.evidence.text import BETWEEN_SENTENCES
from cleaner.train.diction import PARTS, of_wording
from cleaner.train.parts import part_of
from cleaner.train.shells import ANCHOR
from cleaner.train.wordings import Wording, wordings

_FEW, _SOME, _MANY = 2, 5, 9  # families of junk, or groups of lines
_LONELY, _TOGETHER = 0.6, (2, 5)  # the share of lines that stand alone, and how many others stand together
_OWN = (1, 5)  # lines of an author's own that are put into a text
_MARKS = ("• ", "• ", "- ", "* ", "– ", "{}. ", "{}) ", "")  # of items of a list
_PLACES = ("middle", "middle", "middle", "end", "end", "first", "headline", "top", "aside", "behind", "foot", "glued")
# Families of sentences that are set among an author's, beside those of spammers; and how long a paragraph and a sentence are (characters).
_INSIDE = ("author", "machine", "promo", "seo", "syndication")
_PARAGRAPH, _SHORT, _WIDE = 80, 30, "\u2e80"
_LINKED = 0.5  # the share of such sentences with a link
_STOPS = (".", "!", "?", "…", "。", "！", "？")
_TEXT = tuple(family for family in FAMILIES if family != "hidden")


def in_junk(page: str, group: str, title: str, language: str | None, rng: Random, kind: Kind) -> Wrapped:
    """A page or text with junk in it.

    :param group: what is put in was not seen by models without this group.
    :param language: of the junk; any where None.
    :param kind: what is wrapped.
    """
    chosen = language or rng.choice(sorted(LANGUAGES))
    if rng.random() < 0.5:
        families = rng.sample(_TEXT, rng.choice((_FEW, _SOME, _MANY)))
        wrap = wrap_html if kind == "html" else wrap_text
        return wrap(page, title=title, rng=rng, families=families, language=chosen)
    put = put_into_html if kind == "html" else put_into_text
    return put(page, lambda draw: _groups(group, chosen, draw), title=title, rng=rng, language=chosen)


def with_spam(text: str, title: str, group: str, language: str, rng: Random) -> tuple[str, Sequence[Line]]:
    """A text with spammers' sentences set among those of some paragraphs, and these.

    :returns: parts of some sentences are marked as links (:data:`~cleaner.train.shells.ANCHOR`).
    """
    by_family = _lines(part_of(group, PARTS), language)
    families = [*(family for family in _INSIDE if family in by_family), *["injection"] * 4]
    text, put_in = _with_sentences(text, Draw(rng, language, title), by_family, families)
    return text, [Line(fold(sentence), (str(family),)) for family, sentence in put_in]


def with_own_sentences(text: str, title: str, group: str, language: str, rng: Random) -> str:
    """A text with sentences that look like junk and are its author's, set among the others of some paragraphs."""
    return _with_sentences(text, Draw(rng, language, title), _lines(part_of(group, PARTS), language), [None])[0]


def _with_sentences(
    text: str, draw: Draw, lines: Mapping[str | None, Sequence[Wording]], families: Sequence[str | None]
) -> tuple[str, Sequence[tuple[str | None, str]]]:
    """Set sentences of families among those of some paragraphs: the text, and what was set into it. An author's own are no links."""
    rng, gap = draw.rng, draw.gap
    paragraphs = text.split("\n\n")
    long = [
        place for place, paragraph in enumerate(paragraphs) if len(paragraph) > _PARAGRAPH and "\n" not in paragraph
    ]
    put_in: list[tuple[str | None, str]] = []
    for place in rng.sample(long, min(len(long), rng.randint(1, 3))):
        family = rng.choice(families)
        able = [line for line in lines.get(family, ()) if _is_sentence(line.text)]
        if not able:
            continue
        sentence = draw.choice(able).on(draw)
        paragraph = paragraphs[place]
        borders = [match.end() for match in BETWEEN_SENTENCES.finditer(paragraph)]
        at = rng.choice([*borders, len(paragraph), len(paragraph)])
        shown = _linked(sentence, rng) if family and draw.chance(_LINKED) else sentence
        paragraphs[place] = f"{paragraph[:at].rstrip()}{gap}{shown}{gap}{paragraph[at:].lstrip()}".strip()
        put_in.append((family, sentence))
    return "\n\n".join(paragraphs), put_in


def _is_sentence(line: str) -> bool:
    return len(line) > (_SHORT if line[0] < _WIDE else _SHORT // 3) and line.endswith(_STOPS)


def _linked(sentence: str, rng: Random) -> str:
    """Some words of it as a link; of scripts without spaces, some characters."""
    gap = " " if sentence.count(" ") >= 3 else ""
    words = sentence.split(" ") if gap else list(sentence)
    start = rng.randrange(len(words) - 2)
    end = start + rng.randint(1, min(4, len(words) - start - 1))
    anchor = f"{ANCHOR[0]}{gap.join(words[start:end])}{ANCHOR[1]}"
    return gap.join([*words[:start], anchor, *words[end:]])


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
        texts = [line.on(draw) for line in draw.sample(lines[family], *((1, 1) if alone else _TOGETHER))]
        linked = draw.chance(_LINKED)
        items = tuple(draw.item(text, family, link=linked) for text in texts)
        yield Group(f"{family}.line", items, SMALL if alone else (*LIST, *BOX), (draw.choice(_PLACES),))


@cache
def _lines(part: int, language: str) -> Mapping[str | None, Sequence[Wording]]:
    """By family, the lines that models without this part have not seen; under None those that are authors'."""
    found: dict[str | None, list[Wording]] = {}
    for line in wordings():
        if line.language == language and part_of(of_wording(line), PARTS) == part:
            found.setdefault(line.family, []).append(line)
    return found
