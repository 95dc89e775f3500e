"""How lines are worded: runs of characters and words, whatever else is on the page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.evidence.diction import BITS, LONGEST, Diction, grams

SOME = Diction(np.random.default_rng(0).integers(-127, 128, 1 << BITS).astype(np.int8), 0.05, 0.25)


def places(line: str) -> list[int]:
    return sorted(grams([line]).places.tolist())


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_a_line_is_worded_the_same_whatever_stands_around_it(lines: list[str]) -> None:
    together = SOME.of(lines)
    assert together.shape == (3, len(lines))
    assert np.isfinite(together).all()
    for place, line in enumerate(lines):
        assert together[:, place] == pytest.approx(SOME.of([line])[:, 0])


def test_runs_of_two_to_six_characters_and_of_one_to_three_words() -> None:
    # Seven characters with those before and behind: 6 + 5 + 4 + 3 + 2 runs. As words begin and end count too: 3 + 2 + 1 runs.
    assert len(places("share")) == 20 + 6
    # Of two words more there are 5 + 4 + 3.
    assert len(places("share on it")) == 12 + 11 + 10 + 9 + 8 + 12


@pytest.mark.parametrize(
    ("one", "other"),
    [("Read 2024", "read 1999"), ("a\tb", "a b"), ("İstanbul", "i̇stanbul"), ("", ""), ("次へ", "次へ")],
)
def test_what_makes_no_difference(one: str, other: str) -> None:
    assert places(one) == places(other)


@pytest.mark.parametrize(("one", "other"), [("read on", "read in"), ("a b", "b a"), ("次へ", "前へ"), ("a", "a.")])
def test_what_makes_one(one: str, other: str) -> None:
    assert places(one) != places(other)


def test_the_same_words_are_known_wherever_they_stand() -> None:
    alone, inside = set(places("privacy policy")), set(places("Read our privacy policy, please"))
    assert len(alone & inside) > 0.8 * len(alone)
    assert set(places("政策")) & set(places("隐私政策。"))


def test_beginnings_and_ends_are_looked_at_alone() -> None:
    line = "newsletter" + " and other words" * 6 + " council"
    whole, first, last = SOME.of([line])[:, 0]
    assert len({whole, first, last}) == 3
    other = SOME.of([line.replace("council", "theatre")])[:, 0]
    assert (other[1], other[2] == last) == (first, False)


def test_no_more_than_the_first_characters_are_read() -> None:
    line = "word " * LONGEST
    assert SOME.of([line])[0] == pytest.approx(SOME.of([line[:LONGEST]])[0])


def test_no_lines() -> None:
    assert SOME.of([]).shape == (3, 0)
    assert SOME.of([""])[0] == pytest.approx(SOME.of([""])[1])
