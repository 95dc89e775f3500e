"""The types that everything else is made of.

All are frozen values, and this module imports nothing of ours. Offsets are code points, ends are
exclusive. ``Page.text`` never changes; everything else is a claim about spans of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, NamedTuple

Span = tuple[int, int]
InputKind = Literal["html", "text", "tree"]
Engine = Literal["auto", "model", "trafilatura"]
"""Whose opinion of a page's content is asked: the model's, trafilatura's, or the model's and where it is unsure both."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page came from.

    ``sha256`` and ``bytes`` are of the payload after file and HTTP decompression. ``encoding`` is a
    Python codec name; ``payload.decode(encoding, "replace")`` less one byte-order mark is
    ``Page.text``. ``encoding_from`` is one of ``bom``, ``caller``, ``meta``, ``xml``, ``detected``,
    ``default`` or ``str``. ``warc`` holds what a WARC record's header said, if there was one.
    """

    uri: str | None
    url: str | None
    sha256: str
    bytes: int
    media_type: str | None
    encoding: str
    encoding_from: str
    input_kind: InputKind
    warc: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A decoded page. All spans anywhere are code points of ``text``."""

    text: str
    source: Source
    warnings: tuple[str, ...] = ()


class Element(NamedTuple):
    """One element on a block's path. ``ordinal`` is its place in document order: unique on the page."""

    tag: str
    id: str | None
    classes: tuple[str, ...]
    role: str | None
    ordinal: int


@dataclass(frozen=True, eq=False)
class Tree:
    """The elements of an HTML page as columns, in document order (a parent before its children).

    Columns, not nested objects: a page 100,000 elements deep costs nothing special, and features can be
    computed over whole columns. Row ``i`` is the element with ordinal ``i``; ``parents[i]`` is -1 at
    the root; ``ends[i]`` is the row behind the last one inside it. Text pages have an empty tree.
    """

    tags: Sequence[str] = ()
    parents: Sequence[int] = ()
    ids: Sequence[str | None] = ()
    classes: Sequence[tuple[str, ...]] = ()
    roles: Sequence[str | None] = ()
    ends: Sequence[int] = ()

    def element(self, ordinal: int) -> Element:
        """The element with this ordinal."""
        return Element(
            self.tags[ordinal],
            self.ids[ordinal],
            self.classes[ordinal],
            self.roles[ordinal],
            ordinal,
        )

    def around(self, first: int, last: int) -> int:
        """The innermost element that holds two, the first in document order and the last (and so all between)."""
        while first != last:
            # The later of two is never an ancestor of the earlier.
            if last > first:
                last = self.parents[last]
            else:
                first = self.parents[first]
        return first

    @cached_property
    def nth(self) -> Sequence[int]:
        """For each element its 1-based place among its siblings of the same tag, as XPath counts."""
        counts: defaultdict[tuple[int, str], int] = defaultdict(int)
        places = []
        for key in zip(self.parents, self.tags, strict=True):
            counts[key] += 1
            places.append(counts[key])
        return places

    def ancestry(self, ordinal: int) -> list[int]:
        """Ordinals from this element up to the root, itself first. Empty for -1 (text pages)."""
        found = []
        while ordinal >= 0:
            found.append(ordinal)
            ordinal = self.parents[ordinal]
        return found


NO_TREE = Tree()


class Run(NamedTuple):
    """A piece of block text and the piece of source it stands for.

    Equal lengths map character by character. Unequal lengths (an entity, folded white space) are
    indivisible: any part of the text stands for the whole of the source.
    """

    text: Span
    source: Span


class Inline(NamedTuple):
    """A range of a block's text that means something: a link, emphasis, code, an image (empty range), or the reading that
    a ruby annotation sets above what stands before it.

    ``target`` is a link's ``href`` or an image's ``src``; ``label`` an image's ``alt``.
    """

    kind: Literal["link", "strong", "em", "code", "image", "reading"]
    range: Span
    target: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Flags:
    """What is known of how a block is shown.

    ``hidden`` says by what (``attribute``, ``display``, …). ``continues``: the paragraph of an earlier block goes
    on here, behind hidden text or another block that stood in its middle. ``line``: it goes on here in another line,
    behind a ``<br>`` and the block before.
    """

    hidden: str | None = None
    noscript: bool = False
    heading: int = 0
    list_depth: int = 0
    cell: bool = False
    pre: bool = False
    quote: bool = False
    continues: bool = False
    line: bool = False

    @property
    def unseen(self) -> bool:
        """Is this out of every reader's sight? What ``aria-hidden`` hides the eye sees, and panels open."""
        return self.hidden not in _SEEN


