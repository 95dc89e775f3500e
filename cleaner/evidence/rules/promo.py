"""Lines and boxes that want the reader somewhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import Seen, either, marked, phrases, rule
from cleaner.evidence.text import begins, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block, Effect

# A teaser has a headline's length (characters), and a headline's shape: no full stop.
_TEASER = 220
_LEAD_END = re.compile(r"\s*[:：»›>→|–—-]+\s*|\s*$")
_STATEMENT = re.compile(r"[.;,…:][\"'”’»)]*$|[.!?]\s+\S")
# A prompt to subscribe is a few lines; in a longer paragraph it is an author's sentence.
_PROMPT = 300


@rule(
    "promo.read-more",
    needs=either(phrases("read-more"), phrases("teaser")),
    effect=Effect.REMOVE,
    hits=[
        "READ MORE: Council was warned about the bridge two years ago, papers show",
        "<p>=>Lesen Sie auch: <a href='/b'>Brücke bleibt bis Frühjahr gesperrt</a></p>",
        "<p>=>See also <a href='/b'>The bridge that nobody wanted to pay for</a></p>",
    ],
    misses=[
        "READ MORE: choose one of the three chapters and write half a page about it before Thursday.",
        "Related: adjective. Connected by blood or marriage; see kin.",
        "Read more slowly and you will remember more of what you read, the study says.",
        "Watch: the second hand never stops, however long you look at it, and neither does the sea.",
        "See also the discussion in chapter four, where the same argument is made with better numbers.",
        "<ul><li><a href='/w'>=>Watch straps of leather</a></li></ul>",
        "See also: Motte And Bailey Castle",
        "Recommended: two cups of water for each cup of rice",
    ],
)
def read_more(block: Block, view: View) -> Iterator[Seen]:
    """Removes a line that begins "Read more:" (in any of its words and languages) and names another article.

    Safe alone because what follows must be a headline, set apart from the lead: linked as a whole, or, where links are lost, capitalised, of at
    least four words, behind a colon, and without a sentence's punctuation. Leads that mean other things too ("Watch:",
    "Related:") then have to stand in capitals.
    """
    clear = block.index in view.phrases.get("read-more", ())
    start, end = view.phrases["read-more" if clear else "teaser"][block.index][0]
    if not begins(block, (start, end)) or len(block.text) > _TEASER or block.flags.heading:
        return
    lead = _LEAD_END.match(block.text, end)
    rest = block.text[lead.end() if lead else end :].strip()
    if not rest:
        return
    linked = sum(mark.range[1] - mark.range[0] for mark in block.inline if mark.kind == "link" and mark.range[1] > end)
    apart = bool(lead and lead[0].strip()) or not any(
        mark.kind == "link" and mark.range[0] < end for mark in block.inline
    )
    if linked * 4 >= len(rest) * 3:
        if apart and not _STATEMENT.search(rest):
            yield Seen(None, (f"lead={block.text[start:end]}",))
    elif lead and ":" in lead[0] and _is_headline(rest) and (clear or block.text[start:end].isupper()):
        yield Seen(None, (f"lead={block.text[start:end]}",))


def _is_headline(text: str) -> bool:
    return text[0].isupper() and len(text.split()) >= 4 and not _STATEMENT.search(text)


@rule(
    "promo.related",
    needs=marked("related"),
    effect=Effect.REMOVE,
    hits=[
        "<p>The moor is quiet now, and the last visitors have left.</p><div class='related-posts'><h3>More</h3><a href='/a'>=>Bees return to the moor</a></div>"
    ],
    misses=[
        "<div class='related'><p>=>Related to the badger, the wolverine is larger and lives further north.</p></div>"
    ],
)
def related(block: Block, view: View) -> Iterator[Seen]:
    """Removes links and headings inside a container that markup calls related, recommended or most read."""
    if mostly_linked(block) or block.flags.heading or len(block.text) < _TEASER:
        yield Seen()


@rule(
    "promo.newsletter",
    needs=either(phrases("newsletter"), marked("newsletter")),
    effect=Effect.REMOVE,
    hits=[
        "Sign up for our newsletter and get the week's best stories on Friday.",
        "<p>The moor is quiet now, and the last visitors have left.</p><form class='newsletter-signup'><p>=>Every Friday, free.</p></form>",
    ],
    misses=[
        "In 2011 the party asked its members to sign up for our newsletter campaign, as it was called, and forty "
        "thousand did so within a week, which nobody at headquarters had expected; the printing alone cost more than "
        "the whole of the previous campaign, and the post office in the village had to hire two men to carry the bags.",
    ],
)
def newsletter(block: Block, view: View) -> Iterator[Seen]:
    """Removes prompts to subscribe: a short block with the prompt's words, or anything short in a sign-up box."""
    phrase = view.phrases.get("newsletter", {}).get(block.index)
    if len(block.text) <= _PROMPT and (not phrase or begins(block, phrase[0])):
        yield Seen()


@rule(
    "promo.disclosure",
    needs=phrases("disclosure"),
    effect=Effect.REMOVE,
    hits=["This post contains affiliate links, and we may earn a commission if you buy through them."],
    misses=[
        "The committee heard that a vendor may earn a commission on each sale, and that most of them earn nothing else; "
        "the affiliate links that the newspapers wrote of were, the witness said, a small part of the business, and one "
        "that the firm had wanted to close since 2015. Members asked twice for the figures, and were promised them."
    ],
)
def disclosure(block: Block, view: View) -> Iterator[Seen]:
    """Removes a site's disclosure of its interests, where a policy asks for it (only `precision` does)."""
    if len(block.text) <= _PROMPT:
        yield Seen()
