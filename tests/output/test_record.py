"""The record: its fields, its schema, its bytes."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.model import Claim, Decision, Junk, JunkLabel, JunkPart, Ledger, Tree, Verdict
from cleaner.output import schema
from cleaner.output.record import failed, record, record_id, to_json, trusted_value
from cleaner.output.text import render
from cleaner.output.xpath import DEEPEST, XPaths
from tests.output.pages import html_ledger, text_ledger

PRODUCER = {
    "name": "cleaner",
    "version": "0.1",
    "policy": "balanced:1234",
    "rules": "abcd",
    "model": None,
    "libraries": {"turbohtml": "1", "lxml": "6"},
}
CLAIMS = (
    Claim("title", "A title", Verdict.CORRECTED, ("seo.title-year",), ((3, 12),)),
    Claim("author", "Ms. Nobody", Verdict.FABRICATED, ("author.persona",)),
    Claim("date", "2024-05-06", Verdict.UNVERIFIED),
)
JUNK = Junk(
    0.5,
    (JunkLabel("content-farm", ("junk.content-farm", "author.fabricated"), ("name=Ada Dach",)),),
    (JunkPart("a", 1.0, 2.0), JunkPart("b", 1.0, -2.0)),
)


def make(ledger: Ledger, **changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "rendered": render(ledger),
        "status": "cleaned",
        "reason": None,
        "producer": PRODUCER,
        "claims": CLAIMS,
        "kind": ("article", 0.9),
        "engine": "trafilatura",
        "junk": JUNK,
        "text_quality": None,
        "origin": ({"domain": "e.org", "url": None, "evidence": ("source:",)},),
    }
    return record(ledger, **{**fields, **changes})


def is_valid(value: Any) -> bool:
    """By a complete validator, which must agree with ours."""
    valid = jsonschema.Draft202012Validator(schema.load()).is_valid(value)
    assert valid == (not any(schema.check(value))), list(schema.check(value))
    return valid


PAGE = "<div><p>One &amp; <b>two</b></p><p>JUNK</p><p id='x'>three JUNK</p></div>".replace("'", '"')


def test_fields_are_in_the_order_of_the_design() -> None:
    fields = """schema id status reason source producer title author date site language canonical_url
        claims kind engine origin text kept removed junk text_quality coverage warnings"""
    assert list(make(html_ledger(PAGE))) == fields.split()


def test_a_page() -> None:
    made = make(html_ledger(PAGE, ["JUNK"]))
    assert is_valid(made)
    assert made["text"] == "One & two\n\nthree"
    assert made["kept"] == [
        {
            "text": [0, 9],
            "source": [[8, 13], [13, 14], [17, 20]][:0] or made["kept"][0]["source"],
            "path": "/div[1]/p[1]",
            "rules": ["default.kept"],
        },
        {"text": [11, 16], "source": [[53, 58]], "path": "/div[1]/p[3]", "rules": ["default.kept"]},
    ]
    assert [(entry["quote"], entry["path"]) for entry in made["removed"]] == [
        ("JUNK", "/div[1]/p[2]"),
        ("JUNK", "/div[1]/p[3]"),
    ]
    assert made["coverage"] == {"text": 20, "hidden": 0, "kept": 12, "removed": 8}
    assert (made["title"], made["author"], made["date"], made["site"]) == (
        "A title",
        None,
        "2024-05-06",
        None,
    )
    assert made["source"]["sha256"] == html_ledger(PAGE).page.source.sha256
    assert list(made["producer"]["libraries"]) == ["lxml", "turbohtml"]


def test_plain_text_has_no_paths() -> None:
    made = make(text_ledger("One\nJUNK two &amp;", ["JUNK"]), junk=None)
    assert is_valid(made)
    assert {entry["path"] for entry in made["kept"] + made["removed"]} == {None}
    assert made["text"] == "One\ntwo &amp;"


def test_white_space_has_no_entry() -> None:
    ledger = html_ledger("<p>a b</p>")
    decisions = (
        Decision(0, (0, 1), True, ("r.r",)),
        Decision(0, (1, 2), False, ("r.r",)),
        Decision(0, (2, 3), True, ("r.r",)),
    )
    made = make(Ledger(ledger.page, ledger.tree, ledger.blocks, (), decisions))
    assert made["removed"] == []
    assert made["text"] == "a b"


def test_hidden_text_is_counted() -> None:
    made = make(html_ledger('<p>One</p><p id="hidden">JUNK two</p>', ["JUNK two"]))
    assert made["coverage"] == {"text": 10, "hidden": 7, "kept": 3, "removed": 7}


def test_a_long_removed_piece_is_quoted_by_its_beginning() -> None:
    made = make(html_ledger(f"<p>{'word ' * 100}</p>", [("word " * 100).strip()]))
    assert made["removed"][0]["quote"] == "word " * 40
    assert is_valid(made)


def test_failed() -> None:
    known = failed(
        {"uri": "file:a", "bytes": 1, "sha256": "0" * 64, "warc": {"WARC-Type": "response"}}, "binary", PRODUCER
    )
    unknown = failed({"uri": "file:a", "url": "https://e.org/"}, "too-large", PRODUCER)
    assert list(known) == list(unknown) == list(make(html_ledger(PAGE)))
    assert is_valid(known) and is_valid(unknown)
    assert unknown["source"]["uri"] == "file:a" and unknown["source"]["sha256"] is None
    assert known["source"]["bytes"] == 1
    assert known["id"] != unknown["id"]


def test_ids() -> None:
    assert record_id("00", "a", None) == record_id("00", "a", None)
    assert (
        len(
            {
                record_id("00", "a", None),
                record_id("00", "b", None),
                record_id("00", None, "a"),
                record_id(None, "a", None),
            }
        )
        == 4
    )


def test_the_first_claim_that_is_not_fabricated_is_trusted() -> None:
    claims = [
        Claim("author", "A", Verdict.FABRICATED),
        Claim("author", "B", Verdict.UNVERIFIED),
        Claim("author", "C", Verdict.TRUSTED),
    ]
    assert trusted_value(claims, "author") == "B"
    assert trusted_value(claims[:1], "author") is None
    assert trusted_value(claims, "title") is None


def test_json_is_one_line_of_any_text() -> None:
    text = "lone \ud800 \udfff line\u2028\u2029\x85 \u00e9 \U0001f600 \x00"
    line = to_json({"text": text})
    assert len(line.splitlines()) == 1
    assert "\u00e9 \U0001f600" in line
    assert json.loads(line.encode("utf-8")) == {"text": text}
    assert to_json({"b": [1, 2.5, None, True], "a": 1}) == '{"b":[1,2.5,null,true],"a":1}'
    with pytest.raises(ValueError, match="JSON"):
        to_json({"a": float("nan")})


def test_a_record_survives_json() -> None:
    made = make(html_ledger(PAGE, ["JUNK"]))
    assert json.loads(to_json(made)) == made
    assert to_json(made) == to_json(make(html_ledger(PAGE, ["JUNK"])))


def changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The value with another one at this path; dropped if that is ``...``."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) == 1 and new is ...:
        del copy[path[0]]
    else:
        copy[path[0]] = changed(copy[path[0]], path[1:], new)
    return copy


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths to everything inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, part in inside for each in places(part, (*path, key)))]


SOUND = make(html_ledger(PAGE, ["JUNK"]))
# 1.0 is an integer to JSON Schema and none to us, as it is no offset.
ANY = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 300), st.floats(-2, 2).filter(lambda number: not number.is_integer()),
    st.sampled_from(["", "x", "failed", "cleaned", "html"]),
    st.just([]), st.just({}), st.just([[1, 2]]), st.just([1, 2, 3]), st.just(...),
)  # fmt: skip


@given(st.sampled_from(places(SOUND)[1:]), ANY)
def test_our_validator_agrees_with_a_complete_one(path: tuple[Any, ...], new: Any) -> None:
    is_valid(changed(SOUND, path, new))
    is_valid(changed(failed({}, "binary", PRODUCER), path[:1], new))


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (("reason",), "binary"),
        (("status",), "empty"),
        (("status",), "failed"),
        (("extra",), 1),
        (("kept", 0, "rules"), []),
        (("kept", 0, "path"), "html/body"),
        (("removed", 0, "quote"), "x" * 201),
        (("removed", 0, "source"), []),
        (("kept", 0, "text"), [1, True]),
        (("text",), None),
        (("source", "sha256"), "A" * 64),
        (("junk", "score"), 1.5),
        (("junk", "parts", 0, "weight"), 10**400),
    ],
)
def test_the_schema_is_strict(path: tuple[Any, ...], new: Any) -> None:
    if path == ("extra",):
        assert not is_valid({**SOUND, "extra": 1})
    else:
        assert not is_valid(changed(SOUND, path, new))


def test_xpaths() -> None:
    tags = ["html", "body", "p", "p", "o:p", 'a"b', "a\"'", "b"]
    tree = Tree(tags, [-1, 0, 1, 1, 3, 3, 3, 6], [None] * 8, [()] * 8, [None] * 8)
    paths = XPaths(tree)
    assert [paths[node] for node in range(-1, 8)] == [
        None,
        "/html[1]",
        "/html[1]/body[1]",
        "/html[1]/body[1]/p[1]",
        "/html[1]/body[1]/p[2]",
        '/html[1]/body[1]/p[2]/*[name()="o:p"][1]',
        "/html[1]/body[1]/p[2]/*[name()='a\"b'][1]",
        "(//*)[7]",
        "(//*)[8]",
    ]


def test_xpaths_of_a_deep_page_stay_short() -> None:
    depth = 100_000
    tree = Tree(["p"] * depth, range(-1, depth - 1), [None] * depth, [()] * depth, [None] * depth)
    paths = XPaths(tree)
    assert paths[depth - 1] == f"(//*)[{depth}]"
    assert paths[DEEPEST] == f"(//*)[{DEEPEST + 1}]"
    assert paths[DEEPEST - 1] == "/p[1]" * DEEPEST


def test_xpaths_lead_lxml_to_the_element() -> None:
    from lxml import etree

    page = "<html><body><div><p>a</p><b/><p>b<i>c</i></p></div><div><p>d</p></div></body></html>"
    root = etree.fromstring(page)
    paths = XPaths(html_ledger(page.replace("<b/>", "<b></b>")).tree)
    tree = html_ledger(page.replace("<b/>", "")).tree
    paths = XPaths(tree)
    for node, tag in enumerate(tree.tags):
        (found,) = root.xpath(paths[node])
        assert found.tag == tag
