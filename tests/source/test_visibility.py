"""What hides an element, and what only looks as if it did."""

from __future__ import annotations

import time

import pytest

from cleaner.source.html import segment
from cleaner.source.visibility import Visibility


def hidden(source: str) -> str | None:
    """How the text ``x`` of a page is hidden."""
    (flags,) = [block.flags for block in segment(source).blocks if block.text == "x"]
    return flags.hidden


# --- one element by itself ----------------------------------------------------------------------

HIDING_STYLES = [
    ("display:none", "display"),
    ("DISPLAY : NONE", "display"),
    ("color:red;display:none !important;", "display"),
    ("display:none!important;display:block", "display"),
    ("display:block;display:none", "display"),
    ("visibility:hidden", "visibility"),
    ("visibility:collapse", "visibility"),
    ("content-visibility:hidden", "visibility"),
    ("opacity:0", "opacity"),
    ("opacity: 0.0", "opacity"),
    ("opacity:0%", "opacity"),
    ("opacity:.01", "opacity"),
    ("filter:opacity(0)", "opacity"),
    ("font-size:0", "font-size"),
    ("font-size:0px", "font-size"),
    ("font-size:1px", "font-size"),
    ("font-size:0.1px", "font-size"),
    ("font-size:.01em", "font-size"),
    ("font:0/0 a", "font-size"),
    ("position:absolute;left:-9999px", "off-screen"),
    ("left:-999em;position:absolute", "off-screen"),
    ("position:absolute;top:-5000px;left:0", "off-screen"),
    ("position:fixed;right:-10000px", "off-screen"),
    ("text-indent:-9999px", "off-screen"),
    ("text-indent:-999em;overflow:hidden", "off-screen"),
    ("margin-left:-9999px", "off-screen"),
    ("transform:translateX(-9999px)", "off-screen"),
    ("transform:scale(0)", "off-screen"),
    ("transform:scale(0, 0)", "off-screen"),
    ("position:absolute;clip:rect(0,0,0,0)", "clip"),
    ("position:absolute;clip:rect(1px 1px 1px 1px);height:1px", "clip"),
    ("clip-path:inset(50%)", "clip"),
    ("clip-path:inset(100%);position:absolute", "clip"),
    ("clip-path:circle(0)", "clip"),
    ("height:0;overflow:hidden", "clip"),
    ("max-height:0px;overflow-y:hidden", "clip"),
    ("width:1px;height:1px;overflow:hidden;position:absolute;padding:0", "clip"),
    ("color:#fff;background:#fff", "color"),
    ("color:#fff;background:#FFF", "color"),
    ("background-color: rgb(255, 255, 255); color: rgb(255,255,255)", "color"),
    ("color:transparent", "color"),
    ("color:rgba(0,0,0,0)", "color"),
    ("color:rgba(255, 255, 255, 0.0)", "color"),
    ("color:rgb(0 0 0 / 0)", "color"),
    ("color:hsla(0,0%,0%,0)", "color"),
]


@pytest.mark.parametrize(("style", "how"), HIDING_STYLES)
def test_styles_that_hide(style: str, how: str) -> None:
    assert hidden(f'<p style="{style}">x') == how
    assert hidden(f"<style>.h{{{style}}}</style><p class=h>x") == how


