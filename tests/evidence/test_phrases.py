"""Phrases are found as they are meant, however they are written; and not where a page is about them."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from cleaner.evidence.phrases import find, meant, topics
from cleaner.evidence.phrases.fold import fold

FILES = sorted(
    (file for file in resources.files("cleaner.evidence.phrases").iterdir() if file.name.endswith(".toml")),
    key=lambda file: file.name,
)
LANGUAGES = [file for file in FILES if file.name != "topics.toml"]


@pytest.mark.parametrize(
    "text",
    [
        "Read More",
        "READ\u00a0MORE:",
        "re\u00adad mo\u200bre",
        "\u202aRead more\u202c",
        "Rеаd mоrе",  # four of its letters are Cyrillic
        "ｒｅａｄ　ｍｏｒｅ",
    ],
)
def test_a_phrase_is_found_however_it_is_written(text: str) -> None:
    found = find(["Nothing here.", text])
    ((start, end),) = found["read-more"][1]
    assert text[start:end].strip("\u202a\u202c\u200b\u00ad") == text.strip("\u202a\u202c:")


@pytest.mark.parametrize("text", ["bread more", "read moreover", "spread mores", "read\nmore"])
def test_a_part_of_a_word_is_no_phrase(text: str) -> None:
    assert "read-more" not in find(text.split("\n"))


@pytest.mark.parametrize("text", ["Читайте также", "Άρθρα", "Weiterlesen", "ΔX", "a\u0301b", "İstanbul'da"])
def test_folding_keeps_the_places_of_characters(text: str) -> None:
    folded = fold(f"x\u200b{text}\u00ady")
    assert [folded.place(at) for at in range(len(folded.text))] == [0, *range(2, 2 + len(text)), 3 + len(text)]


def test_words_of_one_other_script_stay_as_they_are() -> None:
    assert fold("Мо́сква и Москва").text == "мо́сква и москва"


def test_of_overlapping_phrases_of_a_list_the_longest_counts_and_each_list_has_its_own() -> None:
    found = find(["Subscribe to our newsletter"])
    assert found["newsletter"][0] == [(0, 27)]


def test_a_page_that_is_about_a_thing_may_quote_its_phrases() -> None:
    texts = ["Subscribe to our newsletter", "Why newsletters came back", "He reads every newsletter that he gets."]
    found = find(texts)
    nothing = find([])
    assert topics(found, nothing, lambda index: index == 2) == set()
    assert topics(found, nothing, lambda index: index > 0) == {"topic newsletters"}
    assert topics(found, find(["Newsletters, a history"]), lambda index: False) == {"topic newsletters"}
    # A prompt is no talk about newsletters, not even three times.
    assert topics(find(["Subscribe to our newsletter"] * 3), nothing, lambda index: True) == set()
    assert "newsletter" in meant(found, ())
    assert "newsletter" not in meant(found, {"topic newsletters"})


@pytest.mark.parametrize("file", LANGUAGES, ids=lambda file: file.name)
def test_a_file_of_phrases_is_in_order(file: resources.abc.Traversable) -> None:
    for name, phrases in tomllib.loads(file.read_text("utf-8")).items():
        assert phrases == sorted(phrases), name
        assert len({fold(phrase).text for phrase in phrases}) == len(phrases), name
        assert [phrase for phrase in phrases if phrase != phrase.lower().strip() or "’" in phrase] == [], name


def test_topics_silence_lists_that_there_are() -> None:
    lists = {name for file in LANGUAGES for name in tomllib.loads(file.read_text("utf-8"))}
    (known,) = [tomllib.loads(file.read_text("utf-8")) for file in FILES if file not in LANGUAGES]
    assert {name for topic in known.values() for name in topic["lists"]} <= lists
