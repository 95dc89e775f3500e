"""Whole content-farm pages: an invented article with everything such a site wraps around a stolen one."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from random import Random
from typing import Final, Literal, NamedTuple

from .layouts import HTML_LAYOUTS, Laid, Section, laid_html, laid_text
from .people import LABELS
from .profiles import sections
from .prose import article, titles

TEXT_PAGES: Final = ("text-paragraphs", "text-lines", "text-tail-line", "text-glued-tail")
HTML_PAGES: Final = ("html-article", "html-sections", "html-soup", "html-table", "html-br")
LAYOUTS: Final = (*TEXT_PAGES, *HTML_PAGES)

LIST_HEADINGS: Final = ("Top Articles", "Latest Posts", "Recommended Articles")
MORE: Final = ("READ MORE", "READ MORE", "READ MORE", "READ NEXT", "READ ALSO", "Read more")

Role = Literal["title", "paragraph", "heading", "caption", "more"]


class FarmPage(NamedTuple):
    """A content-farm page. The title is in neither list: it is expected as metadata, not as text.

    ``title``: without the year that the farm put behind it. ``honest``: the article's paragraphs and
    subheadings, which must stay. ``injected``: every other visible line, which must go (the title with its
    year, captions, READ MORE lines, lists, information, profile). ``layout``: one of ``LAYOUTS``.
    ``page`` may have CRLF line ends.
    """

    page: str
    kind: Literal["html", "text"]
    title: str
    honest: tuple[str, ...]
    injected: tuple[str, ...]
    layout: str


class Line(NamedTuple):
    role: Role
    text: str


def _story(rng: Random, ends_in_paragraph: bool) -> tuple[str, list[Line]]:
    """Title and lines of an article, with captions and READ MORE lines sprinkled between its paragraphs."""
    found = article(rng, 5, 8)
    lines: list[Line] = []
    others = titles(rng, 3, without=found.title)
    captions = iter(range(2, 5))
    heading_at = rng.sample(range(1, len(found.paragraphs)), rng.choice((0, 1, 2)))
    for place, paragraph in enumerate(found.paragraphs):
        if place in heading_at:
            lines.append(Line("heading", found.headings[heading_at.index(place)]))
        lines.append(Line("paragraph", paragraph))
        if ends_in_paragraph and place == len(found.paragraphs) - 1:
            break
        if rng.random() < 0.35 and (number := next(captions, None)):
            lines.append(Line("caption", f"{found.title} ({number})"))
        if rng.random() < 0.25 and others:
            lines.append(Line("more", f"{rng.choice(MORE)}: {others.pop()}"))
    return found.title, lines


def _tail(rng: Random, dated: str, title: str) -> list[Section]:
    """The repeated title and the lists (bare headings, or headings with titles), each as a section."""
    parts = [Section(dated, ())]
    for heading in rng.sample(LIST_HEADINGS, rng.randint(1, 3)):
        others = titles(rng, rng.choice((0, 0, 3, 5)), without=title)
        parts.append(Section(heading, tuple(("", f"{other} ({rng.choice((2024, 2025))})") for other in others)))
    return parts


def _html_tail(rng: Random, parts: list[Section], year_tag: str) -> Laid:
    out, lines = [], []
    for heading, pairs in parts:
        tag = year_tag if not pairs and heading not in LIST_HEADINGS else rng.choice(("h2", "h3", "div"))
        out.append(f"<{tag}>{escape(heading, quote=False)}</{tag}>")
        items = [value for _, value in pairs]
        if items:
            shown = (f'<a href="/{rng.randint(1000, 9999)}.html">{escape(item, quote=False)}</a>' for item in items)
            out.append("<ul>" + "".join(f"<li>{link}</li>" for link in shown) + "</ul>")
        lines += [heading, *items]
    return Laid("\n".join(out), tuple(lines))


def _html_line(rng: Random, layout: str, line: Line) -> str:
    text = escape(line.text, quote=False)
    if layout == "html-br":
        return text + "<br><br>"
    image = f'<img src="/{rng.randint(100, 999)}.jpg" alt="">'
    if line.role == "heading":
        return f"<h2>{text}</h2>" if layout != "html-soup" else f'<div class="t3"><b>{text}</b></div>'
    if line.role == "caption":
        if layout in ("html-article", "html-sections"):
            return f"<figure>{image}<figcaption>{text}</figcaption></figure>"
        return f'<div class="p7">{image}</div><div class="p8">{text}</div>'
    if line.role == "more":
        label, rest = text.split(": ", 1)
        text = f'<strong>{label}:</strong> <a href="/{rng.randint(1000, 9999)}">{rest}</a>'
    return f"<p>{text}</p>" if layout != "html-soup" or line.role == "paragraph" else f"<div>{text}</div>"


def _html_page(layout: str, dated: str, story: str, tail: str, profile: str) -> str:
    title = escape(dated, quote=False)
    match layout:
        case "html-article":
            body = f"<main><article>\n<h1>{title}</h1>\n{story}\n{tail}\n{profile}\n</article></main>"
        case "html-sections":
            body = (
                f"<article><h1>{title}</h1>\n{story}\n</article>\n<section>{tail}</section>\n<aside>{profile}</aside>"
            )
        case "html-table":
            body = (
                f'<table width="100%"><tr><td colspan="2"><h1>{title}</h1></td></tr>\n'
                f'<tr><td valign="top">{story}\n{tail}\n{profile}</td><td></td></tr></table>'
            )
        case "html-br":
            body = f'<h1>{title}</h1><div id="text">{story}</div>\n{tail}\n{profile}'
        case _:
            body = (
                f'<div class="q1"><div class="q2">{title}</div>\n{story}\n</div><div class="q9">{tail}\n{profile}</div>'
            )
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return f"<!doctype html>\n<html lang=en>{head}\n<body>\n{body}\n</body></html>\n"


def _text_page(layout: str, lines: list[str], tail: str) -> str:
    lines = [*lines[:-1], f"{lines[-1]} {tail}"] if layout == "text-glued-tail" else [*lines, tail]
    return ("\n" if layout == "text-lines" else "\n\n").join(lines) + "\n"


def farm_pages(count: int, seed: int) -> Iterator[FarmPage]:
    """``count`` pages, the same for the same ``seed``; the layouts in turn, every fifth page with CRLF."""
    rng = Random(f"farm {seed}")
    for index in range(count):
        layout = LAYOUTS[index % len(LAYOUTS)]
        title, lines = _story(rng, layout == "text-glued-tail")
        dated = f"{title} ({rng.choice((2023, 2024, 2025, 2025))})"
        around = _tail(rng, dated, title)
        chosen = LABELS if rng.random() < 0.7 else tuple(rng.sample(LABELS, rng.randint(4, len(LABELS))))
        who = sections(rng, index % 2 == 0, chosen, heading_chance=1.0)
        kind: Literal["html", "text"] = "text" if layout in TEXT_PAGES else "html"
        if kind == "text":
            one_line = layout in ("text-tail-line", "text-glued-tail")
            tail = laid_text("text-line" if one_line else "text-paragraphs", [*around, *who])
            shown = tail.page.replace("\n\n", "\n") if layout == "text-lines" else tail.page
            page = _text_page(layout, [dated, *(line.text for line in lines)], shown)
            tail_lines = tail.lines
        else:
            tail = _html_tail(rng, around, "p" if layout == "html-soup" else "h3")
            profile = laid_html(rng.choice(HTML_LAYOUTS), rng, who)
            story = "\n".join(_html_line(rng, layout, line) for line in lines)
            page = _html_page(layout, dated, story, tail.page, profile.page)
            tail_lines = (*tail.lines, *profile.lines)
        junk = [line.text for line in lines if line.role in ("caption", "more")]
        yield FarmPage(
            page.replace("\n", "\r\n") if index % 5 == 4 else page,
            kind,
            title,
            tuple(line.text for line in lines if line.role in ("paragraph", "heading")),
            tuple(dict.fromkeys((dated, *junk, *tail_lines))),
            layout,
        )
