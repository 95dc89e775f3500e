"""Leads that send the reader elsewhere: "Read more: …" with another article's headline, and lists of such headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.evidence.signs.edges import paragraphs
from cleaner.evidence.signs.lists import STATEMENT, entries, gap
from cleaner.evidence.text import BLANKS, begins, is_phrase, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block

# A teaser has a headline's length (characters), and a headline's shape: no full stop.
TEASER = 220
# What sets a lead apart from what it announces; behind a lead that means nothing else an arrow or a dash does as well.
_COLONS, _MARKS = ":：】］", ":：】］»›>→–—-"
_LEAD_END = re.compile(r"\s*[:：】］»›>→|–—-]+\s*|\s*$")
# Behind a lead that means other things too a headline is longer (words; characters where words are not set apart).
_ASIDE, _WIDE_ASIDE = 6, 14
# A list on one line: so many headlines, and signs between them.
_STRUNG, _STRUNG_LINE = 3, 700
_BETWEEN = re.compile(rf"(?<!\s)\s+[·|•/]\s+|{BLANKS}[|•]\s*")
_SENTENCE_END = re.compile(r"[.!?:,;\"”“»]\s*$")
# A page with fewer paragraphs, or of which they are a smaller share, is itself a list.
_FEWEST, _PROSE = 2, 0.4
_BULLET = re.compile(rf"{BLANKS}(?:[•·▪◦‣►▶●*–—-]|\d{{1,2}}[.)])\s")


def teased(block: Block, view: View) -> str | None:
    """The lead of a line that names another article behind it; None if the line is no such."""
    clear = block.index in view.phrases.get("read-more", ())
    start, end = view.phrases["read-more" if clear else "teaser"][block.index][0]
    if not begins(block, (start, end)) or len(block.text) > _STRUNG_LINE or block.flags.heading:
        return None
    said = block.text[start:end]
    strung = [piece for piece in _BETWEEN.split(block.text[end:].lstrip(f"{_MARKS} ·|•/")) if piece]
    if len(strung) >= _STRUNG and all(map(is_headline, strung)):
        return said
    if len(block.text) > TEASER:
        return None
    lead = _LEAD_END.match(block.text, end)
    rest = block.text[lead.end() if lead else end :].strip()
    if not rest:
        return None
    links = [mark.range for mark in block.inline if mark.kind == "link"]
    if 4 * sum(last - first for first, last in links if last > end) >= 3 * len(rest):
        apart = bool(lead and lead[0].strip()) or all(first >= end for first, _ in links)
        return said if apart and not STATEMENT.search(rest) else None
    marks = set(block.text[end - 1 : lead.end() if lead else end]) & set(_MARKS if clear else _COLONS)
    headed = bool(marks) and is_headline(rest)
    return said if headed and (clear or said.isupper() or _is_aside(block, view, rest)) else None


def _is_aside(lead: Block, view: View, headline: str) -> bool:
    """Does a lead that means other things too stand in a text of paragraphs, with a long headline behind it?"""
    if lead.index not in view.phrases.get("aside", ()) or not any(index < lead.index for index in paragraphs(view)):
        return False
    return len(headline) >= _WIDE_ASIDE if headline > "\u2e80" else len(headline.split()) >= _ASIDE


def is_headline(text: str) -> bool:
    """Could this be an article's headline: capitalised, four words at least, and no sentence?"""
    wide = text[len(text) // 2 :][:2].strip() > "\u2e80"
    large = text[0].isupper() or text[0].isdigit()
    return (len(text) >= 10 if wide else large and len(text.split()) >= 4) and not STATEMENT.search(text)


def announced(view: View) -> Iterator[int]:
    """The blocks of lists of other articles: leads, each alone in its block, and what stands under them."""
    prose = paragraphs(view)
    first, end = view.content or (0, len(view.blocks))
    length = sum(len(block.text) for block in view.blocks[first:end])
    if len(prose) < _FEWEST or sum(len(view.blocks[index].text) for index in prose) < _PROSE * length:
        return
    for name in ("read-more", "teaser"):
        for index, spans in view.phrases.get(name, {}).items():
            block = view.blocks[index]
            if index > prose[0] and is_phrase(block, spans) and index not in view.phrases.get("see-also", ()):
                yield from _announced(view, block, name == "read-more")


def _announced(view: View, lead: Block, clear: bool) -> Iterator[int]:
    """A lead and what stands under it, if something does or it is a button; else nothing."""
    button = lead.index in view.phrases.get("button", ())
    colon = lead.text.rstrip().endswith(tuple(_MARKS if clear else _COLONS))
    below = view.blocks[lead.index + 1].text if lead.index + 1 < len(view.blocks) else ""
    loud = clear or (colon and (lead.text.isupper() or _is_aside(lead, view, _BULLET.sub("", below))))
    found = [] if button and not colon else _entries(view, lead)
    if not found and colon and loud:
        found = _only_entry(view, lead)
    if found and (loud or not view.is_text or _ends_text(view, lead, found[-1])):
        yield from (lead.index, *found)
    elif button and (mostly_linked(lead) or not _SENTENCE_END.search(lead.text)):
        yield lead.index


def _ends_text(view: View, lead: Block, last: int) -> bool:
    """Without links: does a list end the text, under a lead of more than one word?"""
    return " " in lead.text.strip() and not any(index > last for index in paragraphs(view))


def _entries(view: View, lead: Block) -> list[int]:
    """The entries under a lead, less what may be the next heading of the text: a line unlike the first, or the last of them;
    and less what the opinions call content behind a list."""
    found = entries(view.blocks, lead.index)
    for place, (last, index) in enumerate(pairwise(found), 1):
        block = view.blocks[index]
        outside = block.flags.list_depth < view.blocks[last].flags.list_depth
        if outside and view.opinions.get(index, 0.0) > 0 and not mostly_linked(block):
            del found[place:]
            break
    while found and view.opinions.get(found[-1], 0.0) > 0 and not mostly_linked(view.blocks[found[-1]]):
        found.pop()
    if not view.is_text or not found:
        return found
    bullets = [bool(_BULLET.match(view.blocks[index].text)) for index in found]
    if bullets[0]:
        return found if all(bullets) else found[: bullets.index(False)]
    behind = found[-1] + 1
    if behind < len(view.blocks) and gap(view.blocks, behind) <= gap(view.blocks, found[0]):
        found.pop()
    return found if len(found) > 1 else []


def _only_entry(view: View, lead: Block) -> list[int]:
    """The headline right under a lead with a colon."""
    for entry in view.blocks[lead.index + 1 : lead.index + 2]:
        if len(entry.text) <= TEASER and not entry.flags.heading and is_headline(_BULLET.sub("", entry.text)):
            return [entry.index]
    return []
