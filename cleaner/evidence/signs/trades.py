"""What spammers sell, and where their links lead: what the rules about injected and hidden text ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import covered, joined
from cleaner.evidence.view import View
from cleaner.model import Block, Inline, Page, Span

_TRADES = ("pharma", "casino", "loan", "adult", "essay", "crack")
# How much of an anchor is what is sold and how ("cheap", "online"); the rest may be names and numbers.
_ANCHOR = 0.6
_HEAD = re.compile(r"<(?:link|meta|base)\b[^>]{0,500}", re.IGNORECASE)
_SAYS_WHERE = re.compile(r"canonical|og:url|<base", re.IGNORECASE)
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#\s\"'>]+)", re.IGNORECASE)
# How much of a page is searched for where it says it stands (characters).
_BEGINNING = 50_000


def own_hosts(page: Page) -> frozenset[str]:
    """The hosts that the page says it stands on."""
    tags = [tag for tag in _HEAD.findall(page.text, 0, _BEGINNING) if _SAYS_WHERE.search(tag)]
    places = [place for place in (page.source.url, *tags) if place]
    return frozenset(match[1].lower() for match in map(_HOST.search, places) if match)


def leads_out(link: Inline, own: frozenset[str]) -> bool:
    """Does this lead to another site?"""
    match = _HOST.match((link.target or "").strip()) if link.kind == "link" else None
    return match is not None and match[1].lower() not in own


def traded(view: View) -> list[int]:
    """Blocks in which the phrase of a trade stands."""
    return sorted(set(chain.from_iterable(view.phrases.get(trade, ()) for trade in _TRADES)))


def phrases_of_trades(block: Block, view: View) -> list[Span]:
    """Where what is traded stands in a block, in order."""
    found = [view.phrases[trade].get(block.index, ()) for trade in _TRADES if trade in view.phrases]
    return joined(chain.from_iterable(found))


def wares(block: Block, view: View) -> list[Span]:
    """The same with the words around it that sell."""
    return joined(chain(phrases_of_trades(block, view), listed(block.text, "sales")))


def _within(spans: Sequence[Span], outer: Span) -> list[Span]:
    """The ranges inside another, counted from its beginning."""
    low, high = outer
    return [(start - low, end - low) for start, end in spans if low <= start and end <= high]


def spam_anchors(block: Block, view: View) -> list[Inline]:
    """The links out of a site whose text is what is traded and little else: two words at least, or two phrases."""
    found = []
    phrases, sold, own = phrases_of_trades(block, view), wares(block, view), own_hosts(view.page)
    for link in block.inline:
        if leads_out(link, own) and (named := _within(phrases, link.range)):
            text = block.text[slice(*link.range)]
            several = len(named) > 1 or " " in text.strip() or not text.isascii()
            if several and covered(text, _within(sold, link.range)) >= _ANCHOR:
                found.append(link)
    return found
