"""What a content farm's template leaves on a page: a dressed title, numbered captions, lists, invented figures.

The farms wrap a copied article in the same few things. Each alone may be honest (a review of "Dune (2021)", a
serial in parts, a list of top articles); what is read here says which of them stand together.

Seen on crawled farm pages, and checked against 6,544 ordinary ones: a share of readers who found the
page helpful and a rating with "voted" stand on none of those, "Latest Posts" on 18, a title that
ends in a year on 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cleaner.evidence.farm.template import Item, confirmed, items_of
from cleaner.evidence.farm.title import dressed, repeats_of
from cleaner.evidence.persona import Profile
from cleaner.model import Block, Span


@dataclass(frozen=True)
class Farm:
    """What of the template stands on a page, and where.

    ``title`` is the article's title without the year the farm put behind it; None where no title is proved to be dressed.
    ``suffixes`` maps blocks that are the dressed title to the suffix; ``declared`` is the suffix
    of a declared title. ``captions`` and ``repeats`` are blocks, or ranges of run-on blocks, that repeat the title. ``information``
    and ``lists`` are the pieces of the information block and of the lists of articles.
    """

    title: str | None = None
    suffixes: Mapping[int, str] = field(default_factory=dict)
    declared: str | None = None
    captions: tuple[tuple[int, Span], ...] = ()
    repeats: tuple[tuple[int, Span], ...] = ()
    information: tuple[Item, ...] = ()
    lists: tuple[tuple[int, Span], ...] = ()

    @cached_property
    def ranges(self) -> Mapping[tuple[str, int], Sequence[Span]]:
        """The ranges of ``repeats``, ``information`` and ``lists`` by name and block."""
        found: defaultdict[tuple[str, int], list[Span]] = defaultdict(list)
        for index, span in self.repeats:
            found["repeats", index].append(span)
        for item in self.information:
            found["information", item.block].append(item.range)
        for index, span in self.lists:
            found["lists", index].append(span)
        return found


NO_FARM = Farm()


def read_farm(
    blocks: Sequence[Block], titles: Sequence[str], profiles: Sequence[Profile], worded: Collection[int]
) -> Farm:
    """Read the template off a page.

    :param titles: the titles the page declares.
    :param profiles: the page's profiles; a fabricated one is proof of a farm.
    :param worded: indexes of the blocks in which a word of the template stands; no others are searched for it.
    """
    fabricated = {index: start for profile in profiles if profile.fabricated for index, (start, _) in profile.pieces}
    items = confirmed(list(items_of([blocks[index] for index in sorted(worded)], fabricated)), blocks, fabricated)
    proved = bool(items) or bool(fabricated)
    title, suffixes, captions, declared = dressed(blocks, titles, proved)
    if not (title or items):
        return NO_FARM
    repeats = (
        tuple(repeats_of(blocks, title, suffixes, {item.block for item in items} | fabricated.keys())) if title else ()
    )
    return Farm(
        title,
        suffixes,
        declared,
        tuple((index, (0, len(blocks[index].text))) for index in captions),
        repeats,
        tuple(item for item in items if item.kind not in ("list", "entry")),
        tuple((item.block, item.range) for item in items if item.kind in ("list", "entry")),
    )
