"""Lists of a site's other articles behind a text: "Top Articles", "Latest Posts", and the headlines under or behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from cleaner.evidence.signs.edges import edge, is_paragraph
from cleaner.evidence.signs.leads import is_headline
from cleaner.evidence.signs.lists import STATEMENT, entries
from cleaner.evidence.text import BLANKS, begins, is_phrase
from cleaner.evidence.view import View
from cleaner.model import Block

# An entry has a headline's length, and a list that runs on in one line is no longer (characters).
_ENTRY, _LINE = 220, 1500
# In the midst of a text a list has so many lines at least and at most, none longer (characters).
_FEWEST, _MOST, _SHORT, _WORDS, _WIDE = 3, 12, 90, 3, "\u2e80"
_BULLET = re.compile(rf"{BLANKS}(?:[•·▪◦‣►▶●*–—-]|\d{{1,2}}[.)])\s+")
_APART = re.compile(rf"{BLANKS}[|·•:：\n]\s*")


def article_lists(view: View) -> Iterator[int]:
    """The blocks of such lists: the lead, alone or before its entries, and those under it. They stand beside the
    content, or no paragraph behind them, or in the midst of it as lines before a paragraph."""
    for index, spans in view.phrases.get("article-list", {}).items():
        lead = view.blocks[index]
        if not begins(lead, spans[0]) or lead.flags.pre:
            continue
        if not (view.place(lead) != "inside" or edge(view, lead, 1) == "tail"):
            if is_phrase(lead, spans) and len(found := _in_the_midst(view, lead)) >= _FEWEST:
                yield from (index, *found)
            continue
        if is_phrase(lead, spans):
            yield from (index, *(_lines(view, lead) if view.is_text else entries(view.blocks, index)))
        elif _runs_on(lead, spans[0][1]):
            yield index


def _in_the_midst(view: View, lead: Block) -> list[int]:
    """Lines under a lead that could be headlines, and no headings of the text, where a paragraph follows soon."""
    behind = view.blocks[lead.index + 1 : lead.index + 1 + _MOST]
    found = [block.index for block in takewhile(_could_be_one, behind)]
    return found if any(map(is_paragraph, behind)) else []


def _could_be_one(block: Block) -> bool:
    """Could a line be a headline: large, of three words, and no sentence?"""
    text = block.text
    begins_large = text[0].isupper() or text[0].isdigit() or text[0] in "¿¡«„“" or text[0] > _WIDE
    enough = len(text.split()) >= _WORDS or text > _WIDE
    odd = block.flags.heading or block.flags.cell or STATEMENT.search(text) or text.endswith("!")
    return begins_large and enough and len(text) <= _SHORT and not odd


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
