"""The template of a content farm, and the honest pages that have a part of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaner.evidence.farm import NO_FARM, Farm, read_farm
from cleaner.evidence.persona import find_profiles
from cleaner.model import Block, Run
from cleaner.source import html

TITLE = "Old harbour bridge to close for repairs"
STORY = "The bridge over the old harbour closes on Monday, the council said, and stays closed until spring."
DIVERS = "Divers found cracks in two of the piers last month, and a third is being looked at now."
VOTED, HELPFUL = "Rating: 4.1 / 5 (31 voted)", "Reviews: 92% of readers found this page helpful"
PROFILE = (
    "Author information",
    "Name: Rev. Odell Quist",
    "Birthday: 1994-02-11",
    "Address: 417 Harvell Crossing, North Tamsin, VT 90210",
    "Phone: +4471",
    "Hobby: Kayaking, Pottery, Chess, Knitting, Yoga",
)


def lines(*texts: str) -> list[Block]:
    return [Block(index, text, (Run((0, len(text)), (0, len(text))),)) for index, text in enumerate(texts)]


def farm(*texts: str, titles: Sequence[str] = ()) -> Farm:
    blocks = lines(*texts)
    return read_farm(blocks, titles, find_profiles(blocks), range(len(blocks)))


def pieces(read: Farm, texts: Sequence[str]) -> set[str]:
    """Everything that is read as the template's, as text."""
    spans = [*read.captions, *read.repeats, *read.lists, *((item.block, item.range) for item in read.information)]
    return {texts[index][slice(*span)].strip() for index, span in spans} | {texts[index] for index in read.suffixes}


# --- titles -----------------------------------------------------------------------------------------


def test_a_year_and_numbers_together_are_a_farms() -> None:
    found = farm(f"{TITLE} (2025)", STORY, f"{TITLE} (1)", DIVERS, f"{TITLE} (2)", STORY)
    assert found.title == TITLE
    assert found.suffixes == {0: "(2025)"}
    assert found.captions == ((2, (0, len(TITLE) + 4)), (4, (0, len(TITLE) + 4)))
    assert not found.information
    assert not found.lists


@pytest.mark.parametrize("suffix", ["(2025)", "[2024]", "(Updated 2023)", "(2025 Update)", "(update: 2025)"])
def test_the_suffix_is_told_as_it_stands(suffix: str) -> None:
    assert farm(f"{TITLE} {suffix}", STORY, f"{TITLE} (1)").suffixes == {0: suffix}


def test_the_title_again_is_a_repeat_and_the_first_is_not() -> None:
    found = farm(TITLE, STORY, f"{TITLE} (1)", TITLE.upper(), titles=[f"{TITLE} (2025)"])
    assert found.repeats == ((3, (0, len(TITLE))),)
    assert found.title == TITLE
    assert found.declared == "(2025)"


def test_a_declared_title_with_the_sites_name_behind_it() -> None:
    found = farm(TITLE, STORY, f"{TITLE} (1)", titles=[f"{TITLE} (2025) - Harbour News"])
    assert (found.title, found.declared) == (TITLE, "(2025)")


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("Dune (2021)", "A film about a desert planet, and a long one.", "Dune (2021)"), id="a film"),
        pytest.param(("Salt Orchard (2021)", STORY, "Salt Orchard", DIVERS), id="a film of two words"),
        pytest.param(("The nine best kettles (2025)", STORY, "1. The Whistler", DIVERS), id="a listicle"),
        pytest.param(
            ("The Keeper's Year", "The Keeper's Year (1)", STORY, "The Keeper's Year (2)", DIVERS), id="a serial"
        ),
        pytest.param(("Refrain of the sea", "The tide came in.", "Refrain of the sea"), id="a refrain"),
        pytest.param((STORY, "Figure of a bridge (1)", DIVERS, "Figure of a bridge (2)"), id="figures"),
        pytest.param(("The harbour (1890)", "The harbour (1912)", STORY, "The harbour (1950)"), id="a collection"),
        pytest.param(("Kettles (2025)", STORY, "Kettles (1)", DIVERS), id="one word is no title"),
        pytest.param((f"{TITLE} (20250)", STORY, f"{TITLE} (1)"), id="no year"),
        pytest.param((f"{TITLE} (2025) reopens", STORY, f"{TITLE} (1) and (2)"), id="in the middle"),
    ],
)
def test_a_title_alone_proves_nothing(texts: tuple[str, ...]) -> None:
    assert farm(*texts) == NO_FARM
    assert farm(*texts, titles=texts[:1]) == NO_FARM


def test_a_year_with_other_proof_of_a_farm() -> None:
    assert farm(f"{TITLE} (2025)", STORY, VOTED).suffixes == {0: "(2025)"}
    assert farm(f"{TITLE} (2025)", STORY, *PROFILE).suffixes == {0: "(2025)"}


def test_a_serial_is_left_alone_on_a_page_that_also_reviews_a_film() -> None:
    assert farm("The Salt Orchard (2021)", STORY, "The Keeper's Year (1)", DIVERS, "The Keeper's Year (2)") == NO_FARM


# --- the information block and the lists ------------------------------------------------------------

INFORMATION = ("Article information", "Author: Rev. Odell Quist", "Last Updated:", "Views: 6023", VOTED, HELPFUL)
LISTS = ("Top Articles", "Latest Posts", "Recommended Articles")


@pytest.mark.parametrize("proof", [VOTED, HELPFUL, HELPFUL.removeprefix("Reviews: "), VOTED.removeprefix("Rating: ")])
def test_an_invented_figure_is_proof_and_takes_its_neighbours_with_it(proof: str) -> None:
    texts = (STORY, "Article information", "Views: 6023", proof)
    assert pieces(farm(*texts), texts) == set(texts[1:])


