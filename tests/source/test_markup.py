"""The lexer agrees with the parser, on the worst of markup and on real pages."""

from __future__ import annotations

import html

import pytest
import turbohtml
from hypothesis import example, given, settings

from cleaner.source.markup import mark
from tests.source.html_strategies import DATA, bare, disarmed, markup, pages, parse, texts

# What the lexer leaves out, wherever it stands, and what is no text in any case.
_LEFT_OUT = frozenset("svg script style title textarea iframe noembed noframes".split())


def chunks(source: str) -> list[str]:
    marked = mark(source)
    return [source[start:end] for start, end, _ in marked.chunks]


def read(source: str) -> str:
    """The page's text as the chunks that stand in the parsed copy, in tree order."""
    marked = mark(source)
    found = []
    for data in texts(turbohtml.parse(marked.copy).root, _LEFT_OUT, templates=True):
        for number, _ in marked.numbers(data):
            if number >= 0:
                start, end, verbatim = marked.chunks[number]
                found.append(source[start:end] if verbatim else html.unescape(source[start:end]))
    return bare(disarmed("".join(found)))


def expected(source: str) -> str:
    return bare("".join(texts(parse(source).root, _LEFT_OUT, templates=True)))


# --- agreement ----------------------------------------------------------------------------------


@settings(max_examples=1000, derandomize=True, deadline=None)
@given(markup())
@example("<![CDATA[c>d]]>e")  # in HTML a comment as far as the first ">"
@example("<math><![CDATA[a>b]]>c</math>")
@example("<svg><![cdata[x]]>y</svg>z")
@example("<svg a=b/>t<style><p>y</style>")  # the slash belongs to the value: not self-closing
@example("<div><svg></div><style>a<b c='</style>x'</style>y")  # an end tag around it closes the svg
@example("<svg></p><title><b>x</title>y")
@example("<svg><path></svg><script>a<b</script>c")
@example("<svg><desc><b></desc><style>x<i></style></svg>y")
@example("<svg><foreignObject><div><textarea><p></textarea>x</div></foreignObject><style>a<p>b</style></svg>y")
@example("<math><mi><title><b>x</title></mi><style>a<i>b</style></math>z")
@example("<math><annotation-xml encoding='text/html'><style><p></style>x</annotation-xml></math>")
@example("<svg><div class=h><title>menu<b></title></div></svg>t")
@example("<frameset><svg><noframes><p a='</noframes>  '>")
@example("<template shadowrootmode=open><svg></p><textarea><p a='>w</textarea>")
@example("<table>&#32;<tr>a<td>b</table>")  # a reference to white space is white space
@example("&Tab;<frameset>x")
@example("<script><!--<!---><script></script>x</script>y")
@example("<ſcript>x</ſcript><aK>y</ak>")  # long s and the Kelvin sign are no ASCII letters
@example("&#x\0c;\0<p>\0a")
def test_lexer_agrees_with_the_parser(source: str) -> None:
    assert read(source) == expected(source)


@pytest.mark.skipif(not DATA.is_dir(), reason="no data here")
def test_lexer_agrees_with_the_parser_on_real_pages() -> None:
    """Every eighth page; all 1,802 were compared when this was written."""
    for name, text in pages(8):
        assert read(text) == expected(text), name


@settings(max_examples=500, derandomize=True, deadline=None)
@given(markup())
def test_chunks_are_in_order_and_met_once(source: str) -> None:
    marked = mark(source)
    ends = [0]
    for start, end, _ in marked.chunks:
        assert ends[-1] <= start < end <= len(source)
        ends.append(end)
    met = [
        number
        for data in texts(turbohtml.parse(marked.copy).root, _LEFT_OUT, templates=True)
        for number, _ in marked.numbers(data)
        if number >= 0
    ]
    assert len(met) == len(set(met))


# --- the tokenizer's corners --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a<b>c</b>d", ["a", "c", "d"]),
        ("a < b <3 <é", ["a < b <3 <é"]),
        ("a</>b</ x>c</1>d", ["a", "b", "c", "d"]),
        ("a<!-->b<!--->c<!-- --!>d<!--x--!-->e<!-- <!-->f", ["a", "b", "c", "d", "e", "f"]),
        ("a<!-- b --", ["a"]),
        ("a<!doctype html 'x>y'>b<!b>c<?php echo 1 ?>d<!", ["a", "y'>b", "c", "d"]),
        ("<p title='a>b' x=\">\" y=a>b>c", ["b>c"]),
        ("<p title = 'a' b=c/d>e", ["e"]),
        ("<p =>a</p><p ='>'>b", ["a", "'>b"]),
        ("a<b", ["a"]),
        ("a<b c", ["a"]),
        ("a<b c='d>e", ["a"]),
        ("a<b c=\"d'>e</b>f", ["a"]),
        ("a<", ["a<"]),
        ("a</", ["a</"]),
        ("<script>a</script>b<style>c</style>d<textarea><p>e</textarea>f", ["b", "d", "f"]),
        ("<SCRIPT>a</Script >b", ["b"]),
        ("<script>a</scripty>b</script/x>c", ["c"]),
        ("<script><!--<script>a</script>b</script>c", ["c"]),
        ("<script><!-- a --></script>b", ["b"]),
        ("<script/>a</script>b", ["b"]),
        ("<script>a", []),
        ("<xmp>a<b>&amp;</xmp>c", ["a<b>&amp;", "c"]),
        ("a<plaintext>b</plaintext>c", ["a", "b</plaintext>c"]),
        ("<svg><style>a</style><script/></svg>b", ["a", "b"]),
        ("<svg><title>a</title></svg><title>b<i></title>c", ["a", "c"]),
    ],
)
def test_chunks(source: str, found: list[str]) -> None:
    assert chunks(source) == found


@pytest.mark.parametrize("tags", [10, 3_000])
def test_white_space_has_numbers_where_it_is_kept(tags: int) -> None:
    source = "<pre>" + "<b> </b>\n" * tags + "<i></i>x"
    marked = mark(source)
    assert len(marked.chunks) == 2 * tags + 1
    nodes = texts(turbohtml.parse(marked.copy).root, _LEFT_OUT, templates=True)
    numbers = [number for data in nodes for number in marked.numbers(data)]
    assert numbers == [(index, index < 2 * tags) for index in range(2 * tags + 1)]


def test_sheets_are_told() -> None:
    source = "<style>a</style><style>b</style><style></style><svg><style>c</style></svg>"
    assert [source[start:end] for start, end in mark(source).sheets] == ["a", "b"]