HONEST_STYLES = [
    "display:block",
    "display:none;display:block",
    "display:block!important;display:none",
    "opacity:0.5",
    "opacity:1",
    "opacity:0.05",
    "opacity:0;transition:opacity .3s",
    "opacity:0;animation:in 1s forwards",
    "opacity:0;transform:translateY(20px)",
    "opacity:0;will-change:opacity",
    "max-height:0;overflow:hidden;transition:max-height .2s",
    "transform:scale(0);transition:transform 1s",
    "transform:translateX(-100%)",
    "transform:scale(0.5)",
    "transform:scaleX(-1)",
    "font-size:0.8em",
    "font-size:10px",
    "font-size:01.2em",
    "font-size:100%",
    "font:12px/0 a",
    "line-height:0",
    "position:absolute;left:0;top:0",
    "position:absolute;left:-20px",
    "position:fixed;top:-100px",
    "position:absolute;left:-9999px;right:-9999px;margin:auto",
    "position:relative;left:-100px",
    "left:-9999px",
    "position:absolute;left:calc(50% - 1000px)",
    "text-indent:-2em;padding-left:2em",
    "margin-left:-20px",
    "margin-left:-9999px;padding-left:9999px",
    "clip:rect(0,0,0,0)",
    "clip-path:inset(10px)",
    "clip-path:polygon(0 0,100% 0,100% 100%)",
    "overflow:hidden",
    "height:0",
    "height:0;padding-bottom:56.25%;overflow:hidden;position:relative",
    "height:100px;overflow:hidden",
    "height:1px;overflow:hidden",
    "height:0.5em;overflow:hidden",
    "color:#fff",
    "color:#fff;background:#000",
    "color:#fff;background:#fff url(photo.jpg)",
    "color:#fff;background-color:#fff;background-image:url(photo.jpg)",
    "color:inherit;background-color:inherit",
    "color:var(--c);background:var(--c)",
    "color:none;background-color:none",
    "color:rgb(0,0,0)",
    "color:rgba(0,0,0,0.6)",
    "color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text",
    "background:transparent",
    "border-color:transparent",
    "visibility:visible",
    "filter:opacity(0.5)",
    "",
    ";;:",
    "display",
]


@pytest.mark.parametrize("style", HONEST_STYLES)
def test_styles_that_do_not_hide(style: str) -> None:
    assert hidden(f'<p style="{style}">x') is None
    assert hidden(f"<style>.h{{{style}}}</style><p class=h>x") is None


@pytest.mark.parametrize(
    ("tag", "how"),
    [
        ("p hidden", "attribute"),
        ("p HIDDEN=''", "attribute"),
        ("p hidden=until-found", None),
        ("p hidden style='display:block'", None),
        ("div hidden id='S:0'", None),
        ("div hidden id='S:1f'", None),
        ("div hidden id=S", "attribute"),
        ("p aria-hidden=true", "aria"),
        ("p aria-hidden=false", None),
        ("p aria-hidden=true hidden", "attribute"),
        ("dialog", "dialog"),
        ("dialog open", None),
        ("details", None),
        ("video", "fallback"),
        ("p class=hidden", "class"),
        ("p class='a d-none b'", "class"),
        ("p class=HIDE", "class"),
        ("p class=sr-only", "screen-reader"),
        ("p class='screen-reader-text x'", "screen-reader"),
        ("p class=visually-hidden", "screen-reader"),
        ("p class='visually-hidden-focusable'", "screen-reader"),
        ("p class='hidden md:block'", None),
        ("p class='hidden group-hover:flex'", None),
        ("p class='hidden lg:!inline-block'", None),
        ("p class='d-none d-md-block'", None),
        ("p class='d-none d-lg-none'", "class"),
        ("p class='hidden md:hidden'", "class"),
        ("p class='sr-only sm:not-sr-only'", "screen-reader"),
        ("p class='hidden' style='display:block'", None),
        ("p class='hidden' style='color:red'", "class"),
        ("p class='hidden-xs'", None),
        ("p class='d-block'", None),
        ("p class='overflow-hidden'", None),
        ("p class='show'", None),
        ("p class='unhidden'", None),
        ("p data-hidden=true", None),
        ("p id=hidden", None),
    ],
)
def test_attributes_and_conventions(tag: str, how: str | None) -> None:
    assert hidden(f"<{tag}>x") == how


def test_the_page_itself_is_never_hidden() -> None:
    assert hidden("<html style='display:none'><body hidden class=hidden style='opacity:0'><p>x") is None


def test_what_is_in_a_hidden_element_is_hidden() -> None:
    assert hidden("<div hidden><section><p>x") == "attribute"
    assert hidden("<div style='display:none'><p style='display:block'>x") == "display"


