"""Prompts are told by what they are made of, in words that no list of prompts has."""

from __future__ import annotations

import pytest

from cleaner import clean
from tests.examples import ARTICLE


def _rules(line: str) -> set[str]:
    result = clean("\n\n".join([*ARTICLE[:2], line, *ARTICLE[2:]]), kind="text")
    assert all(line.startswith(result.blocks[d.block].text) for d in result.removed)
    return {rule for decision in result.removed for rule in decision.rules}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Join 46,677 people who get our weekly round-up. No spam, ever.", "promo.newsletter"),
        ("Inscrivez-vous et recevez nos meilleurs articles dans votre boîte mail.", "promo.newsletter"),
        ("Запишитесь: получайте наши новости на почту.", "promo.newsletter"),
        ("Get the Fell Post app: free on the App Store and Google Play", "promo.app"),
        ("Scaricate la nostra: scarica l'applicazione da Google Play", "promo.app"),
        ("Support our journalism from £3 a month.", "promo.donate"),
        ("Save 20% with our voucher code FELL20", "promo.offer"),
        ("Am 3. Mai findet unsere Konferenz statt. Jetzt anmelden und reservieren Sie Karten!", "promo.event"),
        ("Suivez-nous sur Facebook et Instagram.", "promo.follow"),
    ],
)
def test_a_prompt_is_known_by_its_parts(line: str, rule: str) -> None:
    assert rule in _rules(line)


@pytest.mark.parametrize(
    "line",
    [
        "We put our email address on the door, and nobody wrote.",
        "The app knew where the ferry was, and the ferryman did not.",
        "Save the receipt, for the discount is only given with it.",
        "She asked us to support the library, and we brought her books.",
        "Facebook and Instagram were down that day, and the ferry ran.",
        "“Join our mailing list,” said the sign on the quay.",
    ],
)
def test_a_sentence_with_the_same_words_is_none(line: str) -> None:
    assert not _rules(line)


def test_of_text_a_line_may_be_a_heading_and_is_left_to_the_line_model() -> None:
    assert _rules("Become a member") <= {"content.lines"}
