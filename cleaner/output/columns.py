"""Rows of cells as lines for a terminal, with nothing in them that a terminal would obey."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

# Control, format and separator characters, and what stands for no character at all.
_INVISIBLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))

_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}, "\ufffd")


def aligned(rows: Sequence[Sequence[str]], left: int) -> Iterator[str]:
    """Rows as lines of columns, so many of them set to the left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def shown(text: str) -> str:
    """Text without control codes, but for tabs and the ends of lines: no page speaks to a terminal."""
    return text.translate(_CONTROLS)


def escaped(line: str) -> str:
    """A line with its invisible characters spelled out."""
    return "".join(c.encode("unicode_escape").decode() if unicodedata.category(c) in _INVISIBLE else c for c in line)
