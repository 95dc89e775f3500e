"""Sentences and lines that attribute a text: "This article was originally published on …", "Source: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cleaner.evidence.edges import edge, is_paragraph
from cleaner.evidence.origin import evidence, is_address, is_outlet, name_in
from cleaner.evidence.prompts import opens
from cleaner.evidence.text import begins
from cleaner.evidence.view import View
from cleaner.model import Block, Span

# An attribution is a sentence or two (characters).
_SENTENCE, _LINE = 280, 120
_BEGIN = re.compile(r"[.!?…。！？][\"”’»)]*\s+|[。！？]|\n")
_QUOTE = re.compile(r"[“”„«»「」\"]")
# A phrase of so many words says by itself that the text is from elsewhere; small words have so many letters.
_WHOLE, _SMALL = 4, 5
_EDGE = " .:：。\n\t→»›"


def attributed(block: Block, view: View, phrases: str) -> Iterator[tuple[Span, str]]:
    """The sentence at a block's end that attributes the text, and the name it gives, "" if it gives none.

    It is the whole of a block at the text's beginning or end, or run on to its last paragraph.
    """
    spans = view.phrases[phrases][block.index]
    start = _start(block, view, spans[0])
    said = block.text[start:]
    whole = begins(block, (start, start))
    if len(said) > _SENTENCE or is_quoted(block, start) or block.flags.cell:
        return
    if (edge(view, block) == "inside" or block.flags.heading) if whole else not _is_last(block, view):
        return
    named = [name_in(piece) for piece in _pieces(block, spans)]
    name = next(filter(None, named), "")
    if phrases == "first-on":
        fits = (_this(block, view, start) or spans[0][0] > start) and (name or not named)
    else:
        fits = opens(block, spans[0]) and (_is_source(name) if name and all(named) else _is_plain(block, view, spans))
    if fits:
        yield (start, len(block.text)), name


def is_quoted(block: Block, start: int = 0) -> bool:
    """Are there quotation marks in a block? Who quotes an attribution speaks about it."""
    return bool(_QUOTE.search(block.text, start))


def sources(view: View) -> Mapping[int, Sequence[str]]:
    """The lines at the end that name the text's one source, each with its evidence: "Source: Reuters", or in two lines."""
    found = view.phrases.get("source-label", {})
    labels = [index for index, spans in found.items() if _labels(view.blocks[index], spans[0])]
    if len(labels) != 1:
        return {}  # sources of tables and pictures
    block = view.blocks[labels[0]]
    named, lines = block.text[found[block.index][0][1] :].strip(" \t\n:："), [block]
    if not named and block.index + 1 < len(view.blocks):
        lines.append(view.blocks[block.index + 1])
        named = lines[1].text.strip()
    if block.flags.cell or len(named) > _LINE or edge(view, block) != "tail":
        return {}
    said = evidence(lines[-1], (0, len(lines[-1].text)), view, named)
    known = is_outlet(named) or any(item.startswith("domain=") for item in said)
    if not is_address(named) and not (known and name_in(named)):
        return {}
    return {line.index: said for line in lines}


def _labels(block: Block, span: Span) -> bool:
    """Does a label begin a block, with a colon behind it or nothing?"""
    return begins(block, span) and (block.text[span[0] : span[1]] + block.text[span[1] :].lstrip()[:1])[-1] in ":："


def _start(block: Block, view: View, span: Span) -> int:
    """Where the sentence with this range begins: with "The post" if that stands before it."""
    heads = [
        start
        for start, end in view.phrases.get("this-post", {}).get(block.index, ())
        if end <= span[0] or start == span[0]
    ]
    heads = [start for start in heads if opens(block, (start, start))]
    if heads:
        return heads[-1]
    ends = [match.end() for match in _BEGIN.finditer(block.text, 0, span[0])]
    return ends[-1] if ends else 0


def _this(block: Block, view: View, start: int) -> bool:
    return any(head == start for head, _ in view.phrases.get("this-post", {}).get(block.index, ()))


def _pieces(block: Block, spans: Sequence[Span]) -> list[str]:
    """What stands behind the phrases, without the small words before a name ("on", "by") or between phrases ("and")."""
    ends = [start for start, _ in spans[1:]] + [len(block.text)]
    pieces = [block.text[end:after].strip(_EDGE).split() for (_, end), after in zip(spans, ends, strict=True)]
    return [piece for words in pieces if (piece := " ".join(_proper(words)))]


def _proper(words: list[str]) -> list[str]:
    """Words without small ones before and behind them: three at most."""
    for _ in range(3):
        if words and words[0].islower() and len(words[0]) <= _SMALL:
            words = words[1:]
        if words and words[-1].islower() and len(words[-1]) <= _SMALL:
            words = words[:-1]
    return words


def _is_plain(block: Block, view: View, spans: Sequence[Span]) -> bool:
    """Does a line say that the text is from elsewhere, and little more: an offer of the original, or a link to it?"""
    long = max(len(block.text[start:end].split()) for start, end in spans) >= _WHOLE
    linked = any(item.startswith("domain=") for item in evidence(block, (0, len(block.text)), view))
    return len(block.text) <= _LINE and (linked or (long and len(block.text[spans[-1][1] :].split()) <= 2))


def _is_source(name: str) -> bool:
    """Is a name an outlet's, and not a language's ("originally published in Norwegian") or a year's?"""
    return " " in name or name > "\u2e80" or is_address(name) or is_outlet(name)


def _is_last(block: Block, view: View) -> bool:
    """Is a block the last paragraph of the text?"""
    return is_paragraph(block) and not any(
        is_paragraph(other) for other in view.blocks[block.index + 1 :] if view.place(other) == "inside"
    )
