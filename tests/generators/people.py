"""Made-up people in the manner of the content farms: the values of a profile's fields.

Two worlds. One draws surnames, given names and the words of an address from the lists in ``faker``
(``person.en``, where the farms' own surnames stand, and ``address.en_US``); the other keeps the grammar
and shares no name, town or street word with them, so that a detector cannot live on the lists alone.
"""

from __future__ import annotations

from random import Random
from typing import Final

from faker.providers.address.en_US import Provider as Addresses
from faker.providers.person.en import Provider as People
from faker.providers.person.en_US import Provider as AmericanPeople

LABELS: Final = ("Name", "Birthday", "Address", "Phone", "Job", "Hobby", "Introduction")


def _words(listed: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in listed.split(","))


STATES: Final = tuple(Addresses.states_abbr)
LISTED: Final = frozenset(
    word.lower() for names in (People, AmericanPeople) for word in (*names.first_names, *names.last_names)
)
"""Every given name and surname that ``faker`` has for English."""

PREFIXES: Final = _words("Prof., Msgr., Fr., Rev., Dr., Mrs., Mr., Ms., Sen., Gov., Pres., Rep., Amb.")
SUFFIXES: Final = _words("DDS, PhD, III, Jr., MD, DVM, II, IV, Sr., CPA, Esq.")

OWN_STREETS: Final = _words(
    """
    Alleyway, Bank, Boulevard, Bottom, Chase, Close, Copse, Croft, Drift, Embankment, End, Esplanade,
    Gate, Hatch, Lea, Parade, Promenade, Quay, Reach, Rise, Riverside, Spinney, Strand, Thicket, Vale,
    Wharf, Yard
    """
)
OWN_CITY_PREFIXES: Final = _words("Upper, Lower, Old, Great, Little, Nether, High, Fair, Mid")
OWN_CITY_SUFFIXES: Final = _words("wick, ham, stead, combe, thorpe, minster, worth, beck, hurst, by")

ONSETS: Final = _words("b, br, c, d, dr, f, g, gr, h, k, kl, l, m, n, p, pl, qu, r, s, st, t, thr, v, w, z")
VOWELS: Final = _words("a, e, i, o, u, ae, ie, oo")
CODAS: Final = _words("ck, dt, ff, l, lm, mb, n, nd, nk, r, rv, sk, st, th, x, zz")
GIVEN_ENDS: Final = _words("a, ene, in, is, o, ric, us, wyn")

RANKS: Final = _words(
    """
    Dynamic, Senior, Chief, International, Product, Legacy, Global, Lead, Regional, Corporate, District,
    Principal, Future, Central, National, Customer, Human, Internal, Direct, Investor
    """
)
TRADES: Final = _words(
    """
    Legacy, Banking, Farming, Retail, Sales, Mining, Marketing, Education, Healthcare, Advertising,
    Hospitality, Manufacturing, Construction, Government, Accounting, Community, Consulting, IT,
    Technology, Administration, Design, Legal, Real-Estate
    """
)
POSTS: Final = _words(
    """
    Officer, Planner, Strategist, Designer, Manager, Liaison, Specialist, Analyst, Agent, Director,
    Engineer, Representative, Coordinator, Consultant, Executive, Facilitator, Orchestrator, Producer,
    Architect, Technician, Supervisor, Developer, Assistant, Administrator
    """
)
HOBBIES: Final = _words(
    """
    Astronomy, Baking, Bird watching, Blacksmithing, Board games, Calligraphy, Candle making, Coffee
    roasting, Cooking, Cycling, Dance, Drawing, Embroidery, Fishing, Foreign language learning, Gaming,
    Gardening, Genealogy, Glassblowing, Homebrewing, Horseback riding, Jewelry making, Juggling, Kite
    flying, Knitting, Lapidary, Magic, Metalworking, Model building, Mountaineering, Orienteering,
    Origami, Painting, Photography, Puzzles, Quilting, Rock climbing, Roller skating, Running, Sailing,
    Scuba diving, Shooting, Singing, Skydiving, Stand-up comedy, Taxidermy, Vehicle restoration, Video
    gaming, Watching movies, Web surfing, Wine tasting, Wood carving, Writing, Yoga
    """
)
ADJECTIVES: Final = _words(
    """
    adorable, brave, bright, charming, cheerful, clever, courageous, curious, delightful, eager,
    enchanting, fair, famous, fancy, fine, friendly, funny, gentle, glamorous, gleaming, glorious,
    graceful, handsome, healthy, helpful, innocent, inquisitive, jolly, joyous, kind, lively, lovely,
    modern, nice, open, outstanding, perfect, powerful, proud, quaint, rich, sparkling, splendid,
    spotless, tasty, tender, thankful, thoughtful, unusual, vast, vivacious, witty, zealous
    """
)
COUNTRY_CODES: Final = _words("1, 7, 20, 33, 44, 49, 81, 218, 353, 374, 502, 598, 677, 856, 995")


