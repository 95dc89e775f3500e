"""Policies: the presets do what DESIGN's table says, and TOML files say what they change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import pytest

import cleaner
from cleaner.errors import CleanerError, PolicyError
from cleaner.policy import PRESETS, Comments, Policy, load
from cleaner.source.html import segment

STORY = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop. The answer, in a report of forty pages, was that nobody knew: "
    "the bridge is nine miles up the river, and the buses over it do not run on Sundays.",
    "“My grandmother went to school on it,” said Hanne Fosse, who sells the tickets. “So did I.”",
    "The report will be read again in the autumn, when the figures for the summer are in.",
)
TITLE = "The ferry that runs at a loss"
REMOVED: dict[str, bool] = {"recall": False, "balanced": False, "precision": False}
BALANCED: dict[str, bool] = {"recall": True, "balanced": False, "precision": False}
PRECISION: dict[str, bool] = {"recall": True, "balanced": True, "precision": False}


class Row(NamedTuple):
    """A row of DESIGN's table: a page, what stands on it, and under which presets that is kept."""

    what: str
    kind: Literal["html", "text"]
    page: str
    snippet: str
    kept: dict[str, bool]


def text(what: str, snippet: str, kept: dict[str, bool], *, around: str = "{}") -> Row:
    """A line behind the third paragraph of an article in plain text, where no opinion speaks."""
    lines = [*STORY[:3], around.format(snippet), STORY[3]]
    return Row(what, "text", "\n\n".join(lines), snippet, kept)


def html(what: str, snippet: str, kept: dict[str, bool], *, inside: str = "", outside: str = "") -> Row:
    """Markup in the article behind its third paragraph, or behind the article, with the snippet in it."""
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in STORY]
    body = "\n".join((*paragraphs[:3], inside.format(snippet), paragraphs[3]))
    head = f"<head><title>{TITLE}</title></head>"
    article = f"<main><article><h1>{TITLE}</h1>{body}</article></main>"
    page = f"<!doctype html><html lang=en>{head}<body>{article}{outside.format(snippet)}</body></html>"
    return Row(what, "html", page, snippet, kept)


PROFILE = (
    "Author information\n\nName: Rev. Odell Quist\n\nBirthday: 1994-02-11\n\n{}\n\nPhone: +4471\n\n"
    "Hobby: Kayaking, Pottery, Chess, Knitting, Yoga"
)
INFORMATION = "Article information\n\nViews: 6023\n\nRating: 4.1 / 5 (31 voted)\n\n{}"
COMMENTS = "<ol class='comment-list'><li><p>{}</p></li></ol>"
FORUM = "<div class='postbody'><p>Has anybody tried to mend the valve of the old boiler?</p></div>"
FIGURE = "<figure><img src='f.jpg'><figcaption>{}</figcaption></figure>"

