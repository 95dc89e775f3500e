"""Text that is the page's metadata rather than its body."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, rule
from cleaner.evidence.view import View
from cleaner.model import Block, Effect


@rule(
    "meta.headline",
    needs=Need("the page's headline", lambda view: () if view.headline is None else (view.headline,)),
    effect=Effect.REMOVE,
    hits=[
        "<title>Bees return to the moor | Moor News</title><h1>=>Bees return to the moor</h1><p>They came in May.</p>",
    ],
    misses=[
        "<title>Bees</title><h1>=>A year on the moor</h1><p>They came in May.</p>",
        "=>Bees return to the moor\n\nThey came in May, and nobody had expected them.",
    ],
)
def headline(block: Block, view: View) -> Iterator[Seen]:
    """Removes the headline, which the record has as its title: `text` is the article without it."""
    yield WHOLE
