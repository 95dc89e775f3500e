"""What language models say around a text, and what they are ordered to write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cleaner.evidence.signs.titled import declared
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import QUOTE, begins, folded, is_shown, sentence_start
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

# What a model says around its text is a short paragraph; how it hands the text over one sentence (characters).
SAYING, OPENING = 400, 200
SAYINGS = ("machine", "machine-opening", "machine-polite")
# Nothing but a list's mark stands before it: in quotation marks it is quoted.
_REGRET = re.compile(r"[^\"“”„«»「」『』:.!?：。]{2,24}[,，、][^\"“”„«»「」『』:.!?：。]{0,8}")
# What people say to each other stands behind a dash, who says it behind another.
_DIALOGUE = re.compile(r"\s*[—–―]\s*[^\n—–―]{1,300}[—–―]")
_BULLET = re.compile(r"[\s*_#>•·–—-]*")


@once
def sayings(view: View) -> Mapping[int, int]:
    """Where blocks begin to say what language models say: at their head, or in their last sentences. None where a sentence of the page cites it."""
    found: dict[int, int] = {}
    cited: set[int] = set()
    for name in SAYINGS:
        for index, spans in view.phrases.get(name, {}).items():
            said = [start for span in spans if (start := _said_from(view.blocks[index], span, name)) is not None]
            if said:
                found[index] = min(found.get(index, said[0]), *said)
            elif name != "machine-polite":
                cited.add(index)
    return {} if cited - found.keys() else found


def _said_from(block: Block, span: Span, name: str) -> int | None:
    """Where the sentence begins that begins with this, or behind a few words and a comma ("I'm sorry, but as a language model"), as something
    said to the reader and not shown. Behind other sentences it is one of the last, and nothing is quoted."""
    start = sentence_start(block.text, span[0])
    if (
        is_shown(block)
        or _DIALOGUE.match(block.text)
        or (start and (len(block.text) - start > OPENING or QUOTE.search(block.text)))
    ):
        return None
    regrets = name == "machine" and _REGRET.fullmatch(block.text, start, span[0])
    return start if regrets or _BULLET.fullmatch(block.text, start, span[0]) else None


# What an order sets stands before colons, so many of them; nothing else of the kind does on the page.
_SET = re.compile(r"(?:^|[.;,|·。；]\s*+|(?<!\s)[^\S\n]*+\n\s*+)([^\W\d][^.:;,|·。：；\n]{1,24})\s?[:：]")
_SETTINGS = 3


@once
def settings(view: View) -> frozenset[int]:
    """Short blocks that set a text's length, tone, readers and keywords, or its title, description and address for search engines: several in one
    line, or one each in a row. What the fields of a book are called is not enough."""
    found: set[int] = set()
    row: list[int] = []
    labels: list[str] = []
    for block in view.having(":", "："):
        if len(block.text) > SAYING or "\n" in block.text or block.flags.list_depth or is_shown(block):
            continue
        several = block.text.count(":") + block.text.count("：") >= _SETTINGS
        known = _known(block) if several or _SET.match(block.text) else []
        if not known:
            continue
        if row and row[-1] != block.index - 1:
            found.update(row if _are_set(labels) else ())
            row, labels = [], []
        row.append(block.index)
        labels += known
    found.update(row if _are_set(labels) else ())
    return frozenset(found)


def _are_set(labels: Sequence[str]) -> bool:
    """Are these enough, and does nothing else have one of them?"""
    return len(labels) >= _SETTINGS and any((0, len(label)) in listed(label, "brief") for label in labels)


def _known(block: Block) -> list[str]:
    """The known things that a block sets."""
    labels = (match[1] for match in _SET.finditer(block.text))
    return [label for label in labels if (0, len(label)) in listed(label, "setting")]


def is_field(block: Block, span: Span, view: View) -> bool:
    """Is this a field for search engines that was filled with the page's own title ("Focus keyword: …")?"""
    labelled = begins(block, span) and not {":", "："}.isdisjoint(block.text[span[1] - 1 : span[1] + 2])
    return labelled and any(f" {name} " in f" {folded(block.text)} " for name in declared(view))
