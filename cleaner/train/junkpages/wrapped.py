"""Honest articles that somebody has spoilt: set in a farm's junk, shuffled, doubled, garbled. Sorts of junk by what was done.

The articles are the package's own (:mod:`cleaner.train.articles`), set plainly, so that nothing but the spoiling tells them
from :func:`plain` pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from random import Random

from cleaner.evaluate.junk import wrap_html
from cleaner.train.articles import Article, articles
from cleaner.train.junkpages.model import Generator

LANGUAGES = ("de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "zh")
_SPACED = tuple(language for language in LANGUAGES if language not in ("ja", "zh"))
_ENDS = re.compile(r"(?<=[.!?…])\s+")
_SITES = (
    "Moorland Post",
    "Hafenblatt",
    "La Lanterne",
    "Gazeta Rzeczna",
    "North Quay",
    "Il Faro",
    "O Cais",
    "Tidewater",
)


@cache
def _by_language() -> Mapping[str, Sequence[Article]]:
    found: dict[str, list[Article]] = {}
    for article in articles():
        found.setdefault(article.language, []).append(article)
    return found


def plain(title: str, paragraphs: Sequence[str], language: str, rng: Random) -> str:
    """A page as small sites have it: a menu, the headline, the text, a footer, in one of a few settings, or bare."""
    body = "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    site = rng.choice(_SITES)
    headline = f"<h1>{escape(title)}</h1>"
    menu = "".join(f'<li><a href="/{n}">{escape(site.split()[0])} {n}</a></li>' for n in range(rng.randint(2, 6)))
    setting = rng.choice(
        (
            f"{headline}{body}",
            f"<header><a href='/'>{site}</a><ul>{menu}</ul></header><main><article>{headline}{body}</article></main>"
            f"<footer>© 2024 {site}</footer>",
            f"<div id='wrap'><div class='nav'><ul>{menu}</ul></div><div class='entry-content'>{headline}{body}</div></div>",
            f"<article>{headline}{body}</article><aside><h3>{site}</h3><ul>{menu}</ul></aside>",
        )
    )
    named = rng.choice((title, f"{title} | {site}", f"{title} - {site}"))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(named)}</title></head>'
        f"<body>{setting}</body></html>"
    )


def article(rng: Random, language: str) -> tuple[str, list[str]]:
    """The headline and the paragraphs of one of the articles."""
    title, *paragraphs = [line for line in rng.choice(_by_language()[language]).text.splitlines() if line.strip()]
    return title, paragraphs


def _spoilt(spoil: Callable[[list[str], Random], list[str]]) -> Callable[[Random, str], str]:
    def make(rng: Random, language: str) -> str:
        title, paragraphs = article(rng, language)
        return plain(title, spoil(paragraphs, rng), language, rng)

    return make


def _shuffled(paragraphs: list[str], rng: Random) -> list[str]:
    """Word salad: the words of the whole text in any order, in sentences of any length."""
    words = " ".join(paragraphs).split()
    rng.shuffle(words)
    return [" ".join(words[start : start + 40]) + "." for start in range(0, len(words), 40)]


def _misread(paragraphs: list[str], rng: Random) -> list[str]:
    """UTF-8 read as a page of Windows."""
    codec = rng.choice(("cp1252", "latin-1"))
    return [text.replace("'", "’").encode().decode(codec, "replace") for text in paragraphs]


def _lettered(paragraphs: list[str], rng: Random) -> list[str]:
    """Each word's letters in any order."""
    return [" ".join("".join(rng.sample(word, len(word))) for word in text.split()) for text in paragraphs]


def _stirred(paragraphs: list[str], rng: Random) -> list[str]:
    """The words of each sentence in any order."""
    sentences = [[text.split() for text in _ENDS.split(paragraph)] for paragraph in paragraphs]
    return [". ".join(" ".join(rng.sample(words, len(words))).strip(".") for words in each) + "." for each in sentences]


