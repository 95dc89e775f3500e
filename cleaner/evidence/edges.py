"""Where the text begins and ends: its first and its last paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from weakref import WeakKeyDictionary

from cleaner.evidence.text import mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block

Edge = Literal["head", "inside", "tail"]
# A paragraph is not shorter (characters; fewer where a character is a word).
_PARAGRAPH, _WIDE_PARAGRAPH = 120, 45
# A note of the site's is no paragraph of the text, if it is no longer (characters).
_NOTES, _NOTE = ("disclosure", "newsletter"), 300
_PARAGRAPHS: WeakKeyDictionary[View, Sequence[int]] = WeakKeyDictionary()


def is_paragraph(block: Block) -> bool:
    """Is a block long enough to be a paragraph, and no link?"""
    wide = block.text[len(block.text) // 2] > "\u2e80"
    shortest = _WIDE_PARAGRAPH if wide else _PARAGRAPH
    return len(block.text) >= shortest and not block.flags.unseen and not mostly_linked(block)


def paragraphs(view: View) -> Sequence[int]:
    """The indexes of the paragraphs of the content."""
    if view not in _PARAGRAPHS:
        first, end = view.content or (0, len(view.blocks))
        notes = {
            index for name in _NOTES for index in view.phrases.get(name, ()) if len(view.blocks[index].text) <= _NOTE
        }
        _PARAGRAPHS[view] = [b.index for b in view.blocks[first:end] if is_paragraph(b) and b.index not in notes]
    return _PARAGRAPHS[view]


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
    return "tail" if sum(index > block.index for index in found) <= beyond else "inside"
