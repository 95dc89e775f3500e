"""Text that no reader sees."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.evidence.registry import Need, Seen, rule
from cleaner.evidence.view import View
from cleaner.model import Block, Effect


@rule(
    "hidden.unseen",
    needs=Need("hidden text", lambda view: [b.index for b in view.blocks if b.flags.unseen]),
    effect=Effect.REMOVE,
    hits=[
        "<p>The moor is quiet.</p><div style='display:none'><p>=>cheap pills online</p></div>",
        "<style>.x7 { font-size: 0 }</style><p>The moor is quiet.</p><p class='x7'>=>cheap pills online</p>",
        "<p>The moor is quiet. <span style='position:absolute; left:-9999px'>=>cheap pills online</span> It is dusk.</p>",
    ],
    misses=[
        "<details><summary>Answer</summary><p>=>Forty-two, as everyone knows by now.</p></details>",
        "<div class='accordion-panel' hidden><p>=>It opens when somebody clicks on the question.</p></div>",
        "<div style='opacity:0'><h1>Moor</h1><p>=>A script fades this page in.</p></div>",
    ],
)
def unseen(block: Block, view: View) -> Iterator[Seen]:
    """Removes text that is on the page for machines alone, and says by what it is hidden.

    Panels that a reader opens (tabs, accordions) are not unseen. On the pages of a labelled benchmark one in thirty
    of the blocks it removes stood in the reference, most of them variants of a product: those are lost here.
    """
    yield Seen(None, (f"by={block.flags.hidden}",))
