"""The features of blocks and of pages: of one shape for any page, and true on a page that can be read by hand."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.evidence.content.marks import MARKS
from cleaner.evidence.content.second import second_look
from cleaner.evidence.content.select import choose, log_odds
from tests.evidence.content.pages import around, fact, features_of, members, row, shown

STORY = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop, and in a report of forty pages nobody knew.",
    "“My grandmother went to school on it,” said Hanne Fosse, who sells the tickets and sweeps the deck.",
)
PAGE = f"""<!doctype html><html class=footer><head><title>The night ferry – The Harbour Post</title>
<link rel=canonical href="https://post.example/news/2024/night-ferry.html?a=1">
<script type="application/ld+json">{{"@type": "NewsArticle"}}</script></head>
<body><nav><ul><li>Home</li><li>News</li><li>Sports</li></ul></nav>
<main><h1>The night ferry</h1><p>{STORY[0]}</p><p>{STORY[1]}</p><h2>The fares?</h2><p>{STORY[2]}</p><p>{STORY[0]}</p></main>
<div class=page-footer><p>All <a href=/r>rights</a> reserved</p><p>Home</p></div></body></html>"""
HERE = features_of(PAGE)
# Its blocks: 0 to 2 the menu, 3 the headline, 4 and 5 paragraphs, 6 a heading, 7 and 8 paragraphs, 9 and 10 the footer.
HEADLINE, COPY, SIZE = 3, 8, 11
MAIN = range(3, 9)


@settings(deadline=None, max_examples=60)
@given(shown(), st.sampled_from((None, "https://example.org/shop/item?id=7", "nowhere")))
@example("a", None)
@example("…", None)
@example("<title>a</title><h1>a</h1>", "")
@example("<table><a href=x>a<td><a href=x>b</a></table>c", None)
def test_features_are_numbers_and_of_one_shape(source: str, url: str | None) -> None:
    found = features_of(source, url)
    assert (found.names, found.page_names) == (HERE.names, HERE.page_names)
    assert found.values.dtype == found.page.dtype == np.float32
    size = len(found.words)
    assert found.values.shape == (len(found.names), size)
    assert found.page.shape == (len(found.page_names),)
    assert np.isfinite(found.values).all()
    assert np.isfinite(found.page).all()
    assert found.near.containers.shape == (len(HERE.near.containers), size)
    assert [len(group) for group in found.near.groups] == [size] * len(HERE.near.groups)
    again = features_of(source, url)
    assert again.values.tobytes() == found.values.tobytes()
    assert again.page.tobytes() == found.page.tobytes()


def test_each_feature_has_a_name_of_its_own() -> None:
    for names in (HERE.names, HERE.page_names):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<div>" * 20_000 + STORY[0], 1),
        ("<div>x" * 20_000, 20_000),
        (f"<p class=item>{STORY[0]}</p>" * 5_000, 5_000),
        ("".join(f"<li id=nav{number}>{number}</li>" for number in range(5_000)), 5_000),
        ("<p>" + "<a href=x>x</a> " * 20_000, 1),
        (f"<p class='{'nav ' * 50_000}'>x", 1),
    ],
    ids=["nested", "nested with text", "blocks", "sorts", "links", "names"],
)
def test_a_page_without_measure_takes_seconds(page: str, blocks: int) -> None:
    begun = time.process_time()
    found = features_of(page)
    assert time.process_time() - begun < 5
    assert len(found.words) == blocks


def test_white_space_behind_a_type_takes_no_time() -> None:
    begun = time.process_time()
    features_of('<p>x<script type="application/ld+json">{"@type":' + " " * 25_000 + "1}</script>")
    assert time.process_time() - begun < 0.15


# --- facts of a page, by hand -----------------------------------------------------------------------


def test_the_page_of_one_block() -> None:
    found = features_of("<p>The ferry leaves at nine.")
    ones = {name: row(found, name)[0] for name in ("words", "place.1", "copies.0", "up.twins.0", "path.blocks.0")}
    assert ones == {"words": 5, "place.1": 1, "copies.0": 1, "up.twins.0": 1, "path.blocks.0": 1}
    zeros = {name: row(found, name)[0] for name in ("place.0", "copies.1", "before.words", "linked", "heading")}
    assert set(zeros.values()) == {0}
    assert row(found, "copies.2") == [-1]
    assert row(found, "headline.0") == [-99]
    assert fact(found, "headline") == -1
    assert fact(found, "blocks") == 1


def test_places() -> None:
    assert row(HERE, "place.0") == list(range(SIZE))
    assert row(HERE, "place.1") == list(range(SIZE, 0, -1))
    assert row(HERE, "words")[:4] == [1, 1, 1, 3]
    assert row(HERE, "words") == HERE.words.tolist()
    assert row(HERE, "before.words") == pytest.approx((np.cumsum(HERE.words) - HERE.words) / HERE.words.sum())
    assert row(HERE, "next+1.0") == [*HERE.words[1:], 1]
    assert row(HERE, "next-1.0") == [1, *HERE.words[:-1]]


def test_words_and_prose_near_a_block() -> None:
    for reach in (2, 12, 30):
        near = [sum(HERE.words[max(at - reach, 0) : at + reach + 1]) for at in range(SIZE)]
        assert row(HERE, f"near{reach}.0") == near
    story = [HERE.words[at] * (at in (4, 5, 7, 8)) for at in range(SIZE)]
    assert row(HERE, "near2.1") == [sum(story[max(at - 2, 0) : at + 3]) for at in range(SIZE)]
    assert row(HERE, "near2.4") == [sum(story[at + 1 : at + 3]) for at in range(SIZE)]
    assert row(HERE, "after.prose") == [sum(story[at + 1 :]) for at in range(SIZE)]


def test_the_headline_is_the_heading_that_says_the_title() -> None:
    assert row(HERE, "headline.0") == [at - HEADLINE for at in range(SIZE)]
    assert row(HERE, "headline.1") == [sum(HERE.words[3:at]) - sum(HERE.words[at:3]) for at in range(SIZE)]
    assert fact(HERE, "headline") == pytest.approx(HEADLINE / SIZE)
    assert row(HERE, "title.overlap") == [0, 0, 0, 1, 0, 0, 1 / 2, 0, 0, 0, 0]
    cover = row(HERE, "title.cover")  # of: the night ferry harbour post
    assert (cover[HEADLINE], cover[6], sum(cover)) == pytest.approx((3 / 5, 1 / 5, 4 / 5))


@pytest.mark.parametrize(
    ("title", "body", "headline"),
    [
        ("The night ferry", "<h2>The night ferry</h2><h1>The Post</h1>", 0),
        ("The night ferry", "<h2>A fare</h2><h1>The Harbour Post</h1>", 1),  # nobody says it: the first h1
        ("", "<h1>One</h1><h1>Two</h1>", 0),
        ("Two", "<h1>One</h1><h1>Two</h1>", 1),
        ("The night ferry", "<h1>The night ferry</h1><h2>The night ferry</h2>", 0),
        ("The night ferry", "<h2>The night ferry</h2><h1>The night ferry</h1>", 1),
        ("The night ferry", "<p>The night ferry</p><h3>Fares</h3>", None),
        ("The night ferry", "<h2>The fares</h2>", None),  # half of it is no title
        ("The night ferry of the harbour", "<h2>The night ferry of the harbour</h2><h1>The night ferry</h1>", 1),
        ("ferry " * 60, f"<h2>{'ferry ' * 60}</h2>", None),  # too long for a headline
    ],
)
def test_headlines(title: str, body: str, headline: int | None) -> None:
    distances = row(features_of(f"<head><title>{title}</title></head>{body}"), "headline.0")
    assert distances == [-99 if headline is None else at - headline for at in range(len(distances))]


def test_a_head_ends_by_itself() -> None:
    body = "<h1>One</h1><h1>Two</h1>"
    for name in ("title.overlap", "headline.0"):
        found = [row(features_of(f"<title>Two</title>{end}{body}"), name) for end in ("</head>", "")]
        assert found[0] == found[1]


def test_the_main_container_is_the_deepest_with_most_of_the_prose() -> None:
    for share in range(3):
        assert row(HERE, f"main.inside.{share}") == [at in MAIN for at in range(SIZE)]
        assert row(HERE, f"main.levels.{share}") == [2, 2, 2, *[1] * 6, 1, 1]
        assert row(HERE, f"main.climbs.{share}") == [0 if at in MAIN else 1 for at in range(SIZE)]
    [*menu, first] = row(HERE, "headline.3")[:4]  # climbs from the headline
    assert (menu, first) == ([2, 2, 2], 0)
    assert fact(HERE, "main0.8.blocks") == 6
    assert fact(HERE, "main0.8.depth") == 3


def test_one_paragraph_may_be_a_container_of_much_of_the_prose() -> None:
    found = features_of(f"<main><p>{STORY[0]}</p><p>{STORY[1] * 9}</p></main>")
    assert [row(found, f"main.inside.{share}") for share in range(3)] == [[0, 1]] * 3


def test_copies() -> None:
    assert row(HERE, "copies.0") == [2, 1, 1, 1, 2, 1, 1, 1, 2, 1, 2]
    assert row(HERE, "copies.1") == [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1]
    assert row(HERE, "copies.2") == [-1, -1, -1, -1, -1, -1, -1, -1, COPY - 4, -1, 10]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=9))
def test_copies_by_looking_back(texts: list[str]) -> None:
    found = features_of("".join(f"<p>{text}</p>" for text in texts))
    before = [[at for at in range(place) if texts[at] == text] for place, text in enumerate(texts)]
    assert row(found, "copies.0") == [texts.count(text) for text in texts]
    assert row(found, "copies.1") == list(map(len, before))
    assert row(found, "copies.2") == [place - each[-1] if each else -1 for place, each in enumerate(before)]


def test_sections() -> None:
    assert row(HERE, "section.since") == [99, 99, 99, 0, 1, 2, 0, 1, 2, 3, 4]
    assert row(HERE, "section.level") == [9, 9, 9, 1, 1, 1, 2, 2, 2, 2, 2]
    assert row(HERE, "section.until") == [3, 2, 1, 3, 2, 1, 5, 4, 3, 2, 1]
    assert row(HERE, "section.words.1")[3:6] == [sum(HERE.words[3:6])] * 3
    assert row(HERE, "section.words.0")[3:6] == np.cumsum(HERE.words[3:6]).tolist()


def test_containers() -> None:
    assert row(HERE, "up.twins.0") == [3, 3, 3, 1, 4, 4, 1, 4, 4, 2, 2]  # of a frame with its own element
    assert row(HERE, "up.words.1")[:4] == [3, 3, 3, sum(HERE.words[3:9])]
    assert row(HERE, "up.children.1")[2:4] == [3, 6]
    assert row(HERE, "up.p.0")[2:4] == [0, 4]  # counted from the container above the block's own element
    assert row(HERE, "frame.0")[:3] == [3, 3, 3]
    assert row(HERE, "frame.0")[HEADLINE] == 0
    assert row(HERE, "frame.0")[9:] == [0, 0]  # two are no list
    assert row(HERE, "path.blocks.0") == [3, 3, 3, 1, 4, 4, 1, 4, 4, 2, 2]


def test_marks_stand_so_many_levels_above_a_block() -> None:
    for mark, levels in {"nav": [2] * 3 + [30] * 8, "main": [30] * 3 + [1] * 6 + [30] * 2}.items():
        assert row(HERE, f"in.{MARKS.index(mark)}") == levels
    assert row(HERE, f"in.{MARKS.index('footer', 16)}") == [30] * 9 + [1] * 2  # the class, and not that of the page


def test_facts_of_the_page() -> None:
    total = sum(HERE.words)
    facts = {
        "blocks": SIZE, "words": total, "tags.li": 3, "tags.a": 1, "tags.img": 0, "headings": 2, "questions": 1 / SIZE,
        "prose.blocks": 4, "longest": max(HERE.words), "words.in.nav": 3 / total, "prose.in.main": 1, "prose.in.nav": 0,
        "type.NewsArticle": 1, "type.Product": 0, "linked": 3 * 6 / 19 / total, "lists": 3 / SIZE, "cells": 0,
        "address": 1, "address.steps": 3, "address.digits": 4, "address.hyphens": 1, "address.query": 1,
        "address.article": 1, "address.forum": 0,
    }  # fmt: skip
    assert {name: fact(HERE, name) for name in facts} == pytest.approx(facts)


def test_what_the_caller_knows_of_the_address_goes_before_what_the_page_says() -> None:
    found = features_of(PAGE, "https://harbour.example/forum/topic-1")
    assert (fact(found, "address.forum"), fact(found, "address.article"), fact(found, "address.steps")) == (1, 0, 2)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ('<meta property="og:type" content="article">', "article"),
        ("<meta property='og:type' content='product.group'>", "product.group"),
        ('<script type="application/ld+json">{"@graph": [{"@type" : ["FAQPage"]}]}</script>', "FAQPage"),
    ],
)
def test_declared_types(head: str, kind: str) -> None:
    assert fact(features_of(f"<head>{head}</head>a"), f"type.{kind}") == 1
    assert fact(features_of("a"), f"type.{kind}") == 0


# --- a second look ----------------------------------------------------------------------------------

KINDS = np.array([0.25, 0.75])
LOOKED = len(second_look(HERE, np.full(SIZE, 0.5), KINDS))


@settings(deadline=None, max_examples=40)
@given(shown(), st.sampled_from(("little", "much", "random")), st.integers(0, 99))
def test_a_second_look_gives_numbers_of_one_shape(source: str, how: str, seed: int) -> None:
    seen = features_of(source)
    size = len(seen.words)
    first = {"little": np.full(size, 1e-9), "much": np.ones(size)}.get(how, np.random.default_rng(seed).random(size))
    found = second_look(seen, first, KINDS)
    assert found.shape == (LOOKED, size)
    assert found.dtype == np.float32
    assert np.isfinite(found).all()
    assert np.array_equal(found[: len(seen.names)], seen.values)
    assert found[len(seen.names) : len(seen.names) + 2].T.tolist() == [KINDS.tolist()] * size


def test_what_a_second_look_sees() -> None:
    first = np.random.default_rng(7).random(SIZE)
    weights = np.maximum(HERE.words, 0.5)
    found = second_look(HERE, first, KINDS)[len(HERE.names) + 2 :]

    def sees(facts: object) -> bool:
        return bool(np.isclose(found, np.asarray(facts, dtype=float), atol=1e-5).all(axis=1).any())

    odds = log_odds(first)
    choice = choose(first, HERE.words)
    assert sees(odds)
    assert sees(odds - choice.cut)
    assert sees([choice.f1] * SIZE)
    for reach in (1, 2, 3):
        assert sees([*first[reach:], *[0] * reach])
        assert sees([*[0] * reach, *first[:-reach]])
    assert sees([np.mean(first[max(at - 2, 0) : at + 3]) for at in range(SIZE)])
    assert sees([sum(first > each) / SIZE for each in first])
    geometry = HERE.near.geometry
    inside, lines = members(geometry), around(geometry)
    for above in (0, 1):  # the block's own element, its parent
        held = [inside[line[above]] for line in lines]
        assert sees([first[blocks].mean() for blocks in held])
        assert sees([np.average(first[blocks], weights=weights[blocks]) for blocks in held])
        assert sees([first[blocks] @ weights[blocks] / (first @ weights) for blocks in held])
        assert not sees([first[blocks] @ weights[blocks] / len(blocks) for blocks in held])
    items = [
        range(3) if at < 3 else [4, 5, 7, 8] if at in (4, 5, 7, 8) else [9, 10] if at > 8 else [at]
        for at in range(SIZE)
    ]
    assert sees([first[list(blocks)].mean() for blocks in items])
