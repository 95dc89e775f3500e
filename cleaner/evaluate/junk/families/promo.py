"""What wants the reader to go on: to other articles, to a newsletter, to a shop."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import ANYWHERE, BOX, FORM, INLINE, LIST, SMALL, TAIL
from cleaner.evaluate.junk.model import Group, Item

_LEADS = ("paragraphs", "strong", "list", "quote", "soup", "breaks", "legacy", "headings", "cards", "small")


def leads(draw: Draw) -> Iterator[Group]:
    """“Read more:” and a headline, once or a few times in the article."""
    for place in draw.sample(("middle", "middle", "first", "end"), 1, 2):
        lead = draw.one("promo.lead")
        headlines = draw.sample(draw.words["pool.headline"], 1, 2)
        items = tuple(draw.labelled(lead, text, "promo", "seo", "chrome", link=True) for text in headlines)
        yield Group("promo.lead", items, _LEADS, (place, "middle", "end"))


def related(draw: Draw) -> Iterator[Group]:
    """A heading and headlines."""
    heading = draw.item(draw.say("promo.related"), "promo", "seo", "chrome", heading=True)
    headlines = draw.sample(draw.words["pool.headline"], 2, 6)
    items = [draw.item(text, "promo", "seo", "chrome", link=True) for text in headlines]
    yield Group("promo.related", (heading, *items), LIST, (*TAIL, "middle"))


def newsletter(draw: Draw) -> Iterator[Group]:
    items = tuple(_item(draw, text, "chrome") for text in draw.some("promo.newsletter", 1, 3))
    yield Group("promo.newsletter", items, FORM, ANYWHERE)


def app(draw: Draw) -> Iterator[Group]:
    yield Group("promo.app", (_item(draw, draw.say("promo.app"), "chrome"),), SMALL, ANYWHERE)


def coupon(draw: Draw) -> Iterator[Group]:
    yield Group("promo.coupon", (_item(draw, draw.say("promo.coupon"), "injection"),), SMALL, ANYWHERE)


def affiliate(draw: Draw) -> Iterator[Group]:
    items = (_item(draw, draw.say("promo.affiliate"), "chrome"),)
    yield Group("promo.affiliate", items, SMALL, ("headline", "first", *TAIL))


def sponsored(draw: Draw) -> Iterator[Group]:
    items = tuple(_item(draw, text, "chrome") for text in draw.some("promo.sponsored", 1, 2))
    yield Group("promo.sponsored", items, BOX, ANYWHERE)


def donate(draw: Draw) -> Iterator[Group]:
    items = tuple(_item(draw, text) for text in draw.some("promo.donate", 1, 2))
    yield Group("promo.donate", items, BOX, (*TAIL, "middle"))


def event(draw: Draw) -> Iterator[Group]:
    yield Group("promo.event", (_item(draw, draw.say("promo.event")),), SMALL, ("middle", *TAIL))


def audio(draw: Draw) -> Iterator[Group]:
    """What is left of a player."""
    items = tuple(_item(draw, text, "chrome") for text in draw.some("promo.audio", 1, 3))
    yield Group("promo.audio", items, (*SMALL, "spans", "form"), INLINE)


KINDS = (leads, related, newsletter, app, coupon, affiliate, sponsored, donate, event, audio)


def _item(draw: Draw, text: str, *others: str) -> Item:
    return draw.item(text, "promo", *others, link=draw.chance(0.3), button=draw.chance(0.3))
