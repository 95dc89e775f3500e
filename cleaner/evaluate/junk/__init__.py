"""Junk for honest pages: an article wrapped in it must be cleaned to what the article alone is cleaned to.

    words/*.toml ─▶ draw ─▶ families ──groups──▶ markup (with a page's places), text ──▶ Wrapped

``families`` say what stands on a page, without a word of HTML; ``layouts`` know how such a thing is set, ``hiding`` how
it is hidden, and ``places`` where a page has room. Nothing here knows the cleaner's rules, so that what it makes can
test them: the phrases are those of real sites, and not those that a rule looks for.
"""

from cleaner.evaluate.junk.markup import wrap_html
from cleaner.evaluate.junk.model import FAMILIES, Line, Wrapped
from cleaner.evaluate.junk.text import wrap_text
from cleaner.evaluate.junk.words import LANGUAGES

__all__ = ["FAMILIES", "LANGUAGES", "Line", "Wrapped", "wrap_html", "wrap_text"]
