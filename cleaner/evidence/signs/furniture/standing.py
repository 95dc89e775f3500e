"""Which lines of furniture may go: by their kind, by where they stand, and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.registry import Need
from cleaner.evidence.signs.edges import paragraphs
from cleaner.evidence.signs.furniture import Furniture, Line, furniture, is_long
from cleaner.evidence.signs.furniture.labels import labels
from cleaner.evidence.signs.titled import declared
from cleaner.evidence.text import BLANKS, folded, mostly_linked
from cleaner.evidence.view import View
from cleaner.model import Block

# An entry of a menu is short (characters), a menu a row of four or more, most of whose entries are known.
_ENTRY, _ROW = 36, 4
_SENTENCE_ENDS = (".", "!", "?", ";", ",", ":", "…", "。", "！", "？", "；", "，", "、", "：")
_STEP = re.compile(rf"{BLANKS}[>»›→＞≫]\s*|(?<!\s)\s+[/|·•-]\s+")
_STEP_SIGN = re.compile(r"[>»›→＞≫/|·•-]")
# A trail has few steps, none longer than a headline (characters).
_STEPS, _STEP_LENGTH = 6, 90
# One word for an advertisement between signs.
_BETWEEN_SIGNS = re.compile(r"[-–—\[(【]\s*[^\W\d_]+\s*[-–—\])】]")
# What stands between paragraphs where a text was extracted without care.
_INSIDE = frozenset(
    "ad-label age-gate comment-form comments consent-wall cookies copyright login paywall script-needed share skip-link".split()
)
# The lists whose notices have buttons.
_ASKING = ("cookies", "consent-wall", "age-gate", "paywall", "login")


def lines(*names: str) -> Need:
    """Lines of furniture whose first words are in one of these lists, where they are furniture."""
    return Need(f"a line of “{'”, “'.join(names)}”", lambda view: list(standing(view, *names)))


def standing(view: View, *names: str) -> Iterator[int]:
    """The lines of these lists that are furniture where they stand."""
    found = furniture(view)
    wanted = {index for name in names if name not in found.spoken_of for index in found.of.get(name, ())}
    return (index for index in sorted(wanted) if _may_go(view, found, index, found.lines[index]))


def _may_go(view: View, found: Furniture, index: int, line: Line) -> bool:
    """Outside the text a line goes if it is more than a word or stands among its kind; inside if it says what it is."""
    block = view.blocks[index]
    if found.outside(index) or view.place(block) != "inside":
        more = len(line.lists) > 1 or is_long(block) or mostly_linked(block)
        return more or index - 1 in found.lines or index + 1 in found.lines
    if block.flags.heading or block.flags.cell:
        return False
    text = block.text.strip()
    if line.has("ad-label") and ((not found.quoted and _is_label(line, block)) or _BETWEEN_SIGNS.fullmatch(text)):
        return True
    if line.lists[0] <= found.quoted or not (line.whole and line.told and is_long(block)):
        return False
    if "ad-label" in line.lists[0] and block.text.count(".") == 1:
        return False  # a sentence, as in a list of what to do
    return mostly_linked(block) or not line.lists[0].isdisjoint(_INSIDE)


def _is_label(line: Line, block: Block) -> bool:
    """Is a block one word for an advertisement, written large, and no item of a list?"""
    text = block.text.strip()
    return line.whole and len(line.lists) == 1 and text.isalpha() and text[0].isupper() and not block.flags.list_depth


def buttons(view: View) -> Iterator[int]:
    """Lines of buttons alone beside a notice that asks something, outside the text or beside each other."""
    found = furniture(view)
    asked = set(standing(view, *_ASKING))
    for index, line in sorted(found.lines.items()):
        if line.whole and index - 1 in asked and line.has("choice"):
            asked.add(index)
            yield index


def menus(view: View) -> Iterator[int]:
    """Rows of short lines outside the text, most of which are known entries of menus."""
    found = furniture(view)
    known = [index for index, line in found.lines.items() if found.outside(index) and _is_menu(line)]
    before = sum(index < found.first for index in known)
    for zone in filter(None, (known[:before], known[before:])):
        row: list[int] = []
        for block in view.blocks[zone[0] : zone[-1] + 1]:
            line = found.lines.get(block.index)
            if (line.whole if line else _is_entry(block.text)) and not block.flags.unseen:
                row.append(block.index)
            elif row:
                yield from _menu(found, row)
                row = []
        yield from _menu(found, row)


def _is_entry(text: str) -> bool:
    """Could a line be an entry of a menu: short, and no sentence?"""
    return len(text) <= _ENTRY and not text.rstrip().endswith(_SENTENCE_ENDS)


def _menu(found: Furniture, row: list[int]) -> Iterator[int]:
    """The part of a row that reaches from its first known entry to its last, if it is a menu."""
    known = [index for index in row if index in found.lines and _is_menu(found.lines[index])]
    if not known:
        return
    part = [index for index in row if known[0] <= index <= known[-1]]
    sizes = [len(found.lines[index].lists) for index in known]
    others = len(part) - len(known)
    if max(sizes) >= _ROW - 1 or (sum(sizes) >= _ROW - 1 and sum(sizes) + others >= _ROW and others <= len(known)):
        yield from part


def _is_menu(line: Line) -> bool:
    return line.whole and not line.told and line.has("menu")


def trails(view: View) -> Iterator[int]:
    """Breadcrumbs: steps with signs between them, the first of which is the site's first page, before the text; wherever they stand if the last is
    the page's title."""
    found = furniture(view)
    for block in view.blocks:
        if len(block.text) <= 2 * _STEP_LENGTH and _STEP_SIGN.search(block.text) and (last := _last_step(block)):
            before = block.index < found.first or view.place(block) != "inside"
            if before or folded(last) in declared(view):
                yield block.index


def _last_step(block: Block) -> str:
    """Where a trail ends; "" if a block is none."""
    steps = [step for step in _STEP.split(block.text.strip()) if step]
    if not 1 < len(steps) <= _STEPS or max(map(len, steps)) > _STEP_LENGTH:
        return ""
    home = labels(steps[0])
    return steps[-1] if home and "home" in home[-1].lists else ""


def encloses(view: View, mark: str) -> bool:
    """Does the whole text stand inside this mark? Then its name means something else here."""
    inside = view.marked.get(mark, frozenset())
    text = paragraphs(view)
    return bool(text) and inside.issuperset(text)