# --- style sheets -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "tag", "how"),
    [
        (".a{display:none}", "p class=a", "display"),
        (".a{display:none}", "p class='b a'", "display"),
        (".a{display:none}", "p class=A", None),
        ("#a{display:none}", "p id=a", "display"),
        ("#a{display:none}", "p class=a", None),
        ("p.a{display:none}", "p class=a", "display"),
        ("P.a{display:none}", "p class=a", "display"),
        ("div.a{display:none}", "p class=a", None),
        (".a.b{display:none}", "p class='b a'", "display"),
        (".a.b{display:none}", "p class=a", None),
        (".x,.a , .y{display:none}", "p class=a", "display"),
        (".a{font-size:0;color:red}", "p class=a", "font-size"),
        ("p{display:none}", "p", None),
        ("*{display:none}", "p class=a", None),
        # Nothing is known of what stands around, of states and of other screens.
        (".js .a{display:none}", "p class=a", None),
        (".a:hover{display:none}", "p class=a", None),
        (".a:not(.b){display:none}", "p class=a", None),
        (".a[x]{display:none}", "p class=a x", None),
        (".a::before{display:none}", "p class=a", None),
        ("@media print{.a{display:none}}", "p class=a", None),
        ("@media (max-width:600px){.a{display:none}}", "p class=a", None),
        # The last word holds, and the more exact one.
        (".a{display:none}.a{display:block}", "p class=a", None),
        (".a{display:block}.a{display:none}", "p class=a", "display"),
        (".a{display:none}.b{display:block}", "p class='a b'", None),
        (".b{display:block}.a{display:none}", "p class='a b'", "display"),
        ("p.a{display:block}.a{display:none}", "p class=a", None),
        ("#i{display:block}.a{display:none}", "p class=a id=i", None),
        ("#i{display:none}.a{display:block}", "p class=a id=i", "display"),
        (".a.open{display:block}.a{display:none}", "p class='a open'", None),
        (".a.open{display:block}.a{display:none}", "p class=a", "display"),
        ("#tabs > .a.open{display:block}.a{display:none}", "p class='a open'", None),
        (".menu:hover .a{display:block}.a{display:none}", "p class=a", "display"),
        (".a{display:none!important}.a{display:block}", "p class=a", "display"),
        (".a{display:none}.b{display:block!important}.a{display:none}", "p class='b a'", None),
        # The element's own style overrules, unless the sheet insists.
        (".a{display:none}", "p class=a style='display:block'", None),
        ("#a{display:none}", "p id=a style='color:red;display:inline'", None),
        (".a{display:none!important}", "p class=a style='display:block'", "display"),
        (".a{visibility:hidden}", "p class=a style='visibility:visible'", None),
        (".a{opacity:0}", "p class=a style='opacity:1'", None),
        # Two rules together may show, but only what hides by itself hides.
        (".a{height:0}.b{overflow:hidden}", "p class='a b'", None),
        (".a{opacity:0}.b{transition:opacity 1s}", "p class='a b'", None),
        # A color in the background's is one only in the same breath.
        (".a{color:#fff}.b{background:#fff}", "p class='a b'", None),
        (".a{background:#fff}", "p class=a style='color:#fff'", None),
        # Shown on other screens, or about to fade in.
        (".hidden{display:none}", "p class='hidden md:block'", None),
        (".et_animated{opacity:0}", "p class='b et_animated'", None),
        (".a{opacity:0}", "p class=a data-aos=fade-up", None),
        (".a{visibility:hidden}", "p class=a data-w-id=7", None),
        # Broken sheets.
        (".a{display:none", "p class=a", "display"),
        ("}.a{display:none}", "p class=a", None),
        ("/* .a{display:none} */", "p class=a", None),
        ("<!-- .a{display:none} -->", "p class=a", "display"),
    ],
)
def test_style_sheets(sheet: str, tag: str, how: str | None) -> None:
    assert hidden(f"<style>{sheet}</style><{tag}>x") == how


def test_all_sheets_of_a_page_count_in_order() -> None:
    sheets = "<style>.a{display:none}</style><style>.b{opacity:0}</style><style>.a{display:block}</style>"
    assert hidden(f"{sheets}<p class=a>x") is None
    assert hidden(f"{sheets}<p class=b>x") == "opacity"
    assert hidden("<p class=a>x</p><style>.a{display:none}</style>") == "display"


