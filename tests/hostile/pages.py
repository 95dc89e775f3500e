"""Pages made to break cleaners: too deep, too wide, too long, too many of one thing, wrongly labelled, or no pages at all.

All are made when they are asked for and are the same every time. Sizes are those at which something quadratic takes hours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import escape
from random import Random
from typing import Any

from tests.generators.prose import article
from tests.hostile.prey import ATTACKS, PREY

Payload = bytes | str
ARTICLE = article(Random(20), 20, 20)
HONEST = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in ARTICLE.paragraphs)


@dataclass(frozen=True)
class Hostile:
    """A page and what has to come of it.

    ``status`` is ``cleaned``, ``empty`` or ``failed``; None where either of the first two will do: whether the text of such a page
    is content is nobody's business. ``length`` is how many characters other than white space have to be accounted for, ``words`` are some of them, and
    ``kept`` are passages that have to be in the text. ``about`` is what the caller says of the page.
    """

    name: str
    make: Callable[[], Payload]
    status: str | None = None
    reason: str | None = None
    length: int | None = None
    words: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    about: Mapping[str, Any] = field(default_factory=lambda: {"kind": "html"})


def repeated(before: str, unit: str, times: int, after: str = "") -> Callable[[], str]:
    """A page of one thing many times; ``#`` in it is its number, but in a reference."""

    def make() -> str:
        numbered = "#" in unit and "&#" not in unit
        units = "".join(unit.replace("#", str(n)) for n in range(times)) if numbered else unit * times
        return f"{before}{units}{after}"

    return make


def mixed(case: Hostile) -> Hostile:
    """The same behind an honest article, which has to be kept."""
    make = case.make
    return Hostile(
        f"article and {case.name}",
        lambda: f"<html><head><title>{ARTICLE.title}</title></head><body><h1>{ARTICLE.title}</h1>{HONEST}{make()}",
        "cleaned",
        words=case.words,
        kept=ARTICLE.paragraphs,
    )


TEXT: Mapping[str, Any] = {"kind": "text"}
_DEEP = "div span ul table blockquote form b i".split()


def nested() -> Iterator[Hostile]:
    """What stands in one another: as deep as a careless editor does it, as no parser of trees stands, and beyond."""
    for tag in _DEEP:
        for times in (300, 5_000, 100_000) if tag in ("div", "table") else (100_000,):
            yield Hostile(f"{tag} {times:,} deep", repeated("", f"<{tag}>", times, "word"), length=4, words=("word",))
    shapes = {
        "lists with items": "<ul><li>",
        "tables with cells": "<table><tr><td>",
        "hidden parts": "<i hidden>",
        "links": "<a href=x>",
        "fonts": "<font size=#>",
        "custom elements": "<x-y#>",
    }
    for name, unit in shapes.items():
        yield Hostile(f"{name} 100,000 deep", repeated("", unit, 100_000, "word"), length=4, words=("word",))
    for tag in ("svg", "template"):
        yield Hostile(
            f"{tag} 100,000 deep", repeated("<p>word</p>", f"<{tag}>", 100_000, "none"), length=4, words=("word",)
        )
    yield Hostile("text at each of 30,000 levels", repeated("", "<div>word#", 30_000), length=258_890)
    yield Hostile("hidden text at each of 30,000 levels", repeated("", "<div hidden>word", 30_000), length=120_000)
    yield Hostile("quotations with text, 30,000 deep", repeated("", "<blockquote><p>word</p>", 30_000), length=120_000)
    yield Hostile("list items with text, 30,000 deep", repeated("", "<ul><li>word", 30_000), length=120_000)
    yield Hostile("misnested", repeated("", "<b i=#><i i=#></b></i>word ", 2_000), length=8_000)
    yield Hostile(
        "unclosed everything", repeated("", "<div><p><b><i><a href=#><ul><li>word<table><td>word", 5_000), length=40_000
    )


