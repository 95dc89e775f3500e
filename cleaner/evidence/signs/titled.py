"""Sentences and lines that are made of the page's own title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from cleaner.evidence.signs.edges import edge, is_paragraph, paragraphs
from cleaner.evidence.text import BLANKS, begins, folded, may_read
from cleaner.evidence.view import View, once
from cleaner.model import Block

# A title that can be recognised in a sentence has so many words (characters where words are not set apart).
_WORDS, _WIDE = 4, 8
# In the middle of a sentence it has so many: "everything about the Sleep Sound Therapy System" names a product.
_WITHIN = 6
# A sentence of filler is no longer than a title and this (characters).
_AROUND = 160
_END = 20
# What is put behind a title: a year, alone or with words that say it is new or all.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b[^\d]{0,12}$")
_BRACKETED_YEAR = re.compile(r"[(\[（【][^()\[\]（）【】]*(?:19|20)\d\d[^()\[\]（）【】]*[)\]）】]\s*$")
_DRESS = re.compile(
    r"\W*(?:19|20)\d\d\W*$|.*(?:updated?|guide|review|everything|aktualisiert|ratgeber|mise? à jour|guía|actualizad|aggiornat"
    r"|guida|atualizad|guia|bijgewerkt|gids|aktualiza|zaktualizowan|przewodnik|обновлен|руководство|güncel|rehber|更新|最新|指南|完全ガイド)",
    re.IGNORECASE,
)
# A headline with a year is no longer, nor what stands behind the title in it (characters).
_LINE, _BEHIND = 250, 45
_SITE = re.compile(r"(?<!\s)\s+[|–—-]\s+")
_TITLE_CASE = 0.7
# What a site puts behind its titles, and what a farm puts behind them where pictures stood.
_SITE_BEHIND = re.compile(r"\s[|»]\s[^\W\d_][^|»]{2,30}$")
_NUMBER = re.compile(rf"{BLANKS}\((\d{{1,2}})\)\s*$")
# A year with words that say that the text is new or all, apart from the title.
_GUIDE = re.compile(
    r"[(\[:–—-]\s?(?:[^()\[\]\d]{0,40}(?:updated?|guide|need to know|aktualisiert|ratgeber|wissen müssen|mis à jour|savoir|actualizado|saber"
    r"|guía|aggiornat|sapere|guida|atualizado|guia|bijgewerkt|moet weten|gids|zaktualizowan|wiedzieć|przewodnik|обновл|нужно знать|гид"
    r"|güncel|rehber|bilmeniz|更新|最新|指南|ガイド)[^()\[\]\d]{0,15}(?:19|20)\d\d|(?:19|20)\d\d[^()\[\]\d]{0,3}(?:guide|rehberi|年最新版|最新|ガイド))",
    re.IGNORECASE,
)
# So many paragraphs may stand before the first chapter of a serial.
_INTRODUCTION = 2
# So often nobody names a title in sentences that stand beside each other; what else a sentence says has so many characters.
_REPEATED, _OWN = 3, 4
# Words around a title in a line of its own (characters); in a longer paragraph who names the title has a name for one.
_WORDS_AROUND, _PARAGRAPH = 90, 200
# Without markup the title is among so many lines then, before any paragraph; and a page with more titles than this is a list of them.
_ABOVE, _TITLES = 8, 20
# What a quotation stands behind, or a sentence that a headline quotes from the text; and who speaks of himself is written large anywhere.
_ENDED, _SAYS_I = "\"'“”„«»‘’‚‹›「『《:：（([.!?…。！？", re.compile(r"I\b")
# Questions of a list, one, and an answer (characters).
_QUESTIONS, _QUESTION, _ANSWER = 8, 80, 120
# A label is short (characters).
_LABEL = 40
# Without markup the title is among the first lines.
_FIRST = 3
_SENTENCE_END = re.compile(r"[.!…。！:：;,][\"'”’»)]*$")


@once
def names(view: View) -> list[str]:
    """The page's title as it declares and heads it, folded, with and without what stands behind it, if it is long."""
    return [name for name in declared(view) if _is_long(name)]


@once
def declared(view: View) -> set[str]:
    """The same, of two words and more."""
    whole = [*view.titles, *(block.text for block in _heads(view))]
    parts = {folded(part) for title in whole for part in (title, title if view.is_text else _SITE.split(title)[0])}
    return {part for part in parts if " " in part or _is_long(part)}


def _heads(view: View) -> list[Block]:
    """The headings over the whole page; in text without markup the first lines that are no sentences."""
    if not view.is_text:
        return [block for block in view.blocks if block.flags.heading == 1]
    return [b for b in view.blocks[:_FIRST] if len(b.text) <= _LINE and not _SENTENCE_END.search(b.text)]


