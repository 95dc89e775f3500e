"""Where a page has text, seen by Python's ``html.parser``: an auditor of the segmentation, sharing nothing with it.

``html.parser`` is no HTML5 parser: it trips over attributes, comments and the content of scripts. So the page is
given to it with all that blanked out first, and with every offset where it was. It then has to tell only what
stands inside elements without text, and it may see less text than there is, but hardly more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html.parser import HTMLParser
from itertools import accumulate
from typing import NamedTuple

from cleaner.model import Span

# Elements whose content is no text of the page. That of the first kind is no markup either and goes up to the
# first end tag of its name (HTML Standard, section 13.1.2); the second kind nests.
_RAW = frozenset(("script", "style", "title", "textarea", "iframe", "noembed", "noframes"))
_NESTING = frozenset(("select", "svg", "template", "datalist"))
# Elements whose content is text to the letter: no tags, no entities.
_LITERAL = frozenset(("xmp", "plaintext"))

_MARKUP = re.compile(
    r"""<(?:
      !--(?:-?>|.*?(?:--!?>|\Z))                    # a comment; one that is not closed goes to the end
    | (?P<name>/?[a-z][^\s/>]*+)                    # a tag
      (?P<rest>(?:
        [\s/]++
      | [^\s/>][^\s/>=]*+                           # an attribute's name, which may begin with "=" or a quote
        (?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+
      )*+)(?:>|\Z)
    | [!?][^>]*+(?:>|\Z)                            # a doctype, an instruction, a bogus comment
    | /(?:>|[^a-z>][^>]*+(?:>|\Z))                  # an end tag without a name
    )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL | re.ASCII,
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


class Audit(NamedTuple):
    """The text of a page as an auditor sees it.

    ``blanked`` is the page, code point for code point, with spaces for all markup; ``visible`` are the spans of it
    that hold text; in ``literal`` spans entities stand for themselves.
    """

    blanked: str
    visible: tuple[Span, ...]
    literal: tuple[Span, ...]


def audit(page: str) -> Audit:
    """Look for the text of an HTML page. Any string will do; takes time linear in its length."""
    literal = [found.span(1) for found in _CDATA.finditer(page)]
    parts: list[str] = []
    skeleton: list[str] = []
    position = svg = 0
    while found := _MARKUP.search(page, position):
        start, end = found.span()
        parts.append(page[position:start])
        skeleton.append(_harmless(page[position:start]))
        name = (found["name"] or "").lower()
        closed = bool(found["rest"]) and found["rest"].endswith("/")
        width = end - start
        if name in _RAW and not (svg and closed):
            end = _end(page, name, end)
        elif name in _LITERAL:
            end = len(page) if name == "plaintext" else _end(page, name, end)
            literal.append((start + width, end))
            parts.append(" " * width + page[start + width : end])
            skeleton.append(" " * width + _harmless(page[start + width : end]))
            position = end
            continue
        shadow = name == "template" and "shadowrootmode" in found["rest"].lower()
        if name.removeprefix("/") in _NESTING and not shadow and not (name == "svg" and closed):
            skeleton.append(f"<{name:{width - 2}}>")
            svg += (name == "svg") - (name == "/svg" and svg > 0)
        else:
            skeleton.append(" " * (end - start))
        parts.append(" " * (end - start))
        position = end
    parts.append(page[position:])
    skeleton.append(_harmless(page[position:]))
    return Audit("".join(parts), _visible("".join(skeleton)), tuple(literal))


def _end(page: str, name: str, start: int) -> int:
    """Where the content of a raw element ends: at its end tag, or with the page."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII).search(page, start)
    return found.start() if found else len(page)


def _harmless(text: str) -> str:
    """Text of the same length that no parser takes for markup or entities."""
    return text.replace("<", "+").replace("&", "+")


class _Auditor(HTMLParser):
    def __init__(self, skeleton: str) -> None:
        super().__init__()
        lines = skeleton.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self.inside: list[str] = []
        self.spans: list[Span] = []
        self.feed(skeleton)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Inside an element without text only its own kind counts, so that its end can be told.
        if not self.inside or self.inside[0] == tag:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[0] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside and not data.isspace():
            line, column = self.getpos()
            start = self.starts[line - 1] + column
            self.spans.append((start, start + len(data)))


def _visible(skeleton: str) -> tuple[Span, ...]:
    return tuple(_Auditor(skeleton).spans)


def is_literal(literal: tuple[Span, ...], position: int) -> bool:
    """Does this place of the page stand in one of the literal spans (in order)?"""
    index = bisect_right(literal, (position, len("")))
    return index > 0
