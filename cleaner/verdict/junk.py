"""Is the page junk? A sum of log-odds whose addends are named, so that the score explains itself.

The weights are set by hand and say so: they order pages sensibly, but the score is no calibrated
probability yet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from cleaner.model import Decision, Effect, Finding, Junk, JunkPart

# Signal → (rules by id, weight when any of them found something). A fabricated author or an invented figure is
# proof of a farm; a dressed title or numbered captions come near it; the rest only add up.
_SIGNALS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("fabricated-author", ("author.fabricated",), 4.0),
    ("invented-figures", ("seo.information",), 3.0),
    ("numbered-captions", ("seo.numbered-caption",), 2.0),
    ("dressed-title", ("seo.title-suffix", "page.dressed-title"), 1.5),
    ("article-lists", ("seo.article-list",), 1.0),
    ("repeated-title", ("seo.repeated-title",), 0.5),
)
# One page in fifty of a crawl, before anything is known of it.
_PRIOR = -4.0
_FARM = ("author.fabricated", "seo.information", "seo.numbered-caption")


def score(findings: Sequence[Finding], decisions: Sequence[Decision]) -> Junk:
    """The junk score of a page, with its parts and labels.

    :returns: ``score`` = sigmoid of the sum of the parts' weights, 0 to 1.
    """
    opinion = Effect.OPINION  # looked up once: Python 3.11 takes its time to find an enum's member
    found = {finding.rule for finding in findings if finding.effect is not opinion}
    parts = [JunkPart("prior", 1.0, _PRIOR)]
    for signal, rules, weight in _SIGNALS:
        if found.intersection(rules):
            parts.append(JunkPart(signal, 1.0, weight))
    if hidden := _hidden_share(decisions):
        parts.append(JunkPart("hidden-share", hidden, 1.5 * hidden))
    total = sum(part.weight for part in parts)
    farm = tuple(rule for rule in _FARM if rule in found)
    labels = (("content-farm", farm),) if farm else ()
    return Junk(1 / (1 + math.exp(-total)), labels, tuple(parts))


def _hidden_share(decisions: Sequence[Decision]) -> float:
    """The share of the page's text that no reader sees."""
    hidden = sum(end - start for _, (start, end), kept, rules in decisions if not kept and "hidden.unseen" in rules)
    if not hidden:
        return 0.0
    return round(hidden / sum(end - start for _, (start, end), _, _ in decisions), 4)
