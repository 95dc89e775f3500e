"""Who took the picture, and when: credits that are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import Need, Seen, rule
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

# A credit is a label, a colon or slash, and a name or two. A bare "Image:" may label anything; with an agency
# behind a slash it is a credit.
_CREDIT = re.compile(
    r"^\W*(?:(?:photo|photograph|foto|photos|fotos|crédit photo|(?:photo|image|picture)\s+(?:credit|courtesy|by))\s*[:/©]"
    r"|(?:credit|image|picture|bild)\s*[:©](?=[^/©]*[/©]))\s*(?P<who>[^\d]{2,80})$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^\s*[\w ]{2,20}:\s")


def _is_credit(text: str) -> bool:
    """Does a line begin like a credit? Without a mark behind a label it cannot, and few lines have one."""
    return (":" in text or "/" in text or "©" in text) and _CREDIT.match(text) is not None


@rule(
    "byline.photo-credit",
    needs=Need(
        "a short line that begins like a credit",
        lambda view: [block.index for block in view.blocks if len(block.text) <= 100 and _is_credit(block.text)],
    ),
    effect=Effect.REMOVE,
    hits=["Photo: Ines Calder / Moor News", "<p>The moor is quiet.</p><p>=>Image credit: R. Fell</p>"],
    misses=[
        "Picture: a man stands at a bus stop in the rain, and no bus has come for an hour.",
        "Camera: Fenwood 3\n=>Photo: Dual Lens\nVideo: Full Frame",
        "Photo by photo, the album told the story of the farm.",
    ],
)
def photo_credit(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that credits a photographer or agency: a label, a colon, and names, which are capitalised.

    Beside other lines of a label and a value it is a line of a record, or an interview's, and stays.
    """
    match = _CREDIT.match(block.text)
    if not match or match["who"].rstrip().endswith("."):
        return
    beside = view.blocks[max(0, block.index - 1) : block.index + 2]
    labelled = sum(bool(_LABELLED.match(other.text)) for other in beside) > 1  # a record or an interview
    names = all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in match["who"].split())
    if names and not labelled:
        yield Seen()
