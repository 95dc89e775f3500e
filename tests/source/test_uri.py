"""Uris of inputs: paths, and fragments where inputs stand inside files."""

from __future__ import annotations

import pytest

from cleaner.errors import UnsupportedType
from cleaner.source.sniff import input_kind
from cleaner.source.uri import parted


@pytest.mark.parametrize(
    ("uri", "path", "fragment"),
    [
        ("a.html", "a.html", None),
        ("a.warc.gz#offset=12", "a.warc.gz", "offset=12"),
        ("a.warc.gz#offset=12&record=3", "a.warc.gz", "offset=12&record=3"),
        ("a.jsonl#line=7", "a.jsonl", "line=7"),
        ("c#/a.csv#row=7", "c#/a.csv", "row=7"),
        ("a.zip#member=b/c.html", "a.zip", "member=b/c.html"),
        ("a.zip#member=b#line=1", "a.zip", "member=b#line=1"),
        ("a.zip#member=", "a.zip", "member="),
        ("a#b.html", "a#b.html", None),
        ("a#line=1.html", "a#line=1.html", None),
        ("a#line=1\n", "a#line=1\n", None),
        ("https://e.org/a.html#line=1", "https://e.org/a.html#line=1", None),
        ("-#line=1", "-", "line=1"),
        ("", "", None),
    ],
)
def test_a_uri_is_parted(uri: str, path: str, fragment: str | None) -> None:
    assert parted(uri) == (path, fragment)


@pytest.mark.parametrize(
    "uri", ["a.jsonl#line=3", "a.csv.gz#row=3", "a.html#line=3", "a.zip#member=b", "https://e.org/a.md#line=3"]
)
def test_a_container_does_not_say_what_a_page_in_it_is(uri: str) -> None:
    told = {"kind": None, "media_type": None, "url": None}
    assert input_kind("The ferry leaves at nine.", uri=uri, **told) == "text"
    if "://" not in uri:
        assert input_kind("<p>The ferry leaves</p><p>at nine.</p>", uri=uri, **told) == "html"


def test_a_member_says_what_it_is() -> None:
    told = {"kind": None, "media_type": None, "url": None}
    assert input_kind("The ferry leaves at nine.", uri="a.zip#member=b/c.html", **told) == "html"
    assert input_kind("<p>The ferry leaves</p><p>at nine.</p>", uri="a.html.tar#member=c.txt.gz", **told) == "text"
    with pytest.raises(UnsupportedType):
        input_kind("The ferry leaves at nine.", uri="a.zip#member=c.css", **told)


def test_behind_a_container_the_address_has_its_say() -> None:
    told = {"kind": None, "media_type": None}
    assert input_kind("The ferry leaves.", uri="a.jsonl#line=3", url="https://e.org/a.html", **told) == "html"
