"""What single signals of the junk score measure, on texts that have it and on texts that do not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import ModelError
from cleaner.pipeline import Cleaner, facts
from cleaner.source.decode import decode
from cleaner.train.junkpages.wrapped import article
from cleaner.verdict.junk import measured_of, measured_of_text
from cleaner.verdict.junk.likeness import ASKED, SORTS, features, load_likeness, save_likeness
from cleaner.verdict.junk.text import Text
from cleaner.verdict.junk.wording import MANNERS, spoken

HONEST = [
    "The evening ferry ran aground on a sandbank on Tuesday, and nobody was hurt.",
    "Forty passengers were brought to the pier by lifeboat; the last of them left at nine.",
    "The captain has sailed the route for eleven years and said that he could not see his bow.",
    "At high water the ship floated off by itself, which surprised those who had come with ropes.",
    "An inquiry begins on Thursday in the old customs house, where there are not enough chairs.",
    "Until then a fishing boat takes the post across, and whoever else is in a hurry.",
    "Its owner asks for nothing but somebody who steers while he sleeps.",
]
TOWNS = ("Ashby", "Barrow", "Corby", "Derby", "Frome", "Goole", "Hove", "Ilkley")


def measured(lines: list[str], title: str = "") -> dict[str, float | None]:
    return dict(measured_of_text(Text(lines, title)))


@pytest.mark.parametrize(
    ("signal", "lines", "title", "least"),
    [
        ("captions", [part for n, line in enumerate(HONEST) for part in (line, f"Photo {n} – source: internet")], "", 2.0),
        ("captions", [part for n, line in enumerate(HONEST) for part in (line, f"渡船搁浅(图{n})")], "", 2.0),
        ("own-title", [part for line in HONEST for part in (line, "Ferry runs aground")], "Ferry runs aground (2025) | Daily", 2.0),
        ("frames", [f"Our friendly team in {town} can deliver a skip to your door today." for town in TOWNS], "", 0.5),
        ("topic", [f"Skip hire in {town} is what the people of {town} ask us for." for town in TOWNS], "", 0.9),
        ("same-sentences", [f"Visit our {town} showroom and talk to our {town} team about carpets." for town in TOWNS], "", 0.9),
        ("cut-leads", [f"{line[:66]}… Continue reading on moor.example" for line in HONEST], "", 0.9),
        ("enumerated", ["cheap tyres, buy tyres, winter tyres, summer tyres, tyres fitted, tyres near me, best tyres" * 2], "", 0.9),
        ("holes", ["Hello {first_name}, {welcome|greetings} to %%COMPANY%%. [Insert a short text here]"], "", 2.0),
        ("odd-letters", ["yrAe ddu.eiqé la reat,d a rdaEm de aj.ba De d.too pceEém a lsa oauc»tr noc al erwsnl.ee tted un dianet"], "", 3.0),
        ("broken", ["KÄ±rk yÄ±llÄ±k dÃ¼kkÃ¢nda konuÅ\u009fulanlar Ã§Ä±raÄ\u009fÄ±mÄ±z deftere geÃ§irdi", "昨日 æ—¥æœ¬"], "", 5.0),
        ("exclamations", ["Call now! Buy today! The best ferry in town is waiting for you and all your friends! Do not wait any longer!"], "", 3.0),
        ("questions", ["What is a ferry?", "Who owns the ferry?", "A ferry is a boat."], "", 0.6),
        ("furniture", ["Sign up for our newsletter and never miss a story.", "Follow us on Facebook and Instagram!"], "", 0.5),
        ("furniture-many", ["Sign up for our newsletter and never miss a story. Follow us on Facebook!", "Read more: ferries"], "", 1.5),
        ("ornaments", ["⬇ DOWNLOAD ⬇ ✅ fast ✅ free ★★★★★ " + " ".join(HONEST[:2])], "", 3.0),
    ],
)  # fmt: skip
def test_a_signal_sees_what_it_is_for_and_not_an_honest_text(
    signal: str, lines: list[str], title: str, least: float
) -> None:
    value = measured(lines, title)[signal]
    assert value is not None
    assert value >= least
    honest = measured(HONEST, "Ferry runs aground")[signal]
    assert honest is None or honest < least / 4


def test_a_list_that_counts_is_no_row_of_captions() -> None:
    assert measured([f"Chapter {n}" for n in range(1, 9)])["captions"] == 0


def test_manners_are_known_in_every_language_and_a_phrase_counts_twice_at_most() -> None:
    assert spoken("Look no further! In this article, we will tell you")["padding"] == 2
    assert spoken("near me near me near me near me")["local"] == 2
    assert spoken("Der Preis auf Amazon")["affiliate"] == 1
    assert spoken("最后まで いかがでしたか")["padding"] == 1
    assert not spoken("Nothing of this kind is said in a prospectus")
    assert set(spoken("stay tuned")) <= set(MANNERS)


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru"])
def test_honest_articles_speak_in_hardly_any_manner(language: str) -> None:
    counts = []
    for number in range(8):
        _, paragraphs = article(Random(f"{language} {number}"), language)
        counts.append(spoken("\n".join(paragraphs)).total())
    assert sorted(counts)[4] <= 3


def hidden(links: str) -> float | None:
    page = f"<p>{'</p><p>'.join(HONEST)}</p><div style='display:none'>{links}</div>"
    return dict(measured_of(facts(decode(page.encode()), Cleaner().policy)))["hidden-offers"]


def test_hidden_links_that_offer_something_are_no_menu() -> None:
    offers = "".join(f"<a href='https://{n}.example/'>cheap pills {n}</a> " for n in range(7))
    assert hidden(offers) == 3.0
    assert hidden("<a href='https://a.example/'>Facebook</a> <a href='/news'>All the news</a>") == 0.0


def test_a_model_of_words_is_written_as_it_is_read_and_asked_in_place_of_the_packages(tmp_path: Path) -> None:
    file = tmp_path / "likeness.npz"
    weights = np.zeros((3, len(SORTS)), np.float32)
    weights[1, 0] = 8.0
    save_likeness(["text:ferry", "text:casino"], weights, file)
    assert load_likeness(file).odds(features(["the casino"], []))[0] > 1
    with ASKED.of(file):
        assert measured(["ferry"])["like.junk"] == 0
        assert (measured(["casino"])["like.junk"] or 0) > 1
    assert measured([])["like.junk"] is None
    assert max(load_likeness(file).odds({"text:casino": 99.0})) == 9


def test_a_file_without_a_model_of_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.npz").write_bytes(b"no model")
    with pytest.raises(ModelError, match="likeness"):
        load_likeness(tmp_path / "other.npz")
    with pytest.raises(ModelError, match="cannot read"):
        load_likeness(tmp_path / "none.npz")


@given(st.lists(st.lists(st.sampled_from("abcdefghij"), min_size=5, max_size=9), min_size=6, max_size=12))
def test_sentences_that_share_most_of_their_words_are_found_as_by_comparing_each_with_each(
    bags: list[list[str]],
) -> None:
    lines = [" ".join(f"{letter}{letter}word" for letter in bag) + "." for bag in bags]
    sets = [frozenset(bag) for bag in bags if len(set(bag)) >= 5]
    alike = [any(one is not other and 2 * len(one & other) >= len(one | other) for other in sets) for one in sets]
    value = measured(lines)["same-sentences"]
    assert value is None if len(sets) < 6 else value == pytest.approx(sum(alike) / len(sets))


def test_hidden_words_that_sell_are_told_from_hidden_words_of_a_menu() -> None:
    def like(words: str) -> float:
        page = f"<p>{'</p><p>'.join(HONEST)}</p><div style='display:none'>{words}</div>"
        return dict(measured_of(facts(decode(page.encode()), Cleaner().policy)))["hidden-like"] or 0.0

    sold = like("online casino free spins no deposit bonus cheap viagra best price payday loans poker slots jackpot")
    assert sold > like("Home News Sport Weather Our harbour Tides Archive About us Contact Imprint Letters Search") + 2


def test_a_page_is_bare_by_what_it_shows_less_than_an_ordinary_one() -> None:
    def bare(text: str) -> float | None:
        return dict(measured_of(facts(decode(f"<p>{text}</p>".encode()), Cleaner().policy)))["bare"]

    assert bare(" ".join(HONEST)) == bare("x" * 120) == 0
    assert (bare("x" * 10) or 0) > (bare("x" * 60) or 0) > 0


def test_two_lines_are_too_few_for_a_share_of_short_ones() -> None:
    assert measured(["Moor", "A view of the moor"])["short-lines"] is None
    assert measured(["Moor", "A view", "of the", "moor in autumn"])["short-lines"] == 1


def test_what_nobody_sees_is_heard_too() -> None:
    def hidden(text: str) -> float | None:
        page = f"<h1>The ferry</h1><p>{HONEST[0]}</p><div style='display:none'>{text}</div>"
        known = facts(decode(page.encode(), kind="html", max_bytes=10_000), Cleaner().policy)
        return dict(measured_of(known))["hidden-furniture"]

    spam = hidden("Buy cheap pills online without prescription. Best online casino bonus. Click here to order now.")
    honest = hidden(" ".join(HONEST[1:4]))
    assert spam is not None and honest is not None
    assert spam > honest
    assert hidden("Menu") is None
