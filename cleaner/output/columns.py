"""Rows of cells as lines for a terminal, with nothing in them that a terminal would obey."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

# Control, format and separator characters, and what stands for no character at all.
_INVISIBLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
# C0 and C1 controls, and the controls of direction that reach beyond their word (Unicode Standard Annex 9, section 2).
_SPOKEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


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
    """Text with U+FFFD for control codes but tabs and the ends of lines, and for what turns the direction of others' lines: no page
    speaks to a terminal."""
    return _SPOKEN.sub("\ufffd", text)


def escaped(line: str) -> str:
    """A line with its invisible characters spelled out."""
    return "".join(c.encode("unicode_escape").decode() if unicodedata.category(c) in _INVISIBLE else c for c in line)