_SEEN = (None, "aria", "collapsed")
VISIBLE = Flags()


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A maximal run of inline text: the smallest piece of a page that has a place of its own.

    ``runs`` are monotonic in text and in source. White space in ``text`` that no run covers was put
    there for a boundary in the markup (a ``<br>``, a tag between two words); it has no source.
    ``node`` is the ordinal of the innermost element that holds the block, -1 on text pages.
    """

    index: int
    text: str
    runs: tuple[Run, ...]
    tree: Tree = field(default=NO_TREE, repr=False)
    node: int = -1
    inline: tuple[Inline, ...] = ()
    flags: Flags = VISIBLE

    @property
    def path(self) -> tuple[Element, ...]:
        """The elements that hold the block, from the root down. Empty on text pages."""
        return tuple(self.tree.element(node) for node in reversed(self.tree.ancestry(self.node)))

    @property
    def span(self) -> Span:
        """The smallest source span that holds the whole block."""
        return self.runs[0].source[0], self.runs[-1].source[1]

    def source(self, start: int, end: int) -> tuple[Span, ...]:
        """The source spans that ``text[start:end]`` stands for, in order, touching ones merged.

        The only way from text to source. An indivisible run that is only partly inside is given whole.
        """
        spans: list[Span] = []
        first = max(0, bisect_right(self.runs, start, key=lambda run: run.text[0]) - 1)
        for (text_start, text_end), (source_start, source_end) in self.runs[first:]:
            if text_start >= end:
                break
            low, high = max(start, text_start), min(end, text_end)
            if low >= high:
                continue
            if text_end - text_start == source_end - source_start:
                source_end = source_start + high - text_start
                source_start += low - text_start
            if spans and spans[-1][1] == source_start:
                spans[-1] = (spans[-1][0], source_end)
            else:
                spans.append((source_start, source_end))
        return tuple(spans)


class Effect(StrEnum):
    """What a finding may do.

    ``REMOVE`` and ``PROTECT`` are hard: they decide by themselves. ``WEAK`` adds its weight (log-odds
    of content, at most 1 either way). ``OPINION`` is a content opinion, on a
    whole block or on lines of it. ``NOTE`` decides nothing; it feeds claims and the junk score.
    """

    REMOVE = "remove"
    PROTECT = "protect"
    WEAK = "weak"
    OPINION = "opinion"
    NOTE = "note"


class Finding(NamedTuple):
    """What a rule saw. ``block`` None speaks of the page; ``range`` None of the whole block.

    ``weight`` is log-odds that the piece is content (negative: against it), 0 where the effect needs
    none. ``evidence`` holds what was seen, each item a short text.
    """

    rule: str
    block: int | None
    range: Span | None
    effect: Effect
    weight: float = 0.0
    evidence: tuple[str, ...] = ()


class Decision(NamedTuple):
    """A piece of a block, kept or removed, and the rules that say so (never empty)."""

    block: int
    range: Span
    kept: bool
    rules: tuple[str, ...]


class Verdict(StrEnum):
    """How far a claim can be trusted."""

    TRUSTED = "trusted"
    UNVERIFIED = "unverified"
    CORRECTED = "corrected"
    FABRICATED = "fabricated"


class Claim(NamedTuple):
    """What the page says of itself in one field, and what we think of it.

    ``spans`` are source spans of ``Page.text`` where it says so (none where it stands in markup we do
    not point into); ``rules`` name what led to the verdict.
    """

    field: str
    value: str
    verdict: Verdict
    rules: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class JunkPart(NamedTuple):
    """One addend of the junk score's log-odds: ``weight`` is what the signal's ``value`` is worth."""

    signal: str
    value: float
    weight: float


class JunkLabel(NamedTuple):
    """A sort of junk that the page is, the rules that say so, and by what they know."""

    label: str
    rules: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Junk:
    """Is the page junk? ``score`` is ``sigmoid(sum of the parts' weights)``, a probability."""

    score: float
    labels: tuple[JunkLabel, ...] = ()
    parts: tuple[JunkPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """A page with everything found on it and everything decided about it.

    ``decisions`` are in order and cover every block's text exactly once.
    """

    page: Page
    tree: Tree
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    warnings: tuple[str, ...] = ()


JsonObject = dict[str, Any]
