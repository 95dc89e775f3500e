"""What kind of input it is: HTML, text, or refused, by content and by what is said of it."""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import BinaryInput, UnsupportedType
from cleaner.source.sniff import Kind, essence, input_kind, refuse_binary, refuse_control_codes

PROSE = "It was a bright cold day in April, and the clocks were striking thirteen. " * 4


def kind_of(
    text: str,
    kind: Kind | None = None,
    media_type: str | None = None,
    uri: str | None = None,
    url: str | None = None,
) -> Kind:
    return input_kind(text, kind=kind, media_type=media_type, uri=uri, url=url)


HTML = {
    "doctype": "<!DOCTYPE html><title>x</title>Some words.",
    "old doctype": '<!doctype HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">Some words.',
    "html": "<html>words",
    "head": "<head><title>x</title></head>words",
    "body": "\n\n<body bgcolor=white>words and more words",
    "comment first": "<!-- saved page -->\n<!-- -->\n<html>words",
    "byte-order mark": "\ufeff \0<html>words",
    "xhtml": '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0'
    ' Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
    "xhtml without doctype": '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    "xhtml with prefix": '<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"></h:html>',
    "declared fragment": '<?xml version="1.0"?><div><p>words</p></div>',
    "style sheet before": '<?xml version="1.0"?><?xml-stylesheet href="a.css"?><!-- x --><html></html>',
    "bookmarks": "<!DOCTYPE NETSCAPE-Bookmark-file-1><title>Bookmarks</title><dl><dt>x</dl>",
    "paragraphs": f"<p>{PROSE}</p>\n<p>{PROSE}</p>",
    "one paragraph": "<p>Hello</p>",
    "unclosed paragraphs": f'<p class="a">{PROSE}<p class="b">{PROSE}',
    "article": f"<article><h1>T</h1><p>{PROSE}</p></article>",
    "script first": "<script>" + "var x = 1;\n" * 9_000 + "</script><p>words</p>",
    "custom element": "<my-app><p>words</p></my-app>",
    "text, then breaks": "First line of it.<br>Second line of it.<br>Third line.",
    "text, then links": 'See <a href="/a">this page</a> and <a href="/b">that page</a> for more.',
    "warning, then page": "Warning: no x.php on line 1\n<!DOCTYPE html>\n<html><body>Hi</body></html>",
    "script with attributes first": '<script type="a">x</script>\n<!DOCTYPE html><html>words',
    "cut out of a page": f'tle">\n\t\t\t<h4 class="x">Title</h4>\n\t\t\t<p class="y">\n\t\t\t\t{PROSE}</p>\n',
    "icon first": '<svg viewBox="0 0 1 1"><path d="M0"/></svg><div><p>words</p></div>',
}
TEXT = {
    "nothing": "",
    "white space": " \n\t",
    "prose": PROSE,
    "prose with less-than": "if a < b and b > c then a<c",
    "prose that quotes a tag": f"{PROSE}To centre it, use a <div> and give that <div> a margin. {PROSE}",
    "prose that quotes pairs": f"{PROSE}Put the words between <b> and </b>, or <i> and </i>. {PROSE}",
    "prose that begins with a tag": f"<div> is the tag everybody reaches for. {PROSE} " * 3,
    "markdown with a fence": f"# Title\n\n{PROSE}\n\n```html\n<div class='a'><p>Hi</p></div>\n```\n\n{PROSE}",
    "markdown that begins with a fence": "```\n<html><body><p>Hi</p></body></html>\n```\nThat is a page.",
    "markdown with an open fence": "Look:\n\n~~~\n<!DOCTYPE html>\n<html><body><p>Hi</p></body></html>\n",
    "markdown with code": "Use `<b>bold</b>`, `<i>it</i>` or `<p class='x'>y</p>` in it.",
    "indented code": f'Write:\n\n    <div class="a">\n      <p class="b">Hi</p>\n    </div>\n\n{PROSE}',
    "markdown with some html": '# Title\n\n<img src="a.png">\n\n- one\n- two\n- three\n\n> quote\n',
    "generics": "A Vec<T> of Option<String> is a Vec<Option<String>> in the end.",
    "placeholders": "git clone <repository>\ncd <folder>\ngit checkout <branch>\n",
    "list of tags": "<em> stresses\n<strong> stresses more\n<div> means nothing\n<span> means nothing\n",
    "smileys": "I <3 you </3 >_<",
    "footnote": "[1] Orwell, G. (1949). [2] See there.",
    "checklist": "[ ] milk\n[x] bread",
    "template": "{{ title }} by {{ author }}",
    "css": "body { color: red }",
    "chinese that quotes": "要让它居中,请把它放进一个 <div></div> 里面,再给它加上边距。" * 3,
}
REFUSED = {
    "rss": '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    "rss without declaration": '<rss version="2.0"><channel><title>x</title></channel></rss>',
    "rss after comment": '<!-- x --><rss version="2.0" xmlns:a="b"></rss>',
    "atom": '<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>',
    "rdf": '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>',
    "sitemap": '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><text>words</text></svg>',
    "svg with doctype": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg></svg>',
    "docbook": '<?xml version="1.0"?><!DOCTYPE article PUBLIC "x" "y"><article><para>words</para></article>',
    "internal subset": '<!DOCTYPE note [<!ENTITY a "b>c"> <!ELEMENT note ANY>]><note>words</note>',
    "other xml": "<note><to>you</to></note>\n",
    "json object": '{"title": "x", "html": "<p>words</p>"}',
    "json array": '\n[{"a": 1}, null, true, -1.5e3]',
    "json lines": '{"a": 1}\n{"a": 2}\n',
    "long json": '{"a": "' + "word <b>word</b> " * 9_000 + '"}',
    "empty json": "{}",
    "escapes": '["a\\"b", "\\\\"]',
}


