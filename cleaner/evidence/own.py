"""What the rules of a user's own (:mod:`cleaner.ownrules`) find on a page."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

import re2
from ahocorasick_rs import AhoCorasick

from cleaner.evidence.phrases import is_whole
from cleaner.evidence.phrases.fold import fold
from cleaner.model import Block, Effect, Finding, Page
from cleaner.ownrules import OwnRule
from cleaner.source import html

# In a block with more characters than this a phrase is somebody's prose.
_PROMPT = 300


def find_own(page: Page, blocks: Sequence[Block], rules: Sequence[OwnRule]) -> list[Finding]:
    """Ask a user's rules, those that are for the page's host.

    :returns: hard findings, in the order of the rules and then of the page.
    """
    host = urlsplit(page.source.url).hostname if page.source.url else None
    meant = [rule for rule in rules if rule.applies(host)]
    is_html = page.source.input_kind != "text"
    selectors = {rule.id: _selector(rule) for rule in meant if is_html and (rule.selector or rule.attribute)}
    spans = html.select(page.text, list(selectors.values())) if selectors else {}
    found = []
    for rule in meant:
        effect = Effect.PROTECT if rule.action == "keep" else Effect.REMOVE
        for index, span, seen in _seen(rule, blocks, spans.get(selectors.get(rule.id, ""), ())):
            found.append(Finding(rule.name, index, span, effect, 0.0, (seen,)))
    return found


_Seen = tuple[int, tuple[int, int] | None, str]


def _seen(rule: OwnRule, blocks: Sequence[Block], rows: Sequence[tuple[int, int]]) -> Iterator[_Seen]:
    if rule.phrases:
        yield from _phrases(rule.phrases, blocks)
    elif rule.pattern:
        pattern = re2.compile(rule.pattern)
        for block in blocks:
            for match in pattern.finditer(block.text):
                if match.start() < match.end():
                    yield block.index, match.span(), f"pattern={rule.pattern}"
    else:
        order = sorted((block.node, block.index) for block in blocks)
        for start, end in rows:
            inside = order[bisect_left(order, (start, 0)) : bisect_left(order, (end, 0))]
            yield from sorted((index, None, f"element={start}") for _, index in inside)


def _phrases(phrases: Sequence[str], blocks: Sequence[Block]) -> Iterator[_Seen]:
    automaton = AhoCorasick([fold(phrase).text for phrase in phrases])
    for block in blocks:
        if len(block.text) <= _PROMPT:
            text = fold(block.text).text
            matches = automaton.find_matches_as_indexes(text, overlapping=True)
            for number in [number for number, start, end in matches if is_whole(text, start, end)][:1]:
                yield block.index, None, f"phrase={phrases[number]}"


def _selector(rule: OwnRule) -> str:
    """The rule's selector; that of an attribute, which may have any value."""
    name, equals, value = rule.attribute.partition("=")
    return rule.selector or (f"[{name}={json.dumps(value, ensure_ascii=False)}]" if equals else f"[{name}]")
