"""What a site puts around each of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evaluate.junk.draw import Draw
from cleaner.evaluate.junk.families.shapes import ANYWHERE, EDGES, FORM, HEAD, LIST, ROW, SMALL, TAIL
from cleaner.evaluate.junk.model import Group, Item

_SKIP = ("row", "spans", "soup", "paragraphs", "list", "breaks")
_CRUMBS = (" > ", " » ", " / ", " › ", " | ", "→")


def menu(draw: Draw) -> Iterator[Group]:
    words = draw.ordered("chrome.menu", 4, 8)
    yield Group("chrome.menu", _links(draw, words), (*ROW, "breaks"), EDGES)


def breadcrumbs(draw: Draw) -> Iterator[Group]:
    """The way down to the page, in one line; some end with its title."""
    words = [draw.one("chrome.home"), *draw.sample(draw.words["pool.section"], 1, 2)]
    if draw.title and draw.chance(0.3):
        words.append(draw.title)
    item = draw.row(words, "chrome", between=draw.choice(_CRUMBS))
    yield Group("chrome.breadcrumbs", (item,), SMALL, ("top", *HEAD))


def footer(draw: Draw) -> Iterator[Group]:
    words = draw.sample(draw.words["chrome.footer"], 3, 7)
    tail = [draw.item(draw.say("chrome.copyright"), "chrome")] if draw.chance(0.7) else []
    yield Group("chrome.footer", (*_links(draw, words), *tail), (*LIST, "spans"), ("foot", "behind"))


def copyright_(draw: Draw) -> Iterator[Group]:
    yield Group(
        "chrome.copyright", (draw.item(draw.say("chrome.copyright"), "chrome"),), SMALL, ("foot", "end", "behind")
    )


def pagination(draw: Draw) -> Iterator[Group]:
    pages = draw.slot("n")
    texts = [draw.fill(each, n=pages) for each in draw.sample(draw.words["chrome.pages"], 1, 3)]
    yield Group("chrome.pages", _links(draw, texts), ROW, ("end", "behind", "foot"))


def share(draw: Draw) -> Iterator[Group]:
    items = _links(draw, draw.some("chrome.share", 3, 7), "byline", "promo")
    yield Group("chrome.share", items, ROW, (*HEAD, "end", "aside", "behind"))


def tools(draw: Draw) -> Iterator[Group]:
    items = _links(draw, draw.some("chrome.tools", 1, 4), "byline")
    yield Group("chrome.tools", items, ROW, (*HEAD, "end", "aside"))


def skip(draw: Draw) -> Iterator[Group]:
    items = (draw.item(draw.say("chrome.skip"), "chrome", link=True),)
    yield Group("chrome.skip", items, _SKIP, ("top",))


def cookies(draw: Draw) -> Iterator[Group]:
    """A notice with its buttons."""
    notice = [draw.item(text, "chrome") for text in draw.some("chrome.cookies", 1, 2)]
    buttons = [draw.item(text, "chrome", button=True) for text in draw.some("chrome.consent", 1, 3)]
    yield Group("chrome.cookies", (*notice, *buttons), FORM, ("top", "foot", "behind"))


def paywall(draw: Draw) -> Iterator[Group]:
    items = tuple(draw.item(text, "chrome", "promo") for text in draw.some("chrome.paywall", 1, 2))
    yield Group("chrome.paywall", items, SMALL, ("middle", "end", "behind"))


def age(draw: Draw) -> Iterator[Group]:
    yield Group("chrome.age", (draw.item(draw.say("chrome.age"), "chrome"),), SMALL, ("top", "first", "foot"))


def advertisement(draw: Draw) -> Iterator[Group]:
    """Labels whose advertisements a crawler never saw, in a few places."""
    for place in draw.sample(ANYWHERE, 1, 3):
        items = (draw.item(draw.say("chrome.ad"), "chrome", "promo"),)
        yield Group("chrome.ad", items, SMALL, (place, *ANYWHERE))


def loading(draw: Draw) -> Iterator[Group]:
    yield Group("chrome.loading", (draw.item(draw.say("chrome.loading"), "chrome"),), SMALL, TAIL)


def script(draw: Draw) -> Iterator[Group]:
    yield Group("chrome.script", (draw.item(draw.say("chrome.script"), "chrome"),), SMALL, ("top", "middle", *TAIL))


KINDS = (
    menu,
    breadcrumbs,
    footer,
    copyright_,
    pagination,
    share,
    tools,
    skip,
    cookies,
    paywall,
    age,
    advertisement,
    loading,
    script,
)


def _links(draw: Draw, texts: list[str], *others: str) -> tuple[Item, ...]:
    return tuple(draw.item(text, "chrome", *others, link=True, button=True) for text in texts)
