"""Which blocks does a text consist of? Alignment of another tool's output with the page's own blocks.

The text is what somebody took from the page: the blocks' words in their order, some left out, a few changed.
Every place where a block stands whole is a candidate; the heaviest chain of candidates that keeps
both orders is the alignment (a weighted longest increasing subsequence). So a menu entry that happens to
stand in a sentence never wins against the sentence. What stands whole nowhere is compared by words
with what its neighbours left over.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+")
# Soft hyphens, zero-width characters and marks of direction: tools drop them or not.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# A text that stands at more places than this: for its n-th block only the places around the n-th are looked at.
_MOST_PLACES = 8
# A block this short (words) is only believed where it stands whole: any two words stand somewhere.
_FEW_WORDS = 4


def shares(blocks: Sequence[str], text: str, unlikely: Sequence[bool] = ()) -> list[float]:
    """How much of each block stands in ``text``, in order.

    :param blocks: the texts of the page's blocks, in order.
    :param text: what was taken from the page.
    :param unlikely: for each block whether, of two blocks with one text, it is rather the other that was taken (a
        link in a table of contents, against the heading that it leads to).
    :returns: for each block the share of its words found, 0 to 1; 0 for a block without words.
    """
    words = [_words(block) for block in blocks]
    taken_words = _words(text)
    known = set(taken_words)
    taken = f" {' '.join(taken_words)} "
    # Most blocks of a page are no content, and have some word that was not taken: no need to look for those.
    needles = [f" {' '.join(block)} " if block and known.issuperset(block) else "" for block in words]
    chain = _chain(needles, taken, unlikely or [False] * len(blocks))
    found = [0.0] * len(blocks)
    edges = [(-1, 1), *((index, end) for index, _, end in chain), (len(blocks), len(taken))]
    starts = [start for _, start, _ in chain] + [len(taken)]
    for index, _, _ in chain:
        found[index] = 1.0
    for (before, end), (after, _), start in zip(edges, edges[1:], starts, strict=False):
        if after - before > 1 and start - end > 1:
            left = Counter(taken[end:start].split())
            for index in range(before + 1, after):
                if len(words[index]) >= _FEW_WORDS:
                    found[index] = _take(words[index], left)
    return found


def _words(text: str) -> list[str]:
    if not text.isascii():
        for character in _UNSEEN:
            if character in text:
                text = text.replace(character, "")
    return _WORD.findall(text.lower())


def _places(needles: Sequence[str], text: str) -> Iterator[tuple[int, int, int]]:
    """Where blocks may stand: ``(block, start, end)``, by block."""
    found: dict[str, list[int]] = {}
    seen: Counter[str] = Counter()
    for index, needle in enumerate(needles):
        if not needle:
            continue
        if needle not in found:
            starts = found[needle] = []
            at = text.find(needle)
            while at >= 0:
                starts.append(at)
                at = text.find(needle, at + 1)
        first = max(0, min(seen[needle] - _MOST_PLACES // 2, len(found[needle]) - _MOST_PLACES))
        seen[needle] += 1
        for start in found[needle][first : first + _MOST_PLACES]:
            yield index, start, start + len(needle) - 1  # the blank behind a block is also the one before the next


def _chain(needles: Sequence[str], text: str, unlikely: Sequence[bool]) -> list[tuple[int, int, int]]:
    """The heaviest chain of whole occurrences: ``(block, start, end)``, increasing in block and in place."""
    places = list(_places(needles, text))
    ends = sorted({end for _, _, end in places})
    best: list[tuple[int, int]] = [(0, -1)] * (len(ends) + 1)  # Fenwick tree of (weight, last place), by end
    back = [-1] * len(places)
    top = (0, -1)
    waiting: list[tuple[int, int, int]] = []
    block = -1
    for number, (index, start, end) in enumerate(places):
        if index != block:  # places of one block must not build on each other
            for slot, weight, last in waiting:
                _raise(best, slot, (weight, last))
            waiting, block = [], index
        weight, back[number] = _highest(best, bisect_left(ends, start + 1))
        weight += 2 * (end - start) - unlikely[index]
        waiting.append((bisect_left(ends, end) + 1, weight, number))
        top = max(top, (weight, -number))
    found = []
    last = -top[1] if places else -1
    while last >= 0:
        found.append(places[last])
        last = back[last]
    return found[::-1]


def _raise(tree: list[tuple[int, int]], slot: int, value: tuple[int, int]) -> None:
    while slot < len(tree):
        if value[0] > tree[slot][0]:
            tree[slot] = value
        slot += slot & -slot


def _highest(tree: list[tuple[int, int]], slot: int) -> tuple[int, int]:
    best = (0, -1)
    while slot:
        if tree[slot][0] > best[0]:
            best = tree[slot]
        slot -= slot & -slot
    return best


def _take(words: Sequence[str], left: Counter[str]) -> float:
    """The share of the words that is left over; where it is most of them, they are taken."""
    here = Counter(words)
    common = here & left
    share = common.total() / len(words)
    if share >= 0.5:
        left -= common
    return share
