"""Notes about the whole page. They remove nothing; they feed the page's kind, the claims and the junk score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.evidence.registry import Seen, page_rule
from cleaner.evidence.view import View
from cleaner.model import Finding


@page_rule(
    "page.forum",
    hits=["<div class='postbody'><p>=>Has anyone tried the new firmware?</p></div><div class='postbody'>Yes.</div>"],
    misses=["<div class='post-body'><p>=>The forum in Rome was a market before it was anything else.</p></div>"],
)
def forum(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The page is a forum's topic, by the names in its markup or by its address: what readers write is its content."""
    if view.forum:
        yield Seen(None, view.forum)


@page_rule(
    "page.dressed-title",
    hits=[
        "<title>Old harbour bridge to close until spring (2025)</title><h1>Old harbour bridge to close until spring</h1>"
        "<p>=>It closes on Monday.</p><p>Old harbour bridge to close until spring (1)</p><p>Divers found cracks.</p>"
    ],
    misses=["<title>The Salt Orchard (2021)</title><h1>The Salt Orchard (2021)</h1><p>=>A film about salt makers.</p>"],
)
def dressed_title(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
    """The title that the page declares is dressed by a farm, though no block shows it (see `seo.title-suffix`)."""
    if view.farm.title and view.farm.declared and not view.farm.suffixes:
        yield Seen(None, (f"title={view.farm.title}", f"suffix={view.farm.declared}"))
