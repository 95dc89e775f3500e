"""The generators do what their docstrings say; nothing of the cleaner is tested here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup
from faker.providers.address.en_US import Provider as Addresses

from . import farm, profiles
from .farm import FarmPage, farm_pages
from .honest import HONEST, HonestBox
from .layouts import SPLIT_LAYOUTS
from .people import LABELS, LISTED, OWN_CITY_PREFIXES, OWN_CITY_SUFFIXES, OWN_STREETS
from .profiles import ProfilePage
from .prose import SUBJECTS

PROFILES = list(profiles.profiles(500, 1))
FARM = list(farm_pages(90, 1))


def shown(page: ProfilePage | FarmPage | HonestBox) -> str:
    """The page's visible text with all white space folded to one space."""
    if page.kind == "text":
        return " ".join(page.page.split())
    soup = BeautifulSoup(page.page, "html.parser")
    for tag in soup(["script", "style", "title"]):
        tag.decompose()
    for tag in soup(["br", "td", "th", "dt", "dd", "p", "div", "li", "h1", "h2", "h3", "h4", "tr"]):
        tag.insert_before("\n")
        tag.insert_after("\n")
    return " ".join(soup.get_text().split())


def missing(lines: Sequence[str], text: str) -> list[str]:
    return [line for line in lines if " ".join(line.split()) not in text]


@pytest.mark.parametrize("pages", [PROFILES, FARM], ids=["profiles", "farm"])
def test_every_line_is_on_its_page_and_on_one_side(pages: Sequence[ProfilePage | FarmPage]) -> None:
    for page in pages:
        text, article = shown(page), " ".join(page.honest)
        assert not missing(page.honest, text)
        assert not missing(page.injected, text)
        assert len(missing(page.injected, article)) == len(page.injected)
        assert len(set(page.honest)) == len(page.honest)


def test_nothing_but_the_listed_lines_and_the_chrome_is_on_a_farm_page() -> None:
    for page in FARM:
        rest = shown(page)
        for line in sorted((*page.honest, *page.injected), key=len, reverse=True):
            rest = rest.replace(line, " ")
        assert not rest.split()


def test_the_same_seed_gives_the_same_pages_and_another_seed_others() -> None:
    assert list(profiles.profiles(40, 1)) == PROFILES[:40]
    assert list(farm_pages(40, 1)) == FARM[:40]
    assert list(profiles.profiles(40, 2)) != PROFILES[:40]
    assert list(farm_pages(40, 2)) != FARM[:40]


def test_profiles_come_in_every_layout_and_shape() -> None:
    assert {page.layout for page in PROFILES} == set(profiles.LAYOUTS)
    assert Counter(page.from_lists for page in PROFILES) == {True: 250, False: 250}
    assert {len(page.fields) for page in PROFILES} == {1, 3, 4, 5, 6, 7}
    assert all(page.fields == ("Introduction",) for page in PROFILES if len(page.fields) == 1)
    assert {field for page in PROFILES for field in page.fields} == set(LABELS)
    for page in PROFILES:
        assert 4 <= len(page.honest) <= 8
        if page.layout not in SPLIT_LAYOUTS and len(page.fields) > 1:
            found = [line.split(":")[0] for line in page.injected if line.split(":")[0] in page.fields]
            assert tuple(found) == page.fields


def test_the_other_half_shares_no_word_with_the_lists() -> None:
    suffixes = {word.lower() for word in (*Addresses.street_suffixes, *Addresses.city_suffixes)}
    assert not suffixes & {word.lower() for word in (*OWN_STREETS, *OWN_CITY_SUFFIXES)}
    assert not set(Addresses.city_prefixes) & set(OWN_CITY_PREFIXES)
    for page in PROFILES:
        names = [line.removeprefix("Name: ") for line in page.injected if line.startswith("Name: ")]
        words = {word.lower() for name in names for word in name.split()}
        if not page.from_lists:
            assert not words & LISTED
        elif names:
            assert words & LISTED


def test_farm_pages_have_their_year_and_their_layouts() -> None:
    assert {page.layout for page in FARM} == set(farm.LAYOUTS)
    assert any("\r\n" in page.page for page in FARM)
    for page in FARM:
        assert page.injected[0].startswith(f"{page.title} (20")
        assert shown(page).count(page.injected[0]) == 2


def test_prose_is_plentiful_and_has_no_label_in_it() -> None:
    sentences = [sentence for subject in SUBJECTS for sentence in subject.sentences]
    assert len(set(sentences)) == len(sentences) >= 60
    words = {word.strip(".,:;!?\"'") for sentence in sentences for word in sentence.split()}
    assert not words & {*LABELS, "Author", "Views", "Rating", "Reviews"}


def test_honest_boxes_are_many_and_different() -> None:
    assert len(HONEST) >= 200
    assert len({box.page for box in HONEST}) == len(HONEST)
    assert len({box.note for box in HONEST}) == len(HONEST)
    assert {box.kind for box in HONEST} == {"html", "text"}


@pytest.mark.parametrize("box", HONEST, ids=lambda box: box.note)
def test_an_honest_box_holds_its_body_and_no_marks(box: HonestBox) -> None:
    assert box.body
    assert not missing(box.body, shown(box))
    assert "⟦" not in box.page
    assert "⟧" not in box.page
