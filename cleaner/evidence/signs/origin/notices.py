"""Lines that tell how a text came here, in whatever words: that it was printed before, brought by a feed, translated by a machine, or is shown by
somebody's leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cleaner.evidence.signs.dates import dates
from cleaner.evidence.signs.edges import edge, is_paragraph
from cleaner.evidence.signs.origin import has_address
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import QUOTE, sentences
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

# A notice is a line (characters; of scripts without spaces fewer), of so many sentences.
_LINE, _WIDE_LINE, _WIDE, _SENTENCES = 220, 80, "\u2e80", 2
_SAYS = ("carrier", "leave")
# It speaks of itself, or begins with what was done to it, within so many characters.
_BEGINS = 12
# So much of it says that it is a notice: what was done, where it was, whose leave, an address, a day, that it speaks of itself.
_AT_EDGE, _INSIDE = 3, 4


@once
def notices(view: View) -> Mapping[int, Span]:
    """Such notices, by block: the whole of it, or the last sentence of a paragraph."""
    found: dict[int, Span] = {}
    for index, moved in view.phrases.get("moved", {}).items():
        block = view.blocks[index]
        if block.flags.heading or block.flags.cell or block.flags.pre or block.flags.quote or block.flags.unseen:
            continue
        whole, last = (0, len(block.text)), sentences(block.text)[-1]
        is_line = len(block.text) <= (_WIDE_LINE if block.text > _WIDE else _LINE)
        is_apart = edge(view, block) != "inside" and _told(block, view, whole, moved) >= _AT_EDGE
        if is_line and (is_apart or _is_sure(block, view, whole, moved)):
            found[index] = whole
        elif is_paragraph(block) and last[0] and last[1] - last[0] <= _LINE and _is_sure(block, view, last, moved):
            found[index] = last
    return found


def _is_sure(block: Block, view: View, span: Span, moved: Sequence[Span]) -> bool:
    """Does a range within a text say enough that it is a notice, and of itself or with an address? The timetable of 1911 was reprinted by permission, too."""
    certain = _speaks_of_itself(block, view, span[0]) or has_address(block.text[slice(*span)])
    return certain and _told(block, view, span, moved) >= _INSIDE


def _speaks_of_itself(block: Block, view: View, at: int) -> bool:
    return any(low == at for low, _ in view.phrases.get("this-text", {}).get(block.index, ()))


def _told(block: Block, view: View, span: Span, moved: Sequence[Span]) -> int:
    """How much of a range of a block says that it is a notice; nothing where it does not begin as one.

    :param moved: where in the block it is said what was done to a text.
    """
    start, end = span
    text = block.text[start:end]
    done = [low - start for low, _ in moved if start <= low < end]
    of_itself = _speaks_of_itself(block, view, start)
    if not done or not (of_itself or done[0] <= _BEGINS) or QUOTE.search(text) or len(sentences(text)) > _SENTENCES:
        return 0
    says = sum(any(listed(text, name)) for name in _SAYS)
    return 1 + says + has_address(text) + bool(dates(text)) + of_itself
