"""What gives a made-up person away, field by field.

Every function takes a field's value and says two things: the tells seen in it, and whether a generator
of the farm's kind could have written it at all (``form``; None where that cannot be said).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from cleaner.evidence.persona import abroad
from cleaner.evidence.persona.said import Said, told
from cleaner.evidence.persona.values import SHARES, hobby_items, read_name
from cleaner.evidence.persona.words import (
    ACTIVITY_VERBS,
    COMMON_HOBBIES,
    COMMON_STREETS,
    JOB_FIELDS,
    JOB_LEVELS,
    JOB_ROLES,
    ODD_FIELDS,
    ODD_LEVELS,
    ODD_ROLES,
    RARE_HONORIFICS,
    RARE_SUFFIXES,
    USUAL_ROLES,
    ZIP_STATES,
)


class Tell(NamedTuple):
    """One trait of a made-up person: its name, whether it is a strong one, and the text it was seen in."""

    name: str
    strong: bool
    seen: str


class Judged(NamedTuple):
    """The tells of one field, and whether the generator could have written it (None: cannot be said)."""

    tells: tuple[Tell, ...]
    form: bool | None


class Lists(NamedTuple):
    """Word lists of ``faker``."""

    first_names: frozenset[str]
    last_names: frozenset[str]
    streets: frozenset[str]
    city_prefixes: tuple[str, ...]
    city_suffixes: tuple[str, ...]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The lists that farms draw from, as the installed ``faker`` has them.

    Imported when the first profile is found: pages without one do not pay for it.
    """
    from faker.providers.address.en_US import Provider as Places
    from faker.providers.person.en import Provider as People

    return Lists(
        frozenset(People.first_names),
        frozenset(People.last_names),
        frozenset(Places.street_suffixes),
        tuple(Places.city_prefixes),
        tuple(Places.city_suffixes),
    )


_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEARS = range(1985, 2006)
"""Years of birth that farms hand out are about 1990 to 2001; some more for other generators."""

ADDRESS = (
    r"(?P<unit>(?:Apt\.?|Suite|Unit) \d{1,5},? )?\d{1,6} (?P<street>[^\d,]{2,40}?)"
    r"(?:,? (?:Apt\.?|Suite|Unit) \d{1,5})?, (?P<city>[^\d,]{2,40}), "
    r"(?P<state>[A-Z]{2}) (?P<zip>\d{5})(?:-\d{4})?"
)
"""An address of the United States in one line, as a pattern."""

_ADDRESS = re.compile(ADDRESS)
_FICTION = re.compile(r"1\d{3}555|1555|441632960|447700900|44\d{2,4}4960")
"""Numbers set aside for drama and examples: North America's 555, Ofcom's ranges. Honest pages use them."""

_ADJECTIVES = re.compile(
    r"\bI(?: a|['’])m (?:(?:an?|the|such|very|really|quite) ){0,2}"
    r"(?P<list>[a-z-]{2,20}(?:(?:, and |, & |, | and | & )[a-z-]{2,20}){1,14}),? "
    r"(?:person|individual|soul|human|man|woman|writer|author|blogger|fellow)\b"
)
# A template puts its first adjective behind "a", whatever it begins with.
_SLIP = re.compile(r"\ba [aeio][a-z-]+, ")
# Adjectives that a template writes; of three somebody may speak who is looking for a pen friend.
_ROW = 4
_WRITES = re.compile(
    r"\b(?:who|that|I) (?:\w+ )?(?:loves?|enjoys?|likes?|adores?|cherish(?:es)?|lives? for|delights? in"
    r"|(?:is|am) (?:fond of|passionate about|keen on|devoted to|into)|has an? (?:love|passion) for) "
    r"(?:to write|writing|blogging)\b(?=,? (?:and|as well|to|but|while|&))"
)


def judge_name(value: str, exact: bool, author_box: bool) -> Judged:
    """An honorific or degree of the generator's; both names from faker's lists (faint: Smith is one)."""
    name = read_name(value, 0, len(value))
    if len(name.core) < 2 or re.search(r"\w", value[name.end :]):
        return Judged((), False)
    tells = []
    titles = [word for word in name.honorifics if word.lower().strip(".") in RARE_HONORIFICS]
    if "," not in value:  # "Helen Marsh, MD" is how people write it
        titles += [word for word in name.suffixes if word.lower().strip(".") in RARE_SUFFIXES]
    if titles:
        tells.append(Tell("titled-name", False, value))
    if name.core[0] in lists().first_names and name.core[1] in lists().last_names:
        tells.append(Tell("listed-name", False, " ".join(name.core)))
    return Judged(tuple(tells), True)


