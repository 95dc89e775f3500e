"""What spam says: phrases in many languages, filled by chance, and honest articles to steal."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, NamedTuple, TypeVar

from cleaner.train.articles import articles

ALL = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "zh", "ja")
"""Languages with the furniture of a site, and with articles to steal."""
HEAVY = ("en", "de", "fr", "es", "pt", "ru")
"""Languages with sales talk as well."""

_SPIN = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
T = TypeVar("T")


class Story(NamedTuple):
    """An honest article: its headline and its paragraphs (short ones may be headings)."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def sentences(self) -> list[str]:
        """All sentences of some length."""
        parts = (part.strip() for paragraph in self.paragraphs for part in _END.split(paragraph))
        return [part for part in parts if len(part) > 24 or (len(part) > 12 and ord(part[0]) > 0x3000)]


@cache
def load(name: str) -> dict[str, Any]:
    """The phrases of ``words/spam-NAME.toml``."""
    return tomllib.loads((files(__package__) / "words" / f"spam-{name}.toml").read_text("utf-8"))


@cache
def stories(language: str) -> tuple[Story, ...]:
    """The honest articles of a language that have some length."""
    found = []
    for article in articles():
        if article.language == language:
            title, _, rest = article.text.partition("\n")
            lines = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", rest) if part.strip())
            if len(lines) > 4:
                found.append(Story(title.strip(), lines))
    return tuple(found)


def spin(rng: Random, text: str) -> str:
    """One of the texts that ``[this|that]`` stands for."""
    while found := _SPIN.search(text):
        text = text[: found.start()] + rng.choice(found[1].split("|")) + text[found.end() :]
    return text


class Writer:
    """Says things in a language, by chance."""

    def __init__(self, rng: Random, language: str) -> None:
        self.rng, self.language, self.words = rng, language, load(language)
        self.year = rng.randint(2016, 2025)
        self._decks: dict[str, list[str]] = {}

    def all(self, key: str) -> list[str]:
        """All phrases under ``table.key``."""
        table, _, name = key.partition(".")
        found: list[str] = self.words[table][name]
        return found

    def say(self, key: str, **slots: str) -> str:
        """One of the phrases under a key, its slots filled."""
        return self.fill(self.rng.choice(self.all(key)), **slots)

    def some(self, key: str, count: int, **slots: str) -> list[str]:
        """So many phrases under a key (or all there are), other ones each time."""
        return [self.fill(text, **slots) for text in self.sample(self.all(key), count)]

    def deal(self, key: str, count: int, **slots: str) -> list[str]:
        """So many phrases under a key; none comes again on this page before all have been said."""
        deck, said = self._decks.setdefault(key, []), []
        for _ in range(count):
            if not deck:
                deck.extend(self.sample(self.all(key), 1000))
            said.append(self.fill(deck.pop(), **slots))
        return said

    def sample(self, things: Sequence[T], count: int) -> list[T]:
        """So many of them, or all, in another order."""
        return self.rng.sample(things, min(count, len(things)))

    def fill(self, text: str, **slots: str) -> str:
        """The text with a variant chosen for each ``[a|b]``, and each ``{slot}`` filled; ``{Slot}`` begins large."""
        return self._filled(spin(self.rng, text), slots)

    def spintax(self, key: str, **slots: str) -> str:
        """All phrases under a key as a spinner's input: ``{this|that {again|more}}``, but for the slots."""
        variants = self.sample(self.all(key), self.rng.randint(1, 3))
        texts = [_SPIN.sub(r"{\1}", self._filled(text, slots)) for text in variants]
        return texts[0] if len(texts) == 1 else "{" + "|".join(texts) + "}"

    def _filled(self, text: str, slots: dict[str, str]) -> str:

        def value(match: re.Match[str]) -> str:
            name = match[1]
            found = slots.get(name) or slots.get(name.lower()) or self._own(name.lower())
            return found[:1].upper() + found[1:] if name[0].isupper() else found

        return _SLOT.sub(value, text)

    def _own(self, name: str) -> str:
        match name:
            case "n":
                return str(self.rng.randint(3, 98))
            case "k":
                return str(self.rng.randint(1, 40) * 50)
            case "s":
                return str(self.rng.randint(3, 15))
            case "h":
                return str(self.rng.randint(154, 182))
            case "year":
                return str(self.year)
            case "city":
                return self.rng.choice(self.all("site.cities"))
            case "name":
                return self.person()
            case "date":
                return self.date()
        raise KeyError(name)

    def person(self) -> str:
        """Somebody's name."""
        first, last = self.rng.choice(self.all("site.first")), self.rng.choice(self.all("site.last"))
        return last + first if self.language in ("zh", "ja") else f"{first} {last}"

    def date(self) -> str:
        """A day of the last years, as the language writes it."""
        day = date(self.year, 1, 1) + timedelta(self.rng.randrange(330))
        if self.language == "en":
            return self.rng.choice((f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b %Y}", f"{day:%Y-%m-%d}"))
        if self.language in ("zh", "ja"):
            return f"{day.year}年{day.month}月{day.day}日"
        return self.rng.choice((f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}"))

    def story(self) -> Story:
        """An honest article."""
        return self.rng.choice(stories(self.language))

    def feature(self) -> Story:
        """An honest article; now and then several on one page, as a blog's front page has them."""
        first, *others = self.sample(stories(self.language), self.rng.choice((1, 1, 1, 2, 4)))
        return Story(
            first.title, (*first.paragraphs, *(text for story in others for text in (story.title, *story.paragraphs)))
        )

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.rng.random() < share
