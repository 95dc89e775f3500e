"""Ledgers for the tests of the outputs, from well-formed HTML or plain text, by a segmenter of a few lines.

It is not the one under test elsewhere, so that a mistake there cannot hide one here.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Sequence

from cleaner.model import Block, Decision, Flags, Inline, InputKind, Ledger, Page, Run, Source, Span, Tree

_TOKEN = re.compile(r"<!--.*?-->|<(?P<close>/?)(?P<tag>\w+)(?P<rest>[^>]*)>|&#?\w+;|[^<&]+", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_INLINE = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "code": "code",
    "span": None,
}
_NO_TEXT = ("script", "style", "title")


class _Segmenter:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = Tree([], [], [], [], [])
        self.blocks: list[Block] = []
        self.open: list[int] = [-1]
        self.formats: list[tuple[str | None, str | None, int]] = []
        self._begin()

    def _begin(self) -> None:
        self.parts = ""
        self.runs: list[Run] = []
        self.inline: list[Inline] = []
        self.gap = ""
        self.formats = [(kind, target, 0) for kind, target, _ in self.formats]

    def _end(self) -> None:
        if self.parts:
            for kind, target, start in self.formats:
                if kind:
                    self.inline.append(Inline(kind, (start, len(self.parts)), target))  # type: ignore[arg-type]
            node = self.open[-1]
            tags = [self.tree.tags[each] for each in self.tree.ancestry(node)]
            flags = Flags(
                hidden="attribute"
                if any(self.tree.ids[each] == "hidden" for each in self.tree.ancestry(node))
                else None,
                heading=next((int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)), 0),
                pre="pre" in tags,
                cell="td" in tags or "th" in tags,
                quote="blockquote" in tags,
            )
            marks = tuple(sorted(self.inline, key=lambda mark: (mark.range[0], -mark.range[1])))
            index = len(self.blocks)
            self.blocks.append(Block(index, self.parts, tuple(self.runs), self.tree, node, marks, flags))
        self._begin()

    def _add(self, text: str, span: Span) -> None:
        if self.gap and self.parts:
            self.parts += self.gap
        self.gap = ""
        start = len(self.parts)
        self.parts += text
        self.runs.append(Run((start, len(self.parts)), span))

    def _tag(self, match: re.Match[str]) -> None:
        tag, attributes = match["tag"], dict(_ATTRIBUTE.findall(match["rest"]))
        if tag == "br":
            self.gap = "\n"
        elif tag == "img":
            at = len(self.parts) + len(self.gap) * bool(self.parts)
            self.inline.append(Inline("image", (at, at), attributes.get("src"), attributes.get("alt")))
        elif tag in _INLINE and match["close"]:
            kind, target, start = self.formats.pop()
            if kind and start < len(self.parts):
                self.inline.append(Inline(kind, (start, len(self.parts)), target))  # type: ignore[arg-type]
        elif tag in _INLINE:
            start = len(self.parts) + len(self.gap) * bool(self.parts)
            self.formats.append((_INLINE[tag], attributes.get("href"), start))
        else:
            self._end()
            if match["close"]:
                self.open.pop()
                return
            self.tree.tags.append(tag)  # type: ignore[attr-defined]
            self.tree.parents.append(self.open[-1])  # type: ignore[attr-defined]
            self.tree.ids.append(attributes.get("id"))  # type: ignore[attr-defined]
            self.tree.classes.append(())  # type: ignore[attr-defined]
            self.tree.roles.append(attributes.get("role"))  # type: ignore[attr-defined]
            self.open.append(len(self.tree.tags) - 1)

    def run(self) -> None:
        for match in _TOKEN.finditer(self.text):
            token = match[0]
            if match["tag"]:
                self._tag(match)
            elif token.startswith("<!--") or (self.open[-1] >= 0 and self.tree.tags[self.open[-1]] in _NO_TEXT):
                continue
            elif token[0] == "&":
                self._add(html.unescape(token), match.span())
            elif self.open[-1] >= 0 and "pre" in [self.tree.tags[each] for each in self.tree.ancestry(self.open[-1])]:
                self._add(token, match.span())
            else:
                for word in re.finditer(r"\s+|\S+", token):
                    if word[0].isspace():
                        self.gap = self.gap or " "
                    else:
                        self._add(word[0], (match.start() + word.start(), match.start() + word.end()))
        self._end()


def decide(blocks: Sequence[Block], removed: Sequence[str]) -> tuple[Decision, ...]:
    """Decisions that remove every occurrence of these texts and keep the rest."""
    decisions = []
    pattern = re.compile("|".join(map(re.escape, removed))) if removed else None
    for block in blocks:
        done = 0
        for found in pattern.finditer(block.text) if pattern else ():
            if done < found.start():
                decisions.append(Decision(block.index, (done, found.start()), True, ("default.kept",)))
            decisions.append(Decision(block.index, found.span(), False, ("test.removed",)))
            done = found.end()
        if done < len(block.text):
            decisions.append(Decision(block.index, (done, len(block.text)), True, ("default.kept",)))
    return tuple(decisions)


def source(text: str, kind: InputKind = "html", uri: str | None = "file:page", url: str | None = None) -> Source:
    payload = text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(payload).hexdigest()
    return Source(uri, url, sha256, len(payload), None, "utf-8", "str", kind)


def html_ledger(text: str, removed: Sequence[str] = ()) -> Ledger:
    """A ledger of well-formed HTML with double-quoted attributes; ``id="hidden"`` hides."""
    segmenter = _Segmenter(text)
    segmenter.run()
    blocks = tuple(segmenter.blocks)
    return Ledger(Page(text, source(text)), segmenter.tree, blocks, (), decide(blocks, removed))


def text_ledger(text: str, removed: Sequence[str] = ()) -> Ledger:
    """A ledger of plain text, a block for each line that is not blank."""
    blocks = []
    for line in re.finditer(r"\S[^\r\n]*[^\s]|\S", text):
        run = Run((0, len(line[0])), line.span())
        blocks.append(Block(len(blocks), line[0], (run,)))
    page = Page(text, source(text, "text"))
    return Ledger(page, Tree(), tuple(blocks), (), decide(blocks, removed))
