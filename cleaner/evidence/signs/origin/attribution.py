"""Sentences and lines that attribute a text: "This article was originally published on …", "Source: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from cleaner.evidence.signs.dates import dates
from cleaner.evidence.signs.edges import edge, paragraphs
from cleaner.evidence.signs.origin import evidence, is_address, is_outlet, name_in
from cleaner.evidence.signs.prompts import opens
from cleaner.evidence.signs.titled import names
from cleaner.evidence.text import begins, folded
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

# An attribution is a sentence or two (characters).
_SENTENCE, _ITSELF, _LINE = 280, 200, 120
_BEGIN = re.compile(r"[.!?…。！？][\"”’»)]*\s+|[。！？]|\n")
# A title before a feed's words may ask and exclaim.
_BEGIN_TITLE = re.compile(r"[.…。][\"”’»)]*\s+|。|\n")
_CLOSED = re.compile(r"[”»」』》\"]")
# Notes at the end are often as long as a paragraph: so many may stand behind an attribution. A name has so many words.
_BEYOND, _NAME = 1, 5
# An article's paragraphs stand together: so many in one element.
_SIBLINGS = 2
# The name of a paper or a site: two words with capitals.
_CAPITALS = re.compile(r"\s[«]?[^\W\d_a-zа-я][\w.’'-]*\s[^\W\d_a-zа-я][\w.’'-]*")
_WIDE = "\u2e80"
_QUOTE = re.compile(r"[\s\W]{0,2}[“”„«»「『《\"]")
# A phrase of so many words says by itself that the text is from elsewhere; small words have so many letters.
_WHOLE, _SMALL = 4, 5
# A title has so many characters where words are not set apart; behind it stands the source's name, before a verb.
_TITLED = 10
_LAST_NAME = re.compile(r"[」』》”\"»]\s*(?:は|が)?|は|、|,|\s(?=[A-ZÀ-ÞА-Я][^A-Z]*$)")
_EDGE = " .:：。\n\t→»›"


def attributed(block: Block, view: View, phrases: str) -> Iterator[tuple[Span, str]]:
    """The sentence at a block's end that attributes the text, and the name it gives, "" if it gives none.

    It is the whole of a block at the text's beginning or end, or run on to its last paragraph.
    """
    spans = _near_end(block, view, phrases)
    if not spans:
        return
    start = _start(block, view, spans[0], _BEGIN_TITLE if phrases == "first-on" and _is_line(block) else _BEGIN)
    pieces = _pieces(block, spans)
    named = [name_in(piece) for piece in pieces]
    name = next(filter(None, named), "")
    printed = phrases == "first-on" and _this(block, view, start) and bool(name)
    if not _stands(block, view, start, spans[0][0], printed=printed):
        return
    if phrases == "first-on":
        name = name or (pieces[0] if pieces and _begins_large(pieces[0]) else "")
        said = block.text[start : spans[0][0]].strip()
        if block.index in view.phrases.get("first-last", ()) and not pieces:
            name = _LAST_NAME.split(said)[-1].strip()  # the verb comes last
            fits = len(said.split()) >= _WHOLE or (said > _WIDE and len(said) >= _TITLED) or _this(block, view, start)
        elif _this(block, view, start):
            fits = bool(name) or not pieces
        else:
            titled = len(said.split()) >= _WHOLE or (said > _WIDE and len(said) >= _TITLED)
            fits = titled and _is_source(name)
    else:
        known = _is_source(name) or bool(name and dates(block.text))
        fits = opens(block, spans[0]) and (known if name and all(named) else _is_plain(block, view, start, spans))
    if fits:
        yield (start, len(block.text)), name


def _near_end(block: Block, view: View, phrases: str) -> Sequence[Span]:
    """The ranges of a block with phrases of a list, of a paragraph those in its last sentences."""
    length = len(block.text)
    reach = 0 if _is_line(block) else length - _SENTENCE
    return [
        span for span in view.phrases.get(phrases, {}).get(block.index, ()) if reach <= span[0] and span[1] <= length
    ]


def of_itself(block: Block, view: View) -> bool:
    """Is a block a sentence in which the text says of itself that it was elsewhere before, and names the place or the day?"""
    spans = view.phrases["this-text"][block.index]
    if len(block.text) > _ITSELF or not begins(block, spans[0]) or block.index not in view.phrases.get("elsewhere", ()):
        return False
    told = (
        bool(dates(block.text))
        or bool(evidence(block, (0, len(block.text)), view))
        or bool(_CAPITALS.search(block.text))
    )
    return _stands(block, view, 0, 0, printed=False) and (told or block.text[spans[0][0]] > _WIDE)


def _stands(block: Block, view: View, start: int, cue: int, *, printed: bool) -> bool:
    """May an attribution stand here: as a block before the text or behind it, anywhere if it names the title, or run on to its last paragraph?

    :param cue: where its words begin; a title in quotation marks may stand before them.
    :param printed: is it the sentence that programs print, from "The post" to the source's name? It may stand anywhere as a block.
    """
    if len(block.text) - start > _SENTENCE or block.flags.cell or block.flags.heading:
        return False
    if is_quoted(block, start) and not _CLOSED.search(block.text, start + 1, cue):
        return False
    if not begins(block, (start, start)):
        return _is_last(block, view)
    said = f" {folded(block.text)} "
    return printed or edge(view, block, _BEYOND) != "inside" or any(f" {name} " in said for name in names(view))


def _begins_large(name: str) -> bool:
    """Could this be a source's name behind words that only feeds write: a few words, the first with a capital?"""
    return len(name.split()) <= _NAME and not name[0].islower()


