"""Marks of paid content: "Sponsored content", and who paid for it."""

from __future__ import annotations

from cleaner.evidence.signs.bylines import is_name
from cleaner.evidence.signs.leads import is_headline
from cleaner.evidence.signs.origin import is_outlet
from cleaner.evidence.text import begins, is_phrase
from cleaner.evidence.view import View
from cleaner.model import Block

# A mark of so many words (characters where words are not set apart) says all of it.
_SENTENCE, _WIDE_SENTENCE, _WIDE = 4, 8, "\u2e80"


def is_sponsored(block: Block, view: View) -> bool:
    """Is a block such a mark: alone, with a headline behind a colon, a whole sentence, or "by" and a site's name?"""
    spans = view.phrases.get("sponsored", {}).get(block.index)
    if not spans:
        named = view.phrases["sponsored-by"][block.index]
        rest = block.text[named[0][1] :].strip()
        return begins(block, named[0]) and is_outlet(rest) and is_name(rest, view)
    if not begins(block, spans[0]):
        return False
    said, rest = block.text[slice(*spans[0])], block.text[spans[0][1] :].strip()
    headline = rest[1:].strip() if rest[:1] in (":", "：") else ""
    whole = len(said) >= _WIDE_SENTENCE if said > _WIDE else len(said.split()) >= _SENTENCE
    return is_phrase(block, spans) or whole or bool(headline and is_headline(headline))
