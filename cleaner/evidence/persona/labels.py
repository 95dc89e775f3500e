"""Labels of profiles in text: "Name:", "Geburtstag:", and introductions ("My name is …") that have none.

On a page without such labels one anchored match a block is all that happens.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from cleaner.evidence.persona import abroad
from cleaner.evidence.persona.said import Said, label_end, told
from cleaner.evidence.persona.values import ENDS, SHARES, past_space
from cleaner.evidence.persona.words import LABELS as OURS
from cleaner.model import Block


class Mark(NamedTuple):
    """A label at ``start``, and where its value is looked for. ``written`` is "" for a bare introduction."""

    block: int
    label: str
    written: str
    start: int
    value: int


MAX_MARKS = 5000
"""Labels looked at on one page; a page with more is no article, and each costs some microseconds."""

LABELS = abroad.LABELS | OURS
# A label, and a name, begins large or with a letter that has no case.
_LARGE = r"(?=[A-ZÀ-ÖØ-ÞĄ-ŽİА-ЯЁ\u3040-\u9fff])"
_IS_LARGE = re.compile(_LARGE)
_BEGINNINGS = frozenset(variant for label in LABELS for variant in (label[:3].title(), label[:3].upper()))
_WORD = re.compile(r"[^\W\d_]+")
# To a pattern that ignores case "ı" is an "i".
_FIRST_WORDS = frozenset(word[0].replace("ı", "i") for word in map(_WORD.match, LABELS) if word)
_LEAD = r"[ \t\xa0*_#>|•·▪■●►»–—-]{0,8}(?:\d{1,2}[.)][ \t\xa0])?"


@cache
def _starting(letter: str) -> re.Pattern[str] | None:
    """What a line with a label looks like whose first letter is this one: few labels have to be tried."""
    labels = sorted((label for label in LABELS if _first(label) == letter), key=len, reverse=True)
    if not labels:
        return None
    return re.compile(
        rf"^{_LEAD}{_LARGE}(?P<label>(?i:{'|'.join(map(re.escape, labels))}))(?![\w'’])"
        r"(?:[ \t\xa0*_]{0,4}(?:[:\uff1a=|][ \t\xa0*_]{0,4}|[ \t\xa0][-–—][ \t\xa0]|$)"
        r"|[ \t\xa0]{1,3}(?=[A-Z0-9+]))",
        re.MULTILINE,
    )


def _first(label: str) -> str:
    return label[0].replace("İ", "i").lower().replace("ı", "i")


_COLON = re.compile(r"(?<=\S)[ \t\xa0*_]{0,3}[:\uff1a][ \t\xa0*_]{0,4}")
_WORDS_BEFORE = re.compile(r"(?<![\w'’.-])[^\W\d_]")
_LONGEST = max(map(len, LABELS))
_MY_NAME = re.compile(
    rf"(?:(?P<label>Introduction|Intro|About [Mm]e|Bio):?\s{{1,4}})?(?<!\w)(?P<me>My name(?: is|['’]s) |(?i:{abroad.ME}) ?){_LARGE}"
)
# "Hello, " before it.
_LONGEST_GREETING = 24
_GREETING = re.compile(r"(?:^|[.!?…\n]\s{0,2})([^\W\d_]{2,12}(?: [^\W\d_]{2,8})?[,!] )$")
_INTRODUCES = re.compile(
    r"(?:My name(?: is|['’]s)|(?:Hi|Hello|Hey),? I(?: am|['’]m)) [A-Z].{1,60}?\bI(?: a|['’])m (?:an? )?.{0,300}?"
    r"\b(?:person|individual|soul|human|man|woman|writer|author|blogger)\b"
)


def suspects(texts: Sequence[str], text: str) -> set[int]:
    """The places of texts that may hold labels: a look at a few characters of each, so that ordinary ones cost next to nothing.

    :param text: all of them, one below the other.
    """
    wide = "：" in text
    found = {
        place
        for place, each in enumerate(texts)
        if "\n" in each
        or ((":" in each or (wide and "：" in each)) and each.count(":") + each.count("：") > 1)
        or (
            (each[:3] in _BEGINNINGS or each[:2] in _BEGINNINGS or not each[:1].isalnum())
            and _start(each, 0, len(each))
        )
    }
    return found.union(spoken(texts, text))


def spoken(texts: Sequence[str], text: str) -> list[int]:
    """The places of texts in which a name may be said in English; ``text`` is all of them, one below the other."""
    return [place for place, each in enumerate(texts) if "y name" in each] if "y name" in text else []


def _start(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label with which a line begins. Its first word is far sooner looked up than labels are tried."""
    word = _WORD.search(text, start, start + 40 if start + 40 < end else end)
    if word is None or (word[0].isascii() and word[0].lower() not in _FIRST_WORDS):
        return None
    pattern = _starting(_first(word[0]))
    return pattern.match(text, start, end) if pattern else None


