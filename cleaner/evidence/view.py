"""A page as rules see it: its blocks, and facts about them that several rules ask for, each computed once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence, Set
from copy import copy
from functools import cached_property, wraps
from itertools import chain
from typing import Literal, TypeVar

from cleaner.evidence.copies import responsive_copies
from cleaner.evidence.farm import Farm, read_farm
from cleaner.evidence.forum import forum_signs
from cleaner.evidence.marks import marked_rows
from cleaner.evidence.persona import Profile, find_profiles
from cleaner.evidence.phrases import Found, find, find_below, meant, topics
from cleaner.evidence.text import below, folded, is_phrase, may_read, mostly_linked
from cleaner.model import NO_TREE, Block, Page, Span, Tree

Place = Literal["before", "inside", "after"]
Fact = TypeVar("Fact")


class View:
    """What a rule may look at. Everything is read-only and the same whatever order rules run in."""

    def __init__(
        self,
        page: Page,
        blocks: Sequence[Block],
        tree: Tree,
        titles: Sequence[str],
        sites: Sequence[str],
    ) -> None:
        """
        :param titles: what the page declares as its title, in order of trust (none for plain text).
        :param sites: what it declares as its site's name.
        """
        self.page = page
        self.blocks = blocks
        self.tree = tree
        self.titles = titles
        self.sites = frozenset(map(folded, sites))
        self._opinions: Mapping[int, float] | None = None
        self._kind: str | None = None
        self._signs: dict[str, Sequence[int]] = {}
        self._facts: dict[Callable[[View], object], object] = {}

    def hearing(self, opinions: Mapping[int, float], kind: str | None) -> View:
        """The same page once opinions have been heard. What does not depend on them need not be computed again.

        :param opinions: block index → log-odds of content, from the content opinions (empty for plain text).
        :param kind: the page's most probable kind, None where nobody said any.
        """
        view = copy(self)
        view._opinions, view._kind = opinions, kind
        view._facts = {}  # which may depend on them
        return view

    def fact(self, find: Callable[[View], Fact]) -> Fact:
        """What somebody else finds out about the page, once (see :func:`once`)."""
        facts = self._facts
        if find not in facts:
            facts[find] = find(self)
        return facts[find]  # type: ignore[return-value]

    @property
    def opinions(self) -> Mapping[int, float]:
        """Block index → log-odds of content. Spam rules are called before there are any, and may not ask for them."""
        if self._opinions is None:
            raise LookupError("nobody has been asked for an opinion yet")
        return self._opinions

    @property
    def is_text(self) -> bool:
        """Is the page text that somebody extracted, without markup?"""
        return self.tree is NO_TREE

    @cached_property
    def seen(self) -> Sequence[Block]:
        """The blocks that a reader sees."""
        unseen = frozenset(self.unseen)
        return [block for block in self.blocks if block.index not in unseen] if unseen else self.blocks

    @cached_property
    def unseen(self) -> Sequence[int]:
        """The indexes of the others."""
        return [block.index for block in self.blocks if block.flags.hidden is not None and block.flags.unseen]

    @cached_property
    def linked(self) -> Sequence[Block]:
        """The blocks that a reader sees and that are mostly links."""
        return list(filter(mostly_linked, self.seen))

    @cached_property
    def unlinked(self) -> Sequence[Block]:
        """The others that a reader sees."""
        linked = {block.index for block in self.linked}
        return [block for block in self.seen if block.index not in linked] if linked else self.seen

    @cached_property
    def text(self) -> tuple[str, Sequence[int]]:
        """The text of all blocks, one below the other, and where each of them begins."""
        return below([block.text for block in self.blocks])

    def having(self, *signs: str) -> Sequence[Block]:
        """The blocks in which one of these strings stands. All are searched at once: most strings stand on few pages."""
        found = set(chain.from_iterable(map(self._holders, signs)))
        return [self.blocks[place] for place in sorted(found)]

    def _holders(self, sign: str) -> Sequence[int]:
        """The places of the blocks in which a string stands. Several rules look for the same."""
        if sign not in self._signs:
            text, starts = self.text
            found: list[int] = []
            at = text.find(sign)
            while at >= 0:
                found.append(bisect_right(starts, at) - 1)
                at = text.find(sign, starts[found[-1] + 1])
            self._signs[sign] = found
        return self._signs[sign]

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """Every box of personal data on the page, made up or not."""
        return find_profiles(self.blocks, self.phrases.get("my-name", {}))

    @cached_property
    def farm(self) -> Farm:
        """What a content farm's template left on the page."""
        return read_farm(self.blocks, self.titles, self.profiles, self.phrases.get("farm-template", {}))

    @cached_property
    def forum(self) -> tuple[str, ...]:
        """What says that the page is a forum's topic; empty where it is none."""
        return () if self.is_text else forum_signs(self.page, self.names)

    @cached_property
    def phrases(self) -> Found:
        """Phrase list → block index → the ranges of the block where one of its phrases stands.

        Lists of things that the page is about are left out.
        """
        return meant(self._said, self.topics)

    @cached_property
    def topics(self) -> frozenset[str]:
        """What of furniture the page is about: newsletters, cookies, casinos, …."""
        headlines = [block.text for block in self.blocks if block.flags.heading == 1]
        return topics(self._said, find([*self.titles, *headlines]), self._is_prose)

    @cached_property
    def subject(self) -> frozenset[int] | None:
        """Of a page that is about furniture (:attr:`topics`), the blocks that speak of it or say it; None of any other."""
        if not self.topics:
            return None
        about = (self._said.keys() - self.phrases.keys()) | self.topics
        return frozenset(chain.from_iterable(self._said.get(name, ()) for name in about))

    @cached_property
    def _said(self) -> Found:
        return find_below(*self.text)

    def _is_prose(self, index: int) -> bool:
        block = self.blocks[index]
        return len(block.text) >= _PROSE and not block.flags.unseen and not mostly_linked(block)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every class and id on the page."""
        return frozenset(chain(chain.from_iterable(self._classes), filter(None, self.tree.ids)))

    @cached_property
    def _classes(self) -> Set[tuple[str, ...]]:
        """The classes of its elements, each set of them once."""
        return set(self.tree.classes)

    @cached_property
    def boxes(self) -> Mapping[str, Sequence[Span]]:
        """Mark (a convention of class names, ids, roles or tags, see :mod:`.marks`) → the rows of the tree inside it."""
        return marked_rows(self.tree, self._classes, self.names)

    @cached_property
    def marked(self) -> Mapping[str, frozenset[int]]:
        """Mark → indexes of blocks inside it."""
        nodes = [block.node for block in self.blocks]
        order = sorted(range(len(nodes)), key=nodes.__getitem__)
        nodes.sort()
        found: dict[str, frozenset[int]] = {}
        for mark, rows in self.boxes.items():
            places = [order[bisect_left(nodes, start) : bisect_left(nodes, end)] for start, end in rows]
            if inside := frozenset(chain.from_iterable(places)):
                found[mark] = inside
        for mark in _BOXES.keys() & found.keys():
            length = sum(len(block.text) for block in self.blocks)
            if sum(len(self.blocks[index].text) for index in found[mark]) > _BOXES[mark] * length:
                del found[mark]  # the page is about what stands in it: a person, a letter to members, a list of links
        return found

    @cached_property
    def is_policy(self) -> bool:
        """Is the page a policy, a contract or a legal notice, by its title or headline?"""
        headline = [] if self.headline is None else [self.blocks[self.headline].text]
        headings = [block.text for block in self.blocks if block.flags.heading == 1]
        first = [block.text for block in self.blocks[:1] if _heads(block.text)]
        return any(map(_POLICY.search, {*self.titles, *headline, *headings, *first}))

    @cached_property
    def author_note(self) -> tuple[int, ...]:
        """The blocks of a line "About the author" and the short note under it with which the text ends."""
        spans = self.phrases.get("about-author", {})
        heads = [index for index in spans if is_phrase(self.blocks[index], spans[index])]
        if not heads or self.place(self.blocks[heads[-1]]) == "before":
            return ()
        end = self.content[1] if self.content else len(self.blocks)
        note = self.blocks[heads[-1] + 1 : end]
        length, before = (sum(len(b.text) for b in blocks) for blocks in (note, self.blocks[: heads[-1]]))
        short = 0 < len(note) <= _NOTE_BLOCKS and length <= min(_NOTE_LENGTH, before)
        headed = any(block.flags.heading or _heads(block.text) for block in note)
        return (heads[-1], *(block.index for block in note)) if short and not headed else ()

    @cached_property
    def copies(self) -> Mapping[int, int]:
        """Blocks of responsive copies → the blocks they are copies of."""
        return {} if self.is_text or not self.seen else responsive_copies(self.seen)

    @property
    def sells(self) -> bool:
        """Is the page a shop's or a service's? Then what it offers its reader is its content."""
        return self._kind in ("product", "collection", "service")

    @cached_property
    def content(self) -> Span | None:
        """The first and last block (end exclusive) that the opinions call content; None without opinions."""
        kept = [index for index, odds in self.opinions.items() if odds >= 0]
        return (min(kept), max(kept) + 1) if kept else None

    def place(self, block: Block) -> Place:
        """Where a block stands against the content. Without opinions everything is inside."""
        if self.content is None or self.content[0] <= block.index < self.content[1]:
            return "inside"
        return "before" if block.index < self.content[0] else "after"

    @cached_property
    def headline(self) -> int | None:
        """The index of the block that is the page's headline, if one is.

        On an HTML page: the last heading (or, before any content, the first block) ahead of the text that says what the
        page declares as its title, alone or with the site's name beside it, and is not the site's name; else the first
        ``h1`` if half its words stand in a declared title. In plain text: the first block, if it is set off, short and no sentence, and the text repeats it or a
        farm's suffix stands behind it.
        """
        if self.is_text:
            return self._text_headline()
        declared = {folded(title) for title in self.titles}
        whole = {folded(part) for title in self.titles for part in _parts(title)} | declared
        shortest = min(map(len, declared), default=_HEADLINE_LENGTH)
        initials = {title[:1] for title in whole}
        start = self.content[0] if self.content else 0
        found = reworded = None
        for block in self.blocks:
            if len(block.text) >= _HEADLINE_LENGTH:
                if found is not None and not block.flags.unseen and not mostly_linked(block):
                    break  # the text has begun
                continue
            if not block.flags.heading:
                if found is not None or block.index >= start or block.flags.cell or block.flags.list_depth:
                    continue
                # Most of these are labels in menus. Folding makes no ASCII longer, so they need not be folded.
                if len(block.text) < shortest and block.text.isascii():
                    continue
            if not may_read(block.text, initials) and (reworded is not None or block.flags.heading != 1):
                continue
            text = folded(block.text)
            if text in self.sites:
                continue
            if text in (whole if block.flags.heading else declared):
                found = block.index
            elif reworded is None and block.flags.heading == 1 and self._is_reworded(text):
                reworded = block.index
        return reworded if found is None else found

    def _is_reworded(self, heading: str) -> bool:
        words = heading.split()
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


def once(find: Callable[[View], Fact]) -> Callable[[View], Fact]:
    """A fact about a page that several rules ask for is found out once; again once opinions have been heard."""
    return wraps(find)(lambda view: view.fact(find))


# A paragraph is not shorter (characters).
_PROSE = 120
# A note about an author is a paragraph or two (characters); what is longer is an article about somebody.
_NOTE_BLOCKS, _NOTE_LENGTH = 3, 900
# Marks of boxes beside the text, and the share of a page they may take up. On 1,480 pages the largest box about an
# author was 29% of a page, the largest newsletter box 42%.
_BOXES = {"author-box": 0.35, "related": 0.5, "newsletter": 0.5, "share": 0.5}
# Longer than this (characters) no headline is (DESIGN: what a user sees).
_HEADLINE_LENGTH = 200
_SENTENCE_END = re.compile(r"[.!?…。！？:;,][\"'”’»)]*$")
_SEPARATOR = re.compile(r"\s+[|\-–—•·»:›~]+\s+|\s*[|»›]\s*")


_POLICY = re.compile(
    r"cookie|privacy|terms|conditions|policy|legal|copyright|imprint|impressum|datenschutz|agb|nutzungsbedingungen"
    r"|confidentialité|mentions légales|privacidad|aviso legal|privacidade|informativa|polityka|regulamin|политика",
    re.IGNORECASE,
)


def _heads(text: str) -> bool:
    """Could this line be a heading: a few words, and no sentence?"""
    return len(text.split()) <= 8 and not _SENTENCE_END.search(text)


def _parts(title: str) -> list[str]:
    """A declared title without the site's name before or behind it: each part long enough to be a headline."""
    pieces = _SEPARATOR.split(title)
    parts = [title]
    for match in _SEPARATOR.finditer(title):
        parts += [title[: match.start()], title[match.end() :]]
    return [part for part in parts if len(part.split()) > 1] if len(pieces) > 1 else [title]
