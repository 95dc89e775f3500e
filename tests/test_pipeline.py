"""What holds for every page: decisions cover it, rules are independent, policies commute, nothing is unforeseen."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, Literal, NamedTuple, get_args
from unittest.mock import patch

import jsonschema
import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

import cleaner
from cleaner import pipeline
from cleaner.cleaned import Cleaned
from cleaner.errors import CleanerError
from cleaner.evaluate.junk import wrap_html, wrap_text
from cleaner.evidence.rules import ALL
from cleaner.model import Decision, Engine
from cleaner.output import schema
from cleaner.output.record import to_json
from cleaner.output.verify import verify
from cleaner.pipeline import clean, decide
from cleaner.policy import PRESETS
from tests.examples import ARTICLE
from tests.generators.farm import farm_pages
from tests.generators.honest import HONEST
from tests.generators.profiles import profiles

ROOT = Path(__file__).parent.parent
TITLE = "The ferry that runs at a loss"
VALIDATOR = jsonschema.Draft202012Validator(schema.load())


class Source(NamedTuple):
    """A page to clean, and where it is from."""

    name: str
    page: bytes | str
    kind: Literal["html", "text"] | None


def _samples() -> Iterator[Source]:
    for path in sorted((ROOT / "samples").iterdir()):
        if path.suffix in (".html", ".txt"):
            yield Source(path.name, path.read_bytes(), None)


def _generated() -> Iterator[Source]:
    for number, farm in enumerate(farm_pages(18, 42)):
        yield Source(f"farm-{number}-{farm.layout}", farm.page, farm.kind)
    for number, box in enumerate(HONEST[::12]):
        yield Source(f"honest-{number}", box.page, box.kind)
    article = "\n\n".join(ARTICLE)
    page = f"<title>{TITLE}</title><article><h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in ARTICLE)}</article>"
    for number, language in enumerate(("en", "en", "en", "de", "fr", "ja")):
        rng = Random(f"junk {number}")
        yield Source(f"junk-{number}-html", wrap_html(page, title=TITLE, rng=rng, language=language).page, "html")
        yield Source(f"junk-{number}-text", wrap_text(article, title=TITLE, rng=rng, language=language).page, "text")


SAMPLES = list(_samples())
PAGES = [*SAMPLES, *_generated()]
every_page = pytest.mark.parametrize("source", PAGES, ids=lambda source: source.name)
every_sample = pytest.mark.parametrize("source", SAMPLES, ids=lambda source: source.name)


@cache
def cleaned(source: Source, policy: str = "balanced") -> Cleaned:
    return clean(source.page, kind=source.kind, uri=source.name, policy=policy)


def payload_of(page: bytes | str) -> bytes:
    return page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page


def line_of(result: Cleaned) -> str:
    return to_json(result.to_record())


# --- pages that nobody wrote ------------------------------------------------------------------------

WORDS = (
    "The ferry leaves at nine.",
    "Home",
    "READ MORE: ",
    "Name: Ada",
    "Birthday: 1994-02-11",
    "Views: 9",
    "é渡",
    "a b",
)
PIECES = (
    *WORDS,
    *("<p>", "</p>", "<div>", "</div>", "<div class=comments>", "<nav>", "</nav>", "<span>", "</span>", "<b>", "</i>"),
    *("<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>", "<h1>", "</h1>", "<h2>", "<title>", "</title>"),
    *("<p style='display:none'>", "<div hidden>", "<pre>", "</pre>", "<br>", "<a href='/x'>", "</a>", "<img alt=x>"),
    *("<script>", "</script>", "<style>.x{display:none}</style>", "<p class=x>", "<!--", "-->", "<![CDATA[", "]]>"),
    *("<svg>", "</svg>", "<template>", "</template>", "<noscript>", "<textarea>", "<select><option>", "<plaintext>"),
    *(
        "<body>",
        "</body>",
        "</html>",
        "<!doctype html>",
        "<frameset>",
        "<math>",
        "<xmp>",
        "</",
        "<",
        ">",
        "</p",
        "<a b='",
    ),
    *(
        "&amp;",
        "&nbsp;",
        "&lt",
        "&#0;",
        "&#xD800;",
        "&notin;",
        "&",
        "\0",
        "\r\n",
        "\n",
        "\r",
        "\t",
        "  ",
        "\u00ad",
        "\u2028",
    ),
)


def _alarming(page: str) -> bool:
    """May `verify` raise a false alarm: text to the letter in a block of several spans?"""
    return "<math>" in page and "<![CDATA[" in page


broken_html = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40)
    .map("".join)
    .filter(lambda page: not _alarming(page))
)
LINES = (
    *WORDS,
    "",
    "",
    "  ",
    "\t- one",
    "The bridge (2025)",
    "The bridge (1)",
    "Top Articles",
    "© 2024 All rights reserved",
)
plain_text = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25).map("\n".join)
any_page = st.one_of(
    broken_html.map(lambda page: Source("", page, "html")),
    plain_text.map(lambda page: Source("", page, "text")),
)
# trafilatura takes some milliseconds a page, more on a busy machine.
slow = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
slower = settings(slow, max_examples=60)


def read(source: Source, **about: Any) -> Cleaned | None:
    """The page cleaned, or None where it is refused with one of the library's own errors."""
    try:
        return clean(source.page, kind=source.kind, **about)
    except CleanerError:
        return None


