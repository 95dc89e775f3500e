"""The page's furniture: menus, footers, breadcrumbs, pagination, share bars, consent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import Need, Seen, either, marked, phrases, rule
from cleaner.evidence.text import begins, is_phrase, linked, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

# Furniture speaks in labels and short lines (characters); what is longer in a nav or footer is someone's text.
_LABEL = 120
_NOTICE, _BANNER = 400, 250
# A menu's entry is a short link (characters), a menu a row of four or more, a paragraph what no menu has.
_LINK, _ROW, _PARAGRAPH = 40, 4, 80
_COPYRIGHT = re.compile(r"^\W*(?:©|\(c\)|copyright\b|&copy;)", re.IGNORECASE)


@rule(
    "chrome.navigation",
    needs=marked("nav"),
    effect=Effect.REMOVE,
    hits=["<nav><ul><li><a href='/'>=>Home</a></li><li><a href='/n'>News</a></li></ul></nav><p>The moor is quiet.</p>"],
    misses=[
        "<nav><p>=>A ship is steered by the stars, and where there are none by the compass, and where there is none by the swell, which keeps its direction for days after the wind has gone round.</p></nav>"
    ],
)
def navigation(block: Block, view: View) -> Iterator[Seen]:
    """Removes links and labels in `nav` elements and in anything with the role of navigation."""
    if len(block.text) <= _LABEL or mostly_linked(block):
        yield Seen()


@rule(
    "chrome.menu",
    needs=Need("short links in a row before the text", lambda view: _menus(view)),
    effect=Effect.REMOVE,
    hits=[
        "<table><tr><td><a href='/'>=>Start</a></td><td><a href='/v'>Society</a></td><td><a href='/t'>Dates</a></td>"
        "<td><a href='/c'>Chronicle</a></td></tr></table><p>The funicular ran for the first time on a Sunday in May, with "
        "the mayor on board and a brass band behind him, and stopped half way up.</p>"
    ],
    misses=[
        "<p>Contents</p><ul><li><a href='#a'>=>The valley</a></li><li><a href='#b'>The hill</a></li><li><a href='#c'>The sea</a></li>"
        "<li><a href='#d'>The end</a></li></ul><p>The funicular ran for the first time on a Sunday in May.</p>",
        "<ul><li><a href='/a'>Old songs</a></li><li><a href='/b'>=>New songs</a></li><li><a href='/c'>Hymns</a></li></ul>",
        "<h1>Songs</h1><ul><li><a href='/a'>=>Old</a></li><li><a href='/b'>New</a></li><li><a href='/c'>Hymns</a></li>"
        "<li><a href='/d'>Psalms</a></li></ul>",
    ],
)
def menu(block: Block, view: View) -> Iterator[Seen]:
    """Removes a menu that no `nav` marks: four or more blocks in a row that are each a short link, before any paragraph.

    Of such blocks that trafilatura returns, 8% stand in the reference of wcxb-dev. Links inside the page are a table of
    contents and stay.
    """
    yield Seen()


def _menus(view: View) -> Iterator[int]:
    found: list[int] = []
    row: list[int] = []
    entries = 0
    for block in view.blocks:
        if links := _short_links(block):
            row.append(block.index)
            entries += links
            continue
        if entries >= _ROW:
            found += row
        row, entries = [], 0
        if len(block.text) > _PARAGRAPH and not mostly_linked(block):
            yield from found
            return


def _short_links(block: Block) -> int:
    """How many links a block is made of, if it is made of short links to other pages; else 0."""
    if 5 * linked(block) <= 4 * len(block.text):
        return 0
    links = [(end - start, target) for kind, (start, end), target, _ in block.inline if kind == "link"]
    for length, target in links:
        if length >= _LINK or not target or target.startswith("#"):
            return 0
    return 0 if _heads_column(block) else len(links)


def _heads_column(block: Block) -> bool:
    """Does the block stand in the head of a table, which has links to sort by?"""
    if block.node < 0:
        return False
    around = (block.node, block.tree.parents[block.node])
    return any(row >= 0 and block.tree.tags[row] == "th" for row in around)


@rule(
    "chrome.responsive-copy",
    needs=Need("a container that repeats an earlier one", lambda view: sorted(view.copies)),
    effect=Effect.REMOVE,
    hits=[
        "<div class='phone'><p>The ferry ran for the last time on a Sunday in May.</p><p>Nobody had told the crew of "
        "it, nor the captain.</p></div><div class='desk'><p>=>The ferry ran for the last time on a Sunday in May.</p>"
        "<p>Nobody had told the crew of it, nor the captain.</p></div>",
    ],
    misses=[
        "<div><p>And the tide goes out and the tide comes in again.</p><p>She waited on the quay for her brother.</p>"
        "<p>=>And the tide goes out and the tide comes in again.</p></div>",
        "<div><p>The parties agree that the clause above applies to them.</p></div><div><p>=>The parties agree that the "
        "clause above applies to them.</p><p>It does not apply to their heirs.</p></div>",
        "<div class='chorus'><p>And the tide goes out and the tide comes in again,</p><p>and nobody is home but me.</p></div>"
        "<div class='chorus'><p>=>And the tide goes out and the tide comes in again,</p><p>and nobody is home but me.</p></div>",
    ],
)
def responsive_copy(block: Block, view: View) -> Iterator[Seen]:
    """Removes the second copy of a container that a page gives twice, for telephones and for desktops.

    Safe alone because every visible block of the container must stand in the other one too, one of eight words or more
    among them, and because the other one is kept.
    """
    if view.opinions.get(view.copies[block.index], 1.0) > 0:
        yield Seen(None, (f"copy-of={view.copies[block.index]}",))


@rule(
    "chrome.footer",
    needs=marked("footer"),
    effect=Effect.REMOVE,
    hits=["<article><p>The moor is quiet.</p></article><footer><p>=>Moor News, 4 Mill Lane</p></footer>"],
    misses=[
        "<article><p>The moor is quiet.</p><footer><p>=>With thanks to the wardens of the moor.</p></footer></article>"
    ],
)
def footer(block: Block, view: View) -> Iterator[Seen]:
    """Removes the page's footer (not that of an article in it, which may be the author's)."""
    if len(block.text) <= _NOTICE and view.place(block) != "before":
        if not any(block.index in view.marked.get(mark, ()) for mark in ("article", "main")):
            yield Seen()


@rule(
    "chrome.breadcrumbs",
    needs=marked("breadcrumbs"),
    effect=Effect.REMOVE,
    hits=["<ol class='breadcrumb'><li><a href='/'>=>Home</a></li><li>News</li></ol><p>The moor is quiet.</p>"],
    misses=["<div class='bread'><p>=>Breadcrumbs, toasted in butter, go on last.</p></div>"],
)
def breadcrumbs(block: Block, view: View) -> Iterator[Seen]:
    """Removes the trail of links that says where the page stands on its site."""
    if len(block.text) <= _LABEL:
        yield Seen()


@rule(
    "chrome.pagination",
    needs=marked("pagination"),
    effect=Effect.REMOVE,
    hits=["<p>The moor is quiet.</p><div class='pagination'><a href='?p=2'>=>Next</a></div>"],
    misses=["<div class='pages'><p>=>Pages 12 to 40 are missing from this copy.</p></div>"],
)
def pagination(block: Block, view: View) -> Iterator[Seen]:
    """Removes links to the next and previous page or post."""
    if len(block.text) <= _LABEL or mostly_linked(block):
        yield Seen()


@rule(
    "chrome.share",
    needs=either(marked("share"), phrases("share")),
    effect=Effect.REMOVE,
    hits=["<div class='sharedaddy'><h3>=>Share this:</h3></div><p>The moor is quiet.</p>", "Share on Facebook"],
    misses=["He asked her to share this with nobody, and she told the whole village before supper."],
)
def share(block: Block, view: View) -> Iterator[Seen]:
    """Removes bars and lines that offer to pass the page on: inside their markup, or a line of nothing else."""
    if block.index in view.marked.get("share", ()):
        if len(block.text) <= _LABEL:
            yield Seen()
    elif is_phrase(block, view.phrases["share"][block.index]):
        yield Seen()


@rule(
    "chrome.cookies",
    needs=either(marked("cookies"), phrases("cookies")),
    effect=Effect.REMOVE,
    hits=[
        "We use cookies to make this site work. Accept all cookies",
        "<div id='cookie-notice'><p>=>Is that fine with you?</p></div>",
    ],
    misses=[
        "The regulator found that the sentence “we use cookies to improve your experience” stood on nine of ten sites it "
        "looked at, that fewer than one in five said what for, and that the button to refuse was on average three clicks "
        "away from it. In March it fined four publishers, among them two that had promised to mend their banners. The "
        "publishers say that they will appeal, and that the rules are unclear to everyone who has to follow them."
    ],
)
def cookies(block: Block, view: View) -> Iterator[Seen]:
    """Removes consent banners: their containers, and short notices that begin with their words.

    A page about cookies, privacy or terms says the same things as its content, and keeps them.
    """
    if block.index in view.marked.get("cookies", ()) or (
        len(block.text) <= _BANNER and begins(block, view.phrases["cookies"][block.index][0]) and not view.is_policy
    ):
        yield Seen()


@rule(
    "chrome.skip-link",
    needs=phrases("skip-link"),
    effect=Effect.REMOVE,
    hits=["Skip to main content"],
    misses=["Readers in a hurry may skip to content of chapter two."],
)
def skip_link(block: Block, view: View) -> Iterator[Seen]:
    """Removes the link past the menus: a block of nothing but its words."""
    if is_phrase(block, view.phrases["skip-link"][block.index]):
        yield Seen()


@rule(
    "chrome.copyright",
    needs=phrases("copyright"),
    effect=Effect.REMOVE,
    hits=["© 2024 Moor News. All rights reserved."],
    misses=["At the meeting all rights reserved to the commons were read out, one by one, and voted on again."],
)
def copyright_line(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that claims copyright and reserves all rights."""
    if len(block.text) <= _NOTICE and _COPYRIGHT.search(block.text) and not view.is_policy:
        yield Seen()


@rule(
    "chrome.script-needed",
    needs=phrases("script-needed"),
    effect=Effect.REMOVE,
    hits=["Please enable JavaScript to view this page."],
    misses=[
        "The manual says that you need to enable JavaScript in the kiosk's browser before the sensors report, and that a "
        "restart is needed each time; two of our machines did so without being asked, and one of them never came back."
    ],
)
def script_needed(block: Block, view: View) -> Iterator[Seen]:
    """Removes the notice shown where scripts do not run: a short block in its words."""
    if len(block.text) <= _LABEL:
        yield Seen()
