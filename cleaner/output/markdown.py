"""A page as Markdown: CommonMark with GitHub's tables, made from blocks, their places and decisions alone.

What a renderer shows of it is the title and the plain text of :mod:`.text`, up to white space.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from cleaner.model import Block, Inline, Ledger, Span
from cleaner.output.inline import lines, marked
from cleaner.output.layout import CELLS
from cleaner.output.text import layout_of, render, separator, shown

# Lists and quotes inside one another beyond this are set as if they ended: the prefix of a line would grow
# with its depth, and the output with the square of the page. Parsers stop too, markdown-it at twenty
# elements.
_DEEPEST = 8
# CommonMark, section 5.2: an item's number has at most nine digits.
_HIGHEST = 999_999_999

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_BACKTICKS = re.compile(r"`+")


def markdown(ledger: Ledger, title: str | None) -> str:
    """The page as Markdown, without a newline at the end.

    :param title: begins the page as ``# title``, if there is one.
    :returns: of an HTML page, what the decisions keep in its structure; of plain text, the text as it stands,
        since it may be Markdown already.
    """
    body = _Writer(ledger).write() if ledger.tree.tags else render(ledger).text
    words = (title or "").split()
    head = _heading(marked(" ".join(words), ()), 1) if words else ""
    return "\n\n".join(part for part in (head, body) if part)


class _Leaf(NamedTuple):
    """Lines of Markdown, and the quotes and list items (ordinals) that they stand in, outer first."""

    lines: list[str]
    inside: tuple[int, ...]


# What is shown of a paragraph: (white space before, block, range of its text), in order.
_Unit = list[tuple[str, Block, Span]]


class _Writer:
    """Writes one page. Remembers what it has found of elements, and the marks it has given to list items."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.tree = ledger.tree
        self.layout = layout_of(ledger)
        self.insides: dict[int, tuple[int, ...]] = {-1: ()}
        self.marks: dict[int, str] = {}  # of an item: its bullet or number, with the space behind
        self.styles: dict[int, str] = {}  # of a list: the bullet, or what stands behind its numbers

    def write(self) -> str:
        """The page's body."""
        out: list[str] = []
        before: tuple[int, ...] | None = None
        for leaf in self._leaves():
            shared = 0
            for left, right in zip(before or (), leaf.inside, strict=False):
                if left != right:
                    break
                shared += 1
            rival = before[shared] if before and len(before) > shared else -1
            lead, rest, blank = self._prefixes(leaf.inside, shared, rival)
            if before is not None and not self._tight(before, leaf.inside, shared):
                out.append(blank.rstrip())
            out.append(lead + leaf.lines[0])
            out += [rest + line if line else rest.rstrip() for line in leaf.lines[1:]]
            before = leaf.inside
        return "\n".join(out)

    # --- quotes and lists -----------------------------------------------------------------------

    def _inside(self, node: int) -> tuple[int, ...]:
        """The quotes and list items around and including this element, outer first."""
        way = []
        while node not in self.insides:
            way.append(node)
            node = self.tree.parents[node]
        found = self.insides[node]
        for step in reversed(way):
            if self.tree.tags[step] in ("blockquote", "li") and len(found) < _DEEPEST:
                found = (*found, step)
            self.insides[step] = found
        return found

    def _prefixes(self, inside: tuple[int, ...], shared: int, rival: int) -> tuple[str, str, str]:
        """What begins a leaf's first line, its other lines, and the blank line before it.

        ``shared`` of the containers are open already; ``rival`` was open where the first new one begins.
        """
        lead = rest = blank = ""
        for depth, node in enumerate(inside):
            if self.tree.tags[node] == "blockquote":
                mark = indent = "> "
            elif depth < shared:
                mark = indent = " " * len(self.marks[node])
            else:
                mark = self.marks[node] = self._mark(node, rival if depth == shared else -1)
                indent = " " * len(mark)
            lead += mark
            rest += indent
            if depth < shared:
                blank += indent
        return lead, rest, blank

    def _mark(self, item: int, rival: int) -> str:
        """The item's bullet or number. Two lists that touch are told apart by theirs."""
        owner = self.layout.owner(item)
        ordered = self.tree.tags[owner] == "ol"
        if owner not in self.styles:
            styles = ".)" if ordered else "-*"
            taken = self.styles.get(self.layout.owner(rival)) if rival >= 0 else None
            self.styles[owner] = styles[1] if taken == styles[0] else styles[0]
        number = str(min(self.tree.nth[item], _HIGHEST)) if ordered else ""
        return f"{number}{self.styles[owner]} "

    def _tight(self, before: tuple[int, ...], inside: tuple[int, ...], shared: int) -> bool:
        """May it follow the leaf before without a blank line? Only as the next item or a list in the item."""
        if len(inside) == shared or self.tree.tags[inside[shared]] != "li":
            return False
        owner = self.layout.owner(inside[shared])
        if owner in self.layout.loose:
            return False
        if len(before) > shared:
            return self.tree.tags[before[shared]] == "li" and self.layout.owner(before[shared]) == owner
        # A list that begins with another number than 1 cannot interrupt a paragraph.
        nested = shared > 0 and self.tree.tags[inside[shared - 1]] == "li"
        return nested and (self.tree.tags[owner] != "ol" or self.tree.nth[inside[shared]] == 1)

    # --- leaves ---------------------------------------------------------------------------------

    def _leaves(self) -> Iterator[_Leaf]:
        for table, units in groupby(self._units(), key=self._table):
            found = list(units)
            rows = self._rows(table, found) if table >= 0 else []
            # A grid of one row or column is no table to a reader.
            if len(rows) > 1 and max(map(len, rows)) > 1:
                yield _Leaf(_grid(rows), self._inside(table))
                continue
            for unit in found:
                block = unit[0][1]
                inside = self._inside(block.node)
                if block.flags.heading:
                    yield _Leaf([_heading(" ".join(_paragraphs(unit, flat=True)), block.flags.heading)], inside)
                elif block.flags.pre:
                    yield _Leaf(
                        _fenced("".join(gap + piece.text[low:high] for gap, piece, (low, high) in unit)),
                        inside,
                    )
                else:
                    for paragraph in _paragraphs(unit):
                        yield _Leaf(lines(paragraph), inside)

    def _units(self) -> Iterator[_Unit]:
        """The shown pieces, those together that read as one paragraph."""
        unit: _Unit = []
        for _, block, span in shown(self.ledger):
            if not unit:
                unit = [("", block, span)]
                continue
            gap, former, (start, end) = unit[-1]
            if former is block and not block.text[end : span[0]].strip():
                unit[-1] = (gap, block, (start, span[1]))
                continue
            gap = separator(self.ledger, self.layout, (former, end), (block, span[0]))
            if former is not block and gap.strip(" "):
                yield unit
                unit, gap = [], ""
            unit.append((gap, block, span))
        if unit:
            yield unit

    # --- tables ---------------------------------------------------------------------------------

    def _table(self, unit: _Unit) -> int:
        """The table of which the paragraph is set as a cell, -1 if it is not."""
        place = self.layout.place(unit[0][1].node)
        return place.table if place.cell >= 0 and place.table not in self.layout.loose else -1

    def _rows(self, table: int, units: list[_Unit]) -> list[list[str]]:
        """The table's rows that show something, each as far as its last cell that does."""
        tags, parents = self.tree.tags, self.tree.parents
        columns: dict[int, int] = {}
        widths: Counter[int] = Counter()
        for node in range(table + 1, len(tags)):
            if parents[node] < table:
                break
            if tags[node] in CELLS:
                columns[node] = widths[parents[node]]
                widths[parents[node]] += 1
        rows: dict[int, list[str]] = {}
        for unit in units:
            cell = self.layout.place(unit[0][1].node).cell
            row = rows.setdefault(parents[cell], [])
            row += [""] * (columns[cell] + 1 - len(row))
            row[columns[cell]] = " ".join(filter(None, [row[columns[cell]], *_paragraphs(unit, flat=True, cell=True)]))
        return list(rows.values())