# --- decisions cover the text -----------------------------------------------------------------------


def covers(result: Cleaned) -> None:
    by_block: dict[int, list[Decision]] = {}
    for decision in result.decisions:
        by_block.setdefault(decision.block, []).append(decision)
    assert [block.index for block in result.blocks] == [*range(len(result.blocks))]
    assert [*by_block] == [block.index for block in result.blocks]
    assert [d.block for d in result.decisions] == sorted(d.block for d in result.decisions)
    for block in result.blocks:
        decisions = by_block[block.index]
        assert decisions[0].range[0] == 0
        assert decisions[-1].range[1] == len(block.text)
        assert all(low.range[1] == high.range[0] for low, high in pairwise(decisions))
        assert all(start < end for _, (start, end), _, _ in decisions)
    assert all(decision.rules for decision in result.decisions)
    spans = [span for block in result.blocks for span in block.source(0, len(block.text))]
    assert all(low[1] <= high[0] for low, high in pairwise(spans))
    known = {finding.rule for finding in result.findings} | {"default.kept"}
    assert {rule for decision in result.decisions for rule in decision.rules} <= known


@every_page
def test_decisions_cover_every_block_once_and_in_order(source: Source) -> None:
    for policy in PRESETS:
        covers(cleaned(source, policy))


@slow
@given(any_page)
def test_decisions_cover_any_page(source: Source) -> None:
    if result := read(source):
        covers(result)


@every_page
def test_text_is_the_kept_pieces_and_white_space(source: Source) -> None:
    result = cleaned(source)
    kept = "".join(result.blocks[d.block].text[slice(*d.range)] for d in result.kept)
    assert "".join(result.text.split()) == "".join(kept.split())


# --- rules are independent --------------------------------------------------------------------------


def shuffled(source: Source, seed: int) -> tuple[cleaner.Finding, ...]:
    """The findings of a page when rules are asked in another order (and so facts are computed in another)."""
    rules = [*ALL]
    Random(seed).shuffle(rules)
    with patch.object(pipeline, "ALL", tuple(rules)):
        return clean(source.page, kind=source.kind).findings


def decided_again(result: Cleaned, findings: tuple[cleaner.Finding, ...]) -> tuple[Decision, ...]:
    return decide(replace(result, ledger=replace(result.ledger, findings=findings)), result.policy).decisions


@every_page
def test_the_order_of_rules_does_not_matter(source: Source) -> None:
    result = cleaned(source)
    for seed in range(3):
        assert shuffled(source, seed) == result.findings
    findings = [*result.findings]
    Random(1).shuffle(findings)
    assert decided_again(result, tuple(findings)) == result.decisions


