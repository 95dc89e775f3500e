"""What is put on a page for search engines: dressed titles, invented figures, lists of articles."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, either, phrases, rule, spam_rule
from cleaner.evidence.signs.articles import article_lists
from cleaner.evidence.signs.stuffing import contents, counters, searches, tags, towns
from cleaner.evidence.signs.stuffing import keywords as keyword_lists
from cleaner.evidence.signs.titled import dressed_copies, is_filler, title_copies, title_lines, title_sentences
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

_SUFFIXES = Need("a title that the page dresses with a year", lambda view: sorted(view.farm.suffixes))
_CAPTIONS = Need("a numbered caption", lambda view: [index for index, _ in view.farm.captions])
_REPEATS = Need("the dressed title again", lambda view: sorted({index for index, _ in view.farm.repeats}))
_INFORMATION = Need("a farm's information block", lambda view: sorted({i.block for i in view.farm.information}))
_LISTS = Need("a farm's list of articles", lambda view: sorted({index for index, _ in view.farm.lists}))

_PAGE = (
    "{}Old harbour bridge to close for repairs until spring (2025)\n\n"
    "The bridge over the old harbour closes on Monday, the council said, and will stay closed until spring.\n\n"
    "{}Old harbour bridge to close for repairs until spring (1)\n\n"
    "Divers found cracks in two of the piers last month, and a third is being looked at now.\n\n"
    "{}Old harbour bridge to close for repairs until spring (2025)\n{}Top Articles\nLatest Posts\nRecommended Articles\n"
    "Article information\n\nAuthor: Ada Quist\n\n{}Views: 6023\n\nRating: 4.1 / 5 (31 voted)\n\n"
    "Reviews: 92% of readers found this page helpful"
)


def _page(meant: int) -> str:
    return _PAGE.format(*("=>" if place == meant else "" for place in range(5)))


@spam_rule(
    "seo.title-suffix",
    needs=_SUFFIXES,
    hits=[_page(0)],
    misses=["=>The Salt Orchard (2021)\n\nA film about a family of salt makers.", "=>The nine best kettles (2025)"],
)
def title_suffix(block: Block, view: View) -> Iterator[Seen]:
    """Removes the title that a farm dressed with a year, wherever it stands, and names the title without it.

    Safe alone because a year proves nothing here: the same title must also stand as a numbered caption, or the page carry
    another proof of a farm (:mod:`cleaner.evidence.farm`).
    """
    yield Seen(None, (f"title={view.farm.title}", f"suffix={view.farm.suffixes[block.index]}"))


@spam_rule(
    "seo.numbered-caption",
    needs=_CAPTIONS,
    hits=[_page(1)],
    misses=[
        "The Lighthouse Keeper's Year\n\n=>The Lighthouse Keeper's Year (1)\n\nIt was cold when he came.\n\n"
        "The Lighthouse Keeper's Year (2)\n\nIn spring the birds returned.",
    ],
)
def numbered_caption(block: Block, view: View) -> Iterator[Seen]:
    """Removes "Title (1)", "Title (2)", … where pictures stood. A serial's numbered chapters have no dressed title."""
    yield Seen(None, (f"title={view.farm.title}",))


@spam_rule(
    "seo.repeated-title",
    needs=_REPEATS,
    hits=[_page(2)],
    misses=["Refrain of the sea\n\nThe tide came in.\n\n=>Refrain of the sea\n\nThe tide went out."],
)
def repeated_title(block: Block, view: View) -> Iterator[Seen]:
    """Removes the dressed title where the farm's template repeats it, alone or inside a run-on line."""
    yield from _pieces(block, view, "repeats")


@spam_rule(
    "seo.information",
    needs=_INFORMATION,
    hits=[
        _page(4),
        "<p>The last train leaves at nine.</p><div>Rating: 4.4 / 5 (12 voted)</div><div>=>Reviews: 81% of readers found this page helpful</div>",
    ],
    misses=[
        "Plum cake\n\nRating: 4.5 / 5 (38 ratings)\n=>Reviews: 12\nViews: 3,400",
        "=>Views: 214 · Author: mkay · Last updated: 3 May",
    ],
)
def information(block: Block, view: View) -> Iterator[Seen]:
    """Removes the block "Article information": author, update, views, rating and helpfulness, all invented.

    Safe alone because the block must hold an invented figure no other site prints, or stand before a fabricated profile.
    """
    yield from _pieces(block, view, "information")


