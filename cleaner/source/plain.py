"""Plain text, as somebody else extracted it from a page, → blocks with exact source spans.

A block is a line, with two exceptions: the lines of a paragraph that was wrapped at a fixed column are one
block, and so are the lines of a piece of Markdown code. Verse, addresses, chats, lists and tables keep
a block for every line. Only where there are more lines than anybody has written are several of them a block.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cleaner.model import Block, Flags, Run
from cleaner.source.wrapping import ATX, MARKER, Line, columns, is_ideographic, wrapped

# Lines end where str.splitlines ends them. Form feed and U+2029 end a paragraph as well.
_PARAGRAPH_ENDS = frozenset("\x0c\u2029")
# Markdown takes text set in by four columns for code.
_CODE_INDENT = 4
# Of more lines several are a block: what is done for each block costs some 50 µs and 5 kB. A long novel has a third.
MOST_LINES = 50_000
# Longer lines are no rows of a table.
_LONGEST_ROW = 1000

_FENCE = re.compile(r"(`{3,})[^`]*")
_GAP = re.compile(r"(?<![.!?]) {2,}")
_BLANKS = re.compile(r"[ \t]{2,}")

_CODE = Flags(pre=True)
_HEADINGS = tuple(Flags(heading=level) for level in range(7))

_Piece = tuple[str, int, int]
"""Some text of a block, and the source span it stands for."""


def segment(text: str) -> tuple[Block, ...]:
    """The blocks of a page of plain text, in the order of the source; none if it is all white space.

    ``text`` is ``Page.text``; spans are code points of it. Every character but white space and NUL is
    covered by exactly one run of exactly one block. Block text is stripped, and blanks in it are folded:
    two or more spaces become one, or a tab where they part the cells of an aligned table; the end of a
    wrapped line becomes a space, or nothing between East Asian characters. Code (``flags.pre``) is as in
    the source from its indentation on, with ``\\n`` for every line end. NUL is in no text and no run. The
    marks of Markdown stay; ``flags.heading`` is the level of an ATX heading. Raises nothing.
    """
    if "\0" in text:
        return _segment_with_nul(text)
    lines = _lines(text)
    if len(lines) > MOST_LINES:
        return tuple(_gathered(text, lines))
    code = _code(text, lines)
    rows = _rows(lines) if "  " in text else set()
    joined = wrapped(lines, rows.union(*(range(first, last + 1) for first, last in code.items())))
    blocks: list[Block] = []
    number = 0
    while number < len(lines):
        line, last = lines[number], code.get(number, number)
        if number in code:
            blocks.append(_block(len(blocks), _code_pieces(text, line, lines[last]), _CODE))
        elif number in joined or "  " in line.body or "\t" in line.body:
            while last in joined:
                last += 1
            blocks.append(_block(len(blocks), _prose_pieces(lines, number, last, rows), _heading(line.body)))
        else:
            # The common line, made without ado: there may be a million of them.
            runs = (Run((0, len(line.body)), (line.start, line.stop)),)
            blocks.append(Block(len(blocks), line.body, runs, flags=_heading(line.body)))
        number = last + 1
    return tuple(blocks)


def _gathered(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    """So many lines to a block that there are not more than :data:`MOST_LINES` blocks."""
    each = -(-len(lines) // MOST_LINES)
    for index, first in enumerate(range(0, len(lines), each)):
        group = lines[first : first + each]
        start, stop = group[0].start, group[-1].stop
        whole = text[start:stop]
        if whole == "\n".join([line.body for line in group]) and not _BLANKS.search(whole):
            yield Block(index, whole, (Run((0, stop - start), (start, stop)),))
        else:
            yield _block(index, _gathered_pieces(group), _HEADINGS[0])


def _gathered_pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    before: Line | None = None
    for line in lines:
        if before:
            yield "\n\n" if line.fresh else "\n", before.stop, line.start
        yield from _folded(line, " ")
        before = line


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    position, fresh = 0, True
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            lead = len(raw) - len(raw.lstrip())
            lines.append(Line(body, position + lead, lead, columns(raw[:lead]) if lead else 0, fresh))
            fresh = raw[-1] in _PARAGRAPH_ENDS
        else:
            fresh = True
        position += len(raw)
    return lines


def _heading(body: str) -> Flags:
    found = ATX.match(body)
    return _HEADINGS[len(found[1]) if found else 0]


def _code(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """First → last line number of each piece of Markdown code: fenced, or set in on a page of Markdown.

    Three stray marks without their end are no fence: they must not make code of the rest of a page.
    """
    fences = _fences(lines) if "```" in text else {}
    if not fences and not ("#" in text and any(ATX.match(line.body) for line in lines)):
        return {}
    code: dict[int, int] = {}
    number, listed = 0, False
    while number < len(lines):
        line, last = lines[number], number
        if number in fences:
            last = code[number] = fences[number]
        elif line.indent < _CODE_INDENT:
            # Text set in under a list item goes on with the item.
            listed = bool(MARKER.match(line.body)) or (listed and (line.indent > 0 or not line.fresh))
        elif line.fresh and not listed:
            while last + 1 < len(lines) and lines[last + 1].indent >= _CODE_INDENT and last + 1 not in fences:
                last += 1
            code[number] = last
        number = last + 1
    return code


def _fences(lines: Sequence[Line]) -> dict[int, int]:
    """Opening → closing line number: the next line that is the fence's marks and nothing else."""
    fences: dict[int, int] = {}
    closing: dict[str, int] = {}
    for number in range(len(lines) - 1, -1, -1):
        body = lines[number].body
        found = _FENCE.fullmatch(body) if body.startswith("```") else None
        if found:
            if found[1] in closing:
                fences[number] = closing[found[1]]
            if found[1] == body:
                closing[body] = number
    return fences