@pytest.mark.parametrize("name", HTML)
def test_html_by_its_content(name: str) -> None:
    assert kind_of(HTML[name]) == "html"


@pytest.mark.parametrize("name", TEXT)
def test_text_by_its_content(name: str) -> None:
    assert kind_of(TEXT[name]) == "text"


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("media_type", [None, "text/html", "text/plain", "application/xml"])
def test_feeds_xml_and_json_are_refused_whatever_the_server_calls_them(name: str, media_type: str | None) -> None:
    with pytest.raises(UnsupportedType):
        kind_of(REFUSED[name], media_type=media_type)


@pytest.mark.parametrize("text", [*HTML.values(), *TEXT.values(), *REFUSED.values()])
@pytest.mark.parametrize("kind", ["html", "text"])
def test_the_caller_has_the_last_word(text: str, kind: Kind) -> None:
    assert kind_of(text, kind, media_type="application/json", uri="x.css") == kind


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("text/html", "html"),
        ("Text/HTML; charset=utf-8", "html"),
        ("application/xhtml+xml", "html"),
        ("text/plain", "text"),
        ("text/markdown; variant=GFM", "text"),
    ],
)
def test_the_media_type_comes_before_suffix_and_content(media_type: str, kind: Kind) -> None:
    assert kind_of(PROSE, media_type=media_type, url="https://a.example/x.css") == kind
    assert kind_of(HTML["doctype"], media_type=media_type, url="https://a.example/x.css") == kind


@pytest.mark.parametrize(
    "media_type",
    [
        "application/json",
        "application/ld+json",
        "application/rss+xml",
        "image/svg+xml",
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/x-javascript",
        "text/csv",
        "text/calendar",
        "multipart/related",
    ],
)
def test_types_that_are_no_page(media_type: str) -> None:
    for text in (PROSE, HTML["doctype"]):
        with pytest.raises(UnsupportedType, match=media_type.replace("+", ".")):
            kind_of(text, media_type=media_type)


@pytest.mark.parametrize("media_type", ["application/octet-stream", "application/pdf", "unknown", "", "text", "*/*"])
def test_types_that_say_nothing_leave_it_to_the_rest(media_type: str) -> None:
    assert kind_of(PROSE, media_type=media_type) == "text"
    assert kind_of(PROSE, media_type=media_type, uri="a.html") == "html"
    assert kind_of(HTML["doctype"], media_type=media_type) == "html"


@pytest.mark.parametrize("media_type", ["application/xml", "text/xml; charset=utf-8"])
def test_xml_is_a_page_if_it_is_xhtml(media_type: str) -> None:
    assert kind_of(HTML["xhtml"], media_type=media_type) == "html"
    for text in (PROSE, HTML["paragraphs"], ""):
        with pytest.raises(UnsupportedType):
            kind_of(text, media_type=media_type)


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("pages/a.html", "html"),
        ("A.HTM", "html"),
        ("C:\\pages\\a.xhtml", "html"),
        ("a.html.gz", "html"),
        ("https://a.example/x/y.html?z=1.txt#f.md", "html"),
        ("a.txt", "text"),
        ("README.md", "text"),
        ("a.txt.zst", "text"),
        ("file:///tmp/a.txt", "text"),
    ],
)
def test_the_suffix_comes_before_the_content(uri: str, kind: Kind) -> None:
    assert kind_of(PROSE, uri=uri) == kind
    assert kind_of(HTML["paragraphs"], uri=uri) == kind
    assert kind_of(HTML["paragraphs"], url=uri) == kind


