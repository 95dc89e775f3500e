"""What was found in a paragraph, apart from an author's sentences in it: spammers set theirs before and behind.

A paragraph with a prompt at its end is no prompt. What else stands in it goes with what was found, unless it is long and calls to nothing: a
sentence, or all that stands before it. That is an author's, and the short sentences around it are too. What was found may have no full stop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, takewhile
from operator import itemgetter

from cleaner.evidence.registry import WHOLE, Seen
from cleaner.evidence.text import sentences
from cleaner.model import Block, Span

# Characters from which on a sentence beside what was found is an author's, and of a script without spaces.
_LONG, _WIDE_LONG, _WIDE = 50, 12, "\u2e80"
# Behind what was found a sentence of its own may begin at once, or behind the colon that announces it ("here is the article:").
# Both are bounded (characters), as they are tried at the end of all that was found.
_AT_ONCE, _COLON = re.compile(r"[^\w\s]{0,20}+\s{1,20}+"), re.compile(r"[^.!?:。！？：]{0,200}+[:：]\s{0,20}+")
_STOPS = ".!?…。！？"


def apart(block: Block, found: Sequence[Span], belongs: Callable[[str], bool] = lambda _: False) -> Iterator[Seen]:
    """The sentences in which something was found, with those beside them that go with them: ranges of the block, or all of it.

    :param found: ranges of the block's text; at least one.
    :param belongs: whether a sentence beside them goes with them though an author's sentences stand there too; if not told, none does.
    """
    parts = list(_parts(block.text, found))
    said = [block.text[slice(*part)].strip() for part in parts]
    goes = [any(low < end and start < high for low, high in found) for start, end in parts]
    for found_there, run in groupby(range(len(parts)), goes.__getitem__):
        if not found_there:
            for place in _going(list(run), said, belongs):
                goes[place] = True
    if all(goes):
        yield WHOLE
        return
    for going, pieces in groupby(zip(goes, parts, strict=True), itemgetter(0)):
        if going:
            spans = [span for _, span in pieces]
            yield Seen((spans[0][0], spans[-1][1]))


def _parts(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a text; one in which something was found without a full stop ends where the next begins."""
    for start, end in sentences(text):
        behind = max((high for low, high in found if low < end and start < high), default=end)
        breaks = [match.end() for pattern in (_AT_ONCE, _COLON) if (match := pattern.match(text, behind, end))]
        at = next((place for place in breaks if _is_sentence(text[place:end].strip())), end)
        yield start, at
        if at < end:
            yield at, end


def _is_sentence(text: str) -> bool:
    return bool(text) and (text[0].isupper() or text[0] > _WIDE) and text[-1] in _STOPS and _is_long(text)


def _going(run: Sequence[int], said: Sequence[str], belongs: Callable[[str], bool]) -> Iterable[int]:
    """Which of a run of sentences beside what was found go with it: all, or if some are an author's those right beside it that belong to it."""
    own = [said[place] for place in run if not belongs(said[place])]
    if not (any(map(_is_long, own)) or (run[0] == 0 and _is_long(" ".join(own)))):
        return run
    behind = takewhile(lambda place: belongs(said[place]), run) if run[0] > 0 else ()
    ahead = takewhile(lambda place: belongs(said[place]), run[::-1]) if run[-1] < len(said) - 1 else ()
    return chain(behind, ahead)


def _is_long(text: str) -> bool:
    return len(text) >= (_WIDE_LONG if text > _WIDE else _LONG)
