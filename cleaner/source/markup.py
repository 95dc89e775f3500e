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

from turbohtml import Namespace, parse

WHITE = "\t\n\f\r "
_EMPTY = WHITE + "\0"  # tree construction drops NULs: a chunk of nothing else is no text
# To tree construction a reference to white space is white space.
BLANK = r"&(?:Tab;|NewLine;|#0*(?:9|1[023]|32)(?![0-9]);?|#[xX]0*(?:[9aAcCdD]|20)(?![0-9a-fA-F]);?)"
_ALL_BLANK = re.compile(rf"(?:[{_EMPTY}]|{BLANK})*+")

_NAME = rf"[A-Za-z][^{WHITE}/>]*+"
_VALUE = rf"""(?:"[^"]*+"|'[^']*+'|[^{WHITE}>"'][^{WHITE}>]*+|(?=>))"""
_ATTRIBUTE = rf"[^{WHITE}/>][^{WHITE}/>=]*+(?:[{WHITE}]*+=[{WHITE}]*+{_VALUE}|(?![{WHITE}]*+=))"


def _markup(told: str, between: str) -> re.Pattern[str]:
    """Any markup. Only tags whose name ``told`` matches are told apart, as group ``tag``, each a match of its own.

    Other tags and comments are one match as long as only ``between`` stands between them.
    """
    comment = r"!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    inside = rf"(?:[{WHITE}/]++|{_ATTRIBUTE})*+>"
    untold = rf"(?:/?(?!{told}){_NAME}{inside}|{comment})"
    return re.compile(
        rf"""<(?:
            {untold}(?:{between}<{untold})*+
          | (?P<tag>/?{told}){inside}
          | (?P<unclosed>/?[A-Za-z])                          # the input ends in this tag: it is dropped
          | (?P<cdata>(?-i:!\[CDATA\[))[^>]*+>?               # in HTML a bogus comment
          | [!?][^>]*+>?                                      # doctype, instruction, bogus comment
          | /(?:>|[^A-Za-z>][^>]*+>?)                         # an end tag of nothing
        )""",
        re.VERBOSE | re.IGNORECASE | re.ASCII,
    )


# Elements whose content is not markup. Their text is no page text, except where a browser shows it as it stands.
_RAW = frozenset("script style title textarea iframe noembed noframes xmp plaintext".split())
_SHOWN_RAW = frozenset(("xmp", "plaintext"))
_SCRIPT_STEP = re.compile(rf"<!--(?P<empty>-?>)?|-->|<(?P<end>/?)script(?=[{WHITE}/>])", re.IGNORECASE | re.ASCII)

# The parser's events leave shadow roots out: one that is declared is made a template of another attribute.
_SHADOW = re.compile("(?<=shadowroot)mode", re.IGNORECASE | re.ASCII)

# Foreign content: inside SVG and MathML no element is raw and CDATA is text, until an integration point leads
# back to HTML or an HTML element breaks out (section 13.2.6.5). As long as nothing stands there that depends
# on what is open around it, the lexer knows where it is; after that it asks the parser.
_FOREIGN = frozenset(("svg", "math"))
_INTEGRATION = frozenset("foreignobject desc title annotation-xml mi mo mn ms mtext".split())
_BREAKOUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
    "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var /p /br".split()
)
_DOUBTFUL = frozenset("font textarea iframe noembed noframes xmp plaintext".split())
_PATIENCE = 16  # how many times the length of the page may be parsed to find out where we are


# A maximal piece of text between markup: start and end in the source, and whether entities stand in it as
# they are. A bare tuple, since a page has thousands.
Chunk = tuple[int, int, bool]


