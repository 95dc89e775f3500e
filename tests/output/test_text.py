"""The plain text of a page: white space between kept pieces, and nothing else."""

from __future__ import annotations

import time

import pytest

from cleaner.model import Block, Decision, Ledger, Page, Run, Tree
from cleaner.output.text import render
from tests.output.pages import html_ledger, source, text_ledger


def text(page: str, *removed: str) -> str:
    return render(html_ledger(page, removed)).text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<div>One.<p>Two.</p>Three.</div>", "One.\n\nTwo.\n\nThree."),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<p>A</p><ul><li>b</li><li>c</li></ul><p>D</p>", "A\n\nb\nc\n\nD"),
        ("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>", "a\nb\nc\nd"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "a\n\nb"),
        ("<ol><li><p>a</p></li><li><p>b</p></li></ol>", "a\nb"),
        ("<ul><li>a<div>b</div></li><li>c</li></ul>", "a\nb\nc"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "a\n\nb\n\nc"),
        ("<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>", "a\nb\nc\nd"),
        ("<menu><li>a</li><li>b</li></menu>", "a\nb"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>", "a\tb\nc\td"),
        ("<table><caption>t</caption><tr><td>a</td><td>b</td></tr></table>", "t\na\tb"),
        ("<table><tr><td>a<div>b</div></td><td>c</td></tr></table>", "a\nb\tc"),
        # Tables that only lay out a page.
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\n\nc"),
        ('<table role="presentation"><tr><td>a</td><td>b</td></tr></table>', "a\n\nb"),
        ("<table><tr><td>a<ul><li>b</li><li>c</li></ul></td><td>d</td></tr></table>", "a\n\nb\nc\n\nd"),
        (
            "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>",
            "a\n\nb\tc",
        ),
        # A table with header cells is one, whatever stands in a cell.
        (
            "<table><tr><th>a</th><td><p>b</p><p>c</p></td></tr><tr><th>d</th><td>e</td></tr></table>",
            "a\tb\nc\nd\te",
        ),
        ("<tr><td>a</td><td>b</td></tr>", "a\tb"),
    ],
)
def test_layout_of_html(page: str, expected: str) -> None:
    assert text(page) == expected


@pytest.mark.parametrize(
    ("page", "removed", "expected"),
    [
        ("<p>One two three</p>", ["two"], "One three"),
        ("<p>One<br>two<br>three</p>", ["two"], "One\nthree"),
        ("<p>One<br>two three</p>", ["\ntwo"], "One\nthree"),
        ("<p>One two</p>", ["two"], "One"),
        ("<p>One two</p>", ["One"], "two"),
        ("<p>Onetwothree</p>", ["two"], "One three"),
        ("<p>海うみは静か。</p>", ["うみ"], "海は静か。"),
        ("<p>海 うみは静か。</p>", [" うみ"], "海 は静か。"),
        ("<p>海うみsea</p>", ["うみ"], "海 sea"),
        ("<p>A</p><p>B</p><p>C</p>", ["B"], "A\n\nC"),
        ("<ul><li>A</li><li>B</li><li>C</li></ul>", ["B"], "A\nC"),
        # What is removed does not make a list loose.
        ("<ul><li><p>A</p><p>B</p></li><li>C</li></ul>", ["B"], "A\nC"),
        ("<p>A</p>", ["A"], ""),
        ("", [], ""),
    ],
)
def test_removed_pieces(page: str, removed: list[str], expected: str) -> None:
    assert text(page, *removed) == expected


@pytest.mark.parametrize(
    ("page", "removed", "expected"),
    [
        ("One\ntwo\n\nthree\n", [], "One\ntwo\n\nthree"),
        ("One\n \t\n\n\ntwo", [], "One\n\ntwo"),
        ("One\r\ntwo\r\n\r\nthree\rfour\r\rfive", [], "One\ntwo\n\nthree\nfour\n\nfive"),
        ("One\n\nJUNK\ntwo", ["JUNK"], "One\n\ntwo"),
        ("One\nJUNK\n\ntwo", ["JUNK"], "One\n\ntwo"),
        ("One\nJUNK\ntwo", ["JUNK"], "One\ntwo"),
        ("One JUNK two", ["JUNK"], "One two"),
        ("One\n\fTwo", [], "One\n\nTwo"),
        ("&amp; <b>", [], "&amp; <b>"),
    ],
)
def test_plain_text(page: str, removed: list[str], expected: str) -> None:
    assert render(text_ledger(page, removed)).text == expected


