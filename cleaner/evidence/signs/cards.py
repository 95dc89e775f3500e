"""Cards of members and contributors: rows of labels and values that only a site prints of who writes for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cleaner.evidence.persona.labels import LABELS
from cleaner.evidence.persona.values import read_name
from cleaner.evidence.signs.edges import paragraphs
from cleaner.evidence.signs.words import spans as listed
from cleaner.evidence.view import View, once
from cleaner.model import Block

# A field is a label and a short value, and no longer than this (characters); what is counted has so many words.
_FIELD = re.compile(r"([^\W\d_][^:：\n]{0,40}?)\s?[:：]\s{0,4}(\S.{0,79})")
_LONGEST, _COUNT = 130, 3
# So many in a row make a card, of which so many are known.
_FEWEST, _KNOWN = 2, 2
# The line over it is a name, or says whose card it is (characters).
_HEAD = 60
# More cards on a page are a directory, or a forum's members.
_MOST = 2
_STOPS = tuple(".!?:;,…。！？：，、")


@once
def cards(view: View) -> Sequence[int]:
    """The blocks of cards, with the line over each; none where the page is a forum, a directory, or speaks of that person."""
    if view.forum or not paragraphs(view):
        return ()
    rows = list(_rows(view))
    found = [row for row in rows if len(row) >= _FEWEST and _is_card(dict(map(_field, row)))]
    if len(found) > _MOST:
        return ()
    return [block.index for row in found for block in _headed(row, view)]


def _rows(view: View) -> Iterator[list[Block]]:
    """Fields beside each other."""
    row: list[Block] = []
    for block in view.having(":", "："):
        if not _is_field(block):
            continue
        if row and row[-1].index != block.index - 1:
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _is_field(block: Block) -> bool:
    shown = block.flags.pre or block.flags.quote or block.flags.unseen
    return not shown and len(block.text) <= _LONGEST and bool(_field(block)[0])


def _field(block: Block) -> tuple[str, str]:
    """The label of a field, in lower case, and its value; both "" if a block is none."""
    match = _FIELD.fullmatch(block.text.strip())
    return (match[1].casefold(), match[2]) if match else ("", "")


def _is_card(fields: Mapping[str, str]) -> bool:
    """Are enough of these labels known, and is one what a site counts, with a number?"""
    of_member = {label for label in fields if (0, len(label)) in listed(label, "member")}
    counted = any(len(fields[label].split()) <= _COUNT and any(map(str.isdigit, fields[label])) for label in of_member)
    told = {label for label in fields if label in LABELS or any(start == 0 for start, _ in listed(label, "person"))}
    known = len(of_member | told)
    return counted and known >= _KNOWN and 2 * known >= len(fields)


def _headed(row: list[Block], view: View) -> list[Block]:
    """A card with the line over it that says whose it is; nothing where the text speaks of that person."""
    above = view.blocks[row[0].index - 1] if row[0].index else None
    if above and (len(above.text) > _HEAD or above.text.rstrip().endswith(_STOPS)):
        above = None
    names = [read_name(block.text, at, len(block.text)).core for block, at in _namings(row)]
    head = read_name(above.text, 0, len(above.text)).core if above else ()
    own = {block.index for block in row} | ({above.index} if above else set())
    said = [view.blocks[index].text for index in paragraphs(view) if index not in own]
    if any(name[-1] in text for name in (*names, head) if name for text in said):
        return []
    if above and (head or any(listed(above.text, "about")) or above.index in view.phrases.get("about-author", ())):
        return [above, *row]
    return row


def _namings(row: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """The fields that tell a name, and where they do."""
    for block in row:
        label, value = _field(block)
        if LABELS.get(label) == "name":
            yield block, block.text.index(value)
