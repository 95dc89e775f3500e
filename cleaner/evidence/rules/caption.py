"""Captions. They stay where the content opinion keeps them, but not under `precision`."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Seen, marked, rule
from cleaner.evidence.view import View
from cleaner.model import Block, Effect


@rule(
    "caption.figure",
    needs=marked("caption"),
    effect=Effect.REMOVE,
    hits=["<figure><img src='m.jpg'><figcaption>=>The moor at dusk.</figcaption></figure><p>It is quiet.</p>"],
    misses=["<table><caption>=>Rainfall in millimetres</caption><tr><td>12</td></tr></table>"],
)
def figure(block: Block, view: View) -> Iterator[Seen]:
    """Removes a picture's caption."""
    yield WHOLE
