"""Honest articles with something that no reader sees: links, keywords or whole paragraphs, hidden in many ways."""

from __future__ import annotations

import re
from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator

from .linkfarm import anchor
from .seostuffed import Keyword
from .spamhtml import a, honest, items, others, page
from .spamwords import ALL, SIX, domain, name, piece, pieces

_INLINE = (
    "display:none",
    "display: none !important;",
    "visibility:hidden;height:0",
    "position:absolute;left:-9999px",
    "position: absolute; top: -1507px; width: 800px",
    "text-indent:-9999px;overflow:hidden;height:1px",
    "font-size:0;line-height:0",
    "font-size:1px;color:#fff;background-color:#ffffff",
    "color:#fefefe;background:#fff",
    "opacity:0;filter:alpha(opacity=0);position:absolute",
    "height:0px;overflow:hidden",
    "width:1px;height:1px;overflow:hidden;position:fixed",
    "max-height:0;max-width:0;overflow:hidden",
    "position:absolute;clip:rect(0,0,0,0)",
    "clip-path:inset(100%);position:absolute",
    "transform:scale(0)",
    "z-index:-999;position:absolute;color:transparent",
    "margin-left:-10000px;float:left",
    "overflow:auto;position:absolute;height:0pt;width:0pt",
)
_BOXES = ("text-indent", "height:0px", "max-height", "transform", "width:1px")
"""Ways that hide nothing but boxes."""
_TAGS = ("div", "div", "span", "p", "section", "font", "strong", "small")
_HATS: tuple[tuple[str, str], ...] = (
    ('<marquee scrollamount="40000" height="1" width="1" style="height:1px">', "</marquee>"),
    ('<font color="#FFFFFF" size="1">', "</font>"),
    ('<table bgcolor="white"><tr><td><font color="white" style="font-size:2px">', "</font></td></tr></table>"),
    ("<div hidden>", "</div>"),
    ('<noscript><div id="nsc">', "</div></noscript>"),
    ('<div aria-hidden="true" style="height:0;overflow:hidden">', "</div>"),
    ('<iframe style="display:none" srcdoc=""></iframe><div style="width:0;height:0;overflow:hidden">', "</div>"),
    ("<details style='display:none'><summary>+</summary>", "</details>"),
)


def hide(rng: Random, inside: str) -> tuple[str, str]:
    """Something hidden, and what the page's head needs for it."""
    way = rng.random()
    if way < 0.5:
        style = rng.choice(_INLINE)
        boxed = style.startswith(_BOXES) or re.search("<(p|ul|div|h[1-6]|li)\\b", inside)
        tag = rng.choice(("div", "div", "section")) if boxed else rng.choice(_TAGS)
        return f'<{tag} style="{style}">{inside}</{tag}>', ""
    if way < 0.68:
        opening, closing = rng.choice(_HATS)
        return f"{opening}{inside}{closing}", ""
    mark = f"{name(rng).lower()}{rng.randint(1, 99)}"
    if way < 0.88:
        attribute, dot = rng.choice((("class", "."), ("id", "#")))
        rule = f"<style>{dot}{mark} {{ {rng.choice(_INLINE)} }}</style>"
        return f'<div {attribute}="{mark}">{inside}</div>', rule
    script = rng.choice((f'document.getElementById("{mark}").style.display="none";', f'jQuery("#{mark}").hide();'))
    return f'<div id="{mark}">{inside}</div><script>{script}</script>', ""


def _put(rng: Random, language: str, inside: str) -> str:
    story = piece(rng, language)
    hidden, head = hide(rng, inside)
    where = rng.choice(("middle", "end", "foot", "start"))
    main = honest(rng, language, story, hidden if where == "middle" else "")
    main = {"start": f"{hidden}{main}", "end": f"{main}{hidden}"}.get(where, main)
    aside = others(rng, language) if rng.random() < 0.6 else ""
    return page(rng, language, story.title, main, aside=aside, foot=hidden if where == "foot" else "", head=head)


def links(rng: Random, language: str) -> str:
    """Links to other sites, from two to dozens, out of sight."""
    tongue = language if language in SIX else "en"
    rows = [a(f"https://{domain(rng)}/", anchor(rng, tongue, spam=0)) for _ in range(rng.choice((2, 3, 5, 9, 25, 60)))]
    return _put(rng, language, items(rows) if rng.random() < 0.3 else rng.choice((" ", ", ", "<br>", " | ")).join(rows))


def keywords(rng: Random, language: str) -> str:
    """The site's own keywords in a wall that only a crawler reads."""
    word = Keyword(rng, language, rng.choice(("services", "goods")))
    rows = word.variants(6, 13)
    if rng.random() < 0.4:
        wall = "".join(word.paragraph(2, 5, 0.5) for _ in range(rng.randint(1, 4)))
    else:
        more = [f"{word.word} {rng.choice(rows)}" for _ in range(rng.randint(5, 80))]
        wall = escape(rng.choice((", ", " ", " | ")).join(rows + more))
    return _put(rng, language, wall)


def paragraphs(rng: Random, language: str) -> str:
    """Paragraphs of other articles hidden below, with a link or two among them."""
    blocks = []
    for story in pieces(rng, language, rng.randint(1, 3)):
        lines = story.paragraphs[: rng.randint(2, 8)]
        link = a(f"https://{domain(rng)}/", story.title)
        blocks.append("".join(f"<p>{escape(line)}</p>" for line in lines) + (link if rng.random() < 0.7 else ""))
    return _put(rng, language, "".join(blocks))


_HIDDEN = ("hidden-text",)
GENERATORS = (
    Generator("two/hidden-links", _HIDDEN, ALL, links),
    Generator("two/hidden-keywords", (*_HIDDEN, "seo-stuffed"), SIX, keywords),
    Generator("two/hidden-paragraphs", _HIDDEN, ALL, paragraphs),
)
