"""What was found in a paragraph, apart from an author's sentences in it: spammers set theirs before and behind.

A paragraph with a prompt at its end is no prompt. Short sentences and calls beside what was found go with it; from a long sentence on
that calls to nothing the paragraph is its author's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from cleaner.evidence.registry import WHOLE, Seen
from cleaner.evidence.text import sentences
from cleaner.model import Block, Span

# Characters from which on a sentence beside what was found is an author's, and of a script without spaces.
_LONG, _WIDE_LONG, _WIDE = 50, 18, "\u2e80"


def apart(block: Block, found: Sequence[Span], belongs: Callable[[str], bool]) -> Iterator[Seen]:
    """The sentences in which something was found, with those beside them that go with them: ranges of the block, or all of it.

    :param found: ranges of the block's text; at least one.
    :param belongs: whether a long sentence beside them goes with them.
    """
    parts = sentences(block.text)
    goes = [any(low < end and start < high for low, high in found) for start, end in parts]
    for places in (range(1, len(parts)), range(len(parts) - 2, -1, -1)):
        step = places.step
        for place in places:
            said = block.text[slice(*parts[place])].strip()
            goes[place] = goes[place] or (goes[place - step] and (not _is_long(said) or belongs(said)))
    if all(goes):
        yield WHOLE
    else:
        for going, run in groupby(zip(goes, parts, strict=True), itemgetter(0)):
            if going:
                spans = [span for _, span in run]
                yield Seen((spans[0][0], spans[-1][1]))


def _is_long(text: str) -> bool:
    return len(text) >= (_WIDE_LONG if text > _WIDE else _LONG)
