"""Where a page has text, seen by Python's ``html.parser``: an auditor that shares nothing with segmentation.

``html.parser`` is no HTML5 parser: it trips over attributes, comments and the content of scripts. So the page
is given to it with all that blanked out first, and with every offset where it was. It then has to tell only
what stands inside elements without text, and it may see less text than there is, but hardly more.
"""

from __future__ import annotations

import re
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
_LITERAL_CONTENT = re.compile(
    r"<(?:xmp\b[^>]*>(?P<xmp>.*?)(?=</xmp[\s/>]|\Z)|plaintext\b[^>]*>(?P<plaintext>.*)\Z)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_BARE_VALUE = re.compile(r"=\s*[^\s\"'>]+\Z")
_SCRIPT = re.compile(r"<!--(?:-?>)?|-->|</?script(?=[\s/>])", re.IGNORECASE | re.ASCII)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)


class Audit(NamedTuple):
    """The text of a page as an auditor sees it.

    ``blanked`` is the page, code point for code point, with spaces for all markup; ``visible`` are the spans
    of it that hold text; in ``literal`` spans tags and entities may be text themselves.
    """

    blanked: str
    visible: tuple[Span, ...]
    literal: tuple[Span, ...]


def audit(page: str) -> Audit:
    """Look for the text of an HTML page. Any string will do; takes time linear in its length."""
    # Wherever such an element seems to be: whether it is one depends on what it stands in.
    literal = [found.span(found.lastgroup or 0) for found in _LITERAL_CONTENT.finditer(page)]
    blanked: list[str] = []
    skeleton: list[str] = []  # nothing but text and the tags of nesting elements
    position = svg = math = 0
    text_page = False
    while found := _MARKUP.search(page, position):
        start, end = found.span()
        name, rest = (found["name"] or "").lower(), (found["rest"] or "").lower()
        before = page[position:start]
        # What stands before the tag of a set of frames keeps the page a page of text (section 13.2.6.4.7).
        text_page = text_page or name == "body" or bool(before.strip("\t\n\f\r \0"))
        if name == "frameset" and not text_page:
            blanked.append(" " * (len(page) - position))
            return Audit("".join(blanked), (), tuple(literal))
        low = high = position = end  # of text that stands inside this piece of markup
        if name in _LITERAL:
            position = _end(page, name, end)
            # In foreign content it has no meaning, or ends that content: better to see too little.
            low, high = (position, position) if svg or math > 0 else (end, position)
        elif math > 0 and (cdata := _CDATA.match(page, start)):  # elsewhere it is a comment
            (low, high), position = cdata.span(1), cdata.end()
            literal.append((low, high))
        elif name in _RAW and not (svg and _closes_itself(rest)):
            low = high = position = _end(page, name, end)
        blank = " " * (low - start)
        text, after = page[low:high], " " * (position - high)
        blanked += (before, blank, text, after)
        math += (name == "math") - (name == "/math")
        if name.removeprefix("/") in _NESTING and _nests(name, rest) and page[end - 1] == ">":
            blank = f"<{name:{end - start - 2}}>"
            svg += (name == "svg") - (name == "/svg" and svg > 0)
        skeleton += (_harmless(before), blank, _harmless(text), after)
    blanked.append(page[position:])
    skeleton.append(_harmless(page[position:]))
    return Audit("".join(blanked), tuple(_Auditor("".join(skeleton)).spans), tuple(sorted(literal)))


def _nests(name: str, rest: str) -> bool:
    """Does the tag of a nesting element hide text? Not if an SVG closes itself or a template is shown."""
    if name == "svg":
        return not _closes_itself(rest)
    return name != "template" or "shadowrootmode" not in rest


def _closes_itself(rest: str) -> bool:
    """Does a tag end with a slash of its own? That behind an attribute's bare value belongs to the value."""
    return rest.endswith("/") and not _BARE_VALUE.search(rest)


def _end(page: str, name: str, start: int) -> int:
    """Where the content of a raw element ends: at its end tag, or with the page."""
    if name == "plaintext":
        return len(page)
    if name == "script":
        return _script_end(page, start)
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII).search(page, start)
    return found.start() if found else len(page)


def _script_end(page: str, start: int) -> int:
    """Where the content of a script ends: an end tag does not end it within ``<!-- <script>`` (HTML Standard, section 13.2.5.19 ff.)."""
    escaped = doubly = False
    for found in _SCRIPT.finditer(page, start):
        token = found[0].lower()
        if token == "<!--":
            escaped = True
        elif token.endswith(">"):
            escaped = doubly = False
        elif token == "</script":
            if not doubly:
                return found.start()
            doubly = False
        elif token == "<script":
            doubly = escaped
    return len(page)


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