def _grid(rows: list[list[str]]) -> list[str]:
    """A table of GitHub's Markdown. It needs a header: the first row is it. No row may be wider."""
    width = max(map(len, rows))
    head = rows[0] + [""] * (width - len(rows[0]))
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * width, *rows[1:])]


def _paragraphs(unit: _Unit, *, flat: bool = False, cell: bool = False) -> list[str]:
    """A unit's text as inline Markdown: one paragraph, or several where it has blank lines."""
    done = [""]
    for gap, block, (start, end) in unit:
        low = start
        breaks = [found.span() for found in _BLANK_LINE.finditer(block.text, start, end)]
        for number, (high, following) in enumerate([*breaks, (end, end)]):
            content = marked(block.text[low:high], _clipped(block, low, high), flat=flat, cell=cell)
            if number:
                done.append(content)
            else:
                done[-1] += (" " if flat or gap != "\n" else "\\\n") * bool(gap) + content
            low = following
    return done


def _clipped(block: Block, low: int, high: int) -> Iterator[Inline]:
    """The block's inlines that concern a range of its text, counted from its start."""
    for inline in block.inline:
        start, end = inline.range
        # An image stands before the character at its place, or at the end of the block.
        touches = (
            low <= start < high or start == high == len(block.text) if start == end else start < high and low < end
        )
        if touches:
            yield inline._replace(range=(start - low, end - low))


def _heading(content: str, level: int) -> str:
    if content.endswith("#"):  # it would be read as the end of the heading
        content = content[:-1] + "\\#"
    return f"{'#' * level} {content}"


def _fenced(code: str) -> list[str]:
    longest = max(map(len, _BACKTICKS.findall(code)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *code.replace("\r\n", "\n").replace("\r", "\n").split("\n"), fence]
