"""Sentences and lines that are made of the page's own title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.evidence.text import begins, folded
from cleaner.evidence.view import View
from cleaner.model import Block

# A title that can be recognised in a sentence has so many words (characters where words are not set apart).
_WORDS, _WIDE = 4, 8
# A sentence of filler is no longer than a title and this (characters).
_AROUND = 160
_END = 20
# What is put behind a title: a year, alone or with words that say it is new or all.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b[^\d]{0,12}$")
_DRESS = re.compile(
    r"\W*(?:19|20)\d\d\W*$|.*(?:updated?|guide|review|everything|aktualisiert|ratgeber|mis à jour|guía|actualizado|aggiornat"
    r"|guida|atualizado|guia|bijgewerkt|gids|zaktualizowan|przewodnik|обновлен|руководство|güncel|rehber|更新|最新|指南|完全ガイド)",
    re.IGNORECASE,
)
# A headline with a year is no longer, nor what stands behind the title in it (characters).
_LINE, _BEHIND = 250, 45
_SITE = re.compile(r"\s+[|–—-]\s+")
_TITLE_CASE = 0.7


def names(view: View) -> list[str]:
    """The page's title as it declares and heads it, folded, with and without what stands behind it."""
    heads = [block.text for block in view.blocks if block.flags.heading == 1]
    whole = [*view.titles, *heads]
    parts = {folded(part) for title in whole for part in (title, _SITE.split(title)[0])}
    return [name for name in parts if len(name.split()) >= _WORDS or (name > "\u2e80" and len(name) >= _WIDE)]


def is_filler(block: Block, view: View) -> bool:
    """Does a short block name the whole title behind a phrase of filler, or are two such phrases set around a title?"""
    spans = view.phrases["filler-name"][block.index]
    text = block.text.strip()
    if block.flags.quote or block.flags.pre or block.flags.heading or len(spans) > 4:
        return False
    if not begins(block, spans[0]):
        return False
    said, opening = folded(text), folded(block.text[slice(*spans[0])])
    for name in names(view):
        if text[-1] in ".!?。！？" and len(said) <= len(name) + _AROUND and f" {name} " in f" {said[len(opening) :]} ":
            return True
    first, last = spans[0], spans[-1]
    between = block.text[first[1] : last[0]].strip(" ,.?!")
    return len(spans) > 1 and len(text) <= 2 * _AROUND and _is_title(between)


def _is_title(text: str) -> bool:
    """Are these words written as a title is, most of them large?"""
    words = [word for word in text.split() if word[0].isalpha()]
    return len(words) >= _WORDS and sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)


def dressed_copies(view: View) -> Iterator[int]:
    """Blocks that are the title with a year behind it, where the title has none."""
    plain = names(view)
    if not plain:
        return
    for block in view.blocks:
        if len(block.text) <= _LINE and not block.flags.heading and _YEAR.search(block.text[-_END:]):
            said = folded(block.text)
            behind = [said[len(name) :] for name in plain if said.startswith(f"{name} ") and said not in plain]
            if any(len(rest) <= _BEHIND and _DRESS.match(rest) for rest in behind):
                yield block.index
