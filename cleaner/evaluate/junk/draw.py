"""Everything that is drawn by chance for one page: its phrases, and the names, numbers and dates in them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from cleaner.evaluate.junk.model import Item, Piece, fold, separated
from cleaner.evaluate.junk.words import load, read

T = TypeVar("T")

_WORD = re.compile(r"[^\W\d_]{4,}")
_SPACELESS = {"zh", "ja"}
_SPACELESS_RUN = re.compile(r"[^\W\d_]{2,}")
_COLON = re.compile("[:：]")
_MANY_ENDINGS = (0, 5, 6, 7, 8, 9)


class Draw:
    """The chance of one page. One site, one author, one year and one count of comments run through all that is drawn.

    :param title: the page's headline, which spam repeats. It may be empty: then nothing is made that needs one.
    :param headings: the page's own headings, for a table of contents.
    """

    def __init__(self, rng: random.Random, language: str, title: str, headings: Sequence[str] = ()) -> None:
        self.rng = rng
        self.language = language
        self.words = load(language)
        self.title = fold(title)
        self.headings = tuple(headings)
        self.gap = self.words["tongue.gap"][0]
        self.site = self.one("pool.site")
        self.year = rng.randint(2023, 2026)
        self.comments = str(rng.randint(5, 20))
        # A farm leaves its made-up English name under a page in any language.
        self.author = self.persona() if self.chance(0.5) else self.person()

    def choice(self, values: Sequence[T]) -> T:
        return self.rng.choice(values)

    def sample(self, values: Sequence[T], least: int, most: int) -> list[T]:
        """So many different ones at least and at most, in any order; all, where there are no more."""
        return self.rng.sample(values, min(len(values), self.rng.randint(least, most)))

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def phrases(self, key: str) -> Sequence[str]:
        """The variants of a phrase, of which a page without a title needs those that do without."""
        found = self.words[key]
        return found if self.title else [each for each in found if "{title}" not in each] or found

    def one(self, key: str) -> str:
        """A phrase as it stands in the file."""
        return self.choice(self.phrases(key))

    def common(self, key: str) -> str:
        """A phrase of no language."""
        return self.choice(read("common")[key])

    def say(self, key: str, **known: str) -> str:
        """A phrase with its slots filled."""
        return self.fill(self.one(key), **known)

    def some(self, key: str, least: int, most: int) -> list[str]:
        """Different phrases with their slots filled."""
        return [self.fill(each) for each in self.sample(self.phrases(key), least, most)]

    def ordered(self, key: str, least: int, most: int) -> list[str]:
        """The same in the order of the file, which is that of real sites."""
        found = self.phrases(key)
        places = self.sample(range(len(found)), least, most)
        return [self.fill(found[place]) for place in sorted(places)]

    def fill(self, phrase: str, **known: str) -> str:
        return phrase.format_map(_Slots(self, known))

    def slot(self, name: str) -> str:
        return _SLOTS[name](self)

    def item(self, text: str, *families: str, link: bool = False, heading: bool = False, button: bool = False) -> Item:
        """A line of one piece."""
        piece = Piece(text, "link", self.href()) if link else Piece(text)
        return Item((piece,), families, self.gap, heading, button)

    def pair(self, text: str, *families: str) -> Item:
        """A line of a label and what it names, which part at the first colon; without one, a line of one piece."""
        colon = _COLON.search(text)
        if not colon or not text[colon.end() :].strip():
            return self.item(text, *families)
        return self.labelled(text[: colon.end()], text[colon.end() :].strip(), *families)

    def labelled(self, label: str, text: str, *families: str, link: bool = False) -> Item:
        value = Piece(text, "link", self.href()) if link else Piece(text)
        return Item((Piece(label, "label"), value), families, self.gap)

    def row(self, texts: Sequence[str], *families: str, between: str = "", link: bool = True) -> Item:
        """A line of many links, as menus and breadcrumbs have it."""
        pieces = [Piece(text, "link", self.href()) if link else Piece(text) for text in texts]
        return Item(separated(pieces, between), families)

    def href(self) -> str:
        """A target on the same site."""
        number = self.rng.randint(11, 98765)
        return self.choice(("#", f"/p/{number}", f"/{self.year}/{number}/", f"/news/a{number}.html", f"/?p={number}"))

    def foreign(self) -> str:
        """A target on a domain of spammers. All of them end in ``.example``: nobody can own one."""
        path = self.choice(("", "/", "/buy", f"/?ref={self.rng.randint(100, 999)}", "/go/out.php", "/blog/post-1"))
        return f"{self.choice(('http', 'https'))}://{self.choice(('', 'www.'))}{self.common('domains.spam')}{path}"

    def person(self) -> str:
        person = self.one("tongue.person")
        return person.format(given=self.one("pool.given"), family=self.one("pool.family"))

    def persona(self) -> str:
        """A name as machines make it, with an honorific before it or letters behind."""
        name = f"{self.common('farm.given')} {self.common('farm.family')}"
        before = f"{self.common('farm.honorific')} " if self.chance(0.6) else ""
        behind = f" {self.common('farm.degree')}" if not before and self.chance(0.5) else ""
        return before + name + behind

    def date(self) -> str:
        months = self.words["tongue.months"]
        month = self.rng.randrange(12)
        slots = {"day": self.rng.randint(1, 28), "number": month + 1, "month": months[month], "year": self.year}
        return self.one("tongue.date").format(**slots)

    def number(self, least: int, most: int) -> str:
        """A number of things. Where a language has several plurals, its phrases use the one of five."""
        value = self.rng.randint(least, most) // 10 * 10 + self.choice(_MANY_ENDINGS)
        return f"{value:,}".replace(",", self.words["tongue.thousands"][0]) if value > 9999 else str(value)

    def decimal(self, least: float, most: float) -> str:
        return f"{self.rng.uniform(least, most):.1f}".replace(".", self.words["tongue.decimal"][0])

    def topic(self) -> str:
        """A few words of the title, as a search engine's user types them."""
        if self.language in _SPACELESS:
            runs: list[str] = _SPACELESS_RUN.findall(self.title) or [self.one("pool.section")]
            return self.choice(runs)[: self.rng.randint(3, 8)]
        found: list[str] = _WORD.findall(self.title) or [self.one("pool.section")]
        start = self.rng.randrange(len(found))
        return " ".join(found[start : start + self.rng.randint(1, 3)]).lower()


