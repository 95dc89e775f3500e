"""Lines of facts about a text: who wrote it, when, how long it takes to read, how often it was shared.

A line is one only if nothing is left of it once its facts, and the words that announce them, are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from cleaner.evidence.persona.words import HONORIFICS, PARTICLES, SUFFIXES
from cleaner.evidence.phrases import find
from cleaner.evidence.signs.dates import dates
from cleaner.evidence.signs.edges import edge
from cleaner.evidence.signs.shapes import ranks
from cleaner.evidence.text import BLANKS, begins
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

# A byline is a line (characters), a name a few words, and few are named.
LINE, _NAME_WORDS, _PEOPLE = 160, 5, 4
_WIDE, _WIDE_NAME = "\u2e80", 16
# What stands between such a word and a name, where words are not set apart.
_BEHIND = (" ", "\u3000", ":", "：", "/", "／")
_BESIDE = HONORIFICS | SUFFIXES | PARTICLES | {""}
# A timestamp is short (characters).
_STAMP = 50
_HOUR = re.compile(r"\d(?<![\d.]\d)\d?[:.h]\d\d(?![\d.])")
_NUMBER = re.compile(r"\d[\d.,]*(?:\s?[kKmM](?![a-zA-Z]))?")
_APART = re.compile(rf"{BLANKS}[|•·/;\n]\s*|(?<!\s)\s+[–—-]\s+|,\s+|\s(?:&|\+)\s")
_BAR = re.compile(r"\s[|·•]\s")
_RECORD = re.compile(r"\s*[^\W\d][\w ]{1,20}(?::\s|\sby\s)")
# What may stand before a lead: a number in a list, a bar.
_LEAD = re.compile(r"^\W*\d{1,2}[.)]\s*$|[|•·/–—-]\s*$|(?<!\s)[^\S\n]*+\n\s*$")
_EDGE = " \t\n,.;:|•·/()[]–—-+&@*#✍📸📷🕒⏱。：、，（）【】［］〔〕"


# Lists of words that announce a fact, and of where to share.
_ANNOUNCED = ("dateline", "reading-time", "share-count", "share")
_WHERE = ("follow-word", "newsletter-word", "share-where")
# Small words beside a fact have so many letters, and are so few.
_SMALL_WORD, _SMALL_WORDS = 4, 2


class Facts(NamedTuple):
    """What a line says: each ``""`` or False where it does not."""

    author: str
    date: str
    dated: bool
    reading: bool
    shared: bool


# A row has no more lines, and so many facts; of more it is a row wherever it stands.
_ROW, _FEWEST, _TOLD = 6, 2, 3
# Words with a small letter in whatever is longer than a label (characters).
_LABEL = 40
_WORD = re.compile(r"[^\W\d_]+")


def facts(block: Block, view: View) -> Facts | None:
    """What a line says about the text it belongs to, if it says nothing else."""
    known = _known(view)
    if block.index not in known:
        known[block.index] = _facts(block, view) if len(block.text) <= LINE and not block.flags.cell else None
    return known[block.index]


def facts_apart(block: Block, view: View) -> Facts | None:
    """What a line says that stands before the text or behind it."""
    return facts(block, view) if len(block.text) <= LINE and stands_apart(block, view) else None


@once
def _known(view: View) -> dict[int, Facts | None]:
    """What is known of lines so far, by their index."""
    return {}


def _facts(block: Block, view: View) -> Facts | None:
    text = block.text
    told = {name: _spans(view, name, block) for name in _ANNOUNCED}
    signed = [span for span in _spans(view, "by", block) if _leads(block, span)][:1] or _behind_name(block, view)
    if not signed and not any(told.values()) and not _HOUR.search(text):
        return None
    when = dates(text)
    numbers = [match.span() for match in _NUMBER.finditer(text)]
    taken = [*signed, *numbers, *(each.span for each in when), *chain.from_iterable(told.values())]
    if told["reading-time"] or told["share-count"]:
        taken += _spans(view, "minutes", block)
    if told["share"]:
        taken += chain.from_iterable(_spans(view, name, block) for name in _WHERE)
    rest = _without(text, taken).strip(_EDGE)
    if told["dateline"] and _is_small(rest.split()):
        rest = ""  # "updated at 18:12"
    author = _names(rest, view) if rest and (signed or (when and told["dateline"])) else ""
    if author and not when and " " not in author and author < _WIDE:
        return None  # "By Monday", "From Paris"
    counted = bool(numbers) and bool(told["reading-time"] or told["share-count"])
    hour = bool(_HOUR.search(text))
    published = (told["dateline"] and (when or hour)) or (when and hour and _is_date(text))
    if (rest and not author) or not (author or published or counted or told["share"]):
        return None
    return Facts(
        author,
        next((each.iso for each in when if each.iso), ""),
        bool(when) or (hour and bool(told["dateline"])),
        counted and bool(told["reading-time"]),
        bool(told["share"] or told["share-count"]),
    )


@once
def rows(view: View) -> Collection[int]:
    """The lines of rows in which most tell a fact about the text, and not all the same: before the text or behind it, or three
    such lines anywhere."""
    hinted = set().union(*(view.phrases.get(name, ()) for name in ("by", *_ANNOUNCED)))
    if len(hinted) < _FEWEST:
        return ()
    found = (
        rank for _, rank in ranks(view) if len(rank) <= _ROW and sum(block.index in hinted for block in rank) >= _FEWEST
    )
    return {block.index for rank in found if _is_row(rank, view) for block in rank}


def _is_row(rank: Sequence[Block], view: View) -> bool:
    if any(len(block.text) > _STAMP + _WIDE_NAME or block.flags.cell for block in rank):
        return False
    told = list(filter(None, (facts(block, view) for block in rank)))
    kinds = {(bool(each.author), each.dated, each.reading, each.shared) for each in told}
    apart = len(told) >= _TOLD or all(stands_apart(block, view) for block in rank)
    return len(kinds) > 1 and 2 * len(told) >= len(rank) and apart


@once
def signed_dates(view: View) -> Collection[int]:
    """Lines before the text that are a name and a date with a bar between them."""
    barred = (block for block in _stamps(view) if _BAR.search(block.text) and not block.flags.cell)
    return {block.index for block in barred if edge(view, block) == "head" and _is_signed_date(block.text, view)}


def _is_signed_date(text: str, view: View) -> bool:
    when = [each.span for each in dates(text)]
    name = _without(text, when).strip(_EDGE) if when else ""
    return " " in name and is_name(name, view)


def timestamps(view: View) -> Sequence[int]:
    """Blocks that are nothing but a date with an hour."""
    return [b.index for b in _stamps(view) if _HOUR.search(b.text) and _is_date(b.text)]


def is_entry(block: Block, view: View) -> bool:
    """Is a block a date alone, and the page has more of them? Then it heads an entry of a diary or a list."""
    return _is_date(block.text) and len(_dates(view)) > 1


@once
def _dates(view: View) -> Sequence[int]:
    """Blocks that are nothing but a date."""
    return [block.index for block in _stamps(view) if _is_date(block.text)]


def _stamps(view: View) -> Iterator[Block]:
    """Short blocks in which a year may stand."""
    return (block for block in view.having("19", "20", "年") if len(block.text) <= _STAMP)


def _is_date(text: str) -> bool:
    """Is a text a date, with or without the hour, and nothing else?"""
    when = [each.span for each in dates(text)]
    return bool(when) and not any(map(str.isalpha, _without(text, when)))


def stands_apart(block: Block, view: View) -> bool:
    """Does a block stand before the text or behind it, and is it no heading in it?"""
    return edge(view, block) != "inside" and not (block.flags.heading and view.place(block) == "inside")


def in_record(block: Block, view: View) -> bool:
    """Does a block stand beside a line of a label and a value that is no such fact: in a record, in credits, in an interview?"""
    beside = (*view.blocks[max(0, block.index - 1) : block.index], *view.blocks[block.index + 1 : block.index + 2])
    return any(len(other.text) <= LINE and _RECORD.match(other.text) and not facts(other, view) for other in beside)


def is_agency(text: str) -> bool:
    """Is a text the name of a news agency?"""
    found = find([text]).get("agency-name", {}).get(0, ())
    return any(not any(map(str.isalnum, text[:start] + text[end:])) for start, end in found)


def is_name(text: str, view: View) -> bool:
    """Could this be the name of somebody: capitalised words that the page writes no other way?"""
    return is_proper(text) and not _common(text.split(), view)


def is_proper(text: str) -> bool:
    """Could this be a name: a few words, all capitalised but for particles?"""
    words = [word for word in (word.strip(_EDGE) for word in text.split()) if word]
    if not words or len(words) > _NAME_WORDS + 1 or any(map(str.isdigit, text)):
        return False
    if text > _WIDE:
        return len(text) <= _WIDE_NAME
    proper = [word for word in words if word.lower() not in _BESIDE]
    return bool(proper) and all(word[0].isupper() for word in proper)


def _common(words: Sequence[str], view: View) -> bool:
    """Does a sentence of the page have one of these words with a small letter? Then it is no name."""
    text = _sentences(view)
    proper = (word.strip(_EDGE) for word in words if word.lower().strip(_EDGE) not in _BESIDE)
    return any(_is_word(word.lower(), text) for word in proper if not word.isupper())


@once
def _sentences(view: View) -> str:
    """The text of whatever is longer than a label."""
    return "\n".join(block.text for block in view.blocks if len(block.text) > _LABEL)


def _is_word(word: str, text: str) -> bool:
    """Does a word of letters stand in a text as a word?"""
    at = text.find(word) if _WORD.fullmatch(word) else -1
    while at >= 0 and (text[at - 1 : at].isalpha() or text[at + len(word) : at + len(word) + 1].isalpha()):
        at = text.find(word, at + 1)
    return at >= 0


def _names(text: str, view: View) -> str:
    """The first of the names that a byline's rest is made of; "" if there is anything else in it."""
    pieces = [piece.strip(_EDGE) for part in _APART.split(text) for piece in _between(part)]
    pieces = [piece for piece in pieces if piece]
    return pieces[0] if 0 < len(pieces) <= _PEOPLE and all(is_name(piece, view) for piece in pieces) else ""