@slower
@given(any_page, st.integers(0, 99))
def test_the_order_of_rules_does_not_matter_on_any_page(source: Source, seed: int) -> None:
    if result := read(source):
        assert shuffled(source, seed) == result.findings


Letter = tuple[bool, tuple[str, ...]]


def letters(result: Cleaned) -> list[Letter]:
    """For every character of every block whether it is kept, and who says so."""
    return [(d.kept, d.rules) for d in result.decisions for _ in range(*d.range)]


def without(result: Cleaned, prefix: str) -> Cleaned:
    return decide(result, replace(result.policy, rules={**result.policy.rules, prefix: False}))


def only_what_cited_it_changed(result: Cleaned, prefix: str) -> None:
    off = letters(without(result, prefix))
    for before, after in zip(letters(result), off, strict=True):
        cited = any(rule == prefix or rule.startswith(f"{prefix}.") for rule in before[1])
        assert before == after or cited, (before, after)
        assert not any(rule == prefix or rule.startswith(f"{prefix}.") for rule in after[1])


@every_page
def test_a_rule_switched_off_changes_only_what_cited_it(source: Source) -> None:
    for policy in ("balanced", "precision"):
        result = cleaned(source, policy)
        for rule in ALL:
            only_what_cited_it_changed(result, rule.id)


@every_page
def test_a_family_switched_off_changes_only_what_cited_it(source: Source) -> None:
    result = cleaned(source, "precision")
    for family in {rule.family for rule in ALL}:
        only_what_cited_it_changed(result, family)


@slower
@given(any_page)
def test_a_rule_switched_off_changes_only_what_cited_it_on_any_page(source: Source) -> None:
    if result := read(source):
        for rule in {finding.rule for finding in result.findings if not finding.rule.startswith("content.")}:
            only_what_cited_it_changed(result, rule)


def test_every_rule_that_removes_says_so_somewhere_in_these_pages_or_its_examples() -> None:
    # Otherwise the two tests above would prove nothing of it.
    cited = {rule for source in PAGES for d in cleaned(source, "precision").removed for rule in d.rules}
    assert len(cited & {rule.id for rule in ALL}) > len(ALL) / 2


# --- deciding again ---------------------------------------------------------------------------------


def same(one: Cleaned, other: Cleaned) -> None:
    assert one.decisions == other.decisions
    assert one.findings == other.findings
    assert one.text == other.text
    assert one.to_markdown() == other.to_markdown()
    assert line_of(one) == line_of(other)


@every_sample
def test_deciding_again_equals_cleaning_afresh(source: Source) -> None:
    for first in PRESETS:
        for second in PRESETS:
            same(decide(cleaned(source, first), second), cleaned(source, second))


@every_sample
def test_deciding_again_asks_whom_the_policy_wants_to_hear(source: Source) -> None:
    for engine in get_args(Engine):
        again = decide(cleaned(source, "balanced"), replace(PRESETS["balanced"], engine=engine))
        afresh = clean(source.page, kind=source.kind, policy=again.policy)
        assert (again.findings, again.decisions, again.engine) == (afresh.findings, afresh.decisions, afresh.engine)


@slower
@given(any_page, st.sampled_from([*PRESETS]), st.sampled_from([*PRESETS]))
def test_deciding_again_equals_cleaning_afresh_on_any_page(source: Source, first: str, second: str) -> None:
    if result := read(source, policy=first):
        same(decide(result, second), clean(source.page, kind=source.kind, policy=second))


def test_deciding_again_leaves_the_first_result_alone() -> None:
    source = SAMPLES[0]
    result = clean(source.page, kind=source.kind)
    before = line_of(result)
    decide(result, "precision").to_record()
    assert line_of(result) == before


# --- whatever comes in ------------------------------------------------------------------------------


