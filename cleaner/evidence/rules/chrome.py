"""The page's furniture: menus, footers, breadcrumbs, pagination, share bars, consent."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, either, marked, phrases, rule
from cleaner.evidence.signs.furniture.links import link_menus
from cleaner.evidence.signs.furniture.standing import buttons, encloses, lines, menus, trails
from cleaner.evidence.text import begins, covered, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block, Effect, Span

# Furniture speaks in labels and short lines (characters); what is longer in a nav or footer is someone's text.
_LABEL = 120
_NOTICE = 400


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
        yield WHOLE


@rule(
    "chrome.menu",
    needs=Need("short links in a row before the text", lambda view: link_menus(view)),
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
    yield WHOLE


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
    "chrome.reading",
    needs=Need(
        "a reading in ruby",
        lambda view: [block.index for block in view.blocks if _readings(block)] if "rt" in view.tree.tags else [],
    ),
    effect=Effect.REMOVE,
    hits=["<p>=>この日、<ruby>海<rp>（</rp><rt>うみ</rt><rp>）</rp></ruby>は静かで、船は出なかった。</p>"],
    misses=["<p><ruby><rt>=>うみはいつも静かだった。</rt></ruby></p>", "<p>=>海（うみ）は静かで、船は出なかった。</p>"],
)
def reading(block: Block, view: View) -> Iterator[Seen]:
    """Removes the readings that ruby annotations set above characters: they say what stands there already, and are set in
    the midst of words where they are read as text."""
    spans = _readings(block)
    if covered(block.text, spans) < 1:
        yield from map(Seen, spans)


def _readings(block: Block) -> list[Span]:
    return [mark.range for mark in block.inline if mark.kind == "reading"]


@rule(
    "chrome.footer",
    needs=marked("footer"),
    effect=Effect.REMOVE,
    hits=["<article><p>The moor is quiet.</p></article><footer><p>=>Moor News, 4 Mill Lane</p></footer>"],
    misses=[
        "<article><p>The moor is quiet.</p><footer><p>=>With thanks to the wardens of the moor.</p></footer></article>",
        "<p>The moor is quiet.</p><blockquote><p>It is not.</p><footer>=>— Olave Tunstead, ferryman</footer></blockquote>",
    ],
)
def footer(block: Block, view: View) -> Iterator[Seen]:
    """Removes the page's footer (not that of an article in it, which may be the author's, nor a quotation's)."""
    if len(block.text) <= _NOTICE and view.place(block) != "before" and not block.flags.quote:
        if not any(block.index in view.marked.get(mark, ()) for mark in ("article", "main")):
            yield WHOLE


@rule(
    "chrome.breadcrumbs",
    needs=either(marked("breadcrumbs"), Need("steps from the first page", trails)),
    effect=Effect.REMOVE,
    hits=[
        "<ol class='breadcrumb'><li><a href='/'>=>Home</a></li><li>News</li></ol><p>The moor is quiet.</p>",
        "=>Home > News > Local\n\nThe moor is quiet at this time of the year, and the last of the visitors have left for the town.",
        "<title>Bees on the moor</title><h1>Bees on the moor</h1><p>The moor is quiet at this time of the year, and the last visitors have left.</p>"
        "<p>=>Home » Nature » Bees on the moor</p><p>In the spring they will come back, as they have done since the railway came to the valley.</p>",
    ],
    misses=[
        "<div class='bread'><p>=>Breadcrumbs, toasted in butter, go on last.</p></div>",
        "Go to Home > Settings > Sound and turn it off.",
        "<p>To leave a note, go to your own page, and from there to the page of whoever it is for; the path stands at the top of it:</p><p>=>Home > News > Local</p><p>Yours will be longer.</p>",
    ],
)
def breadcrumbs(block: Block, view: View) -> Iterator[Seen]:
    """Removes the trail that says where the page stands on its site: inside its markup, or steps from the first page
    before the text begins, or anywhere to the page's own title."""
    if len(block.text) <= _LABEL:
        yield WHOLE


