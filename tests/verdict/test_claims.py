"""Which claim is believed, and how far: choosing, agreeing, correcting, and made-up authors."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.model import Block, Claim, Effect, Finding, InputKind, Page, Source, Verdict
from cleaner.source import html, plain
from cleaner.source.metadata import Field, RawClaim, declared
from cleaner.verdict.claims import judge

TRUSTED, UNVERIFIED = Verdict.TRUSTED, Verdict.UNVERIFIED
CORRECTED, FABRICATED = Verdict.CORRECTED, Verdict.FABRICATED

FARM = """Ferry row ends in court (2025)

The judge ruled on Thursday.

Author: Prof. Ada Lund
"""


def page(text: str, url: str | None = None, kind: InputKind = "html") -> Page:
    return Page(text, Source(None, url, "", 0, None, "utf-8", "str", kind))


def judged(text: str, *findings: Finding, url: str | None = "https://moor.example/bees") -> dict[str, Claim]:
    whole = page(text, url)
    return {claim.field: claim for claim in judge(whole, declared(whole), findings, html.segment(text).blocks)}


def chosen(field: Field, *said: tuple[str, str], url: str | None = None) -> tuple[str, Verdict] | None:
    raw = [RawClaim(field, value, place) for place, value in said]
    if field != "site":
        raw.append(RawClaim("site", "Moor News", "og:site_name"))
    claims = judge(page("", url), raw, (), ())
    return next(((claim.value, claim.verdict) for claim in claims if claim.field == field), None)


def found(rule: str, block: int | None, *evidence: str, span: tuple[int, int] | None = None) -> Finding:
    return Finding(rule, block, span, Effect.NOTE, 0.0, evidence)


def texts(source: str, claim: Claim) -> list[str]:
    return [source[start:end] for start, end in claim.spans]


class TestTitle:
    @pytest.mark.parametrize(
        "whole",
        [
            "Bees return to the moor | Moor News",
            "Bees return to the moor - Moor News",
            "Bees return to the moor — Science — Moor News",
            "Moor News » Bees return to the moor",
            "Moor News: Nature » Bees return to the moor",
            "Bees return to the moor | Nature | moor.example",
        ],
    )
    def test_the_site_goes_where_another_place_says_what_the_title_is(self, whole: str) -> None:
        said = (("title", whole), ("h1", "Bees Return to the Moor"))
        assert chosen("title", *said) == ("Bees Return to the Moor", TRUSTED)

    @pytest.mark.parametrize(
        ("whole", "title"),
        [
            ("Bees return | Moor News", "Bees return"),
            ("Moor News - Bees return", "Bees return"),
            ("Bees return to moors | Nature | Science", "Bees return to moors"),
            ("Bees - and wasps", "Bees - and wasps"),
            ("Spider-Man: no way home", "Spider-Man: no way home"),
            ("»Bees return«", "»Bees return«"),
            ("C++ | D", "C++ | D"),
        ],
    )
    def test_the_site_goes_where_its_name_is_known(self, whole: str, title: str) -> None:
        assert chosen("title", ("title", whole)) == (title, UNVERIFIED)

    def test_a_heading_that_is_the_book_is_not_the_title(self) -> None:
        said = (("title", "How bees return - The Moor Book"), ("h1", "The Moor Book"))
        assert chosen("title", *said) == ("How bees return", UNVERIFIED)
        said = (("title", "Institute | Bees return to the moor"), ("h1", "Bees return to the moor"))
        assert chosen("title", *said) == ("Bees return to the moor", TRUSTED)

    @pytest.mark.parametrize("heading", ["Menu", "Your choice of cookies on this site", "Moor News"])
    def test_a_heading_that_the_head_knows_nothing_of_is_not_the_title(self, heading: str) -> None:
        said = (("h1", heading), ("title", "Bees return"), ("h1", "The bees return"))
        assert chosen("title", *said) == ("The bees return", UNVERIFIED)
        assert chosen("title", *said[:2]) == ("Bees return", UNVERIFIED)

    def test_chinese(self) -> None:
        said = (("title", "蜜蜂回到荒原_科学-荒原新闻"), ("h1", "蜜蜂回到荒原"))
        assert chosen("title", *said) == ("蜜蜂回到荒原", TRUSTED)

    def test_one_element_is_one_place(self) -> None:
        assert judged("<h1 itemprop=headline>Bees return</h1>")["title"].verdict is UNVERIFIED
        assert judged("<title>Bees return</title><h1>Bees return</h1>")["title"].verdict is TRUSTED

    def test_no_title(self) -> None:
        assert chosen("title") is None
        assert chosen("title", ("h1", "—")) is None


class TestTitleFindings:
    BLOCKS = plain.segment(FARM)

    def judge(self, *findings: Finding) -> list[Claim]:
        text = page(FARM, None, "text")
        return [claim for claim in judge(text, declared(text), findings, self.BLOCKS) if claim.field == "title"]

    def test_plain_text_declares_no_title(self) -> None:
        assert self.judge() == []

    def test_the_headline_is_a_place(self) -> None:
        (claim,) = self.judge(Finding("meta.headline", 0, None, Effect.REMOVE))
        assert claim[1:4] == ("Ferry row ends in court (2025)", UNVERIFIED, ("meta.headline",))
        assert texts(FARM, claim) == ["Ferry row ends in court (2025)"]

    def test_a_farms_suffix_is_taken_off(self) -> None:
        suffix = found("seo.title-suffix", 0, "title=Ferry row ends in court", "suffix=(2025)")
        (claim,) = self.judge(suffix, Finding("meta.headline", 0, None, Effect.REMOVE))
        assert claim[1:4] == ("Ferry row ends in court", CORRECTED, ("seo.title-suffix", "meta.headline"))
        assert texts(FARM, claim) == ["Ferry row ends in court"]

    def test_a_suffix_that_only_the_head_has(self) -> None:
        text = "<title>Ferry row ends in court (2025) - News</title><h1>Ferry row ends in court</h1><p>Today."
        claim = judged(text, found("page.dressed-title", None, "title=Ferry row ends in court", "suffix=(2025)"))
        assert claim["title"][1:3] == ("Ferry row ends in court", CORRECTED)
        assert texts(text, claim["title"])[1] == "Ferry row ends in court"


class TestAuthor:
    @pytest.mark.parametrize(
        ("written", "author"),
        [
            ("By Ada Lund", "Ada Lund"),
            ("Written by: Ada Lund", "Ada Lund"),
            ("View all posts by Ada Lund", "Ada Lund"),
            ("Von Lena Vogt", "Lena Vogt"),
            ("Von Miller", "Von Miller"),
            ("Bysshe Lund", "Bysshe Lund"),
            ("Author: Ada Lund | Moor News", "Ada Lund"),
            ("By Ada Lund, Moor News", "Ada Lund"),
            ("Ada Lund on March 5, 2024", "Ada Lund"),
            ("Ada Lund, March 5, 2024", "Ada Lund"),
            ("Ada Lund • 3 min read", "Ada Lund"),
            ("Ada Lund <ada@moor.example>", "Ada Lund"),
            ("Ada Lund and Bo Ek", "Ada Lund; Bo Ek"),
            ("Ada Lund, Bo Ek, and Cy de Wit", "Ada Lund; Bo Ek; Cy de Wit"),
            ("Ada Lund, MD, FACP", "Ada Lund, MD, FACP"),
            ("Center for Drugs and Research", "Center for Drugs and Research"),
            ("ada_lund99", "ada_lund99"),
            ("O'Brien, Ed", "O'Brien, Ed"),
        ],
    )
    def test_is_a_name(self, written: str, author: str) -> None:
        assert chosen("author", ("meta:author", written)) == (author, UNVERIFIED)

    @pytest.mark.parametrize(
        "written",
        [
            "https://example.org/ada",
            "www.example.org/ada",
            "ada@moor.example",
            "admin",
            "By",
            "{{ author }}",
            "page.extra.author",
            "262588213843476",
            "March 5, 2024",
            "Updated March",
        ],
    )
    def test_is_no_name(self, written: str) -> None:
        assert chosen("author", ("meta:author", written)) is None

    def test_places_agree(self) -> None:
        said = (("meta:author", "ada lund, phd"), ("json-ld", "Dr. Ada Lund"), ("byline", "By Ada Lund"))
        assert chosen("author", *said) == ("Dr. Ada Lund", TRUSTED)
        together = (("json-ld", "Ada Lund"), ("json-ld", "Bo Ek"), ("meta:author", "Bo Ek and Ada Lund"))
        assert chosen("author", *together) == ("Ada Lund; Bo Ek", TRUSTED)

    def test_a_link_in_a_byline_is_one_place(self) -> None:
        text = "<p class=byline>By <a rel=author href=/ada>Ada Lund</a></p>"
        assert judged(text)["author"].verdict is UNVERIFIED
        assert judged("<meta name=author content='Ada Lund'>" + text)["author"].verdict is TRUSTED

    def test_many_signatures_are_no_author(self) -> None:
        assert chosen("author", ("itemprop", "ada"), ("itemprop", "bo")) is None
        assert chosen("author", ("itemprop", "ada"), ("itemprop", "bo"), ("json-ld", "cy")) == (
            "cy",
            UNVERIFIED,
        )

    def test_the_site_is_the_last_author_to_believe(self) -> None:
        assert chosen("author", ("json-ld", "Moor News"), ("byline", "Ada Lund")) == ("Ada Lund", UNVERIFIED)
        assert chosen("author", ("json-ld", "Moor News")) == ("Moor News", UNVERIFIED)

    def test_a_guess_has_to_be_a_name_and_proves_nothing(self) -> None:
        assert chosen("author", ("trafilatura", "Sign In Here Now Please")) is None
        assert chosen("author", ("trafilatura", "Ada Lund")) == ("Ada Lund", UNVERIFIED)
        assert chosen("author", ("trafilatura", "Ada Lund"), ("meta:author", "Ada Lund")) == (
            "Ada Lund",
            UNVERIFIED,
        )

    def test_a_byline_that_a_rule_saw(self) -> None:
        text = "<p>By Ada Lund</p><p>5 March 2024</p>"
        findings = (
            found("byline.author", 0, "author=Ada Lund"),
            found("byline.date", 1, "date=2024-03-05"),
        )
        claims = judged(text, *findings)
        assert claims["author"][1:4] == ("Ada Lund", UNVERIFIED, ("byline.author",))
        assert claims["date"][1:4] == ("2024-03-05", UNVERIFIED, ("byline.date",))
        assert texts(text, claims["author"]) == ["Ada Lund"]
        assert texts(text, claims["date"]) == ["5 March 2024"]


class TestPersona:
    PROFILE = "<p>Bees return.</p><p>Author: Prof. Ada Lund</p><ul><li>Name: Prof. Ada Lund<li>Hobby: Bees</ul>"
    FINDINGS = tuple(found("author.fabricated", block, "name=Prof. Ada Lund", "tell=zip") for block in (1, 2, 3))

    def authors(self, head: str, *findings: Finding) -> list[tuple[str, Verdict]]:
        text = head + self.PROFILE
        claims = judge(page(text), declared(page(text)), findings, html.segment(text).blocks)
        return [(claim.value, claim.verdict) for claim in claims if claim.field == "author"]

    def test_is_fabricated_where_it_stands(self) -> None:
        blocks = html.segment(self.PROFILE).blocks
        (claim,) = (claim for claim in judge(page(self.PROFILE), (), self.FINDINGS, blocks) if claim.field == "author")
        assert claim[1:4] == ("Prof. Ada Lund", FABRICATED, ("author.fabricated",))
        assert texts(self.PROFILE, claim) == ["Prof. Ada Lund", "Prof. Ada Lund"]

    @pytest.mark.parametrize("name", ["Ada Lund", "prof. ADA LUND, DDS", "By Ada Lund", "Lund, Ada"])
    def test_so_is_who_goes_by_the_same_name(self, name: str) -> None:
        head = f"<meta name=author content='{name}'>"
        assert self.authors(head, *self.FINDINGS) == [("Prof. Ada Lund", FABRICATED)]

    def test_another_author_is_honest(self) -> None:
        head = "<meta name=author content='Bo Ek'>"
        assert self.authors(head, *self.FINDINGS) == [("Bo Ek", UNVERIFIED), ("Prof. Ada Lund", FABRICATED)]

    def test_a_profile_without_a_name_takes_the_byline(self) -> None:
        findings = (found("author.fabricated", 3), found("byline.author", 1, "author=Ada Lund"))
        assert self.authors("", *findings) == [("Ada Lund", FABRICATED)]
        head = "<meta name=author content='Bo Ek'>"
        assert self.authors(head, *findings) == [("Bo Ek", UNVERIFIED)]

    def test_two_personas(self) -> None:
        findings = (*self.FINDINGS, found("author.fabricated", None, "name=Rev. Bo Ek"))
        assert self.authors("", *findings) == [("Prof. Ada Lund", FABRICATED), ("Rev. Bo Ek", FABRICATED)]


class TestOtherFields:
    def test_date(self) -> None:
        said = (("time", "2024-03-07"), ("json-ld", "2024-03-05"), ("url", "2024-03"))
        assert chosen("date", *said) == ("2024-03-05", TRUSTED)
        assert chosen("date", ("htmldate", "2024-03-05"), ("time", "2024-03-05")) == (
            "2024-03-05",
            UNVERIFIED,
        )

    def test_site(self) -> None:
        assert chosen("site", ("og:site_name", "Moor News"), ("url", "moornews.example")) == (
            "Moor News",
            TRUSTED,
        )
        assert chosen("site", ("url", "moor.example")) == ("moor.example", UNVERIFIED)

    def test_a_title_filled_in_as_the_site_is_no_site(self) -> None:
        title = "Bees return to the moor | The Moor"
        text = f"<meta property=og:title content='{title}'><meta property=og:site_name content='{title}'>"
        assert judged(text)["site"].value == "moor.example"

    def test_canonical_address(self) -> None:
        said = ("canonical", "https://www.moor.example/bees/")
        assert chosen("canonical_url", said) == (said[1], UNVERIFIED)
        assert chosen("canonical_url", said, url="http://moor.example/bees#top") == (said[1], TRUSTED)
        assert chosen("canonical_url", url="http://moor.example/bees") is None


class TestLanguage:
    GERMAN = (
        "Als die Fähre am Donnerstag anlegte, saß der Hafenmeister nicht am Schreibtisch, und niemand hatte "
        "daran gedacht, das Tor zu öffnen. Die Fahrgäste warteten am Kai und sahen zur Uhr hinauf. "
    )

    @pytest.mark.parametrize(
        ("tag", "length", "expected"),
        [
            ("<html lang=de-AT>", 1, ("de-AT", UNVERIFIED)),
            ("<html lang=de-AT>", 8, ("de-AT", TRUSTED)),
            ("", 8, ("de", UNVERIFIED)),
            ("<html lang=en-US>", 8, ("de", UNVERIFIED)),
            ("<html lang=en-US>", 3, ("en-US", UNVERIFIED)),
            ("<html lang=nl>", 8, ("nl", UNVERIFIED)),
            ("<html lang=en-US><meta property=og:locale content=de_DE>", 8, ("de-DE", TRUSTED)),
        ],
    )
    def test_declared_and_detected(self, tag: str, length: int, expected: tuple[str, Verdict]) -> None:
        assert judged(f"{tag}<body><p>{self.GERMAN * length}")["language"][1:3] == expected

    def test_hidden_text_is_not_asked(self) -> None:
        assert "language" not in judged(f"<p style='display:none'>{self.GERMAN * 8}")


PLACES = ("h1", "title", "json-ld", "meta:author", "byline", "time", "url", "trafilatura", "nowhere")
RAW = st.builds(
    RawClaim,
    st.sampled_from(("title", "author", "date", "site", "language", "canonical_url")),
    st.text(min_size=1, max_size=30) | st.sampled_from(("By ", "a | b", " - ", "; ", "Ada Lund; ", ", and ")),
    st.sampled_from(PLACES),
    st.none() | st.just((3, 9)),
)
BLOCKS: tuple[Block, ...] = plain.segment(FARM)
FOUND = st.builds(
    found,
    st.sampled_from(("meta.headline", "seo.title-suffix", "author.fabricated", "byline.author", "byline.date")),
    st.sampled_from((None, 0, 1, 2)),
    st.sampled_from(("title=Ferry", "name=Prof.", "author=", "date=x", "name=Ada Lund", "")),
)


@given(st.lists(RAW), st.lists(FOUND))
@settings(deadline=None)
def test_one_claim_a_field_whatever_is_said(raw: list[RawClaim], findings: list[Finding]) -> None:
    claims = judge(page(FARM), raw, findings, BLOCKS)
    believed = [claim.field for claim in claims if claim.verdict is not FABRICATED]
    assert len(believed) == len(set(believed))
    assert all(claim.value for claim in claims)
    assert all(0 <= start < end <= len(FARM) for claim in claims for start, end in claim.spans)
