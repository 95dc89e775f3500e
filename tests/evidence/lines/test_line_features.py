"""What is known of a line: how it is written, what is said in it, and what stands around it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from cleaner.evidence.lines.second import second_look
from tests.evidence.lines.texts import ARTICLE, lines_of


def row(text: str, name: str, spam: frozenset[int] = frozenset()) -> NDArray[np.float32]:
    seen = lines_of(text, spam)
    found: NDArray[np.float32] = seen.values[seen.names.index(name)]
    return found


def test_every_line_has_every_feature_and_each_a_name_of_its_own() -> None:
    for text in (ARTICLE, "One line", "短い文です。", "1\n2\n3"):
        seen = lines_of(text)
        assert seen.values.shape == (len(seen.names), len(seen.words))
        assert len(set(seen.names)) == len(seen.names)
        assert np.isfinite(seen.values).all()


def test_blank_lines_say_nothing() -> None:
    """Every extractor sets them in its own way."""
    assert np.array_equal(lines_of(ARTICLE).values, lines_of(ARTICLE.replace("\n\n", "\n")).values)


def test_the_words_of_a_language_without_spaces_are_counted() -> None:
    assert lines_of("市は橋を通行止めにした。").words[0] == pytest.approx(5.5)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("write to ada@mill.org", 0),
        ("www.mill.org", 0),
        ("- a mill", 1),
        ("3. a mill", 1),
        ("The mill (3)", 2),
        ("OPEN", 3),
    ],
)
def test_the_shape_of_a_line(line: str, place: int) -> None:
    found = [row(f"{line}\nA plain line of words", f"shape.{shape}") for shape in range(4)]
    assert [int(each[0]) for each in found] == [shape == place for shape in range(4)]
    assert not any(each[1] for each in found)


def test_a_line_that_says_the_headline_again_is_told() -> None:
    text = f"{ARTICLE}\n\nThe bridge at Nether Wallop is closed (2)\n\nThe bridge again"
    assert row(text, "headline.0").tolist() == [0, 0, 0, 0, 1, 0]
    assert row(text, "headline.1")[4] == pytest.approx(37 / 39)
    assert row(text, "headline.2")[5] == pytest.approx(2 / 3)


def test_phrases_are_told_by_their_share_of_the_line() -> None:
    text = f"{ARTICLE}\n\nSubscribe to our newsletter"
    found = np.array([row(text, f"said.{group}") for group in range(14)])
    assert found[:, -1].max() > 0.6
    assert found[:, 1].max() == 0


def test_furniture_is_worded_otherwise_than_articles() -> None:
    whole, first, last = (row("Our weekly newsletter\nThe council said so", f"worded.{place}") for place in range(3))
    assert whole[0] > 0 > whole[1]
    assert first[0] > 0 > last[1]


def test_spam_is_known_and_seen_from_its_neighbours() -> None:
    assert row(ARTICLE, "spam", frozenset({3})).tolist() == [0, 0, 0, 1]
    assert row(ARTICLE, "next+1.5", frozenset({3})).tolist() == [0, 0, 1, 1]


def test_what_stands_around_a_line_does_not_hang_on_the_line() -> None:
    """The means before and behind are of other lines alone."""
    texts = [ARTICLE.replace("“We had no choice,” said the surveyor", other) for other in ("A", "SHARE THIS 99 TIMES")]
    for name in ("before.0", "before.5", "behind.0", "behind.5"):
        assert len({float(row(text, name)[2]) for text in texts}) == 1


def test_a_second_look_knows_the_neighbours_probabilities() -> None:
    seen = lines_of(ARTICLE)
    sure, unsure = np.array([0.9, 0.9, 0.9, 0.9]), np.array([0.1, 0.1, 0.9, 0.1])
    one, other = second_look(seen, sure), second_look(seen, unsure)
    assert one.shape == other.shape
    assert np.array_equal(one[: len(seen.names)], seen.values)
    assert not np.array_equal(one[len(seen.names) + 1 :, 2], other[len(seen.names) + 1 :, 2])
    assert np.isfinite(one).all()
    assert np.isfinite(second_look(lines_of("One"), np.array([0.5]))).all()


def test_what_is_said_over_and_over_is_heard() -> None:
    again = (
        "What is the Nether Wallop bridge?\nIs the Nether Wallop bridge worth it?\nWhy the Nether Wallop bridge matters"
    )
    text = f"{ARTICLE}\n{again}\nAnd something else"
    assert row(text, "echo.1").tolist() == [0, 0, 0, 0, 3, 3, 3, 0]
    assert row(text, "echo.0")[4] == pytest.approx(2 / 3)


def test_a_headline_is_known_without_the_sites_name() -> None:
    text = f"The bridge is closed | Wallop News\n{ARTICLE}\nThe bridge is closed (1)"
    assert row(text, "headline.0")[-1] == 1


def test_a_line_in_another_language_has_short_words_that_no_other_has() -> None:
    own = "And the mill is on the way to it, by the bridge"
    dutch = "Je kunt ook bij ons een mand met een kaars kopen, dus kom eens langs"
    share = row(f"{ARTICLE}\n\n{own}\n\n{dutch}", "language.1")
    assert share[-2] > 0.5
    assert share[-1] < 0.2
    assert row(f"{ARTICLE}\n\n桥明天关闭", "language.0")[-1] == 0


def test_lines_of_a_row_know_how_the_row_is_worded() -> None:
    text = (
        f"{ARTICLE}\n\nOur newsletter\nWe use cookies\n\nRepairs will take until the end of summer, said the council."
    )
    worded, sizes = row(text, "worded.0"), row(text, "together.0")
    assert sizes.tolist() == [1, 0, 0, 0, 2, 2, 0]
    assert row(text, "together.1")[4] == pytest.approx(worded[4] + worded[5], rel=1e-5)
    assert row(text, "together.2")[5] == pytest.approx(max(worded[4], worded[5]), rel=1e-5)
    assert row(text, "together.3")[4:6].tolist() == [2, 2]
