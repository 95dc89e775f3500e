"""Authors: those whom content farms make up, and boxes about honest ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import BOX, FACTS, HEAD, SMALL, TAIL
from cleaner.evaluate.junk.model import Group, Item

_FIELDS = ("name", "birthday", "address", "phone", "work", "interests", "introduction")


def profile(draw: Draw) -> Iterator[Group]:
    """The profile of nobody. Most are complete and in the farm's order; some are shuffled or lack fields."""
    speaker = _speaker(draw)
    fields = list(_FIELDS)
    if draw.chance(0.5):
        dropped = draw.sample(fields[1:], 1, 3)
        fields = [field for field in fields if field not in dropped]
    if draw.chance(0.3):
        draw.rng.shuffle(fields)
    items = [_field(speaker, field) for field in fields]
    if draw.chance(0.7):
        items.insert(0, speaker.item(speaker.say("author.information"), "author", "seo", heading=True))
    yield Group("author.profile", tuple(items), FACTS, (*TAIL, "end", "glued"))


def introduction(draw: Draw) -> Iterator[Group]:
    """Only the sentence in which nobody introduces themselves."""
    speaker = _speaker(draw)
    items = (speaker.item(speaker.say("author.persona"), "author"),)
    yield Group("author.introduction", items, SMALL, (*TAIL, "middle"))


def about(draw: Draw) -> Iterator[Group]:
    """A heading and a sentence or two."""
    heading = draw.item(draw.say("author.about"), "author", "byline", heading=True)
    bio = [draw.item(text, "author", "byline") for text in draw.some("author.bio", 1, 2)]
    yield Group("author.about", (heading, *bio), BOX, TAIL)


def bio(draw: Draw) -> Iterator[Group]:
    """The same without a heading."""
    items = (draw.item(draw.say("author.bio"), "author", "byline"),)
    yield Group("author.bio", items, SMALL, TAIL)


def reviewed(draw: Draw) -> Iterator[Group]:
    """Who checked it."""
    items = (draw.item(draw.say("author.reviewed"), "author", "byline"),)
    yield Group("author.reviewed", items, SMALL, (*HEAD, "end", "aside"))


KINDS = (profile, profile, introduction, about, bio, reviewed)
"""The profile twice: it is what most farms have."""


def _speaker(draw: Draw) -> Draw:
    """In whose words nobody speaks: half of the farms leave their English under pages in other languages."""
    if draw.language == "en" or draw.chance(0.5):
        speaker = Draw(draw.rng, "en", draw.title)
        speaker.author = draw.author
        return speaker
    return draw


def _field(draw: Draw, field: str) -> Item:
    label = draw.say(f"author.{field}")
    return draw.labelled(label, _VALUES[field](draw), "author")


def _birthday(draw: Draw) -> str:
    return f"{draw.rng.randint(1992, 2002)}-{draw.rng.randint(1, 12):02}-{draw.rng.randint(1, 28):02}"


def _address(draw: Draw) -> str:
    """In the grammar of a library of fake data: its towns do not exist, its ZIP codes are of other states."""
    digits = str(draw.rng.randint(10_000, 99_999))
    if draw.chance(0.4):
        digits += f"-{draw.rng.randint(1_000, 9_999)}"
    surname = draw.common("farm.family").split("-")[0]
    street = f"{draw.rng.randint(100, 99_999)} {surname} {draw.common('farm.street')}"
    unit = draw.choice(("Suite", "Apt."))
    unit = f"{unit} {draw.rng.randint(100, 999)}"
    street = draw.choice((street, street, f"{unit} {street}", f"{street}, {unit}"))
    town = draw.common("farm.given") + draw.common("farm.suffix")
    if draw.chance(0.5):
        town = f"{draw.common('farm.prefix')} {town}"
    return f"{street}, {town}, {draw.common('farm.state')} {digits}"


def _phone(draw: Draw) -> str:
    return "+" + "".join(str(draw.rng.randint(1, 9)) for _ in range(draw.rng.randint(10, 13)))


def _hobbies(draw: Draw) -> str:
    return ", ".join(draw.sample(draw.words["author.hobby"], 4, 8))


_VALUES: Mapping[str, Callable[[Draw], str]] = {
    "name": lambda draw: draw.author,
    "birthday": _birthday,
    "address": _address,
    "phone": _phone,
    "work": lambda draw: draw.say("author.job"),
    "interests": _hobbies,
    "introduction": lambda draw: draw.say("author.persona"),
}
