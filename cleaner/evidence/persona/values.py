"""Where does the value of a profile's field end?

In a run-on line nothing closes a field but its own grammar: an address ends at its ZIP code, a job at
its last job word, a list of hobbies with the item before the next sentence. Every function here looks
at a bounded window only, so that a block of any length costs the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from cleaner.evidence.persona import abroad
from cleaner.evidence.persona.said import told
from cleaner.evidence.persona.words import (
    HONORIFICS,
    JOB_FIELDS,
    JOB_LEVELS,
    JOB_ROLES,
    PARTICLES,
    SENTENCE_STARTERS,
    SUFFIXES,
)
from cleaner.model import Span

WINDOW = 800
"""Characters of text that one value is looked for in. A farm's introduction has about 200 to 400."""

SHORT = 60
"""Characters of a line that may stand in a box without being a field of ours ("Last Updated:")."""

_TOKEN = re.compile(r"\S+")
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?\.? [A-Z][a-z]{2,8}\.?,? \d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_PHONE = re.compile(r"\+\d{7,17}(?!\d)|\+?\(?\d[\d().\-/ ]{4,24}\d")
_ZIP_END = re.compile(r"\b[A-Z]{2},?\s{1,3}\d{5}(?:-\d{4})?(?!\d)")
_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]+(?=\s|$)")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|myself)\b")

_OTHER_LABEL = re.compile(r"(?<![^\s.)])[A-Z][A-Za-z'’-]{1,20}(?: [A-Za-z'’-]{1,15}){0,2}:(?=\s|$)")
_SENTENCES = re.compile(r"[.!?]\s+[A-Z]")
_WORD = re.compile(r"\w")
_TITLE_WORDS = JOB_ROLES | JOB_LEVELS | JOB_FIELDS

_NOUN = (
    r"(?:knowledge|understanding|experiences?|insights?|wisdom|thoughts|ideas|skills|expertise|passion"
    r"|learnings?|views|opinions|stories|discoveries)"
)
SHARES = re.compile(
    rf"\bshar(?:e|ing) (?:(?:my|all|of|his|her|their|our|own|the|some) ){{0,3}}{_NOUN}"
    rf"(?P<pair>,? (?:and|&) (?:my |own )?{_NOUN})? with "
    r"(?:(?:all|of|my|our|the|dear|other|every) ){0,3}"
    r"(?:you|readers?|others|everyone|everybody|world|people|followers|visitors|audience)\b"
)
"""The clause a farm's introduction closes with: "share my knowledge and understanding with you"."""


class Name(NamedTuple):
    """A person's name in its parts; ``end`` is where it stops in the text it was read from."""

    honorifics: tuple[str, ...]
    core: tuple[str, ...]
    suffixes: tuple[str, ...]
    end: int


def words(text: str, start: int, limit: int, count: int = 12) -> list[tuple[str, int, int]]:
    """At most ``count`` words of ``text[start:limit]``, without punctuation around them: word, start, end."""
    found = []
    for match in _TOKEN.finditer(text, start, min(limit, start + WINDOW)):
        word = match[0].strip('.,;:!?()[]"“”*_')
        if word:
            begin = match.start() + match[0].index(word)
            found.append((word, begin, begin + len(word)))
        if len(found) == count:
            break
    return found


def _key(word: str) -> str:
    return word.lower().replace(".", "").strip(",")


def sentence_end(text: str, start: int, limit: int) -> int:
    """The end of the sentence that begins at ``start``, its full stop included; ``limit`` if it has none.

    The full stop of an honorific, a suffix or an initial ends no sentence.
    """
    for match in _SENTENCE_END.finditer(text, start, limit):
        word = text[max(start, match.start() - 12) : match.start()].split(" ")[-1]
        key = _key(word)
        if not (key in HONORIFICS or key in SUFFIXES or (len(key) == 1 and key.isalpha())):
            return match.end()
    return limit


def read_name(text: str, start: int, limit: int) -> Name:
    """The name at ``start``: honorifics, two capitalised words (particles between them), suffixes.

    Where there are no two such words, ``end`` is ``start``.
    """
    before: list[str] = []
    core: list[str] = []
    after: list[str] = []
    end = start
    for word, begin, stop in words(text, start, min(limit, start + 90)):
        key = _key(word)
        if core and "," in text[end:begin] and key not in SUFFIXES:
            break
        if not core and (key in HONORIFICS or key == "the"):
            before.append(word)
        elif len(core) < 2:
            if not (core and word in PARTICLES):
                if not (word[0].isupper() and word[0].isalpha()):
                    break
                core.append(word)
                end = stop
        elif key in SUFFIXES and not (key == "i" and "," in text[end:begin]):
            after.append(word)
            end = stop
        else:
            break
    if len(core) < 2:
        return Name(tuple(before), tuple(core), (), start)
    if end < limit and text[end] == "." and (after or text[end + 1 : end + 2].strip() == ""):
        end += 1
    return Name(tuple(before), tuple(core), tuple(after), end)


def _name(text: str, start: int, limit: int) -> int:
    return read_name(text, start, limit).end


def _at(pattern: re.Pattern[str]) -> Callable[[str, int, int], int]:
    def end(text: str, start: int, limit: int) -> int:
        match = pattern.match(text, start, limit)
        return match.end() if match else start

    return end


def _address(text: str, start: int, limit: int) -> int:
    match = _ZIP_END.search(text, start, min(limit, start + 200))
    return match.end() if match else start