def _prose_pieces(lines: Sequence[Line], first: int, last: int, rows: Collection[int]) -> Iterator[_Piece]:
    for number in range(first, last + 1):
        line = lines[number]
        if number > first:
            before = lines[number - 1]
            if not (is_ideographic(before.body[-1]) and is_ideographic(line.body[0])):
                yield " ", before.stop, line.start
        if "  " in line.body or "\t" in line.body:
            yield from _folded(line, "\t" if number in rows else " ")
        else:
            yield line.body, line.start, line.stop


def _rows(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines that part their words at the same columns as the line before or after them.

    Justified prose has gaps too, but shares half of them, one of three blanks among them, by chance.
    """
    rows: set[int] = set()
    before: dict[int, int] = {}
    for number, line in enumerate(lines):
        gaps: dict[int, int] = {}
        if "  " in line.body and len(line.body) <= _LONGEST_ROW:
            gaps = {line.indent + gap.end(): gap.end() - gap.start() for gap in _GAP.finditer(line.body)}
        shared = gaps.keys() & before.keys() if gaps and before and not line.fresh else ()
        if 2 * len(shared) >= max(len(gaps), len(before), 1) and (
            len(shared) == len(gaps) == len(before) or any(max(gaps[each], before[each]) > 2 for each in shared)
        ):
            rows.update((number - 1, number))
        before = gaps
    return rows


def _folded(line: Line, blank: str) -> Iterator[_Piece]:
    """A line with its gaps folded. Tabs alone stay: two of them in a table are an empty cell."""
    done = 0
    for gap in _BLANKS.finditer(line.body):
        low, high = gap.span()
        yield line.body[done:low], line.start + done, line.start + low
        kept = blank if "\t" not in gap[0] else gap[0] if " " not in gap[0] else "\t"
        yield kept, line.start + low, line.start + high
        done = high
    yield line.body[done:], line.start + done, line.stop


def _code_pieces(text: str, first: Line, last: Line) -> Iterator[_Piece]:
    position = first.start - first.lead
    for raw in text[position : last.stop].splitlines(keepends=True):
        end = position + len(raw)
        body = raw.splitlines()[0]
        yield body, position, position + len(body)
        if len(body) < len(raw):
            yield "\n", position + len(body), end
        position = end


def _block(index: int, pieces: Iterator[_Piece], flags: Flags) -> Block:
    """A block of these pieces. Such as map character by character and touch in the source share a run."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    mergeable = False
    for text, start, stop in pieces:
        if not text:
            continue
        texts.append(text)
        even = len(text) == stop - start
        if mergeable and even and runs[-1].source[1] == start:
            runs[-1] = Run((runs[-1].text[0], length + len(text)), (runs[-1].source[0], stop))
        else:
            runs.append(Run((length, length + len(text)), (start, stop)))
        mergeable = even
        length += len(text)
    return Block(index, "".join(texts), tuple(runs), flags=flags)


def _segment_with_nul(text: str) -> tuple[Block, ...]:
    """The blocks of the page without its NULs, their runs moved back and cut at every NUL."""
    starts: list[int] = []
    shifts = [0]
    for found in re.finditer("\0+", text):
        starts.append(found.start() - shifts[-1])
        shifts.append(shifts[-1] + len(found[0]))
    blocks = segment(text.replace("\0", ""))
    return tuple(replace(block, runs=tuple(_moved(block.runs, starts, shifts))) for block in blocks)


def _moved(runs: Sequence[Run], starts: Sequence[int], shifts: Sequence[int]) -> Iterator[Run]:
    """Runs as they lie on the page with NULs: ``shifts[i]`` of them stand before character ``starts[i]``."""
    for (text_start, text_end), (start, stop) in runs:
        even = text_end - text_start == stop - start
        first, last = bisect_right(starts, start), bisect_left(starts, stop)
        cuts = [start, *starts[first:last], stop]
        for shift, low, high in zip(shifts[first:], cuts, cuts[1:], strict=False):
            source = (low + shift, high + shift)
            if not even:
                # White space needs no run: what stands before the NUL answers for all of it.
                yield Run((text_start, text_end), source)
                break
            yield Run((text_start + low - start, text_start + high - start), source)
