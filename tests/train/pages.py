"""Labelled pages by a small generator: menus, paragraphs and footers, in three makes, on six domains."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from cleaner.evaluate.datasets import LabelledPage
from tests.evaluate.pages import label, wcxb

# In four parts two, one, one and two; of two parts each has domains of two of those four.
DOMAINS = tuple(f"{name}.org" for name in "ferries harbours bridges ports tides rivers".split())
_WORDS = (
    "ferry bridge council winter ticket report harbour river captain storm engine deck autumn price passenger school "
    "summer morning island tide crew pilot bell rope lantern quay market letter loss year"
).split()
_SMALL = "the a of and to in that it was for on with as at by from is not but had".split()


class Made:
    """A page, its paragraphs (the reference) and its menu."""

    def __init__(self, number: int) -> None:
        chance = random.Random(number)
        self.number = number
        self.domain = DOMAINS[number % len(DOMAINS)]
        self.forum = number // len(DOMAINS) % 2 == 1
        self.title = f"The {chance.choice(_WORDS)} and the {chance.choice(_WORDS)} {number}"
        self.menu = [f"{chance.choice(_WORDS)} {chance.choice(_WORDS)} {place}".capitalize() for place in range(9)]
        self.menu = self.menu[: chance.randint(4, 9)]
        self.paragraphs = [_paragraph(chance) for _ in range(chance.randint(3, 7))]
        self.footer = f"All {chance.choice(_WORDS)} rights reserved {number}"
        self.make = number % 3

    @property
    def url(self) -> str:
        return f"https://www.{self.domain}/{'forum' if self.forum else 'news'}/{self.number}"

    @property
    def html(self) -> str:
        links = [f"<a href='/{place}'>{text}</a>" for place, text in enumerate(self.menu)]
        text = [f"<p>{paragraph}</p>" for paragraph in self.paragraphs]
        if self.forum:
            text = [f"<li class=post><b>user {place}</b>{each}</li>" for place, each in enumerate(text)]
        menu = (
            f"<nav><ul><li>{'<li>'.join(links)}</ul></nav>",
            f"<div class=menu><div>{'</div><div>'.join(links)}</div></div>",
            f"<table><tr><td>{'<td>'.join(links)}</table>",
        )[self.make]
        wrap = ("<main>{}</main>", "<div id=content><div>{}</div></div>", "<td>{}</td>")[self.make]
        inner = wrap.format(f"<h1>{self.title}</h1>{''.join(text)}")
        body = (
            f"{menu}{f'<table><tr>{inner}</table>' if self.make == 2 else inner}<footer><p>{self.footer}</p></footer>"
        )
        return f"<!doctype html><html><head><title>{self.title}</title></head><body>{body}</body></html>"

    @property
    def reference(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def kind(self) -> str:
        return "forum" if self.forum else "article"

    def labelled(self) -> LabelledPage:
        return LabelledPage(
            str(self.number), self.html.encode(), self.url, self.kind, self.domain, reference=self.reference
        )


def _paragraph(chance: random.Random) -> str:
    sentences = [
        " ".join(chance.choice(_SMALL if chance.random() < 0.5 else _WORDS) for _ in range(chance.randint(6, 18)))
        for _ in range(chance.randint(2, 4))
    ]
    return " ".join(f"{sentence.capitalize()}." for sentence in sentences)


def made(count: int = 30) -> Iterator[LabelledPage]:
    return (Made(number).labelled() for number in range(count))


def dataset(folder: Path, count: int = 30) -> Path:
    """The same pages in a folder, in the layout of WCXB."""
    pages = {str(number): Made(number) for number in range(count)}
    labels = {id_: label(page.reference, page.kind, page.url) for id_, page in pages.items()}
    wcxb(folder, labels, {id_: page.html for id_, page in pages.items()})
    return folder
