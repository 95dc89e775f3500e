"""What the spam pages share in words: phrases, stolen articles, invented names and addresses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import NamedTuple

from cleaner.train.articles import articles

ALL = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "zh", "ja")
SIX = ("en", "de", "fr", "es", "pt", "ru")
UNSPACED = ("zh", "ja")

Words = dict[str, list[str]]
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_SYLLABLES = "ba ve lo ri tan mar ko zen pla du mi nor sol fa gri pe ka lum tor vi xa wen hub jo ster qui dal".split()
DOMAIN_ENDS = ("hub", "zone", "daily", "24", "info", "world", "point", "blog", "mag", "now", "pro", "online", "-news")


class Piece(NamedTuple):
    """A stolen article."""

    title: str
    paragraphs: tuple[str, ...]


@cache
def words(file: str, language: str) -> Words:
    """The phrases of a file in a language."""
    text = (files(__package__) / "words" / f"spam-{file}.toml").read_text("utf-8")
    table: dict[str, Words] = tomllib.loads(text)
    return table[language]


def fill(rng: Random, phrase: str, **slots: str) -> str:
    """A phrase with its ``[choices|made]`` and its ``{slots}`` filled, as far as they are known."""
    while (made := _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), phrase)) != phrase:
        phrase = made
    phrase = re.sub(" {2,}", " ", phrase)
    return _SLOT.sub(lambda found: slots.get(found[1], found[0]), phrase)


def say(rng: Random, file: str, language: str, key: str, **slots: str) -> str:
    """One of a file's phrases."""
    return fill(rng, rng.choice(words(file, language)[key]), **slots)


def several(rng: Random, pool: Sequence[str], low: int, high: int) -> list[str]:
    """Some of a pool, none twice."""
    count = min(len(pool), rng.randint(low, high))
    return rng.sample(list(pool), count)


@cache
def _pieces(language: str) -> tuple[Piece, ...]:
    found = []
    for article in articles():
        if article.language == language:
            title, *rest = [line.strip() for line in article.text.split("\n") if line.strip()]
            if len(rest) > 3:
                found.append(Piece(title, tuple(rest)))
    return tuple(found)


def piece(rng: Random, language: str) -> Piece:
    """An article to steal."""
    return rng.choice(_pieces(language))


def pieces(rng: Random, language: str, count: int) -> list[Piece]:
    """Articles to steal, none twice."""
    return rng.sample(_pieces(language), count)


def person(rng: Random, language: str) -> str:
    """An invented name."""
    common = words("common", language)
    first, last = rng.choice(common["first"]), rng.choice(common["last"])
    return f"{last}{first}" if language in UNSPACED else f"{first} {last}"


def date(rng: Random, language: str) -> str:
    """A day of the last years, as the language writes it."""
    month = rng.choice(words("common", language)["months"])
    slots = {"day": str(rng.randint(1, 28)), "month": month, "year": str(rng.randint(2014, 2025))}
    return say(rng, "common", language, "date", **slots)


def name(rng: Random) -> str:
    """An invented word that could be a brand."""
    return "".join(rng.sample(_SYLLABLES, rng.randint(2, 3))).capitalize()


def slug(text: str) -> str:
    """A text as it stands in an address."""
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")[:60] or "post"


def domain(rng: Random, hint: str = "") -> str:
    """An invented host."""
    stem = slug(hint) if hint.isascii() and hint else name(rng).lower()
    return f"{rng.choice(('', '', 'www.', 'my', 'the'))}{stem}{rng.choice(('', *DOMAIN_ENDS))}.example"


def either(*makes: Callable[[Random, str], str]) -> Callable[[Random, str], str]:
    """A maker that is one of several by chance."""
    return lambda rng, language: rng.choice(makes)(rng, language)
