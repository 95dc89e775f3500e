"""Text as phrases are looked for in it: lower case, and without what is put inside words so that nobody finds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.source.scalar import scalar

# What has no width or only turns the direction of writing (Unicode 16, section 23.2: soft hyphen, joiners, word joiner,
# bidirectional controls, variation selectors, BOM).
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
# One character for another of the same meaning.
_SAME = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4\u0060", "'"),
    **dict.fromkeys("\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "),
    **dict.fromkeys("\u2010\u2011\u2012", "-"),
    **{chr(0xFEE0 + code): chr(code).lower() for code in range(0x21, 0x7F)},  # full width
}
_SAID_OTHERWISE = re.compile(f"[{''.join(_SAME)}]")
# Small letters of other scripts that look like Latin ones (Unicode Technical Standard 39, confusables), in words that
# have Latin letters too.
_LOOK_ALIKES = str.maketrans("абвгеіјкмнорсѕтухԁԛԝһαεικνορτυχ", "aбвгeijkмнopcsтyxdqwhaeiкvopтux")
_OTHER = re.compile("[\u0370-\u052f]")
_MIXED = re.compile("[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]")
_WORD = re.compile(r"[^\W\d_]+")


class Folded(NamedTuple):
    """Folded text, and where its characters stood.

    :param places: the place of each character in the text that was folded; None where nothing was left out.
    """

    text: str
    places: Sequence[int] | None

    def place(self, at: int) -> int:
        """Where the character at this offset stood before folding."""
        return at if self.places is None else self.places[at]


def fold(text: str) -> Folded:
    """Fold case, apostrophes, hyphens, spaces and width, and leave out what nobody sees."""
    places = None
    if text.isascii():
        return Folded(text.lower(), None)
    if _INVISIBLE.search(text):
        kept = [place for place, character in enumerate(text) if not _INVISIBLE.match(character)]
        text, places = "".join([text[place] for place in kept]), kept
    # "İ" has no small letter of one character, and stays.
    low = scalar("İ".join(map(str.lower, text.split("İ"))))
    low = _SAID_OTHERWISE.sub(lambda found: _SAME[found[0]], low)
    if _OTHER.search(low) and _MIXED.search(low):
        low = _WORD.sub(_unmixed, low)
    return Folded(low, places)


def _unmixed(word: re.Match[str]) -> str:
    return word[0].translate(_LOOK_ALIKES) if _MIXED.search(word[0]) else word[0]
