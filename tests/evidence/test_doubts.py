"""What the line model holds against lines, of pages and of texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner import pipeline
from cleaner.evidence import doubts
from cleaner.pipeline import Cleaner
from cleaner.policy import Policy
from cleaner.source.html import segment
from tests.evidence.stubs import PAGE, STORY, Stub, lines_stub

BROKEN = PAGE.replace(STORY[2], f"{STORY[2]}<br>So many things<br>And others")
SPAM = "buy viagra online, cheap cialis, online casino bonus"


def with_spam(page: str) -> str:
    """A page on which a rule finds spam, so that what else it says is doubted."""
    return page.replace("</body>", f"<p>{SPAM}</p></body>")


def test_of_what_is_content_a_line_goes_that_is_hardly_its_authors(stub: Stub) -> None:
    stub.odds, stub.own = [-4, 3, 4, 3], {"So many things": 0.01, "And others": 0.02}
    result = pipeline.clean(BROKEN, kind="html")
    assert result.text == "\n\n".join(STORY)
    assert [decision.rules for decision in result.removed if decision.block > 4] == [("content.lines",)] * 2


def test_a_line_that_may_be_its_authors_stays_and_so_does_what_is_no_text(stub: Stub) -> None:
    stub.odds, stub.own = [-4, 3, 4, 3], {"So many things": 0.4, "The harbour": 0.01}
    kept = "\n\n".join((*STORY[:2], f"{STORY[2]}\nSo many things\nAnd others"))
    assert pipeline.clean(BROKEN, kind="html").text == kept
    stub.own = dict.fromkeys(("So many things", "And others"), 0.01)
    own_rules_alone = Policy(rules={"content.lines": False})
    assert pipeline.clean(BROKEN, kind="html", policy=own_rules_alone).text == kept


def test_of_a_page_about_furniture_what_speaks_of_it_stays(stub: Stub) -> None:
    named = BROKEN.replace("So many things", "So many newsletters")
    stub.odds, stub.own = [-4, 3, 4, 3], {"So many newsletters": 0.01, "And others": 0.02}
    assert not pipeline.clean(named, kind="html").text.endswith("So many newsletters")
    about = named.replace("<html>", "<html><title>Newsletters, a history</title>")
    assert pipeline.clean(about, kind="html").text.endswith("So many newsletters")


@pytest.mark.parametrize(
    ("line", "chance", "stays"),
    [
        ("<p>So many things</p>", 0.2, False),
        ("<h2>So many things</h2>", 0.01, True),
        ("<blockquote>So many things</blockquote>", 0.01, True),
        ("<pre>So many things</pre>", 0.01, True),
        ("<table><tr><td>So many things</td></tr></table>", 0.01, True),
        ("<ul><li>So many things</li><li>The quay</li></ul>", 0.2, True),
        ("<ul><li>So many things</li><li>So many more</li></ul>", 0.1, False),
    ],
)
def test_what_markup_sets_apart_stays_and_of_an_item_more_is_asked(
    stub: Stub, line: str, chance: float, stays: bool
) -> None:
    page = with_spam(PAGE.replace("<p>" + STORY[2], f"{line}<p>{STORY[2]}"))
    stub.odds = [-4, *[3] * (len(segment(page).blocks) - 3)]
    stub.own = {"So many things": chance, "So many more": chance}
    assert ("So many things" in pipeline.clean(page, kind="html").text) == stays


@pytest.mark.parametrize(("chance", "stays"), [(0.04, False), (0.1, True), (0.2, True)])
def test_where_a_rule_finds_spam_more_goes(stub: Stub, chance: float, stays: bool) -> None:
    stub.odds, stub.own = [-4, 3, 4, 3], {"So many things": chance}
    assert ("So many things" in pipeline.clean(BROKEN, kind="html").text) == stays
    assert "So many things" not in pipeline.clean(with_spam(BROKEN), kind="html").text


@pytest.mark.parametrize(("words", "stays"), [(2, False), (20, True)])
def test_the_more_an_author_would_lose_the_less_goes(stub: Stub, words: int, stays: bool) -> None:
    long = "So " + "many " * (words - 2) + "things"
    stub.odds, stub.own = [-4, 3, 4, 3], {long: 0.04}
    assert (long in pipeline.clean(BROKEN.replace("So many things", long), kind="html").text) == stays


def test_a_rule_takes_of_a_paragraph_no_sentence_that_is_its_authors(stub: Stub) -> None:
    stub.odds = [-4, 3, 4, 3]
    page = PAGE.replace(STORY[2], f"{STORY[2]}<br>Download our app")
    result = pipeline.clean(page, kind="html")
    assert result.text == "\n\n".join(STORY)
    assert [decision.rules for decision in result.removed if decision.block > 4] == [("promo.app",)]


def test_nothing_is_held_against_a_page_that_is_a_list(stub: Stub) -> None:
    page = "".join(f"<p>Ferry {number}" for number in range(4))
    stub.odds, stub.own = [3.0, 3, 3, 3], {"Ferry 2": 0.01}
    assert "Ferry 2" in pipeline.clean(page, kind="html").text


# --- text that somebody extracted -------------------------------------------------------------------

LINES = "\n\n".join((*STORY, "It was", "so it was"))


def test_lines_that_are_hardly_the_authors_go(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.01 if len(text) < 10 else 0.98)
    result = Cleaner().clean(LINES, kind="text")
    assert result.text == "\n\n".join(STORY)
    assert [decision.rules for decision in result.removed] == [("content.lines",)] * 2
    assert result.to_record()["engine"] == "model"


@pytest.mark.parametrize(("others", "stays"), [(0, True), (1, True), (2, False)])
def test_a_doubtful_line_goes_where_others_surely_do(monkeypatch: pytest.MonkeyPatch, others: int, stays: bool) -> None:
    lines_stub(monkeypatch, lambda text: 0.01 if text == "It was" else 0.15 if len(text) < 12 else 0.98)
    text = "\n\n".join((*STORY, *["It was"] * others, "so it was"))
    assert Cleaner().clean(text, kind="text").text.endswith("so it was") == stays


def test_what_stands_in_a_box_goes_sooner_than_what_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.01 if text == "It was" else 0.2 if len(text) < 12 else 0.98)
    box, alone = ("It was", "It was", "so it was"), ("It was", "It was", *STORY, "so it was")
    assert "so it was" not in Cleaner().clean("\n\n".join((*STORY, *box)), kind="text").text
    assert "so it was" in Cleaner().clean("\n\n".join((*STORY, *alone)), kind="text").text


def test_of_what_may_be_the_authors_everything_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.4 if len(text) < 10 else 0.98)
    assert Cleaner().clean(LINES, kind="text").text == LINES


def test_nobody_need_be_asked_about_text(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.01)
    own_rules_alone = Policy(rules={"content.lines": False})
    assert Cleaner(own_rules_alone).clean(LINES, kind="text").text == LINES
    result = Cleaner(replace(own_rules_alone, rules={}, engine="trafilatura")).clean(LINES, kind="text")
    assert result.text == LINES
    assert result.to_record()["engine"] == "none"


def test_of_a_text_that_is_a_list_more_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    works = ("Doku mit Mario", "Hörspiele 2017", "Die Meisterin", "Musik", "Event live")
    chances = {"It was": 0.01, "Buy it": 0.02, "Or not": 0.1}
    lines_stub(monkeypatch, lambda text: chances.get(text, 0.98))
    assert Cleaner().clean("\n\n".join((*works, *chances)), kind="text").text == "\n\n".join((*works, "Or not"))
    assert "Or not" not in Cleaner().clean("\n\n".join((*STORY, *chances)), kind="text").text


@pytest.mark.parametrize(("named", "stays"), [("", False), (" She read of captchas and cookies on the way.", True)])
def test_of_a_text_that_names_furniture_more_is_asked(monkeypatch: pytest.MonkeyPatch, named: str, stays: bool) -> None:
    chances = {"It was": 0.01, "Buy it": 0.02, "Or not": 0.1}
    lines_stub(monkeypatch, lambda text: chances.get(text, 0.98))
    text = "\n\n".join((f"{STORY[0]}{named}", *STORY[1:], *chances))
    assert ("Or not" in Cleaner().clean(text, kind="text").text) == stays


def test_an_endless_text_is_left_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.01 if len(text) < 10 else 0.98)
    monkeypatch.setattr(doubts, "_MOST_LINES", 4)
    assert Cleaner().clean(LINES, kind="text").text == LINES


def test_text_of_nothing_is_thought_nothing_of() -> None:
    assert doubts.of_text((), {}, (), "auto", None) == ()


@pytest.mark.parametrize(("chance", "stays"), [(0.06, True), (0.02, False)])
def test_of_one_line_of_a_text_more_is_asked(monkeypatch: pytest.MonkeyPatch, chance: float, stays: bool) -> None:
    alone = "\n\n".join((STORY[0], "It was", *STORY[1:]))
    lines_stub(monkeypatch, lambda text: chance if text == "It was" else 0.98)
    assert Cleaner().clean(alone, kind="text").text == (alone if stays else "\n\n".join(STORY))


def test_of_a_paragraph_a_sentence_goes_that_is_hardly_its_authors(stub: Stub) -> None:
    spam = "Buy followers at the best price there is."
    stub.odds = [-4, 3, 4, 3]
    stub.own = {f"{spam} ": 0.01}
    result = pipeline.clean(PAGE.replace(STORY[1], f"{STORY[1][:-1]}. {spam} {STORY[1]}"), kind="html")
    assert spam not in result.text
    assert result.text.count(STORY[1][:-1]) == 2


@pytest.mark.parametrize(("place", "goes"), [("within", False), ("end", True)])
def test_within_a_paragraph_a_sentence_must_be_clearly_worded_like_furniture(
    monkeypatch: pytest.MonkeyPatch, place: str, goes: bool
) -> None:
    odd = "Nobody knows who sells these boots."
    lines_stub(monkeypatch, lambda text: 0.01 if text.startswith("Nobody") else 0.98, furniture=1.0)
    own = f"{STORY[0]} {odd} {STORY[1]}" if place == "within" else f"{STORY[0]} {STORY[1]} {odd}"
    assert (odd not in Cleaner().clean(f"{own}\n\n{STORY[2]}", kind="text").text) == goes


def test_a_cell_of_many_lines_is_no_fact(stub: Stub) -> None:
    page = f"<table><tr><td>{PAGE}<p>So many things</p></td></tr></table>"
    stub.odds, stub.own = [-4, 3, 4, 3, 3], {"So many things": 0.01}
    assert "So many things" not in pipeline.clean(page, kind="html").text


def test_of_a_page_of_which_much_goes_more_goes(stub: Stub) -> None:
    odd = {f"Line {number} of things": 0.01 for number in range(5)}
    page = BROKEN.replace("So many things", "<br>".join([*odd, "And others", "So many things"]))
    stub.odds = [-4, 3, 4, 3]
    stub.own = {**odd, "So many things": 0.25}
    assert "So many things" not in pipeline.clean(page, kind="html").text
    stub.own = {**dict.fromkeys(list(odd)[:2], 0.01), "So many things": 0.25}
    assert "So many things" in pipeline.clean(page, kind="html").text


def test_what_an_author_leads_to_in_a_text_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.001 if len(text) < 10 else 0.98)
    lead = f"{STORY[1][:-1]}, which is what they said to them:"
    text = "\n\n".join((STORY[0], lead, "It was", "so it was", STORY[2], "Or not"))
    assert Cleaner().clean(text, kind="text").text == text.removesuffix("\n\nOr not")
    assert "It was" not in Cleaner().clean(text.replace(lead, "They said:"), kind="text").text
