"""Hidden elements that a reader opens or a script shows, told by where they stand."""

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
    "box",
    [
        # A button in the head, whatever tag that is; sheets of style between; wrappers around; more of the like.
        "<div><button>Who pays?</button></div><style>.x{{color:red}}</style><div {}>The answer.</div>",
        "<div role=button>Who pays?</div><div><div><p {}>The answer.</p></div></div>",
        "<div role=button>Who pays?</div><div {}>The answer.</div><div role=button>When?</div><div hidden>Never.</div>",
    ],
)
def test_what_a_button_in_the_head_opens_is_collapsed(box: str, how: str) -> None:
    assert hidden(f"<p>Some text.</p><section>{box.format(how)}</section>") == ["collapsed"]


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
        "<div><button>Who pays?</button></div><div {}>The answer.</div><div>They do.</div>",
        "<h3>Who pays?</h3><div><div {}>The answer.</div>They do.</div>",  # wrapped with something else
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


_SLIDE = "<h4>{}</h4><p>Seen from the <b>old</b> bridge by <em>all</em> of <i>us</i>.</p><p>It is the {}.</p>"


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize(
    ("names", "opens"),
    [("card card-2", True), ("row card-2", False), ("other", False), ("card modal", False), ("", False)],
)
def test_what_is_built_as_a_visible_sibling_opens(names: str, opens: bool, how: str) -> None:
    if how == "class=hidden":
        names, how = f"{names} hidden", ""
    slides = f"<div class='row card'>{_SLIDE.format('First', 'mill')}</div><div class='{names}' {how}>{_SLIDE.format('Second', 'answer')}</div>"
    (found,) = hidden(f"<p>Some text.</p><div>{slides}</div>")
    assert (found == "collapsed") == opens


def test_what_has_little_in_it_is_built_like_anything() -> None:
    (found,) = hidden("<p class=t>Some text.</p><p class=t hidden>The answer: cheap pills, <a href=/x>here</a>.</p>")
    assert found == "attribute"


_TEXT = "We pay for the hall and for the lamps, and nobody else does so, whatever they answer. "


def _behind(curtain: str, unseen: str, seen: str = "Loading") -> str:
    return f"<div>{seen}</div><div {curtain}>{unseen}</div>"


@pytest.mark.parametrize("how", HOW)
def test_a_page_that_would_be_empty_is_shown(how: str) -> None:
    assert hidden(_behind(how, f"<h1>Lamps</h1><p>{_TEXT * 5}</p>")) == [None]
    main = f"<nav>Home</nav><main>{_behind(how, f'<p>{_TEXT * 5}</p>')}</main><footer>{_TEXT.replace('answer', 'say') * 6}</footer>"
    assert hidden(main) == [None]


@pytest.mark.parametrize(
    "page",
    [
        _behind("style=display:none", f"<p>{_TEXT * 5}</p>"),  # no part of a page
        _behind("style=display:none", f"<h1>Lamps</h1><p>{_TEXT}</p>"),  # not much
        _behind(
            "style=display:none", f"<h1>Lamps</h1><p>{_TEXT * 4}</p>", "Here are others. " * 6
        ),  # hardly more than is seen
        _behind(
            "style=display:none", f"<h1>Lamps</h1><p>{_TEXT * 50}</p>", "Here are others. " * 30
        ),  # there is a page to be seen
        _behind("style=display:none class=modal", f"<h1>Lamps</h1><p>{_TEXT * 5}</p>"),
        _behind("style=font-size:0", f"<h1>Lamps</h1><p>{_TEXT * 5}</p>"),
    ],
)
def test_what_is_hidden_beside_a_page_stays_hidden(page: str) -> None:
    (found,) = hidden(page)
    assert found not in (None, "collapsed")


def test_a_parent_of_very_many_children_is_read_once() -> None:
    start = time.process_time()
    segment("<section>" + "<h3>Who pays?</h3><div hidden>The answer.</div>" * 20_000 + "</section>")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("silent", ["<link hidden>", "<meta style='display:none'>"])
def test_an_element_that_holds_nothing_but_hidden_machinery_opens_nothing(silent: str) -> None:
    page = segment(f"<div>{silent}The moor</div><p>is quiet.</p>")
    assert [(block.text, block.flags.unseen) for block in page.blocks] == [("The moor", False), ("is quiet.", False)]