def _job(text: str, start: int, limit: int) -> int:
    """The last role in a run of a title's words ("Lead Retail Officer"); else up to three words."""
    role = end = previous = start
    for place, (word, begin, stop) in enumerate(words(text, start, limit, 5)):
        if (place > 0 and text[previous:begin].strip()) or not word[0].isupper() or word in SENTENCE_STARTERS:
            break
        if role > start and word not in _TITLE_WORDS:
            break
        role = stop if word in JOB_ROLES else role
        end = stop if place < 3 else end
        previous = stop
    return role if role > start else end


def hobby_items(value: str) -> list[str]:
    """The items of a list of hobbies as written, without the white space and full stop around them."""
    return [item.strip(" .\n\t") for item in re.split(r"[,;\n]", value) if item.strip(" .\n\t")]


def _hobby(text: str, start: int, limit: int) -> int:
    """The end of a comma list whose last item may run into a sentence (which may have commas itself).

    An item is one to four words. In the last one a capital letter or a number begins the sentence, unless
    all items before it are written In Title Case and the word goes on like an activity's name.
    """
    limit = min(limit, start + WINDOW)
    position = end = start
    titled = None
    while position < limit:
        comma = text.find(",", position, limit)
        item = words(text, position, limit if comma < 0 else comma, 6)
        if not item or item[0][0][0].islower():
            break
        last = comma < 0 or len(item) > 4 or text[comma + 1 : comma + 3].strip()[:1].islower()
        taken = 1
        for (previous, _, before), (word, begin, _) in pairwise(item):
            if text[before:begin].strip() or taken == 4:
                break
            shut = text[begin + len(word) : begin + len(word) + 1] in (".", ";")
            if last and titled and not shut and (taken == 2 or not _goes_on(previous, word)):
                break
            begins = not word[0].islower() and previous not in ("or", "and", "&")
            if last and not titled and not shut and begins:
                break
            if word in SENTENCE_STARTERS and (last or not titled) and word not in ("To", "And", "Or"):
                break
            taken += 1
        end = item[taken - 1][2]
        if comma < 0 or taken < len(item):
            break
        if taken > 1:
            titled = titled is not False and all(word[0].isupper() for word, _, _ in item[1:])
        position = comma + 1
    return end


def _goes_on(previous: str, word: str) -> bool:
    """Whether a capitalised word goes on with an activity ("Rock Climbing", not "Rafting Residents")."""
    ends = ("ing", "ball", "ion", "ment", "Games", "Sports", "Arts", "Tennis", "Football")
    return word[0].isupper() and not previous.endswith("ing") and word.endswith(ends)


def _introduction(text: str, start: int, limit: int) -> int:
    """Through the clause that closes the template; without one, the sentences in the first person."""
    limit = min(limit, start + WINDOW)
    stop = abroad.ending(text, start, limit)
    said = told(text, start, limit)
    if not SHARES.search(text, start, limit) and (ends := max(stop or 0, said.span[1] if said else 0)):
        return ends
    shares = SHARES.search(text, start, limit)
    if shares is not None:
        if re.match(r"\s+[^\sa-z]", text[shares.end() : shares.end() + 4]):
            return shares.end()
        stop = sentence_end(text, shares.end(), limit)
        return stop if stop - shares.end() <= 60 else shares.end()
    end = sentence_end(text, start, limit)
    while end < limit:
        following = sentence_end(text, end, limit)
        if not _FIRST_PERSON.search(text, end, following) or text[end:following].lstrip()[:1] in "\"“‘'":
            break
        end = following
    return end


ENDS: dict[str, Callable[[str, int, int], int]] = {
    "name": _name,
    "birthday": _at(_DATE),
    "address": _address,
    "phone": _at(_PHONE),
    "job": _job,
    "hobby": _hobby,
    "introduction": _introduction,
}
"""For each field, a function of text, start and limit to the value's end (``start``: not of its kind)."""


def past_space(text: str, at: int) -> int:
    """The first character from ``at`` on that is no white space (within the window)."""
    window = text[at : at + WINDOW]
    return at + len(window) - len(window.lstrip())


def read_value(label: str, text: str, start: int, limit: int, *, closed: bool) -> Span | None:
    """The range of the value in ``text[start:limit]``; ``closed`` where a label follows at ``limit``.

    It ends by the field's own grammar. A value of no known grammar is taken to its sentence's end.
    """
    start = past_space(text, start)
    limit = max(start, limit)
    other = _OTHER_LABEL.search(text, start, min(limit, start + WINDOW))
    if other is not None:
        limit = other.start()
    end = ENDS[label](text, start, limit)
    rest = text[end : min(limit, end + WINDOW)].strip()
    if end == start:
        end = limit if limit - start <= SHORT else sentence_end(text, start, min(limit, start + WINDOW))
        if end - start > 3 * SHORT or (end - start > SHORT and not closed and label != "address"):
            return None
    elif not _WORD.search(rest) or (closed and len(rest) <= 3 * SHORT and not _SENTENCES.search(rest)):
        end = limit
    elif len(rest) <= 25 and rest[-1] not in ".!?" and not (rest[0].isupper() and " " in rest):
        end = limit  # "Sales Manager (retired)": still the value, not the beginning of a sentence
    elif text[end] in ".;" and label != "introduction":
        end += 1
    end -= len(text[start:end]) - len(text[start:end].rstrip(" \t\n\xa0|,;•·/–—-"))
    return (start, end) if end > start else None
