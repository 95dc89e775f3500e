"""Text as phrases are looked for in it: lower case, and without what is put inside words so that nobody finds them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

# What has no width or only turns the direction of writing (Unicode 16, section 23.2: soft hyphen, joiners, word joiner,
# bidirectional controls, variation selectors, BOM).
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
# One character for another of the same meaning.
_SAME = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4", "'"),  # and the grave accent, which is ASCII
    **dict.fromkeys("\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "),
    **dict.fromkeys("\u2010\u2011\u2012", "-"),
    "ı": "i",  # whether a capital I is an i or an ı depends on the language
    **{chr(0xFEE0 + code): chr(code).lower() for code in range(0x21, 0x7F)},  # full width
}
# Small letters of other scripts that look like Latin ones (Unicode Technical Standard 39, confusables), in words that
# have Latin letters too.
_LOOK_ALIKES = str.maketrans("абвгеіјкмнорсѕтухԁԛԝһαεικνορτυχ", "aбвгeijkмнopcsтyxdqwhaeiкvopтux")
_GREEK_AND_CYRILLIC = "".join(filter(str.isalpha, map(chr, range(0x0370, 0x0530))))
_OTHERS = re.compile(f"[{_GREEK_AND_CYRILLIC}][{_GREEK_AND_CYRILLIC}]*")  # found twice as fast as with a plus
_ASCII = bytes(range(128))


class Folded(NamedTuple):
    """Folded text, and where its characters stood.

    :param gaps: for each character that was left out, in order, its place in the folded text.
    """

    text: str
    gaps: Sequence[int] = ()

    def place(self, at: int) -> int:
        """Where the character at this offset stood before folding."""
        return at + bisect_right(self.gaps, at) if self.gaps else at


def fold(text: str) -> Folded:
    """Fold case, apostrophes, hyphens, spaces and width, and leave out what nobody sees."""
    if text.isascii():
        return Folded(text.lower())
    encoded = text.encode("utf-8", "replace")
    # The characters that are no ASCII. On most pages they are few, and tell what is to be looked for at all.
    others = encoded.translate(None, _ASCII).decode()
    gaps: Sequence[int] = ()
    if _INVISIBLE.search(others):
        gaps = [match.start() - nth for nth, match in enumerate(_INVISIBLE.finditer(text))]
        text = _INVISIBLE.sub("", text)
        encoded = text.encode("utf-8", "replace")
    encoded = _lower(text, encoded, others).replace(b"`", b"'")
    others = others.lower()
    for sign in _SAME.keys() & set(others):
        encoded = encoded.replace(sign.encode(), _SAME[sign].encode())
    low = encoded.decode()
    return Folded(_unmixed(low) if _OTHERS.search(others) else low, gaps)


def _lower(text: str, encoded: bytes, others: str) -> bytes:
    """The text in lower case, as UTF-8. Where only ASCII has capitals bytes are far sooner lowered.

    A lone surrogate becomes a question mark, as libraries written in other languages refuse it.
    """
    if others == others.lower():
        return encoded.lower()
    return text.replace("İ", "i").lower().encode("utf-8", "replace")  # its small letter is two characters


def _unmixed(text: str) -> str:
    """The text with Latin letters in words in which Greek or Cyrillic ones touch Latin ones."""
    pieces: list[str] = []
    at = 0
    for start, end in (run.span() for run in _OTHERS.finditer(text)):
        if end > at and ("a" <= text[start - 1 : start] <= "z" or "a" <= text[end : end + 1] <= "z"):
            while start > at and _is_letter(text[start - 1]):
                start -= 1
            while end < len(text) and _is_letter(text[end]):
                end += 1
            pieces += text[at:start], text[start:end].translate(_LOOK_ALIKES)
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()
