"""What stays because what it belongs to was chosen."""

from __future__ import annotations

import pytest

from cleaner.evidence.content.complete import complete
from cleaner.source.html import segment

ROW = "<div class=row><div><b>{}</b></div><div>{}</div></div>"
FACTS = f"<div>{ROW.format('Name', 'Ada Vorland')}{ROW.format('Born', '12 May 1911')}</div>"
MENU = "<ul><li>Fares<li><a href=/a>Harbour</a><li>Timetable<li>Winter<li>Summer</ul>"


def completed(page: str, chosen: str) -> str:
    """The blocks of a page that stay, by an x for each: those chosen and those that belong to them."""
    blocks = segment(page).blocks
    assert len(blocks) == len(chosen)
    more = complete(blocks, [mark == "x" for mark in chosen])
    return "".join("x" if mark == "x" or place in more else "-" for place, mark in enumerate(chosen))


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ("x---", "xx--"),  # a label keeps its value
        ("---x", "--xx"),  # and a value its label
        ("x--x", "xxxx"),
        ("x-x-", "xxxx"),
        ("----", "----"),
    ],
)
def test_a_label_and_its_value_stay_together(chosen: str, kept: str) -> None:
    assert completed(FACTS, chosen) == kept


def test_a_link_a_heading_and_a_paragraph_are_no_value() -> None:
    assert completed(ROW.format("Name", "<a href=/x>Ada Vorland</a>"), "x-") == "x-"
    assert completed("<div><h2>Ferries</h2><div>Who is online</div></div>", "x-") == "x-"
    assert completed(ROW.format("Name", "The ferry has run since 1911. " * 4), "x-") == "x-"


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ("x-x--", "x-xxx"),  # a link is left out
        ("-----", "-----"),
        ("x----", "x----"),  # a fifth of it is not enough
        ("x-xxx", "xxxxx"),  # of a list that was nearly all chosen it stays
    ],
)
def test_a_list_stays_whole_if_a_quarter_was_chosen(chosen: str, kept: str) -> None:
    assert completed(MENU, chosen) == kept


def test_a_long_list_and_a_table_are_judged_item_by_item() -> None:
    assert completed("<ul>" + "<li>Fares" * 61 + "</ul>", "x" * 40 + "-" * 21) == "x" * 40 + "-" * 21
    row = "<tr><td>Fares<td>Times<td>Boats"
    assert completed(f"<table>{row}</table>", "xx-") == "xx-"


TABLE = "<table><tr><th>Boat<th>Fare<th>Day</tr><tr><td>Hester<td>Sixpence<td>Monday</tr></table>"


@pytest.mark.parametrize(
    ("chosen", "kept"), [("---xxx", "xxxxxx"), ("---xx-", "---xx-"), ("x--xx-", "xxxxx-"), ("------", "------")]
)
def test_the_head_of_a_table_stays_with_its_cells(chosen: str, kept: str) -> None:
    assert completed(TABLE, chosen) == kept


@pytest.mark.parametrize(("chosen", "kept"), [("x--x", "x-xx"), ("---x", "---x"), ("x---", "x---")])
def test_a_heading_within_the_content_stays_with_what_is_under_it(chosen: str, kept: str) -> None:
    page = "<main><div><p>The ferry runs.</div><section><div><p><a href=/x>News</a></div></section><h2>Fares</h2><div><p>A penny.</div></main>"
    assert completed(page, chosen) == kept


QUOTED = "<p>One</p><figure><blockquote>{}</blockquote></figure><div><p>Two</p></div>"


def test_what_is_quoted_in_the_midst_of_the_text_stays() -> None:
    assert completed(QUOTED.format("Nobody knew why"), "x-x") == "xxx"
    assert completed(QUOTED.format("Nobody knew why"), "x--") == "x--"
    assert completed(QUOTED.format("<a href=/x>Nobody knew why</a>"), "x-x") == "x-x"
    assert completed(QUOTED.format("One"), "x-x") == "x-x"  # a line of the text, shown large
