"""The features of a page as a whole: what its kind can be told from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from cleaner.evidence.content import characters as chars
from cleaner.evidence.content.geometry import (
    BLOCKS,
    HEADINGS,
    LENGTH,
    LINKED,
    MONEY,
    PROSE,
    STOPS,
    WORDS,
    Floats,
    Geometry,
    Ints,
)
from cleaner.evidence.content.marks import MARKS
from cleaner.model import Block

_COUNTED = "img input p li button svg a h2 h3 time table tr form iframe video select code textarea".split()
# The quotation mark before the name is asked for last: few of a page's quotation marks stand before an "@".
_TYPE = re.compile(r'@type"(?<="@type")\s*:\s*(?:\[\s*)?"(\w+)"')
_OPEN_GRAPH = re.compile(r"""og:type["']\s+content=["']([\w.:]{1,40})""")
_HEAD = 50_000  # characters in which the head stands
_DECLARED = (
    "article website product product.group Article NewsArticle BlogPosting Product ProductGroup ItemList CollectionPage WebPage "
    "Organization LocalBusiness FAQPage Recipe Event JobPosting TechArticle Review Offer AggregateRating Person VideoObject "
    "DiscussionForumPosting QAPage Course SoftwareApplication Service"
).split()
_HOST = re.compile(r"^https?://[^/]*")
_ADDRESSES = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "forum": r"forum|thread|topic|/t/|discussion|community|questions",
        "product": r"/p/|/dp/|product|/shop/|/item|/buy|/store",
        "collection": r"collection|categor|/c/|/shop/?$|catalog",
        "documentation": r"docs?[./]|/reference|/api|documentation|/manual|/guide|wiki|help|support",
        "article": r"blog|news|article|/20\d\d/|post|story|\.html?$",
        "service": r"service|solution|about|feature|pricing|platform|contact",
        "listing": r"search|list|jobs|directory|events|/tag|browse|results|archive|find",
    }.items()
}


def page_features(
    blocks: Sequence[Block],
    page: Geometry,
    headline: int,
    main: Sequence[tuple[float, int]],
    depths: Ints,
    frames: Floats,
    text: str,
    address: str,
) -> Iterator[tuple[str, float]]:
    """Name and value of each feature of a page.

    :param headline: the block that is its headline, or -1.
    :param main: shares of the page's prose, each with the deepest element that holds it.
    :param depths: from :func:`~cleaner.evidence.content.marks.marked`.
    :param frames: for each block the size of the largest frame around it, and its words each.
    :param text: the page itself, for the types it declares.
    :param address: the page's own, "" where it is not known.
    """
    total, size = page.total, page.size
    words, prose = page.each[:, WORDS], page.each[:, PROSE]
    shares = np.array([words / total[WORDS], prose / total[PROSE]]) @ (depths >= 0)
    for name, of_words, of_prose in zip(MARKS, *shares, strict=True):
        yield f"words.in.{name}", of_words
        yield f"prose.in.{name}", of_prose
    tags = Counter(page.tree.tags)
    for tag in _COUNTED:
        yield f"tags.{tag}", tags[tag]
    yield "blocks", size
    for name, column in (
        ("words", WORDS),
        ("prose", PROSE),
        ("headings", HEADINGS),
        ("money", MONEY),
        ("stops", STOPS),
    ):
        yield name, page.sums[-1, column]
    yield "linked", page.sums[-1, LINKED] / total[WORDS]
    yield "prose.share", page.sums[-1, PROSE] / total[WORDS]
    yield "prose.blocks", float(np.count_nonzero(prose))
    yield "longest", words.max()
    for name, kind in (("upper", chars.UPPER), ("digit", chars.DIGIT), ("symbol", chars.SYMBOL)):
        yield f"characters.{name}", page.read.counts[:, kind].sum() / total[LENGTH]
    yield "questions", sum("?" in block.text for block in blocks) / size
    for share, element in main:
        held = page.inside[element]
        yield f"main{share}.words", held[WORDS] / total[WORDS]
        yield f"main{share}.blocks", held[BLOCKS]
        yield f"main{share}.linked", held[LINKED] / max(held[WORDS], 1)
        yield f"main{share}.money", held[MONEY]
        yield f"main{share}.depth", page.depth[element]
    many = frames[0] >= 4
    yield "frames", frames[0].max()
    yield "frames.words", words[many].sum() / total[WORDS]
    yield "frames.prose", prose[many].sum() / total[PROSE]
    yield "cells", sum(block.flags.cell for block in blocks) / size
    yield "lists", sum(block.flags.list_depth > 0 for block in blocks) / size
    yield "pre", sum(len(block.text) for block in blocks if block.flags.pre) / total[LENGTH]
    yield "headline", headline / size
    declared = {*_TYPE.findall(text), *_OPEN_GRAPH.findall(text, 0, _HEAD)}
    for name in _DECLARED:
        yield f"type.{name}", name in declared
    yield from _address_features(address)


def _address_features(address: str) -> Iterator[tuple[str, float]]:
    """What an address looks like: how deep, how long, and which words of the trade stand in it."""
    path, _, query = _HOST.sub("", address).partition("?")
    steps = [step for step in path.split("/") if step]
    yield "address", bool(address)
    yield "address.steps", len(steps)
    yield "address.length", len(path)
    yield "address.digits", sum(map(str.isdigit, path))
    yield "address.hyphens", max((step.count("-") for step in steps), default=0)
    yield "address.query", bool(query)
    for name, pattern in _ADDRESSES.items():
        yield f"address.{name}", bool(pattern.search(address))
