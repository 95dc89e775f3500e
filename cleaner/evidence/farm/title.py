"""The title that a farm dresses: with a year behind it, and with numbers where it stands for captions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cleaner.evidence.farm.template import LONGEST
from cleaner.evidence.text import BLANKS, folded
from cleaner.model import Block, Span

# A shorter title than two words is no title to recognise.
_FEWEST_WORDS = 2
# Without a declared title a page's own is among its first blocks: further down an author's table may tell its year.
_TOP = 3
_YEAR = re.compile(rf"{BLANKS}(?P<suffix>[(\[](?:updated?:?\s*)?(?:19|20)\d\d(?:\s*updated?)?[)\]])\s*$", re.IGNORECASE)
_NUMBER = re.compile(rf"{BLANKS}\((?P<number>\d{{1,2}})\)\s*$")


def dressed(
    blocks: Sequence[Block], titles: Sequence[str], proved: bool
) -> tuple[str | None, dict[int, str], list[int], str | None]:
    """The title that the page dresses with a year and repeats with numbers: ``(title, suffixes, captions, declared)``.

    A year alone proves nothing, nor do numbers alone. Together they do, or either with other proof of a farm, if it is the
    page's title that has them.
    """
    years: defaultdict[str, dict[int, str]] = defaultdict(dict)
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    declared: dict[str, str] = {}
    for title in titles:
        for part in (title, re.split(r"\s[-–—|»]\s", title)[0]):
            if (")" in part or "]" in part) and (match := _YEAR.search(part)):
                declared[folded(part[: match.start()])] = match["suffix"]
                names.setdefault(folded(part[: match.start()]), part[: match.start()].strip())
    for block in blocks:
        text = block.text
        if text[-1] not in ")]" or len(text) > LONGEST:
            continue
        if match := _YEAR.search(text):
            base = folded(text[: match.start()])
            years[base][block.index] = match["suffix"]
            names.setdefault(base, text[: match.start()].strip())
        elif match := _NUMBER.search(text):
            base = folded(text[: match.start()])
            numbers[base].append(block.index)
            names.setdefault(base, text[: match.start()].strip())
    if not names:
        return None, {}, [], None
    plain = {folded(title) for title in titles} | {folded(block.text) for block in blocks[:1]}
    for base in sorted(names, key=lambda base: -len(numbers[base])):
        dressed = bool(years[base]) or base in declared
        if len(base.split()) < _FEWEST_WORDS:
            continue
        told = base in declared or base in plain or any(index < _TOP for index in years[base])
        if (dressed and (numbers[base] or (proved and told))) or (numbers[base] and proved and base in plain):
            return names[base], years[base], numbers[base], declared.get(base)
    return None, {}, [], None


def repeats_of(
    blocks: Sequence[Block], title: str, suffixes: Mapping[int, str], tail: set[int]
) -> Iterator[tuple[int, Span]]:
    """Where the title stands again: as a block behind the first that is it, or in a run-on line with the template's items."""
    base = folded(title)
    seen = False
    pattern = re.compile(re.escape(title) + r"(?:\s*[(\[](?:19|20)\d\d[)\]])?", re.IGNORECASE)
    for block in blocks:
        if block.index in suffixes or (len(block.text) <= LONGEST and folded(block.text) == base):
            if seen:
                yield block.index, (0, len(block.text))
            seen = True
        elif block.index in tail:
            for match in pattern.finditer(block.text):
                yield block.index, match.span()
