"""trafilatura's opinion of a page, as findings on our blocks.

It is asked as its users ask it (plain text, no comments), on the page without its hidden text: shown five
visible and fifty ``display:none`` paragraphs, trafilatura 2.3.1 returns the fifty.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from heapq import merge

import trafilatura

from cleaner.evidence import align
from cleaner.evidence.text import linked, mostly_linked
from cleaner.model import Block, Effect, Finding
from cleaner.source.html import Segmented

# How sure its word makes us, as log-odds of content. On a quarter of wcxb-dev 82% of the blocks it returns stand in the
# reference, 2.5% of those it leaves out before or behind them, and 22% of those it leaves out between them; of
# unlinked headings and list items enclosed by returned text (see `_enclosed`) 50 to 90%.
_RETURNED_ODDS, _OUTSIDE_ODDS, _BETWEEN_ODDS, _ENCLOSED_ODDS = 1.5, -3.6, -1.3, 0.5
# A block counts as returned from half its words on: less is another sentence's words.
_RETURNED = 0.5
_HEAD = 1_000  # where a document says that it is one (characters)

# trafilatura logs every page it finds nothing on as an error; here that is an opinion like any other.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def safe(page: Segmented) -> bool:
    """Can lxml and trafilatura be asked about this page at all?

    Measured on trafilatura 2.3.1 with lxml 6: below 256 levels lxml drops everything without a word, and
    text nodes over 10 MB; 50,000 attributes on one tag or 100,000 children of one element take it over
    40 seconds; it draws tables out, 200,000 to 2,000,000 cells a second; 20,000 tables
    take it 30 seconds, and 100,000 elements of any sort ten. The bounds leave a margin, and pages beyond them are not written by hand.
    """
    shape = page.depth <= 240 and page.attributes <= 1_000 and page.children <= 20_000
    tags = page.tree.tags
    long = page.text > 5_000_000 or len(tags) > 40_000
    return shape and not long and page.cells <= 500_000 and tags.count("table") <= 4_000


def opinions(text: str, page: Segmented) -> tuple[Finding, ...]:
    """What trafilatura would return of this page.

    :param text: ``Page.text`` of a page that is :func:`safe`.
    :returns: for every visible block a finding of ``content.trafilatura``, or of ``content.enclosed`` where what it
        returns stands closely around what it left out.
    """
    visible = [block for block in page.blocks if not block.flags.unseen]
    taken = returned(text, page, visible)
    enclosed = set(_enclosed(visible, taken))
    first, last = (taken.index(True), len(taken) - taken[::-1].index(True)) if any(taken) else (0, 0)
    found = []
    for place, block in enumerate(visible):
        if place in enclosed:
            rule, odds = "content.enclosed", _ENCLOSED_ODDS
        elif taken[place]:
            rule, odds = "content.trafilatura", _RETURNED_ODDS
        else:
            rule, odds = "content.trafilatura", _BETWEEN_ODDS if first <= place < last else _OUTSIDE_ODDS
        found.append(Finding(rule, block.index, None, Effect.OPINION, odds))
    return tuple(found)


def returned(text: str, page: Segmented, blocks: Sequence[Block]) -> list[bool]:
    """Which of the page's blocks trafilatura would return.

    :param text: ``Page.text`` of a page that is :func:`safe`.
    """
    output = trafilatura.extract(_shown(text, page), include_comments=False) or ""
    shares = align.shares([block.text for block in blocks], output, list(map(mostly_linked, blocks)))
    return [share >= _RETURNED for share in shares]


# Between two returned blocks of one container, what trafilatura leaves out by accident is short: a subheading or two,
# a list of a few items.
_HEADINGS, _ITEMS = 3, 12
_NEAR = 2


def _enclosed(blocks: Sequence[Block], returned: Sequence[bool]) -> Iterator[int]:
    """Places of blocks that were left out between returned ones though they belong to them: headings and list items.

    An article's subheadings and short lists are what trafilatura loses most often. They are taken back where nothing
    else stands between the returned blocks, and they are no links.
    """
    place = 0
    while place < len(blocks):
        end = place
        while end < len(blocks) and not returned[end]:
            end += 1
        run = blocks[place:end]
        if 0 < place < end < len(blocks) and 2 * sum(map(linked, run)) < sum(len(block.text) for block in run):
            if len(run) <= _HEADINGS and all(block.flags.heading for block in run):
                yield from range(place, end)
            elif len(run) <= _ITEMS and all(block.flags.list_depth or block.flags.heading for block in run):
                if _together(blocks[place - 1], blocks[end], run):
                    yield from range(place, end)
        place = end + 1


def _together(before: Block, after: Block, run: Sequence[Block]) -> bool:
    """Do these blocks stand in the innermost container of their neighbours, and those close beneath it?"""
    lines = [block.tree.ancestry(block.node) for block in (before, after)]
    shared = set(lines[0]).intersection(lines[1])
    depth = len(shared)
    if any(len(line) - depth > _NEAR for line in lines):
        return False
    container = max(shared)
    return all(container in block.tree.ancestry(block.node) for block in run)


def density(blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """A plain opinion where trafilatura cannot be asked: links are no content, and what else a reader sees is.

    Half its characters in links make a block a list of links (the threshold of Kohlschütter et al., "Boilerplate
    Detection using Shallow Text Features", WSDM 2010, rounded). It takes out too little rather than too much.

    :returns: a finding of ``content.density`` for every visible block.
    """
    return tuple(
        Finding("content.density", block.index, None, Effect.OPINION, -1.0 if mostly_linked(block) else 1.0)
        for block in blocks
        if not block.flags.unseen
    )


def _shown(text: str, page: Segmented) -> str:
    """The page without the text that nobody sees, and without code, which trafilatura would parse and throw away.

    Data in JSON-LD stays: trafilatura falls back on it.
    """
    unseen = [span for block in page.blocks if block.flags.unseen for span in block.source(0, len(block.text))]
    parts: list[str] = []
    last = 0
    for start, end in merge(page.code, unseen):
        parts.append(text[last:start])
        last = end
    parts.append(text[last:])
    if "<html" not in text[:_HEAD].lower():  # trafilatura takes nothing that it does not believe to be a document
        parts = ["<html><body>", *parts, "</body></html>"]
    return "".join(parts)