@spam_rule(
    "seo.article-list",
    needs=_LISTS,
    hits=[_page(3)],
    misses=["<h2>Latest Posts</h2><ul><li>=>How we moved the library in a week</li></ul>", "=>Top Articles"],
)
def article_list(block: Block, view: View) -> Iterator[Seen]:
    """Removes "Top Articles", "Latest Posts", "Recommended Articles" with their entries, as part of a farm's template.

    On their own such headings are honest: "Latest Posts" stands on 18 of 6,544 ordinary pages.
    """
    yield from _pieces(block, view, "lists")


def _pieces(block: Block, view: View, name: str) -> Iterator[Seen]:
    for span in view.farm.ranges.get((name, block.index), ()):
        yield Seen(None if span == (0, len(block.text)) else span)


# --- what any site may do ---------------------------------------------------------------------------


@rule(
    "seo.towns",
    needs=Need("a list of towns", towns),
    effect=Effect.REMOVE,
    hits=[
        "Roof repair in Leeds\n=>Roof repair in Derby\nRoof repair in Bath\nRoof repair in York\nRoof repair in Hull",
        "<p>=>Plumber Leeds | Plumber Derby | Plumber Bath | Plumber York | Plumber Hull | Plumber Ely</p>",
    ],
    misses=[
        "Concert in Leeds\n=>Concert in Derby\nConcert in Bath\nConcert in York\nConcert in Hull",
        "A plumber in Leeds, a plumber in Derby and a plumber in Bath had all refused the work.",
        "Week 1\n=>Week 2\nWeek 3\nWeek 4\nWeek 5\nWeek 6",
    ],
)
def town_list(block: Block, view: View) -> Iterator[Seen]:
    """Removes lists that offer one trade in town after town: five entries or more, of one template but for a name.

    All but a name is the same; on pages with markup every entry has to be a link. A firm's list of its branches looks
    like one.
    """
    yield WHOLE


@spam_rule(
    "seo.keywords",
    needs=Need("a list of keywords in one line", keyword_lists),
    hits=[
        "kettle reviews, cheap kettles online, best kettle 2025, kettle price, buy kettle, kettle near me, kettle discount",
        "Others came here for: copper kettle pdf, copper kettle reddit, copper kettle meaning.",
    ],
    misses=[
        "Red boat, blue boat, green boat, white boat, grey boat, black boat: she painted all that came in.",
        "Swift counting, swift counts, how to count swifts, roof nests, evening survey, sound lure",
        "Cheap boats, best boats, new boats: the market had them all, and nobody bought one.",
        "She had three: copper kettle one, copper kettle two, copper kettle three.",
    ],
)
def keywords(block: Block, view: View) -> Iterator[Seen]:
    """Removes lists of searches: one word in most entries of a line, among others that sell ("kettle price, cheap kettle"); or behind a colon the
    same words in all."""
    yield WHOLE


@rule(
    "seo.related-search",
    needs=Need("a list of searches", searches),
    effect=Effect.REMOVE,
    hits=[
        "The moor is quiet.\n\n=>Related searches\nmoor walks map\nhow old is the moor\nmoor weather today",
        "<p>The moor is quiet.</p><h3>People also search for</h3><ul><li><a href='/s?q=a'>=>moor walks</a></li>"
        "<li><a href='/s?q=b'>moor map</a></li></ul>",
        "Related searches: moor walks, moor map, moor weather",
    ],
    misses=[
        "People also ask why the moor burns every spring, and nobody likes the answer.",
        "Popular searches\n\nThe dog was looked for longest, by four hundred people and a helicopter, in the winter of 1987.",
    ],
)
def related_search(block: Block, view: View) -> Iterator[Seen]:
    """Removes a list of searches ("People also search for", "Related searches"): its lead and the short entries under it."""
    yield WHOLE


@rule(
    "seo.contents",
    needs=Need("a table of contents", contents),
    effect=Effect.REMOVE,
    hits=[
        "=>Contents\n\nThe old mill\nThe long dam\n\nThe old mill\n\nIt was built in 1911, and burnt twice.\n\nThe long dam\n\n"
        "It was never finished.",
    ],
    misses=[
        "Contents\n\nTwo hundred herring in salt, a cask of tar, and nothing that the list had named.",
        "<h2>=>In this article</h2><p>Nobody is named who had not agreed to be.</p>",
        "On this page\n\nThe printer made three mistakes.",
    ],
)
def table_of_contents(block: Block, view: View) -> Iterator[Seen]:
    """Removes a table of contents: its lead, and lines or links that stand again as headings behind it."""
    yield WHOLE


