"""The rules, a file per family. Importing this package registers them all."""

from cleaner.evidence.registry import RULES, Rule
from cleaner.evidence.rules import (
    author,
    byline,
    caption,
    chrome,
    comments,
    hidden,
    injection,
    machine,
    meta,
    page,
    promo,
    seo,
    syndication,
)

FAMILIES = (author, byline, caption, chrome, comments, hidden, injection, machine, meta, page, promo, seo, syndication)
ALL: tuple[Rule, ...] = tuple(RULES[id] for id in sorted(RULES))
SPAM = tuple(rule for rule in ALL if rule.kind == "spam")
"""Those that are called before anybody is asked for an opinion, and :data:`REST` those called after."""
REST = tuple(rule for rule in ALL if rule.kind != "spam")
NOTES = tuple(rule for rule in REST if rule.family == "page")
"""Those of the rest that hear no opinions either: notes about the whole page."""
