"""Do rules keep what their examples promise? Each hit must be found by its rule, each miss be left alone by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from cleaner.cleaned import Cleaned
from cleaner.ownrules import OwnRule
from cleaner.pipeline import clean
from cleaner.policy import PRESETS

_MARKUP = re.compile(r"<[a-z]+[\s>]")


class Example(NamedTuple):
    """A page made of an example, and the place in it that is meant (None: all of it)."""

    page: str
    is_html: bool
    offset: int | None

    @property
    def kind(self) -> Literal["html", "text"]:
        return "html" if self.is_html else "text"


def read(example: str) -> Example:
    """An example as a page by itself: text, or HTML where it has a tag; ``=>`` stands before the block that is meant."""
    offset = example.find("=>")
    return Example(example.replace("=>", ""), bool(_MARKUP.search(example)), None if offset < 0 else offset)


def meant(result: Cleaned, example: Example) -> set[int]:
    """The blocks that an example means: the one with the marker, or all of them."""
    if example.offset is None:
        return {block.index for block in result.blocks}
    return {block.index for block in result.blocks if block.span[0] <= example.offset < block.span[1]}


def finds(result: Cleaned, rule: str, example: Example) -> bool:
    """Has the rule of this id found anything on what an example means, or of the page as a whole?"""
    blocks = meant(result, example)
    return any(found.rule == rule and (found.block is None or found.block in blocks) for found in result.findings)


def broken(rules: Sequence[OwnRule]) -> Iterator[str]:
    """What a user's rules do not keep of what their examples promise, each as a line."""
    for rule in rules:
        if not rule.hits:
            yield f"{rule.name}: has no hits: nothing shows what it is for"
        host = rule.hosts[0] if rule.hosts else None
        policy = replace(PRESETS["balanced"], own=(rule,))
        for examples, wanted in ((rule.hits, True), (rule.misses, False)):
            for text in examples:
                example = read(text)
                url = f"https://{host}/" if host else None
                result = clean(example.page, policy=policy, kind=example.kind, url=url)
                if not meant(result, example):
                    yield f"{rule.name}: the example means no block: {text}"
                elif finds(result, rule.name, example) != wanted:
                    yield f"{rule.name}: {'does not find' if wanted else 'finds'} {text}"
