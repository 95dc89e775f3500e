"""How an honest box is written down: its page, and by two marks what of it need not stay.

``⟦`` and ``⟧`` stand around a menu, a footer, an author's box behind an article, a poster's name: what
a cleaner may rightly remove. Everything else is the page's own content. The marks are not on the page.
"""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser
from typing import Final, Literal, NamedTuple

Kind = Literal["html", "text"]

BLOCKS: Final = frozenset(
    """
    address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td th thead tr ul
    """.split()
)
SILENT: Final = frozenset(("h1", "script", "select", "style", "textarea", "title"))
"""Not content: what is never text, and the headline, which becomes the title."""


class HonestBox(NamedTuple):
    """A page with a person on it that nobody made up to deceive. Nothing on it is fabricated.

    ``note`` says what the page is. ``body``: the lines of the page's own content, which must stay; a line
    ends with a block element, a ``br`` or a line of text, and its white space is folded.
    """

    page: str
    kind: Kind
    note: str
    body: tuple[str, ...]


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0
        self.pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        self.pre += tag == "pre"
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        self.pre -= tag == "pre"
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data if self.pre else re.sub(r"\s+", " ", data))


def _folded(lines: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for raw in lines.split("\n") if (line := " ".join(raw.split()))))


def html_lines(page: str) -> tuple[str, ...]:
    """The lines a reader sees of this markup, less its headline."""
    reader = _Lines()
    reader.feed(page)
    reader.close()
    return _folded("".join(reader.parts))


def _split(source: str) -> tuple[str, str]:
    """The page without marks, and what of it must stay."""
    shown = source.replace("⟦", "").replace("⟧", "")
    return shown, re.sub(r"⟦[^⟧]*⟧", "", source)


def text(note: str, source: str) -> HonestBox:
    """A box on a page of plain text."""
    shown, stays = _split(source.strip("\n"))
    return HonestBox(shown + "\n", "text", note, _folded(stays))


def html(note: str, source: str) -> HonestBox:
    """A box on an HTML page; ``source`` is the inside of its body, and its headline the page's title too."""
    shown, stays = _split(source.strip("\n"))
    headline = re.search(r"<h1[^>]*>(.*?)</h1>", shown, re.DOTALL)
    title = escape(unescape(" ".join(re.sub(r"<[^>]+>", "", headline[1] if headline else note).split())), quote=False)
    page = f"<!doctype html>\n<html><head><title>{title}</title></head>\n<body>\n{shown}\n</body></html>\n"
    return HonestBox(page, "html", note, html_lines(stays))