def many() -> Iterator[Hostile]:
    """A hundred thousand of the commonest things that a page may have, and ten thousand of others."""
    common = {
        "table rows": ("<table>", "<tr><td>word", "</table>", 4),
        "links in list items": ("<ul>", "<li><a href=/x#>word</a>", "", 4),
        "links": ("", "<a href=/x#>word</a> ", "", 4),
        "text and bold": ("<div>", "text <b>b</b> ", "", 5),
        "names": ("", "<p class=c# id=i# role=r#>word", "", 4),
        "hidden spans": ("<p>", "word<i hidden>no</i>", "", 6),
    }
    others = {
        "style attributes": ("", "<p style='color:#;display:block'>word", "", 4),
        "scripts": ("", "<script>a<b</script>word ", "", 4),
        "headings": ("", "<h2>Word</h2>", "", 4),
        "short paragraphs": ("", "<p>word", "", 4),
        "breaks": ("<p>", "word<br>", "", 4),
        "pairs of breaks": ("<div>", "word<br><br>", "", 4),
        "first headings": ("", "<h1>Word</h1>", "", 4),
        "images with captions": ("", "<figure><img src=a.png alt=x><figcaption>word</figcaption></figure>", "", 4),
        "definitions": ("<dl>", "<dt>word<dd>word", "</dl>", 8),
        "buttons": ("", "<button aria-controls=b#>word</button>", "", 4),
        "comments of the markup": ("", "<!-- c -->word ", "", 4),
        "code blocks": ("", "<pre><code>word</code></pre>", "", 4),
        "articles": ("", "<article>word</article>", "", 4),
        "labels and values": ("", "<div>Label: value</div>", "", 11),
        "rubies": ("<p>", "<ruby>a<rt>b</rt></ruby>", "", 2),
        "captions of tables": ("", "<table><caption>word</caption></table>", "", 4),
        "iframes": ("", "<iframe src=x></iframe>word ", "", 4),
        "forms with fields": ("", "<form><label>word</label><input name=x></form>", "", 4),
        "time elements": ("", "<time datetime=2020-01-01>word</time> ", "", 4),
        "noscripts": ("", "<noscript>word</noscript>", "", 4),
        "details": ("", "<details><summary>word</summary>word</details>", "", 8),
        "bodies": ("", "<body class=a#>word ", "", 4),
        "cells of one row": ("<table><tr>", "<td>word", "", 4),
    }
    for times, units in ((100_000, common), (10_000, others)):
        for name, (before, unit, after, length) in units.items():
            yield Hostile(f"{times:,} {name}", repeated(before, unit, times, after), length=length * times)
    square = "<table><tr>" + "<td>word" * 10_000 + "<tr><td>word" * 10_000
    yield Hostile("a row of 10,000 cells over 10,000 rows", lambda: square, length=80_000)


def prey() -> Iterator[Hostile]:
    """Every family of rules has a page of nothing but its prey: as HTML and as text that somebody extracted."""
    for name, unit in PREY.items():
        yield Hostile(f"{name}, {_MANY:,}", repeated("", unit, _MANY))
        lines = re.sub(r"<[^>]*>", "", re.sub(r"</(?:p|li|h\d|div)>", "\n", unit)).strip("\n") + "\n"
        yield Hostile(f"{name} in text, {_MANY:,}", repeated("", lines, _MANY), about=TEXT)
    for name in ("captions", "bylines in classes", "read-more lines", "author boxes"):
        yield Hostile(f"{name}, 20,000", repeated("", PREY[name], 20_000))
    everything = "".join(PREY.values())
    yield Hostile("all prey", repeated("", everything, 250))
    yield mixed(Hostile("all prey", repeated("<hr>", everything, 100)))


_MANY = 2_000


