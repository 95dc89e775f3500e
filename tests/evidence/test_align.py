"""Which blocks a text was made of: whole blocks by the best chain, changed ones by their words."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from itertools import compress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.evidence.align import shares

FERRY = "The ferry leaves at nine and comes back at four."
TICKETS = "Tickets are sold on board, in cash only."
STORM = "In a storm it does not leave at all."


def test_blocks_that_were_taken_and_blocks_that_were_not() -> None:
    assert shares([FERRY, "Home", TICKETS, STORM], f"{FERRY}\n\n{STORM}") == [1, 0, 0, 1]


@pytest.mark.parametrize("text", ["", " \n", "…!", "\u00ad"])
def test_nothing_was_taken(text: str) -> None:
    assert shares([FERRY, TICKETS], text) == [0, 0]


def test_blocks_without_words_are_found_nowhere() -> None:
    assert shares([], FERRY) == []
    assert shares(["", "***", FERRY, "—"], f"*** {FERRY} —") == [0, 0, 1, 0]


def test_case_punctuation_and_white_space_do_not_matter() -> None:
    assert shares([FERRY], "- THE FERRY,\n  leaves at nine;\tand comes back “at four”!") == [1]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e"])
def test_characters_that_nobody_sees_do_not_matter(unseen: str) -> None:
    broken = FERRY.replace("ferry", f"fer{unseen}ry")
    assert shares([broken, TICKETS], FERRY) == [1, 0]
    assert shares([FERRY, TICKETS], broken) == [1, 0]


def test_a_word_counts_as_a_whole() -> None:
    assert shares(["he ferry", "ferry leave"], FERRY) == [0, 0]


def test_menu_words_inside_a_sentence_do_not_win_against_the_sentence() -> None:
    blocks = ["Ferry", "Leaves", FERRY, "Four", TICKETS]
    assert shares(blocks, f"{FERRY}\n{TICKETS}") == [0, 0, 1, 0, 1]


def test_a_short_block_that_was_taken_is_found_beside_a_sentence_with_its_words() -> None:
    assert shares(["The ferry", FERRY, "At four", TICKETS], f"The ferry\n{FERRY}\nAt four\n{TICKETS}") == [1, 1, 1, 1]


def test_a_text_in_another_order_keeps_the_heavier_chain() -> None:
    long = f"{FERRY} {STORM}"
    found = shares([TICKETS, long, "See you."], f"{long}\n{TICKETS}")
    assert found[1] == 1
    assert found[0] < 0.5
    assert found[2] == 0


def test_a_repeated_block_is_found_as_often_as_it_was_taken() -> None:
    found = shares([FERRY, TICKETS, FERRY], f"{FERRY}\n{TICKETS}")
    assert found[1] == 1
    assert sorted((found[0], found[2])) == [0, 1]
    assert shares([FERRY, TICKETS, FERRY], f"{FERRY}\n{TICKETS}\n{FERRY}") == [1, 1, 1]


def test_of_a_repeated_block_the_one_among_its_neighbours_is_found() -> None:
    assert shares([STORM, FERRY, STORM, TICKETS], f"{FERRY}\n{STORM}\n{TICKETS}") == [0, 1, 1, 1]


def test_a_changed_block_is_compared_by_words_with_what_its_neighbours_left() -> None:
    changed = FERRY.replace("nine", "ten").replace("four", "five")
    [first, middle, last] = shares([TICKETS, FERRY, STORM], f"{TICKETS}\n{changed}\n{STORM}")
    assert (first, last) == (1, 1)
    assert middle == 8 / 10


def test_words_are_not_taken_twice() -> None:
    blocks = [TICKETS, FERRY.replace("nine", "ten"), FERRY.replace("nine", "six"), STORM]
    found = shares(blocks, f"{TICKETS}\n{FERRY}\n{STORM}")
    assert found[0] == found[3] == 1
    assert sum(share >= 0.5 for share in found[1:3]) == 1


def test_a_block_of_few_words_is_believed_only_as_a_whole() -> None:
    assert shares([TICKETS, "The blue ferry", STORM], f"{TICKETS}\nThe ferry\n{STORM}") == [1, 0, 1]


def test_a_block_in_which_the_text_lost_a_part_is_found_by_the_rest() -> None:
    assert shares([FERRY + " [edit]", TICKETS], f"{FERRY}\n{TICKETS}") == [pytest.approx(10 / 11), 1]


def test_cjk_blocks_without_spaces() -> None:
    one, two, three = "渡し船は九時に出ます。", "切符は船内で買えます。", "嵐の日は出ません。"
    assert shares([one, "ホーム", two, three], f"{one}\n{three}") == [1, 0, 0, 1]
    assert shares(["渡し船", one], one) == [0, 1]


def test_scripts_with_combining_marks() -> None:
    hindi = "नाव नौ बजे चलती है और चार बजे लौटती है"
    assert shares([hindi, "घर"], hindi + "।") == [1, 0]


def test_thousands_of_equal_blocks_take_no_time() -> None:
    blocks = ["the ferry leaves"] * 4_000 + [f"line {number} of the log" for number in range(4_000)]
    begun = time.process_time()
    found = shares(blocks, "\n".join(blocks))
    assert time.process_time() - begun < 5
    assert sum(found[4_000:]) == 4_000


@settings(deadline=None)
@given(st.lists(st.text("ab ,\u00ad渡", max_size=8), max_size=8), st.text("ab ,\u00ad渡", max_size=40))
def test_every_share_is_a_share(blocks: list[str], text: str) -> None:
    found = shares(blocks, text)
    assert len(found) == len(blocks)
    assert all(0 <= share <= 1 for share in found)


def weight(blocks: Iterable[str]) -> int:
    return sum(len(" ".join(re.findall(r"\w+", block.lower()))) + 1 for block in blocks)


@settings(deadline=None)
@given(st.lists(st.sampled_from((FERRY, TICKETS, STORM, "Home", "The ferry", "渡し船")), max_size=8), st.data())
def test_what_was_taken_whole_and_in_order_is_found_or_something_as_heavy(
    blocks: list[str], data: st.DataObject
) -> None:
    taken = data.draw(st.lists(st.booleans(), min_size=len(blocks), max_size=len(blocks)))
    text = "\n".join(compress(blocks, taken))
    found = [share == 1 for share in shares(blocks, text)]
    assert weight(compress(blocks, found)) >= weight(compress(blocks, taken))
