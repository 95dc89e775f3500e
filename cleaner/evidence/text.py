"""Comparing pieces of text as a reader would."""

from __future__ import annotations

import re
import unicodedata

_LOOSE = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """A text's words alone: case, punctuation, width and white space folded away."""
    return _LOOSE.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()
