"""What is known of each line of a text that somebody extracted: plain arrays, computed once.

The markup that says most on a page is gone there. What is left: how a line is written, which phrases and words stand in it, whether it
says the headline again, and what stands around it. Blank lines are not looked at: every extractor sets them in its own way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence, Set
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content import characters as chars
from cleaner.evidence.content.geometry import Column, Floats, numbered, row_names, running, style
from cleaner.evidence.content.said import ANY, said
from cleaner.evidence.lines.marks import marks
from cleaner.evidence.pieces import FURNITURE, Pieces
from cleaner.evidence.text import folded
from cleaner.model import Block

_REACHES = np.array([[1], [3], [8]])  # so many lines on either side are looked at
_SENTENCE, _PARAGRAPH = 8, 20  # words from which on a line is prose: with a stop at its end, and with any
_MOST = 60  # words of a line that count around it
_SAID = 0.3  # the share of a line from which on a phrase says what it is
_HEADS, _HEADLINE = 4, 200  # the headline is among so many first lines, and no longer (characters)
_SHORTEST = 10  # characters of a headline by which one knows it again
_FAR = 99  # lines
_ADDRESS = re.compile(r"@\w|https?:|www\.|(?<![\w-])-*+\b[\w-]++\.(?:com|net|org|info|example|io|[a-z]{2})\b")
_MARK = re.compile(r"[-–—•*·▪►✓✔]\s|\d{1,2}[.)]\s")
_SEPARATOR = re.compile(r"\s[|\-–—•·»:]\s")
_LONG = 5  # letters of a word that says what a line is about
_READ = 1_000  # characters of a line that are read for that
_GRAM = 4  # words that stand together in one line and in another: it says something of the other again
_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+|[\u3040-\u30ff\u3400-\u9fff]+")
_IDEOGRAPH = "\u3040"
_NUMBERED = re.compile(r"\(\d{1,3}\)$")


class Lines(NamedTuple):
    """Of a text with at least one line.

    :param values: float32, a row for each feature and a column for each line.
    :param names: the names of its rows.
    :param words: how many words each line has.
    :param prose: which of them are sentences or paragraphs.
    """

    values: NDArray[np.float32]
    names: tuple[str, ...]
    words: Floats
    prose: NDArray[np.bool_]


def line_features(cut: Pieces, spam: Container[int | None]) -> Lines:
    """The features of a text's lines.

    :param cut: at least one.
    :param spam: indexes of blocks that are spam by rules.
    """
    blocks, worded = cut.blocks, cut.worded
    texts = [block.text for block in blocks]
    said_there = [_words(text[:_READ]) for text in texts]
    read = chars.characters(texts)
    words = read.words.astype(np.float64)
    prose = ((words >= _SENTENCE) & (read.last == chars.STOP)) | (words >= _PARAGRAPH)
    phrases = said(cut.found, blocks)
    is_spam = np.array([index in spam for index, _ in cut.origins], dtype=np.float64)
    columns: list[Column] = [
        *_own(blocks, read, words),
        ("headline", _headline(texts)),
        ("echo", _echo(texts, said_there)),
        ("familiar", _familiar(said_there, worded[0])),
        ("language", _language(said_there, worded[0])),
        *marks(cut, words, prose),
        ("said", phrases),
        ("worded", worded),
        ("spam", is_spam),
        *_around(read, words, prose, phrases, worded[0], is_spam),
        ("together", np.vstack([*together(~prose, worded[0]), *together(worded[0] >= FURNITURE, worded[0])])),
        *_of_page(words, prose, phrases, is_spam),
    ]
    values = np.vstack([column for _, column in columns], dtype=np.float32)
    return Lines(values, row_names(columns), words, prose)


def _own(blocks: Sequence[Block], read: chars.Characters, words: Floats) -> Iterator[Column]:
    length = read.counts.sum(axis=1)
    yield "words", words
    yield "length", length
    yield "word-length", length / np.maximum(words, 1)
    yield from style(read, words, length)
    yield "shape", np.array([_shape(block.text) for block in blocks], dtype=np.float64).T
    yield "heading", np.array([block.flags.heading for block in blocks])
    yield "code", np.array([block.flags.pre for block in blocks])
    texts, _ = numbered([block.text for block in blocks])
    yield "copies", np.bincount(texts)[texts]


def _shape(text: str) -> tuple[bool, bool, bool, bool]:
    return bool(_ADDRESS.search(text)), bool(_MARK.match(text)), bool(_NUMBERED.search(text)), text.isupper()


def _headline(texts: Sequence[str]) -> Floats:
    """Does a line say one of the first lines, how much of it is that; and of a line that says none of them whole, the share of its words that
    stand in one."""
    rows = np.zeros((3, len(texts)))
    pieces = (piece for text in texts[:_HEADS] if len(text) < _HEADLINE for piece in (text, *_SEPARATOR.split(text)))
    heads = [head for head in dict.fromkeys(map(folded, pieces)) if len(head) >= _SHORTEST and " " in head]
    if not heads:
        return rows
    sets = [frozenset(head.split()) for head in heads]
    for place, text in enumerate(texts):
        if len(text) > 2 * _HEADLINE:
            continue
        line = folded(text)
        whole = max((len(head) for head in heads if head in line and not (place < _HEADS and line == head)), default=0)
        if whole:
            rows[:2, place] = 1, whole / len(line)
        elif place >= _HEADS and (own := line.split()):
            rows[2, place] = max(sum(map(words.__contains__, own)) for words in sets) / len(own)
    return rows


def _echo(texts: Sequence[str], words: Sequence[Sequence[str]]) -> Floats:
    """What share of a line's words stand in a row in other lines too, and in how many lines at most: machines say a title over and over."""
    rows = np.zeros((2, len(texts)))
    grams: list[list[tuple[str, ...]]] = []
    for text, own in zip(texts, words, strict=True):
        short = own if len(text) <= 2 * _HEADLINE else ()
        grams.append(list(zip(*(short[at:] for at in range(_GRAM)), strict=False)))
    lines = Counter(chain.from_iterable(map(set, grams)))
    again = {gram for gram, count in lines.items() if count > 1}
    for place, line in enumerate(grams) if again else ():
        if not again.isdisjoint(line):
            rows[:, place] = sum(map(again.__contains__, line)) / len(line), max(map(lines.__getitem__, line))
    return rows


