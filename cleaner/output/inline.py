"""Markdown of a line of text: escapes, links, emphasis, code and images.

The rules for what a mark means are those of CommonMark 0.31 with GitHub's tables and strikethrough. A mark
that would not be read as one where it stands (``**`` between a letter and a quotation mark, say) is left out:
better no emphasis than stray asterisks in an author's sentence.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter
from string import punctuation

from cleaner.model import Inline

# Characters that mean something to Markdown anywhere in a line; "_" inside a word means nothing.
_SPECIAL = re.compile(r"[\\`*\[\]~|]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?[0-9A-Za-z]{1,32};)")
# Beginnings of a line that make it a heading, list item, quote, underline, rule or the second row of a table.
_LINE_START = re.compile(
    r"\A(?:(?:#{1,6}|[-+])(?=\s|$)|>|=+(?=\s*$)|[-|:](?=[-|:\s]*$)|(?P<number>\d{1,9})[.)](?=\s|$))"
)
_BACKTICKS = re.compile(r"`+")
_WORDS = re.compile(r"\S+")
_TO_SPACES = str.maketrans(dict.fromkeys("\t\r\v\f", " "))

# What would end an address early, or be read before it.
_UNSAFE = re.compile(r"[ \x00-\x1f\x7f<>()\\`|]")
_IGNORED_IN_ADDRESS = str.maketrans(dict.fromkeys("\t\n\r"))  # URL Standard, section 4.4
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]{1,32};)")
# Addresses that run a program or hold a file instead of naming one; renderers refuse them.
_NO_ADDRESS = ("javascript:", "vbscript:", "data:", "file:")

_RANK = {"link": 0, "strong": 1, "em": 2, "code": 3}  # which is set outside where two have one range

# A mark's range in the text, its kind, and where a link goes.
_Mark = tuple[int, int, str, str]


def marked(text: str, inlines: Iterable[Inline], *, flat: bool = False, cell: bool = False) -> str:
    """Text as inline Markdown.

    :param text: text without white space at its edges and without blank lines.
    :param inlines: what its ranges mean. They nest; what lies outside the text is cut off.
    :param flat: set newlines as spaces; otherwise as hard line breaks (a backslash, a newline).
    :param cell: it will stand in a table, where ``|`` parts cells.
    :returns: Markdown that shows ``text``. As lines of a paragraph it needs :func:`lines`.
    """
    inlines = list(inlines)
    text = text.translate(_TO_SPACES)
    if flat:
        text = text.replace("\n", " ")
    out = ["\\\n" if character == "\n" else character for character in text]
    for found in _SPECIAL.finditer(text):
        if cell or found[0] != "|":
            out[found.start()] = "\\" + found[0]
    images = [inline for inline in inlines if inline.kind == "image" and 0 <= inline.range[0] <= len(text)]
    marks = _nested(text, inlines)
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    innermost = [{mark[edge]: index for index, mark in enumerate(marks)} for edge in (0, 1)]
    ended: set[tuple[bool, int]] = set()  # is it code, and where it ended
    for index, (start, end, kind, target) in enumerate(marks):
        if kind != "link" and (kind == "code", start) in ended:
            continue  # "**a***b*" could be read in several ways, and so could "`a``b`"
        if kind == "code":
            ended.add((True, end))
            code = _code(text[start:end].replace("\n", " "))
            out[start:end] = [code.replace("|", "\\|") if cell else code] + [""] * (end - start - 1)
            continue
        if kind == "link":
            before, after = "[", f"]({target})"
        else:
            alone = innermost[0][start] == index, innermost[1][end] == index
            before = after = _delimiter(text, start, end, kind, alone)
            if before:
                ended.add((False, end))
        opening[start] = opening.get(start, "") + before
        closing[end] = after + closing.get(end, "")
    for image in images:
        at = image.range[0]
        address = _address(image.target)
        if address and not any(start < at < end for start, end, kind, _ in marks if kind == "code"):
            label = marked(" ".join((image.label or "").split()), (), cell=cell)
            # Set apart from the words around it: the white space there has a place of its own in the text, or
            # none.
            lead = " " * (at > 0 and not text[at - 1].isspace())
            tail = " " * (at < len(text) and not text[at].isspace())
            opening[at] = f"{lead}![{label}]({address}){tail}" + opening.get(at, "")
    return _joined(out, opening, closing)


def lines(markdown: str) -> list[str]:
    """The lines of a paragraph, escaped where one would begin something else: a list, a quote, a rule …"""
    return [_LINE_START.sub(_escape_start, line.strip()) for line in markdown.split("\n")]


def _escape_start(found: re.Match[str]) -> str:
    number = found["number"] or ""
    return f"{number}\\{found[0][len(number) :]}"


def _joined(out: list[str], opening: dict[int, str], closing: dict[int, str]) -> str:
    """The characters with the marks between them, kept from being read together with a neighbour."""
    out.append("")
    for at in sorted(opening.keys() | closing.keys(), reverse=True):
        before, after = closing.get(at, ""), opening.get(at, "")
        if not before and not after:
            continue
        if at and (out[at - 1] == "_" or (out[at - 1] == "!" and after[:1] == "[")):
            out[at - 1] = "\\" + out[at - 1]
        if out[at] == "_":
            out[at] = "\\_"
        out[at] = before + after + out[at]
    return "".join(out)


def _nested(text: str, inlines: Iterable[Inline]) -> list[_Mark]:
    """Links, emphasis and code of a text, outer before inner: no kind inside itself, nothing inside code.

    White space at their edges is left outside; touching ones of a kind are made one.
    """
    words = [word.span() for word in _WORDS.finditer(text)]
    found: list[_Mark] = []
    for kind, (start, end), target, _ in inlines:
        address = _address(target) if kind == "link" else ""
        first = bisect_right(words, start, key=itemgetter(1))
        last = bisect_left(words, end, key=itemgetter(0)) - 1
        if kind in _RANK and first <= last and (kind != "link" or address):
            found.append((max(start, words[first][0]), min(end, words[last][1]), kind, address))
    found.sort(key=lambda mark: (mark[0], -mark[1], _RANK[mark[2]]))
    marks: list[_Mark] = []
    around: list[int] = []  # the marks that are open here, as indices, outer first
    for start, end, format, address in found:
        closed = -1
        while around and marks[around[-1]][1] <= start:
            closed = around.pop()
        kinds = {marks[index][2] for index in around}
        if format in kinds or "code" in kinds:
            continue
        if around:
            end = min(end, marks[around[-1]][1])
        if closed >= 0 and marks[closed][1:] == (start, format, address):
            marks[closed] = (marks[closed][0], end, format, address)
            around.append(closed)
        else:
            around.append(len(marks))
            marks.append((start, end, format, address))
    return marks


def _delimiter(text: str, start: int, end: int, kind: str, alone: tuple[bool, bool]) -> str:
    """The delimiter that opens and closes emphasis over this range, empty if none would.

    ``alone``: does no other mark begin, or end, at the same place inside it? For the conditions see the
    flanking rules of CommonMark (section 6.2).
    """
    before = _parts(text[start - 1]) if start else True
    after = _parts(text[end]) if end < len(text) else True
    opens = before or (alone[0] and _in_word(text[start]))
    closes = after or (alone[1] and _in_word(text[end - 1]))
    if not (opens and closes):
        return ""
    if kind == "strong":
        return "**"
    return "_" if before and after else "*"


def _in_word(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character)[0] not in "PS" and character not in punctuation


def _parts(character: str) -> bool:
    """Is this white space or punctuation, in every version of CommonMark?"""
    category = unicodedata.category(character)
    return category == "Zs" or category[0] == "P" or character == "\n" or character in punctuation


def _code(code: str) -> str:
    longest = max(map(len, _BACKTICKS.findall(code)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if code[0] == "`" or code[-1] == "`" else ""
    return f"{fence}{pad}{code}{pad}{fence}"


def _address(target: str | None) -> str:
    """A link's or image's address as it may stand in Markdown; empty if there is none to go to."""
    address = (target or "").translate(_IGNORED_IN_ADDRESS).strip()
    if address.lower().lstrip("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f ").startswith(_NO_ADDRESS):
        return ""
    address = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", address)
    return _ENTITY.sub(r"\\&", address)