def judge_birthday(value: str, exact: bool, author_box: bool) -> Judged:
    """An ISO date: a database's way to write a birthday. Strong in the box of a page's author."""
    match = _ISO.fullmatch(value.rstrip(" ."))
    if match is None or int(match[1]) not in _YEARS:
        return Judged((), None if match else False)
    return Judged((Tell("iso-birthday", author_box and exact, value),), True if exact else None)


class _Drawn(NamedTuple):
    """What an address says of how it came about."""

    line: str
    state: str
    outside: bool
    built: bool
    odd: bool
    surname: bool


def _drawn(value: str) -> _Drawn | None:
    """An address's parts: is the ZIP code outside its state, are street and town of affixes, is the street's kind a rare
    one, is its name a listed surname? None: it is no address of the United States in one line.
    """
    line = re.sub(r"\s+", " ", re.sub(r"\s*\n\s*", ", ", value.strip(" .\n")))
    match = _ADDRESS.fullmatch(line)
    if match is None or match["state"] not in ZIP_STATES:
        return None
    prefix = int(match["zip"][:3])
    outside = not any(low <= prefix <= high for low, high in ZIP_STATES[match["state"]])
    street, city = match["street"].split(), match["city"].split()
    affixes = (len(city) == 2 and city[0] in lists().city_prefixes) or (
        len(city) == 1 and city[0].endswith(lists().city_suffixes)
    )
    built = affixes and len(street) == 2 and street[1] in lists().streets
    odd = street[-1] not in COMMON_STREETS or match["unit"] is not None
    return _Drawn(
        line, f"{match['state']} {match['zip']}", outside, built, odd, built and street[0] in lists().last_names
    )


def is_drawn_address(value: str) -> bool:
    """Is this an address that a generator drew, every part of it? Such a one stands on no ordinary page."""
    drawn = _drawn(value)
    return drawn is not None and drawn.outside and drawn.surname


def judge_address(value: str, exact: bool, author_box: bool) -> Judged:
    """A ZIP code outside its state; a street and a town built from affixes; both, and a listed surname for a street.

    The grammar is weak while the street's kind is a usual one ("12 Lake Ridge, Port Allen, LA 70767" is
    a real address), strong for "Ports" or "Unions", or a flat written before the house number.
    """
    drawn = _drawn(value)
    if drawn is None:
        return Judged((), False)
    tells = []
    if drawn.outside:
        tells.append(Tell("zip-outside-state", True, drawn.state))
    if drawn.built:
        tells.append(Tell("address-grammar", drawn.odd, drawn.line))
    if drawn.outside and drawn.surname:
        tells.append(Tell("address-drawn", True, drawn.line))
    # The generator draws state and ZIP code apart: in two cases of a hundred they agree.
    return Judged(tuple(tells), drawn.built if drawn.outside else None if drawn.built and drawn.odd else False)


def judge_phone(value: str, exact: bool, author_box: bool) -> Judged:
    """Digits behind a plus that are no possible number (strong), or a possible one that no country uses.

    An impossible number that no digit more or less makes possible is more than a slip of the pen.
    """
    if not value.startswith("+") or _FICTION.match(re.sub(r"\D", "", value)):
        return Judged((), False)
    value = value.rstrip(" .")
    bare = re.fullmatch(r"\+\d{7,17}", value) is not None
    if not _is_possible(value):
        slip = _is_possible(value[:-1]) or _is_possible(value + "0")
        beyond = () if slip else (Tell("phone-beyond-a-slip", False, value),)
        return Judged((Tell("phone-impossible", True, value), *beyond), bare)
    import phonenumbers

    if not phonenumbers.is_valid_number(phonenumbers.parse(value)):
        return Judged((Tell("phone-invalid", False, value),), bare)
    return Judged((), bare)


def _is_possible(value: str) -> bool:
    import phonenumbers  # here, as it takes 20 ms and few pages need it

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        return False


