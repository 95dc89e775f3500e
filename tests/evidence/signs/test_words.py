"""Common words are found in short texts, the longest at each place."""

from __future__ import annotations

import pytest

from cleaner.evidence.signs.words import spans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Buy now, free shipping!", ["Buy now", "free shipping"]),
        ("CHEAP cialis 20mg", ["CHEAP", "cialis", "20mg"]),
        ("cheaply freed buyers", []),
        ("сиалис купить недорого", ["сиалис", "купить", "недорого"]),
        ("减肥药在线购买", ["在线", "购买"]),
        ("", []),
    ],
)
def test_words_are_found(text: str, found: list[str]) -> None:
    assert sorted(text[start:end] for start, end in spans(text, "sales")) == sorted(found)
