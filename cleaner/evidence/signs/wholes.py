"""What a page says of itself as a whole: that it is not there, for sale, closed, or a list of doors to somewhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cleaner.evidence.phrases import find
from cleaner.evidence.signs.furniture import furniture
from cleaner.evidence.text import begins, covered, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block

# What a page says of itself is short (characters), and little else stands on it; where a character is a word, it counts for
# three.
_SAID, _OTHER, _WIDE = 240, 400, 3
# A line that is no label (characters).
_LINE = 40
# The share of a block that its phrases cover where it says nothing else.
_COVERED = 0.35
# Doors: so many links of one pattern, which make so much of the page's text.
_DOORS, _DOORS_SHARE = 25, 0.5


def says_only(view: View, *names: str, phrases: int = 1, links: bool = True) -> Iterator[str]:
    """The phrases of these lists with which a page says what it is, if it says little else.

    :param phrases: how many different phrases it takes.
    :param links: may there be any number of links?
    """
    said = {
        block.text[start:end].casefold(): _clear(block, spans)
        for name in names
        for index, spans in view.phrases.get(name, {}).items()
        for start, end in spans
        if not (block := view.blocks[index]).flags.hidden and len(block.text) <= _SAID
    }
    titled = _titled(view, names) if said else ()
    if (
        len(said) >= phrases
        and (any(said.values()) or len(said) > 1 or titled)
        and _other_text(view, names, links) <= _OTHER
    ):
        yield from sorted(said)


def _clear(block: Block, spans: Iterable[tuple[int, int]]) -> bool:
    spans = list(spans)
    return bool(block.flags.heading and begins(block, spans[0])) or covered(block.text, spans) >= _COVERED


def _titled(view: View, names: Iterable[str]) -> bool:
    found = find(view.titles)
    return any(name in found for name in names)


def _other_text(view: View, names: Iterable[str], links: bool = True) -> int:
    """How much text stands on the page besides: no labels, no lines of furniture, nor links if there may be ``links``."""
    lines = furniture(view).lines
    said = {index for name in names for index in view.phrases.get(name, ())}
    texts = [
        block.text
        for block in view.seen
        if block.index not in lines and block.index not in said
        if not (links and mostly_linked(block))
    ]
    return sum(length for text in texts if (length := _length(text)) >= (_LINE if links else 1))


def _length(text: str) -> int:
    return len(text) * (_WIDE if text[len(text) // 2] > "\u2e80" else 1)


def shown(view: View) -> int:
    """How much text a reader sees."""
    return sum(len(block.text) for block in view.seen)


def doors(view: View) -> str | None:
    """The pattern of which most links of a page are, each with another word in it, if they are most of its text."""
    if sum(len(block.text) for block in view.seen if not block.inline) > (1 - _DOORS_SHARE) * shown(view):
        return None  # as it is with most pages, and soon told
    links = [block.text for block in view.seen if mostly_linked(block)]
    if len(links) < _DOORS or sum(map(len, links)) < _DOORS_SHARE * shown(view):
        return None
    patterns: Counter[str] = Counter()
    for text in {link.casefold() for link in links}:
        words = text.split()
        if len(words) > 2:
            patterns.update({f"{words[0]} {words[1]} …", f"… {words[-2]} {words[-1]}"})
    pattern, count = patterns.most_common(1)[0] if patterns else ("", 0)
    if count < _DOORS or _other_text(view, ()) > 2 * _OTHER:
        return None
    around = pattern.strip("… ")
    length = sum(len(text) for text in links if text.casefold().startswith(around) or text.casefold().endswith(around))
    return pattern if length >= _DOORS_SHARE * shown(view) else None


def wall(view: View) -> Iterator[str]:
    """The lines of a paywall behind a text that stops soon."""
    lines = furniture(view).lines
    told = [index for index, line in lines.items() if line.told and "paywall" in line.lists[0]]
    if told and "paywall" not in furniture(view).spoken_of and _other_text(view, ()) <= 2 * _OTHER:
        yield from (view.blocks[index].text for index in told)
