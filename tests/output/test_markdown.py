"""Markdown of a page: its structure, and through a CommonMark renderer the same text as the plain one."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cleaner.model import Inline
from cleaner.output.inline import lines, marked
from cleaner.output.markdown import markdown
from cleaner.output.text import render
from tests.output.pages import html_ledger, text_ledger
from tests.output.test_text import nested

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(tokens: list[Token]) -> str:
    """What a renderer shows, without white space."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "fence", "code_block", "html_inline", "html_block"):
            parts.append(token.content)
        elif token.type != "image":
            parts.append(shown(token.children or []))
    return "".join("".join(parts).split())


def bare(text: str) -> str:
    return "".join(text.split())


def check(page: str, *removed: str) -> str:
    """The page's Markdown, once it is proven to show its text."""
    ledger = html_ledger(page, removed)
    written = markdown(ledger, None)
    assert shown(RENDERER.parse(written)) == bare(render(ledger).text)
    return written


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1>A</h1><h2>b <b>c</b></h2><p>d</p>", "# A\n\n## b **c**\n\nd"),
        ("<h2>One<br>two #</h2>", "## One two \\#"),
        ("<p>One<br>two</p>", "One\\\ntwo"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>", "- a\n- b\n  - c\n- d"),
        ("<ol><li>a</li><li>b<ol><li>c</li></ol></li><li>d</li></ol>", "1. a\n2. b\n   1. c\n3. d"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"),
        ("<ul><li>a<div>b</div></li><li>c</li></ul>", "- a\n\n  b\n- c"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul><ul><li>c</li></ul>", "- a\n\n* b\n\n- c"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b"),
        ("<ul><li>a</li></ul><p>b</p><ul><li>c</li></ul>", "- a\n\nb\n\n- c"),
        ("<ul><li><ul><li>a</li></ul></li></ul>", "- - a"),
        ("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc"),
        ("<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b"),
        ("<blockquote>a<br>b<ul><li>c</li></ul></blockquote>", "> a\\\n> b\n>\n> - c"),
        ("<ol><li><blockquote>a</blockquote></li><li>b</li></ol>", "1. > a\n2. b"),
        ("<pre>if x:\n\n    y</pre>", "```\nif x:\n\n    y\n```"),
        ("<pre>```\nx</pre>", "````\n```\nx\n````"),
        ("<ul><li>a<pre>b\nc</pre></li></ul>", "- a\n\n  ```\n  b\n  c\n  ```"),
        (
            "<table><tr><th>a</th><th>b|c</th></tr><tr><td>d</td><td></td></tr><tr><td></td><td>e</td></tr></table>",
            "| a | b\\|c |\n| --- | --- |\n| d |\n|  | e |",
        ),
        (
            "<table><tr><td>a</td></tr><tr><td>b</td><td>c<br>d</td></tr></table>",
            "| a |  |\n| --- | --- |\n| b | c d |",
        ),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "a\n\nb"),
        (
            "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>",
            "a\n\nb\n\nc\n\nd\n\ne",
        ),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n\nb"),
        ('<p>a <a href="http://e.org/x?a=1&b=2">b</a> c</p>', "a [b](http://e.org/x?a=1&b=2) c"),
        ('<p>Look!<a href="/x (1)">b</a></p>', "Look\\![b](/x%20%281%29)"),
        ('<p><a href="javascript:x">b</a> <a href="">c</a> <a>d</a></p>', "b c d"),
        ('<p><a href="/x"><b>b</b></a></p>', "[**b**](/x)"),
        ('<p>a <img src="/i.png" alt="An [i]"> b</p>', "a ![An \\[i\\]](/i.png) b"),
        ('<p><a href="/x"><img src="/i.png">b</a><img src="data:x"></p>', "![](/i.png) [b](/x)"),
        ("<p>a<b> b </b>c <i>d</i> e<i>f</i>g</p>", "a **b** c _d_ e*f*g"),
        ("<p>a<b>, b</b></p>", "a, b"),
        ("<p><b>a</b><b>b</b> <b>a</b><i>b</i></p>", "**ab** **a**b"),
        ("<p><b>a <i>b</i></b> <b><b>c</b></b></p>", "**a _b_** **c**"),
        ("<p><code>a`b</code> <code>`c</code> <code>d<b>e</b></code></p>", "``a`b`` `` `c `` `de`"),
    ],
)
def test_structure(page: str, expected: str) -> None:
    assert check(page) == expected


