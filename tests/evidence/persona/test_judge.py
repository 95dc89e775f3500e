"""Which people are called made up, and which are not. The words here are not those the code judges by."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from cleaner.evidence.persona import Profile, find_profiles
from cleaner.model import Block, Run

ARTICLE = [
    "The council voted on Tuesday to close the old bridge, and people of the eastern quarter said that they "
    "had not been asked before the decision was taken by the committee.",
    "Engineers found cracks in two of the four piers last spring. A report of ninety pages says that repairs "
    "would cost more than a new crossing a little further upstream.",
    "Shops on both banks fear for their trade; a ferry was promised for those on foot, he said.",
]


def blocks(texts: list[str]) -> list[Block]:
    return [Block(i, text, (Run((0, len(text)), (0, len(text))),)) for i, text in enumerate(texts)]


def words(text: str, separator: str | None = None) -> list[str]:
    return text.split(separator)


def box(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip().split("\n")]


def names(profile: Profile) -> set[str]:
    return {tell.name for tell in profile.tells}


# --- the farm's ------------------------------------------------------------------------------------------

SYLLABLES = words("bra del fin gor hul jen kel lum mar nol ost pri ras sul tev und wix yar zon")
STREETS = words("Ports Unions Hollow Trafficway Lane Via Forges Mills Road Ramp Isle Knolls Avenue Shoals Way")
STATES = words("AL AK AZ CA CO CT FL GA HI IL IN KS LA MA ME MI MN MT NC ND NJ NV NY OH OR PA RI SC TX UT WA WY")
HOBBIES = words(
    "Amateur radio,Archery,Astronomy,Baking,Bonsai,Cabaret,Candle making,Chess,Cooking,"
    "Cosplaying,Dance,Dowsing,Fishing,Foraging,Geocaching,Gardening,Hiking,Inline skating,"
    "Juggling,Knitting,Lapidary,Macrame,Origami,Painting,Parkour,Quilting,Reading,Sailing,"
    "Sculpting,Swimming,Taxidermy,Urban exploration,Weaving,Yoga",
    ",",
)
ADJECTIVES = words("adventurous agile bold brisk candid daring earnest fond frank gifted glad keen loyal merry neat")
LEVELS = words("Senior Regional Dynamic Future Chief Investor International Legacy Internal Lead Corporate")
FIELDS = words("Accounting Banking Farming Marketing Mining Retail Sales Technology Healthcare Legal")
ROLES = words("Planner Manager Liaison Officer Strategist Coordinator Technician Director Agent Supervisor")
FAKER = words("Dach Kuhlman Schuster Mraz Hirthe Feeney Bogan Schowalter Gislason Crooks")


def farm_profile(rng: random.Random, *, listed: bool) -> dict[str, str]:
    """A profile of the farm's grammar; ``listed``: with surnames of faker's lists."""

    def word() -> str:
        return "".join(rng.sample(SYLLABLES, 2)).title()

    surname = rng.choice(FAKER) if listed else word()
    title = rng.choice(["", "", "Prof. ", "Mrs. ", "Rev. ", "Dr. "])
    name = f"{title}{rng.choice(['Nancy', 'Otha', word()])} {surname}{rng.choice(['', '', '', ' DDS', ' III'])}"
    city = rng.choice([f"{rng.choice(['North', 'Lake', 'Port'])} {word()}", f"{word()}{rng.choice(['ton', 'bury'])}"])
    unit = f"{rng.choice(['Apt.', 'Suite'])} {rng.randint(100, 999)}"
    street = f"{rng.randint(1, 99999)} {rng.choice(FAKER) if listed else word()} {rng.choice(STREETS)}"
    street = rng.choice([street, street, f"{unit} {street}", f"{street} {unit}"])
    job = f"{rng.choice(FIELDS)} {rng.choice(ROLES)}"
    adjectives = ", ".join(rng.sample(ADJECTIVES, 7))
    return {
        "Name": name,
        "Birthday": f"{rng.randint(1990, 2001)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        "Address": f"{street}, {city}, {rng.choice(STATES)} {rng.randint(501, 99950):05}",
        "Phone": f"+{rng.randint(1, 9)}{rng.randint(10**7, 10**14 - 1)}",
        "Job": rng.choice([job, f"{rng.choice(LEVELS)} {job}"]),
        "Hobby": ", ".join(rng.sample(HOBBIES, rng.randint(5, 9))),
        "Introduction": f"My name is {name}, I am a {adjectives} person who loves writing and wants to "
        "share my knowledge and understanding with you.",
    }


@pytest.mark.parametrize("heading", [[], ["Author information"]])
@pytest.mark.parametrize("article", [[], ARTICLE])
def test_generated_profiles_are_made_up(heading: list[str], article: list[str]) -> None:
    rng = random.Random(20)
    missed = []
    for number in range(500):
        fields = farm_profile(rng, listed=number % 2 == 0)
        labels = rng.sample(list(fields), rng.randint(3, 7)) if number % 6 else ["Introduction"]
        lines = [f"{label}: {fields[label]}" for label in labels]
        if number % 3 == 0:
            lines = [" ".join(lines)]
        found = find_profiles(blocks([*article, *heading, *lines, *article]))
        if [profile.fabricated for profile in found] != [True]:
            missed.append(lines)
    assert len(missed) <= 10, missed


SEED_LIKE = """
    Author: Fr. Otha Mraz DVM
    Last Updated:
    Views: 5120
    Rating: 4.1 / 5 (32 voted)
    Reviews: 91% of readers found this page helpful
    Author information
    Name: Fr. Otha Mraz DVM
    Birthday: 1998-11-05
    Address: 8413 Feeney Ports, West Ludieborough, TX 03411
    Phone: +8312664091775
    Job: Retail Supervisor
    Hobby: Knitting, Urban exploration, Lapidary, Reading, Taxidermy
    Introduction: My name is Fr. Otha Mraz DVM, I am a agile, bold, candid, earnest, glad, merry, \
