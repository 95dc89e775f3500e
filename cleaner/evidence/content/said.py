"""What is said in blocks: which groups of phrases stand in them, and how much of them they are.

Phrases are known in twelve languages, so these features mean the same in each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.phrases import Found
from cleaner.model import Block

# Group → phrase lists.
_GROUPS: dict[str, str] = {
    "leads": "teaser read-more see-also article-list related-search elsewhere toc-lead",
    "share": "share share-where share-count follow follow-word",
    "letters": "newsletter newsletter-word prompt app app-word",
    "offers": "donate donate-word event event-word offer-word sponsored sponsored-by disclosure player",
    "comments": "comments comment-form login",
    "chrome": "pagination breadcrumb back-to-top skip-link tools button loading script-needed services ad-label",
    "legal": "copyright cookies consent-wall age-gate paywall",
    "byline": "by by-behind photo-credit dateline reading-time minutes agency-name agency-tail told often",
    "author": "about-author reviewed-by author-posts my-name farm-template",
    "origin": "syndication source-label first-on this-post this-text site-word",
    "counts": "views counters tags filler-name",
    "sold": "pharma casino loan adult essay crack",
    "machine": "machine machine-opening machine-order machine-polite placeholder lorem",
    "page": "soft-404 parked challenge server-default empty-search access-denied",
}
ANY = len(_GROUPS)
"""The row of the largest share that phrases of any group have; the row behind it counts the groups."""


def said(found: Found, blocks: Sequence[Block]) -> Floats:
    """For each block the share of its characters that phrases of each group are, that phrases of the likeliest group are, and how many groups
    have any there.

    :param found: phrase list → index of a block → ranges of it.
    """
    places = {block.index: place for place, block in enumerate(blocks)}
    rows = np.zeros((ANY + 2, len(blocks)))
    groups = _groups()
    for name, where in found.items():
        group = groups.get(name)
        if group is not None:
            row = rows[group]
            for index, spans in where.items():
                place = places.get(index)
                if place is not None:
                    covered = sum(end - start for start, end in spans) / len(blocks[place].text)
                    row[place] = max(row[place], covered)
    rows[ANY] = rows[:ANY].max(axis=0)
    rows[ANY + 1] = np.count_nonzero(rows[:ANY], axis=0)
    return rows


@cache
def _groups() -> dict[str, int]:
    """The row of each phrase list."""
    return {name: row for row, lists in enumerate(_GROUPS.values()) for name in lists.split()}
