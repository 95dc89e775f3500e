"""Where the text begins and ends: its first and its last paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cleaner.evidence.text import mostly_linked
from cleaner.evidence.view import View, once
from cleaner.model import Block

Edge = Literal["head", "inside", "tail"]
# A paragraph is not shorter (characters; fewer where a character is a word).
_PARAGRAPH, _WIDE_PARAGRAPH = 120, 45
# A note of the site's is no paragraph of the text, if it is no longer (characters).
_NOTES, _NOTE = ("disclosure", "newsletter"), 300


def is_paragraph(block: Block) -> bool:
    """Is a block long enough to be a paragraph, and no link?"""
    length = len(block.text)
    if length < _PARAGRAPH and (length < _WIDE_PARAGRAPH or block.text[length // 2] <= "\u2e80"):
        return False
    return not block.flags.unseen and not mostly_linked(block)


@once
def paragraphs(view: View) -> Sequence[int]:
    """The indexes of the paragraphs of the content."""
    first, end = view.content or (0, len(view.blocks))
    notes = {index for name in _NOTES for index in view.phrases.get(name, ()) if len(view.blocks[index].text) <= _NOTE}
    return [block.index for block in view.blocks[first:end] if is_paragraph(block) and block.index not in notes]


def edge(view: View, block: Block, beyond: int = 0) -> Edge:
    """Does a block stand before the first paragraph, or behind the last?

    :param beyond: how many paragraphs may stand beyond it: notes at the end of a text are often as long as one.
    """
    place = view.place(block)
    if place != "inside":
        return "head" if place == "before" else "tail"
    found = paragraphs(view)
    if len(found) < 2:
        return "inside"
    if block.index < found[0]:
        return "head"
    return "tail" if beyond >= len(found) or found[-1 - beyond] <= block.index else "inside"


def tail(view: View, beyond: int = 0) -> int:
    """The index of the first block of the tail, from which all that follow are in it."""
    found = paragraphs(view)
    if len(found) < 2:
        return view.content[1] if view.content else len(view.blocks)
    return found[0] if beyond >= len(found) else found[-1 - beyond]
