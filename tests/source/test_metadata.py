"""What a page says of itself: where it is read, how it is written down, and that nothing makes it raise."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.model import InputKind, Page, Source
from cleaner.source.metadata import declared, inferred


def page(text: str, url: str | None = None, kind: InputKind = "html") -> Page:
    return Page(text, Source(None, url, "", 0, None, "utf-8", "str", kind))


def said(text: str, field: str, url: str | None = None) -> list[tuple[str, str]]:
    return [(claim.place, claim.value) for claim in declared(page(text, url)) if claim.field == field]


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ENGLISH = (
    "When the ferry came in on Thursday the harbour master was not at his desk, and nobody had thought to "
    "open the gate. The passengers waited on the quay with their bags around them, looking up at the clock, "
    "which had stopped at ten past four some years ago and which nobody had found the money to repair. "
)


class TestPlaces:
    def test_titles(self) -> None:
        text = (
            "<title> Bees &amp; moors\n| News </title><meta property='og:title' content='Bees &amp; moors'>"
            "<meta name=twitter:title content=Bees>"
            "<h1 itemprop=headline>Bees <i>&amp;</i><br>moors</h1><h1>More</h1>"
        )
        assert said(text, "title") == [
            ("title", "Bees & moors | News"),
            ("og:title", "Bees & moors"),
            ("twitter:title", "Bees"),
            ("h1", "Bees & moors"),
            ("itemprop", "Bees & moors"),
            ("h1", "More"),
        ]

    def test_a_title_in_an_image_is_no_title(self) -> None:
        assert said("<body><svg><title>Logo</title></svg><p>x", "title") == []

    def test_what_is_not_shown_is_not_read(self) -> None:
        assert said("<h1><style>.a{}</style>Bees<script>x()</script></h1>", "title") == [("h1", "Bees")]

    def test_authors(self) -> None:
        text = (
            "<meta name=Author content='Ada Lund'><meta property=article:author content='https://example.org/ada'>"
            "<a rel='author nofollow' href=/ada>Ada Lund</a><p class='byline small'>By Ada Lund</p>"
            "<div itemprop=author itemscope><img><span itemprop=name>Ada Lund</span>, editor</div>"
        )
        assert said(text, "author") == [
            ("meta:author", "Ada Lund"),
            ("article:author", "https://example.org/ada"),
            ("rel-author", "Ada Lund"),
            ("byline", "By Ada Lund"),
            ("itemprop", "Ada Lund"),
        ]

    def test_sites(self) -> None:
        text = "<meta property=og:site_name content='Moor News'><meta name=application-name content=Moor>"
        assert said(text, "site", "https://www.moor.example/a") == [
            ("og:site_name", "Moor News"),
            ("application-name", "Moor"),
            ("url", "moor.example"),
        ]

    def test_plain_text_has_only_its_address(self) -> None:
        text = page("<title>Quoted markup</title>", "https://www.moor.example/2024/03/05/bees", "text")
        assert [(claim.field, claim.value) for claim in declared(text)] == [
            ("site", "moor.example"),
            ("date", "2024-03-05"),
        ]

    def test_no_address_says_nothing(self) -> None:
        assert declared(page("Bees return.", None, "text")) == ()
        assert declared(page("Bees return.", "http://[", "text")) == ()

    @pytest.mark.parametrize(
        ("tag", "expected"),
        [
            ("en", "en"),
            ("EN-us", "en-US"),
            ("pt_br", "pt-BR"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("es_AR.UTF-8", "es-AR"),
            ("es-419", "es-419"),
        ],
    )
    def test_languages_are_bcp_47(self, tag: str, expected: str) -> None:
        assert said(f"<html lang='{tag}'>", "language") == [("html-lang", expected)]

    @pytest.mark.parametrize("tag", ["", "x-default", "und", "english", "{{lang}}", "ſe-1"])
    def test_no_language(self, tag: str) -> None:
        assert said(f"<html lang='{tag}'>", "language") == []

    def test_addresses_are_absolute(self) -> None:
        text = "<base href=/moor/><link rel=canonical href=bees><meta property=og:url content='//m.example/b'>"
        assert said(text, "canonical_url", "https://moor.example/x/y") == [
            ("canonical", "https://moor.example/moor/bees"),
            ("og:url", "https://m.example/b"),
        ]

    @pytest.mark.parametrize("href", ["javascript:void(0)", "http://[bad", "data:,x", "", "bees"])
    def test_other_addresses_are_none(self, href: str) -> None:
        assert said(f"<link rel=canonical href='{href}'>", "canonical_url") == []


class TestDates:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("2024-03-05", "2024-03-05"),
            ("2024-03-05T23:30:00-05:00", "2024-03-05"),
            ("2024/3/5 10:00", "2024-03-05"),
            ("20240305", "2024-03-05"),
            ("2015-11", "2015-11"),
            ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"),
            ("March 5th, 2024", "2024-03-05"),
            ("5 March 2024", "2024-03-05"),
            ("Published Mar. 5, 2024 at 10:00", "2024-03-05"),
            ("March 2024", "2024-03"),
        ],
    )
    def test_are_normalised(self, written: str, expected: str) -> None:
        assert said(f"<time datetime='{written}'>", "date") == [("time", expected)]

    @pytest.mark.parametrize("written", ["", "yesterday", "2024-13-40", "0001-01-01T00:00", "1970-01-01", "03/05/2024"])
    def test_what_is_unclear_is_none(self, written: str) -> None:
        assert said(f"<time datetime='{written}'>", "date") == []

    def test_places(self) -> None:
        text = (
            "<meta property=article:published_time content=2024-03-05>"
            "<meta itemprop=datePublished content=2024-03-06><time>March 7, 2024</time>"
        )
        assert said(text, "date") == [
            ("article:published_time", "2024-03-05"),
            ("itemprop", "2024-03-06"),
            ("time", "2024-03-07"),
        ]


ARTICLE = {"@type": "NewsArticle", "headline": "Bees", "datePublished": "2024-03-05T10:00Z"}


class TestJsonLd:
    @pytest.mark.parametrize(
        "author",
        [
            "Ada Lund",
            {"@type": "Person", "name": "Ada Lund"},
            [{"name": "Ada Lund"}],
            {"@id": "#ada"},
            [{"@id": "#ada"}, None, 7],
        ],
    )
    def test_authors_in_all_shapes(self, author: object) -> None:
        graph = {"@graph": [{**ARTICLE, "author": author}, {"@id": "#ada", "name": "Ada Lund"}]}
        assert said(json_ld(graph), "author") == [("json-ld", "Ada Lund")]

    def test_all_fields(self) -> None:
        article = {**ARTICLE, "publisher": {"name": "Moor Press"}, "headline": "Bees &amp; <i>moors</i>"}
        things = [{"@type": "WebSite", "name": "Moor News"}, {"@type": ["WebPage"], "mainEntity": article}]
        assert [(claim.field, claim.value) for claim in declared(page(json_ld(things)))] == [
            ("site", "Moor News"),
            ("title", "Bees & moors"),
            ("date", "2024-03-05"),
            ("site", "Moor Press"),
        ]

    def test_other_articles_are_not_the_subject(self) -> None:
        related = {"@type": "ItemList", "itemListElement": [ARTICLE]}
        questions = {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Why?"}]}
        assert said(json_ld([related, questions]), "title") == []

    @pytest.mark.parametrize(
        "broken",
        [
            "",
            "{",
            '{"@type": "Article", "headline": "a\nb"',
            "[" * 100_000,
            '{"@graph":' * 20_000 + "1" + "}" * 20_000,
            "null",
            '"Article"',
            '{"@type": {"a": 1}, "@id": {}, "name": {}}',
            '{"@type": "Article", "author": {"name": {"name": []}}, "headline": [[["x"]]], "publisher": 3}',
            "9" * 5_000,
        ],
    )
    def test_broken(self, broken: str) -> None:
        assert declared(page(f'<script type="application/ld+json">{broken}</script>')) == ()

    def test_line_breaks_in_strings_are_borne(self) -> None:
        text = '<script type="APPLICATION/LD+JSON">{"@type": "Article", "headline": "Bees\nreturn"}</script>'
        assert said(text, "title") == [("json-ld", "Bees return")]


class TestSpans:
    @pytest.mark.parametrize(
        ("text", "where"),
        [
            ("<title>\n Bees\r\n &amp; moors </title>", "Bees\r\n &amp; moors"),
            ("<p>\r\n\r<meta content = \" Bees\" name='og:title'>", "Bees"),
            ("<meta property=og:title content=Bees>", "Bees"),
            ("<meta property=og:title content='\"Bees\"'>", '"Bees"'),
            ("é<h1 class='a>b'> Bees <b>here</b></h1>", "Bees <b>here</b>"),
        ],
    )
    def test_say_where(self, text: str, where: str) -> None:
        (claim,) = declared(page(text))
        assert claim.span is not None
        assert text[claim.span[0] : claim.span[1]] == where

    def test_unknown_where_a_tag_is_not_closed(self) -> None:
        assert [claim.span for claim in declared(page("<h1>Bees"))] == [None]


PIECES = (
    *("<html lang=", "<title>", "</title>", "<h1 class=author", "<meta name=author content=", "<base href="),
    *("<link rel=canonical href=", "<script type=application/ld+json>", "</script>", "<time", "<p itemprop="),
    *('{"@type":"Article","author":[', "}]", ">", "'", '"', "<svg>", "author", "http://[", "&#", "x"),
    *("\r", "\0", "\ud800"),
)
MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=8)).map("".join)


class TestBounds:
    @pytest.mark.parametrize(
        "text",
        [
            "<div class=author itemprop=author>" * 100_000 + "x",
            "<h1>Bees</h1>" * 100_000,
            "<meta name=author content='Ada Lund'>" * 100_000,
            "<title>" + "x" * 20_000_000,
            json_ld([{"@type": "Article", "headline": "x"}] * 200_000),
            json_ld({"@type": "Article"}) * 20_000,
            "<meta " + " ".join(f"a{i}=1" for i in range(50_000)) + " name=author content=x>",
        ],
        ids=["nested", "headings", "metas", "long", "big-json", "scripts", "attributes"],
    )
    def test_hostile_pages_take_little_time(self, text: str) -> None:
        start = time.perf_counter()
        claims = declared(page(text))
        assert time.perf_counter() - start < 5
        assert len(claims) <= 12

    def test_repeats_are_said_once(self) -> None:
        text = "<meta name=author content='Ada Lund'>" + json_ld({"@type": "Article", "author": ["Bo Ek", "Bo Ek"]})
        assert said(text, "author") == [("meta:author", "Ada Lund"), ("json-ld", "Bo Ek")]

    @example("<html lang=0 \ud800<title>", None)
    @given(MARKUP, st.none() | st.text(max_size=20) | st.just("https://moor.example/a"))
    @settings(deadline=None)
    def test_nothing_raises(self, text: str, url: str | None) -> None:
        for claim in declared(page(text, url)):
            assert claim.value == " ".join(claim.value.split())
            assert claim.value
            if claim.span:
                assert 0 <= claim.span[0] <= claim.span[1] <= len(text)


class TestInferred:
    def test_author_date_and_site(self) -> None:
        text = (
            "<html><head><title>Bees return to the moor</title></head><body><article><h1>Bees return</h1>"
            "<p class='post-meta'>Published <time datetime='2024-03-05'>5 March</time></p>"
            f"<p class='author-link'>Ada Lund</p><p>{ENGLISH}</p></article></body></html>"
        )
        claims = inferred(page(text, "https://moor.example/bees"))
        assert [(claim.field, claim.value, claim.place) for claim in claims] == [
            ("author", "Ada Lund", "trafilatura"),
            ("date", "2024-03-05", "htmldate"),
            ("site", "moor.example", "trafilatura"),
        ]

    @pytest.mark.parametrize("text", ["", "<", "\0", "<!-- -->", "\ud800"])
    def test_nothing_raises(self, text: str) -> None:
        assert all(claim.field == "site" for claim in inferred(page(text)))

    def test_plain_text_is_not_asked(self) -> None:
        assert inferred(page("By Ada Lund, 5 March 2024", None, "text")) == ()
