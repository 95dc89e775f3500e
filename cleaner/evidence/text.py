"""Small questions about text that many ask."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from cleaner.model import Block, Span

_LOOSE = re.compile(r"[\W_]+")
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}
BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
"""Where a line may be cut so that each part is a sentence; what quotes and brackets do there is not looked at."""
_BETWEEN = re.compile(
    r"(?<=[.!?…])[\"'”’»)\]]?\s+(?=\S)|(?<=[。！？])[」』”’）]?(?=[^」』”’）\s。！？])|(?<=[^\s.!?…。！？])\n\s*(?=\S)"
)
# Characters of a sentence; less is an abbreviation, or an exclamation before it. Of scripts without spaces, fewer.
_SHORTEST, _SHORTEST_WIDE, _WIDE = 20, 6, "\u2e80"
# What stands before a full stop that ends no sentence: a letter, a number of one or two digits, what is written short before a name, a number or an example.
_SHORT = re.compile(
    r"(?<!\w)(?:[^\W\d_]|\d{1,2}|abb|approx|aprox|av|bijv|bkz|bzw|ca|capt|col|dept|dhr|dott|dr|dra|evtl|fig|gen|ggf|hon|inkl|lt|mevr|mlle|mme|mr|mrs|ms|"
    r"np|nr|núm|örn|pag|pág|prof|rev|sen|sgt|sig|sr|sra|srta|st|św|tzw|ul|vgl|vol|vs|zob|им|кв|напр|пл|стр|ул)\.\Z",
    re.IGNORECASE,
)
_LONGEST_SHORT = 8  # characters of it, and one before
QUOTE = re.compile(r"[\"“”„«»「」『』]")
"""A quotation mark: a line with one may quote what it says."""
BLANKS = r"(?:(?<!\s)\s+)?"
"""Pattern of the white space before a mark, looked for only where it begins: as ``\\s*`` a run of it would cost its square."""


@lru_cache(maxsize=512)  # a page declares its title in several places, and several rules look for it
def folded(text: str) -> str:
    """A text's words alone: case, punctuation, width and white space folded away."""
    if text.isascii():
        return " ".join(text.translate(_APART).split()).lower()
    return _LOOSE.sub(" ", unicodedata.normalize("NFKC", text)).strip().casefold()


def may_read(text: str, initials: Collection[str]) -> bool:
    """Could a text be folded into another that begins with one of these letters? Soon told where it is ASCII, as most are."""
    return not text.isascii() or not text[:1].isalnum() or text[0].lower() in initials


def is_shown(block: Block) -> bool:
    """Is this code or a quotation, or in italics as a whole, as what is quoted often is?"""
    code = sum(end - start for kind, (start, end), _, _ in block.inline if kind == "code")
    return block.flags.pre or block.flags.quote or 2 * code > len(block.text)


def linked(block: Block) -> int:
    """How many characters of a block are links."""
    length = 0
    for kind, (start, end), _, _ in block.inline:
        if kind == "link":
            length += end - start
    return length


def mostly_linked(block: Block) -> bool:
    """Is most of this block a link?"""
    return 2 * linked(block) > len(block.text) if block.inline else False


def below(texts: Sequence[str]) -> tuple[str, Sequence[int]]:
    """Texts one below the other, and where each of them begins; behind these, where one more would."""
    return "\n".join(texts), list(accumulate([len(text) + 1 for text in texts], initial=0))


def begins(block: Block, span: Span) -> bool:
    """Does this range of a block stand at its beginning, but for a bullet or an icon?"""
    return not any(map(str.isalnum, block.text[: span[0]]))


def is_phrase(block: Block, spans: Sequence[Span]) -> bool:
    """Is this block the first of these ranges and nothing else?"""
    return begins(block, spans[0]) and not any(map(str.isalnum, block.text[spans[0][1] :]))


def covered(text: str, spans: Sequence[Span]) -> float:
    """The share of a text's characters, white space aside, that stand in these ranges, which are apart."""
    inside = sum(sum(not c.isspace() for c in text[start:end]) for start, end in spans)
    return inside / max(1, sum(not c.isspace() for c in text))


def joined(spans: Iterable[Span]) -> list[Span]:
    """Ranges in order, those that touch or overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def sentences(text: str, start: int = 0, end: int | None = None) -> Sequence[Span]:
    """The sentences and lines of a text, each with the white space behind it. What is too short to be one is part of one beside it."""
    end = len(text) if end is None else end
    borders = [start]
    for between in _BETWEEN.finditer(text, start, end):
        stop = between.start()
        if _is_sentence(text, borders[-1], stop) and _is_sentence(text, between.end(), end):
            if text[stop - 1] != "." or not _SHORT.search(text, max(start, stop - _LONGEST_SHORT), stop):
                borders.append(between.end())
    return tuple(pairwise([*borders, end]))


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that this place in a text is of."""
    return next(low for low, high in sentences(text) if at < high)


def _is_sentence(text: str, start: int, end: int) -> bool:
    least = _SHORTEST_WIDE if text[start] >= _WIDE else _SHORTEST
    return end - start >= least
