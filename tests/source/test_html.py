"""HTML into blocks: nothing lost, every span true, and each block what a reader sees."""

from __future__ import annotations

import gc
import html
import random
import time
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.model import Block, Flags
from cleaner.output.xpath import XPaths
from cleaner.source.html import Segmented, segment
from tests.source.html_strategies import DATA, NOT_TEXT, bare, disarmed, markup, pages, parse, texts

LONG = "The ferry across the estuary has run since the year of the flood, at a loss."


def blocks(source: str) -> list[str]:
    return [block.text for block in segment(source).blocks]


def flags(source: str) -> list[Flags]:
    return [block.flags for block in segment(source).blocks]


def marks(source: str) -> list[list[tuple[str, str, str | None]]]:
    """For each block its inline marks: kind, the text they cover, target."""
    return [
        [(mark.kind, block.text[slice(*mark.range)], mark.target) for mark in block.inline]
        for block in segment(source).blocks
    ]


# --- every span is true, and nothing is lost ----------------------------------------------------


def decoded(source: str) -> str:
    return "".join(html.unescape(source.replace("\0", "")).split())


def check(source: str, page: Segmented) -> None:
    """The runs replay, stand in order and apart over the whole page, and cover all text but put-in white space."""
    last = 0
    for index, block in enumerate(page.blocks):
        assert block.index == index
        assert block.text.strip()
        at = 0
        for (low, high), (start, end) in block.runs:
            assert at <= low < high <= len(block.text)
            assert last <= start < end <= len(source)
            assert not block.text[at:low].strip()
            # What stands verbatim (xmp, CDATA in MathML) is not decoded.
            piece = "".join(block.text[low:high].split())
            assert piece in (decoded(source[start:end]), "".join(source[start:end].split()))
            at, last = high, end
        assert not block.text[at:].strip()
        check_source(block)
        for mark in block.inline:
            assert 0 <= mark.range[0] <= mark.range[1] <= len(block.text)
            assert (mark.kind == "image") == (mark.range[0] == mark.range[1])


def check_source(block: Block) -> None:
    """``source(a, b)`` gives for any part of the text the source of its characters, and no other."""
    chance = random.Random(len(block.text))
    length = len(block.text)
    for _ in range(3):
        a, b = sorted((chance.randint(0, length), chance.randint(0, length)))
        wanted = set()
        for (low, high), (start, end) in block.runs:
            for place in range(max(a, low), min(b, high)):
                whole = high - low != end - start
                wanted.update(range(start, end) if whole else [start + place - low])
        spans = block.source(a, b)
        assert [place for start, end in spans for place in range(start, end)] == sorted(wanted)
        assert all(end < start for (_, end), (start, _) in pairwise(spans))


def text_of(page: Segmented) -> Counter[str]:
    return Counter(bare(disarmed("".join(block.text for block in page.blocks))))


def text_of_parser(source: str) -> Counter[str]:
    return Counter(bare("".join(texts(parse(source).root, NOT_TEXT, templates=False))))


@settings(max_examples=1000, derandomize=True, deadline=None)
@given(markup())
@example("&\0x &amp\0")
@example("a&#32;  &Tab;\0 b")
@example("<pre>\r\n\r\na\rb&#13;</pre>")
@example("<xmp>&amp; <b>\r\n</xmp><math><![CDATA[&lt;  x]]></math>")
@example("\0<template shadowrootmode=open>w")
@example("<table>a<tr>b<td>c</td>d</table>e")
@example("<p>a<b>b<p>c</b>d<i hidden>e</i>f")
def test_spans_and_text(source: str) -> None:
    page = segment(source)
    check(source, page)
    assert text_of(page) == text_of_parser(source)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(alphabet="<>/!-&;#=\"' \n\r\0ab\ud800é", max_size=40))
def test_any_string(source: str) -> None:
    check(source, segment(source))


@settings(max_examples=500, derandomize=True, deadline=None)
@given(markup().filter(lambda source: "template" not in source))
def test_paths_lead_to_the_text(source: str) -> None:
    page, document = segment(source), parse(source)
    paths = XPaths(page.tree)
    for block in page.blocks:
        path = paths[block.node]
        assert path
        (element,) = document.xpath(path)
        inside = Counter(bare("".join(texts(element, frozenset(), templates=True))))
        assert not Counter(bare(block.text)) - inside, path


