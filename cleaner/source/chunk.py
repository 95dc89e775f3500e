"""What a chunk of source shows a reader: references decoded, white space folded, what nobody sees gone; and by which runs."""

from __future__ import annotations

import html
import re
from html.entities import html5

from cleaner.source.markup import BLANK, WHITE, Chunk

# What in a chunk does not stand for itself, by whether white space is kept and whether references stand as they
# are. White space is folded, together with references to it. NULs are dropped, and soft hyphens: they show only where a line
# breaks, and whoever searches for the word does not find it with them.
_DROPPED = "\0\u00ad"
_REFERENCE = r"(?P<reference>&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{1,31};?))"
# Two and more, told so that a run of ten million takes no memory for each.
_SPACE = rf"(?=(?:[{WHITE}{_DROPPED}]|{BLANK}){{2}})(?:[{WHITE}{_DROPPED}]++|{BLANK})++"
_SPECIAL = {
    (False, False): re.compile(rf"{_SPACE}|[{_DROPPED}]|{BLANK}|{_REFERENCE}"),
    (False, True): re.compile(rf"[{WHITE}{_DROPPED}]{{2,}}|[{_DROPPED}]"),
    (True, False): re.compile(rf"[{_DROPPED}]|\r\n?|{_REFERENCE}"),
    (True, True): re.compile(rf"[{_DROPPED}]|\r\n?"),
}
_ZEROS = re.compile(r"(?<=[#xX])0+(?=[0-9a-fA-F])")

# A run in the text of one chunk: start and end there, start and end in the source. A bare tuple, as a page has thousands.
Part = tuple[int, int, int, int]


def content(source: str, chunk: Chunk, pre: bool) -> tuple[bool, str, bool, list[Part]]:
    """A chunk as a reader sees it: whether white space stands before it, its text, whether it stands behind it, its runs.

    :param source: the page.
    :param chunk: which piece of it.
    :param pre: is white space kept? It is then part of the text, and none stands around.
    """
    start, end, verbatim = chunk
    raw = flat = source[start:end]
    before = after = False
    if pre:
        plain = "\r" not in raw
    else:
        flat = raw.strip(WHITE)
        if len(flat) < len(raw):
            bare = raw.lstrip(WHITE)
            before, after, start = len(bare) < len(raw), len(flat) < len(bare), end - len(bare)
            raw = flat
        if not raw.isprintable():
            flat = raw.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
        plain = "  " not in flat
    if plain and "&" not in raw and "\0" not in raw and (raw.isascii() or "\u00ad" not in raw):
        return before, flat, after, [(0, len(flat), start, start + len(flat))]
    parts: list[str] = []
    runs: list[Part] = []
    length = at = 0
    for match in _SPECIAL[pre, verbatim].finditer(raw):
        low, high = match.span()
        if match.lastgroup:
            shown, high = _reference(match[0], low)
            if high == low:
                continue
            if shown in _DROPPED:
                shown = ""
        elif not match[0].strip(_DROPPED):
            shown = ""
        elif pre:
            shown = "\n"
        elif low == at and not length:
            before, shown = True, ""
        elif high == len(raw):
            after, shown = True, ""
        else:
            shown = " "
        if low > at:
            parts.append(flat[at:low])
            runs.append((length, length + low - at, start + at, start + low))
            length += low - at
        if shown:
            parts.append(shown)
            runs.append((length, length + len(shown), start + low, start + high))
            length += len(shown)
        at = high
    if len(raw) > at:
        parts.append(flat[at:])
        runs.append((length, length + len(raw) - at, start + at, start + len(raw)))
    return before, "".join(parts), after, runs


def _reference(token: str, at: int) -> tuple[str, int]:
    """What a character reference stands for and where it ends, given where it begins.

    A prefix may be the reference: ``&notit;`` is ``¬it;``. What is no reference ends where it begins.
    """
    if token[1] == "#":
        # Python refuses to convert thousands of digits. Nothing with more than seven is a character.
        short = token if len(token) < 12 else _ZEROS.sub("", token)
        return html.unescape(short) if len(short) < 12 else "\ufffd", at + len(token)
    for end in range(len(token), 2, -1):
        if shown := html5.get(token[1:end]):
            return shown, at + end
    return "", at