@pytest.mark.parametrize(
    ("page", "removed", "expected"),
    [
        ("<ol><li>a</li><li>b</li><li>c</li></ol>", ["b"], "1. a\n3. c"),
        ("<ol><li>a<ol><li>b</li><li>c</li></ol></li></ol>", ["b"], "1. a\n\n   2. c"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", ["a"], "- - b"),
        ("<p>a <b>b JUNK c</b> d</p>", ["JUNK"], "a **b** **c** d"),
        ("<p>a<br>JUNK<br>c</p>", ["JUNK"], "a\\\nc"),
        ("<p>a JUNK - c</p>", ["a JUNK"], "\\- c"),
        ('<p>a <a href="/x">JUNK</a> b</p>', ["JUNK"], "a b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", ["a", "b"], "c\n\nd"),
        ("<p>a<img src='x'></p>", ["a"], ""),
    ],
)
def test_removed_pieces_leave_valid_markdown(page: str, removed: list[str], expected: str) -> None:
    assert check(page, *removed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1986. A year", "1986\\. A year"),
        ("1) a", "1\\) a"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("* a", "\\* a"),
        ("-5 degrees", "-5 degrees"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("# a", "\\# a"),
        ("#hashtag", "#hashtag"),
        ("&gt; a", "\\> a"),
        ("a &gt; b", "a > b"),
        ("&lt;b&gt; 3 &lt; 4", "\\<b> 3 < 4"),
        ("&amp;amp; AT&amp;T", "\\&amp; AT&T"),
        ("snake_case _x_", "snake_case \\_x\\_"),
        ("a*b*c [x](y) ~~z~~ `c` \\d", "a\\*b\\*c \\[x\\](y) \\~\\~z\\~\\~ \\`c\\` \\\\d"),
        ("a | b<br>--- | ---", "a | b\\\n\\--- | ---"),
        ("a<br>===", "a\\\n\\==="),
    ],
)
def test_marks_in_text_are_escaped(text: str, expected: str) -> None:
    assert check(f"<p>{text}</p>") == expected


def test_title() -> None:
    ledger = html_ledger("<p>a</p>")
    assert markdown(ledger, " C#: 2 * 3\n#1 _x_ #") == "# C#: 2 \\* 3 #1 \\_x\\_ \\#\n\na"
    assert markdown(ledger, "") == markdown(ledger, None) == "a"
    assert markdown(html_ledger(""), "T") == "# T"


def test_plain_text_stands_as_it_is() -> None:
    ledger = text_ledger("## Own *marks*\n\n- a\n- b JUNK\n", ["JUNK"])
    assert markdown(ledger, "T*") == "# T\\*\n\n## Own *marks*\n\n- a\n- b"


def test_nesting_is_bounded() -> None:
    written = check("<ul><li>a" * 12 + "</li></ul>" * 12)
    assert written.splitlines()[7:] == [" " * 14 + "- a", *(["", " " * 16 + "a"] * 4)]


@pytest.mark.parametrize("tag", ["li", "td"])
def test_deep_nesting_is_linear(tag: str) -> None:
    ledger = nested(tag, 100_000)
    started = time.process_time()
    assert len(markdown(ledger, None)) < 20_000_000
    assert time.process_time() - started < 20


WORDS = st.text(st.sampled_from("ab1.-+#*_`~!|\\[](){}<>&;:=\"'/ \n\u2014\u00e9$^"), max_size=24)
MARKS = st.lists(
    st.builds(
        lambda kind, start, length, target: Inline(kind, (start, start + length * (kind != "image")), target, "alt*"),
        st.sampled_from(["link", "strong", "em", "code", "image"]),
        st.integers(0, 20),
        st.integers(1, 20),
        st.sampled_from(["/x", "http://e.org/(a) b", "java\nscript:x", "#&amp;_*`", None]),
    ),
    max_size=5,
)


def nest(marks: list[Inline]) -> list[Inline]:
    """Those of them that nest."""
    nested: list[Inline] = []
    for mark in marks:
        (start, end) = mark.range
        if all(
            end <= low or high <= start or (low <= start and end <= high) or (start <= low and high <= end)
            for _, (low, high), *_ in nested
        ):
            nested.append(mark)
    return nested


@settings(max_examples=150, deadline=None)
@given(WORDS, MARKS, st.booleans())
@example("a_b", [Inline("em", (2, 3))], False)
@example("abc", [Inline("strong", (0, 1)), Inline("em", (1, 3)), Inline("strong", (1, 2))], False)
def test_any_marked_text_shows_itself(text: str, marks: list[Inline], in_table: bool) -> None:
    text = "\n".join(line for line in text.split("\n") if line.strip()).strip()
    if not text:
        return
    content = marked(text, nest(marks), flat=in_table, cell=in_table)
    written = f"| {content} | b |\n| --- | --- |\n| {content} |" if in_table else "\n".join(lines(content))
    expected = bare(f"{text} b {text}" if in_table else text)
    assert shown(RENDERER.parse(written)) == expected


INLINE = st.recursive(
    st.sampled_from(
        [
            "word",
            "two words",
            "-",
            "1.",
            "#",
            "*",
            "a_b",
            "`x",
            "&amp;amp;",
            "&lt;b",
            "|",
            "!",
            "<br>",
            " ",
            "\u2014",
            '"q"',
        ]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(["b", "i", "code", "span", 'a href="/x"']),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)
PARAGRAPH = st.lists(INLINE, min_size=1, max_size=5).map("".join)
PAGE = st.recursive(
    PARAGRAPH.map("<p>{}</p>".format)
    | PARAGRAPH.map("<h2>{}</h2>".format)
    | PARAGRAPH.map("<pre>{}</pre>".format)
    | PARAGRAPH,
    lambda inner: st.lists(inner, min_size=1, max_size=4).flatmap(
        lambda parts: st.sampled_from(
            [
                "<ul>" + "".join(f"<li>{part}</li>" for part in parts) + "</ul>",
                "<ol>" + "".join(f"<li>{part}</li>" for part in parts) + "</ol>",
                "<ol><li>x</li>" + "".join(f"<li>{part}</li>" for part in parts) + "</ol>",
                "<blockquote>" + "".join(parts) + "</blockquote>",
                "<dl>" + "".join(f"<dt>{part}</dt><dd>{part}</dd>" for part in parts) + "</dl>",
                "<div>" + "".join(parts) + "</div>",
                "<table>" + "".join(f"<tr><td>{part}</td><td>x</td></tr>" for part in parts) + "</table>",
                "<table><tr>"
                + "".join(f"<td>{part}</td>" for part in parts)
                + "</tr><tr><th></th><td>y</td></tr></table>",
            ]
        )
    ),
    max_leaves=10,
)


@settings(max_examples=150, deadline=None)
@given(PAGE, st.sets(st.sampled_from(["word", "two", "x", "*", "a", "\u2014"]), max_size=2))
def test_any_page_shows_its_text(page: str, removed: set[str]) -> None:
    check(f"<div>{page}</div>", *sorted(removed))
