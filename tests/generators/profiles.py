"""Content-farm author profiles after (or in the middle of) invented articles."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from random import Random
from typing import Final, Literal, NamedTuple

from .layouts import HTML_LAYOUTS, TEXT_LAYOUTS, Laid, Section, laid_html, laid_text
from .people import LABELS, person, statistics
from .prose import Article, article

LAYOUTS: Final = (*TEXT_LAYOUTS, *HTML_LAYOUTS)


class ProfilePage(NamedTuple):
    """A page with a made-up profile on it.

    ``honest``: the article's paragraphs, which must stay. ``injected``: the profile's lines, which must go;
    where a label has its own element it is a line of its own. ``layout``: one of ``LAYOUTS``. ``fields``: the
    profile's labels in their order (``("Introduction",)`` where the sentence stands alone, labelled or not).
    ``from_lists``: whether the names and the words of the address are from the lists in ``faker``.
    """

    page: str
    kind: Literal["html", "text"]
    honest: tuple[str, ...]
    injected: tuple[str, ...]
    layout: str
    fields: tuple[str, ...]
    from_lists: bool


def _chosen(rng: Random) -> tuple[str, ...]:
    """The introduction alone, all seven fields, or any three to six of them; in any order."""
    chance = rng.random()
    if chance < 0.12:
        return ("Introduction",)
    if chance < 0.32:
        return LABELS
    return tuple(rng.sample(LABELS, rng.randint(3, len(LABELS))))


def sections(rng: Random, from_lists: bool, chosen: tuple[str, ...], heading_chance: float = 0.8) -> list[Section]:
    """One made-up person's profile in these fields, sometimes led by its "Article information"."""
    values = person(rng, from_lists)
    pairs = tuple((label, values[label]) for label in chosen)
    if chosen == ("Introduction",) and rng.random() < 0.5:
        pairs = (("", values["Introduction"]),)
    found = [Section("Author information" if rng.random() < heading_chance else "", pairs)]
    if rng.random() < 0.3:
        found.insert(0, Section("Article information", statistics(rng, values["Name"])))
    return found


def _text_page(rng: Random, story: Article, laid: Laid, layout: str, place: int) -> str:
    """On one line the profile may run on from the paragraph before it, as careless extraction leaves it."""
    parts = list(story.paragraphs)
    if layout == "text-line" and rng.random() < 0.3:
        parts[place - 1] += " " + laid.page
    else:
        parts.insert(place, laid.page)
    if rng.random() < 0.5:
        parts.insert(0, story.title)
    return "\n\n".join(parts) + "\n"


def _html_page(rng: Random, story: Article, laid: Laid, place: int) -> str:
    title = escape(story.title)
    parts = [f"<p>{escape(text, quote=False)}</p>" for text in story.paragraphs]
    shape = rng.randrange(3)
    if shape == 0 and place == len(parts):
        body = f"<h1>{title}</h1>\n" + "\n".join(parts) + f"\n</article>\n{laid.page}"
        body = f"<header><a href='/'>Daily</a> <a href='/a'>World</a></header>\n<main><article>\n{body}\n</main>"
        return f"<!doctype html>\n<html><head><title>{title}</title></head><body>\n{body}\n</body></html>\n"
    parts.insert(place, laid.page)
    body = f"<h1>{title}</h1>\n" + "\n".join(parts)
    if shape == 1:
        body = f'<div id="w"><div class="c1">\n{body}\n</div><div class="c2"><a href="/p">Legal</a></div></div>'
    return f"<html><head><meta charset=utf-8><title>{title}</title></head>\n<body>{body}</body></html>\n"


def profiles(count: int, seed: int) -> Iterator[ProfilePage]:
    """``count`` pages, the same for the same ``seed``; every other one from lists, the layouts in turn."""
    rng = Random(f"profiles {seed}")
    for index in range(count):
        from_lists = index % 2 == 0
        layout = LAYOUTS[index // 2 % len(LAYOUTS)]
        story, chosen = article(rng), _chosen(rng)
        found = sections(rng, from_lists, chosen)
        last = len(story.paragraphs)
        place = last if rng.random() < 0.8 else rng.randint(1, last - 1)
        kind: Literal["html", "text"] = "text" if layout in TEXT_LAYOUTS else "html"
        if kind == "text":
            laid = laid_text(layout, found)
            page = _text_page(rng, story, laid, layout, place)
        else:
            laid = laid_html(layout, rng, found)
            page = _html_page(rng, story, laid, place)
        yield ProfilePage(page, kind, story.paragraphs, laid.lines, layout, chosen, from_lists)
