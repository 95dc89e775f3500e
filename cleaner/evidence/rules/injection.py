"""Links and keywords that somebody else has set into a page: pills, casinos, loans, sex, essays, cracked programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, spam_rule
from cleaner.evidence.signs.trades import (
    leads_out,
    own_hosts,
    phrases_of_trades,
    spam_anchors,
    strangers,
    traded,
    wares,
)
from cleaner.evidence.text import covered, linked
from cleaner.evidence.view import View
from cleaner.model import Block

# How much of a keyword list is what is sold and how ("cheap", "online"); the rest may be names and numbers.
_KEYWORDS = 0.6
# A line by itself has to be nearly all of it, and has so many words; in a list of such lines each is this much at least.
_LONE, _WORDS, _WIDE_WORDS, _LISTED = 0.75, 3, 8, 0.4
# A sentence around a link, a line of keywords, and one of a list of such lines (characters).
_SENTENCE, _KEYWORD_LINE, _LISTED_LINE = 400, 1500, 100
_STOP = re.compile(r"[.!?…;。！？]\s*\S")


@spam_rule(
    "injection.keywords",
    needs=Need("a phrase of a spammer's trade", traded),
    hits=[
        "buy cheap viagra online, payday loans no credit check, best online casino bonus, write my essay",
        "<p>=>Generic Cialis Online | Canadian Pharmacy No Prescription | Cheap Levitra</p>",
        "онлайн казино бесплатно, займ на карту срочно, купить виагру без рецепта",
    ],
    misses=[
        "Online casinos and payday loans, the report says, are advertised most where people have least.",
        "Payday loans",
        "Sildenafil (Viagra) and tadalafil (Cialis) work for about two in three.",
        "<h2>=>Personal loans for students</h2><p>The bank lends to students who have a year to go.</p>",
    ],
)
def keywords(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that is nothing but what spammers sell: two of their phrases, of two trades or with separators.

    Safe alone because sentences have other words and stops between them. A page about such a trade keeps its own
    words (topics of the phrase lists).
    """
    phrases = phrases_of_trades(block, view)
    if (
        len(phrases) < 2
        or len(block.text) > _KEYWORD_LINE
        or block.flags.pre
        or block.flags.cell
        or _STOP.search(block.text)
    ):
        return
    if covered(block.text, wares(block, view)) >= _KEYWORDS:
        yield Seen(None, tuple(f"phrase={block.text[start:end]}" for start, end in phrases[:3]))


@spam_rule(
    "injection.lines",
    needs=Need("lines of what spammers sell", lambda view: _lines(view)),
    hits=[
        "The moor is quiet.\n\n=>buy cheap viagra online\n\nIt is dusk.",
        "The moor is quiet.\n\nkeygen torrent 2026\n=>photoshop keygen torrent\npayday loans online",
    ],
    misses=[
        "Payday loans",
        "Activation key",
        "Personal loans for students who have a year to go",
        "Medicines\n\nTramadol\n=>Xanax\nValium\n\nNone of them goes well with beer.",
    ],
)
def lines(block: Block, view: View) -> Iterator[Seen]:
    """Removes short lines of what spammers sell: one that is nothing else ("buy cheap viagra online"), or two in a row.

    A line has to say more than what the thing is called, as a heading or the name of a drug would not.
    """
    yield WHOLE


def _lines(view: View) -> list[int]:
    """Lines that are spam by themselves, and those beside them that are made of such words."""
    spam = [index for index in traded(view) if _is_spam(view.blocks[index], view)]
    if not spam:
        return []
    own = own_hosts(view.page)
    found = {index for index in spam if _is_line(view.blocks[index], own)}
    waiting = list(found)
    while waiting:
        index = waiting.pop()
        for block in view.blocks[max(0, index - 1) : index + 2]:
            if block.index not in found and _is_line(block, own) and covered(block.text, wares(block, view)) >= _LISTED:
                found.add(block.index)
                waiting.append(block.index)
    return sorted(found)


def _is_line(block: Block, own: frozenset[str]) -> bool:
    """Could this be one of a list of keywords: short, no heading, no sentence, no link to another page of the site?"""
    inside = any(link.kind == "link" and not leads_out(link, own) for link in block.inline)
    odd = inside or block.flags.heading or block.flags.pre or block.flags.cell or block.text[-1] in ".?!:,;"
    words = len(block.text.split()) if block.text.isascii() else _WORDS
    return not odd and words >= _WORDS and len(block.text) <= _LISTED_LINE


