"""What kind of page is it? By the content model, and a forum also by its markup."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from cleaner.model import Finding

# The share of pages with a forum's markup in wcxb-dev that are labelled forum there; and, where no model was asked, the
# share of the others that are articles.
_FORUM, _ARTICLE = 0.9, 0.6


_rule = attrgetter("rule")


def kind(findings: Sequence[Finding]) -> tuple[str, float]:
    """The page's kind and how probable it is: article, collection, documentation, forum, listing, none, product or service."""
    guess = next((finding.evidence[0] for finding in findings if finding.rule == "content.kind"), f"article={_ARTICLE}")
    label, _, probability = guess.partition("=")
    if label not in ("forum", "none") and "page.forum" in map(_rule, findings):
        return "forum", _FORUM
    return label, float(probability)