def names_said(texts: Sequence[str], places: Collection[int]) -> dict[int, list[re.Match[str]]]:
    """Where somebody says a name ("My name is …"), by place: the first :data:`MAX_MARKS`, as each has to be looked at closely.

    :param places: where it may be said: in English (:func:`spoken`), or in any language.
    """
    names = ((place, match) for place in sorted(places) for match in _MY_NAME.finditer(texts[place]))
    found: dict[int, list[re.Match[str]]] = {}
    for place, match in islice(names, MAX_MARKS):
        found.setdefault(place, []).append(match)
    return found


def marks_in(place: int, block: Block, names: Sequence[re.Match[str]], said: Sequence[Said] = ()) -> list[Mark]:
    """The labels in a block, in order: at the start of a line, or in running text if there are two.

    :param names: where somebody says a name in it.
    :param said: the introductions in it that are known by their structure.
    """
    text = block.text
    starts = islice(_starts(text), MAX_MARKS)
    found = {match.start("label"): (_written(match["label"]), match.end()) for match in starts}
    if text.count(":") + text.count("：") > 1:
        inside = {start: (written, end) for start, written, end in islice(_inside(text), MAX_MARKS)}
        # One label in running text is a word before a colon; two begin to be a list of fields.
        if len(inside) > 1:
            found = inside | found
    marks = [
        Mark(place, LABELS[written], written, start, past_space(text, end))
        for start, (written, end) in found.items()
        if written in LABELS  # "ı" is an "i" to the pattern
    ]
    if names:
        marks += _introductions(place, text, names, {mark.value for mark in marks})
    for one in said:
        marks = _told(place, text, marks, one)
    if not marks or block.flags.pre or block.flags.quote:
        return []
    return sorted(marks, key=lambda mark: mark.start)


def _starts(text: str) -> Iterator[re.Match[str]]:
    """The labels with which lines begin."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and (match := _start(text, start, end)):
            yield match
        start = end + 1


def _written(label: str) -> str:
    return label.replace("İ", "i").lower()


def _inside(text: str) -> Iterator[tuple[int, str, int]]:
    """The labels before colons in running text, the longest at each: start, label, and where its value is looked for."""
    for colon in _COLON.finditer(text):
        low = max(0, colon.start() - _LONGEST)
        before = text[low : colon.start()]
        for match in _WORDS_BEFORE.finditer(before):
            written = _written(before[match.start() :])
            if written in LABELS and _IS_LARGE.match(before, match.start()):
                yield low + match.start(), written, colon.end()
                break


def _introductions(place: int, text: str, names: Sequence[re.Match[str]], labelled: set[int]) -> Iterator[Mark]:
    """Introductions ("My name is …") in running text, where the other labels are not looked for."""
    for match in names:
        at = match.start("me")
        greeting = _GREETING.search(text, max(0, match.start() - _LONGEST_GREETING), match.start())
        start = greeting.start(1) if greeting else match.start()
        said = text[max(0, start - 2) : start].rstrip()[-1:] in (",", ":", *"\"“„«'‘")
        if at not in labelled and not said and is_introduction(text, at):
            yield Mark(place, "introduction", (match["label"] or "").lower(), start, at)


def _told(place: int, text: str, marks: list[Mark], said: Said) -> list[Mark]:
    """The marks with that of an introduction, instead of one that begins within it."""
    start, end = said.span
    at = label_end(text, start)
    others = [mark for mark in marks if mark.written or not start <= mark.start < end]
    if any(start <= mark.value < end for mark in others):
        return others
    return [
        *others,
        Mark(place, "introduction", text[start:at].strip(" :：").lower(), start, at),
    ]


def is_introduction(text: str, at: int) -> bool:
    """Whether the farm's sentence stands here, or much of it: who I am, that I write, what I share."""
    if abroad.ending(text, at, len(text)) or told(text, at, len(text)):
        return True
    end = ENDS["introduction"](text, at, len(text))
    if _INTRODUCES.match(text, at, end) is None:
        return False
    return "writ" in text[at:end] or SHARES.search(text, at, end) is not None