def test_pieces_point_into_the_text() -> None:
    ledger = html_ledger("<p>One two three</p><p>Four</p>", ["two"])
    rendered = render(ledger)
    assert [rendered.text[slice(*piece.text)] for piece in rendered.pieces] == ["One", "three", "Four"]
    assert [piece.decision for piece in rendered.pieces] == [each for each in ledger.decisions if each.kept]


def test_kept_white_space_is_no_piece() -> None:
    block = Block(0, "a x b", (Run((0, 5), (3, 8)),), Tree(["p"], [-1], [None], [()], [None]), 0)
    spans = [((0, 1), True), ((1, 2), True), ((2, 3), False), ((3, 5), True)]
    decisions = tuple(Decision(0, span, kept, ("r.r",)) for span, kept in spans)
    page = "<p>a x b</p>"
    rendered = render(Ledger(Page(page, source(page)), block.tree, (block,), (), decisions))
    assert rendered.text == "a b"
    assert len(rendered.pieces) == 2


def test_touching_pieces_are_joined_by_what_stood_between() -> None:
    block = Block(0, "ab cd", (Run((0, 5), (3, 8)),), Tree(["p"], [-1], [None], [()], [None]), 0)
    page = "<p>ab cd</p>"
    for cut in range(1, 5):
        decisions = (Decision(0, (0, cut), True, ("r.a",)), Decision(0, (cut, 5), True, ("r.b",)))
        ledger = Ledger(Page(page, source(page)), block.tree, (block,), (), decisions)
        assert render(ledger).text == "ab cd"


def test_lines_of_a_paragraph_stay_lines() -> None:
    line = "The ferry across the estuary has run since the year of the flood, at a loss."
    page = f"<p>{line}<br>spam<br>{line}<p>{line}"
    assert text(page) == f"{line}\nspam\n{line}\n\n{line}"
    assert text(page, "spam") == f"{line}\n{line}\n\n{line}"


def test_code_keeps_its_indentation() -> None:
    assert text("<pre>\n    if x:\n        y\n</pre>") == "    if x:\n        y"
    assert text("<pre>a\n\n  b</pre>", "a") == "  b"


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (" <span>spam</span>", "One two"),
        ("<span>spam</span>", "Onetwo"),
        ("<br><span>spam</span>", "One two"),
        ("<span>spam</span> ", "One two"),
    ],
)
def test_a_paragraph_goes_on_behind_hidden_text(gap: str, expected: str) -> None:
    page = f"<p>One{gap}two</p>"
    tree = Tree(["p", "span"], [-1, 0], [None] * 2, [()] * 2, [None] * 2)
    blocks = []
    for index, (word, node) in enumerate((("One", 0), ("spam", 1), ("two", 0))):
        at = page.index(word)
        flags = Block(0, "", ()).flags if index < 2 else type(Block(0, "", ()).flags)(continues=True)
        blocks.append(Block(index, word, (Run((0, len(word)), (at, at + len(word))),), tree, node, (), flags))
    decisions = tuple(Decision(each.index, (0, len(each.text)), each.index != 1, ("r.r",)) for each in blocks)
    assert render(Ledger(Page(page, source(page)), tree, tuple(blocks), (), decisions)).text == expected


@pytest.mark.parametrize("tag", ["div", "li", "td"])
def test_deep_nesting_is_linear(tag: str) -> None:
    """100,000 elements in one another, text before and behind each."""
    ledger = nested(tag, 100_000)
    started = time.process_time()
    rendered = render(ledger)
    assert time.process_time() - started < 10
    assert len(rendered.pieces) == 200_000


def nested(tag: str, depth: int) -> Ledger:
    """A page of so many elements in one another, with text before and behind each."""
    opening, closing = f"<{tag}>a", f"b</{tag}>"
    page = opening * depth + closing * depth
    nodes = list(range(depth))
    tree = Tree([tag] * depth, [-1, *nodes[:-1]], [None] * depth, [()] * depth, [None] * depth)
    blocks = []
    for index, node in enumerate([*nodes, *reversed(nodes)]):
        at = (index + 1) * len(opening) - 1 if index < depth else depth * len(opening) + (index - depth) * len(closing)
        blocks.append(Block(index, page[at], (Run((0, 1), (at, at + 1)),), tree, node))
    decisions = tuple(Decision(each.index, (0, 1), True, ("default.kept",)) for each in blocks)
    return Ledger(Page(page, source(page)), tree, tuple(blocks), (), decisions)
