"""Lines that tell how a text came here, in whatever words: that it was printed before, brought by a feed, translated by a machine, or is shown by
somebody's leave."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.evidence.signs.dates import dates
from cleaner.evidence.signs.edges import edge, is_paragraph
from cleaner.evidence.signs.origin import has_address
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import QUOTE, sentences
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

# A notice is a line (characters; of scripts without spaces fewer), of so many sentences.
_LINE, _WIDE_LINE, _WIDE, _SENTENCES = 220, 80, "\u2e80", 2
_SAYS = ("copied", "carrier", "leave")
# It speaks of itself, or begins with what was done to it, within so many characters.
_BEGINS = 12
# So much of it says that it is a notice: what was done, where it was, whose leave, an address, a day, that it speaks of itself.
_AT_EDGE, _INSIDE = 3, 4


@once
def notices(view: View) -> Mapping[int, Span]:
    """Such notices, by block: the whole of it, or the last sentence of a paragraph."""
    found: dict[int, Span] = {}
    for block in view.blocks:
        if block.flags.heading or block.flags.cell or block.flags.pre or block.flags.quote or block.flags.unseen:
            continue
        if is_line := 0 < len(block.text) <= (_WIDE_LINE if block.text > _WIDE else _LINE):
            least = _INSIDE if edge(view, block, 1) == "inside" else _AT_EDGE
            if _told(block.text, _of_itself(block, view, 0)) >= least:
                found[block.index] = (0, len(block.text))
        if is_line or not is_paragraph(block) or block.index in found:
            continue
        start, end = sentences(block.text)[-1]
        if start and end - start <= _LINE and _told(block.text[start:end], _of_itself(block, view, start)) >= _INSIDE:
            found[block.index] = (start, end)
    return found


def _of_itself(block: Block, view: View, at: int) -> bool:
    """Does a sentence that begins here speak of the text?"""
    return any(start == at for start, _ in view.phrases.get("this-text", {}).get(block.index, ()))


def _told(text: str, of_itself: bool) -> int:
    """How much of a text says that it is a notice; nothing where it does not begin as one."""
    copied = list(listed(text, "copied"))
    if not copied or QUOTE.search(text) or len(sentences(text)) > _SENTENCES:
        return 0
    if not of_itself and min(start for start, _ in copied) > _BEGINS:
        return 0
    told = sum(bool(list(listed(text, name))) for name in _SAYS)
    return told + has_address(text) + bool(dates(text)) + of_itself