@rule(
    "seo.tags",
    needs=Need("tags of an article", tags),
    effect=Effect.REMOVE,
    hits=[
        "The moor is quiet.\n\nIt is dusk.\n\n=>Tags: moor, dusk, walking",
        "The moor is quiet.\n\nIt is dusk.\n\n=>#moor #dusk #walking",
        "<p>The moor is quiet.</p><p>=>Filed under: <a href='/t/moor'>moor</a>, <a href='/t/dusk'>dusk</a></p>",
        "=>Tags: kettle, best, cheap, near me, buy online, review\n\nThe moor is quiet.\n\nIt is dusk.",
    ],
    misses=[
        "Tags: the small brass ones that the railway used, and which boys collected, were made in Derby.",
        "Keywords: best swift survey method, swift counting, roof nests",
        "#3 was the fastest of them.",
    ],
)
def tag_list(block: Block, view: View) -> Iterator[Seen]:
    """Removes the tags and categories of an article: a lead with links, or with a list at the end of a text or of words that sell; hashtags.

    A paper's keywords stand before its text, and stay.
    """
    yield WHOLE


@rule(
    "seo.counters",
    needs=Need("a line of counters", counters),
    effect=Effect.REMOVE,
    hits=["Views: 6,023", "85% of people found this article helpful", "★★★★☆ 4.8 (310 votes)"],
    misses=[
        "Rating: 4 out of 5",
        "Votes: 23,411",
        "Four in five readers found this page hard to read, the study says.",
        "The bill passed with 310 votes",
    ],
)
def counter(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that counts views or tells how many found a text helpful: figures and these words, and no others."""
    yield WHOLE


_NAMINGS = Need("sentences beside each other that name the whole title", title_sentences)
_NAMED = (
    "<title>Nine kettles that do not whistle</title><h1>Nine kettles that do not whistle</h1><p>They hum, and that is all they "
    "do, said the man in the shop, who had sold kettles for thirty years and had heard every one of them.</p>{}"
)
_PAGE_IN_THREE = (
    "Nine kettles that do not whistle\n\nThey hum, and that is all they do, said the man in the shop, who had sold kettles "
    "for thirty years and had heard every one of them.\n\n{}\n\nThe first of them was made in a shed behind the station, of copper "
    "from the old boiler, and it has never been mended, nor has it needed it.\n\nThe last was bought by a lady from the coast, who "
    "pours her tea from it every morning and says that she has never missed the noise of the other one."
)
_ARTICLE = (
    "Nine kettles that do not whistle\n\nThey hum, and that is all they do, said the man in the shop, who had sold kettles "
    "for thirty years and had heard every one of them.\n\nThe first of them was made in a shed behind the station, of copper "
    "from the old boiler, and it has never been mended, nor has it needed it.\n\n"
)


@rule(
    "seo.filler",
    needs=either(phrases("filler-name"), _NAMINGS),
    effect=Effect.REMOVE,
    hits=[
        "<title>Nine kettles that do not whistle</title><h1>Nine kettles that do not whistle</h1><p>=>In today’s fast-paced "
        "world, Nine kettles that do not whistle has become more important than ever before.</p><p>They hum.</p>",
        "Are you looking for Nine Kettles That Do Not Whistle? Then you have come to the right place!",
        _NAMED.format(
            "<h4>=>Wozu dienen Nine kettles that do not whistle?</h4>"
            "<p>Nine kettles that do not whistle bringen viele Menschen weiter.</p>"
        ),
    ],
    misses=[
        _NAMED.format(
            "<p>=>Nine kettles that do not whistle was first printed in 1931, in Leeds.</p><p>It sold badly.</p>"
        ),
        _NAMED.format(
            "<p>=>I called it Nine kettles that do not whistle because there were nine.</p>"
            "<p>Nine kettles that do not whistle is what the printer set, too.</p>"
        ),
        "In this article, we compare three kettles, of which one whistles.",
        "Without further ado, the mayor cut the ribbon.",
        "When it comes to kettles, in conclusion, nobody knows anything.",
    ],
)
def filler(block: Block, view: View) -> Iterator[Seen]:
    """Removes sentences that announce any text alike and name this one by its whole title, or that are two templates in one;
    and questions with answers that all name it, beside each other. The title must be too long to be said within a sentence."""
    worded = block.index in view.phrases.get("filler-name", ()) and is_filler(block, view)
    if worded or block.index in _NAMINGS.find(view):
        yield WHOLE


@rule(
    "seo.title-line",
    needs=Need("the whole title among a few words", title_lines),
    effect=Effect.REMOVE,
    hits=[
        _NAMED.format("<p>=>All about Nine kettles that do not whistle in your town</p>"),
        _NAMED.format("<p>=>Nine kettles that do not whistle free download 2024</p>"),
    ],
    misses=[
        _NAMED.format("<p>=>Our film: Nine kettles that do not whistle</p>"),
        _NAMED.format("<h3>=>Buying Nine kettles that do not whistle</h3><p>Go early.</p>"),
        _NAMED.format("<p>=>“Nine kettles that do not whistle” was her first poem.</p>"),
        _NAMED.format("<p>=>Nine kettles that do not whistle, nine that do</p>"),
        _NAMED.format(
            "<p>=>Who knows Nine kettles that do not whistle today?</p><p>Of Nine kettles that do not whistle"
            + 20 * " all was lost"
            + ".</p>"
        ),
    ],
)
def title_line(block: Block, view: View) -> Iterator[Seen]:
    """Removes a short line in which a machine has put the whole title, as it is written, among other words ("all about …", "… near me").

    An author would not: the title has six words at least, the line is no statement, and the title stands in no quotation marks and in no paragraph of the page.
    """
    yield WHOLE


@rule(
    "seo.dressed-copy",
    needs=Need("the title with a year behind it", dressed_copies),
    effect=Effect.REMOVE,
    hits=[
        "<title>Nine kettles that do not whistle</title><h1>Nine kettles that do not whistle</h1>"
        "<p>=>Nine kettles that do not whistle – Updated for 2025</p><p>They hum, and that is all they do.</p>",
        "<title>Nine kettles</title><h1>Nine kettles</h1><h2>=>Nine kettles (mise à jour 2025)</h2><p>They hum, and that is all they do.</p>",
    ],
    misses=["<h1>=>Nine kettles that do not whistle (2025)</h1><p>They hum, and that is all they do.</p>"],
)
def dressed_copy(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that repeats the page's title with a year behind it ("… – Updated for 2025")."""
    yield WHOLE


@rule(
    "seo.title-copy",
    needs=Need("the title again", title_copies),
    effect=Effect.REMOVE,
    hits=[
        _ARTICLE + "=>Nine kettles that do not whistle",
        _ARTICLE + "=>Nine kettles that do not whistle (1)\n\nNine kettles that do not whistle (2)",
        _ARTICLE + "They hum.\n\n=>Nine kettles that do not whistle (2)\n\nNobody minds.",
    ],
    misses=[
        "The sea that was never there\n\nThe tide came in.\n\n=>The sea that was never there",
        "The Lighthouse Keeper's Year\n\n=>The Lighthouse Keeper's Year (1)\n\nIt was cold when he came.\n\n"
        "The Lighthouse Keeper's Year (2)\n\nIn spring the birds returned.",
        _NAMED.format("<h2>=>Nine kettles that do not whistle (1)</h2><p>The first was made in a shed.</p>"),
    ],
)
def title_copy(block: Block, view: View) -> Iterator[Seen]:
    """Removes the title where it stands again behind the last paragraph, and the title with numbers where pictures stood.

    Chapters that are numbered so are in order, the first of them begins the text, and text stands behind each.
    """
    yield WHOLE


@rule(
    "seo.articles",
    needs=Need("a list of articles behind the text", article_lists),
    effect=Effect.REMOVE,
    hits=[
        _ARTICLE + "=>Top Articles\n\nWhy the old mill was never sold\n\nTen walks for a wet Sunday",
        _ARTICLE + "Neueste Beiträge · Warum die alte Mühle nie verkauft wurde",
        _ARTICLE + "=>Article Information",
        _PAGE_IN_THREE.format(
            "Top Articles\n\n=>Birthday wishes for colleagues\n\nThe ten best mowers\n\nWhat does a pilot earn?"
        ),
    ],
    misses=[
        "Latest posts\n\nHow we moved the library in a week",
        _ARTICLE + "Top posts of oak carry the roof, and none of them has been changed since.",
        "Top Stories\n\n" + _ARTICLE,
        _PAGE_IN_THREE.format(
            "=>Top Articles\n\nThe first was about kettles.\n\nNobody read it.\n\nThe second was shorter."
        ),
    ],
)
def articles(block: Block, view: View) -> Iterator[Seen]:
    """Removes the list of a site's other articles: its lead ("Top Articles") and headlines. Before a paragraph of the text three lines at least."""
    yield WHOLE
