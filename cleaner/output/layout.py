"""How blocks stand to one another: which list, table, row or cell they share, what white space parts them.

Everything is read from the tree's columns and remembered per element, so that a page of 100,000 nested
elements costs as much as a flat one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from cleaner.model import Tree

LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
ITEMS = frozenset(("li", "dt", "dd"))
CELLS = frozenset(("td", "th"))
_HOLDERS = LISTS | ITEMS | CELLS | {"table", "tr"}
# Elements by which an author says "this is a paragraph of its own", wherever it stands.
_PARAGRAPHS = frozenset(("p", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"))

BLANK_LINE = "\n\n"


class Place(NamedTuple):
    """Where an element stands. Ordinals; -1 where there is none.

    ``holder``: the nearest list, item, table, row or cell, itself included; ``paragraph``: is there a
    paragraph element on the way to it; ``cell`` and ``table``: the nearest ones (a cell of that table).
    """

    holder: int
    paragraph: bool
    cell: int
    table: int


_NOWHERE = Place(-1, False, -1, -1)


class Layout:
    """The lists and tables that hold the given blocks.

    Some lists and tables only lay out a page: an article in a cell, the posts of a forum as list items.
    Setting their paragraphs as cells and items would run them together. ``loose`` has the ordinals of

    - lists of which an item holds two paragraphs or more (what CommonMark calls a loose list);
    - tables that hold a table; and tables without header cells that say they are for presentation, or of
      which a cell holds a list, or two paragraphs or more.
    """

    def __init__(self, tree: Tree, nodes: Iterable[int]) -> None:
        """:param nodes: for each block that will be shown, the element that holds it (``Block.node``)."""
        self._tree = tree
        self._places: dict[int, Place] = {-1: _NOWHERE}
        self.loose = self._loose(nodes)

    def place(self, node: int) -> Place:
        """Where the element stands. Amortised: every element is looked at once."""
        if known := self._places.get(node):
            return known
        way = []
        while node not in self._places:
            way.append(node)
            node = self._tree.parents[node]
        found = self._places[node]
        for step in reversed(way):
            tag = self._tree.tags[step]
            if tag in _HOLDERS:
                table = step if tag == "table" else found.table
                cell = step if tag in CELLS else -1 if tag == "table" else found.cell
                found = Place(step, False, cell, table)
            elif tag in _PARAGRAPHS and not found.paragraph:
                found = Place(found.holder, True, found.cell, found.table)
            self._places[step] = found
        return found

    def outside(self, node: int) -> Place:
        """Where the element's parent stands."""
        return self.place(self._tree.parents[node])

    def owner(self, item: int) -> int:
        """The list of a list item; the item's parent if there is no list around it."""
        holder = self.outside(item).holder
        return holder if holder >= 0 and self._tree.tags[holder] in LISTS else self._tree.parents[item]

    def between(self, left: int, right: int) -> str:
        """The white space between two blocks that these elements hold, by the innermost thing they share.

        Cells of one row: a tab. Rows of one table, items of one list (of nested ones too), and what stands
        in one cell or item: a newline. Everything else, and all of the above where it is loose: a blank line.
        """
        # The later of two elements is never an ancestor of the earlier. Between neighbours each step out
        # of an element and into one is taken once a page, so the way is short on average.
        left, right = self.place(left).holder, self.place(right).holder
        while left != right:
            if left > right:
                left = self.outside(left).holder
            else:
                right = self.outside(right).holder
        if left < 0:
            return BLANK_LINE
        tag = self._tree.tags[left]
        if tag in ITEMS:
            group = self.owner(left)
        elif tag in LISTS:
            group = left
        else:
            group = self.place(left).table
        if group in self.loose:
            return BLANK_LINE
        return "\t" if tag == "tr" else "\n"

    def _loose(self, nodes: Iterable[int]) -> frozenset[int]:
        tags, roles = self._tree.tags, self._tree.roles
        paragraphs: Counter[int] = Counter()
        tables: set[int] = set()
        outer: set[int] = set()
        headed: set[int] = set()
        loose: set[int] = set()
        for node in nodes:
            place = self.place(node)
            if place.holder < 0:
                continue
            tag = tags[place.holder]
            if tag in ITEMS and place.cell >= 0:
                loose.add(place.table)
            if place.cell >= 0 and tags[place.cell] == "th":
                headed.add(place.table)
            if place.paragraph and (tag in CELLS or tag in ITEMS):
                paragraphs[place.holder] += 1
                if paragraphs[place.holder] == 2:
                    loose.add(place.table if tag in CELLS else self.owner(place.holder))
            table = place.table
            while table >= 0 and table not in tables:
                tables.add(table)
                if roles[table] in ("presentation", "none"):
                    loose.add(table)
                table = self.outside(table).table
                if table >= 0:
                    outer.add(table)
        return frozenset((loose - headed) | outer)