@pytest.mark.parametrize("uri", ["a", "a.gz", "a.warc.gz", "https://a.html", "https://a.example/", "v1.2/a", ".", ""])
def test_names_that_say_nothing_leave_it_to_the_content(uri: str) -> None:
    assert kind_of(PROSE, uri=uri) == "text"
    assert kind_of(HTML["doctype"], uri=uri) == "html"


def test_the_uri_comes_before_the_url() -> None:
    assert kind_of(PROSE, uri="a.html", url="https://a.example/b.txt") == "html"
    assert kind_of(PROSE, uri="a.warc.gz", url="https://a.example/b.html") == "html"


@pytest.mark.parametrize("name", ["a.js", "a.css", "a.json", "feed.rss", "a.svg", "https://a.example/a.js?v=1"])
def test_suffixes_that_are_no_page(name: str) -> None:
    for said in ({"uri": name}, {"url": name}):
        with pytest.raises(UnsupportedType):
            kind_of("body { color: red }", **said)  # type: ignore[arg-type]


def test_an_address_is_only_a_name() -> None:
    assert kind_of(HTML["doctype"], url="https://en.example/wiki/Node.js") == "html"
    assert kind_of(HTML["doctype"], url="https://en.example/blob/README.md") == "html"
    with pytest.raises(UnsupportedType):
        kind_of(HTML["doctype"], uri="saved/Node.js")
    assert kind_of(HTML["doctype"], uri="saved/README.md") == "text"


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        (None, None),
        ("", None),
        ("html", None),
        ("text/html", "text/html"),
        (" Text/HTML ;charset=x", "text/html"),
        ("text/html, text/html", "text/html"),
    ],
)
def test_essence(media_type: str | None, expected: str | None) -> None:
    assert essence(media_type) == expected


@pytest.mark.parametrize(
    "payload",
    [
        b"%PDF-1.7\n%",
        b"\r\n%PDF-1.4 ",
        b"PK\x03\x04rest",
        b"\x1f\x8b\x08rest",
        b"\x89PNG\r\n\x1a\nrest",
        b"\xff\xd8\xff\xe0rest",
        b"\x7fELF\x02",
        b"Rar!\x1a\x07\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ],
)
def test_signatures(payload: bytes) -> None:
    with pytest.raises(BinaryInput):
        refuse_binary(payload)


@pytest.mark.parametrize("payload", [b"", b"%PDF files are", b"PK is short for", b"GIF89a is a format", b"BZh"])
def test_text_that_begins_almost_like_a_signature(payload: bytes) -> None:
    refuse_binary(payload)


def test_control_codes() -> None:
    noise = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(64))
    gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00"
    for payload in (gif, b"\0\1\2", b"\0", noise, bytes(range(256)) * 4):
        with pytest.raises(BinaryInput):
            refuse_control_codes(payload.decode("cp1252", "replace"))


@pytest.mark.parametrize(
    "text", ["", "<p>a\0b</p>", "a\x0bb\x1b[0m\x1f\t\r\n\f" * 20, PROSE + "\0\1\2\3", "\ud800\ufffd"]
)
def test_text_with_a_few_control_codes(text: str) -> None:
    refuse_control_codes(text)


@given(st.text(max_size=200))
def test_any_text_has_a_kind_or_is_refused(text: str) -> None:
    with suppress(UnsupportedType):
        assert kind_of(text) in ("html", "text")


@given(
    st.text(alphabet="<>!-?/[]{}:\"'`#=*ab \n\\dhtmlxpiv", max_size=80),
    st.sampled_from(["<?xml ", "<!doctype ", "["]),
)
def test_any_markup_has_a_kind_or_is_refused(text: str, start: str) -> None:
    with suppress(UnsupportedType):
        assert kind_of(start + text) in ("html", "text")


@pytest.mark.parametrize(
    "text",
    [
        "<" * 2_000_000,
        "<a " * 700_000,
        "<!--" * 500_000,
        "<!---->" * 300_000,
        "<?>" * 700_000,
        "`" * 2_000_000,
        "```\n" * 500_000,
        "x" + "\n" * 2_000_000,
        "x\n" + " " * 2_000_000,
        "<script>" * 300_000,
        "</script" * 300_000,
        "[" * 2_000_000,
        '["' + '\\"' * 1_000_000,
        " " * 5_000_000,
        "\0" * 5_000_000,
        "    a\n" * 400_000,
        "<!doctype x[" * 200_000,
        "a" * 5_000_000,
    ],
)
def test_bounded_on_hostile_input(text: str) -> None:
    start = time.process_time()
    with suppress(UnsupportedType):
        kind_of(text)
    assert time.process_time() - start < 1
