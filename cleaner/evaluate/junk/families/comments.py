"""What readers say below an article, and what asks them to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import FORM, SMALL, THREAD
from cleaner.evaluate.junk.model import Group, Item, Piece

_LABEL = 16  # letters at most: what is longer says something about the form
_PLACES = ("end", "behind", "behind", "foot")


def thread(draw: Draw) -> Iterator[Group]:
    """Two to five comments, each with who wrote it; some with a button below."""
    yield Group("comments.thread", (*_count(draw), *_thread(draw, "comments.opinion")), THREAD, _PLACES)


def spam(draw: Draw) -> Iterator[Group]:
    """A thread that spammers have found."""
    yield Group("comments.spam", (*_count(draw), *_thread(draw, "comments.spam", "injection")), THREAD, _PLACES)


def form(draw: Draw) -> Iterator[Group]:
    heading = _item(draw, "heading", heading=True)
    labels = [_label(draw, text) for text in draw.ordered("comments.label", 2, 6)]
    yield Group("comments.form", (heading, *labels), ("form", *FORM), _PLACES)


def login(draw: Draw) -> Iterator[Group]:
    yield Group("comments.login", (_item(draw, "login", link=draw.chance(0.3)),), SMALL, _PLACES)


def count(draw: Draw) -> Iterator[Group]:
    """Only how many there are: the page was crawled without them."""
    yield Group(
        "comments.count", (_item(draw, "count", link=draw.chance(0.5)),), SMALL, ("headline", "first", *_PLACES)
    )


KINDS = (thread, thread, spam, form, login, count)


def _count(draw: Draw) -> list[Item]:
    return [_item(draw, draw.choice(("count", "heading")), heading=True)] if draw.chance(0.8) else []


def _thread(draw: Draw, key: str, *others: str) -> Iterator[Item]:
    replies = draw.chance(0.4)
    for text in draw.some(key, 2, 3 if replies else 5):
        yield Item((Piece(draw.say("comments.stamp"), "label"), Piece(text)), ("comments", *others), draw.gap)
        if replies:
            yield _item(draw, "reply", link=True)


def _label(draw: Draw, text: str) -> Item:
    item = draw.item(text, "comments", "chrome")
    return replace(item, field=len(text) <= _LABEL and not text.endswith((".", "。")))


def _item(draw: Draw, key: str, heading: bool = False, link: bool = False) -> Item:
    text = draw.say(f"comments.{key}", n=draw.comments)
    return draw.item(text, "comments", "chrome", heading=heading, link=link)