def _between(text: str) -> Iterator[str]:
    """What stands between the short small words that join names: "and", "in", "for"."""
    piece: list[str] = []
    for word in text.split():
        if _is_small([word]) and word not in PARTICLES:
            yield " ".join(piece)
            piece = []
        else:
            piece.append(word)
    yield " ".join(piece)


def _is_small(words: Sequence[str]) -> bool:
    """Are these one or two short words with small letters ("and", "a las")?"""
    return len(words) <= _SMALL_WORDS and all(word.islower() and len(word) <= _SMALL_WORD for word in words)


def _leads(block: Block, span: Span) -> bool:
    """Does a range begin the line, or one of the parts that bars and dashes cut it into?"""
    return begins(block, span) or bool(_LEAD.search(block.text[: span[0]]))


def _behind_name(block: Block, view: View) -> Sequence[Span]:
    """The words for who wrote it, where they stand behind a name or between a paper's and a writer's."""
    text = block.text
    spans = _spans(view, "by-behind", block) if len(text) <= _STAMP + _WIDE_NAME else ()
    return [(start, end) for start, end in spans if text[start] < _WIDE or text[end : end + 1] in _BEHIND][:1]


def _spans(view: View, name: str, block: Block) -> Sequence[Span]:
    return view.phrases.get(name, {}).get(block.index, ())


def _without(text: str, spans: Sequence[Span]) -> str:
    """A text without these ranges, a bar for each."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            pieces.append(text[at:start])
        at = max(at, end)
    return " | ".join([*pieces, text[at:]])