# A chunk's number in two spellings: four letters of sixty-four (16 million numbers), or, where the chunk is
# only white space, spaces and tabs: ten binary digits a word, and as many words as the page's chunks need.
_PAIRS = ["".join(pair) for pair in product(ascii_letters + digits + "-_", repeat=2)]
_PAIR_VALUES = {pair: value for value, pair in enumerate(_PAIRS)}
_BLANKS = ["".join(bits) for bits in product(" \t", repeat=10)]
_BLANK_VALUES = {word: value for value, word in enumerate(_BLANKS)}
# White space needs no number where none is kept: on the nine pages of ten that have no such element.
_KEEPS_WHITE = re.compile(r"<(?:pre|listing)", re.IGNORECASE | re.ASCII)
_NUMBERS = [
    re.compile(pattern) for pattern in (rf"[{WHITE}]+|[\w-]{{4}}", *(rf"\s{{{n}0}}|[\w-]{{4}}" for n in (1, 2, 3)))
]


class Marked(NamedTuple):
    """The copy to parse and its chunks.

    ``words`` is how many ten-digit words a white-space number has, 0 if white space stands for itself;
    ``sheets`` are the spans of style sheets, ``scripts`` those of scripts that are code and not data.
    """

    copy: str
    chunks: list[Chunk]
    words: int
    sheets: list[tuple[int, int]]
    scripts: list[tuple[int, int]]

    def numbers(self, data: str) -> Iterator[tuple[int, bool]]:
        """What a text node of the parsed copy is made of: ``(index into chunks, is white space)``.

        The index is -1 for white space without a number.
        """
        for piece in _NUMBERS[self.words].findall(data):
            if piece[0] not in WHITE:
                yield number(piece), False
            elif self.words:
                value = 0
                for word in range(0, len(piece), 10):
                    value = value << 10 | _BLANK_VALUES[piece[word : word + 10]]
                yield value, True
            else:
                yield -1, True


def number(letters: str) -> int:
    """The chunk that four letters stand for."""
    return _PAIR_VALUES[letters[:2]] << 12 | _PAIR_VALUES[letters[2:]]


def mark(text: str) -> Marked:
    """Lex a page and number its text.

    :param text: the decoded page; any string at all.
    :returns: the marked copy. Text inside raw elements (script, style, title, …) is left out of it.
    """
    chunks: list[Chunk] = []
    sheets: list[tuple[int, int]] = []
    scripts: list[tuple[int, int]] = []
    parts: list[str] = []
    words = 0
    if _KEEPS_WHITE.search(text) or "\0" in text:
        most = text.count("<") + 1
        words = 1 if most <= 1 << 10 else 2 if most <= 1 << 20 else 3
    shifts = range(10 * (words - 1), -1, -10)
    last, stop = 0, len(text)
    for start, end, verbatim, element in _texts(text, white=words > 0):
        if end < 0:
            stop = start
            break
        if element and element not in _SHOWN_RAW:
            word = ""
            if element == "style":
                sheets.append((start, end))
            elif element == "script" and "json" not in text[text.rfind("<", 0, start) : start]:
                scripts.append((start, end))
        else:
            place = len(chunks)
            bare = text[start:end].strip(_EMPTY)
            if bare and (bare[0] != "&" or verbatim or not _ALL_BLANK.fullmatch(bare)):
                word = _PAIRS[place >> 12] + _PAIRS[place & 4095]
            elif not words or not text[start:end].strip("\0"):
                continue  # stands for itself
            else:
                word = "".join([_BLANKS[place >> shift & 1023] for shift in shifts])
            chunks.append((start, end, verbatim))
        parts += (text[last:start], word)
        last = end
    parts.append(text[last:stop])
    return Marked("".join(parts), chunks, words, sheets, scripts)


_TOLD = (
    r"(?:iframe|math|no(?:embed|frames)|plaintext|s(?:cript|tyle|vg)|t(?:emplate|extarea|itle)|xmp)"  # few first letters
    rf"(?=[{WHITE}/>])"
)
_HTML = {False: _markup(_TOLD, rf"[{WHITE}]*+"), True: _markup(_TOLD, "")}  # by whether white space is asked for
_ANY = _markup(_NAME, "")
_SELF_CLOSING = re.compile(rf"<{_NAME}(?:[{WHITE}]++|/(?!>)|{_ATTRIBUTE})*+/>", re.ASCII)