@pytest.mark.skipif(not DATA.is_dir(), reason="no data here")
def test_real_pages() -> None:
    """Every twenty-fourth page; all 1,802 were checked when this was written."""
    for name, text in pages(24):
        page = segment(text)
        check(text, page)
        assert text_of(page) == text_of_parser(text), name


# --- blocks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("a <b>b</b><i>c</i> d", ["a bc d"]),
        ("<p>a\n  b\t<b> c </b>\n</p>", ["a b c"]),
        ("<p>a</b>b</x>c<!-- -->d", ["abcd"]),
        ("<p>a<br>b<br>c", ["a\nb\nc"]),
        (f"<p>a<br>{LONG}<br>c", ["a", LONG, "c"]),
        (f"<pre>a<br>{LONG}</pre>", [f"a\n{LONG}"]),
        ("<p>a<br><br>b<br> <br/>c", ["a", "b", "c"]),
        ("<br>a<br></p>b<br>", ["a", "b"]),
        ("a<hr>b", ["a", "b"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", ["a", "b", "c"]),
        ("<table>a<tr><td>b</tr>c</table>", ["a", "b", "c"]),  # foster-parented, yet in the order of the source
        ("<ul><li>a<ul><li>b</ul>c</ul>", ["a", "b", "c"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("<details><summary>a</summary>b</details>", ["a", "b"]),
        ("<button>a</button>", ["a"]),
        ("<noscript><p>a</p></noscript>", ["a"]),
        ("<div><template shadowrootmode=open><p>a</template>b</div>", ["a", "b"]),
        ("<div><template ShadowRootMode='open'>a</template></div>", ["a"]),
        ("<template>a</template>b", ["b"]),
        ("<title>a</title><select><option>b</select><textarea>c</textarea><svg><text>d</text></svg>e", ["e"]),
        ("<iframe>a</iframe><script>b</script><style>c</style><datalist><option>d</datalist>e", ["e"]),
        ("a<svg><p>b</p></svg>c", ["a", "b", "c"]),  # breaks out
        ("<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", ["x=2"]),
        ("<p>a<select><option>x</select>b", ["ab"]),
        ("<p>a&nbsp;b &lt;c&gt; &amp d &notit; &unknown;", ["a\u00a0b <c> &d ¬it; &unknown;".replace("&d", "& d")]),
        ("<p>&#32;a&#10;b&Tab;&#x20; c&#32;", ["a b c"]),
        ("<p>a \0 b\0c", ["a bc"]),
        ("<p>Mit&shy;tel\u00adal&#173;ter \u00ad gut<b>\u00ad</b>", ["Mittelalter gut"]),
        ("<pre>a\u00adb&shy;\nc</pre><p>\u00ad</p>", ["ab\nc"]),
        ("<p>&nbsp;</p><p>a", ["a"]),
        ("&#" + "0" * 5_000 + "65;&#" + "9" * 5_000 + ";", ["A\ufffd"]),
        ("", []),
        (" \n", []),
        ("<p></p>", []),
        ("<frameset><frame></frameset><noframes>a</noframes>", []),
    ],
)
def test_blocks(source: str, found: list[str]) -> None:
    assert blocks(source) == found


def test_the_lines_of_a_paragraph_say_that_they_are() -> None:
    assert [each.line for each in flags(f"<p>a<br>{LONG}<br>c<p>d")] == [False, True, True, False]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<pre>a\n  b\r\n\tc</pre>", "a\n  b\n\tc"),
        ("<pre>\na</pre>", "a"),
        ("<pre>\r\n\r\na</pre>", "\na"),
        ("<pre><b>\na</b> <i> b</i>\n\n</pre>", "\na  b\n\n"),
        ("<pre>a<br>b<br><br>c</pre>", "a\nb\n\nc"),
        ("<pre>a &amp; b&#10;c</pre>", "a & b\nc"),
        ("<xmp>a <b>\n &amp;</xmp>", "a <b>\n &amp;"),
        ("<plaintext>a</plaintext>\nb", "a</plaintext>\nb"),
    ],
)
def test_preformatted_text_keeps_its_white_space(source: str, found: str) -> None:
    (block,) = segment(source).blocks
    assert block.text == found
    assert block.flags.pre