def _is_long(phrase: str) -> bool:
    """Does a phrase say more than what a thing is called?"""
    return phrase.count(" ") >= _WORDS or (phrase > "\u2e80" and len(phrase) >= _WIDE_WORDS)


def _is_spam(block: Block, view: View) -> bool:
    phrases = phrases_of_trades(block, view)
    share = covered(block.text, wares(block, view))
    long = any(_is_long(block.text[start:end]) for start, end in phrases)
    return share >= _LONE and (long or len(phrases) > 1 or covered(block.text, phrases) < share)


@spam_rule(
    "injection.anchors",
    needs=Need("a link with a phrase of a spammer's trade", lambda view: [] if view.is_text else traded(view)),
    hits=[
        "<p>The moor is quiet.</p><ul><li><a href='https://pills.example/'>=>buy cheap viagra online</a></li></ul>",
        "<p>The moor is quiet.</p><p>=>Many of our readers like the <a href='https://c.example/'>best online casino "
        "bonus</a> of this year.</p>",
    ],
    misses=[
        "<p>=>The council heard that <a href='https://news.example/a'>an online casino had offered</a> to pay for the bridge.</p>",
        "<p><a href='/loans'>=>Personal loans online</a></p>",
        "<p><a href='https://nhs.example/viagra'>=>Viagra</a> is one of the drugs that the study looked at.</p>",
    ],
)
def anchors(block: Block, view: View) -> Iterator[Seen]:
    """Removes links out of a site whose text is what spammers sell ("buy cheap viagra online"), with their sentence.

    A block that is such links, or a short sentence around one, goes; in a longer paragraph only the sentence does.
    """
    found = spam_anchors(block, view)
    if not found or block.flags.pre:
        return
    evidence = tuple(f"anchor={block.text[slice(*link.range)]}" for link in found[:3])
    length = sum(link.range[1] - link.range[0] for link in found)
    single = len(block.text) <= _SENTENCE and not _STOP.search(block.text)
    if 2 * length > len(block.text) or (2 * length > linked(block) and (single or len(found) > 1)):
        yield Seen(None, evidence)


_PAGE = (
    "The ferry runs twice a day between May and October, weather permitting, and carries bicycles for a small charge at either landing.\n\n"
    "Tickets are sold on board by the mate, who also sells tea, and the crossing takes forty minutes in calm water against the wind.\n\n"
    "{}\n\nPassengers who miss the evening boat may sleep in the schoolhouse, where the teacher keeps blankets, candles and a kettle for them. "
    "Nobody has ever been asked to pay, though most leave coins beneath the clock, and those coins bought its present spring.\n\n"
    "Storms close the harbour about nine days every winter, usually during February, and letters then travel by helicopter from Tarbet airfield."
)


@spam_rule(
    "injection.sentence",
    needs=Need("a sentence that sells on a page about something else", strangers),
    hits=[
        _PAGE.format(
            "=>Players who enjoy that often try the best online casino without verification, where hundreds win real prizes."
        ),
        _PAGE.format(
            "=>Whoever needs money gets a loan without credit check within minutes from these generous brokers."
        ),
    ],
    misses=[
        _PAGE.format(
            "=>The harbour master was found reading an advertisement for the best online casino while the ferry left."
        ),
        _PAGE.format(
            "=>“Players often try the best online casino without verification”, said somebody unknown behind us, loudly."
        ),
        "=>Players who enjoy that often try the best online casino without verification, where hundreds win real prizes.",
        _PAGE.format(
            "=>Buy Instagram followers She knitted jumpers for every fisherman whose boat returned before autumn gales."
        ),
    ],
)
def sentence(block: Block, view: View) -> Iterator[Seen]:
    """Removes a sentence that sells what spammers sell, from a page that is about something else: it has a phrase of three words that hardly
    anybody says who does not sell it, and of its other longer words hardly one stands in the page's paragraphs.

    Where the page quotes such phrases they are its subject, and all stay.
    """
    for span in strangers(view)[block.index]:
        yield Seen(
            None if span == (0, len(block.text)) else span, (f"sentence={block.text[slice(*span)].strip()[:80]}",)
        )