def _coined(rng: Random, *parts: tuple[str, ...]) -> str:
    """A capitalised word of these parts that no list has."""
    while True:
        word = "".join(rng.choice(part) for part in parts)
        if word not in LISTED:
            return word.capitalize()


def given(rng: Random, from_lists: bool) -> str:
    return rng.choice(People.first_names) if from_lists else _coined(rng, ONSETS, VOWELS, CODAS, GIVEN_ENDS)


def surname(rng: Random, from_lists: bool) -> str:
    return rng.choice(People.last_names) if from_lists else _coined(rng, ONSETS, VOWELS, CODAS, VOWELS, CODAS)


def name(rng: Random, from_lists: bool) -> str:
    """Given name and surname, about two in three with an honorific before or a suffix behind, seldom both."""
    parts = [given(rng, from_lists), surname(rng, from_lists)]
    chance = rng.random()
    if chance < 0.45:
        parts.insert(0, rng.choice(PREFIXES))
    if 0.4 < chance < 0.65:
        parts.append(rng.choice(SUFFIXES))
    return " ".join(parts)


def _digits(rng: Random, shape: str) -> str:
    return "".join(str(rng.randrange(10)) if mark == "#" else mark for mark in shape)


def address(rng: Random, from_lists: bool) -> str:
    """Unit, number, street, town, state and ZIP code; the last two know nothing of each other."""
    prefixes, suffixes, streets = (
        (Addresses.city_prefixes, Addresses.city_suffixes, Addresses.street_suffixes)
        if from_lists
        else (OWN_CITY_PREFIXES, OWN_CITY_SUFFIXES, OWN_STREETS)
    )
    person = rng.choice((given, surname))(rng, from_lists)
    town = rng.choice((given, surname))(rng, from_lists)
    shape = rng.randrange(3)
    if shape:
        town += rng.choice(suffixes)
    if shape != 1:
        town = f"{rng.choice(prefixes)} {town}"
    unit = _digits(rng, rng.choice(("Apt. ### ", "Suite ### "))) if rng.random() < 0.3 else ""
    number = rng.randint(1, 9) * 100 + rng.randrange(100) if rng.random() < 0.5 else rng.randint(1000, 99999)
    code = _digits(rng, "#####-####" if rng.random() < 0.2 else "#####")
    return f"{unit}{number} {person} {rng.choice(streets)}, {town}, {rng.choice(STATES)} {code}"


def phone(rng: Random) -> str:
    """A plus sign, a country code and random digits: ten to fourteen digits in all."""
    code = rng.choice(COUNTRY_CODES)
    return "+" + code + _digits(rng, "#" * (rng.randint(10, 14) - len(code)))


def introduction(rng: Random, who: str) -> str:
    """The farm's sentence, with five to nine adjectives; mostly "a" even before a vowel, as theirs is."""
    adjectives = rng.sample(ADJECTIVES, rng.randint(5, 9))
    one = "an" if adjectives[0][0] in "aeiou" and rng.random() < 0.2 else "a"
    return (
        f"My name is {who}, I am {one} {', '.join(adjectives)} person who loves writing"
        " and wants to share my knowledge and understanding with you."
    )


def person(rng: Random, from_lists: bool) -> dict[str, str]:
    """One made-up person: a value for each of ``LABELS``, in that order."""
    who = name(rng, from_lists)
    hobbies = rng.sample(HOBBIES, rng.randint(5, 8))
    job = [rng.choice(TRADES), rng.choice(POSTS)]
    if rng.random() < 0.6:
        job.insert(0, rng.choice([rank for rank in RANKS if rank != job[0]]))
    return {
        "Name": who,
        "Birthday": f"{rng.randint(1990, 2001)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        "Address": address(rng, from_lists),
        "Phone": phone(rng),
        "Job": " ".join(job),
        "Hobby": ", ".join(hobbies if rng.random() < 0.7 else [hobby.title() for hobby in hobbies]),
        "Introduction": introduction(rng, who),
    }


def statistics(rng: Random, who: str) -> tuple[tuple[str, str], ...]:
    """The "Article information" of a farm page: its labels and values. The date is often empty."""
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    return (
        ("Author", who),
        (
            "Last Updated",
            rng.choice(("", "", f"{rng.randint(2022, 2025)}-{month:02}-{day:02}T06:01:14+00:00")),
        ),
        ("Views", str(rng.randint(400, 9800))),
        ("Rating", f"{rng.randint(30, 50) / 10} / 5 ({rng.randint(40, 99)} voted)"),
        ("Reviews", f"{rng.randint(71, 98)}% of readers found this page helpful"),
    )
