"""Furniture told by its words: which short blocks are nothing but labels and notices, and where they stand.

    blocks ──labels, phrases──▶ lines ──paragraphs──▶ zones ──▶ what may go

A line of nothing else is furniture before the first paragraph and behind the last. Between paragraphs it is furniture only
where it says so at length ("Article continues below this ad"), and where the page does not quote lines of its kind: who writes
about them sets several, each apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleaner.evidence.signs.edges import is_paragraph
from cleaner.evidence.signs.furniture.labels import labels, made_of, may_be_each
from cleaner.evidence.text import begins, covered, joined, mostly_linked
from cleaner.evidence.view import View, once
from cleaner.model import Block, Span

# A line of furniture is not longer, nor a notice (characters).
_LINE, _NOTICE = 200, 300
# Lists of phrases whose lines are furniture.
_PHRASES = (
    "cookies", "consent-wall", "copyright", "skip-link", "back-to-top", "share", "tools", "script-needed", "challenge",
    "loading", "ad-label", "paywall", "age-gate", "login", "pagination", "breadcrumb", "comments", "comment-form",
)  # fmt: skip
# Those that are sentences: a short block that begins with one, or is one for the most part, is a notice.
_NOTICES = (
    "cookies",
    "consent-wall",
    "script-needed",
    "paywall",
    "age-gate",
    "login",
    "comment-form",
)
# The lists whose notices speak of sites and browsers besides.
_OF_SITES = ("cookies", "consent-wall")
_COVERED, _COVERED_FROM_START = 0.4, 0.22
# Between paragraphs a line must say at length what it is: so many letters, or words of a script without spaces.
_LONG, _LONG_WIDE = 14, 4
# Three words and more may be shorter.
_WORDS, _LONG_WORDS = 3, 10
# A sentence of the text is not shorter (characters; fewer where a character is a word).
_SENTENCE, _WIDE_SENTENCE = 50, 20
# Short lines of the text before its first sentence or behind its last one: more are verses, or a list.
_BESIDE = 8
# A text has more sentences, a row of furniture as many lines.
_FEWEST, _ROW = 2, 4
# A row of a menu has four entries or more, parted by signs.
_ENTRIES, _FEWEST_ENTRIES = re.compile(r" [-|·•–/] |\|"), 4
_BARS = ("|", "·", "•", "–", "/", " - ")  # or a part of it, which is sooner found
_STOPS = (".", "!", "?", "…", "。", "！", "？")
_QUOTED = re.compile(r"\W*(?:[\"“„「『]|«\w)")
_SIGNED = re.compile(
    r"(?:©|\(c\)|ⓒ|copyright\b).{0,60}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b.{0,20}©|^\W*(?:©|copyright\b)[^.]{0,60}$",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = ("©", "ⓒ", "opyright", "OPYRIGHT", "(c)", "(C)")
_RIGHTS = 120
# What a page speaks of (topics.toml) that it would also say as its furniture.
_TOPICS = {
    "cookies": "cookies",
    "consent-wall": "cookies",
    "script-needed": "scripts",
    "challenge": "scripts",
    "skip-link": "accessibility",
    "back-to-top": "accessibility",
    "comments": "comments",
    "comment-form": "comments",
    "paywall": "paywalls",
    "login": "paywalls",
    "age-gate": "ages",
    "copyright": "copyright",
    "pagination": "pages",
}
# A page speaks of something in so many blocks at least.
_SPEAKS = 2
# What stands in the text of many pages without being quoted.
_OFTEN = ("ad-label",)


class Line(NamedTuple):
    """A block of furniture.

    :param lists: of each of its words or phrases, in order, the lists that it is in.
    :param whole: is there nothing else in the block, or of a notice little?
    :param told: does a phrase stand in it, and not labels alone?
    """

    lists: tuple[frozenset[str], ...]
    whole: bool
    told: bool

    def has(self, name: str) -> bool:
        """Is a word of it in this list?"""
        return any(name in lists for lists in self.lists)


class Furniture(NamedTuple):
    """The furniture of a page.

    :param lines: its lines by their block's index, in order.
    :param of: the lines by the lists of their first words.
    :param first: the first block of its text, and ``last`` the last one.
    :param quoted: lists of which the text quotes lines.
    :param spoken_of: lists whose phrases mean nothing here, because the page speaks of such things.
    """

    lines: Mapping[int, Line]
    of: Mapping[str, Sequence[int]]
    first: int
    last: int
    quoted: frozenset[str]
    spoken_of: frozenset[str]

    def outside(self, index: int) -> bool:
        """Does a block stand before the first paragraph or behind the last?"""
        return index < self.first or index > self.last


@once
def furniture(view: View) -> Furniture:
    """Find the furniture of a page."""
    phrases, said = view.phrases, defaultdict[int, list[tuple[Span, str]]](list)
    for name in _PHRASES:
        if name in phrases:
            for index, spans in phrases[name].items():
                said[index] += [(span, name) for span in spans]
    signed = {block.index for block in view.having(*_SIGNS) if _is_signed(block.text)}
    rows = {block.index for block in view.having(*_BARS)}
    hinted = said.keys() | signed | rows
    lines = {}
    short = [block for block in view.seen if len(block.text) <= _NOTICE]
    for block, begun in zip(short, may_be_each([block.text for block in short]), strict=True):
        if (begun or block.index in hinted) and not _is_quoted(block.text):
            found = sorted(said[block.index]) if block.index in said else ()
            if line := _line(block, begun, found, block.index in signed, block.index in rows, view):
                lines[block.index] = line
    of: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in lines.items():
        for name in line.lists[0]:
            of[name].append(index)
    first, last = _text(view, lines)
    spoken = _spoken_of(view, lines)
    return Furniture(lines, of, first, last, _quotes(view, lines, first, last), spoken)


def _is_quoted(text: str) -> bool:
    """Does a text begin in quotation marks?"""
    return not text[:1].isalnum() and _QUOTED.match(text) is not None


def _line(
    block: Block, begun: bool, found: Sequence[tuple[Span, str]], signed: bool, row: bool, view: View
) -> Line | None:
    """A short block as a line of furniture, if it is one.

    :param begun: does it begin as a label does?
    :param found: the phrases in it, each with its list.
    :param signed: does it have the sign of copyright?
    :param row: does it have a sign that parts entries?
    """
    if signed or (found and _claims_rights(block, [span for span, name in found if name == "copyright"])):
        return Line((frozenset({"copyright"}),), True, True)
    if parts := made_of(block.text) if begun and len(block.text) <= _LINE else ():
        return Line(tuple(label.lists for label in parts), True, bool(found) or "ad-label" in parts[0].lists)
    return (_menu(block.text) if row else None) or (_with_phrases(block, found, view) if found else None)


def _menu(text: str) -> Line | None:
    """A row of entries with signs between them, most of which are labels."""
    if len(entries := _ENTRIES.split(text)) < _FEWEST_ENTRIES:
        return None
    known = [parts for entry in entries if (parts := labels(entry))]
    return Line(tuple(each[0].lists for each in known), True, False) if 5 * len(known) >= 3 * len(entries) else None


def _with_phrases(block: Block, found: Sequence[tuple[Span, str]], view: View) -> Line | None:
    """A block in which phrases stand, as a line: what stands between them must be labels, or the phrases be a notice's."""
    lists: list[frozenset[str]] = []
    whole, at = True, 0
    for (start, end), name in [*found, ((len(block.text), len(block.text)), "")]:
        between = block.text[at:start]
        if any(map(str.isalpha, between)):
            parts = labels(between)
            whole = whole and bool(parts)
            lists += [label.lists for label in parts]
        if name:
            lists.append(frozenset({name}))
        at = max(at, end)
    if whole:
        return Line(tuple(lists), True, True)
    notices = joined(span for span, name in found if name in _NOTICES)
    if not notices:
        return None
    topics = {_TOPICS.get(name) for _, name in found}
    named = [span for topic in topics for span in view.phrases.get(f"topic {topic}", {}).get(block.index, ())]
    share = covered(block.text, joined([*notices, *named]))
    site = block.index in view.phrases.get("site-word", ()) and any(name in _OF_SITES for _, name in found)
    if share >= _COVERED or (begins(block, notices[0]) and (site or share >= _COVERED_FROM_START)):
        return Line(tuple(frozenset({name}) for _, name in found if name in _NOTICES), share >= _COVERED, True)
    return None