@settings(slow, max_examples=250)
@given(st.one_of(st.binary(max_size=400), broken_html.map(str.encode)))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf<p>a")
@example(b"<meta charset=utf-16><p>a")
@example(b"<?xml version='1.0' encoding='ebcdic-cp-us'?><html><p>a")
@example("渡し船<p>".encode("shift_jis"))
def test_any_bytes_raise_nothing_but_the_librarys_errors(payload: bytes) -> None:
    for kind in (None, "html", "text"):
        if result := read(Source("", payload, kind)):
            line_of(result)


@settings(slow, max_examples=250)
@given(st.one_of(st.text(max_size=200), broken_html, plain_text))
@example("")
@example("\ufeff")
@example("<table><p>a<table><td>b</table>c")
@example("<p>a<p hidden>b</p>" * 3 + "<frameset>")
@example("&" * 50 + "<" * 50)
@example("The ferry leaves at nine and comes back at four.<ul>The ferry leaves at nine and comes back at four.")
def test_any_text_raises_nothing_but_the_librarys_errors(page: str) -> None:
    for kind in (None, "html", "text"):
        if result := read(Source("", page, kind)):
            result.to_markdown()
            line_of(result)


@pytest.mark.parametrize(
    ("page", "about"),
    [
        ("\ud800", {"kind": "text"}),
        (f"<title>\ud800</title><h1>\ud800</h1><p lang='\ud800'>{WORDS[0]}</p>", {"kind": "html"}),
        (f"<p \udfff=1>{WORDS[0]} \ud800</p>", {"kind": "html"}),
        (b"<p>The ferry +2AA- leaves at nine.</p>", {"encoding": "utf-7", "kind": "html"}),
    ],
    ids=["text", "html", "name of an attribute", "utf-7"],
)
def test_a_lone_surrogate_is_a_character(page: str | bytes, about: dict[str, Any]) -> None:
    result = clean(page, **about)
    assert "\ud800" in "".join(block.text for block in result.blocks)
    sound(result, page)


@slow
@given(any_page, st.sampled_from([*PRESETS]))
@example(Source("", "<p>a</p><xmp>\r\n", "html"), "balanced")
def test_any_record_validates_and_verifies(source: Source, policy: str) -> None:
    if result := read(source, policy=policy):
        sound(result, source.page)


def sound(result: Cleaned, page: bytes | str) -> None:
    line = line_of(result)
    assert "\n" not in line
    record = json.loads(line.encode())  # what was written can be written as UTF-8
    VALIDATOR.validate(record)
    assert not list(schema.check(record))
    assert verify(record, payload_of(page)) == ()


def test_a_page_that_ends_where_a_tag_might_begin_is_sound() -> None:
    sound(clean("a</", kind="html"), "a</")


@every_page
def test_every_record_validates_and_verifies(source: Source) -> None:
    for policy in PRESETS:
        sound(cleaned(source, policy), source.page)


@pytest.mark.parametrize("page", [None, 3, ["<p>a"], Path("page.html"), object()])
def test_what_is_no_page_is_wrong_use(page: object) -> None:
    with pytest.raises(TypeError):
        clean(page)


def test_a_str_is_the_page_and_never_a_path() -> None:
    assert clean(str(ROOT / "samples" / SAMPLES[0].name)).text.endswith(SAMPLES[0].name)


@pytest.mark.parametrize("wrap", [bytes, bytearray, memoryview])
def test_any_kind_of_bytes(wrap: Any) -> None:
    assert line_of(clean(wrap(SAMPLES[0].page))) == line_of(clean(SAMPLES[0].page))


# --- the same page in other clothes -----------------------------------------------------------------


def as_text(source: Source) -> str:
    return cleaned(source).page.text


@every_page
def test_line_ends_do_not_matter(source: Source) -> None:
    lines = as_text(source).replace("\r\n", "\n")
    unix, windows = (clean(page, kind=source.kind) for page in (lines, lines.replace("\n", "\r\n")))
    assert windows.text == unix.text
    assert windows.title == unix.title
    assert [(d.kept, d.rules) for d in windows.decisions] == [(d.kept, d.rules) for d in unix.decisions]


