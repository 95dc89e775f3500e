"""Small questions about text that many ask."""

from __future__ import annotations

import re
import unicodedata

from cleaner.model import Block

_LOOSE = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """A text's words alone: case, punctuation, width and white space folded away."""
    return _LOOSE.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()


def linked(block: Block) -> int:
    """How many characters of a block are links."""
    return sum(mark.range[1] - mark.range[0] for mark in block.inline if mark.kind == "link")


def mostly_linked(block: Block) -> bool:
    """Is most of this block a link?"""
    return 2 * linked(block) > len(block.text)
