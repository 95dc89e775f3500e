"""Junk in pages: what is put in is there as a reader sees it, and what was there still is."""

from __future__ import annotations

import gzip
import json
import random
import re
from itertools import islice
from pathlib import Path

import pytest

from cleaner.evaluate.junk import FAMILIES, LANGUAGES, Wrapped, wrap_html
from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families import compose
from cleaner.evaluate.junk.model import fold
from tests.evaluate.junk.reading import LOOKALIKES, SAMPLES, is_within, lines, rngs, strays
from tests.shared import WCXB, needs_data

TITLE = "Fixing a leaking tap & other <things>"
ARTICLE = (
    "<!DOCTYPE html>\n<html><head><title>The ferry</title></head><body class='single'><nav><a href='/'>Start</a></nav>"
    "<main><article><h1>The ferry</h1>\n<p>The ferry has run since 1911, and mostly at a loss.</p>\n"
    "<p>In March the council asked what it would cost to stop it.</p><h2>The bridge</h2><p>Nobody knew: the bridge is "
    "nine miles up the river.</p><h2>The fare</h2><p>It costs two pounds. It always has.</p>\n</article></main>"
    "<footer>No cookies here.</footer></body></html>\n"
)
AT_EDGES = ("chrome.menu", "chrome.footer", "chrome.copyright", "chrome.skip", "chrome.cookies", "comments.form")


def named(page: Path) -> str:
    return page.stem


def placed(wrapped: Wrapped) -> list[tuple[str, str, str]]:
    """Kind, layout and place of each group."""
    found = [re.fullmatch(r"([\w.]+):(\w+)(?:\+\w+)?@(\w+)", each) for each in wrapped.layout.split()]
    return [(match[1], match[2], match[3]) for match in found if match]


def assert_only_more(page: str, wrapped: Wrapped) -> None:
    assert wrapped.lines
    assert is_within(page, wrapped.page)
    before, after = lines(page), lines(wrapped.page)
    glued = "@glued" in wrapped.layout
    assert not strays(before, after, wrapped.lines, glued)
    if not glued:
        assert is_within(before, after)
        assert is_within([line.text for line in wrapped.lines], after)
    assert all(line.text == fold(line.text) != "" for line in wrapped.lines)


@pytest.mark.parametrize("file", SAMPLES + LOOKALIKES, ids=named)
def test_a_page_keeps_all_it_has_and_gets_all_that_is_noted(file: Path) -> None:
    page = file.read_text("utf-8", errors="replace")
    for rng in rngs(4):
        assert_only_more(page, wrap_html(page, title=TITLE, rng=rng))