def _is_long(name: str) -> bool:
    """Has a title so many words that it can be recognised?"""
    return len(name.split()) >= _WORDS or (name > "\u2e80" and len(name) >= _WIDE)


def is_filler(block: Block, view: View) -> bool:
    """Does a short block name the whole title behind a phrase of filler, or are two such phrases set around a title?"""
    spans = view.phrases["filler-name"][block.index]
    text = block.text.strip()
    if block.flags.quote or block.flags.pre or block.flags.heading or len(spans) > 4:
        return False
    if not begins(block, spans[0]):
        return len(text) <= _LINE + _AROUND and any(_stands(title, text) for title in _titles(view))
    said, opening = folded(text), folded(block.text[slice(*spans[0])])
    for name in names(view):
        if text[-1] in ".!?。！？" and len(said) <= len(name) + _AROUND and f" {name} " in f" {said[len(opening) :]} ":
            return True
    first, last = spans[0], spans[-1]
    between = block.text[first[1] : last[0]].strip(" ,.?!“”„«»\"'")
    return len(spans) > 1 and len(text) <= 2 * _AROUND and _is_title(between)


def _titles(view: View) -> list[str]:
    """The title as it is written, if it is so long that nobody says it within a sentence."""
    return list(filter(_within, [*view.titles, *(block.text for block in _heads(view))]))


def _within(title: str) -> bool:
    """Is a title so long that nobody says it within a sentence?"""
    return len(title.split()) >= _WITHIN or (title > "\u2e80" and len(title) >= 2 * _WITHIN)


def _stands(title: str, text: str) -> bool:
    """Does a whole title stand in a sentence as it is written, with little else?"""
    return text != title and title in text and len(text) <= len(title) + _AROUND and text[-1] in ".!?。！？"


def _is_title(text: str) -> bool:
    """Are these words written as a title is, most of them large?"""
    words = [word for word in text.split() if word[0].isalpha()]
    return len(words) >= _WORDS and sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)


def dressed_copies(view: View) -> Iterator[int]:
    """Blocks that are the title with a year or a site behind it, where the title has none; lines behind the text that say
    to be the guide for a year, as farms dress a title that was left out. In brackets a year with such words may stand behind a title of two words."""
    plain, every, heads = names(view), declared(view), {block.index for block in _heads(view)}
    for block in view.having("19", "20", "|", "»"):
        if len(block.text) > _LINE or block.index in heads:
            continue
        bracketed = _BRACKETED_YEAR.search(block.text[-_BEHIND:])
        if bracketed and _DRESS.match(bracketed[0]) and folded(block.text[: -len(bracketed[0])]) in every:
            yield block.index
            continue
        if block.flags.heading:
            continue
        year = _YEAR.search(block.text[-_END:])
        if not year and not (("|" in block.text or "»" in block.text) and _SITE_BEHIND.search(block.text)):
            continue
        said = folded(block.text)
        behind = [
            said[len(name) :] for name in plain if said.startswith(f"{name} ") and (view.is_text or said not in plain)
        ]
        named = any(len(rest) <= _BEHIND and (_DRESS.match(rest) or not year) for rest in behind)
        if named or (year and _GUIDE.search(block.text) and _is_long(said) and edge(view, block) == "tail"):
            yield block.index


def title_copies(view: View) -> Iterator[int]:
    """Lines behind the text that are its title again; and titles with numbers that do not number chapters."""
    plain = set(names(view))
    heads = {block.index for block in _heads(view)}
    initials = {name[0] for name in plain}
    shortest, longest = min(map(len, plain), default=0), max(map(len, plain), default=0) + _END
    for block in view.blocks:
        fits = shortest <= len(block.text) < longest and may_read(block.text, initials)
        if not fits or len(block.text) > _LINE or block.flags.pre or block.flags.cell or block.flags.heading:
            continue  # as it is with most
        if folded(block.text) in plain and not _SENTENCE_END.search(block.text):
            under = block.index == 1 and view.is_text and folded(block.text) == folded(view.blocks[0].text)
            if under or (block.index not in (*heads, view.headline) and edge(view, block) == "tail"):
                yield block.index
    for name, numbers in _numbered(view).items():
        known = name in declared(view) if len(numbers) > 1 else name in plain
        repeated = view.is_text and len(numbers) > 1 and _is_long(name)
        if (known or repeated) and not _are_chapters(view, numbers):
            yield from numbers


def _numbered(view: View) -> Mapping[str, Mapping[int, int]]:
    """Lines with a number in brackets at their end, by what stands before it: block → number."""
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for block in view.having(")"):
        if block.text[-1] == ")" and len(block.text) <= _LINE and not (block.flags.pre or block.flags.cell):
            if number := _NUMBER.search(block.text):
                found[folded(block.text[: number.start()])][block.index] = int(number[1])
    return found


