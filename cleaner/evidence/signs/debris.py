"""What programs leave in a text: filler, holes in templates, spun text, messages of failure, broken letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.evidence.signs.lorem import is_lorem, names_lorem, speaks_of_lorem
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.text import covered, is_shown, sentences
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

# So much of a line is a placeholder.
_PLACEHOLDER = 0.8


def filler(view: View) -> list[int]:
    """Lines that wait for a text: lorem ipsum, and placeholders; none where a page speaks of it."""
    found = view.phrases.get("placeholder", {})
    alone = {index for index, spans in found.items() if _is_alone(view.blocks[index].text, spans)}
    lorem = {index for index in view.phrases.get("lorem", ()) if is_lorem(view.blocks[index].text)}
    if lorem and any(speaks_of_lorem(block.text) for block in view.blocks):
        return []
    return [index for index in sorted(lorem | alone) if not is_shown(view.blocks[index])]


def _is_alone(text: str, spans: Sequence[Span]) -> bool:
    """Is a line nothing but such phrases? "Coming soon" and "Sample page" are words of people as well."""
    start, end = spans[0]
    long = text[start:end].count(" ") >= 2 or text[start] > "\u2e80" or names_lorem(text)
    return long and covered(text, spans) >= _PLACEHOLDER


_HOLE = re.compile(
    r"""(?=[{<$%\#\[I])(?:                          # which tells most places at once
      \{\{\{?[^{}\n]{1,60}\}\}\}?               # Mustache, Jinja, Handlebars
    | \{%[^%{}\n]{1,60}%\} | <%=?[^%<>\n]{1,60}%> | \$\{[\w.]{1,40}\}
    | %%\w{2,30}%% | \#[A-ZÀ-ÖØ-ÞА-ЯЁ]{2,20}(?:_[A-ZÀ-ÖØ-ÞА-ЯЁ]{2,20}){0,3}\# | %[A-Z][A-Z_]{2,30}% | \[%[^%\]]{1,40}%\] | \{[a-z]+_[a-z_]{1,30}\} | \#\{[\w.]{1,40}\}
    | \[/?(?:[a-z]{1,12}_[a-z_]{1,30}|caption|gallery|embed)(?:\ [^\[\]\n]{0,200})?\]
    | (?<![\d%])%(?:\d\$)?[sd]\b | \[object\ Object\] | \bInvalid\ Date\b
    | \[AD\ SLOT\b[^\[\]\n]{0,60}\] | \bTODO\((?:[a-z]{2,12})\):
    | [\[<{](?:INSERT|ENTER|YOUR|ADD|REPLACE)[ _-][A-Z _-]{2,60}[\]>}] | \[(?:Insert|Enter|Your|Add)\ [\w ]{2,60}\]
    )""",
    re.VERBOSE,
)
_SPIN = re.compile(r"(?<!\{)\{[^{}|\n]{0,80}(?:\|[^{}|\n]{0,80}){1,20}\}(?!\})")
# A line with holes is no longer than this (characters) and this share of it are holes; spun text is longer.
_LINE, _HOLES = 200, 0.25
# Where less than this of a block is such a thing, and less than that of a sentence, it is spoken of, and so it is all over the page.
_SPOKEN, _ALONE = 0.2, 0.6


class _Told(NamedTuple):
    """A sentence in which a pattern stands: where it is, the share of it that the pattern is, and where the last match ends."""

    sentence: Span
    share: float
    end: int


def _told(view: View, pattern: re.Pattern[str], *signs: str, least: int = 1) -> Mapping[int, Sequence[_Told]]:
    """Sentences in which a pattern stands, by block; none where the page speaks of such things.

    :param signs: characters without which it stands nowhere.
    :param least: how often it stands in a paragraph that does not speak of it, and twice as often among other words of a longer one.
    """
    found: dict[int, list[_Told]] = {}
    for block in view.having(*signs):
        spans = [match.span() for match in pattern.finditer(block.text)]
        if spans and (is_shown(block) or any(kind == "code" for kind, *_ in block.inline)):
            return {}
        if not spans:
            continue
        parts = _uncut(sentences(block.text), spans)
        shares = [_share_of(block.text, spans, part) for part in parts]
        among_words = any(0 < share < _ALONE for share in shares)
        seldom = covered(block.text, spans) < _SPOKEN and (among_words or len(spans) < least)
        if seldom or (among_words and len(parts) > 1 and 1 < least <= len(spans) < 2 * least):
            return {}
        found[block.index] = [
            _Told((low, high), share, max(end for start, end in spans if low <= start < high))
            for (low, high), share in zip(parts, shares, strict=True)
            if share
        ]
    return found


def _uncut(parts: Sequence[Span], spans: Sequence[Span]) -> Sequence[Span]:
    """Sentences, two as one where one of these ranges stands in both."""
    starts = [start for start, _ in parts if not any(low < start < high for low, high in spans)]
    return tuple(pairwise([*starts, parts[-1][1]]))


def _share_of(text: str, spans: Sequence[Span], part: Span) -> float:
    low, high = part
    return covered(text[low:high], [(start - low, end - low) for start, end in spans if low <= start < high])


# Brackets in which a line stands as a whole, with an order to put something there.
_OPEN, _CLOSED = "[［【<", "]］】>"
_BRACKETED = re.compile(r"\s*[\[［【<][^\[\]［］【】<>\n]{4,100}[\]］】>]\s*")


@once
def holes(view: View) -> Mapping[int, Sequence[Span]]:
    """Sentences with holes, each up to its last one, and such as stand where something should be put, by block."""
    told = _told(view, _HOLE, "{", "[", "%", "#", "Invalid Date")
    found = {
        index: spans
        for index, said in told.items()
        if (spans := [(low, last) for (low, high), share, last in said if share >= _HOLES and high - low <= _LINE])
    }
    for block in view.having("[", "［", "【"):
        if (block.text[0] in _OPEN or block.text[-1] in _CLOSED) and not is_shown(block):
            for low, high in sentences(block.text):
                bracketed = _BRACKETED.fullmatch(block.text, low, high)
                if bracketed and _orders(bracketed[0].strip()[1:-1].strip()):
                    found[block.index] = [*found.get(block.index, ()), (low, high)]
    return found


@once
def spun(view: View) -> Mapping[int, Sequence[Span]]:
    """Lists of words for a program to draw from, by block: two in one at least."""
    found = {
        index: [m.span() for m in _SPIN.finditer(view.blocks[index].text)] for index in _told(view, _SPIN, "{", least=2)
    }
    return {index: spans for index, spans in found.items() if len(spans) > 1}


def _orders(said: str) -> bool:
    """Does it begin or end with an order to put something in?"""
    return any(start == 0 or end == len(said) for start, end in listed(said, "placing"))


_FAILED = re.compile(
    r"""(?:PHP\ )?(?:Warning|Notice|Deprecated|Strict\ Standards|(?:Catchable\ |Recoverable\ )?[Ff]atal\ error|Parse\ error)\s?:\s
    [^\n]{4,300}?\bin\ /?[\w./:\\-]{3,200}\.\w{3,5}(?:\(\d+\))?\s?(?:\ on\ line\ |:)\d+\W*
    | (?:PHP\ )?(?:Warning|Notice|Deprecated|(?:Uncaught\ )?(?:Fatal\ |Parse\ )?[Ee]rror)\s?:\s(?:Undefined|Trying\ to|Uncaught|Call\ to|Cannot\ modify|Invalid\ argument
    |Use\ of\ undefined|Array\ to\ string|Maximum\ execution|Allowed\ memory|Only\ variables)\b[^\n]{0,200}
    | (?:\w+\ )?[Ee]rror\ establishing\ a\ database\ connection\.?
    | (?:.{0,40}:\s)?You\ have\ an\ error\ in\ your\ SQL\ syntax;?[^\n]{0,300}
    | (?:\[object\ Object\]|undefined|NaN|null|\s|[,;|·/-]){1,8}(?<=[\w\]])""",
    re.VERBOSE,
)
_SIGNS_OF_FAILURE = (
    " on line ",
    "otice: ",
    "arning: ",
    "rror: ",
    "database connection",
    "SQL syntax",
    "undefined",
    "NaN",
    "[object Object]",
)
_OF_PROGRAMS = re.compile(r"\b(?:php|sql|javascript|undefined|nan)\b", re.IGNORECASE)


@once
def failures(view: View) -> list[int]:
    """Lines that are nothing but a program's message; none where other blocks speak of such things."""
    near = view.having(*_SIGNS_OF_FAILURE)
    found = [block.index for block in near if _FAILED.fullmatch(block.text.strip())]
    if not found or any(is_shown(view.blocks[index]) for index in found):
        return []
    others = (block.text for block in view.blocks if block.index not in found)
    return [] if any(map(_OF_PROGRAMS.search, others)) else found


# The characters that Windows-1252 and Windows-1251 show for the bytes 0x80 to 0xBF, and before them those for 0xC2 to
# 0xF4: UTF-8 that was read as one of them. And what stands where a byte was lost.
_WEST = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_CYRILLIC = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"
_BROKEN = re.compile(f"[Â-ÅÐÑ][{_WEST}]+|[ã-ï][{_WEST}]{{2}}|â[€{_WEST}][{_WEST}]|[РС][{_CYRILLIC}]|�")
# Broken letters in a block that is mostly of them, and the share of its characters (an accent broken here and there is
# an author's word all the same); and how many bytes a character of it takes at least.
_FEWEST, _MOSTLY, _BYTES = 3, 0.5, 1.4
# Where more of the page than this is broken, it is the text that is.
_WHOLE = 0.3


def broken(view: View) -> list[int]:
    """Blocks that are mostly broken letters, where the page's are not."""
    found: dict[int, int] = {}
    for block in view.blocks:
        # Most of such a block is no ASCII, and that is soon told.
        many = not block.text.isascii() and len(block.text.encode("utf-8", "replace")) >= _BYTES * len(block.text)
        if many and _share(block) >= _MOSTLY:
            if not (block.flags.cell or is_shown(block)):
                found[block.index] = len(block.text)
    if not found or sum(found.values()) > _WHOLE * sum(len(block.text) for block in view.blocks):
        return []
    spoken = any(0 < _share(block) < _SPOKEN for block in view.blocks if not block.text.isascii())
    return [] if spoken else list(found)


def _share(block: Block) -> float:
    """How much of a block is broken letters; 0 where they are few."""
    spans = [match.span() for match in _BROKEN.finditer(block.text)]
    return covered(block.text, spans) if len(spans) >= _FEWEST else 0.0