# --- what is shown again ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("around", "inside", "how"),
    [
        ("font-size:0", "font-size:16px", None),
        ("font-size:0", "font-size:1rem", None),
        ("font-size:0", "font-size:1em", "font-size"),
        ("font-size:0", "font-size:100%", "font-size"),
        ("font-size:0", "color:red", "font-size"),
        ("visibility:hidden", "visibility:visible", None),
        ("visibility:hidden", "visibility:inherit", "visibility"),
        ("color:transparent", "color:#333", None),
        ("color:#fff;background:#fff", "color:transparent", "color"),
        ("display:none", "display:block", "display"),
        ("opacity:0", "opacity:1", "opacity"),
    ],
)
def test_what_the_inside_can_undo(around: str, inside: str, how: str | None) -> None:
    assert hidden(f"<div style='{around}'><p style='{inside}'>x") == how
    assert hidden(f"<style>.r{{{around}}}.c{{{inside}}}</style><div class=r><p class='c'>x") == how


def test_what_is_undone_may_hide_in_another_way() -> None:
    assert hidden("<div style='font-size:0'><p style='font-size:9px;display:none'>x") == "display"


@pytest.mark.parametrize("style", ["opacity:0", "visibility:hidden"])
@pytest.mark.parametrize("page", ["h1", "main", "article"])
def test_a_curtain_before_the_page_is_lifted(style: str, page: str) -> None:
    assert hidden(f"<div style='{style}'><p>x</p><div><{page}>y</{page}></div></div>") is None
    assert hidden(f"<{page} style='{style}'>x") is None
    assert hidden(f"<div style='{style}'><p>x</p></div><{page}>y</{page}>") is not None
    assert hidden(f"<div style='{style}'><{page}>y</{page}></div><div style='{style}'>x</div>") is not None


def test_no_other_hiding_is_a_curtain() -> None:
    assert hidden("<div style='display:none'><h1>x") == "display"
    assert hidden("<div hidden><main>x") == "attribute"


# --- panels -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tag",
    [
        "div class=accordion-panel hidden",
        "div role=tabpanel style='display:none'",
        "div id=faq-answer-3 class=hidden",
        "div class='carousel-item slide' style='display:none'",
        "div class=swiper-slide hidden",
        "div class=sp-body hidden",
    ],
)
def test_a_panel_that_a_reader_opens_is_collapsed(tag: str) -> None:
    assert hidden(f"<{tag}>x") == "collapsed"
    (block,) = segment(f"<{tag}>x").blocks
    assert not block.flags.unseen


@pytest.mark.parametrize("tag", ["div class=menu-toggle hidden", "div class=accordion style='font-size:0'"])
def test_furniture_and_tricks_are_no_panels(tag: str) -> None:
    assert hidden(f"<{tag}>x") not in (None, "collapsed")


@pytest.mark.parametrize("how", ["hidden", "style='display:none'", "class=hidden"])
def test_what_a_button_opens_is_collapsed(how: str) -> None:
    button = "<button aria-controls='other q7'>Who pays?</button>"
    assert hidden(f"{button}<div id=q7 {how}>x") == "collapsed"
    other = "<button aria-controls=other>Who pays?</button><div>They do.</div>"
    assert hidden(f"{other}<div id=q7 {how}>x") not in (None, "collapsed")
    assert hidden(f"<button aria-controls=site-menu>Menu</button><div id=site-menu {how}>x") not in (None, "collapsed")


@pytest.mark.parametrize("names", ["js-reveal invisible", "fade hidden", "wow d-none"])
def test_what_waits_to_be_scrolled_to_is_seen(names: str) -> None:
    assert hidden(f"<section class='{names}'>x") is None
    assert hidden(f"<section class='{names.split()[1]}'>x") == "class"


# --- cost ---------------------------------------------------------------------------------------


def test_a_page_cannot_make_us_try_many_rules_on_many_elements() -> None:
    sheet = "".join(f".a.b{n}{{display:none}}" for n in range(50_000))
    start = time.process_time()
    rules = Visibility([sheet])
    for n in range(20_000):
        rules.hidden("p", {"class": f"a c{n}"})
    assert time.process_time() - start < 5