ROWS = [
    text("fabricated author", "Address: 417 Harvell Crossing, North Tamsin, VT 90210", REMOVED, around=PROFILE),
    text("seo block", "Reviews: 92% of readers found this page helpful", REMOVED, around=INFORMATION),
    html(
        "fabricated author in markup",
        "417 Harvell Crossing, North Tamsin, VT 90210",
        REMOVED,
        inside="<ul><li>Name: Rev. Odell Quist</li><li>Birthday: 1994-02-11</li><li>Address: {}</li>"
        "<li>Phone: +4471</li><li>Hobby: Kayaking, Pottery, Chess, Knitting, Yoga</li></ul>",
    ),
    html("injected hidden text", "Cheap pills online", REMOVED, inside="<p style='display:none'>{} without delay.</p>"),
    html(
        "off-screen text", "Cheap pills", REMOVED, inside="<p style='position:absolute;left:-9999px'>{} are here.</p>"
    ),
    text("photo credit", "Photo: Ines Calder / Moor News", BALANCED),
    text("newsletter prompt", "Sign up for our newsletter and get the week's best stories on Friday.", BALANCED),
    text("related link", "READ MORE: Council was warned about the ferry two years ago, papers show", BALANCED),
    text("consent", "We use cookies to make this site work. Accept all cookies", BALANCED),
    html("copyright", "© 2024 Moor News. All rights reserved.", BALANCED, inside="<p>{}</p>"),
    html("menu in the article", "Timetable", BALANCED, inside="<nav><p>{} and fares, and how to get there.</p></nav>"),
    html(
        "related articles in the article",
        "The bridge that nobody wanted to pay for, and who will pay for it now",
        BALANCED,
        inside="<div class='related-posts'><p>{}</p></div>",
    ),
    html(
        "honest author box",
        "writes about coasts",
        BALANCED,
        inside="<div class='author-box'><p>Ines Calder {}.</p></div>",
    ),
    html("caption", "The ferry at the quay on a Sunday in May, an hour late.", PRECISION, inside=FIGURE),
    text("disclosure", "This post contains affiliate links, and we may earn a commission on them.", PRECISION),
    html(
        "disclosure in markup",
        "This post contains affiliate links",
        PRECISION,
        inside="<p>{}, and they pay for it.</p>",
    ),
]


@pytest.fixture
def generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """A content opinion that keeps everything: what is gone then, rules took out."""

    def everything(page: str, **_: object) -> str:
        return "\n".join(block.text for block in segment(page).blocks)

    monkeypatch.setattr("trafilatura.extract", everything)


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """A content opinion that keeps the article's paragraphs and nothing else."""
    monkeypatch.setattr("trafilatura.extract", lambda page, **_: "\n".join(STORY))


def asking(policy: str) -> Policy:
    """A preset that asks trafilatura, whose word the fixtures put in its mouth."""
    return replace(PRESETS[policy], engine="trafilatura")


@pytest.mark.usefixtures("generous")
@pytest.mark.parametrize("policy", PRESETS)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_the_table_where_the_opinion_keeps_all(row: Row, policy: str) -> None:
    result = cleaner.clean(row.page, kind=row.kind, policy=asking(policy))
    assert (row.snippet in result.text) == row.kept[policy]
    assert all(paragraph in result.text for paragraph in STORY)


# The cells of the table that say "keep", and not "where the model does".
KEPT_ANYWAY = [
    ("honest author box", "recall"),
    ("caption", "recall"),
    ("disclosure in markup", "recall"),
    ("disclosure in markup", "balanced"),
]


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize(("what", "policy"), KEPT_ANYWAY)
def test_the_table_where_the_opinion_keeps_the_article_alone(what: str, policy: str) -> None:
    row = next(row for row in ROWS if row.what == what)
    assert row.snippet in cleaner.clean(row.page, kind=row.kind, policy=asking(policy)).text


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("row", [row for row in ROWS if row.kind == "html"], ids=lambda row: row.what)
def test_what_neither_opinion_nor_preset_keeps_is_gone(row: Row) -> None:
    text = cleaner.clean(row.page, kind=row.kind, policy=asking("precision")).text
    assert text == "\n\n".join(STORY)


@pytest.mark.usefixtures("generous")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_what_a_preset_takes_out_a_rule_took_out_and_not_an_opinion(row: Row) -> None:
    result = cleaner.clean(row.page, kind=row.kind, policy=asking("precision"))
    pieces = [(result.blocks[d.block].text[slice(*d.range)], d.rules) for d in result.removed]
    rules = {rule for piece, cited in pieces if row.snippet in piece or piece in row.snippet for rule in cited}
    assert any(not rule.startswith("content.") for rule in rules)


NOTE = "Ines Calder writes about coasts, and lives in Leith."


def test_a_note_under_the_heading_about_the_author_goes_with_it() -> None:
    page = "\n\n".join((*STORY, "About the author", NOTE))
    assert cleaner.clean(page, kind="text").text == "\n\n".join(STORY)