neat person who loves writing and wants to share my knowledge and understanding with you."""


def test_all_tells_of_a_whole_profile_are_named() -> None:
    (profile,) = find_profiles(blocks(ARTICLE + box(SEED_LIKE)))
    assert profile.fabricated
    assert profile.name == "Fr. Otha Mraz DVM"
    assert [index for index, _ in profile.pieces] == list(range(8, 16))
    assert names(profile) >= set(
        words(
            "titled-name listed-name iso-birthday zip-outside-state address-grammar phone-impossible "
            "job-ordinary hobby-list introduction-template adjective-chain farm-information "
            "author-information generator-form"
        )
    )
    assert next(tell for tell in profile.tells if tell.name == "zip-outside-state").seen == "TX 03411"


def test_the_author_line_names_whom_the_box_does_not() -> None:
    texts = [line for line in box(SEED_LIKE) if not line.startswith(("Name", "Introduction"))]
    (profile,) = find_profiles(blocks(texts))
    assert profile.fabricated and profile.name == "Fr. Otha Mraz DVM"


# --- honest ----------------------------------------------------------------------------------------------

BOXES = Path(__file__).with_name("honest_boxes.txt").read_text(encoding="utf-8")
HONEST = ["\n".join(line for line in text.split("\n") if line[:1] != "#") for text in BOXES.split("\n\n")]
HONEST = [text for text in HONEST if text.strip()]


@pytest.mark.parametrize("around", [[], ARTICLE])
@pytest.mark.parametrize("text", HONEST)
def test_honest_boxes(text: str, around: list[str]) -> None:
    lines = box(text)
    cells = [part for line in lines for part in line.split(": ", 1)]
    for layout in (lines, [" ".join(lines)], ["\n".join(lines)], cells, ["About the author", *lines]):
        page = blocks([*around, *layout, *around])
        assert not [profile.tells for profile in find_profiles(page) if profile.fabricated]


MADE_UP = box(SEED_LIKE)[6:]


@pytest.mark.parametrize(
    "context",
    [
        "Every site of this content farm ends with such a profile, and none of the people exists.",
        "The library makes fake data for your tests; a profile printed by it looks like this.",
        "They are fake authors: the names come from word lists.",
    ],
)
def test_a_page_that_shows_a_profile_on_purpose(context: str) -> None:
    (profile,) = find_profiles(blocks([context, *MADE_UP]))
    assert profile.tells and not profile.fabricated


def test_a_directory_is_of_no_made_up_people() -> None:
    rng = random.Random(4)
    people = [farm_profile(rng, listed=True) for _ in range(4)]
    lines = [f"{label}: {value}" for person in people for label, value in person.items()]
    found = find_profiles(blocks(lines))
    assert len(found) == 4 and not any(profile.fabricated for profile in found)


def test_names_from_the_lists_and_one_weak_tell_are_not_enough() -> None:
    (profile,) = find_profiles(blocks(box("Name: Otha Mraz\nBirthday: 1996-02-21\nHobby: Chess")))
    assert names(profile) == {"listed-name", "iso-birthday"}
    assert not profile.fabricated


@pytest.mark.parametrize("filler", ["Ab, ", "a1", "Name: ", "My name is A", "Hobby: A, ", "“\n", "+1 "])
def test_a_block_of_any_length_is_read_in_linear_time(filler: str) -> None:
    page = blocks(["Name: Ada Quindle Birthday: 1993-01-02 Hobby: Chess, " + filler * (2_000_000 // len(filler))])
    start = time.process_time()
    find_profiles(page)
    assert time.process_time() - start < 5


# --- beside a text ---------------------------------------------------------------------------------------

INTRODUCTION = "Vorstellung: Mein Name ist Henrike Falk, ich bin ein heller, mutiger, sanfter Mensch, der gern schreibt und sein Wissen mit Ihnen teilt."
GERMAN = [
    "Angaben zum Autor",
    "Name: Henrike Falk",
    "Geburtstag: 04.07.1989",
    "Anschrift: Am Anger 8b, 49117 Neudorf",
    "Telefon: +49 5551 778 2031",
    "Beruf: Leitende Planerin",
    "Hobbys: Töpfern, Segeln, Origami",
]


def test_a_whole_profile_with_an_introduction_of_the_template_is_made_up_in_any_form() -> None:
    [profile] = find_profiles(blocks([*ARTICLE, *GERMAN, INTRODUCTION]), [len(ARTICLE) + len(GERMAN)])
    assert profile.fabricated
    assert {"full-profile", "introduction-short"} <= names(profile)


def test_a_profile_beside_a_text_that_never_names_its_person_is_its_authors() -> None:
    [profile] = find_profiles(blocks([*ARTICLE, *GERMAN[1:]]))
    assert (profile.beside, profile.fabricated) == (True, False)
    [profile] = find_profiles(blocks(["Henrike Falk builds bridges of clay.", *ARTICLE, *GERMAN[1:]]))
    assert not profile.beside
    assert not any(profile.beside for profile in find_profiles(blocks(GERMAN[1:])))


def test_a_contact_and_a_card_are_no_profile_of_an_author() -> None:
    contact, card = [GERMAN[1], *GERMAN[3:5]], [GERMAN[1], GERMAN[2], GERMAN[6]]
    for few in (contact, card):
        assert not any(profile.beside for profile in find_profiles(blocks([*ARTICLE, *few])))