def is_quoted(block: Block, start: int = 0) -> bool:
    """Does what stands here begin in quotation marks? Who quotes an attribution speaks about it."""
    return bool(_QUOTE.match(block.text, start)) or bool(_QUOTE.search(block.text[:start][-1:]))


def sources(view: View) -> Mapping[int, Sequence[str]]:
    """The lines at the end that name the text's source, each with its evidence: "Source: Reuters", or in two lines."""
    found = view.phrases.get("source-label", {})
    labels = [index for index, spans in found.items() if _labels(view.blocks[index], spans[0])]
    if any(edge(view, view.blocks[index]) != "tail" for index in labels):
        return {}  # sources of tables and pictures
    return {line: said for index in labels for line, said in _source(view, view.blocks[index], found[index][0][1])}


def _source(view: View, block: Block, end: int) -> Iterator[tuple[int, Sequence[str]]]:
    """The one or two lines of a label that ends here and the source it names, if it is one."""
    named, lines = block.text[end:].strip(" \t\n:："), [block]
    if not named and block.index + 1 < len(view.blocks):
        lines.append(view.blocks[block.index + 1])
        named = lines[1].text.strip()
    said = None if block.flags.cell else names_source(lines[-1], view, 0, named)
    if said is not None:
        yield from ((line.index, said) for line in lines)


def names_source(block: Block, view: View, start: int, named: str) -> tuple[str, ...] | None:
    """What a line, or a sentence from here on, says of the source that it names behind a label: an address, an agency, a paper
    or a link to another site."""
    if len(named) > _LINE:
        return None
    said = evidence(block, (start, len(block.text)), view, named)
    known = is_outlet(named) or any(item.startswith("domain=") for item in said)
    return said if is_address(named) or (known and name_in(named)) else None


def _labels(block: Block, span: Span) -> bool:
    """Does a label with a colon begin a block?"""
    return begins(block, span) and bool(
        set(block.text[span[1] - 1 : span[1]] + block.text[span[1] :].lstrip()[:1]) & set(":：")
    )


def _is_line(block: Block) -> bool:
    """Is a block too short to be a paragraph with an attribution run on to it?"""
    return len(block.text) <= _ITSELF


def _start(block: Block, view: View, span: Span, begin: re.Pattern[str]) -> int:
    """Where the sentence with this range begins: with "The post" if that stands before it."""
    heads = [
        start
        for start, end in view.phrases.get("this-post", {}).get(block.index, ())
        if end <= span[0] or start == span[0]
    ]
    heads = [start for start in heads if opens(block, (start, start))]
    if heads:
        return heads[-1]
    ends = [match.end() for match in begin.finditer(block.text, 0, span[0])]
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


def _is_plain(block: Block, view: View, start: int, spans: Sequence[Span]) -> bool:
    """Does a line, or a sentence from here on, say that the text is from elsewhere, and little more: an offer of the original,
    or a link to it?"""
    long = max(len(block.text[begin:end].split()) for begin, end in spans) >= _WHOLE
    linked = any(item.startswith("domain=") for item in evidence(block, (start, len(block.text)), view))
    rest = block.text[spans[0][1] :]
    alone = not any(map(str.isalnum, block.text[start : spans[0][0]] + rest))
    return len(block.text) - start <= _LINE and (
        linked or alone or (long and len(block.text[spans[-1][1] :].split()) <= 2)
    )


def _is_source(name: str) -> bool:
    """Is a name an outlet's, and not a language's ("originally published in Norwegian") or a year's?"""
    return " " in name or name > "\u2e80" or is_address(name) or is_outlet(name)


def _is_last(block: Block, view: View) -> bool:
    """Is a block the last paragraph of the text, or of an element that holds several?"""
    return block.index in last_paragraphs(view)


@once
def last_paragraphs(view: View) -> Collection[int]:
    """The last paragraph of the text, and in markup that of each element which holds several."""
    found = [view.blocks[index] for index in paragraphs(view)]
    parents = [block.tree.parents[block.node] if block.node >= 0 else -1 for block in found]
    held, last = Counter(parents), dict(zip(parents, found, strict=True))
    return {block.index for parent, block in last.items() if block is found[-1] or held[parent] >= _SIBLINGS}
