"""Menus of links that no `nav` marks."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean

from cleaner.evidence.text import mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block

# A menu's entry is a short link (characters), a menu a row of four or more, a paragraph what no menu has.
_LINK, _ROW, _PARAGRAPH = 40, 4, 80
# Log-odds above which such a row is believed to be a list of goods or articles: on a third of wcxb-dev half the words of such
# rows stood in the reference, of all others one in a thousand.
_SURE = 0.5


def link_menus(view: View) -> Iterator[int]:
    """Four or more blocks in a row that are each a short link to another page, before any paragraph."""
    found: list[int] = []
    row: list[int] = []
    entries, odds = 0, view.opinions
    for block in view.blocks:
        if links := _short_links(block):
            row.append(block.index)
            entries += links
            continue
        if entries >= _ROW and fmean(odds.get(index, 0.0) for index in row) < _SURE:
            found += row
        row, entries = [], 0
        if len(block.text) > _PARAGRAPH and not mostly_linked(block):
            yield from found
            return


def _short_links(block: Block) -> int:
    """How many links a block is made of, if it is made of short links to other pages; else 0."""
    links, linked = 0, 0
    for kind, (start, end), target, _ in block.inline:
        if kind == "link":
            if end - start >= _LINK or not target or target.startswith("#"):
                return 0
            links, linked = links + 1, linked + end - start
    return links if 5 * linked > 4 * len(block.text) and not _heads_column(block) else 0


def _heads_column(block: Block) -> bool:
    """Does the block stand in the head of a table, which has links to sort by?"""
    if block.node < 0:
        return False
    tags, parent = block.tree.tags, block.tree.parents[block.node]
    return tags[block.node] == "th" or (parent >= 0 and tags[parent] == "th")
