"""Furniture in extracted text: what goes at its edges and what an author says of such things stays."""

from __future__ import annotations

import pytest

from cleaner.evidence.signs.furniture.labels import labels, may_be, may_be_each
from cleaner.pipeline import clean
from cleaner.policy import Policy
from tests.examples import ARTICLE

TEXT = "\n\n".join(ARTICLE)
BEFORE = [
    "Home > News > Estuary",
    "Startseite » Nachrichten » Region",
    "Skip to main content",
    "Facebook\n\nTwitter\n\nWhatsApp",
    "News - Sport - Weather - Contact us - Search",
    "Zum Inhalt springen",
    "12 comments",
    "Vous êtes ici : Accueil > Sport",
]
BEHIND = [
    "Page 1 of 3 | Next »",
    "« Zurück · 1 2 3 · Weiter »",
    "About us\n\nPrivacy policy\n\nTerms of use\n\nContact",
    "1. Impressum\n\n2. Datenschutz\n\n3. AGB\n\n4. Kontakt",
    "© 2024 Estuary News. All rights reserved.",
    "Todos los derechos reservados",
    "Print this page | Save as PDF",
    "We use cookies to give you the best experience. By continuing to browse you agree to our use of cookies.\n\nAccept all",
    "Вернуться наверх",
    "返回顶部",
    "Comments (2)\n\nAda Fenn says:\n\nLovely, thank you!\n\nTom Brack | 4 May 2024 My aunt rowed it.\n\nReply",
    "Kommentare (1)\n\nAda Fenn schrieb am 4. Mai 2024: Danke!",
    "Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n\nName *\n\nEmail *",
]
INSIDE = [
    "Article continues below this advertisement",
    "Subscribe to continue reading",
    "- Anzeige -",
    "Share on Facebook",
]
# An author's, wherever they stand.
KEPT = [
    "Home is where the ferry is.",
    "Next",
    "Contact",
    "He printed this page and saved it.",
    "“We use cookies,” said Hanne Fosse, and passed the tin.",
    "Comments are welcome at the ticket window.",
    "Ada Fenn, 4 May 2024",
]


def text(page: str) -> str:
    return clean(page, kind="text").text


# What the line model thinks of a line is its own affair: it knows how such lines are worded, and not that they are quoted.
RULES_ALONE = Policy(rules={"content.lines": False})


@pytest.mark.parametrize("junk", BEFORE)
def test_furniture_before_a_text_goes(junk: str) -> None:
    assert text(f"{junk}\n\n{TEXT}") == text(TEXT)


@pytest.mark.parametrize("junk", BEHIND)
def test_furniture_behind_a_text_goes(junk: str) -> None:
    assert text(f"{TEXT}\n\n{junk}") == text(TEXT)


@pytest.mark.parametrize("junk", INSIDE)
def test_what_says_what_it_is_goes_between_paragraphs(junk: str) -> None:
    assert text("\n\n".join((*ARTICLE[:2], junk, *ARTICLE[2:]))) == text(TEXT)


@pytest.mark.parametrize("line", KEPT)
@pytest.mark.parametrize("place", range(len(ARTICLE) + 1))
def test_a_line_of_an_author_stays(line: str, place: int) -> None:
    page = "\n\n".join((*ARTICLE[:place], line, *ARTICLE[place:]))
    assert clean(page, kind="text").removed == ()


def test_lines_that_are_quoted_stay() -> None:
    said = ("Leave a Reply", ARTICLE[1], "Required fields are marked *", ARTICLE[3])
    page = "\n\n".join((ARTICLE[0], *said, ARTICLE[2]))
    assert clean(page, policy=RULES_ALONE, kind="text").removed == ()


def test_one_line_of_each_kind_is_not_quoted() -> None:
    said = (
        "Leave a Reply",
        ARTICLE[1],
        "Subscribe to continue reading",
        ARTICLE[3],
        "© 2024 Moor News. All rights reserved.",
    )
    result = clean("\n\n".join((ARTICLE[0], *said, ARTICLE[2])), policy=RULES_ALONE, kind="text")
    assert result.text == "\n\n".join((ARTICLE[0], ARTICLE[1], ARTICLE[3], ARTICLE[2]))


def test_a_menu_that_an_article_shows_stays() -> None:
    page = "\n\n".join((*ARTICLE[:2], "Home", "News", "Contact", "Help", *ARTICLE[2:]))
    assert clean(page, policy=RULES_ALONE, kind="text").removed == ()


@pytest.mark.parametrize(
    "made_of", ["Facebook Twitter", "Seite 1 von 3", "« Previous | Next »", "首页 新闻 体育", "Print | PDF"]
)
def test_text_of_labels(made_of: str) -> None:
    assert labels(made_of)


@pytest.mark.parametrize("text", ["", "12", "Back to the sea", "Share this bottle", "Page twelve", "2 x 2 x 2"])
def test_text_of_more_than_labels(text: str) -> None:
    assert not labels(text)


def test_many_texts_are_looked_at_as_each_of_them_is() -> None:
    texts = [
        *BEFORE,
        *BEHIND,
        *INSIDE,
        *ARTICLE,
        "",
        " ",
        "12",
        "· Home",
        "«Home",
        "1. Kontakt",
        "返回顶部",
        "顶部",
        "Zebra",
        "ZEBRA!",
    ]
    assert may_be_each(texts) == list(map(may_be, texts))
    assert {True, False} <= set(may_be_each(texts))
    assert may_be_each([]) == []


def test_a_label_is_one_whatever_stands_around_its_letters() -> None:
    for text in ("Contact us", "· CONTACT  us (12)", "Contact\u00a0us", "＞ contact us"):
        assert [label.lists for label in labels(text)] == [label.lists for label in labels("contact us")] != []
