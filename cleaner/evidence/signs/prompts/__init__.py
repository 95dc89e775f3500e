"""Prompts: short lines in which a site calls its reader to something, whatever the words.

An act ("subscribe", "join", "save") that begins a clause (or ends one, where the verb comes last), somebody who calls ("us",
"our"), and what for ("inbox", "App Store"): a line that has all three is a prompt.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from cleaner.evidence.phrases.fold import fold
from cleaner.evidence.registry import Seen
from cleaner.evidence.signs.apart import apart
from cleaner.evidence.signs.bylines import is_proper
from cleaner.evidence.signs.dates import dates
from cleaner.evidence.signs.edges import edge
from cleaner.evidence.text import begins, is_phrase, sentences
from cleaner.evidence.view import View
from cleaner.model import Block, Span

# A prompt is a few short lines (characters); in a longer paragraph its words are an author's.
PROMPT = 300
_LINE, _WIDE_LINE = 220, 90
_CLAUSE = re.compile(r"[.!?…:;,|•()\n–—。！？：，、]+\s*| - | & ")
_SENTENCE_END = re.compile(r"[.!?…:|•)\n–—。！？：]\s*$|\s[-&]\s*$")
# "Join 40,000 readers".
_CROWD = re.compile(r"(?<!\d)(?:\d{1,3}[.,\u00a0\u202f ]\d{3}|\d{4,6}(?=[\u2e80-\uffff]))(?!\d)")
# A code that lowers a price, such as SAVE20.
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{3,12}\d{2,3}(?![A-Za-z0-9])")
# Who quotes a prompt speaks about it; a paper's name or a code in quotation marks is none.
_NAMED = re.compile(r"(?<=.)[«„「『“]([^«»„“”「」『』]{3,40})[»“”」』]", re.DOTALL)
_QUOTE = re.compile(r"[\"“”„«»‹›「」『』《》]")
_WIDE = "\u2e80"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _words(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A list of words: those that spaces set apart, and those of scripts without spaces."""
    data = tomllib.loads((resources.files(__name__) / "words.toml").read_text("utf-8"))
    words = sorted({fold(word).text for word in data[name]})
    return tuple(word for word in words if word < _WIDE), tuple(word for word in words if word >= _WIDE)


@cache
def _acts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How a clause with an act begins, and how one ends."""
    return tuple(f"{act} " for act in _words("act")[0]), tuple(f" {act}" for act in _words("act-last")[0])


def calls(text: str) -> bool:
    """Does a clause of this text begin or end with an act that a reader is called to?"""
    low = fold(text).text
    first, last = _acts()
    clauses = map(str.strip, _CLAUSE.split(low))
    opening = _words("act-first")[1]
    apart = any(
        clause.startswith(opening) or f"{clause} ".startswith(first) or f" {clause}".endswith(last)
        for clause in clauses
    )
    return apart or (len(low) <= _WIDE_LINE and any(act in low for act in _words("act")[1]))


def of_itself(text: str) -> bool:
    """Does a text say "we" or "our"?"""
    low = fold(text).text
    apart, wide = _words("self")
    return not set(_WORD.findall(low)).isdisjoint(apart) or any(word in low for word in wide)


def _names_store(text: str) -> bool:
    """Does a text name a store of apps? Nothing but its badge does so alone."""
    low = fold(text).text
    return any(store in low for store in _words("store")[0])


def opens(block: Block, span: Span) -> bool:
    """Does this range of a block begin one of its sentences?"""
    return begins(block, span) or bool(_SENTENCE_END.search(block.text[max(0, span[0] - 3) : span[0]]))


def prompts(block: Block, view: View, phrases: str, words: str) -> Iterator[Seen]:
    """What of a block is a prompt: a phrase of one list begins a sentence of it, or it is a call of the site's for what another names.

    :param phrases: a list of whole prompts. One that stands alone in extracted text may be a heading, unless it says "our".
    :param words: a list of what they are for.
    """
    spans, named = (view.phrases.get(name, {}).get(block.index, ()) for name in (phrases, words))
    if len(block.text) > PROMPT:
        yield from _run_on(block, view, (*spans, *named))
    if not _is_short(block):
        return
    if any(opens(block, span) for span in spans):
        bare = view.is_text and is_phrase(block, spans)
        if not bare or of_itself(block.text) or _names_store(block.text) or edge(view, block) != "inside":
            yield from _apart(block, (*spans, *named))
        return
    weight = 2 * len(spans) + len(named)
    if not weight or view.sells or len(block.text) > _LINE or not calls(block.text):
        return
    regular = any(block.index in view.phrases.get(name, ()) for name in ("often", "this-text"))
    if weight > 1 or regular or of_itself(block.text) or _CROWD.search(block.text):
        yield from _apart(block, (*spans, *named))


def _run_on(block: Block, view: View, named: Sequence[Span]) -> Iterator[Seen]:
    """The last sentence of a paragraph, where it is a call of the site's for what these ranges name: more is asked of it than of a block of its own."""
    if not named or view.sells or block.flags.cell or block.flags.pre or block.flags.quote:
        return
    start, end = sentences(block.text)[-1]
    said = block.text[start:end]
    within = any(start <= low for low, _ in named)
    if start and within and len(said) <= _LINE and not _QUOTE.search(said) and calls(said) and of_itself(said):
        yield Seen((start, end))


def offers(block: Block, view: View) -> Iterator[Seen]:
    """What of a block is a bargain: a call with two of their words, or a code with a number of its own."""
    if view.sells or len(block.text) > _LINE or not _is_short(block):
        return
    words = view.phrases.get("offer-word", {}).get(block.index, ())
    codes = [match.span() for match in _CODE.finditer(block.text)]
    coded = words and codes and any(map(str.isdigit, _CODE.sub("", block.text)))
    if coded or (len(words) + len(codes) > 1 and calls(block.text)):
        yield from _apart(block, (*words, *codes))


def plugs(block: Block, view: View) -> Iterator[Seen]:
    """What of a block is a plug of an event: a call to one of the site's own, or to one on a day that is told."""
    spans = view.phrases.get("event", {}).get(block.index, ())
    words = view.phrases.get("event-word", {}).get(block.index, ())
    if view.sells or len(block.text) > _LINE or not words or not _is_short(block) or is_phrase(block, words):
        return
    asks = bool(spans) and not any(map(str.isalnum, block.text[spans[-1][1] :]))
    if not (asks or calls(block.text) or any(opens(block, span) for span in spans)):
        return
    told = bool(spans or len(words) > 1) and bool(dates(block.text))
    if told or of_itself(block.text) or (asks and block.text > _WIDE and len(block.text) <= _WIDE_LINE):
        yield from _apart(block, (*spans, *words))


def _apart(block: Block, found: Sequence[Span]) -> Iterator[Seen]:
    """A sentence beside a prompt goes with it if it calls its reader too, or speaks of the site."""
    return apart(block, found, lambda said: calls(said) or of_itself(said))


def _is_short(block: Block) -> bool:
    """Is a block short enough for a prompt, no cell of a table, and without quotation marks?"""
    if len(block.text) > PROMPT or block.flags.cell:
        return False
    return not _QUOTE.search(_NAMED.sub(lambda quoted: "" if _is_named(quoted[1]) else quoted[0], block.text))


def _is_named(text: str) -> bool:
    """Is what stands in quotation marks a code, or a name of several words?"""
    return bool(_CODE.fullmatch(text)) or (" " in text and is_proper(text))
