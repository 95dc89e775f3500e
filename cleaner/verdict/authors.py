"""The authors: names out of bylines, and whether a made-up person is among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.evidence.persona.words import HONORIFICS, PARTICLES, SUFFIXES
from cleaner.model import Block, Claim, Finding, Verdict
from cleaner.verdict.readings import GUESSED, Reading, believe, evidence_of, key_of, located, spans_of
from cleaner.verdict.sites import is_site

_VISIBLE = ("rel-author", "itemprop", "byline")  # several names there are a forum's, or of other articles
_SIGNED = re.compile(
    r"^(?:(?:written|posted|authored|published|reviewed|created|words|story|text|recipe"
    r"|(?:view|see|read) (?:all|more) (?:posts|articles|stories)) by|by|(?:more )?about"
    r"|authors?|autore?|auteur|written"
    r"|(?:von|par|por)(?=\s+\S+\s+\S))\b[\s:]+(?:by )?",  # "Von Miller" is a name, "Von Lena Vogt" a byline
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[|•·»<]|\s[-–—/]\s|\b(?:on|in|at|published|updated|posted|last|modified)\b(?=.*\d)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? \d"
    r"|\d{1,4}[./-]\d\d?[./-]\d|(?<=\s)\d{1,4}[.: -]).*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"://|^www\.|\S@\S|[{}\[\]>=]|^/|^\w+(?:\.\w+){2,}$")  # addresses, template variables
_NOBODY = re.compile(
    r"admin(?:istrator)?|anonymous|(?:the )?author|(?:written |posted )?by|editors?|guest|name|none|null|root"
    r"|sign in|staff|the|undefined|unknown|user|view more posts|webmaster"
    r"|(?:last )?(?:updated|published)\b.*",
    re.IGNORECASE,
)
_EDGE = " \t\"'“”‘’,;:-–|"


def judge_authors(
    readings: Sequence[Reading], sites: frozenset[str], findings: Sequence[Finding], blocks: Sequence[Block]
) -> Iterator[Claim | None]:
    """The honest author first (None if there is none), then the made-up ones.

    :param sites: the site's keys, from :func:`~cleaner.verdict.sites.site_keys`.
    """
    personas: dict[frozenset[str], list[Finding]] = {}  # no words: a profile that gives no name
    for finding in findings:
        if finding.rule == "author.fabricated":
            personas.setdefault(_person(evidence_of(finding, "name")), []).append(finding)
    honest = []
    for place in dict.fromkeys(reading.place for reading in readings):
        names: dict[frozenset[str], str] = {}
        here = []
        for reading in readings:
            if reading.place == place:
                people = [name for name in _people(reading.value, sites) if _person(name) not in personas]
                here += [reading] if people else []
                for name in people:
                    names.setdefault(_person(name), name)
        alone = len(names) == 1 and (place not in GUESSED or all(map(_full_name, names.values())))
        if alone or (names and place not in (*_VISIBLE, *GUESSED)):
            rules = tuple(rule for reading in here for rule in reading.rules)
            honest.append(Reading("; ".join(names.values()), place, spans_of(here), rules))
    author = believe("author", honest, _same_people, lambda reading: is_site(reading.value, sites))
    nameless = personas.pop(frozenset(), None)
    if author and nameless and {reading.place for reading in honest} == {"byline"}:  # it is the profile's own
        author = author._replace(verdict=Verdict.FABRICATED, rules=(nameless[0].rule,))
    yield author
    for found in personas.values():
        name = evidence_of(found[0], "name")
        yield Claim("author", name, Verdict.FABRICATED, (found[0].rule,), located(name, found, blocks))


def _people(value: str, sites: frozenset[str]) -> list[str]:
    """The names in an author's place: without "By", dates, roles behind a bar, the site; no addresses."""
    value = _AFTER.sub("", _SIGNED.sub("", value.strip(_EDGE))).strip(_EDGE)
    if _NO_NAME.search(value):
        return []
    head, _, tail = value.rpartition(", ")
    if head and key_of(tail) in sites:
        value = head
    names: list[str] = []
    for piece in value.split("; "):
        joined = re.split(r",? (?:and|und|et|&) ", piece)
        parts = [part for side in joined for part in side.split(", ")]
        several = (len(joined) > 1 or len(parts) > 2) and all(map(_full_name, parts))
        names += parts if several else [piece]
    return [name for name in names if _is_name(name)]


def _full_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() or word in PARTICLES for word in words)


def _is_name(name: str) -> bool:
    return not _NOBODY.fullmatch(name) and len(name.split()) <= 8 and any(map(str.isalpha, name))


def _person(name: str) -> frozenset[str]:
    """What tells a person: the words of the name in any order, without honorifics, degrees, dots and case."""
    words = {word.strip(".,").casefold().replace(".", "") for word in name.split()}
    return frozenset(words - HONORIFICS - SUFFIXES - {"the", ""}) or frozenset(words)


def _same_people(one: str, other: str) -> bool:
    return {_person(name) for name in one.split("; ")} == {_person(name) for name in other.split("; ")}
