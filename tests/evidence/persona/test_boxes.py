"""Where profile boxes are found, and that not a word of the article is taken with them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.evidence.persona import find_profiles
from cleaner.evidence.persona.boxes import find_drafts
from cleaner.model import Block, Flags, Inline, Run

FIELDS = {
    "Name": "Msgr. Orla Quindlebar",
    "Birthday": "1995-04-17",
    "Address": "Suite 214 77 Vandrell Unions, Port Ormsby, NV 03311",
    "Phone": "+4471239915501",
    "Job": "Legacy Farming Liaison",
    "Hobby": "Beekeeping, Stone skipping, Lacemaking, Glassblowing, Kite flying",
    "Introduction": "My name is Msgr. Orla Quindlebar, I am a bright, calm, honest, lively person who "
    "loves writing and wants to share my knowledge and understanding with you.",
}
BEFORE = "The ferry had been promised for June, and in June it came, he said."
AFTER = "Mr Ashdown, who had waited on the quay since dawn, was the first to board."


def block(index: int, text: str, **more: object) -> Block:
    return Block(index, text, (Run((0, len(text)), (0, len(text))),), **more)  # type: ignore[arg-type]


def blocks(*texts: str) -> list[Block]:
    return [block(index, text) for index, text in enumerate(texts)]


def taken(page: list[Block]) -> list[str]:
    """The text of every profile on the page, piece by piece."""
    return [page[index].text[start:end] for one in find_profiles(page) for index, (start, end) in one.pieces]


LAYOUTS = {
    "paragraphs": [f"{label}: {value}" for label, value in FIELDS.items()],
    "cells": [text for label, value in FIELDS.items() for text in (label, value)],
    "cells with colons": [text for label, value in FIELDS.items() for text in (f"{label}:", value)],
    "spans": [f"{label} {value}" for label, value in FIELDS.items()],
    "bullets": [f"• {label}: {value}" for label, value in FIELDS.items()],
    "bold Markdown": [f"- **{label}:** {value}" for label, value in FIELDS.items()],
    "upper case": [f"{label.upper()}: {value}" for label, value in FIELDS.items()],
    "dashes": [f"{label} – {value}" for label, value in FIELDS.items()],
    "lines of one block": ["\n".join(f"{label}: {value}" for label, value in FIELDS.items())],
    "label and value on lines": ["\n".join(f"{label}\n{value}" for label, value in FIELDS.items())],
    "one line": [" ".join(f"{label}: {value}" for label, value in FIELDS.items())],
    "one line with bars": [" | ".join(f"{label}: {value}" for label, value in FIELDS.items())],
    "backwards": [f"{label}: {value}" for label, value in reversed(FIELDS.items())],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_all_fields_and_whole_blocks(layout: str) -> None:
    box = ["Author information", *LAYOUTS[layout]]
    page = blocks(BEFORE, *box, AFTER)
    (profile,) = find_profiles(page)
    assert {field.label.title(): field.value for field in profile.fields} == FIELDS
    assert taken(page) == box
    for field in profile.fields:
        index, (start, end) = field.value_piece
        assert page[index].text[start:end] == field.value
        assert field.label_piece is not None
        index, (start, end) = field.label_piece
        assert page[index].text[start:end].lower().startswith(field.label)


@pytest.mark.parametrize("last", FIELDS)
@pytest.mark.parametrize("after", [AFTER, "“We waited,” she said.", "14 boats followed.", "The wind turned."])
def test_a_run_on_profile_ends_where_its_last_value_ends(last: str, after: str) -> None:
    order = [label for label in FIELDS if label != last] + [last]
    box = "Author information " + " ".join(f"{label}: {FIELDS[label]}" for label in order)
    page = blocks(f"{BEFORE} {box} {after}")
    assert taken(page) == [box]


@pytest.mark.parametrize("label", ["Introduction: ", "Introduction ", "", "About the author "])
def test_an_introduction_alone(label: str) -> None:
    page = blocks(BEFORE, f"{BEFORE} {label}{FIELDS['Introduction']} {AFTER}")
    (text,) = taken(page)
    assert text.removeprefix(label) == FIELDS["Introduction"] or label == "Introduction "
    assert text.endswith("understanding with you.")


def test_information_before_the_author_is_not_the_box() -> None:
    box = "Author information " + " ".join(f"{label}: {value}" for label, value in FIELDS.items())
    information = "Article information Author: Msgr. Orla Quindlebar Last Updated: Views: 210 Rating: 3.9 / 5 (8 voted)"
    assert taken(blocks(f"{BEFORE} {information} {box}")) == [box]


def test_what_stands_inside_the_box_belongs_to_it() -> None:
    lines = ["Name: Ada Quindle", "Last Updated:", "Birthday: 1995-04-17", "Website:", "Hobby: Chess"]
    assert taken(blocks(BEFORE, *lines, AFTER)) == lines
    assert taken(blocks(f"{BEFORE} {' '.join(lines)} {AFTER}")) == [" ".join(lines)]


def test_an_empty_label_does_not_swallow_the_article() -> None:
    page = blocks("Name: Ada Quindle", "Birthday: 1995-04-17", "Phone: +4471239915501", "Hobby:", AFTER)
    assert taken(page) == ["Name: Ada Quindle", "Birthday: 1995-04-17", "Phone: +4471239915501", "Hobby:"]


def test_in_the_middle_and_at_the_end() -> None:
    page = blocks(BEFORE, *LAYOUTS["paragraphs"], AFTER, BEFORE, *LAYOUTS["paragraphs"])
    first, second = find_profiles(page)
    assert first.pieces[-1][0] < second.pieces[0][0] - 2
    assert first.fabricated and second.fabricated


def test_two_profiles_in_a_row_are_two() -> None:
    page = blocks(*LAYOUTS["backwards"], *LAYOUTS["backwards"])
    assert [len(profile.fields) for profile in find_profiles(page)] == [7, 7]


def test_an_address_in_lines() -> None:
    page = blocks("Name: Ada Quindle\nAddress: 77 Vandrell Unions\nPort Ormsby, NV 03311\nPhone: +4471239915501")
    (profile,) = find_profiles(page)
    assert profile.fields[1].value == "77 Vandrell Unions\nPort Ormsby, NV 03311"


@pytest.mark.parametrize(
    "texts",
    [
        ("Name", "Birthday", "Address", "Phone", "Job"),  # a table's head
        ("Name: Ada Quindle", AFTER, "Birthday: 1995-04-17", AFTER, "Hobby: Chess"),  # far apart
        ("He gave his name: Ada. The phone: dead. The job: done.",),
        ("Name: Ada Quindle", "Phone: +4471239915501"),  # two are no profile
        ("My name is Ada and I am a nurse from Leeds.",),
        ("My name is Legion, for we are many, and I am the person you met.",),
        ('The box reads "Name: Ada Quindle Birthday: 1995-04-17 Hobby: Chess" and more.',),
        ("The box reads “Name: Ada Quindle Birthday: 1995-04-17 Hobby: Chess” and more.",),
        (f"The pages all say “{FIELDS['Introduction']}” and nothing else.",),
        (f"It begins thus: '{FIELDS['Introduction']}'",),
    ],
)
def test_no_profile(texts: tuple[str, ...]) -> None:
    assert not find_drafts(blocks(*texts))


def test_code_and_quotations_hold_no_profile() -> None:
    text = "\n".join(LAYOUTS["paragraphs"])
    whole = (0, len(text))
    assert find_drafts([block(0, text)])
    assert not find_drafts([block(0, text, flags=Flags(pre=True))])
    assert not find_drafts([block(0, text, flags=Flags(quote=True))])
    assert not find_drafts([block(0, text, inline=(Inline("code", whole),))])
    cells = [block(i, cell, flags=Flags(pre=True)) for i, cell in enumerate(LAYOUTS["paragraphs"])]
    assert not find_drafts(cells)


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [
                    *(
                        "Name: ",
                        "Name",
                        "Birthday:",
                        "Address: ",
                        "Phone ",
                        "Job: ",
                        "Hobby:",
                        "Introduction: ",
                    ),
                    *(
                        "My name is ",
                        "Ada Quindle",
                        ", I am a a, b person who loves writing",
                        "Author information ",
                    ),
                    *(
                        "\n",
                        ". ",
                        ", ",
                        " ",
                        "1995-04-17",
                        "+447",
                        "NV 03311",
                        "Chess, Go",
                        "“",
                        '"',
                        "é",
                        "The ",
                    ),
                    *("Sales Manager", "share my knowledge with you"),
                ]
            ),
            min_size=1,
            max_size=12,
        ).map("".join),
        max_size=8,
    )
)
def test_pieces_are_ranges_in_order(texts: list[str]) -> None:
    page = blocks(*texts)
    for profile in find_profiles(page):
        assert all(0 <= start < end <= len(page[index].text) for index, (start, end) in profile.pieces)
        assert all(first[0] < second[0] for first, second in pairwise(profile.pieces))
        assert all(field.value for field in profile.fields)


@pytest.mark.parametrize(
    "text",
    [
        "Autor: Rev. Odell Quist\n1. Geburtsdatum: 1994-02-11\n2. Wohnort: 417 Harvell Crossing, North Tamsin, VT 90210",
        "作者：Rev. Odell Quist\n生日：1994-02-11\n地址：417 Harvell Crossing, North Tamsin, VT 90210",
        "İsim: Rev. Odell Quist\nDoğum günü: 1994-02-11\nAdres: 417 Harvell Crossing, North Tamsin, VT 90210",
        "Born: 1994-02-11\nLocation: 417 Harvell Crossing, North Tamsin, VT 90210\nAuthor: Rev. Odell Quist",
    ],
)
def test_a_box_is_found_in_other_languages_and_words(text: str) -> None:
    (draft,) = find_drafts([block(0, text)])
    assert {one.label for one in draft.fields} == {"name", "birthday", "address"}


@pytest.mark.parametrize(
    "text",
    [
        "Hi, I’m Rev. Odell Quist. I am a calm, gentle, bright, graceful, witty person, I love writing and I want to share my "
        "knowledge and understanding with you.",
        "Mein Name ist Rev. Odell Quist, ich bin eine ruhige, sanfte, helle, anmutige, witzige Person, die gerne schreibt und ihr "
        "Wissen und ihr Verständnis mit Ihnen teilen möchte.",
        "Меня зовут Одел Квист, я спокойный, добрый, яркий, изящный, остроумный человек, который любит писать и хочет поделиться "
        "с вами своими знаниями и пониманием.",
    ],
)
def test_an_introduction_is_made_up_in_other_languages_and_words(text: str) -> None:
    (profile,) = find_profiles([block(0, BEFORE), block(1, text)], introduced=[1])
    assert profile.fabricated


@pytest.mark.parametrize(
    "text",
    [
        "Mein Name ist Anna, ich bin eine fröhliche Person, schreibe gern Briefe und möchte mein Wissen über Peru teilen.",
        "Je m'appelle Marie, je suis boulangère, et j'écris ici pour partager mes recettes avec vous.",
    ],
)
def test_an_honest_introduction_is_not(text: str) -> None:
    assert not any(profile.fabricated for profile in find_profiles([block(0, BEFORE), block(1, text)], introduced=[1]))
