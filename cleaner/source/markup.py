"""Where text stands in HTML source, and a copy of the page in which every piece of text is a number.

A parser gives text nodes without offsets, and it moves, merges and drops them (foster parenting, misnested
tags, ignored end tags). So we do not ask where a text node came from: we lex the source into markup
and *chunks* of text, parse a copy in which each chunk is replaced by its own number, and read the
numbers off the tree. Wherever the tree builder puts a chunk, its source span is known exactly, and
each chunk is met at most once. The parser is free to treat the copy as it likes, as long as white
space stays white space and text stays text, since that is all that tree construction looks at.

The grammar is the tokenizer of the HTML Standard, section 13.2.5: tags, comments, bogus comments, raw text
elements and the script element's escaped states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from string import ascii_letters, digits
from typing import NamedTuple

WHITE = "\t\n\f\r "
_EMPTY = WHITE + "\0"  # tree construction drops NULs: a chunk of nothing else is no text

_NAME = rf"[A-Za-z][^{WHITE}/>]*+"
_VALUE = rf"""(?:"[^"]*+"|'[^']*+'|[^{WHITE}>"'][^{WHITE}>]*+|(?=>))"""
_ATTRIBUTE = rf"[^{WHITE}/>][^{WHITE}/>=]*+(?:[{WHITE}]*+=[{WHITE}]*+{_VALUE}|(?![{WHITE}]*+=))"