def test_a_heading_and_its_note_about_the_author_stay_or_go_together_under_recall() -> None:
    page = "\n\n".join((*STORY, "About the author", NOTE))
    assert cleaner.clean(page, kind="text", policy="recall").text == page


@pytest.mark.parametrize("policy", PRESETS)
def test_menus_and_footers_around_an_article_are_gone_under_every_preset(policy: str) -> None:
    # Under `recall` they stay where the content opinion keeps them, and here it does not.
    footer = "<footer><p>Moor News, 4 Mill Lane</p></footer>"
    row = html("footer", "Moor News", REMOVED, outside=footer)
    page = row.page.replace(
        "<main>", "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav><main>"
    )
    assert cleaner.clean(page, kind="html", policy=policy).text == "\n\n".join(STORY)


# --- comments ---------------------------------------------------------------------------------------

REPLY = "The boiler of mine was mended with a valve of brass, and it holds to this day."
ARTICLE_PAGE = html("comments", REPLY, REMOVED, outside=COMMENTS).page
FORUM_PAGE = html("comments", REPLY, REMOVED, inside=FORUM, outside=COMMENTS).page


@pytest.mark.parametrize(
    ("policy", "comments", "on_article", "on_forum"),
    [
        ("recall", None, True, True),
        ("balanced", None, False, True),
        ("precision", None, False, True),
        *((preset, "keep", True, True) for preset in PRESETS),
        *((preset, "auto", False, True) for preset in PRESETS),
        *((preset, "remove", False, False) for preset in PRESETS),
    ],
)
def test_comments(
    policy: str, comments: Literal["auto", "keep", "remove"] | None, on_article: bool, on_forum: bool
) -> None:
    chosen = replace(asking(policy), comments=comments or PRESETS[policy].comments)
    on = {
        kind: cleaner.clean(page, kind="html", policy=chosen)
        for kind, page in (("article", ARTICLE_PAGE), ("forum", FORUM_PAGE))
    }
    assert (on["article"].kind[0], on["forum"].kind[0]) == ("article", "forum")
    assert (REPLY in on["article"].text) == on_article
    assert (REPLY in on["forum"].text) == on_forum


def test_on_a_forum_the_model_decides_on_comments_unless_they_shall_be_kept_or_removed() -> None:
    rules = {
        comments: {
            rule
            for d in cleaner.clean(FORUM_PAGE, policy=replace(PRESETS["balanced"], comments=comments)).decisions
            for rule in d.rules
            if rule.startswith("comments.")
        }
        for comments in get_args(Comments)
    }
    assert rules == {"auto": set(), "keep": {"comments.thread", "comments.post"}, "remove": {"comments.thread"}}


# --- files ------------------------------------------------------------------------------------------


