"""The items of a farm's template: the block "Article information" and the lists of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile, zip_longest
from typing import NamedTuple

from cleaner.evidence.text import mostly_linked
from cleaner.model import Block, Span

LONGEST = 220
"""A headline has no more characters than this."""

# The template's items, each with the value that belongs to it. An author's value ends with the next item.
_ITEM = re.compile(
    r"""\b(?:
      (?P<list>(?:Top|Latest|Recommended|Popular|Trending)\s(?:Articles|Posts|News|Stories))\b:?
    | (?P<heading>Article\s[Ii]nformation)\b:?
    | (?P<author>Author):(?!\s*$)
    | (?P<updated>Last\s[Uu]pdated):?(?:\s*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?|\w+\s\d{1,2},\s\d{4}))?
    | (?P<views>Views):?\s*(?:\d[\d.,]*\s?[KkMm]?)?
    | (?P<rating>Rating):?\s*(?:(?:\d(?:\.\d+)?)\s*/\s*5\s*\(\s*[\d,.]+\s*vote[ds]*\))?
    | (?P<reviews>Reviews):?\s*(?:\d{1,3}\s?%\sof\sreaders\sfound\sthis\spage\shelpful)?
    | (?P<voted>\d(?:\.\d+)?\s*/\s*5\s*\(\s*[\d,.]+\s*voted\s*\))
    | (?P<helpful>\d{1,3}\s?%\sof\sreaders\sfound\sthis\spage\shelpful)
    | (?P<label>Author)(?=:?\s*$)
    )""",
    re.VERBOSE,
)
_STRONG = re.compile(r"\d\s*/\s*5\s*\(\s*[\d,.]+\s*voted\s*\)|\d\s?%\sof\sreaders\sfound\sthis\spage\shelpful")
# A block longer than a headline holds items only where a run-on line has swallowed the template, one of these in it.
_RUN_ON = (
    "Article information",
    "Article Information",
    "readers found this page helpful",
    " voted",
    "Articles",
    "Posts",
)
_SENTENCE = re.compile(r"[.…][\"'”’)]*(?:\s|$)")
# How long (characters) the value of a label may be that stands in a block, or in a run-on line, of its own …
_VALUE = 60
# … and an entry in a list of articles, how many entries such a list has, and how long it is where it runs on.
_ENTRY, _ENTRIES, _RUN = 160, 60, 1500


class Item(NamedTuple):
    """One item of the template: where it stands, what it is, and whether it is proof by itself."""

    block: int
    range: Span
    kind: str
    strong: bool


def items_of(blocks: Sequence[Block], fabricated: Mapping[int, int]) -> Iterator[Item]:
    """Every item of the template, in order, with its value; items of prose among them."""
    for block in blocks:
        text = block.text
        if len(text) > LONGEST and not any(hint in text for hint in _RUN_ON):
            continue
        found = list(_ITEM.finditer(text))
        if len(found) == 1 and len(text) > LONGEST and block.index not in fabricated:
            continue
        for match, following in zip_longest(found, found[1:]):
            kind = match.lastgroup or ""
            start, end = match.span()
            behind = following.start() if following else len(text)
            if kind == "author":
                line = text.find("\n", end, behind)
                behind = line if line >= 0 else behind
                if behind - end > _VALUE:
                    continue
                end = behind
            line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
            line_end = len(text) if line_end < 0 else line_end
            alone = not text[line_start:start].strip() and not text[end:line_end].strip(" :.")
            strong = bool(_STRONG.search(match[0]))
            if len(found) > 1 or alone or strong or block.index in fabricated:
                yield Item(block.index, (line_start, line_end) if alone else (start, end), kind, strong)


def confirmed(items: list[Item], blocks: Sequence[Block], fabricated: Mapping[int, int]) -> list[Item]:
    """The items of clusters that are a farm's, with the values and list entries between them."""
    kept: list[Item] = []
    for cluster in _clusters(items, blocks):
        own = [item for item in cluster if item.kind not in ("value", "entry")]
        kinds = {item.kind for item in own}
        lists = sum(item.kind == "list" for item in own)
        edge = cluster[-1].block
        near = any(index in fabricated for index in range(edge, min(edge + 3, len(blocks))))
        farm = bool(fabricated) and (lists > 0 or (near and len(own) > 1))
        # Proof is an invented figure, a fabricated profile (for lists anywhere, else right behind), or so much of the
        # template that no honest page has it: three lists in a row with nothing in them, or four kinds of items.
        empty = lists >= 3 and not any(item.kind == "entry" for item in cluster)
        if any(item.strong for item in own) or farm or empty or len(kinds) >= 4:
            kept += cluster
            if cluster[-1].kind == "list":
                kept += _trailing(cluster[-1], blocks, fabricated)
    return kept


