"""Pages in markup by chance: no class, element or order says what a page is, so that words, links and structure have to."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from random import Random

Links = Sequence[tuple[str, str]]
"""Text and target of each."""

_SYLLABLES = "ba co du fe gra hi jo ka lu mi no pra qui ro sta te u vo xi zen".split()
_TLDS = ("com", "net", "org", "info", "site", "online", "de", "fr", "es", "it", "pl", "co")
_SET = ("p", "div", "section", "td", "span", "center")
_HIDDEN = (
    "display:none",
    "visibility:hidden",
    "position:absolute;left:-4000px",
    "text-indent:-9999px;overflow:hidden",
    "font-size:0",
    "height:0;overflow:hidden",
    "opacity:0",
)


def word(rng: Random) -> str:
    """A name that means nothing."""
    return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4)))


def host(rng: Random) -> str:
    """A host's name that means nothing."""
    return f"{word(rng)}{rng.choice(('', '', '-' + word(rng)))}.{rng.choice(_TLDS)}"


class Markup:
    """How one page sets its lines, headings and links: chosen once, so that the page is of a piece."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._line = rng.choice(_SET)
        self._named = rng.random() < 0.6
        self._listed = rng.randrange(4)

    def line(self, text: str) -> str:
        """A line of text, in the page's element."""
        if self._line == "td":
            return f"<table><tr><td{self._name()}>{escape(text)}</td></tr></table>"
        return f"<{self._line}{self._name()}>{escape(text)}</{self._line}>" + ("<br>" if self._line == "span" else "")

    def heading(self, text: str, level: int = 1) -> str:
        """A heading, or what looks like one."""
        tag = f"h{level}" if self._rng.random() < 0.8 else "div"
        return f"<{tag}{self._name()}>{escape(text)}</{tag}>"

    def links(self, links: Links) -> str:
        """A list of links: as items, in one line, as boxes or as buttons."""
        found = [f'<a href="{escape(target)}"{self._name()}>{escape(text)}</a>' for text, target in links]
        if self._listed == 0:
            return f"<ul{self._name()}>{''.join(f'<li>{each}</li>' for each in found)}</ul>"
        if self._listed == 1:
            return f"<p>{self._rng.choice((' | ', ' · ', ' ', ' / ')).join(found)}</p>"
        return "".join(f"<div{self._name()}>{each}</div>" for each in found)

    def hidden(self, inside: str) -> str:
        """What nobody is to see."""
        tag = self._rng.choice(("div", "span", "p", "section"))
        return f'<{tag} style="{self._rng.choice(_HIDDEN)}">{inside}</{tag}>'

    def framed(self, body: str, site: str, menu: Sequence[str]) -> str:
        """A site's page: its name and menu above, a footer below."""
        links = self.links([(each, f"/{word(self._rng)}") for each in menu])
        tag = self._rng.choice(("main", "div", "article"))
        return (
            f'<header><a href="/">{escape(site)}</a><nav>{links}</nav></header><{tag}{self._name()}>{body}</{tag}>'
            f"<footer>© {self._rng.randint(2012, 2025)} {escape(site)}</footer>"
        )

    def page(self, title: str, body: str, language: str, head: str = "") -> str:
        """The whole page."""
        for _ in range(self._rng.randint(0, 3)):
            body = f"<div{self._name()}>{body}</div>"
        lang = f' lang="{language}"' if self._rng.random() < 0.7 else ""
        return (
            f'<!DOCTYPE html><html{lang}><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
            f"<body>{body}</body></html>"
        )

    def _name(self) -> str:
        return f' class="{word(self._rng)}"' if self._named and self._rng.random() < 0.7 else ""
