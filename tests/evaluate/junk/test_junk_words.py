"""The words of all languages say the same, and have only slots that can be filled."""

from __future__ import annotations

import random
import re
import string
from pathlib import Path

import pytest

from cleaner.evaluate.junk import LANGUAGES, words
from cleaner.evaluate.junk.draw import _SLOTS, Draw
from cleaner.evaluate.junk.families import KINDS
from cleaner.evaluate.junk.model import FAMILIES

FOLDER = Path(words.__file__).parent
SPINTAX = "machine.spintax"
IN_TONGUE = {"tongue.person": {"given", "family"}, "tongue.date": {"day", "month", "number", "year"}}
TITLED = {"comments.count", "syndication.rss", "machine.opening", "machine.prompt", "seo.faq"}


def slots(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


def test_a_language_is_a_file() -> None:
    assert {f"{language}.toml" for language in LANGUAGES} | {"common.toml", "themes.toml"} == {
        file.name for file in FOLDER.glob("*.toml")
    }
    assert "en" in LANGUAGES


def test_what_has_no_file_is_no_language() -> None:
    for name in ("common", "themes", "tlh"):
        with pytest.raises(ValueError, match="no junk in"):
            words.load(name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_keys(language: str) -> None:
    assert words.load(language).keys() == words.load("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_phrases(language: str) -> None:
    for key, phrases in words.load(language).items():
        assert phrases, key
        assert len(set(phrases)) == len(phrases), key
        if key != "tongue.gap":
            assert all(key == "tongue.thousands" or phrase.strip() == phrase != "" for phrase in phrases), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_slots_are_known(language: str) -> None:
    for key, phrases in words.load(language).items():
        if key != SPINTAX:
            known = IN_TONGUE.get(key, _SLOTS.keys())
            assert {slot for phrase in phrases for slot in slots(phrase)} <= set(known), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_tongues_are_whole(language: str) -> None:
    tongue = words.load(language)
    assert len(tongue["tongue.months"]) == 12
    assert all(len(tongue[f"tongue.{key}"]) == 1 for key in ("gap", "thousands", "decimal"))
    assert all({"given", "family"} == slots(phrase) for phrase in tongue["tongue.person"])
    assert all({"day", "year"} < slots(phrase) for phrase in tongue["tongue.date"])
    assert all(re.search(r"\{[^{}|]+\|[^{}]+\}", phrase) for phrase in tongue[SPINTAX])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_a_title_has_phrases_without_one(language: str) -> None:
    for key in TITLED:
        assert any("title" not in slots(phrase) for phrase in words.load(language)[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("title", ["A {strange} title", ""], ids=["title", "none"])
def test_no_slot_is_left_open(language: str, title: str) -> None:
    open_slot = re.compile("{(" + "|".join(_SLOTS) + ")}")
    for seed in range(40):
        draw = Draw(random.Random(seed), language, title, ("One", "Two", "Three"))
        for family in FAMILIES:
            for kind in KINDS[family]:
                for group in kind(draw):
                    if group.kind == "machine.template":
                        continue  # its slots are meant to be open
                    assert group.items and group.layouts and group.places, group
                    assert all(item.text and not open_slot.search(item.text) for item in group.items), group


def test_the_readme_names_all_slots() -> None:
    text = (FOLDER / "README.md").read_text("utf-8")
    assert set(re.findall(r"\{(\w+)\}", text)) >= _SLOTS.keys()


def test_themes_have_classes_for_every_family() -> None:
    assert {f"class.{family}" for family in FAMILIES} <= words.read("themes").keys()
