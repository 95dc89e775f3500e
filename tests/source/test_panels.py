"""Hidden elements that a reader opens, told by where they stand."""

from __future__ import annotations

import time

import pytest

from cleaner.source.html import segment

HOW = ["hidden", "style='display:none'", "class=hidden", "style='visibility:hidden'"]


def hidden(html: str) -> list[str | None]:
    """How each block is hidden that holds the word "answer"."""
    return [block.flags.hidden for block in segment(html).blocks if "answer" in block.text]


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize(
    "handle", ["<h3>Who pays?</h3>", "<button>Who pays?</button>", "<p><label>Who pays?</label></p>"]
)
def test_what_stands_hidden_behind_its_heading_or_button_is_collapsed(handle: str, how: str) -> None:
    assert hidden(f"<p>Some text.</p><section>{handle}<div {how}><p>The answer.</p></div></section>") == ["collapsed"]


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("name", ["sp-head folded", "toggle", "box__title"])
def test_what_stands_hidden_behind_what_is_called_a_head_is_collapsed(name: str, how: str) -> None:
    box = f"<div class=box><div class='{name}'><b>Who pays?</b></div><div {how}><p>The answer.</p></div></div>"
    assert hidden(f"<p>Some text.</p>{box}") == ["collapsed"]


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize(
    "around",
    [
        "<p>Who pays?</p><div {}>The answer.</div>",  # no handle
        "<div class=lead>Who pays?</div><div {}>The answer.</div>",
        "<div class=head>Who pays?</div><div {}>The answer.</div><div>They do.</div>",
        "<h3>Who pays?</h3><p>They do.</p><div {}>The answer.</div>",  # the handle is of something else
        "<h3>Who pays?</h3><div {}>The answer.</div><div>They do.</div>",  # one of several, the others seen
        "<nav><button>Menu</button><ul {}><li>The answer</li></ul></nav>",
        "<button>Menu</button><ul id=site-menu {}><li>The answer</li></ul>",
        "<h3 hidden>Who pays?</h3><div {}>The answer.</div>",  # a handle that nobody sees
        "<h3>" + "Who pays? " * 20 + "</h3><div {}>The answer.</div>",  # a text, and no handle
    ],
)
def test_other_hidden_text_is_hidden(around: str, how: str) -> None:
    (found,) = hidden(f"<p>Some text.</p><section>{around.format(how)}</section>")
    assert found not in (None, "collapsed")


@pytest.mark.parametrize("trick", ["font-size:0", "position:absolute;left:-9999px", "color:transparent"])
def test_tricks_do_not_open(trick: str) -> None:
    (found,) = hidden(f"<section><h3>Who pays?</h3><div style='{trick}'>The answer.</div></section>")
    assert found not in (None, "collapsed")


def test_a_parent_of_very_many_children_is_read_once() -> None:
    start = time.process_time()
    segment("<section>" + "<h3>Who pays?</h3><div hidden>The answer.</div>" * 20_000 + "</section>")
    assert time.process_time() - start < 5