def long() -> Iterator[Hostile]:
    """Few things, each without an end."""
    mega = 10**6
    yield Hostile("paragraph of 10 MB", repeated("<p>", "clear water ", 833_333, "</p>"), length=8_333_330)
    yield Hostile("10 MB of spaces", repeated("<p>a", " ", 10 * mega, "b"), length=2)
    yield Hostile("10 MB of line ends", repeated("<pre>a", "\n", 10 * mega, "b"), length=2)
    yield Hostile("3 MB of digits", repeated("<p>", "1234567890", 300_000), length=3 * mega)
    yield Hostile("3 MB of digits as title", repeated("<title>", "1234567890", 300_000, "</title><p>word"), length=4)
    yield Hostile(
        "3 MB of digits as dates in meta",
        repeated("<meta property='article:published_time' content='", "2021", 750_000, "'><p>word"),
        length=4,
    )
    yield Hostile("3 MB of dates", repeated("<p>", "12 May 2021 2021-05-12 12.05.2021 ", 90_000), length=2_610_000)
    yield Hostile(
        "3 MB of dates as title", repeated("<title>", "12 May 2021 2021-05-12 ", 130_000, "</title><p>word"), length=4
    )
    yield Hostile(
        "3 MB of dates in meta", repeated("", "<meta name=date content='2021-05-#'>", 80_000, "<p>word"), length=4
    )
    yield Hostile("a million entities", repeated("<p>", "&amp;&#65;", 500_000), length=mega)
    yield Hostile("attributes", repeated("<p ", "a#=b ", 50_000, ">word"), length=4)
    yield Hostile("comments of the markup, 300,000", repeated("<p>word", "<!-- c -->", 300_000), length=4)
    yield Hostile("scripts, 100,000, and no more", repeated("<p>word", "<script>a()</script>", 100_000), length=4)
    yield Hostile(
        "JSON-LD of 10 MB",
        repeated(
            "<script type=application/ld+json>[0",
            ',{"@type":"Article","headline":"Word #","author":"Jane #"}',
            170_000,
            "]</script><p>word",
        ),
        length=4,
    )
    yield Hostile(
        "one string of JSON-LD, 10 MB",
        repeated(
            '<script type=application/ld+json>{"@type":"Article","author":"', "Jane ", 2 * mega, '"}</script><p>word'
        ),
        length=4,
    )
    yield Hostile(
        "deep JSON-LD",
        lambda: f"<script type=application/ld+json>{'[' * 100_000}{']' * 100_000}</script><p>word",
        length=4,
    )
    yield Hostile(
        "deep objects of JSON-LD",
        lambda: "<script type=application/ld+json>" + '{"@graph":' * 900 + "1" + "}" * 900 + "</script><p>word",
        length=4,
    )
    yield Hostile("100,000 JSON-LD", repeated("", '<script type=application/ld+json>{"@type":"Article","author":"Jane #"}</script>', 50_000, "<p>word"), length=4)  # fmt: skip
    yield Hostile("100,000 titles", repeated("", "<title>Word #</title>", 100_000, "<p>word"), length=4)
    yield Hostile(
        "100,000 meta authors", repeated("", "<meta name=author content='Jane #'>", 100_000, "<p>word"), length=4
    )
    yield Hostile(
        "a meta author of 3 MB", repeated("<meta name=author content='", "Jane, ", 500_000, "'><p>word"), length=4
    )
    yield Hostile(
        "a title of 3 MB", repeated("<title>", "Buses | ", 400_000, "</title><h1>Buses</h1><p>word"), length=9
    )
    yield Hostile(
        "a headline of 3 MB", repeated("<title>Buses</title><h1>", "Buses ", 500_000, "</h1><p>word"), length=2_500_004
    )
    yield Hostile(
        "an address of 3 MB",
        repeated("<link rel=canonical href='https://x.org/", "a/", 1_500_000, "'><p>word"),
        length=4,
    )
    yield Hostile(
        "data URI of 10 MB", repeated("<p>word<img src='data:image/png;base64,", "QUJD", 2_500_000, "'>"), length=4
    )
    yield Hostile("links of 3 MB", repeated("<p>word<a href='https://x.org/", "a%20", 750_000, "'>word</a>"), length=8)
    yield Hostile(
        "a span of columns",
        lambda: "<table><tr><td colspan=9007199254740991 rowspan=9007199254740991>word<td>word</table>",
        length=8,
    )
    yield Hostile(
        "spans of columns", repeated("<table>", "<tr><td colspan=99999999 rowspan=65534>word", 20_000), length=80_000
    )
    yield Hostile("less-than signs", repeated("", "<", 2 * mega), length=2 * mega)
    yield Hostile("open tags", repeated("<p>word</p>", "<a ", 700_000), length=4)
    yield Hostile("open end tags", repeated("<p>word</p>", "</a ", 500_000), length=4)
    yield Hostile("ampersands", repeated("", "&", 2 * mega), length=2 * mega)
    yield Hostile(
        "a style sheet of 5 MB",
        repeated("<style>", ".a#{display:none;color:red}", 170_000, "</style><p class=a7>word"),
        length=4,
    )
    yield Hostile(
        "a selector of 3 MB", repeated("<style>", ".a#,", 400_000, ".b{display:none}</style><p class=a7>word"), length=4
    )
    yield Hostile(
        "a selector of 100,000 steps",
        repeated("<style>", ".a ", 100_000, "{display:none}</style><p class=a>word"),
        length=4,
    )
    yield Hostile("open brackets of a style sheet", repeated("<style>", "a{(", 500_000, "</style><p>word"), length=4)
    yield Hostile(
        "an inline style of 3 MB", repeated("<p style='", "color:red;", 300_000, "display:none'>word"), length=4
    )
    yield Hostile("a word of 3 MB", repeated("<p>", "abcdefghij", 300_000), length=3 * mega)
    yield Hostile("a word of 3 MB in capitals", repeated("<p>", "ABCDEFGHIJ", 300_000), length=3 * mega)
    yield Hostile(
        "100,000 words of 30 letters", repeated("<p>", "abcdefghijklmnopqrstuvwxyz# ", 100_000), length=3_088_890
    )
    yield Hostile("Chinese text of 3 MB", repeated("<p>", "今天天气很好我们去公园玩。", 80_000), length=1_040_000)
    yield Hostile("zero-width text", repeated("<p>word", "\u200b\u200d\ufeff\u00ad", 300_000))
    yield Hostile("combining marks", repeated("<p>word", "\u0301", mega))
    yield Hostile("an attribute's open quote", repeated("<p>word</p><a href='", "y ", 2_500_000), length=4)
    yield Hostile("classes on one tag", repeated("<p class='", "c# ", 200_000, "'>word"), length=4)