def _trailing(last: Item, blocks: Sequence[Block], fabricated: Mapping[int, int]) -> Iterator[Item]:
    """The entries of a list that no other item follows: what stands before the profile, or links and list items of one kind."""
    text, profile = blocks[last.block].text, fabricated.get(last.block, -1)
    if profile > last.range[1]:
        if _is_run(text[last.range[1] : profile]):
            yield Item(last.block, (last.range[1], profile), "entry", False)
        return
    behind = blocks[last.block + 1 : last.block + 1 + _ENTRIES]
    before = list(takewhile(lambda block: block.index not in fabricated and _is_entry(block), behind))
    if len(before) == len(behind) or behind[len(before)].index not in fabricated:
        kind = [element.tag for element in behind[0].path[-2:]] if behind else []
        before = list(takewhile(lambda b: kind == [e.tag for e in b.path[-2:]] and _is_link(b), behind))
    for block in before:
        yield Item(block.index, (0, len(block.text)), "entry", False)


def _clusters(items: list[Item], blocks: Sequence[Block]) -> Iterator[list[Item]]:
    """Runs of items with nothing foreign between them."""
    cluster: list[Item] = []
    for item in items:
        if cluster:
            between = _between(cluster[-1], item, blocks)
            if between is None:
                yield cluster
                cluster = []
            else:
                cluster += between
        cluster.append(item)
    if cluster:
        yield cluster


def _between(last: Item, item: Item, blocks: Sequence[Block]) -> list[Item] | None:
    """What stands between two items as the template's own (a value, a list's entries), or None where it is foreign."""
    kind = "entry" if last.kind == "list" else "value"
    found: list[Item] = []
    for index in range(last.block, item.block + 1):
        text = blocks[index].text
        start = last.range[1] if index == last.block else 0
        end = item.range[0] if index == item.block else len(text)
        gap = text[start:end]
        if not gap.strip(" :.\n"):
            continue
        whole = (start, end) == (0, len(text))
        if kind == "value":
            if found or not whole or len(text) > _VALUE:
                return None
        elif not (_is_entry(blocks[index]) if whole else _is_run(gap)):
            return None
        found.append(Item(index, (start, end), kind, False))
        if len(found) > _ENTRIES:
            return None
    return found


def _is_entry(block: Block) -> bool:
    """Can this be an entry in a list of articles: a linked or listed headline, or a short line that is no sentence?"""
    return _is_link(block) or all(map(_is_short, block.text.split("\n")))


def _is_link(block: Block) -> bool:
    return len(block.text) <= _ENTRY and (mostly_linked(block) or bool(block.flags.list_depth))


def _is_run(gap: str) -> bool:
    """Can this part of a block be entries, a line each or all in one line?"""
    lines = gap.strip("\n").split("\n")
    return all(map(_is_short, lines)) or (len(lines) == 1 and len(gap) <= _RUN and not _SENTENCE.search(gap))


def _is_short(line: str) -> bool:
    return len(line) <= _ENTRY and not _SENTENCE.search(line)
