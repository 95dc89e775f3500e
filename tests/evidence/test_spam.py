"""What spammers set into a page is told by what it sells and where it leads, and by nothing that honest pages have."""

from __future__ import annotations

import pytest

from cleaner.cleaned import Cleaned
from cleaner.pipeline import clean

ARTICLE = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop, and nobody at the table was able to say.",
)


def html(inside: str, head: str = "") -> Cleaned:
    first, last = ARTICLE
    return clean(f"<html><head>{head}</head><body><p>{first}</p>{inside}<p>{last}</p></body></html>", kind="html")


def text(inside: str) -> Cleaned:
    return clean(f"{ARTICLE[0]}\n\n{inside}\n\n{ARTICLE[1]}", kind="text")


def rules(result: Cleaned) -> set[str]:
    return {rule for decision in result.removed for rule in decision.rules if not rule.startswith("content.")}


# --- injected -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("anchor", ["buy cheap viagra online", "best online casino bonus", "займ на карту срочно"])
def test_a_link_to_another_site_with_what_spammers_sell_goes(anchor: str) -> None:
    result = html(f"<p><a href='https://spam.example/'>{anchor}</a></p>")
    assert "injection.anchors" in rules(result)
    assert anchor not in result.text


def test_a_link_within_the_site_stays() -> None:
    link = "<p><a href='https://bank.example/loans'>Personal loans online</a></p>"
    head = "<link rel=canonical href='https://bank.example/'>"
    assert "injection.anchors" in rules(html(link))
    assert not rules(html(link, head))


def test_a_page_about_such_things_keeps_its_words() -> None:
    line = "online casino bonus, free spins, no deposit bonus, sports betting"
    assert "injection.keywords" in rules(html(f"<p>{line}</p>"))
    assert not rules(html(f"<p>{line}</p>", "<title>How casinos advertise</title>"))


def test_lines_beside_spam_go_with_it_and_the_article_stays() -> None:
    result = text("buy cheap viagra online\nviagra 20mg tablets\nbest online casino bonus")
    assert result.text.split() == " ".join(ARTICLE).split()


# --- hidden -------------------------------------------------------------------------------------------


def test_words_for_those_who_listen_belong_to_their_sentence() -> None:
    result = html(
        "<p>On Monday the glass read <span class=sr-only>minus</span> forty-one degrees, and nobody went out.</p>"
    )
    assert "minus" in result.text


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Nobody went out.<span class=sr-only>cheap hotels in Leeds and everywhere else that you may want to go to</span> Really.</p>",
        "<p><a href=/a>Nobody<span class=sr-only>(opens in a new tab)</span></a> went out that day, the paper said.</p>",
        "<div class=sr-only>Main menu</div>",
    ],
)
def test_other_words_for_those_who_listen_go(inside: str) -> None:
    assert "hidden.unseen" in rules(html(inside))


# --- machines -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "As an AI language model, I do not have access to real-time data.",
        "I'm sorry, but as a language model I have no opinion on ferries.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.",
        "{{ page.title }}",
        "{Thanks|Thank you} for {reading|visiting} this {great|awesome} page!",
        "РџСЂРёРІРµС‚, РєР°Рє РґРµР»Р°?",
    ],
)
def test_what_a_machine_left_goes_from_text_and_page(line: str) -> None:
    for result in (html(f"<p>{line}</p>"), text(line)):
        assert any(rule.startswith("machine.") for rule in rules(result))
        assert all(paragraph in result.text for paragraph in ARTICLE)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{{ page.title }}", "Where {{ page.title }} stands the program puts the title, or nothing if there is none."),
        (
            "{Hello|Hi}, {friend|sir}!",
            "The bars set words apart, as in {a|b} of the second lesson, and one of them is drawn at random.",
        ),
        ("As an AI language model, I cannot swim.", "My pupil had written “as an AI language model” into his essay."),
        (
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
            "The word “lorem” is half a word, and means nothing.",
        ),
    ],
)
def test_a_page_that_speaks_of_such_things_keeps_them(line: str, says: str) -> None:
    assert not rules(text(f"{line}\n\n{says}"))


def test_a_page_that_is_broken_as_a_whole_is_left_as_it_is() -> None:
    assert not clean("Ð¡Ð¿Ð°ÑÐ¸Ð±Ð¾ Ð·Ð° Ð²Ð½Ð¸Ð¼Ð°Ð½Ð¸Ðµ", kind="text").removed
