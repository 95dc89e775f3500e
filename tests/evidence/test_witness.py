"""trafilatura as a witness: when it may be asked, what its word weighs, and what is said in its place."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass

import pytest

from cleaner.cleaned import Cleaned
from cleaner.evidence import witness
from cleaner.model import Block, Effect, Finding
from cleaner.pipeline import clean
from cleaner.policy import Policy
from cleaner.source import html

ASKED = Policy("asked", engine="trafilatura")
STORY = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop. Nobody knew: the bridge is nine miles up the river.",
    "“My grandmother went to school on it,” said Hanne Fosse, who sells the tickets. “So did I.”",
    "The report will be read again in the autumn, when the figures for the summer are in.",
)
ARTICLE = "".join(f"<p>{text}</p>" for text in STORY)
PAGE = f"<html><body><nav><a href='/'>Home</a> <a href='/n'>News</a></nav><article>{ARTICLE}</article></body></html>"


# --- may it be asked at all? ------------------------------------------------------------------------


def test_an_ordinary_page_is_safe() -> None:
    assert witness.safe(html.segment(PAGE))
    assert witness.safe(html.segment(""))


@pytest.mark.parametrize(
    ("field", "most"), [("depth", 240), ("attributes", 1_000), ("children", 20_000), ("text", 5_000_000)]
)
def test_the_bounds(field: str, most: int) -> None:
    within = html.segment(PAGE)._replace(**{field: most})  # type: ignore[arg-type]
    assert witness.safe(within)
    assert not witness.safe(within._replace(**{field: most + 1}))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Shape:
    """A page of a shape that makes lxml lose text or hang, with a story in it."""

    name: str
    page: str


SHAPES = [
    Shape("attributes", f"<div {' '.join(f'a{n}=1' for n in range(50_000))}>{ARTICLE}</div>"),
    Shape("divs", "<div>" * 100_000 + ARTICLE + "</div>" * 100_000),
    Shape("open divs", ARTICLE + "<div>" * 100_000 + "x"),
    Shape("spans", "<p>" + "<span>" * 100_000 + "x" + "</p>" + ARTICLE),
    Shape("pairs", "<div>" + "text<b>x</b>" * 50_000 + f"</div>{ARTICLE}"),
    Shape("a long text", f"{ARTICLE}<p>{'word ' * 1_200_000}</p>"),
    Shape("tables", "<table><tr><td>" * 3_000 + ARTICLE),
    Shape("lists", "<ul><li>" * 20_000 + ARTICLE),
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_shape_that_makes_it_hang_is_judged_without_it_in_seconds(shape: Shape) -> None:
    begun = time.process_time()
    result = clean(shape.page, kind="html", policy=ASKED)
    assert time.process_time() - begun < 12
    assert "witness-skipped" in result.warnings
    assert result.engine == "none"
    assert all(text in result.text for text in STORY)
    record = result.to_record()
    assert record["warnings"] == ["witness-skipped"]
    assert record["engine"] == "none"


def test_its_metadata_is_not_asked_for_either() -> None:
    result = clean(SHAPES[0].page, kind="html", policy=ASKED)
    assert not result.safe
    assert result.author is None


# --- what its word weighs ---------------------------------------------------------------------------


def odds(result: Cleaned) -> dict[str, float]:
    return {
        result.blocks[f.block].text: f.weight
        for f in result.findings
        if f.effect is Effect.OPINION and f.block is not None
    }


def opinions(page: str) -> tuple[tuple[Block, ...], list[Finding]]:
    result = clean(page, kind="html", policy=ASKED)
    return result.blocks, [finding for finding in result.findings if finding.effect is Effect.OPINION]


def test_what_it_returns_is_content_and_what_it_leaves_out_is_not() -> None:
    result = clean(PAGE, kind="html", policy=ASKED)
    assert result.engine == "trafilatura"
    assert result.warnings == ()
    assert all(odds(result)[text] > 0 for text in STORY)
    assert odds(result)["Home News"] < 0


def test_every_visible_block_has_one_opinion_and_hidden_ones_have_none() -> None:
    blocks, found = opinions(
        f"{PAGE}<p style='display:none'>cheap pills</p><p aria-hidden=true>Seen by all who see.</p><p hidden>Nothing.</p>"
    )
    counts = Counter(finding.block for finding in found)
    assert counts == {block.index: 1 for block in blocks if block.flags.hidden in (None, "aria")}
    assert {finding.range for finding in found} == {None}
    assert {finding.effect for finding in found} == {Effect.OPINION}
    assert len(counts) == len(blocks) - 2


def test_hidden_text_is_kept_from_it() -> None:
    spam = "".join(
        f"<p style='display:none'>Cheap pills online, number {n}, with free delivery.</p>" for n in range(50)
    )
    result = clean(f"<html><body><div>{ARTICLE}{spam}</div></body></html>", kind="html", policy=ASKED)
    assert result.text == "\n\n".join(STORY)
    assert not any("pills" in text for text in odds(result))


def test_what_it_left_out_between_weighs_less_than_what_it_left_out_around() -> None:
    between, around = witness._BETWEEN_ODDS, witness._OUTSIDE_ODDS
    assert around < between < 0 < witness._ENCLOSED_ODDS < witness._RETURNED_ODDS


@pytest.mark.parametrize("output", [None, "", "Something that stands nowhere on this page."])
def test_where_it_finds_nothing_all_is_left_out(monkeypatch: pytest.MonkeyPatch, output: str | None) -> None:
    monkeypatch.setattr("trafilatura.extract", lambda *_, **__: output)
    _, found = opinions(PAGE)
    assert {finding.weight for finding in found} == {witness._OUTSIDE_ODDS}
    assert opinions("") == ((), [])


def returned(*flags: tuple[str, bool]) -> list[tuple[str, float]]:
    """Blocks (markup, whether trafilatura returned it) → what is thought of those it left out."""
    blocks = html.segment("<article>" + "".join(markup for markup, _ in flags) + "</article>").blocks
    assert len(blocks) == len(flags)
    places = set(witness._enclosed(blocks, [kept for _, kept in flags]))
    return [(block.text, place in places) for place, block in enumerate(blocks)]


def enclosed(*flags: tuple[str, bool]) -> list[str]:
    return [text for text, found in returned(*flags) if found]


PARAGRAPH = ("<p>The ferry leaves at nine.</p>", True)


def test_a_heading_closely_between_returned_blocks_is_taken_back() -> None:
    assert enclosed(PARAGRAPH, ("<h2>The storm</h2>", False), PARAGRAPH) == ["The storm"]


def test_short_lists_are_taken_back_and_long_ones_are_not() -> None:
    item = ("<ul><li>a lamp</li></ul>", False)
    assert len(enclosed(PARAGRAPH, *[item] * 12, PARAGRAPH)) == 12
    assert enclosed(PARAGRAPH, *[item] * 13, PARAGRAPH) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>A paragraph is no heading.</p>",
        "<h2><a href='/b'>Another article</a></h2>",
        "<ul><li><a href='/b'>Another article</a></li></ul>",
    ],
)
def test_paragraphs_and_links_are_not_taken_back(markup: str) -> None:
    assert enclosed(PARAGRAPH, (markup, False), PARAGRAPH) == []


def test_nothing_is_taken_back_at_the_edges() -> None:
    heading = ("<h2>The storm</h2>", False)
    assert enclosed(heading, PARAGRAPH) == enclosed(PARAGRAPH, heading) == enclosed(heading) == []


def test_headings_and_items_of_another_container_are_not_taken_back_if_they_are_many() -> None:
    heading = ("<section><h2>The storm</h2></section>", False)
    assert len(enclosed(PARAGRAPH, *[heading] * 3, PARAGRAPH)) == 3
    far = ("<div><div><div><p>It leaves at nine.</p></div></div></div>", True)
    assert enclosed(PARAGRAPH, *[heading] * 4, far) == []
    assert enclosed(PARAGRAPH, ("<ul><li>a lamp</li></ul>", False), far) == []


# --- what is said in its place ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "content"),
    [
        ("<p>The ferry leaves at nine, and it comes back at four, if it does.</p>", True),
        ("<p>It came back.</p>", True),
        ("<p>“It came back!”</p>", True),
        ("<p>渡し船は九時に出ます。</p>", True),
        ("<pre>x = 1</pre>", True),
        ("<p>Nine o'clock</p>", True),
        ("<p><a href='/'>Home</a></p>", False),
        ("<p><a href='/b'>The bridge that nobody in the town wanted to pay for is to be built.</a></p>", False),
        ("<pre><a href='/b'>x = 1</a></pre>", False),
    ],
)
def test_density_tells_text_from_links(markup: str, content: bool) -> None:
    blocks = html.segment(markup).blocks
    [finding] = witness.density(blocks)
    assert finding.rule == "content.density"
    assert finding.effect is Effect.OPINION
    assert (finding.weight > 0) == content


def test_density_is_not_asked_about_hidden_blocks() -> None:
    blocks = html.segment("<p>It came back.</p><p hidden>It did not.</p>").blocks
    assert [finding.block for finding in witness.density(blocks)] == [0]