def attacks() -> Iterator[Hostile]:
    """Each attack as a title, a heading, a byline, a paragraph, a link, a caption, code, on one page; and as text."""
    for name, unit in ATTACKS.items():
        yield Hostile(f"attack: {name}", partial(_attacked, unit), "cleaned", kept=ARTICLE.paragraphs)
        yield Hostile(f"attack on text: {name}", partial(_attacked_text, unit), "cleaned", about=TEXT)


def _attacked(unit: str) -> str:
    run = escape(f"x{unit * (60_000 // len(unit))}x")
    return (
        f'<html><head><title>{run}</title><meta name=author content="{run}"><meta name=date content="{run}">'
        f'<script type=application/ld+json>{{"@type":"Article","author":{json.dumps(run)}}}</script></head><body>'
        f"<h1>{ARTICLE.title}</h1>{HONEST}<hr><h2>{run}</h2><p class=byline>{run}</p><p>{run}!</p><pre>{run}</pre>"
        f'<ul><li><a href="{run}">{run}</a></ul><figcaption>{run}</figcaption>'
        f"<div class=author-box>{run}</div><footer>{run}</footer>"
    )


def _attacked_text(unit: str) -> str:
    return "\n\n".join([*ARTICLE.paragraphs, *[f"x{unit * (100_000 // len(unit))}x"] * 3])


def texts() -> Iterator[Hostile]:
    """Text that somebody extracted."""
    yield Hostile(
        "text of 10 MB in one line", repeated("", "clear water ", 833_333), "cleaned", length=8_333_330, about=TEXT
    )
    yield Hostile("text of 600,000 lines", repeated("", "clear sky\n", 600_000), length=4_800_000, about=TEXT)
    yield Hostile(
        "text of 200,000 different lines",
        repeated("", "A line of words number #.\n", 200_000),
        length=4_888_890,
        about=TEXT,
    )
    yield Hostile("text of 100,000 paragraphs", repeated("", "A line of words number #.\n\n", 100_000), about=TEXT)
    yield Hostile("text of blank lines", repeated("a", "\n", 5 * 10**6, "b"), length=2, about=TEXT)
    yield Hostile(
        "text, hard-wrapped",
        repeated("", "a line of words that goes on until it is full and then is broken\n", 80_000),
        about=TEXT,
    )
    yield Hostile("text of indented lines", repeated("", "    a line of words\n", 100_000), about=TEXT)
    yield Hostile("text of carriage returns", repeated("", "word\r", 300_000), length=1_200_000, about=TEXT)
    yield Hostile("text in a table of tabs", repeated("", "a\tb\tc\td\n", 200_000), length=800_000, about=TEXT)