def _are_chapters(view: View, numbers: Mapping[int, int]) -> bool:
    """Do numbers count the chapters of a text: in order from the first, which begins it, with text behind each?

    A heading may begin a chapter behind any introduction.
    """
    places = list(numbers)
    if list(numbers.values()) != list(range(1, len(places) + 1)):
        return False
    if any(place + 1 in numbers or place + 1 == len(view.blocks) for place in places):
        return False
    before = sum(index < places[0] for index in paragraphs(view))
    return before <= _INTRODUCTION or bool(view.blocks[places[0]].flags.heading)


@once
def title_sentences(view: View) -> Sequence[int]:
    """Sentences beside each other that all name the whole title, a question among them or three in all. Authors do not write so;
    who sells something may."""
    named = _titles(view) if not view.sells else []
    if not named:
        return []
    found: list[int] = []
    said = {block.index: count for block in view.having(*named) if (count := _namings(block, named))}
    for run in _runs(said):
        count = sum(said[index] for index in run)
        asked = any(_asks(view.blocks[index].text, named) for index in run)
        if count >= _REPEATED or (count > 1 and asked):
            found += [*_label(view, run[0]), *run, *_answers(view, run[-1])] if asked else run
    return found


@once
def title_lines(view: View) -> Sequence[int]:
    """Short lines, no headings and no statements, in which the whole title stands as it is written among a few other words ("all about …", "… near me"): so a
    machine puts it in. None where it is quoted, where the page sells something or a paragraph names the title, which is then what its subject is called."""
    over = _over(view)
    named = {
        part
        for title in (*view.titles, *(block.text for block in over))
        for part in (title, *(title[: match.start()] for match in _SITE.finditer(title)))
        if _within(part) and not _SAYS_I.match(part)
    }
    if view.sells or view.forum or not 0 < len(named) <= _TITLES:
        return []
    above = {block.index for block in over}
    holders = [block for block in view.having(*sorted(named)) if block.index not in above]
    prose = [block.text for block in holders if is_paragraph(block) and not block.flags.heading]
    names = [name for name in named if not any(len(text) > len(name) + _PARAGRAPH and name in text for text in prose)]
    return [
        block.index for block in holders if any(name in block.text and _is_set_around(block, name) for name in names)
    ]


def _over(view: View) -> Sequence[Block]:
    """What may be the title over the text. In text without markup a menu and dates may stand above it."""
    if not view.is_text:
        return _heads(view)
    above = takewhile(lambda block: len(block.text) <= _LINE, view.blocks[:_ABOVE])
    return [block for block in above if not _SENTENCE_END.search(block.text)]


def _is_set_around(block: Block, name: str) -> bool:
    text, flags = block.text.strip(), block.flags
    if flags.heading or flags.quote or flags.pre or flags.cell or not _OWN <= len(text) - len(name) <= _WORDS_AROUND:
        return False
    before, _, behind = text.partition(name)
    if (before.strip() and before.rstrip()[-1] in _ENDED) or _SENTENCE_END.search(text):
        return False
    # A line of verse goes on with a comma or the like.
    return bool(before.strip()) or not behind[:1].strip(" ") or behind[0].isalnum() or behind[:1] in "?？"


def _answers(view: View, last: int) -> Iterator[int]:
    """The short questions with short answers that follow one that names the title."""
    behind = view.blocks[last + 1 : last + 1 + 2 * _QUESTIONS]
    for question, answer in zip(behind[::2], behind[1::2], strict=False):
        asks = question.text.rstrip().endswith(("?", "？")) and len(question.text) <= _QUESTION
        if not asks or len(answer.text) > _ANSWER or answer.text.rstrip()[-1] not in ".!。！":
            return
        yield from (question.index, answer.index)


def _label(view: View, first: int) -> Iterator[int]:
    """What stands above questions and says that they are some, if it is a few words."""
    for block in view.blocks[max(0, first - 1) : first]:
        if len(block.text) <= _LABEL and not _SENTENCE_END.search(block.text) and block.flags.heading != 1:
            yield block.index


def _runs(indexes: Iterable[int]) -> Iterator[list[int]]:
    """Indexes in order, those that follow each other together."""
    for _, run in groupby(enumerate(indexes), lambda pair: pair[1] - pair[0]):
        yield [index for _, index in run]


def _namings(block: Block, named: Sequence[str]) -> int:
    """How often a block names a title, if it does so in short sentences and says little else."""
    text = block.text
    count = max(text.count(name) for name in named)
    if text.rstrip()[-1] not in ".!?。！？" or block.flags.unseen or block.flags.pre or block.flags.quote:
        return 0
    own = len(text) - count * max(len(name) for name in named if name in text)
    return count if _OWN * count <= own <= _AROUND * count else 0


def _asks(text: str, named: Sequence[str]) -> bool:
    """Is there a question in a text, besides the title's own?"""
    for name in named:
        text = text.replace(name, "")
    return "?" in text or "？" in text