def _is_signed(text: str) -> bool:
    """Is a text a short line with a sign of copyright, and a year or nothing else?"""
    return len(text) <= _RIGHTS and _SIGNED.search(text) is not None


def _claims_rights(block: Block, claims: Sequence[Span]) -> bool:
    """Is a block one that begins with words that claim copyright, and says little else?"""
    return bool(claims) and begins(block, claims[0]) and covered(block.text, claims) >= _COVERED


def _text(view: View, lines: Mapping[int, Line]) -> Span:
    """The first and the last block of the text: its sentences, or where it has none what lines of furniture enclose.

    A sentence beyond a row of furniture is furniture that nobody knows.
    """
    first, end = view.content or (0, len(view.blocks))
    blocks = [block for block in view.seen if first <= block.index < end and block.index not in lines]
    text = [block.index for block in blocks if len(block.text) >= _WIDE_SENTENCE and _is_sentence(block)]
    while len(text) > _FEWEST and all(text[-1] - step in lines for step in range(1, _ROW)):
        text.pop()
    while len(text) > _FEWEST and all(text[0] + step in lines for step in range(1, _ROW)):
        text.pop(0)
    if not text:
        return (blocks[0].index, blocks[-1].index) if blocks else (len(view.blocks), -1)
    before = [block.index for block in blocks if block.index < text[0]]
    behind = [block.index for block in blocks if block.index > text[-1]]
    return before[0] if len(before) > _BESIDE else text[0], behind[-1] if len(behind) > _BESIDE else text[-1]


