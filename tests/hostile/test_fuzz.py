"""Whatever comes in: a record that holds, or an InputError. Nothing else is raised, and no character is lost or told twice.

``HYPOTHESIS_PROFILE=long`` looks at a hundred times as many pages.
"""

from __future__ import annotations

import os
import random
from itertools import pairwise

import jsonschema
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from cleaner.errors import InputError, UnknownEncoding
from cleaner.output import schema
from cleaner.output.record import to_json
from cleaner.output.verify import verify
from cleaner.pipeline import Cleaner, decide
from tests.hostile.pages import ARTICLE, HONEST
from tests.hostile.prey import PREY
from tests.source.html_strategies import markup

_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
CLEANER = Cleaner()
VALIDATOR = jsonschema.Draft202012Validator(schema.load())


def some(examples: int) -> settings:
    """So many examples, the same every time; a hundred times as many, and others every time, in the long profile."""
    return settings(
        max_examples=examples * (100 if _LONG else 1),
        derandomize=not _LONG,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )


def check(page: bytes | str, **about: object) -> None:
    """Clean a page and hold the result to all that is promised of one."""
    try:
        result = CLEANER.clean(page, **about)  # type: ignore[arg-type]
    except InputError as error:
        assert error.reason in ("binary", "unsupported-type", "too-large")
        return
    record = result.to_record()
    assert not list(VALIDATOR.iter_errors(record))
    to_json(record).encode("utf-8")
    assert verify(record, page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page) == ()
    assert 0 <= CLEANER.score(page, **about).score <= 1
    result.to_markdown()
    pieces = [(decision.block, *decision.range) for decision in result.decisions]
    assert pieces == sorted(pieces)
    for block in result.blocks:
        ranges = [(start, end) for index, start, end in pieces if index == block.index]
        assert [ranges[0][0], ranges[-1][1]] == [0, len(block.text)]
        assert all(before[1] == after[0] for before, after in pairwise(ranges))
    assert decide(result, "recall").to_record()["coverage"]["text"] == record["coverage"]["text"]


# --- bytes --------------------------------------------------------------------------------------

ENCODINGS = [
    "utf-8",
    "latin-1",
    "cp1252",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "gb18030",
    "big5",
    "shift_jis",
    "euc-kr",
]
ENCODINGS += ["iso2022_jp", "utf-7", "koi8-r", "cp1255", "cp437", "hz", "punycode"]
LABELS = [None, *ENCODINGS, "idna", "rot13", "hex", "no such", "", "x-user-defined", "\0", "utf8;", "UTF-8 ", "ütf"]


@some(150)
@given(
    st.binary(max_size=300),
    st.sampled_from(LABELS),
    st.sampled_from(["text/html", "text/plain", "", None, "a/b; charset=\ud800"]),
)
def test_bytes(payload: bytes, label: str | None, media_type: str | None) -> None:
    try:
        check(payload, encoding=label, media_type=media_type)
    except UnknownEncoding:
        assert label is not None


@some(150)
@given(st.text(max_size=80), st.sampled_from(ENCODINGS), st.sampled_from(LABELS), st.integers(0, 2), st.booleans())
def test_encodings(text: str, real: str, label: str | None, cut: int, declared: bool) -> None:
    """Text in one encoding that the server or the page calls another, and that may end in the middle of a character."""
    payload = text.encode(real, "replace")
    head = f"<html><meta charset={label}><p>".encode("utf-8", "replace") if declared else b"<html><p>"
    check((head + payload)[: len(head + payload) - cut], media_type=f"text/html; charset={label}")


# --- markup -------------------------------------------------------------------------------------


@some(150)
@given(markup())
@example("</")
@example("<p>a</")
@example("<script><!--<script></script>--></script>")
@example("<svg a=b/>a</svg>c<svg a='b'/>d")
@example("a<script><!--<script>x</script>b</script>c<script><!--></script>d<script><!-- <!--></script>e")
def test_tag_soup(source: str) -> None:
    # The auditor does not know which elements may have a shadow root, and text to the letter in MathML confuses it.
    assume("shadowrootmode" not in source and "<![CDATA[" not in source)
    check(source, kind="html")


@some(100)
@given(
    st.text(alphabet="<>/!-&;#=\"' \n\r\0abA1.\ud800é\u00ad\u202e\u3000中", max_size=60),
    st.sampled_from(["html", "text", None]),
)
def test_any_string(source: str, kind: str | None) -> None:
    check(source, kind=kind)


REAL = [
    f"<!doctype html><html lang=en><head><title>{ARTICLE.title} | The Harbour Post</title><meta charset=utf-8>"
    f"<script type=application/ld+json>{{\"@type\": \"NewsArticle\", \"author\": {{\"name\": \"Jane Doe\"}}}}</script></head><body><nav><ul>"
    f"<li><a href=/>Home</a><li><a href=/news>News</a></ul></nav><main><article><h1>{ARTICLE.title}</h1><p class=byline>By Jane Doe, "
    f"12 May 2021</p>{HONEST[:3_000]}<table><tr><th>Stop<td>Time<tr><td>Quay<td>10:12</table><pre>a  b\n\tc</pre></article></main>"
    f"<footer>© 2021 The Harbour Post</footer></body></html>",
    f"<html><body><div class=post>{HONEST[:900]}</div>{''.join(unit.replace('#', '7') for unit in PREY.values())}</body></html>",
]  # fmt: skip


def _mutated(page: str, seed: int, times: int) -> str:
    """A page with pieces cut out, doubled, moved, and strewn with what parsers trip over."""
    chance = random.Random(seed)
    strewn = [
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "&",
        "&#",
        '"',
        "'",
        "\0",
        "<p>",
        "</div>",
        "<table>",
        "<td>",
        "</table>",
        "<i hidden>",
    ]
    strewn += [
        "<script>",
        "</script>",
        "<style>p{display:none}</style>",
        "<svg>",
        "<pre>",
        "<xmp>",
        "\ud800",
        "\u00ad",
        "<select>",
        "</p>",
    ]
    for _ in range(times):
        start, length = chance.randrange(len(page) + 1), chance.choice((1, 5, 40, 300))
        piece = page[start : start + length]
        match chance.randrange(4):
            case 0:
                page = page[:start] + page[start + length :]
            case 1:
                page = page[:start] + piece + page[start:]
            case 2:
                place = chance.randrange(len(page) + 1)
                page = page[:place] + piece + page[place:]
            case _:
                page = page[:start] + chance.choice(strewn) + page[start:]
    return page


@some(60)
@given(st.sampled_from(REAL), st.integers(0, 10**9), st.integers(0, 40))
@example(REAL[0], 58, 22)  # behind a quote's end nothing tells whether entities are text to the letter
def test_mutated_pages(page: str, seed: int, times: int) -> None:
    check(_mutated(page, seed, times), kind="html", url="https://example.org/page")


# --- text ---------------------------------------------------------------------------------------

_LINES = [
    *ARTICLE.paragraphs[:4],
    "# Head",
    "- item",
    "1. one",
    "```",
    "    code",
    "a  b   c",
    "\tx\ty",
    "Tags: a, b, c",
    "By Jane Doe",
    "",
    " ",
]
_LINES += [
    "My name is Prof. Ada Dach, I am a lively, open person who loves writing.",
    "Read more: x",
    "> quoted",
    "&amp; <b>x</b>",
    "\0",
    "\x0c",
]


@some(150)
@given(
    st.lists(st.sampled_from(_LINES), max_size=14),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2029", "\x85", "\v"]),
)
def test_plain_text(lines: list[str], end: str) -> None:
    check(end.join(lines), kind="text")