class _Slots(dict[str, str]):
    """What stands in the braces of a phrase: what is known already, or else something drawn."""

    def __init__(self, draw: Draw, known: Mapping[str, str]) -> None:
        super().__init__(known)
        self._draw = draw

    def __missing__(self, key: str) -> str:
        return self._draw.slot(key)


def _domain(draw: Draw) -> str:
    return draw.choice(("www.", "")) + draw.choice(("lanternpost", "harrow-news", "tidewater", "kbase24")) + ".example"


_SLOTS: Mapping[str, Callable[[Draw], str]] = {
    "name": lambda draw: draw.author,
    "other": Draw.person,
    "site": lambda draw: draw.site,
    "domain": _domain,
    "email": lambda draw: draw.choice(("info", "desk", "office", "hello")) + "@" + _domain(draw).removeprefix("www."),
    "town": lambda draw: draw.one("pool.town"),
    "section": lambda draw: draw.one("pool.section"),
    "headline": lambda draw: draw.one("pool.headline"),
    "trade": lambda draw: draw.one("pool.trade"),
    "agency": lambda draw: draw.one("pool.agency"),
    "job": lambda draw: draw.one("author.job"),
    "traits": lambda draw: ", ".join(draw.sample(draw.words["author.trait"], 4, 7)),
    "degree": lambda draw: draw.common("credentials.degree"),
    "title": lambda draw: draw.title,
    "topic": Draw.topic,
    "year": lambda draw: str(draw.year),
    "date": Draw.date,
    "clock": lambda draw: f"{draw.rng.randint(6, 22):02}:{draw.rng.randrange(60):02}",
    "length": lambda draw: f"{draw.rng.randint(2, 59)}:{draw.rng.randrange(60):02}",
    "minutes": lambda draw: str(draw.rng.randint(5, 14)),
    "n": lambda draw: str(draw.rng.randint(5, 20)),
    "many": lambda draw: draw.number(1_000, 98_000),
    "k": lambda draw: draw.decimal(1.1, 9.9) + "K",
    "rating": lambda draw: draw.decimal(3.6, 4.9),
    "votes": lambda draw: draw.number(20, 490),
    "percent": lambda draw: draw.number(60, 90),
    "code": lambda draw: draw.choice(("SAVE", "SPRING", "WELCOME", "READER", "HELLO")) + str(draw.rng.randint(10, 50)),
}
"""What can stand in the braces of a phrase."""