def _texts(text: str, white: bool) -> Iterator[tuple[int, int, bool, str]]:
    """All text of the source in order: ``(start, end, verbatim, element)``; without ``white`` only what has more.

    ``element`` names the raw element that holds the text, if one does. What must not reach the parser is told as the
    text of a ``comment`` or an ``attribute``. An end of -1: the input stops there.
    """
    foreign: list[str] = []  # the open elements from the svg or math element on
    parser: _Parser | None = None  # whom to ask, once we are lost
    html = _HTML[white]
    position = last = 0
    while True:
        for match in (_ANY if foreign else html).finditer(text, position):
            start, end = match.span()
            if start > last and (white or not text[last:start].isspace()):
                yield last, start, False, ""
            last = end
            told = match.lastgroup
            if told is None:
                continue
            if told == "unclosed":
                yield start, -1, False, ""
                return
            if told == "cdata":
                if foreign or (parser and parser.place(start)[1]):
                    end = _find(text, "]]>", start)
                    yield start + 9, max(start + 9, end), True, ""
                    position = last = min(end + 3, len(text))
                    break
                if parser:  # not certain beyond its patience
                    yield start, end, True, "comment"
                continue
            name = match[1].lower() if match[1].isascii() else match[1]
            if foreign:
                if not _follow(foreign, name, text, start):
                    foreign = []
                    parser = parser or _Parser(text)
                    position = last = start
                    break
                if not foreign:
                    position = end
                    break
            elif name in _FOREIGN:
                if not _SELF_CLOSING.match(text, start, end):
                    foreign.append(name)
                    position = end
                    break
            elif name in _RAW:
                if parser:
                    is_foreign, _, enclosed = parser.place(start)
                    if is_foreign:
                        continue
                    parser = parser if enclosed else None
                position = last = _raw_end(text, end, name)
                if position > end:
                    yield end, position, True, name
                break
            elif name == "template" and (shadow := _SHADOW.search(text, start, end)):
                yield *shadow.span(), True, "attribute"
        else:
            break
    if last < len(text):
        yield last, len(text), False, ""


def _follow(foreign: list[str], name: str, text: str, start: int) -> bool:
    """Open or close foreign elements as a tag says, if it is certain that the parser does the same."""
    if name[0] == "/" and name not in _BREAKOUT:
        while foreign:
            if foreign.pop() == name[1:]:
                return True
        return False
    if foreign[-1] in _INTEGRATION or name in _DOUBTFUL:
        return False
    if name in _BREAKOUT:
        foreign.clear()
    elif not _SELF_CLOSING.match(text, start):
        foreign.append(name)
    return True


class _Parser:
    """Says what an offset of the source is to the parser: exactly, at the price of parsing all before it."""

    def __init__(self, text: str) -> None:
        self._text = _SHADOW.sub("less", text)  # what is in a shadow root cannot be selected
        self._patience = _PATIENCE * len(text)
        self._key = "kkkk"
        while self._key in text:
            self._key *= 2

    def place(self, offset: int) -> tuple[bool, bool, bool]:
        """Is a tag here foreign, does it stand in a foreign element, and in or deep inside one?

        Unknown places (impatience, framesets, shadow roots) are called HTML within a foreign element: that
        way the lexer and the parser still agree on the copy, if not on the page.
        """
        self._patience -= offset
        if self._patience >= 0:
            probe = parse(f"{self._text[:offset]}<title {self._key}>").select_one(f"[{self._key}]")
            if probe and probe.parent:
                above = [getattr(each, "namespace", Namespace.HTML) is not Namespace.HTML for each in probe.ancestors]
                return probe.namespace is not Namespace.HTML, above[0], any(above)
        return False, False, True


def _find(text: str, needle: str, start: int) -> int:
    found = text.find(needle, start)
    return len(text) if found < 0 else found


_RAW_ENDS = {name: re.compile(rf"</{name}(?=[{WHITE}/>])", re.IGNORECASE | re.ASCII) for name in _RAW}


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
        if step["empty"] or step[0] == "-->":
            escaped = nested = False
        elif step[0] == "<!--":
            escaped = True
        elif not step["end"]:
            nested = nested or escaped
        elif nested:
            nested = False
        else:
            return step.start()
    return len(text)
