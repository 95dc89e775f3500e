"""Broken markup for hypothesis, and what a parser that knows nothing of offsets makes of it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import turbohtml
from hypothesis import strategies as st

# Pages to measure on, beside the repository; tests skip what needs them where they are not.
DATA = Path(__file__).parents[3] / "shared" / "data"

_TAGS = (
    "p div span a b i u table tr td th tbody caption colgroup ul li dl dt dd h1 h2 select option optgroup button template "
    "noscript pre listing form frameset frame body html head title style script textarea iframe noembed noframes xmp "
    "svg math mi mo mtext annotation-xml foreignObject desc path br hr img input font nobr ruby rt center details summary "
    "main article applet object marquee section m:x P TABLE SVG ScRiPt"
).split()
_TEXT = [
    *("a", "b c", "w", " ", "  ", "\n", "\r\n", "\r", "\t", "\f", "\0", "é", "\u00a0", "ſ", "K"),
    *("&amp;", "&amp", "&", "&lt", "&notit;", "&NotEqualTilde;", "&unknown;", "&Tab;", "&nbsp;", "&#", "&#x", "&#x41"),
    *("&#65;", "&#0;", "&#32;", "&#x0a", "&#13;", "&#1114112;", "&#0000000000000000000065;"),
    *("<", " < ", "<3", ">", "/>", "=", "'", '"', "-->", "]]>", "?>"),
]
_MARKUP = [
    *("<!-- c -->", "<!-->", "<!--->", "<!--x--!>", "<!--x--!-->", "<!----!>", "<!--", "<!-- <!-- -->", "<!-- a --"),
    *("<!doctype html>", "<!doctype html '>'>", "<!x>", "<!", "<?php a ?>", "<?x", "</>", "</ x>", "</"),
    *("<![CDATA[c]]>", "<![CDATA[c>d]]>", "<![CDATA[", "<![cdata[x]]>", "</p>", "</br>"),
    *("<a", "<a ", "<a href='", '<a b="', "</a", "<p a=\"x'>", "<p a=b/>", "<p/x>", "<p =>", "<p ='>x'>", "<p a=>"),
    *("<p a =\n'q'>", "<p \"'<>", "<p a='1'b=2 a=3 A=4>", "<a\0>", "<script\0>", "<style\f>", "<svg/>", "<svg a=b/>"),
    *("<svg / >", "<math/>", "<plaintext>", "<script><!--<script></script>--></script>", "<script><!--", "<title>"),
    *("</script", "</script/x>", "</sCrIpT >", "<ſcript>", "<font color=x>", "<input type=hidden>", "<html a=b>"),
    *("<annotation-xml encoding='text/html'>", "<annotation-xml encoding='APPLICATION/xhtml+xml'>"),
    *("<template shadowrootmode=open>", "<body hidden>", "<p hidden>", "<b hidden>", "<i style='display:none'>"),
]


def _tag(name: str, kind: int) -> str:
    return (f"<{name}>", f"</{name}>", f"<{name} a=b>", f"<{name}/>", f"<{name} href='x>y' class=c>")[kind]


def markup() -> st.SearchStrategy[str]:
    """Tag soup: few tag names a page, so that they meet, with text and every oddity of the tokenizer between them."""
    return st.lists(st.sampled_from(_TAGS), min_size=1, max_size=6).flatmap(_soup)


def _soup(names: list[str]) -> st.SearchStrategy[str]:
    tags = st.builds(_tag, st.sampled_from(names), st.sampled_from((0, 0, 1, 1, 1, 2, 3, 4)))
    pieces = st.one_of(tags, tags, tags, st.sampled_from(_TEXT), st.sampled_from(_TEXT), st.sampled_from(_MARKUP))
    return st.lists(pieces, max_size=16).map("".join)


def pages(step: int) -> Iterator[tuple[str, str]]:
    """Every ``step``-th page of the data as ``(name, text)``; read as UTF-8, since any text will do here."""
    files = sorted([*DATA.glob("wcxb-dev/html/*.gz"), *DATA.glob("multilingual-dev/html/*")])
    for file in files[::step]:
        payload = file.read_bytes()
        if file.suffix == ".gz":
            payload = gzip.decompress(payload)
        yield file.name, payload.decode("utf-8", "replace")


# --- the other way to the text ------------------------------------------------------------------

_IGNORED = re.compile(r"[\s\0\ufffd\x01-\x1f]+")
# DESIGN, "What is text".
NOT_TEXT = frozenset("script style title select datalist svg head textarea iframe noembed noframes".split())


def bare(text: str) -> str:
    """A text without white space and without what decoding replaces or drops."""
    return _IGNORED.sub("", text)


def parse(source: str) -> turbohtml.Document:
    """The page as a parser sees it, after newline normalisation; shadow roots as templates marked ``shadowroot``."""
    return turbohtml.parse(disarmed(source).replace("\r\n", "\n").replace("\r", "\n"))


def disarmed(source: str) -> str:
    """A page, or text of it, without declarations of shadow roots (:func:`texts` would have to look into them apart)."""
    return re.sub("shadowrootmode", "shadowroot", source, flags=re.IGNORECASE)


def texts(top: turbohtml.Node, without: frozenset[str], templates: bool) -> Iterator[str]:
    """The text nodes in a node in tree order, except inside some elements and, unless asked for, inert templates."""
    stack = [top]
    while stack:
        node = stack.pop()
        if isinstance(node, turbohtml.Text):
            yield node.data
            continue
        if isinstance(node, turbohtml.Element):
            if node.tag in without:
                continue
            if node.tag == "template" and not templates and "shadowroot" not in node.attrs:
                continue
        stack.extend(reversed(list(node.children)))
