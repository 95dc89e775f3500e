"""Junk that was set before or behind an author's sentences goes without them."""

from __future__ import annotations

import pytest

from cleaner.evidence.signs.apart import apart
from cleaner.model import Block
from cleaner.pipeline import clean

OWN = "She had walked that road in every weather since the quarry closed. Nobody had ever asked her why the gate stood open."
REST = "\n\n".join(
    (
        "The quarry was dug for the railway, and when the railway went to the other valley it was left to the birds.",
        "{}",
        "In the spring the children came to swim there, though a sign forbade it, and the sign was stolen every year.",
    )
)
RUN_ON = [
    "Sign up for our newsletter and get the best stories every Friday.",
    "Download our app in the App Store or on Google Play.",
    "Support our journalism. Become a member today from £3 a month.",
    "Use code SAVE15 at checkout for 15% off your first order. Offer ends Sunday.",
    "{Great|Awesome|Fantastic} {tips|advice|ideas} for {you|your family|everyone}!",
    "{{ post.title }} – {{ post.author }}",
    "I hope this helps! Let me know if you would like me to make any changes.",
    "As an AI language model, I do not have access to real-time data about the quarry.",
]


@pytest.mark.parametrize("junk", RUN_ON)
@pytest.mark.parametrize("kind", ["html", "text"])
def test_what_is_run_on_behind_an_authors_sentences_goes_without_them(junk: str, kind: str) -> None:
    page = REST.format(f"{OWN} {junk}")
    if kind == "html":
        page = "".join(f"<p>{paragraph}</p>" for paragraph in page.split("\n\n"))
    assert clean(page, kind=kind).text.replace("\n\n", "\n") == REST.format(OWN).replace("\n\n", "\n")


def test_short_sentences_and_calls_go_with_it() -> None:
    def found(text: str, said: str) -> list[tuple[int, int] | None]:
        at = text.index(said)
        block = Block(0, text, ())
        return [seen.range for seen in apart(block, [(at, at + len(said))], lambda other: "us" in other.split())]

    assert found("Join the club today. It is free of charge.", "Join") == [None]
    assert found(f"{OWN} Join the club today. It is free of charge.", "Join") == [(len(OWN) + 1, len(OWN) + 43)]
    long = "Thousands of people in all the valleys around read us every morning."
    assert found(f"{OWN} {long} Join the club today.", "Join") == [(len(OWN) + 1, len(OWN) + 1 + len(long) + 21)]


@pytest.mark.parametrize(
    "junk",
    [
        "As an AI language model, I have no opinions, but here is a rewritten version of the article:",
        "Certainly! Here is the rewritten article:",
        "Als KI-Sprachmodell habe ich keine Meinung, aber hier ist eine überarbeitete Fassung des Textes:",
    ],
)
def test_what_has_no_full_stop_goes_without_the_sentences_behind_it(junk: str) -> None:
    assert clean(REST.format(f"{junk} {OWN}"), kind="text").text == clean(REST.format(OWN), kind="text").text


def test_no_sentence_goes_for_a_hole_before_it() -> None:
    assert OWN in clean(REST.format(f"{{{{ post.title }}}} – {{{{ post.author }}}} {OWN}"), kind="text").text
