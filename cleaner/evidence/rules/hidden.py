"""Text that no reader sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cleaner.evidence.registry import WHOLE, Need, Seen, rule, spam_rule
from cleaner.evidence.signs.trades import leads_out, own_hosts, phrases_of_trades, traded, wares
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import BLANKS, covered, linked, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

# Words within a sentence are few, and the sentence is longer (characters).
_WORDS, _PARAGRAPH = 60, 40


@rule(
    "hidden.unseen",
    needs=Need("hidden text", lambda view: view.unseen),
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
        "<p>The glass in the square read <span class='sr-only'>=>minus</span> forty-one, and nobody went out.</p>",
    ],
)
def unseen(block: Block, view: View) -> Iterator[Seen]:
    """Removes text that is on the page for machines alone, and says by what it is hidden.

    Panels that a reader opens (tabs, accordions) are not unseen. On the pages of a labelled benchmark one in thirty
    of the blocks it removes stood in the reference, most of them variants of a product: those are lost here.
    """
    if not _is_said(block, view):
        yield Seen(None, (f"by={block.flags.hidden}",))


def _is_said(block: Block, view: View) -> bool:
    """Is this a few words for those who listen, within a sentence that all others see, and no label of a link?"""
    around = view.blocks[max(0, block.index - 1) : block.index + 2]
    if block.flags.hidden != "screen-reader" or len(block.text) > _WORDS or len(around) < 3 or linked(block):
        return False
    before, _, behind = around
    return (
        behind.flags.continues
        and not (before.flags.unseen or behind.flags.unseen or mostly_linked(before))
        and len(before.text) + len(behind.text) >= _PARAGRAPH
        and block.index not in view.phrases.get("skip-link", ())
    )


# So many hidden links with what spammers sell make a farm.
_SPAM = 2
# A keyword list has so many entries of so many words, and the same word in this share of them and in so many at least; or
# this share of it is what spammers sell.
_ENTRIES, _ENTRY, _FEWEST = 6, 5, 3
_SAME, _SOLD = 0.4, 0.4
# Three entries of two words, three others and the signs between them are not shorter (characters).
_SHORTEST = 26
_SEPARATOR = re.compile(rf"{BLANKS}[,;|•·\n、，；/]\s*")


@spam_rule(
    "hidden.link-farm",
    needs=Need("hidden links to other sites", lambda view: _farm(view)),
    hits=[
        "<p>The moor is quiet.</p><div style='display:none'><a href='https://a.example/'>=>buy viagra online</a> "
        "<a href='https://b.example/'>best online casino bonus</a></div>",
    ],
    misses=[
        "<p>Walks nearby: <a href='https://a.example/'>=>the old mill</a>, <a href='https://b.example/'>the long dam</a> and "
        "<a href='https://c.example/'>the far shore</a>, of which the last is the longest by some miles.</p>",
        "<details><summary>Sources</summary><p><a href='https://a.example/'>=>the first census</a>, "
        "<a href='https://b.example/'>the rate book</a>, <a href='https://c.example/'>the school log</a></p></details>",
    ],
)
def link_farm(block: Block, view: View) -> Iterator[Seen]:
    """Removes hidden links to other sites with what spammers sell, two or more together.

    Hidden text is removed as it is; this says that it is spam, and no menu that a reader opens. Where links lead alone does
    not say it: menus hold the sites of the same house, in five of 900 ordinary pages to five of them or more.
    """
    yield WHOLE


def _farm(view: View) -> list[int]:
    unseen = [view.blocks[index] for index in traded(view) if view.blocks[index].flags.unseen]
    own = own_hosts(view.page) if unseen else frozenset()
    links = {block.index: sum(leads_out(link, own) for link in block.inline) for block in unseen}
    return [index for index, count in links.items() if count] if sum(links.values()) >= _SPAM else []


@spam_rule(
    "hidden.keywords",
    needs=Need("hidden text", lambda view: view.unseen),
    hits=[
        "<p>The moor is quiet.</p><div style='display:none'>=>cheap pills online, buy viagra online, online casino bonus</div>",
        "<p>The moor is quiet.</p><div style='font-size:0'>=>roof repair Leeds, roof repair Derby, roof repair Bath, "
        "roof repair York, roof repair Hull, roof repair Ely</div>",
    ],
    misses=[
        "<details><summary>Varieties of the pear</summary><p>=>winter pear, summer pear, stone pear, honey pear, wine pear, "
        "pound pear, all of them grown in the valley before the railway came</p></details>",
        "<p>=>Red boat, blue boat, green boat, white boat, grey boat, black boat: she painted all that came in.</p>",
    ],
)
def keywords(block: Block, view: View) -> Iterator[Seen]:
    """Removes hidden lists of keywords: what spammers sell, or one word in many entries.

    Hidden text is removed as it is; this says that it is spam.
    """
    if len(phrases_of_trades(block, view)) > 1 and covered(block.text, wares(block, view)) >= _SOLD:
        yield WHOLE
        return
    pieces = _SEPARATOR.split(block.text) if len(block.text) >= _SHORTEST else ()
    entries = [entry.lower().split() for entry in pieces if entry] if len(pieces) >= _ENTRIES else []
    if len(entries) >= _ENTRIES and all(len(entry) <= _ENTRY for entry in entries):
        counts = Counter(word for entry in entries if len(entry) > 1 for word in {*entry} if len(word) > 3)
        same = bool(counts) and counts.most_common(1)[0][1] >= max(_FEWEST, _SAME * len(entries))
        if same and (block.index in view.phrases.get("services", ()) or any(listed(block.text, "sales"))):
            yield WHOLE
