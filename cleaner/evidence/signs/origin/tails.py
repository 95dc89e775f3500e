"""What feeds run on to the last paragraph of a text: sentences behind its own that say where it is from or where it goes on.

last paragraph ──the sentence at its end is a notice──▶ what is left of it ──and again──▶ the author's own
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from cleaner.evidence.signs.origin import evidence
from cleaner.evidence.signs.origin.attribution import attributed, is_quoted, last_paragraphs, names_source
from cleaner.evidence.signs.titled import names
from cleaner.evidence.text import BLANKS, folded
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

Kind = Literal["first-on", "syndication", "source", "cut"]

_ENDS = r"[.!?…。！？][\"”’»)\]）］]*"
_BEGIN = re.compile(rf"{_ENDS}\s+|[。！？]|\n|[)\]）］]\s+")
_ENDED = re.compile(rf"{_ENDS}\s*$")
# Dots in brackets, and a word in brackets with dots behind it: "[…]", "(more…)".
_DOTS = re.compile(rf"{BLANKS}[(\[（［]\s*(?:…{{1,2}}|\.\s?\.\s?\.)\s*[)\]）］]\s*$")
_WORD = re.compile(rf"{BLANKS}[(\[（［]\s*([^\W\d_]{{2,12}})\s*(?:…{{1,2}}|\.\.\.)\s*[)\]）］]\s*$")
_CLOSING = (")", "]", "）", "］")  # what both end with
# A call to read on ends with an arrow, or says nothing more (characters). What may close a quotation is one only in a link.
_ARROW, _SIGN = re.compile(r".{3,70}\s→\W*"), re.compile(r"[^«]{3,70}\s[»›]\W*")
_LONGEST = 2_000  # of a last sentence; none that says where the text comes from is as long (characters)
_EDGE = " \t\n\xa0:：→»›«…“”《》「」『』.。"


class Notice(NamedTuple):
    """A sentence that is not the author's: what it does, where it stands, and what it says of the source."""

    kind: Kind
    span: Span
    evidence: tuple[str, ...]


@once
def tails(view: View) -> Mapping[int, Sequence[Notice]]:
    """The notices at the end of each last paragraph, by block."""
    found: dict[int, list[Notice]] = {}
    for index in last_paragraphs(view):
        rest = view.blocks[index]
        while (notice := _notice(rest, view)) and (left := rest.text[: notice.span[0]].rstrip()):
            found.setdefault(index, []).append(notice)
            rest = replace(rest, text=left)
    return found


def _notice(block: Block, view: View) -> Notice | None:
    """The notice with which a paragraph ends, if it does."""
    text = block.text
    end = len(text.rstrip(_EDGE))
    low = max(0, end - _LONGEST)
    ends = [match.end() for match in _BEGIN.finditer(text, low, end)]
    start = ends[-1] if ends else low
    span = start, len(text)
    if is_quoted(block, start):
        return None
    if text.rstrip().endswith(_CLOSING) and (dots := _DOTS.search(text) or _marked(block, view)):
        return Notice("cut", (dots.start(), len(text)), ())
    if start and _calls(block, view, start):
        return Notice("cut", span, ())
    if (
        start
        and (named := _label(block, view, start))
        and (said := names_source(block, view, start, named)) is not None
    ):
        return Notice("source", span, said)
    kinds: tuple[Kind, ...] = ("first-on", "syndication")
    for kind in kinds:
        for (begin, end), name in attributed(block, view, kind):
            return Notice(kind, (begin, end), evidence(block, (begin, end), view, name)) if begin else None
    return None


def _marked(block: Block, view: View) -> re.Match[str] | None:
    """A word with dots in brackets behind the end of a sentence, if it is a link: an author may sigh so."""
    match = _WORD.search(block.text)
    if not match or not _ENDED.search(block.text[: match.start()]):
        return None
    return match if _is_linked(block, match.start(1)) else None


def _is_linked(block: Block, place: int) -> bool:
    return any(mark.kind == "link" and mark.range[0] <= place < mark.range[1] for mark in block.inline)


def _calls(block: Block, view: View, start: int) -> bool:
    """Is the last sentence a call to read on: its words and nothing more, the title behind them, or an arrow?"""
    sentence = block.text[start:]
    if _ARROW.fullmatch(sentence) or (_SIGN.fullmatch(sentence) and _is_linked(block, start)):
        return True
    spans = [span for span in view.phrases.get("button", {}).get(block.index, ()) if start <= span[0]]
    if not spans or spans[0][1] > len(block.text) or block.text[start : spans[0][0]].strip(_EDGE):
        return False
    rest = block.text[spans[0][1] :].strip(_EDGE)
    return not rest or any(name in folded(rest) for name in names(view))


def _label(block: Block, view: View, start: int) -> str:
    """What stands behind a label for sources with which the last sentence begins; "" if it does not."""
    for begin, end in view.phrases.get("source-label", {}).get(block.index, ()):
        colon = set(block.text[end - 1 : end] + block.text[end:].lstrip()[:1]) & set(":：|")
        if begin >= start and not block.text[start:begin].strip(_EDGE) and colon:
            return block.text[end:].strip(" \t\n\xa0:：|")
    return ""