@slower
@given(st.lists(st.sampled_from(LINES) | st.text("ab .:-–(1)", max_size=30), max_size=25))
def test_line_ends_do_not_matter_in_any_text(lines: list[str]) -> None:
    unix, windows = (clean(end.join(lines), kind="text") for end in ("\n", "\r\n"))
    assert windows.text == unix.text


@every_page
def test_bytes_and_str_are_one_page(source: Source) -> None:
    text = as_text(source)
    one, other = clean(text.encode(), kind=source.kind), clean(text, kind=source.kind)
    assert one.text == other.text
    assert one.decisions == other.decisions
    assert one.page.source.sha256 == other.page.source.sha256
    assert (other.page.source.encoding, other.page.source.encoding_from) == ("utf-8", "str")


HTML = [source for source in PAGES if source.kind == "html" or source.name.endswith(".html")]
every_html = pytest.mark.parametrize("source", HTML, ids=lambda source: source.name)


@every_html
def test_a_tree_is_its_serialisation(source: Source) -> None:
    soup = clean(BeautifulSoup(as_text(source), "html.parser"))
    tree = clean(lxml_html.fromstring(as_text(source).encode(), parser=lxml_html.HTMLParser(encoding="utf-8")))
    for result in (soup, tree):
        assert result.page.source.input_kind == "tree"
        assert result.warnings == ("serialised",)
        assert result.text == cleaned(source).text
        assert result.title == cleaned(source).title
        sound(result, result.page.text)


def test_a_part_of_a_tree_is_a_page_too() -> None:
    story = "".join(
        f"<p>The ferry leaves at {hour}, and comes back when the tide allows it to.</p>" for hour in range(9)
    )
    soup = BeautifulSoup(f"<body><nav>Home</nav><article>{story}</article>", "html.parser")
    result = clean(soup.article)
    assert result.page.text == f"<article>{story}</article>"
    assert result.text.count("The ferry") == 9


# --- the same again ---------------------------------------------------------------------------------


@every_sample
def test_the_same_page_twice_gives_the_same_bytes(source: Source) -> None:
    again = clean(source.page, kind=source.kind, uri=source.name)
    assert line_of(again) == line_of(cleaned(source))


_DIGEST = """
import hashlib, pathlib, sys
import cleaner
from cleaner.output.record import to_json
digest = hashlib.sha256()
for name in sys.argv[1:]:
    path = pathlib.Path(name)
    digest.update(to_json(cleaner.clean(path.read_bytes(), uri=path.name).to_record()).encode())
print(digest.hexdigest())
"""


def test_another_process_gives_the_same_bytes() -> None:
    names = [str(ROOT / "samples" / source.name) for source in SAMPLES]
    here = hashlib.sha256("".join(line_of(cleaned(source)) for source in SAMPLES).encode()).hexdigest()
    for seed in ("1", "77"):  # of the hashes by which sets are ordered
        there = subprocess.run(
            [sys.executable, "-c", _DIGEST, *names],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == here


def test_threads_give_what_one_gives() -> None:
    one = cleaner.Cleaner()

    def made(source: Source) -> str:
        return line_of(one.clean(source.page, kind=source.kind, uri=source.name))

    serial = [line_of(cleaned(source)) for source in PAGES]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(made, PAGES)) == serial


@every_page
def test_a_result_survives_pickling(source: Source) -> None:
    result = cleaned(source)
    copy = pickle.loads(pickle.dumps(result))
    assert isinstance(copy, Cleaned)
    same(copy, result)
    same(decide(copy, "precision"), cleaned(source, "precision"))


def test_a_result_that_was_never_looked_at_survives_pickling() -> None:
    fresh = clean(SAMPLES[0].page, uri=SAMPLES[0].name)
    assert line_of(pickle.loads(pickle.dumps(fresh))) == line_of(cleaned(SAMPLES[0]))


def test_a_cleaner_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(cleaner.Cleaner("recall"))).policy == PRESETS["recall"]


def test_profiles_are_pages_like_any_other() -> None:
    for page in profiles(20, 5):
        result = clean(page.page, kind=page.kind)
        covers(result)
        sound(result, page.page)
