"""Lines that tell how a text came here, in whatever words: that it was printed before, brought by a feed, translated by a machine, or is shown by
somebody's leave."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.evidence.signs.dates import dates
from cleaner.evidence.signs.edges import edge
from cleaner.evidence.signs.origin import has_address
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import QUOTE, sentences
from cleaner.evidence.view import View, once
from cleaner.model import Block

# A notice is a line (characters; of scripts without spaces fewer), of so many sentences.
_LINE, _WIDE_LINE, _WIDE, _SENTENCES = 220, 80, "\u2e80", 2
_SAYS = ("copied", "carrier", "leave")
# It speaks of itself, or begins with what was done to it, within so many characters.
_BEGINS = 12
# So much of it says that it is a notice: what was done, where it was, whose leave, an address, a day, that it speaks of itself.
_AT_EDGE, _INSIDE = 3, 4


@once
def notices(view: View) -> Sequence[int]:
    """The blocks that are such notices."""
    return [block.index for block in view.blocks if _may_be(block) and _is_notice(block, view)]


def _may_be(block: Block) -> bool:
    flags = block.flags
    shown = flags.heading or flags.cell or flags.pre or flags.quote or flags.unseen
    return not shown and 0 < len(block.text) <= (_WIDE_LINE if block.text > _WIDE else _LINE)


def _is_notice(block: Block, view: View) -> bool:
    copied = list(listed(block.text, "copied"))
    if not copied or QUOTE.search(block.text) or len(sentences(block.text)) > _SENTENCES:
        return False
    of_itself = any(start == 0 for start, _ in view.phrases.get("this-text", {}).get(block.index, ()))
    if not of_itself and min(start for start, _ in copied) > _BEGINS:
        return False
    told = sum(bool(list(listed(block.text, name))) for name in _SAYS)
    found = told + has_address(block.text) + bool(dates(block.text)) + of_itself
    return found >= (_INSIDE if edge(view, block, 1) == "inside" else _AT_EDGE)