def _markup(told: str) -> re.Pattern[str]:
    """Any piece of markup. Only tags whose name ``told`` matches are told apart, as group ``tag``."""
    return re.compile(
        rf"""<(?:
            (?:(?P<tag>/?{told})|/?{_NAME})(?:[{WHITE}/]++|{_ATTRIBUTE})*+>
          | (?P<unclosed>/?[A-Za-z])                          # the input ends in this tag: it is dropped
          | !--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))     # a comment
          | (?P<cdata>!\[CDATA\[)
          | [!?][^>]*+>?                                      # doctype, instruction, bogus comment
          | /(?:>|[^A-Za-z>][^>]*+>?)                         # an end tag of nothing
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


# Elements whose content is not markup. Their text is no page text, except where a browser shows it as it stands.
_RAW = frozenset("script style title textarea iframe noembed noframes xmp plaintext".split())
_SHOWN_RAW = frozenset(("xmp", "plaintext"))
_SCRIPT_STEP = re.compile(rf"<!--(?P<empty>-?>)?|-->|<(?P<end>/?)script(?=[{WHITE}/>])", re.IGNORECASE)

# Foreign content: inside SVG and MathML no element is raw and CDATA is text, until an integration point
# leads back to HTML or an HTML element breaks out (sections 13.2.6.5 and 13.2.4.2).
_FOREIGN = frozenset(("svg", "math"))
_INTEGRATION = frozenset("foreignobject desc title annotation-xml mi mo mn ms mtext".split())
_BREAKOUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing "
    "menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)


# A maximal piece of text between markup: start and end in the source, and whether entities stand in it as
# they are. A bare tuple, since a page has thousands.
Chunk = tuple[int, int, bool]


# A chunk's number in two spellings: four letters of sixty-four (16 million numbers), or, where the chunk is
# only white space, spaces and tabs: ten binary digits a word, and as many words as the page's chunks need.
_PAIRS = ["".join(pair) for pair in product(ascii_letters + digits + "-_", repeat=2)]
_PAIR_VALUES = {pair: value for value, pair in enumerate(_PAIRS)}
_BLANKS = ["".join(bits) for bits in product(" \t", repeat=10)]
_BLANK_VALUES = {word: value for value, word in enumerate(_BLANKS)}


class Marked(NamedTuple):
    """The copy to parse and its chunks.

    ``words`` is how many ten-digit words a white-space number has; ``sheets`` are the spans of style sheets.
    """

    copy: str
    chunks: list[Chunk]
    words: int
    sheets: list[tuple[int, int]]

    def numbers(self, data: str) -> Iterator[tuple[int, bool]]:
        """The chunks that a text node of the parsed copy is made of: ``(index into chunks, is white space)``."""
        width = 10 * self.words
        if len(data) == 4:  # nearly always
            yield _PAIR_VALUES[data[:2]] << 12 | _PAIR_VALUES[data[2:]], False
            return
        at = 0
        while at < len(data):
            if data[at] in " \t":
                number = 0
                for word in range(at, at + width, 10):
                    number = number << 10 | _BLANK_VALUES[data[word : word + 10]]
                yield number, True
                at += width
            else:
                yield _PAIR_VALUES[data[at : at + 2]] << 12 | _PAIR_VALUES[data[at + 2 : at + 4]], False
                at += 4


def mark(text: str) -> Marked:
    """Lex a page and number its text.

    :param text: the decoded page; any string at all.
    :returns: the marked copy. Text inside raw elements (script, style, title, …) is left out of it.
    """
    chunks: list[Chunk] = []
    sheets: list[tuple[int, int]] = []
    parts: list[str] = []
    most = text.count("<") + 1
    words = 1 if most <= 1 << 10 else 2 if most <= 1 << 20 else 3
    shifts = range(10 * (words - 1), -1, -10)
    last, stop = 0, len(text)
    for start, end, verbatim, element in _texts(text):
        if end < 0:
            stop = start
            break
        if element == "style":
            sheets.append((start, end))
        shown = not element or element in _SHOWN_RAW
        parts.append(text[last:start])
        last = end
        bare = text[start:end].strip(_EMPTY) if shown else ""
        number = len(chunks)
        if bare:
            parts.append(_PAIRS[number >> 12] + _PAIRS[number & 4095])
        elif shown and text[start:end].strip("\0"):
            parts.extend([_BLANKS[number >> shift & 1023] for shift in shifts])
        else:
            continue
        chunks.append((start, end, verbatim))
    parts.append(text[last:stop])
    return Marked("".join(parts), chunks, words, sheets)


_HTML = _markup(rf"(?:{'|'.join(sorted(_RAW | _FOREIGN))})(?=[{WHITE}/>])")
_ANY = _markup(_NAME)


def _texts(text: str) -> Iterator[tuple[int, int, bool, str]]:
    """All text of the source in order: ``(start, end, verbatim, element)``.

    ``element`` names the raw element that holds the text, if one does. An end of -1: the input stops there.
    """
    foreign: list[str] = []
    position = last = 0
    while True:
        for match in (_ANY if foreign else _HTML).finditer(text, position):
            start, end = match.span()
            if start > last:
                yield last, start, False, ""
            last = end
            told = match.lastgroup
            if told is None or (told == "cdata" and not foreign):
                continue
            if told == "unclosed":
                yield start, -1, False, ""
                return
            position = end
            if told == "cdata":
                if foreign[-1] not in _FOREIGN:
                    continue
                position = _find(text, "]]>", start)
                yield start + 9, max(start + 9, position), True, ""
                position = last = min(position + 3, len(text))
                break
            name = match[1].lower()
            closed = text[end - 2] == "/"
            if foreign:
                _track(foreign, name, closed)
                if not foreign:
                    break
                if foreign[-1] in _FOREIGN:
                    continue
            elif name in _FOREIGN:
                if closed:
                    continue
                foreign.append(name)
                break
            if name in _RAW:
                position = _raw_end(text, end, name)
                if position > end:
                    yield end, position, True, name
                last = position
                break
        else:
            break
    if last < len(text):
        yield last, len(text), False, ""


def _track(foreign: list[str], name: str, self_closing: bool) -> None:
    """Follow one tag through the open foreign elements and integration points (innermost last)."""
    if name[0] == "/":
        if name[1:] in foreign:
            del foreign[foreign.index(name[1:]) :]
    elif foreign[-1] in _FOREIGN:
        if name in _BREAKOUT:
            while foreign and foreign[-1] in _FOREIGN:
                foreign.pop()
        elif not self_closing and (name in _INTEGRATION or name in _FOREIGN):
            foreign.append(name)
    elif name in _FOREIGN and not self_closing:
        foreign.append(name)


def _find(text: str, needle: str, start: int) -> int:
    found = text.find(needle, start)
    return len(text) if found < 0 else found


_RAW_ENDS = {name: re.compile(rf"</{name}(?=[{WHITE}/>])", re.IGNORECASE) for name in _RAW}


def _raw_end(text: str, start: int, name: str) -> int:
    """Where the content of a raw element that begins at ``start`` ends: at its end tag, or with the input."""
    if name == "plaintext":
        return len(text)
    match = _RAW_ENDS[name].search(text, start)
    end = match.start() if match else len(text)
    if name != "script" or text.find("<!--", start, end) < 0:
        return end
    escaped = nested = False
    for step in _SCRIPT_STEP.finditer(text, start):
        if step[0].startswith("<!--"):
            escaped = escaped or not step["empty"]
        elif step[0] == "-->":
            escaped = nested = False
        elif not step["end"]:
            nested = nested or escaped
        elif nested:
            nested = False
        else:
            return step.start()
    return len(text)