@needs_data
def test_pages_of_the_web_do_too() -> None:
    truths = (json.loads(file.read_text("utf-8")) for file in sorted((WCXB / "ground-truth").glob("*.json")))
    articles = (truth for truth in truths if truth["_internal"]["page_type"]["primary"] == "article")
    for seed, truth in enumerate(islice(articles, 200)):
        file = WCXB / "html" / f"{truth['file_id']}.html.gz"
        page = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
        assert_only_more(page, wrap_html(page, title=truth["ground_truth"]["title"] or "", rng=random.Random(seed)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_lines_in_every_language(family: str, language: str) -> None:
    for title in (TITLE, ""):
        for rng in rngs(12):
            wrapped = wrap_html(ARTICLE, title=title, rng=rng, families=(family,), language=language)
            assert_only_more(ARTICLE, wrapped)
            assert (wrapped.kind, wrapped.language) == ("html", language)
            assert {line.families[0] for line in wrapped.lines} == {family}


def test_what_is_hidden_is_there_but_not_seen() -> None:
    for rng in rngs(80):
        wrapped = wrap_html(ARTICLE, title=TITLE, rng=rng, families=("hidden",))
        there, seen = lines(wrapped.page), lines(wrapped.page, hidden=False)
        assert {line.text for line in wrapped.lines} <= set(there)
        assert {line.text for line in wrapped.lines}.isdisjoint(seen)


@pytest.mark.parametrize("family", [family for family in FAMILIES if family != "hidden"])
def test_what_is_not_hidden_is_seen(family: str) -> None:
    for rng in rngs(20):
        wrapped = wrap_html(ARTICLE, title=TITLE, rng=rng, families=(family,))
        assert lines(wrapped.page, hidden=False) == lines(wrapped.page)


def test_the_same_chance_makes_the_same_page() -> None:
    pages = [wrap_html(ARTICLE, title=TITLE, rng=random.Random(seed)) for seed in (1, 1, 2)]
    assert pages[0] == pages[1] != pages[2]


def test_a_page_has_three_to_seven_families_of_one_to_eight_lines() -> None:
    numbers = set()
    for rng in rngs(300):
        drawn: dict[str, int] = {}
        for group in compose(Draw(rng, "en", TITLE, ("One", "Two", "Three")), FAMILIES):
            drawn[group.family] = drawn.get(group.family, 0) + len(group.items)
        assert set(drawn.values()) <= set(range(1, 9))
        numbers.add(len(drawn))
    assert numbers == set(range(3, 8))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_stands_in_many_layouts_and_places(family: str) -> None:
    found = [each for rng in rngs(200) for each in placed(wrap_html(ARTICLE, title=TITLE, rng=rng, families=(family,)))]
    assert len({layout for _, layout, _ in found if layout != "glued"}) >= 6
    assert len({place for _, _, place in found}) >= 4


def test_what_frames_a_page_is_not_in_the_middle() -> None:
    for rng in rngs(300):
        for kind, _, place in placed(wrap_html(ARTICLE, title=TITLE, rng=rng)):
            if kind in AT_EDGES:
                assert place in ("top", "end", "behind", "foot")
            if place == "glued":
                assert kind == "author.profile" or kind.startswith("syndication.")


def test_a_place_is_where_its_name_says() -> None:
    anchors = {
        "top": ("<body class='single'>", "<nav>"),
        "headline": ("<h1>The ferry</h1>", "<p>The ferry has"),
        "first": ("<h1>The ferry</h1>", "<p>The ferry has"),
        "middle": ("at a loss.</p>", "<p>In March"),
        "glued": ("It always has.", "</p>\n</article>"),
        "end": ("It always has.</p>", "</article>"),
        "behind": ("</article>", "</main>"),
        "foot": ("<footer>No cookies here.</footer>", "</body>"),
    }
    seen = set()
    for rng in rngs(400):
        wrapped = wrap_html(ARTICLE, title=TITLE, rng=rng, families=(rng.choice(FAMILIES),))
        groups = placed(wrapped)
        if len(groups) == 1 and groups[0][2] in anchors and "<style>" not in wrapped.page:
            before, behind = anchors[groups[0][2]]
            junk = wrapped.page[wrapped.page.index(before) + len(before) : wrapped.page.rindex(behind)]
            assert len(junk) > 8
            seen.add(groups[0][2])
    assert seen == anchors.keys()


def test_a_list_that_ends_an_article_is_part_of_it() -> None:
    page = ARTICLE.replace("always has.</p>", "always has.</p><h2>Boats</h2><ul><li>Ada</li><li>Bea</li></ul>")
    for rng in rngs(150):
        wrapped = wrap_html(page, title=TITLE, rng=rng, families=("chrome", "syndication", "comments"))
        assert "always has.</p><h2>Boats</h2><ul><li>Ada</li><li>Bea</li></ul>" in wrapped.page
        assert "@glued" not in wrapped.layout


def test_a_group_stays_together() -> None:
    for rng in rngs(200):
        wrapped = wrap_html(ARTICLE, title=TITLE, rng=rng, families=("seo",))
        if len(placed(wrapped)) == 1:
            texts, seen = [line.text for line in wrapped.lines], lines(wrapped.page)
            assert any(seen[place : place + len(texts)] == texts for place in range(len(seen)))


def test_classes_have_a_meaning_or_none_or_are_not_there() -> None:
    pages = [wrap_html(ARTICLE, title=TITLE, rng=rng, families=("promo",)).page for rng in rngs(60)]
    classes = [re.findall(r'class="([\w-]+)"', page) for page in pages]
    assert any(not each for each in classes)
    assert any({"newsletter-signup", "jp-relatedposts", "inline-related", "cta-banner"} & set(each) for each in classes)
    assert any(any(re.fullmatch(r"(css|jsx|sc)-\w{3,7}", name) for name in each) for each in classes)


@pytest.mark.parametrize("page", ["", "Only words.", "<p>Unclosed <b>words", "<body></body>", "<p>One.</p></body>more"])
def test_any_page_has_room(page: str) -> None:
    for rng in rngs(40):
        assert_only_more(page, wrap_html(page, title="", rng=rng)) if page else wrap_html(page, title="", rng=rng)


def test_a_page_whose_encoding_lacks_letters_has_references() -> None:
    page = ARTICLE.replace("<head>", '<head><meta charset="iso-8859-1">')
    for language in LANGUAGES:
        for rng in rngs(10):
            wrapped = wrap_html(page, title="Zażółć – gęślą", rng=rng, language=language)
            assert wrapped.page.isascii()
            assert_only_more(page, wrapped)


@pytest.mark.parametrize(("family", "language"), [("nothing", "en"), ("seo", "tlh")])
def test_what_is_not_known_is_an_error(family: str, language: str) -> None:
    with pytest.raises(ValueError, match=r"no (family of )?junk"):
        wrap_html(ARTICLE, title=TITLE, rng=random.Random(0), families=(family,), language=language)
