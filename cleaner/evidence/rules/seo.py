"""What is put on a page for search engines: dressed titles, invented figures, lists of articles."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import Need, Seen, spam_rule
from cleaner.evidence.view import View
from cleaner.model import Block

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
