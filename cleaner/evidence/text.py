"""Small questions about text that many ask."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from cleaner.model import Block, Span

_LOOSE = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """A text's words alone: case, punctuation, width and white space folded away."""
    return _LOOSE.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()


def linked(block: Block) -> int:
    """How many characters of a block are links."""
    return sum([end - start for kind, (start, end), _, _ in block.inline if kind == "link"])


def mostly_linked(block: Block) -> bool:
    """Is most of this block a link?"""
    return 2 * linked(block) > len(block.text)


def begins(block: Block, span: Span) -> bool:
    """Does this range of a block stand at its beginning, but for a bullet or an icon?"""
    return not any(map(str.isalnum, block.text[: span[0]]))


def is_phrase(block: Block, spans: Sequence[Span]) -> bool:
    """Is this block the first of these ranges and nothing else?"""
    return begins(block, spans[0]) and not any(map(str.isalnum, block.text[spans[0][1] :]))
