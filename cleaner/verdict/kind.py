"""What kind of page is it? At this stage: a forum by its markup or address, else an article."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Finding

# The share of pages with forum markup or a forum's address in wcxb-dev that are labelled forum there, and of the
# others that are not.
_FORUM, _ARTICLE = 0.9, 0.6


def kind(findings: Sequence[Finding]) -> tuple[str, float]:
    """The page's kind and how probable it is."""
    if any(finding.rule == "page.forum" for finding in findings):
        return "forum", _FORUM
    return "article", _ARTICLE