def _is_sentence(block: Block) -> bool:
    """Is a block a paragraph, or a line that ends as a sentence does?"""
    length = len(block.text)
    if length < _SENTENCE and (length < _WIDE_SENTENCE or block.text[length // 2] <= "\u2e80"):
        return False
    return is_paragraph(block) or (_ends_sentence(block.text) and not mostly_linked(block))


def _ends_sentence(text: str) -> bool:
    return text.rstrip().rstrip("\"'”’»)]").endswith(_STOPS)


def _quotes(view: View, lines: Mapping[int, Line], first: int, last: int) -> frozenset[str]:
    """The lists of lines that the page quotes: two of one kind in its text, apart, each in its own words."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for index, line in lines.items():
        block = view.blocks[index]
        if first < index < last and line.told and is_long(block) and index - 1 not in lines:
            for name in line.lists[0].difference(_OFTEN):
                said[_TOPICS.get(name, name)].add(block.text.casefold())
    return frozenset(name for name in _PHRASES if len(said[_TOPICS.get(name, name)]) > 1)


def _spoken_of(view: View, lines: Mapping[int, Line]) -> frozenset[str]:
    """The lists of what the page speaks of in its text, or sets in quotation marks."""
    topics: set[str] = set()
    for name, topic in _TOPICS.items():
        said, named_in = view.phrases.get(name, {}), view.phrases.get(f"topic {topic}", ())
        named = sum(index not in lines and index not in said for index in named_in) if named_in else 0
        if named >= _SPEAKS or any(_is_quoted(view.blocks[index].text) for index in said):
            topics.add(topic)
    return frozenset(name for name, topic in _TOPICS.items() if topic in topics)


def is_long(block: Block) -> bool:
    """Does a line say at length what it is?"""
    letters = "".join(filter(str.isalpha, block.text))
    if letters[-1:] > "\u2e80":
        return len(letters) >= _LONG_WIDE
    return len(letters) >= (_LONG if len(block.text.split()) < _WORDS else _LONG_WORDS)