def policy_file(folder: Path, content: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_a_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    path = policy_file(tmp_path, 'extends = "recall"\ncomments = "remove"\nmax-bytes = 1000\n[rules]\n"promo" = true\n')
    assert load(path) == Policy("mine", {**PRESETS["recall"].rules, "promo": True}, "remove", max_bytes=1000)
    assert load(str(path)) == load(path)


def test_an_empty_file_is_balanced_by_another_name(tmp_path: Path) -> None:
    assert load(policy_file(tmp_path, "")) == replace(PRESETS["balanced"], name="mine")


def test_a_file_may_name_itself(tmp_path: Path) -> None:
    assert load(policy_file(tmp_path, 'name = "ours"')).name == "ours"


def test_a_policy_is_given_by_file_everywhere(tmp_path: Path) -> None:
    path = policy_file(tmp_path, '[rules]\n"promo.newsletter" = false\n')
    row = next(row for row in ROWS if row.what == "newsletter prompt")
    assert row.snippet in cleaner.clean(row.page, kind="text", policy=path).text
    assert row.snippet in cleaner.clean(row.page, kind="text", policy=str(path)).text
    assert row.snippet in cleaner.decide(cleaner.clean(row.page, kind="text"), path).text


def test_the_longest_prefix_decides_whatever_the_order() -> None:
    for rules in ({"seo": False, "seo.information": True}, {"seo.information": True, "seo": False}):
        policy = Policy("mine", rules)
        assert policy.allows("seo.information")
        assert not policy.allows("seo.title-suffix")
        assert policy.allows("promo.read-more")


def test_a_prefix_is_whole_words() -> None:
    policy = Policy("mine", {"author.fabricated": False, "se": False, "": False})
    assert not policy.allows("author.fabricated")
    assert policy.allows("author.fabricated-byline")
    assert policy.allows("seo.information")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('extends = "strict"', "strict"),
        ('extends = ["balanced"]', "balanced"),
        ("extends = 1", "extends"),
        ('comments = "maybe"', "comments"),
        ("comments = true", "comments"),
        ("max-bytes = 0", "max-bytes"),
        ("max-bytes = -1", "max-bytes"),
        ("max-bytes = true", "max-bytes"),
        ("max-bytes = 1.5", "max-bytes"),
        (f"max-bytes = {1 << 62}", "max-bytes"),
        (f"max-memory = {1 << 63}", "max-memory"),
        ("max-seconds = 0", "max-seconds"),
        ("max-seconds = 1e300", "max-seconds"),
        ("max-seconds = inf", "max-seconds"),
        ("max-seconds = nan", "max-seconds"),
        ('rules = "none"', "rules"),
        ('[rules]\n"seo" = "off"', "rules"),
        ("[rules]\nseo.information = false", "rules"),
        ("colour = 1", "colour"),
        ("name = 1", "name"),
        ("max_bytes = 1000", "max_bytes"),
        ("= 1", "TOML"),
    ],
)
def test_a_file_that_is_not_understood_says_what_and_where(tmp_path: Path, content: str, said: str) -> None:
    path = policy_file(tmp_path, content)
    with pytest.raises(PolicyError, match=said) as error:
        load(path)
    assert path.name in str(error.value)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PolicyError, match="TOML"):
        load(path)


@pytest.mark.parametrize("name", ["", "Balanced", "strict", "none.toml", "policy.json", "."])
def test_there_is_no_such_policy(name: str) -> None:
    with pytest.raises(PolicyError):
        load(name)
    with pytest.raises(CleanerError):
        cleaner.Cleaner(name)


def test_a_folder_is_no_policy(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(PolicyError):
        load(tmp_path / "a.toml")


def test_a_policy_is_used_as_it_is() -> None:
    policy = Policy("mine", {"seo": False})
    assert load(policy) is policy
    assert cleaner.clean("A line.", kind="text", policy=policy).policy is policy


def test_equal_digests_decide_alike_and_others_are_told_apart() -> None:
    digests = {policy.digest for policy in PRESETS.values()}
    assert len(digests) == len(PRESETS)
    one, two = Policy("a", {"seo": False, "promo": True}), Policy("a", {"promo": True, "seo": False})
    assert one.digest == two.digest
    assert replace(one, comments="keep").digest != one.digest
    assert replace(one, rules={}).digest != one.digest


def test_max_bytes_bounds_the_payload() -> None:
    policy = replace(PRESETS["balanced"], max_bytes=40)
    assert cleaner.clean("é" * 20, kind="text", policy=policy).text
    with pytest.raises(cleaner.TooLarge):
        cleaner.clean("é" * 21, kind="text", policy=policy)


@pytest.mark.parametrize("policy", PRESETS)
def test_readings_go_under_every_preset(policy: str) -> None:
    sentence = "この日、<ruby>海<rt>うみ</rt></ruby>は静かで、船は一日じゅう港を出なかった。"
    text = cleaner.clean(
        f"<html><body><p>{sentence}</p><p>{sentence}</p></body></html>", kind="html", policy=policy
    ).text
    assert "海は静か" in text and "うみ" not in text