def test_flags() -> None:
    assert flags("<h3>a <b>b</b></h3>") == [Flags(heading=3)]
    assert flags("<ul><li>a<ol><li><p>b</ol></ul>") == [Flags(list_depth=1), Flags(list_depth=2)]
    assert flags("<dl><dt>a<dd>b</dl>") == [Flags(list_depth=1)] * 2
    assert flags("<table><tr><th>a<td><p>b</table>") == [Flags(cell=True)] * 2
    assert flags("<blockquote><p>a</blockquote>b") == [Flags(quote=True), Flags()]
    assert flags("<p><noscript>a</noscript>") == [Flags(noscript=True)]
    assert flags("<div hidden><h1>a") == [Flags(hidden="attribute", heading=1)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>a <a href=/x>b <b>c</b></a> d", [("link", "b c", "/x"), ("strong", "c", None)]),
        ("<p><i>a</i> <em>b</em> <strong>c</strong>", [("em", "a", None), ("em", "b", None), ("strong", "c", None)]),
        ("<p><code>a &amp; b</code><kbd>c</kbd>", [("code", "a & b", None), ("code", "c", None)]),
        ("<p>a<img src=x.png alt=y>b", [("image", "", "x.png")]),
        ("<p>a<img src='data:image/gif;base64,R0'><img>b", []),
        ("<p><b>a<b>b</b></b>c", [("strong", "ab", None)]),
        ("<a name=top><p><a href=x>a</a>", [("link", "a", "x")]),
        ("<a>a</a>", [("link", "a", None)]),
        ("<p> <b> a </b> b", [("strong", "a", None)]),
        ("<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>c", [("reading", x, None) for x in "(b)"]),
    ],
)
def test_inline_marks(source: str, found: list[tuple[str, str, str | None]]) -> None:
    assert marks(source) == [found]


def test_a_mark_goes_on_in_the_next_block() -> None:
    assert marks("<a href=x>a<p>b</a>c") == [[("link", "a", "x")], [("link", "b", "x")]]
    assert marks("<a href=x><div>a</div>b</a>") == [[("link", "a", "x")], [("link", "b", "x")]]


def test_links_that_touch_are_set_apart() -> None:
    assert blocks("<a href=x>a</a><a href=y>b</a> <a>c</a>d<a>e</a>") == ["a b cde"]
    assert blocks("<a>a</a><span><a>b</a></span>") == ["a b"]


def test_a_hidden_part_splits_its_paragraph() -> None:
    page = segment("<p>one <span hidden>two <b>three</b></span> <i>four</i> five</p>")
    assert [(block.text, block.flags.hidden, block.flags.continues) for block in page.blocks] == [
        ("one", None, False),
        ("two three", "attribute", False),
        ("four five", None, True),
    ]
    assert page.blocks[0].node == page.blocks[2].node


@pytest.mark.parametrize("inside", ["", " ", "<img src=x>", "&nbsp;", "<br>"])
def test_a_hidden_part_without_text_splits_nothing(inside: str) -> None:
    assert blocks(f"<p>one <span hidden>{inside}</span>two") == ["one two"]
    assert blocks(f"<p>one <noscript>{inside}</noscript>two") == ["one two"]


def test_text_put_elsewhere_comes_back_to_its_place() -> None:
    page = segment("<p>a</p><table>b<tr><td>c</td></tr>d</table>e")
    assert [(block.text, block.flags.continues) for block in page.blocks] == [
        *(("a", False), ("b", False), ("c", False), ("d", True), ("e", False)),
    ]


def test_what_other_parsers_fail_on_is_counted() -> None:
    page = segment("<p a=1 b=2 c=3>xyz<b>x</b><b>y</b><svg><g><g><g></g></g></g></svg>")
    assert (page.depth, page.attributes, page.children, page.text) == (7, 3, 3, 3)


@pytest.mark.parametrize(
    ("cells", "wide"),
    [
        ("<td>a<td>b", 2),
        ("<td colspan=20>a<td>b", 40),
        ("<td rowspan=' 30 '>a<th colspan=7>b", 60),
        ("<td colspan=99999999999>a", 1_000),
        ("<td colspan=x>a<td>b<script>'colspan=99'</script>", 2),
    ],
)
def test_cells_are_counted_as_if_drawn_out(cells: str, wide: int) -> None:
    assert segment(f"<table>{f'<tr>{cells}' * 10}</table>").cells == 10 * wide
    assert segment(f"<table>{f'<tr>{cells}' * 9}</table>").cells == 0  # a small table


# --- hostile pages ------------------------------------------------------------------------------


