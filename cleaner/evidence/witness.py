"""trafilatura's opinion of a page, as findings on our blocks.

It is asked as its users ask it (plain text, no comments), on the page without its hidden text: shown five
visible and fifty ``display:none`` paragraphs, trafilatura 2.3.1 returns the fifty.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

import trafilatura

from cleaner.evidence import align
from cleaner.model import Block, Effect, Finding
from cleaner.source.html import Segmented

# How sure its word makes us, as log-odds of content: see `measure` in the tests' data section.
KEPT, LEFT = 2.0, -2.0
# A block counts as returned from half its words on: less is another sentence's words.
_RETURNED = 0.5

# trafilatura logs every page it finds nothing on as an error; here that is an opinion like any other.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def unseen(block: Block) -> bool:
    """Is this block out of every reader's sight? (``aria-hidden`` hides from screen readers, not from the eye.)"""
    return block.flags.hidden not in (None, "aria")


def safe(page: Segmented) -> bool:
    """Can lxml and trafilatura be asked about this page at all?

    Measured on trafilatura 2.3.1 with lxml 6: below 256 levels lxml drops everything without a word, and
    text nodes over 10 MB; 50,000 attributes on one tag or 100,000 children of one element take it over
    40 seconds. The bounds leave a margin, and pages beyond them are not written by hand.
    """
    return page.depth <= 240 and page.attributes <= 1_000 and page.children <= 20_000 and page.text <= 5_000_000


def opinions(text: str, blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """What trafilatura would return of this page.

    :param text: ``Page.text`` of a page that is :func:`safe`.
    :param blocks: its blocks.
    :returns: a finding of ``content.trafilatura`` for every visible block.
    """
    visible = [block for block in blocks if not unseen(block)]
    returned = trafilatura.extract(_shown(text, blocks), include_comments=False) or ""
    shares = align.shares([block.text for block in visible], returned)
    return tuple(
        Finding(
            "content.trafilatura",
            block.index,
            None,
            Effect.OPINION,
            KEPT if share >= _RETURNED else LEFT,
        )
        for block, share in zip(visible, shares, strict=True)
    )


def density(blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """A plain opinion where trafilatura cannot be asked: running text is content, links and labels are not.

    :returns: a finding of ``content.density`` for every visible block.
    """
    return tuple(
        Finding("content.density", block.index, None, Effect.OPINION, 1.0 if _running(block) else -1.0)
        for block in blocks
        if not unseen(block)
    )


# Ten words, or a sentence's end, tell prose from labels; half its characters in links make a block a list of links
# (the thresholds of Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010, rounded).
_SENTENCE = re.compile(r"\w[.!?…。！？][\"'”’»)]*\s*$")


def _running(block: Block) -> bool:
    linked = sum(mark.range[1] - mark.range[0] for mark in block.inline if mark.kind == "link")
    if linked * 2 > len(block.text):
        return False
    return block.flags.pre or block.text.count(" ") >= 9 or bool(_SENTENCE.search(block.text))


def _shown(text: str, blocks: Sequence[Block]) -> str:
    """The page without the text of its hidden blocks."""
    parts: list[str] = []
    last = 0
    for block in blocks:
        if unseen(block):
            for start, end in block.source(0, len(block.text)):
                parts.append(text[last:start])
                last = end
    return "".join((*parts, text[last:])) if parts else text
