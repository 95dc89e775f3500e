"""A page as rules see it: its blocks, and facts about them that several rules ask for, each computed once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from cleaner.evidence.copies import responsive_copies
from cleaner.evidence.farm import Farm, read_farm
from cleaner.evidence.forum import forum_signs
from cleaner.evidence.marks import marks_of
from cleaner.evidence.persona import Profile, find_profiles
from cleaner.evidence.phrases import find
from cleaner.evidence.text import folded
from cleaner.model import NO_TREE, Block, Page, Span, Tree

Place = Literal["before", "inside", "after"]


class View:
    """What a rule may look at. Everything is read-only and the same whatever order rules run in."""

    def __init__(
        self, page: Page, blocks: Sequence[Block], tree: Tree, titles: Sequence[str], opinions: Mapping[int, float]
    ) -> None:
        """
        :param titles: what the page declares as its title, in order of trust (none for plain text).
        :param opinions: block index → log-odds of content, from the content opinions (empty for plain text).
        """
        self.page = page
        self.blocks = blocks
        self.tree = tree
        self.titles = titles
        self.opinions = opinions

    @property
    def is_text(self) -> bool:
        """Is the page text that somebody extracted, without markup?"""
        return self.tree is NO_TREE

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """Every box of personal data on the page, made up or not."""
        return find_profiles(self.blocks)

    @cached_property
    def farm(self) -> Farm:
        """What a content farm's template left on the page."""
        return read_farm(self.blocks, self.titles, self.profiles)

    @cached_property
    def forum(self) -> tuple[str, ...]:
        """What says that the page is a forum's topic; empty where it is none."""
        return () if self.is_text else forum_signs(self.page, self.tree)

    @cached_property
    def phrases(self) -> Mapping[str, Mapping[int, Sequence[Span]]]:
        """Phrase list → block index → the ranges of the block where one of its phrases stands."""
        return find(self.blocks)

    @cached_property
    def marked(self) -> Mapping[str, frozenset[int]]:
        """Mark (a convention of class names, ids, roles or tags, see :mod:`.marks`) → indexes of blocks inside it."""
        found = defaultdict(set)
        inside = marks_of(self.tree)
        for block in self.blocks:
            if block.node >= 0:
                for mark in inside[block.node]:
                    found[mark].add(block.index)
        return {mark: frozenset(blocks) for mark, blocks in found.items()}

    @cached_property
    def copies(self) -> Mapping[int, int]:
        """Blocks of responsive copies → the blocks they are copies of."""
        visible = [block for block in self.blocks if not block.flags.unseen]
        return {} if self.is_text or not visible else responsive_copies(visible)

    @cached_property
    def content(self) -> Span | None:
        """The first and last block (end exclusive) that the opinions call content; None without opinions."""
        kept = [index for index, odds in self.opinions.items() if odds > 0]
        return (min(kept), max(kept) + 1) if kept else None

    def place(self, block: Block) -> Place:
        """Where a block stands against the content. Without opinions everything is inside."""
        if self.content is None or self.content[0] <= block.index < self.content[1]:
            return "inside"
        return "before" if block.index < self.content[0] else "after"

    @cached_property
    def headline(self) -> int | None:
        """The index of the block that is the page's headline, if one is.

        On an HTML page: the first heading (or, before any content, the first block) that says what the page declares as
        its title, alone or with the site's name beside it; else the first ``h1`` if half its words stand in a declared
        title. In plain text: the first block, if it is set off, short and no sentence, and the text repeats it or a
        farm's suffix stands behind it.
        """
        if self.is_text:
            return self._text_headline()
        declared = {folded(title) for title in self.titles}
        whole = {folded(part) for title in self.titles for part in _parts(title)} | declared
        for block in self.blocks:
            text = folded(block.text)
            if text in (whole if block.flags.heading else declared) and len(block.text) < _HEADLINE_LENGTH:
                if block.flags.heading or self.place(block) == "before":
                    return block.index
        return next(filter(self._is_reworded, (b.index for b in self.blocks if b.flags.heading == 1)), None)

    def _is_reworded(self, index: int) -> bool:
        words = folded(self.blocks[index].text).split()
        declared = {word for title in self.titles for word in folded(title).split()}
        return 0 < 2 * sum(word in declared for word in words) >= len(words)

    def _text_headline(self) -> int | None:
        if len(self.blocks) < 2:
            return None
        first, second = self.blocks[0], self.blocks[1]
        apart = self.page.text[first.span[1] : second.span[0]].count("\n") > 1
        text = first.text.strip()
        if not apart or len(text) >= _HEADLINE_LENGTH or _SENTENCE_END.search(text):
            return None
        repeated = any(folded(block.text) == folded(text) for block in self.blocks[1:])
        return first.index if repeated or first.index in self.farm.suffixes else None


# Longer than this (characters) no headline is (DESIGN: what a user sees).
_HEADLINE_LENGTH = 200
_SENTENCE_END = re.compile(r"[.!?…。！？:;,][\"'”’»)]*$")
_SEPARATOR = re.compile(r"\s+[|\-–—•·»:›~]+\s+|\s*[|»›]\s*")


def _parts(title: str) -> list[str]:
    """A declared title without the site's name before or behind it: each part long enough to be a headline."""
    pieces = _SEPARATOR.split(title)
    parts = [title]
    for match in _SEPARATOR.finditer(title):
        parts += [title[: match.start()], title[match.end() :]]
    return [part for part in parts if len(part.split()) > 1] if len(pieces) > 1 else [title]
