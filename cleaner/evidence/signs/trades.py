"""What spammers sell, and where their links lead: what the rules about injected and hidden text ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from cleaner.evidence.signs.prompts import calls
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import QUOTE, covered, joined, sentences
from cleaner.evidence.view import View, once
from cleaner.model import Block, Inline, Page, Span

_TRADES = ("pharma", "casino", "loan", "adult", "essay", "crack")
# How much of an anchor is what is sold and how ("cheap", "online"); the rest may be names and numbers.
_ANCHOR = 0.6
_HEAD = re.compile(r"<(?:link|meta|base)\b[^>]{0,500}", re.IGNORECASE)
_SAYS_WHERE = re.compile(r"canonical|og:url|<base", re.IGNORECASE)
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#\s\"'>]+)", re.IGNORECASE)
# How much of a page is searched for where it says it stands (characters).
_BEGINNING = 50_000


# What a trade's phrase is like that hardly anybody says who does not sell: so many words, or characters of a script without spaces.
_TELLING, _WIDE_TELLING, _WIDE = 3, 6, "\u2e80"
# A sentence that sells (characters); paragraphs that say what the page is about, and how many different longer words they have to say.
_SENTENCE, _WIDE_SENTENCE, _PARAGRAPH, _WIDE_PARAGRAPH, _SAID = 40, 14, 80, 25, 40
# Of a sentence's longer words so many at most are the page's, and so many it has at least: of 81 sentences that sell, set into other articles, all but
# four; of those that quote one in 408 articles on spam and its like, and are in no quotation marks, none.
_SHARED, _FEWEST = 0.25, 3
# So many words that sell, phrases and calls say together that something is offered.
_OFFERED = 4
_LONG_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]{5,}|[\u3400-\u9fff]{2,}")
_STEM = 5
_STOP = re.compile(r"[.!?…]\s|[。！？]")


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


@once
def strangers(view: View) -> Mapping[int, Sequence[Span]]:
    """Sentences that sell on a page that is about something else: with a telling phrase of a trade, and hardly a word of the page's paragraphs.

    None where the page quotes such a thing.
    """
    found: dict[int, list[Span]] = {}
    for index in traded(view):
        block = view.blocks[index]
        phrases = phrases_of_trades(block, view)
        is_shown = bool(QUOTE.search(block.text)) or block.flags.pre or block.flags.quote
        if is_shown and any(_is_telling(block.text[slice(*span)]) for span in phrases):
            return {}
        if not (is_shown or block.flags.heading or block.flags.cell):
            found[index] = list(_sellings(block, phrases))
    if not any(found.values()):
        return {}
    own = _page_words(view)
    return {
        index: spans
        for index, said in found.items()
        if (spans := [span for span in said if len(own) >= _SAID and _is_strange(view.blocks[index], span, own, view)])
    }


def _is_telling(phrase: str) -> bool:
    return len(phrase) >= _WIDE_TELLING if phrase > _WIDE else len(phrase.split()) >= _TELLING


def _sellings(block: Block, phrases: Sequence[Span]) -> Iterator[Span]:
    """The sentences with a telling phrase, or with any that is offered. One that a phrase begins behind a full stop, too short for a sentence, may be
    another's; and so may one that begins with a phrase, and goes on as sentences begin."""
    for start, end in sentences(block.text):
        named = [(low, high) for low, high in phrases if start <= low < end]
        said = block.text[start:end]
        told = [(low, high) for low, high in named if _is_telling(block.text[low:high])]
        if named and not told and _is_offered(said, _within(named, (start, end))):
            told = named
        long = len(said) >= (_WIDE_SENTENCE if said > _WIDE else _SENTENCE)
        if told and long and not _STOP.search(block.text, start, told[0][0]):
            before, behind = block.text[start : told[0][0]].strip(), block.text[told[0][1] : end].lstrip(" |,–—-")
            if before or not behind[:1].isupper():
                yield start, end


def _is_offered(sentence: str, named: Sequence[Span]) -> bool:
    """Do enough words that sell stand around what a sentence names, a call to its reader among them?"""
    sold = [
        span for span in listed(sentence, "sales") if not any(low < span[1] and span[0] < high for low, high in named)
    ]
    words = {sentence[low:high].casefold() for low, high in sold}
    return len(words) + len(named) + calls(sentence) >= _OFFERED


def _is_strange(block: Block, span: Span, own: frozenset[str], view: View) -> bool:
    """Are neither the words of its phrases nor, but for a few, its other ones the page's?"""
    start, end = span
    sold = [(low, high) for low, high in phrases_of_trades(block, view) if start <= low and high <= end]
    edges = [start, *chain.from_iterable(sold), end]
    rest = _stems(" ".join(block.text[low:high] for low, high in list(pairwise(edges))[::2]))
    named = _stems(" ".join(block.text[low:high] for low, high in sold))
    return len(rest) >= _FEWEST and len(rest & own) <= _SHARED * len(rest) and named.isdisjoint(own)


def _page_words(view: View) -> frozenset[str]:
    """The longer words of the page's paragraphs that sell nothing."""
    sold = frozenset(traded(view))
    return frozenset(
        chain.from_iterable(
            _stems(block.text)
            for block in view.blocks
            if block.index not in sold and len(block.text) >= (_WIDE_PARAGRAPH if block.text > _WIDE else _PARAGRAPH)
        )
    )


def _stems(text: str) -> frozenset[str]:
    """The beginnings of its longer words; of ideographs every two that stand together."""
    found: set[str] = set()
    for word in _LONG_WORD.findall(text.lower()):
        found.update(map("".join, pairwise(word)) if word > _WIDE else (word[:_STEM],))
    return frozenset(found)
