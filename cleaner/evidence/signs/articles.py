"""Lists of a site's other articles behind a text: "Top Articles", "Latest Posts", and the headlines under or behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.signs.edges import edge
from cleaner.evidence.signs.leads import is_headline
from cleaner.evidence.signs.lists import entries
from cleaner.evidence.text import BLANKS, begins, is_phrase
from cleaner.evidence.view import View
from cleaner.model import Block

# An entry has a headline's length, and a list that runs on in one line is no longer (characters).
_ENTRY, _LINE = 220, 1500
_BULLET = re.compile(rf"{BLANKS}(?:[•·▪◦‣►▶●*–—-]|\d{{1,2}}[.)])\s+")
_APART = re.compile(rf"{BLANKS}[|·•:：\n]\s*")


def article_lists(view: View) -> Iterator[int]:
    """The blocks of such lists: the lead, alone or before its entries, and those under it. They stand beside the
    content, or no paragraph behind them."""
    for index, spans in view.phrases.get("article-list", {}).items():
        lead = view.blocks[index]
        beside = view.place(lead) != "inside" or edge(view, lead, 1) == "tail"
        if not begins(lead, spans[0]) or lead.flags.pre or not beside:
            continue
        if is_phrase(lead, spans):
            yield from (index, *(_lines(view, lead) if view.is_text else entries(view.blocks, index)))
        elif _runs_on(lead, spans[0][1]):
            yield index


def _runs_on(lead: Block, end: int) -> bool:
    """Do headlines follow in the same line? Each begins large, and none ends as a sentence does."""
    rest = _BULLET.sub("", lead.text[end:].strip())
    apart = [entry for entry in _APART.split(rest) if entry]
    titled = lead.text[:1].isupper() or lead.text > "\u2e80"
    return titled and len(lead.text) <= _LINE and bool(apart) and all(map(is_headline, apart))


def _lines(view: View, lead: Block) -> Iterator[int]:
    """Without markup: the headlines under a lead, set apart as the first is from it."""
    behind = view.blocks[lead.index + 1 :]
    gap = behind[0].span[0] - lead.span[1] if behind else 0
    last = lead
    for block in behind:
        text = _BULLET.sub("", block.text)
        if len(text) > _ENTRY or not is_headline(text) or block.span[0] - last.span[1] > gap:
            return
        yield block.index
        last = block