def judge_job(value: str, exact: bool, author_box: bool) -> Judged:
    """A level, a field and a role in a row: faint ("Sales Manager"), strong where they make no sense."""
    words = value.rstrip(" .").split()
    if not words or words[-1] not in JOB_ROLES:
        return Judged((), False)
    if len(words) not in (2, 3) or not any(word in JOB_LEVELS or word in JOB_FIELDS for word in words[:-1]):
        return Judged((), None if len(words) > 1 else False)
    odd = sum(word in ODD_LEVELS or word in ODD_FIELDS for word in words[:-1]) + (words[-1] in ODD_ROLES)
    odd += len(words) == 3 and words[1] in JOB_LEVELS
    if odd == 0 and words[-1] in USUAL_ROLES:
        return Judged((Tell("job-ordinary", False, value),), True)
    return Judged((Tell("job-grammar", exact and odd >= 2, value),), True)


def judge_hobby(value: str, exact: bool, author_box: bool) -> Judged:
    """A list of activities: strong if five or more, three of them rare, stand under the singular "Hobby"."""
    items = hobby_items(value)
    if len(items) < 4 or not all(len(item) <= 40 and (item[0].isupper() or item[0].isdigit()) for item in items):
        return Judged((), False)
    odd = [
        item
        for item in items
        if item.lower() not in COMMON_HOBBIES
        and item.lower().split()[0] not in ACTIVITY_VERBS
        and re.fullmatch(r"[\w'’/-]+(?: [\w'’/-]+){0,3}", item)
    ]
    if len(odd) < 2:
        return Judged((), None if odd else False)
    return Judged((Tell("hobby-list", exact and len(items) >= 5 and len(odd) >= 3, value),), True)


def judge_introduction(value: str, exact: bool, author_box: bool) -> Judged:
    """The template: who I am in many adjectives, that I love writing, that I share what I know with you.

    Only the sentence as a whole is strong; pen-pals and honest About pages have pieces of it.
    """
    if not SHARES.search(value):
        said = told(value, 0, len(value))
        if said and said.template:
            return Judged(tuple(_told(value, said)), None)
        if abroad.ending(value, 0, len(value)):
            row = abroad.chain(value)
            if len(row) < _ROW:
                return Judged(
                    (Tell("introduction-short", False, value), Tell("adjective-chain", False, ", ".join(row))), None
                )
            tells = [Tell("introduction-template", True, value)]
            tells += [Tell("introduction-wording", False, value)] if abroad.understands(value) else []
            return Judged((*tells, Tell("adjective-chain", len(row) >= 5, ", ".join(row))), None)
    adjectives = _ADJECTIVES.search(value)
    chain = re.findall(r"[a-z-]+(?=,| |$)", re.sub(r"\b(?:and|&)\b", "", adjectives["list"])) if adjectives else []
    writes, shares = _WRITES.search(value), SHARES.search(value)
    pair = shares is not None and shares["pair"] is not None
    tells = []
    if writes and shares and (pair or len(chain) >= 4):
        tells.append(Tell("introduction-template", True, value))
    elif writes or shares:
        tells.append(Tell("introduction-phrases", False, (writes or shares)[0]))  # type: ignore[index]
    if pair and writes and shares:
        tells.append(Tell("introduction-wording", False, shares[0]))
    if len(chain) >= 3:
        tells.append(Tell("adjective-chain", len(chain) >= 5 and bool(writes or shares), ", ".join(chain)))
    return Judged(tuple(tells), None if tells else False)


def _told(value: str, said: Said) -> Iterator[Tell]:
    """The template in other words."""
    row = ", ".join(said.row)
    yield Tell("introduction-template", True, value)
    yield Tell("adjective-chain", len(said.row) >= 5, row)
    if (said.shares and said.knows and said.readers) or abroad.understands(value):
        yield Tell("introduction-wording", False, value)
    if match := _SLIP.search(value):
        yield Tell("article-slip", False, match[0])


JUDGES: dict[str, Callable[[str, bool, bool], Judged]] = {
    "name": judge_name,
    "birthday": judge_birthday,
    "address": judge_address,
    "phone": judge_phone,
    "job": judge_job,
    "hobby": judge_hobby,
    "introduction": judge_introduction,
}
"""For each field, a function of its value, whether its label is the farm's own, and whether the box is a
page's author's."""