def strange() -> Iterator[Hostile]:
    """Bytes that are no page, or are one in another encoding than somebody says."""
    page = "<html><head><title>Buses</title></head><body>{}</body></html>"
    html = {"media_type": "text/html"}
    honest = page.format(HONEST)
    chinese = "港口的夜班公交车从星期一起每四十分钟一班。司机们从春天起就要求这样做，因为那时有两个人被困在车站。"
    long_chinese = page.format("<!--" + "-" * 200_000 + "-->" + f"<p>{chinese}</p>" * 12)
    accents = "Die Straße führt über die Brücke, und die Gäste dürfen natürlich hinüber, sagte der Bürgermeister."
    german = page.format(f"<p>{accents}</p>" * 5)
    yield Hostile("nothing", lambda: b"", "empty", "no-content", 0, about={})
    yield Hostile("nothing, called HTML", lambda: b"", "empty", "no-content", 0, about=html)
    yield Hostile("white space", lambda: b" \r\n\t" * 250_000, "empty", "no-content", 0, about={})
    yield Hostile("white space, called HTML", lambda: b" \r\n\t" * 250_000, "empty", "no-content", 0, about=html)
    yield Hostile("a byte-order mark", lambda: b"\xef\xbb\xbf", "empty", "no-content", 0, about={})
    yield Hostile("a page of nothing", lambda: page.format(""), "empty", "no-content", 0, about=html)
    yield Hostile("a PDF called HTML", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 9, "failed", "binary", about=html)
    yield Hostile(
        "a PNG called HTML", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "failed", "binary", about=html
    )
    yield Hostile("random bytes called HTML", lambda: Random(1).randbytes(10**6), "failed", "binary", about=html)
    yield Hostile("NULs", lambda: b"\0" * 10**6, "failed", "binary", about=html)
    yield Hostile("NULs far behind in a page", lambda: honest.encode() + b"<p>clear water" * 10_000 + b"\0" * 10**6 + b"<p>word", "cleaned", kept=ARTICLE.paragraphs, words=("word",), about=html)  # fmt: skip
    yield Hostile("NULs in text", lambda: "a\0b " * 3, None, length=6, about={"kind": "html"})
    yield Hostile(
        "surrogates",
        lambda: page.format("<p>\ud800a\udfff" + "\udc80" * 1_000 + HONEST),
        "cleaned",
        kept=ARTICLE.paragraphs,
    )
    yield Hostile("invalid UTF-8", lambda: honest.encode() + b"<p>\xff\xfe\xc3(\xe2\x82word" * 10_000, "cleaned", words=("word",), about={**html, "encoding": "utf-8"})  # fmt: skip
    yield Hostile(
        "GB2312 behind a long head of ASCII",
        lambda: long_chinese.encode("gb2312"),
        "cleaned",
        kept=(chinese,),
        about=html,
    )
    yield Hostile(
        "GB2312 called latin-1",
        lambda: long_chinese.encode("gb2312"),
        None,
        about={"media_type": "text/html; charset=iso-8859-1"},
    )
    yield Hostile(
        "UTF-8 called latin-1",
        lambda: german.encode(),
        "cleaned",
        kept=(accents,),
        about={"media_type": "text/html; charset=iso-8859-1"},
    )
    yield Hostile(
        "latin-1 called UTF-8",
        lambda: german.encode("latin-1"),
        "cleaned",
        kept=(accents,),
        about={"media_type": "text/html; charset=utf-8"},
    )
    yield Hostile(
        "UTF-16, low byte first", lambda: honest.encode("utf-16-le"), "cleaned", kept=ARTICLE.paragraphs, about=html
    )
    yield Hostile(
        "UTF-16, high byte first", lambda: honest.encode("utf-16-be"), "cleaned", kept=ARTICLE.paragraphs, about=html
    )
    yield Hostile("UTF-16 called UTF-8", lambda: honest.encode("utf-16-le"), "cleaned", kept=ARTICLE.paragraphs, about={"media_type": "text/html; charset=utf-8"})  # fmt: skip
    yield Hostile(
        "half a character of UTF-16",
        lambda: honest.encode("utf-16") + b"\x00",
        "cleaned",
        kept=ARTICLE.paragraphs,
        about=html,
    )
    yield Hostile(
        "ISO-2022-JP that never ends",
        lambda: b"<html><meta charset=iso-2022-jp><p>word" + b"\x1b$B" * 100_000,
        words=("word",),
        about=html,
    )
    yield Hostile("UTF-7", lambda: b"<html><meta charset=utf-7><p>+ADw-script+AD4-word", words=("word",), about=html)
    yield Hostile(
        "JSON called HTML", lambda: b'{"a": [' + b"1, " * 10**6 + b"1]}", "failed", "unsupported-type", about=html
    )
    yield Hostile("XML that bombs", lambda: BOMB, None, about={})
    yield Hostile("more than is allowed", lambda: b"<p>" + b"a" * 50_000_000, "failed", "too-large", about=html)
    yield Hostile("doctypes", lambda: "<!DOCTYPE html>" * 200_000 + "<p>word", length=4, about={})
    yield Hostile("open declaration", lambda: "<?xml" + " a" * 10**6, about={})
    yield Hostile("fences of code", lambda: "```\n" * 500_000, about={})


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "word">'
    + "".join('<!ENTITY a{} "{}">'.format(n, f"&a{n - 1};" * 10) for n in range(1, 10))
    + ']><html xmlns="http://www.w3.org/1999/xhtml"><body><p>word &a9;</p></body></html>'
)
"""A billion words of laughter in a kilobyte, for those who expand entities."""


def pages() -> Iterator[Hostile]:
    """All of them."""
    for family in (nested, many, prey, long, attacks, texts, strange):
        yield from family()
    for family in (nested, many, long):
        for place, case in enumerate(family()):
            if case.length is not None and case.length < 10 and place % 6 == 0:
                yield mixed(case)