def test_labels_without_figures_prove_nothing() -> None:
    assert farm(STORY, "Views: 6023", "Rating: 4.5 / 5 (38 ratings)", "Reviews: 12") == NO_FARM
    assert farm(STORY, "Author: Ada Quist", "Last Updated: 3 May") == NO_FARM


def test_the_whole_block_with_values_in_elements_of_their_own() -> None:
    texts = (
        STORY,
        "Article information",
        "Author",
        "Rev. Odell Quist",
        "Views",
        "6023",
        "Rating",
        VOTED[8:],
        "Reviews",
        HELPFUL[9:],
    )
    assert pieces(farm(*texts), texts) == set(texts[1:])


def test_what_is_foreign_to_the_template_ends_it() -> None:
    texts = (STORY, "Views: 12", DIVERS, VOTED)
    assert pieces(farm(*texts), texts) == {VOTED}


@pytest.mark.parametrize("heading", LISTS)
def test_a_list_alone_is_anybodys(heading: str) -> None:
    assert farm(STORY, heading, "How we moved the library", "A year on the moor") == NO_FARM
    assert farm(STORY, "Top Articles", heading, "How we moved the library") == NO_FARM


def test_three_lists_with_nothing_in_them_are_a_farms() -> None:
    texts = (STORY, *LISTS, "Contact us")
    assert pieces(farm(*texts), texts) == set(LISTS)
    assert farm(STORY, LISTS[0], "How we moved", LISTS[1], "The moor", LISTS[2]) == NO_FARM


def test_lists_before_the_information_block_go_with_their_entries() -> None:
    texts = (STORY, LISTS[0], "How To Descale A Kettle (2025)", LISTS[1], "A year on the moor", *INFORMATION)
    assert pieces(farm(*texts), texts) == set(texts[1:])


def test_lists_before_a_made_up_author_go_with_their_entries() -> None:
    texts = (STORY, LISTS[0], "How To Descale A Kettle (2025)", *PROFILE)
    assert pieces(farm(*texts), texts) == {LISTS[0], "How To Descale A Kettle (2025)"}


def test_entries_end_at_a_paragraph() -> None:
    texts = (STORY, LISTS[0], "How To Descale A Kettle", DIVERS, *PROFILE)
    assert DIVERS not in pieces(farm(*texts), texts)


def test_sentences_with_the_words_of_the_template_stay() -> None:
    prose = (
        "The Author: a life in letters, is out in May, and Views: from the bridge is out in June.",
        "Of the top articles the council found, Latest Posts and Recommended Articles were the most read.",
        "He wrote Article information on the folder and put it in the drawer, where nobody found it for years.",
    )
    assert farm(*prose) == NO_FARM
    assert not pieces(farm(*prose, VOTED), (*prose, VOTED)) - {VOTED}


# --- run-on lines -----------------------------------------------------------------------------------


def run_on(*tail: str) -> tuple[str, ...]:
    return (f"{TITLE} (2025)", STORY, f"{TITLE} (1)", f"{DIVERS} " + " ".join(tail))


def test_a_run_on_tail_is_read_as_ranges_and_the_sentence_before_it_stays() -> None:
    texts = run_on(f"{TITLE} (2025)", *LISTS, *INFORMATION, *PROFILE)
    found = farm(*texts)
    assert {index for index, _ in (*found.repeats, *found.lists)} == {3}
    [(_, repeat)] = found.repeats
    assert texts[3][slice(*repeat)] == f"{TITLE} (2025)"
    spans = sorted([repeat, *(span for _, span in found.lists), *(item.range for item in found.information)])
    assert spans[0][0] == len(DIVERS) + 1
    covered = "".join(texts[3][slice(*span)] for span in spans)
    assert "".join(covered.split()) == "".join("".join((f"{TITLE} (2025)", *LISTS, *INFORMATION)).split())


def test_a_run_on_tail_without_a_profile() -> None:
    texts = run_on(*LISTS, *INFORMATION)
    found = pieces(farm(*texts), texts)
    assert {"Views: 6023", VOTED, HELPFUL, *LISTS} <= found
    assert not any(DIVERS[-20:] in piece for piece in found)


def test_a_time_of_day_behind_the_date_of_the_last_update() -> None:
    tail = (*INFORMATION[:2], "Last Updated: 2024-05-06T06:01:14+00:00", *INFORMATION[3:])
    texts = (STORY, " ".join(tail))
    found = farm(*texts)
    removed = sorted(item.range for item in found.information)
    assert "".join(texts[1][slice(*span)] for span in removed).replace(" ", "") == texts[1].replace(" ", "")


def test_lines_of_one_block_are_read_each() -> None:
    text = "\n".join((DIVERS, *LISTS, *INFORMATION))
    found = pieces(farm(STORY, text), (STORY, text))
    assert found == {*LISTS, *INFORMATION}
    assert DIVERS not in found


# --- markup -----------------------------------------------------------------------------------------


def test_a_last_list_of_links_goes_and_the_paragraph_behind_it_stays() -> None:
    page = (
        f"<p>{STORY}</p><p>{VOTED}</p><h3>Top Articles</h3><ul><li><a href='/a'>How we moved the library</a></li>"
        f"<li><a href='/b'>A year on the moor</a></li></ul><p>{DIVERS}</p>"
    )
    blocks = html.segment(page).blocks
    texts = [block.text for block in blocks]
    found = pieces(read_farm(blocks, (), (), range(len(blocks))), texts)
    assert found == {VOTED, "Top Articles", "How we moved the library", "A year on the moor"}


def test_no_blocks() -> None:
    assert read_farm((), (f"{TITLE} (2025)",), (), ()) == NO_FARM
