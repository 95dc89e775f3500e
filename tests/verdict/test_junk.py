"""The junk score is the sum it says it is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.model import Decision, Effect, Finding, Junk
from cleaner.verdict.junk import score

# Rules that speak for junk, and some that do not.
SIGNS = (
    "author.fabricated",
    "page.dressed-title",
    "seo.article-list",
    "seo.information",
    "seo.numbered-caption",
    "seo.repeated-title",
    "seo.title-suffix",
)
OTHERS = ("chrome.footer", "author.box", "byline.photo-credit", "seo", "comments.thread")
HIDDEN = ("hidden.unseen",)


def found(*rules: str) -> list[Finding]:
    return [Finding(rule, 0, None, Effect.REMOVE) for rule in rules]


def parts(junk: Junk) -> dict[str, float]:
    assert len({part.signal for part in junk.parts}) == len(junk.parts)
    return {part.signal: part.weight for part in junk.parts}


def decisions(*pieces: tuple[int, bool, tuple[str, ...]]) -> list[Decision]:
    return [Decision(index, (0, length), kept, rules) for index, (length, kept, rules) in enumerate(pieces)]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(SIGNS + OTHERS), max_size=8),
    st.lists(
        st.tuples(st.integers(1, 900), st.booleans(), st.sampled_from((HIDDEN, ("a.b",), (*HIDDEN, "seo.a")))),
        max_size=5,
    ),
)
def test_the_score_is_the_sigmoid_of_its_parts(
    rules: list[str], pieces: list[tuple[int, bool, tuple[str, ...]]]
) -> None:
    junk = score(found(*rules), decisions(*pieces))
    assert math.isclose(junk.score, 1 / (1 + math.exp(-sum(parts(junk).values()))))
    assert 0 < junk.score < 1
    assert "prior" in parts(junk)
    assert all(part.weight > 0 for part in junk.parts if part.signal != "prior")


def test_an_ordinary_page_is_hardly_junk() -> None:
    assert score([], []).score < 0.05
    assert score([], []).labels == ()
    assert score(found(*OTHERS), decisions((900, False, ("chrome.footer",)))) == score([], [])


@pytest.mark.parametrize("rule", SIGNS)
def test_every_sign_raises_the_score_and_none_proves_junk_alone_but_a_made_up_author(rule: str) -> None:
    before, after = score([], []), score(found(rule), [])
    assert after.score > before.score
    assert after.score <= 0.5
    assert len(after.parts) == len(before.parts) + 1


def test_a_sign_counts_once_however_often_it_is_found() -> None:
    once = score(found("seo.numbered-caption"), [])
    assert score(found("seo.numbered-caption") * 9, []) == once
    both = score(found("seo.title-suffix", "page.dressed-title"), [])
    assert both.score == score(found("seo.title-suffix"), []).score


def test_a_farm_page_is_junk_and_says_why() -> None:
    junk = score(found("author.fabricated", "seo.information", "seo.title-suffix"), [])
    assert junk.score > 0.9
    assert junk.labels == (("content-farm", ("author.fabricated", "seo.information")),)


def test_notes_count_and_opinions_do_not() -> None:
    note = Finding("page.dressed-title", None, None, Effect.NOTE)
    assert score([note], []).score > score([], []).score
    opinion = Finding("seo.information", 0, None, Effect.OPINION, 1.5)
    assert score([opinion], []) == score([], [])


def test_the_share_of_removed_hidden_text_counts() -> None:
    half = score([], decisions((300, False, HIDDEN), (300, True, ("default.kept",))))
    [part] = [part for part in half.parts if part.signal == "hidden-share"]
    assert part.value == 0.5
    assert half.score < score([], decisions((600, False, HIDDEN))).score < 0.5
    kept = score([], decisions((300, True, HIDDEN), (300, True, ("default.kept",))))
    assert kept == score([], [])
