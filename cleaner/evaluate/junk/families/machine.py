"""What a machine left behind: assistants' phrases, prompts, templates that nobody filled, and broken letters."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import SMALL
from cleaner.evaluate.junk.model import Group, Item
from cleaner.evaluate.junk.words import read

_MISREAD = {"ru": "cp1251", "pl": "cp1250", "tr": "cp1254"}


def opening(draw: Draw) -> Iterator[Group]:
    yield _group("opening", ("headline", "first", "middle"), _said(draw, "opening"))


def closing(draw: Draw) -> Iterator[Group]:
    yield _group("closing", ("end", "end", "behind"), _said(draw, "closing"))


def refusal(draw: Draw) -> Iterator[Group]:
    yield _group("refusal", ("first", "middle", "end"), _said(draw, "refusal"))


def prompt(draw: Draw) -> Iterator[Group]:
    texts = draw.some("machine.prompt", 1, 2)
    yield _group("prompt", ("headline", "first", "middle", "end"), *[draw.item(text, "machine") for text in texts])


def lorem(draw: Draw) -> Iterator[Group]:
    texts = draw.sample(read("common")["machine.lorem"], 1, 3)
    yield _group("lorem", ("middle", "end", "aside", "behind", "foot"), *[draw.item(text, "machine") for text in texts])


def template(draw: Draw) -> Iterator[Group]:
    texts = draw.sample(read("common")["machine.template"], 1, 2)
    items = [draw.item(text, "machine") for text in texts]
    yield _group("template", ("headline", "first", "middle", "end", "aside", "behind", "foot"), *items)


def spintax(draw: Draw) -> Iterator[Group]:
    yield _group("spintax", ("first", "middle", "end", "behind"), draw.item(draw.one("machine.spintax"), "machine"))


def mojibake(draw: Draw) -> Iterator[Group]:
    """A line in UTF-8 that somebody read as something else; where a language's own would survive it, a stock one."""
    text = draw.say("comments.opinion")
    broken = text.encode().decode(_MISREAD.get(draw.language, "cp1252"), "replace")
    # Two or three broken letters in a sentence are a slip of an honest page.
    if sum(not each.isascii() for each in broken) < 12:
        broken = draw.common("machine.mojibake")
    yield _group("mojibake", ("middle", "end", "aside", "foot"), draw.item(broken, "machine"))


KINDS = (opening, closing, refusal, prompt, lorem, template, spintax, mojibake)


def _said(draw: Draw, key: str) -> Item:
    return draw.item(draw.say(f"machine.{key}"), "machine")


def _group(name: str, places: tuple[str, ...], *items: Item) -> Group:
    return Group(f"machine.{name}", items, SMALL, places)