def _torn(paragraphs: list[str], rng: Random) -> list[str]:
    """Scraps of the text, two to five words each, in any order and without a stop."""
    words = " ".join(paragraphs).split()
    scraps: list[str] = []
    while words:
        size = rng.randint(2, 5)
        scraps.append(" ".join(words[:size]))
        del words[:size]
    rng.shuffle(scraps)
    return [" ".join(scraps[start : start + 15]) for start in range(0, len(scraps), 15)]


def _enciphered(paragraphs: list[str], rng: Random) -> list[str]:
    """Each letter another one, the same everywhere."""
    letters = sorted({char for text in paragraphs for char in text.lower() if char.isalpha()})
    others = dict(zip(letters, rng.sample(letters, len(letters)), strict=True))
    return ["".join(others.get(char, char) for char in text.lower()) for text in paragraphs]


def _backwards(paragraphs: list[str], rng: Random) -> list[str]:
    """Most words backwards."""
    return [" ".join(word[::-1] if rng.random() < 0.8 else word for word in text.split()) for text in paragraphs]


def _babel(rng: Random, language: str) -> str:
    """Sentences of articles in many languages, one after the other."""
    title, paragraphs = article(rng, language)
    sentences = [each for text in paragraphs for each in _ENDS.split(text)]
    for other in rng.sample([each for each in _SPACED if each != language], rng.randint(3, 6)):
        sentences += [each for text in article(rng, other)[1] for each in _ENDS.split(text)]
    chosen = rng.sample(sentences, rng.randint(15, min(40, len(sentences))))
    return plain(title, [" ".join(chosen[start : start + 5]) for start in range(0, len(chosen), 5)], language, rng)


def _doubled(paragraphs: list[str], rng: Random) -> list[str]:
    """The whole text several times."""
    return paragraphs * rng.randint(2, 4)


def _looped(paragraphs: list[str], rng: Random) -> list[str]:
    """One or two of its paragraphs over and over."""
    return rng.sample(paragraphs, min(len(paragraphs), rng.randint(1, 2))) * rng.randint(5, 15)


def _in_junk(*families: str) -> Callable[[Random, str], str]:
    """In a farm's junk of some families, in the article's language or in English."""

    def make(rng: Random, language: str) -> str:
        title, paragraphs = article(rng, language)
        page = plain(title, paragraphs, language, rng)
        spoken = rng.choice((language, language, "en"))
        return wrap_html(page, title=title, rng=rng, families=families, language=spoken).page

    return make


GENERATORS = (
    Generator("spoilt/shuffled", ("gibberish",), _SPACED, _spoilt(_shuffled)),
    Generator("spoilt/lettered", ("gibberish",), _SPACED, _spoilt(_lettered)),
    Generator("spoilt/stirred", ("gibberish",), _SPACED, _spoilt(_stirred)),
    Generator("spoilt/torn", ("gibberish",), _SPACED, _spoilt(_torn)),
    Generator("spoilt/enciphered", ("gibberish",), _SPACED, _spoilt(_enciphered)),
    Generator("spoilt/backwards", ("gibberish",), _SPACED, _spoilt(_backwards)),
    Generator("spoilt/babel", ("gibberish",), _SPACED, _babel),
    Generator("spoilt/misread", ("gibberish",), ("fr", "es", "pt", "ru", "pl", "tr", "zh", "ja"), _spoilt(_misread)),
    Generator("spoilt/doubled", ("duplicate-text",), LANGUAGES, _spoilt(_doubled)),
    Generator("spoilt/looped", ("duplicate-text",), LANGUAGES, _spoilt(_looped)),
    Generator("spoilt/farm", ("content-farm",), LANGUAGES, _in_junk("author", "seo")),
    Generator("spoilt/injected", ("hacked",), LANGUAGES, _in_junk("injection")),
    Generator("spoilt/machine", ("machine-text",), LANGUAGES, _in_junk("machine")),
)
SCRAMBLED = frozenset(
    f"spoilt/{sort}"
    for sort in "shuffled lettered stirred torn enciphered backwards babel misread doubled looped".split()
)
"""Those whose words are the articles' own."""
