"""The words of a small page, and how little there is of them: what the model of states is asked.

Words are cut to stems of six letters, which is all the grammar twelve languages share; where no spaces part words, pairs of
characters stand for them. A host's name is one word, whatever it is: pages of states name their own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from cleaner.evidence.states.said import prose, states
from cleaner.evidence.states.structure import structure
from cleaner.evidence.view import View

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+|[^\W_]+")
# A name with dots that ends in letters, unless it is a file's. Labels are as long as a host may have them (RFC 1035, section 2.3.4), and
# not more of them than people read.
_HOST = re.compile(
    r"\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}"
    r"\.(?!(?:jpe?g|png|gif|webp|svg|pdf|x?html?|php|aspx?|css|js|json|xml|txt|zip|mp[34])\b)[a-z]{2,}\b"
)
_ENDING = re.compile(r"\.[a-z][a-z]")  # which few texts have, and is sooner looked for
_STEM = 6
_HEADS = 2  # headings whose words count apart
_SCRIPT = re.compile(r"<script", re.IGNORECASE)
_NOTHING = 120  # characters: a page that shows no more shows nothing
_SMOOTH, _LENGTH = 4.0, 3.0  # the words of every page weigh together about as much


def stems(text: str) -> Iterator[str]:
    """The stems of a text's words."""
    return chain.from_iterable(map(_stems, _words(text)))


def _words(text: str) -> list[str]:
    low = text.lower()
    return _WORD.findall(_HOST.sub(" host.name ", low) if _ENDING.search(low) else low)


def _stems(word: str) -> Sequence[str]:
    if word > "\u2e80":
        return [word[place : place + 2] for place in range(max(1, len(word) - 1))]
    return ("#" if word.isdigit() else word[:_STEM],)


def features(view: View) -> Mapping[str, float]:
    """Name → value: stems in the text, in title and headings, in links; phrases that were found; its structure; and the page's measure."""
    text = view.unlinked
    headings = [block.text for block in view.seen if block.flags.heading][:_HEADS]
    found = words(
        [block.text for block in text],
        [*view.titles[:1], *headings],
        [block.text for block in view.linked],
    )
    for state, told in states(view).items():
        if told.told:
            found[f"told:{state}"] = 1 + min(len(told.told), 4) / 2
        if told.hints:
            found[f"hints:{state}"] = min(len(told.hints), 6) / 3
    shown = sum(len(block.text) for block in view.seen)
    scripts = len(_SCRIPT.findall(view.page.text))
    return (
        found
        | structure(view)
        | {
            "page:prose": math.log2(1 + prose(view)) / 4,
            "page:shown": math.log2(1 + shown) / 4,
            "page:links": math.log2(1 + len(view.seen) - len(text)) / 3,
            "page:lines": math.log2(1 + len(text)) / 3,
            "page:scripts": math.log2(1 + scripts) / 3,
            "page:nothing": float(shown <= _NOTHING),
            "page:scripts-alone": float(shown <= _NOTHING and scripts > 0),
        }
    )


def words(text: list[str], heads: list[str], links: list[str]) -> dict[str, float]:
    """The stems in these lines, weighed so that those of every page weigh together about as much."""
    found: dict[str, float] = {}
    for kind, lines, value in (("text", text, 1.0), ("head", heads, 1.0), ("link", links, 0.5)):
        for word in dict.fromkeys(_words("\n".join(lines))):  # each once
            for stem in _stems(word):
                found[f"{kind}:{stem}"] = value
    scale = _LENGTH / math.sqrt(_SMOOTH + sum(value * value for value in found.values()))
    return {name: value * scale for name, value in found.items()}
