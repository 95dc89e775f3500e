"""Who took the picture, and when: credits that are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import Need, Seen, rule
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

# A credit is a label, a colon or slash, and a name or two.
_CREDIT = re.compile(
    r"^\W*(?:photo|image|picture|photograph|pic|credit|photo credit|image credit|photo by|foto|bild|crédit photo)"
    r"(?:\s+(?:credit|courtesy|by))?\s*[:/©]\s*(?P<who>.{2,80})$",
    re.IGNORECASE,
)


@rule(
    "byline.photo-credit",
    needs=Need(
        "a short line that begins like a credit",
        lambda view: [block.index for block in view.blocks if len(block.text) <= 100 and _CREDIT.match(block.text)],
    ),
    effect=Effect.REMOVE,
    hits=["Photo: Ines Calder / Moor News", "<p>The moor is quiet.</p><p>=>Image credit: R. Fell</p>"],
    misses=[
        "Picture: a man stands at a bus stop in the rain, and no bus has come for an hour.",
        "Photo by photo, the album told the story of the farm.",
    ],
)
def photo_credit(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that credits a photographer or agency: a label, a colon, and names, which are capitalised."""
    match = _CREDIT.match(block.text)
    if (
        match
        and not match["who"].rstrip().endswith(".")
        and all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in match["who"].split())
    ):
        yield Seen()
