"""Words that furniture is written in, learned from phrases and articles."""

from __future__ import annotations

import pytest

from cleaner.evidence.lines.vocabulary import learn, words, written


def test_words_of_a_script_without_spaces_are_pairs_of_characters() -> None:
    assert list(words("Share on X, 2024! 关注我们 も")) == ["share", "on", "x", "关注", "注我", "我们", "も"]


def test_what_stands_in_phrases_alone_weighs_and_what_stands_in_both_does_not() -> None:
    furniture = ["share the page", "share the story", "print the page"]
    articles = ["the bridge is closed", "the council closed the bridge", "the bridge reopens", "the mill"]
    found = learn(furniture, articles)
    assert found["share"] > 0.3
    assert found["bridge"] < -0.3
    assert abs(found.get("the", 0.0)) < -found["bridge"] / 2
    assert "print" not in found  # once says nothing
    assert "council" not in found  # nor does what one article alone says


def test_it_is_the_same_each_time() -> None:
    texts = ["share the page", "share the story"], ["the bridge"] * 3
    assert list(learn(*texts).items()) == list(learn(*texts).items())


def test_nothing_to_learn_from() -> None:
    assert learn([], []) == {}
    assert written({}, ["a line"]).tolist() == [[0], [0], [0], [0]]


def test_a_line_without_words() -> None:
    assert written({"a": 1.0}, ["***", "a"])[0].tolist() == pytest.approx([0, 1])