@rule(
    "chrome.pagination",
    needs=either(marked("pagination"), lines("pager", "pagination")),
    effect=Effect.REMOVE,
    hits=[
        "<p>The moor is quiet.</p><div class='pagination'><a href='?p=2'>=>Next</a></div>",
        "« Previous | Page 2 of 9 | Next »",
    ],
    misses=[
        "<div class='pages'><p>=>Pages 12 to 40 are missing from this copy.</p></div>",
        "Page 12 of 40 is missing.",
        "Next",
        "First post!",
    ],
)
def pagination(block: Block, view: View) -> Iterator[Seen]:
    """Removes ways to the next and previous page or post: inside their markup, or lines of nothing else around the text."""
    marked = block.index in view.marked.get("pagination", ())
    if not marked:
        if not block.text.endswith("!"):  # nobody cries "Next!" but a person
            yield WHOLE
    elif not encloses(view, "pagination") and (len(block.text) <= _LABEL or mostly_linked(block)):
        yield WHOLE


@rule(
    "chrome.menu-words",
    needs=Need("a row of words of menus", menus),
    effect=Effect.REMOVE,
    hits=["=>* News\n* Sport\n* Weather\n* Contact us", "Imprint | Privacy policy | Terms of use | Contact"],
    misses=[
        "Contact",
        "News, sport, weather and a word from the vicar: the village paper had room for no more.",
        "<ul><li>=>Home</li><li>Help</li></ul>",
    ],
)
def menu_words(block: Block, view: View) -> Iterator[Seen]:
    """Removes menus and footers without links: rows of short lines before or behind the text, most of which are words of
    menus ("Contact", "Privacy policy"). Menus that an article shows stand between its paragraphs."""
    yield WHOLE


@rule(
    "chrome.share",
    needs=either(marked("share"), lines("share", "network")),
    effect=Effect.REMOVE,
    hits=[
        "<div class='sharedaddy'><h3>=>Share this:</h3></div><p>The moor is quiet.</p>",
        "Share on Facebook",
        "Facebook Twitter WhatsApp",
    ],
    misses=[
        "He asked her to share this with nobody, and she told the whole village before supper.",
        "Share",
        "Facebook",
    ],
)
def share(block: Block, view: View) -> Iterator[Seen]:
    """Removes bars and lines that offer to pass the page on: inside their markup, or of nothing else."""
    if block.index not in view.marked.get("share", ()) or len(block.text) <= _LABEL:
        yield WHOLE


@rule(
    "chrome.tools",
    needs=lines("tools"),
    effect=Effect.REMOVE,
    hits=["Print this page | Save as PDF", "Increase text size"],
    misses=["Print", "Print this page and bring it with you, or show it on your telephone."],
)
def tools(block: Block, view: View) -> Iterator[Seen]:
    """Removes tools of the page around its text: print, size of letters, save, report an error."""
    yield WHOLE


@rule(
    "chrome.cookies",
    needs=either(marked("cookies"), lines("cookies", "consent-wall")),
    effect=Effect.REMOVE,
    hits=[
        "We use cookies to make this site work. Accept all cookies",
        "<div id='cookie-notice'><p>=>Is that fine with you?</p></div>",
    ],
    misses=[
        "The regulator found that the sentence “we use cookies to improve your experience” stood on nine of ten sites it "
        "looked at, that fewer than one in five said what for, and that the button to refuse was on average three clicks "
        "away from it. In March it fined four publishers, among them two that had promised to mend their banners. The "
        "publishers say that they will appeal, and that the rules are unclear to everyone who has to follow them.",
        "We use cookies. They come from Mrs Ellery, who bakes them on Thursdays.",
    ],
)
def cookies(block: Block, view: View) -> Iterator[Seen]:
    """Removes consent banners: their containers, and short notices in their words.

    A page about cookies, privacy or terms says the same things as its content, and keeps them.
    """
    if block.index in view.marked.get("cookies", ()) or not view.is_policy:
        yield WHOLE


@rule(
    "chrome.buttons",
    needs=Need("buttons beside a notice", buttons),
    effect=Effect.REMOVE,
    hits=["We use cookies to make this site work.\n\nAccept all\n\n=>Save and close"],
    misses=["Yes", "Accept all"],
)
def notice_buttons(block: Block, view: View) -> Iterator[Seen]:
    """Removes the buttons of a banner or a question, which stand beside it in the text that is left of a page."""
    yield WHOLE


@rule(
    "chrome.skip-link",
    needs=lines("skip-link"),
    effect=Effect.REMOVE,
    hits=["Skip to main content"],
    misses=["Readers in a hurry may skip to content of chapter two."],
)
def skip_link(block: Block, view: View) -> Iterator[Seen]:
    """Removes links past the menus: a block of nothing but their words."""
    yield WHOLE


