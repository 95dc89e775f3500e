"""What is written for search engines and nobody else: lists of towns, of keywords and of searches, contents, titles dressed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from cleaner.evidence.text import folded, linked, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block, Span

# An entry of such lists is a few words (characters), and no sentence.
_ENTRY = 70
_SENTENCE = re.compile(r"[.!;,:。！；，：][\"'”’»)]*$|[.!?。！？]\s+\S")
_MARK = re.compile(r"\s+[|·•–—/-]\s+|\s*[|•\n]\s*")
_COMMA = re.compile(r"\s*[,;、，；]\s*|" + _MARK.pattern)
_BULLET = re.compile(r"^\s*(?:[*•·▪–—-]|\d{1,2}[.)])\s+")
# How many entries that differ by a word make a list of towns, where a trade is named and where none is; what all share
# stands in this share of them, and no more words than these are its own.
_TOWNS, _UNNAMED = 5, 10
_SHARED, _OWN = 0.8, 2
# So many keywords make a list: the same word in this share of them, and so many words that sell.
_KEYWORDS, _SAME, _SELLING = 5, 0.6, 3
_LIST = 40


def _is_entry(block: Block) -> bool:
    return (
        len(block.text) <= _ENTRY and not _SENTENCE.search(block.text) and not block.flags.pre and not block.flags.cell
    )


def towns(view: View) -> list[int]:
    """Blocks of lists in which one thing is offered in town after town ("Plumber in Leeds", "Plumber in Derby")."""
    services = view.phrases.get("services", {})
    short = [block for block in view.blocks if _is_entry(block) and (view.is_text or mostly_linked(block))]
    found = [
        index
        for index in services
        if _is_template(_MARK.split(view.blocks[index].text), _TOWNS) and not view.blocks[index].flags.pre
    ]
    for _, placed in groupby(enumerate(short), key=lambda pair: pair[1].index - pair[0]):
        run = [block for _, block in placed]
        if len(run) < _TOWNS:
            continue
        for start, end in _alike([_BULLET.sub("", block.text) for block in run]):
            named = sum(block.index in services for block in run[start:end])
            if end - start >= (_TOWNS if 2 * named > end - start else _UNNAMED):
                found += [block.index for block in run[start:end]]
    return sorted(set(found))


def _alike(texts: Sequence[str]) -> Iterator[Span]:
    """The longest stretches of entries that are one template."""
    start = 0
    words = [{*folded(text).split()} for text in texts]
    for place in range(1, len(texts) + 1):
        if (
            place == len(texts)
            or len(words[place] & words[start]) < len(words[place]) - _OWN
            or not words[place] & words[start]
        ):
            if place - start >= _TOWNS and _is_template(texts[start:place], _TOWNS):
                yield start, place
            start = place


def _is_template(entries: Sequence[str], fewest: int) -> bool:
    """Do entries say the same but for a name or two, another one each time?"""
    words = [tuple(folded(entry).split()) for entry in entries if entry.strip()]
    if len(words) < fewest or any(len(entry) > 8 for entry in words):
        return False
    counts = Counter(word for entry in words for word in {*entry})
    shared = {word for word, count in counts.items() if count >= _SHARED * len(words)}
    own = [tuple(word for word in entry if word not in shared) for entry in words]
    fits = [names for names in own if 0 < len(names) <= _OWN and not any(map(str.isdigit, "".join(names)))]
    long = sum(map(len, shared)) >= 5
    return long and len(fits) >= _SHARED * len(words) and len({*fits}) >= _SHARED * len(fits)


def is_keywords(block: Block, view: View) -> bool:
    """Is this a list of searches in one line: one word in most of them, and others that sell?"""
    if _SENTENCE.search(block.text) or block.flags.pre:
        return False
    entries = [entry.split() for entry in _COMMA.split(block.text.casefold()) if entry]
    if len(entries) < _KEYWORDS or any(len(entry) > 7 for entry in entries):
        return False
    words = Counter(word for entry in entries if len(entry) > 1 for word in {*entry} if len(word) > 3)
    same = bool(words) and words.most_common(1)[0][1] >= _SAME * len(entries)
    return same and len(view.phrases.get("sales", {}).get(block.index, ())) >= _SELLING


def searches(view: View, lead: Block, end: int) -> list[int] | None:
    """The entries of a list of searches under its lead or behind it; None where nothing of the kind follows.

    :param end: where the lead ends in its block.
    """
    rest = lead.text[end:].strip(" :：·•|–—-\n")
    if rest:
        entries = [entry for entry in _COMMA.split(rest) if entry]
        few = len(entries) < 2 and 2 * linked(lead) < len(rest)
        return None if few or _SENTENCE.search(rest) or any(len(entry) > _ENTRY for entry in entries) else []
    found: list[int] = []
    for block in view.blocks[lead.index + 1 : lead.index + 1 + _LIST]:
        gone = found and view.is_text and _gap(view, block.index) > _gap(view, found[0])
        if gone or not _is_entry(block) or (block.flags.heading and not mostly_linked(block)):
            break
        if not view.is_text and not mostly_linked(block) and not block.flags.list_depth:
            break
        found.append(block.index)
    return found if len(found) > 1 else None


def _gap(view: View, index: int) -> int:
    return view.blocks[index].span[0] - view.blocks[index - 1].span[1]


def contents(view: View, lead: Block) -> list[int]:
    """The entries of a table of contents under its lead: lines or links that stand again as headings (in text, as lines)."""
    behind = view.blocks[lead.index + 1 : lead.index + 1 + _LIST]
    heads: dict[str, int] = {}
    for block in view.blocks[lead.index + 1 :]:
        if len(block.text) <= _ENTRY * 2 and (view.is_text or block.flags.heading):
            heads[_title(block.text)] = block.index
    found: list[int] = []
    for block in behind:
        if heads.get(_title(block.text), -1) > block.index and not block.flags.heading:
            found.append(block.index)
        elif block.flags.heading or len(block.text) > _ENTRY or not _points(block):
            break
        else:
            found.append(block.index)
    again = sum(_title(view.blocks[index].text) in heads for index in found)
    return found if again > 1 and 2 * again >= len(found) else []


def _title(text: str) -> str:
    return re.sub(r"^(?:\d+ )+", "", folded(text))


def _points(block: Block) -> bool:
    """Does a link in this block lead to a place on the page?"""
    return any(kind == "link" and (target or "").startswith("#") for kind, _, target, _ in block.inline)