def _familiar(words: Sequence[Sequence[str]], odds: Floats) -> Floats:
    """How many longer words a line has, and the shares of them that other lines say which are worded as an author's, and that any do."""
    longer = [{word for word in line if len(word) >= _LONG or word >= _IDEOGRAPH} for line in words]
    any_line = Counter(chain.from_iterable(longer))
    shares = [sum(any_line[word] > 1 for word in own) / len(own) if own else 0.0 for own in longer]
    return np.vstack([_said_by_authors(longer, odds), shares])


def _language(words: Sequence[Sequence[str]], odds: Floats) -> Floats:
    """The same of short words, less the last: of a language's words the short ones are in every text, and few of those of another."""
    return _said_by_authors(
        [{word for word in line if len(word) < _LONG and word < _IDEOGRAPH} for line in words], odds
    )


def _said_by_authors(lines: Sequence[Set[str]], odds: Floats) -> Floats:
    """How many words each line has, and the share of them that other lines say which are worded as an author's."""
    authors = Counter(chain.from_iterable(line for line, odd in zip(lines, odds.tolist(), strict=True) if odd < 0))
    rows = np.zeros((2, len(lines)))
    for place, own in enumerate(lines):
        if own:
            itself = int(odds[place] < 0)
            rows[:, place] = len(own), sum(authors[word] > itself for word in own) / len(own)
    return rows


def _words(text: str) -> list[str]:
    """In lower case; of scripts without spaces every two characters that stand together."""
    found = _WORD.findall(text.lower())
    if text.isascii() or all(word < _IDEOGRAPH for word in found):
        return found
    return [
        part
        for word in found
        for part in ([word] if word < _IDEOGRAPH or len(word) == 1 else map("".join, pairwise(word)))
    ]


def _around(
    read: chars.Characters, words: Floats, prose: NDArray[np.bool_], phrases: Floats, worded: Floats, spam: Floats
) -> Iterator[Column]:
    """The lines before and behind: means over some, and the next ones themselves."""
    size, at = len(words), np.arange(len(words))
    any_said = phrases[ANY]
    each = np.array(
        [
            np.minimum(words, _MOST),
            prose,
            any_said,
            any_said > _SAID,
            worded,
            spam,
            read.capitals,
            read.counts[:, chars.DIGIT],
        ]
    )
    sums = running(each.T).T
    low, high = np.maximum(at - _REACHES, 0), np.minimum(at + _REACHES + 1, size)
    before = (sums[:, None, :-1] - sums[:, low]) / np.maximum(at - low, 1)
    behind = (sums[:, high] - sums[:, None, 1:]) / np.maximum(high - at - 1, 1)
    yield "before", before.reshape(-1, size)
    yield "behind", behind.reshape(-1, size)
    for by in (1, -1):
        there = np.clip(at + by, 0, size - 1)
        yield f"next{by:+d}", np.array([words, any_said, worded, prose, read.last, spam])[:, there]
    since, until = distances(prose)
    yield "prose.since", since
    yield "prose.until", until


def together(marked: NDArray[np.bool_], values: Floats) -> Iterator[Floats]:
    """Of the row of marked lines that a line stands in: how many they are, the sum of their values (how they are worded, say), and the greatest of them.
    Nought for lines that are not marked."""
    first = marked & ~np.append(False, marked[:-1])
    begins = np.flatnonzero(first)
    if not len(begins):
        yield from np.zeros((3, len(marked)))
        return
    own = np.where(marked, values, 0.0)
    rows = np.maximum(np.cumsum(first) - 1, 0)
    sizes = np.add.reduceat(marked.astype(np.float64), begins)
    peaks = np.maximum.reduceat(np.where(marked, values, -np.inf), begins)
    for of_row in (sizes, np.add.reduceat(own, begins), peaks):
        yield np.where(marked, of_row[rows], 0.0)


def _of_page(words: Floats, prose: NDArray[np.bool_], phrases: Floats, spam: Floats) -> Iterator[Column]:
    """Where in the text a line stands, and what text that is."""
    size, at = len(words), np.arange(len(words))
    of_prose = np.append(0, np.cumsum(prose * words))
    total = max(of_prose[-1], 1)
    yield "place", np.array([at, size - at, at / size])
    yield "prose.before", of_prose[:-1] / total
    yield "prose.behind", (of_prose[-1] - of_prose[1:]) / total
    about = np.minimum(words, _MOST).sum()
    facts = (
        size, about, of_prose[-1] / about if about else 0, about / size,
        prose.mean(), (phrases[ANY] > _SAID).mean(), spam.mean(), *(phrases[:ANY] > _SAID).mean(axis=1),
    )  # fmt: skip
    yield "page", np.repeat(np.array(facts)[:, None], size, axis=1)


def distances(marked: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many lines ago the last marked one stood, and in how many the next one stands: 0 at one, 99 where there is none."""
    size, at = len(marked), np.arange(len(marked))
    last = np.maximum.accumulate(np.where(marked, at, -_FAR))
    following = np.minimum.accumulate(np.where(marked, at, size + _FAR)[::-1])[::-1]
    return np.minimum(at - last, _FAR), np.minimum(following - at, _FAR)