@rule(
    "chrome.back-to-top",
    needs=lines("back-to-top"),
    effect=Effect.REMOVE,
    hits=["<p>The moor is quiet.</p><p><a href='#top'>=>Back to top</a></p>"],
    misses=["It took her an hour to get back to the top.", "Top"],
)
def back_to_top(block: Block, view: View) -> Iterator[Seen]:
    """Removes links to the top of the page."""
    yield WHOLE


@rule(
    "chrome.copyright",
    needs=lines("copyright"),
    effect=Effect.REMOVE,
    hits=["© 2024 Moor News. All rights reserved.", "All content © Moor News 2024"],
    misses=[
        "At the meeting all rights reserved to the commons were read out, one by one, and voted on again.",
        "© The puppets and the plays are by Rosa Page. All rights reserved. Schools may play them for nothing; please ask.",
    ],
)
def copyright_line(block: Block, view: View) -> Iterator[Seen]:
    """Removes claims of copyright behind the text."""
    if not view.is_policy:
        yield WHOLE


@rule(
    "chrome.script-needed",
    needs=lines("script-needed"),
    effect=Effect.REMOVE,
    hits=["Please enable JavaScript to view this page."],
    misses=[
        "The manual says that you need to enable JavaScript in the kiosk's browser before the sensors report, and that a "
        "restart is needed each time; two of our machines did so without being asked, and one of them never came back."
    ],
)
def script_needed(block: Block, view: View) -> Iterator[Seen]:
    """Removes the notice shown where scripts do not run, or in a browser too old: a short block in its words."""
    yield WHOLE


@rule(
    "chrome.paywall",
    needs=lines("paywall"),
    effect=Effect.REMOVE,
    hits=["Subscribe to continue reading", "To continue reading, please register for free or log in to your account."],
    misses=[
        "Subscribers only had to wait: by noon the shop was theirs, and by one there was nothing left in it but string."
    ],
)
def paywall(block: Block, view: View) -> Iterator[Seen]:
    """Removes what stands where an article stops for those who do not pay: a short block in its words."""
    yield WHOLE


@rule(
    "chrome.age-gate",
    needs=lines("age-gate"),
    effect=Effect.REMOVE,
    hits=["Are you over 18? Yes No", "Please confirm that you are of legal drinking age."],
    misses=["“Are you over 18?” she asked the tortoise, and wrote down that it had not denied it."],
)
def age_gate(block: Block, view: View) -> Iterator[Seen]:
    """Removes questions for the visitor's age: a short block in their words."""
    yield WHOLE


@rule(
    "chrome.ad-label",
    needs=lines("ad-label"),
    effect=Effect.REMOVE,
    hits=[
        "Article continues below this advertisement",
        "The moor is quiet.\n\n=>Advertisement\n\nIt is dusk on the moor.",
    ],
    misses=["The advertisement ran for a week, and nobody came.", "<ul><li>=>Advertisement</li><li>Essay</li></ul>"],
)
def ad_label(block: Block, view: View) -> Iterator[Seen]:
    """Removes labels of advertisements: lines that say so and nothing else."""
    yield WHOLE


@rule(
    "chrome.loading",
    needs=lines("loading"),
    effect=Effect.REMOVE,
    hits=["Loading comments, please wait..."],
    misses=["Please wait", "Loading the last of the hay took them until dark."],
)
def loading(block: Block, view: View) -> Iterator[Seen]:
    """Removes what stands where something was to be loaded."""
    yield WHOLE


@rule(
    "chrome.login",
    needs=lines("login"),
    effect=Effect.REMOVE,
    hits=["Log in | Register | Forgot your password?"],
    misses=["Log in", "Log in with the number on your card; the password is the year in which you were born."],
)
def login(block: Block, view: View) -> Iterator[Seen]:
    """Removes prompts to log in around the text."""
    yield WHOLE


@rule(
    "chrome.forum-line",
    needs=phrases("forum-line"),
    effect=Effect.REMOVE,
    hits=[
        "<div class='postbody'>Shut both valves.</div><p>=>Users browsing this forum: no registered users and 11 guests</p>"
    ],
    misses=["Users browsing this forum: do shut both valves, and write to us how it went."],
)
def forum_line(block: Block, view: View) -> Iterator[Seen]:
    """Removes the lines under a forum's topic that say who reads it, who may write, and what time it is."""
    if view.forum and len(block.text) <= _LABEL and begins(block, view.phrases["forum-line"][block.index][0]):
        yield WHOLE