# Pages that are hard on parsers: what they are, what stands at their beginning, what is repeated (# is its number)
# and how often, what stands at their end, and how many characters of text they have besides white space.
HOSTILE = [
    *(
        (f"<{tag}>", "", f"<{tag}>", 100_000, "word", 4)
        for tag in ("div", "span", "b", "a", "font", "table", "ul", "i hidden")
    ),
    ("<table><tr><td>", "", "<table><tr><td>", 100_000, "word", 4),
    ("<ul><li>", "", "<ul><li>", 100_000, "word", 4),
    *(
        (f"<{tag}>x", "", f"<{tag}>x", 30_000, "", 30_000)
        for tag in ("div", "span", "b", "a href=x", "i hidden", "b><p")
    ),
    ("one text of 20 MB", "<p>", "lorem ipsum ", 1_700_000, "", 17_000_000),
    ("10 MB of spaces", "<p>a", " ", 10_000_000, "b", 2),
    ("references", "<p>", "&amp;&#65;", 150_000, "", 300_000),
    ("folded spaces", "<p>", "a  ", 300_000, "", 300_000),
    ("zeros", "<p>&#", "0", 3_000_000, "65;", 1),
    ("less-than signs", "", "<", 2_000_000, "", 2_000_000),
    ("ampersands", "", "&", 2_000_000, "", 2_000_000),
    ("comments", "", "<!-- c -->x", 60_000, "", 60_000),
    ("open comments", "x", "<!--", 500_000, "", 1),
    ("scripts", "", "<script>a<b</script>x", 30_000, "", 30_000),
    ("open scripts", "x", "<script><!--", 100_000, "", 1),
    ("escaped scripts", "", "<script><!--</script>x", 50_000, "", 50_000),
    ("attributes", "<p ", "a#=b ", 50_000, ">word", 4),
    ("misnested", "", "<b a=#><i></b></i>x", 2_000, "", 2_000),
    ("elements opened again", "<b 1><i 2><b 3><i 4><b 5><i 6>", "<p>x", 30_000, "", 30_000),
    ("text and bold", "<div>", "text <b>b</b>", 50_000, "", 250_000),
    ("breaks", "", "a<br>", 100_000, "", 100_000),
    ("empty breaks", "", "<br>", 300_000, "x", 1),
    ("an open quote", "<p>x</p><a href='", "y ", 5_000_000, "", 1),
    ("open quotes", "x", '<a href="', 100_000, "", 1),
    ("svg", "", "<svg>", 100_000, "<p>x", 1),
    ("svg that ends in doubt", "", "<svg></span><style>a<b</style>", 5_000, "<p>x", 1),
    ("svg with other end tags", "", "<svg></x>", 50_000, "<p>x", 1),
    ("math", "", "<math><mi>x</mi></math>", 20_000, "", 20_000),
    ("a style sheet of 5 MB", "<style>", ".a#{display:none;color:red}", 170_000, "</style><p class=a7>x", 1),
    (
        "rules under one name",
        "<style>",
        ".a.b#{display:none}",
        30_000,
        "</style>" + "<p class='a c'>x" * 20_000,
        20_000,
    ),
    ("classes", "<style>.a{display:none}</style>", "<p class='a b#'>x", 20_000, "", 20_000),
    ("hidden parts", "<p>", "a<i hidden>b</i>", 30_000, "", 60_000),
    ("curtains", "", "<div style='opacity:0'><h1>x</h1></div><div style='opacity:0'>x</div>", 15_000, "", 30_000),
    ("text in tables", "<table>", "x<tr>", 30_000, "", 30_000),
    ("images", "<p>", "x<img src=a>", 30_000, "", 30_000),
    ("links in cells in links", "", "<a name=#><table><td>w", 10_000, "", 10_000),
]


@pytest.mark.parametrize(
    ("before", "unit", "times", "after", "length"), [pytest.param(*case[1:], id=case[0]) for case in HOSTILE]
)
def test_hostile_pages_lose_nothing_and_finish(before: str, unit: str, times: int, after: str, length: int) -> None:
    """At any size: they take time in proportion to it, at most some 5 µs for each tag or piece of text."""
    units = (
        "".join(unit.replace("#", str(n)) for n in range(times)) if "#" in unit and "&#" not in unit else unit * times
    )
    source = f"{before}{units}{after}"
    start = time.process_time()
    page = segment(source)
    assert time.process_time() - start < 5
    assert sum(len(bare(block.text)) for block in page.blocks) == length


def test_the_collector_is_left_as_it_was() -> None:
    for enabled in (True, False):
        (gc.enable if enabled else gc.disable)()
        segment("<p>a")
        assert gc.isenabled() == enabled
    gc.enable()
