"""What is there to be found by search engines, and to look busy."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import (
    ANYWHERE,
    BOX,
    FACTS,
    HEAD,
    LIST,
    QUESTIONS,
    ROW,
    SMALL,
    TAIL,
    WITHIN,
)
from cleaner.evaluate.junk.model import Group, Item, Piece, fold, separated


def suffix(draw: Draw) -> Iterator[Group]:
    """The title again, and the year behind it."""
    if draw.title:
        yield Group("seo.suffix", (_item(draw, draw.say("seo.suffix")),), SMALL, (*HEAD, *TAIL))


def captions(draw: Draw) -> Iterator[Group]:
    """“Title (1)”, “Title (2)” where pictures stood."""
    if draw.title:
        for number in range(1, draw.rng.randint(2, 4)):
            items = (_item(draw, f"{draw.title} ({number})"),)
            yield Group("seo.caption", items, ("figure", "figure", *SMALL), ("middle", "middle", *WITHIN, "end"))


def repeated(draw: Draw) -> Iterator[Group]:
    """The title again, as it is."""
    if draw.title:
        yield Group("seo.repeated", (_item(draw, draw.title),), SMALL, ("first", *TAIL))


def top(draw: Draw) -> Iterator[Group]:
    """A heading and other titles of the farm; or headings alone, whose lists a crawler lost."""
    for text in draw.some("seo.top", 1, 3):
        heading = draw.item(text, "seo", "promo", "chrome", heading=True)
        titles = draw.sample(draw.words["pool.headline"], 0, 4)
        if draw.chance(0.4):
            titles = [f"{title} ({draw.year})" for title in titles]
        items = [draw.item(title, "seo", "promo", "chrome", link=True) for title in titles]
        yield Group("seo.top", (heading, *items), LIST, TAIL)


def information(draw: Draw) -> Iterator[Group]:
    """Invented figures, label by label."""
    facts = draw.ordered("seo.facts", 3, 5) if draw.chance(0.7) else draw.some("seo.facts", 3, 5)
    items = [draw.pair(text, "seo", "author", "byline") for text in facts]
    heading = draw.item(draw.say("seo.information"), "seo", "author", heading=True)
    yield Group("seo.information", (heading, *items) if draw.chance(0.8) else tuple(items), FACTS, TAIL)


def figures(draw: Draw) -> Iterator[Group]:
    """One or two invented figures that stand alone."""
    keys = draw.sample(("views", "rating", "helpful"), 1, 2)
    items = tuple(draw.pair(draw.say(f"seo.{key}"), "seo", "byline", "chrome") for key in keys)
    yield Group("seo.figures", items, (*SMALL, "spans", "dl"), (*HEAD, *TAIL))


def searches(draw: Draw) -> Iterator[Group]:
    """What people search for, they say: queries out of words of the title."""
    if draw.title:
        heading = draw.item(draw.say("seo.searches"), "seo", "promo", "chrome", heading=True)
        topic = draw.topic()
        queries = [draw.fill(each, topic=topic) for each in draw.sample(draw.words["seo.query"], 3, 6)]
        items = [draw.item(text, "seo", "promo", link=draw.chance(0.7)) for text in queries]
        yield Group("seo.searches", (heading, *items), LIST, TAIL)


def tags(draw: Draw) -> Iterator[Group]:
    """A label and keywords in one line."""
    between = draw.choice((",", "", "|", "#"))
    words = [draw.topic() for _ in range(draw.rng.randint(3, 8))]
    words = list(dict.fromkeys([*words, *draw.sample(draw.words["pool.section"], 1, 2)]))
    hashed = between == "#"
    links = [Piece(f"#{word}" if hashed else word, "link", draw.href()) for word in words]
    pieces = (Piece(draw.one("seo.tags"), "label"), *separated(links, "" if hashed else between))
    yield Group("seo.tags", (Item(pieces, ("seo", "chrome")),), SMALL, TAIL)


def questions(draw: Draw) -> Iterator[Group]:
    """Questions that a machine made of the title, each with an answer that says nothing."""
    if draw.title:
        heading = draw.item(draw.say("seo.faq"), "seo", heading=True)
        asked = draw.some("seo.question", 2, 3)
        answers = draw.some("seo.answer", 3, 3)
        pairs = zip(asked, answers, strict=False)
        items = [Item((Piece(question, "label"), Piece(answer)), ("seo",), draw.gap) for question, answer in pairs]
        yield Group("seo.faq", (heading, *items), QUESTIONS, TAIL)


def filler(draw: Draw) -> Iterator[Group]:
    """Sentences that could stand in any article."""
    if draw.title:
        items = tuple(_item(draw, text) for text in draw.some("seo.filler", 1, 2))
        yield Group("seo.filler", items, BOX, ANYWHERE)


def cities(draw: Draw) -> Iterator[Group]:
    """One service, in town after town: a list of some, or a line of many."""
    trade, phrase = draw.one("pool.trade"), draw.one("seo.city")
    families = ("seo", "injection", "promo", "chrome")
    many = draw.chance(0.4)
    towns = draw.sample(draw.words["pool.town"], *((10, 13) if many else (6, 8)))
    texts = [draw.fill(phrase, trade=trade, town=town) for town in towns]
    if many:
        item = draw.row(texts, *families, between=draw.choice(("", "|", "·", "•")))
        yield Group("seo.cities", (item,), SMALL, TAIL)
    else:
        items = tuple(draw.item(text, *families, link=True) for text in texts)
        yield Group("seo.cities", items, (*LIST, *ROW), TAIL)


def contents(draw: Draw) -> Iterator[Group]:
    """A table of contents: the page's own headings, before them."""
    headings = [fold(each) for each in draw.headings[:7]]
    if len(headings) > 1:
        heading = draw.item(draw.say("seo.toc"), "seo", "chrome", heading=True)
        items = [draw.item(text, "seo", "chrome", link=True) for text in headings]
        yield Group(
            "seo.contents", (heading, *items), ("list", "ordered", "soup", "breaks", "paragraphs", "table"), HEAD
        )


KINDS = (
    suffix,
    captions,
    repeated,
    top,
    information,
    figures,
    searches,
    tags,
    questions,
    filler,
    cities,
    contents,
)


def _item(draw: Draw, text: str) -> Item:
    return draw.item(text, "seo")
