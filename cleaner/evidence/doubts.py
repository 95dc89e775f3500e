"""What the line model holds against lines: of a text that somebody extracted, and of what is to be kept of a page.

Of such a text most is its author's. A line goes where the author's words that one must expect to lose with it are worth it: p ÷ (1 - p) of its
words, for each line of somebody else's. How many are depends on the page: the more of its lines are surely somebody else's, the more it is
likely that somebody has wrapped it in junk.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence, Set
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content.select import STEP, Floats, against, log_odds
from cleaner.evidence.lines import opinion as line_model
from cleaner.evidence.lines.features import Lines, together
from cleaner.evidence.phrases import Found, is_rare_topic
from cleaner.evidence.pieces import SENTENCES, Pieces
from cleaner.model import Block, Effect, Engine, Finding, Tree

# A text of which sentences and paragraphs are a smaller share is itself a list: of works, of products, of dates.
_PROSE = 0.4


class _Stake(NamedTuple):
    """How many words of the author's may be lost, by what is to be expected, for a line of somebody else's that goes.

    :param always: on any page.
    :param spam: more where a rule has found spam.
    :param each: more for each line that surely is somebody else's.
    :param most: never more.
    """

    always: float
    spam: float
    each: float
    most: float


# Of an extracted text, and of what is kept of a page, of which the content model has spoken already.
_OF_TEXT, _OF_PAGE = _Stake(0.2, 1.0, 1.0, 2.5), _Stake(0.5, 2.0, 0.5, 4.0)
# Who names furniture in a text may quote its words, where no markup says so. A text that is a list is as odd: with this stake two in three lines of
# junk in such go, and of 322 honest ones something of five.
_OF_ODD_TEXT = _Stake(0.06, 0.3, 0.3, 1.0)
# Below this chance a line surely is somebody else's. Some are thought so that are not: so many anywhere, and such a share of a page's lines.
_SURE, _BY_CHANCE, _OF_LINES = 0.05, 0.5, 0.01
_NOTHING = 1e-3  # the stake for which nothing goes
_LEAST = 5.0  # words that a line counts more than it has: of the shortest least is known
# So many times the words of a sentence within a line count, where something is wrong on both sides when it goes, and those of an item of a page's list:
# what a post asks for, or a shop has, is worded as lists are.
_SENTENCE, _ITEM = 2.0, 3.0
_NAMES = 8  # words of a line that names something or leads to something, and is no label
_AUTHORS, _RATHER = 0.9, 0.5  # its chance to be the author's; and that from which on it is rather his than not
# Below this chance a line may be one of a box, and such a share of what is held against it is the mean of its neighbours'. Of two unseen hands' boxes in texts a fourteenth and a
# fifth less is left for it, and of 300 texts in several of them 107 have none left, where 85 had.
_DOUBTFUL, _TOGETHER = 0.6, 1 / 3
_COLONS, _CLOSING = (":", "："), " \"'”’»)]"
LINES = "content.lines"
"""What the line model says; a policy may switch it off, and leaves text to the rules then."""

# It is not asked about a text of more blocks: no article is as long, and it would take seconds.
_MOST_LINES = 20_000
_CELLS, _LINES_OF_FACTS = ("td", "th"), 3
_finding = partial(tuple.__new__, Finding)  # a third of the time of Finding(…)


def of_text(
    blocks: Sequence[Block], found: Found, gone: Container[int | None], engine: Engine, path: str | None
) -> tuple[Finding, ...]:
    """What is thought of each line of a text that somebody extracted.

    :param found: the phrases in it.
    :param gone: blocks that are spam whatever anybody thinks of them.
    :param engine: whom to ask; trafilatura cannot be asked about text.
    :param path: the model's file; None for the one in the package.
    :returns: for each block an opinion whose weight is log-odds against the lowest cut that there is; none where the text is endless.
    :raises ModelError: there is no such model.
    """
    if engine == "trafilatura" or not 0 < len(blocks) <= _MOST_LINES:
        return ()
    cut = line_model.cut_up(blocks, found, path)
    probabilities, seen = line_model.opinion(cut, gone, path)
    stays = _led(cut, probabilities, seen.words) | _within(cut, probabilities)
    probabilities = np.where(stays, 1.0, probabilities)
    has_spam = any(index in gone for index, _ in cut.origins)
    is_odd = _is_list(seen) or _names_furniture(cut, probabilities, seen.words)
    stake = _OF_ODD_TEXT if is_odd else _OF_TEXT
    losses = _losses(cut, probabilities, seen.words)
    weights = against(losses - np.log(stake.most), losses >= np.log(_staked(probabilities, stake, has_spam)))
    return tuple(
        _finding((LINES, index, span, Effect.OPINION, weight, ()))
        for (index, span), weight in zip(cut.origins, weights.tolist(), strict=True)
    )


def of_kept(
    blocks: Sequence[Block],
    found: Found,
    subject: Set[int] | None,
    has_spam: bool,
    thought: Sequence[Finding],
    path: str | None,
) -> Iterator[Finding]:
    """What the line model holds against lines that are to be kept: opinions that outweigh all others.

    :param blocks: what is to be kept of a page; there may be none.
    :param subject: of a page about furniture, the blocks that speak of it, which stay; None of any other page.
    :param has_spam: has a rule found spam on the page?
    :param thought: what else is thought of each.
    """
    if not blocks:
        return
    cut = line_model.cut_up(blocks, found, path)
    facts = _facts(cut.blocks)
    told = np.array([subject is not None and index in subject for index, _ in cut.origins], dtype=bool)
    apart = told | np.array([_is_set_apart(line) or line.node in facts for line in cut.blocks], dtype=bool)
    if not line_model.is_doubtful(cut.worded[:, ~apart]):
        return
    probabilities, seen = line_model.opinion(cut, frozenset(), path)
    if _is_list(seen):
        return
    items = np.array([line.flags.list_depth > 0 for line in cut.blocks])
    probabilities = np.where(apart | _within(cut, probabilities), 1.0, probabilities)
    losses = _losses(cut, probabilities, seen.words * np.where(items, _ITEM, 1.0))
    odds: defaultdict[int | None, float] = defaultdict(float)
    for finding in thought:
        odds[finding.block] += finding.weight
    for number in np.flatnonzero(losses < np.log(_staked(probabilities, _OF_PAGE, has_spam))).tolist():
        index, span = cut.origins[number]
        weight = min(float(log_odds(probabilities[number])), -odds[index] - STEP)
        yield Finding(LINES, index, span, Effect.OPINION, round(weight, 2))


def _losses(cut: Pieces, probabilities: Floats, words: Floats) -> Floats:
    """The logarithm of the author's words that must be expected to be lost with each line, for a line of somebody else's."""
    is_sentence = cut.kinds == SENTENCES
    counted = words * np.where(is_sentence, _SENTENCE, 1.0)
    return _boxed(log_odds(probabilities) + np.log(counted + _LEAST), (probabilities < _DOUBTFUL) & ~is_sentence)


def _boxed(losses: Floats, doubtful: NDArray[np.bool_]) -> Floats:
    """Lines that stand together are judged by what all of them are like as well: a box goes as a whole, or stays."""
    sizes, sums, _ = together(doubtful, losses)
    boxed: Floats = np.where(doubtful, (1 - _TOGETHER) * losses + _TOGETHER * sums / np.maximum(sizes, 1), losses)
    return boxed


def _staked(probabilities: Floats, stake: _Stake, has_spam: bool) -> float:
    """How many words are staked on a page; hardly any where nothing is."""
    sure = float((probabilities < _SURE).sum() - _BY_CHANCE - _OF_LINES * len(probabilities))
    return max(_NOTHING, min(stake.always + stake.spam * has_spam + stake.each * max(0.0, sure), stake.most))


def _names_furniture(cut: Pieces, probabilities: Floats, words: Floats) -> bool:
    """Does its author name furniture in a text? There may be some quoted then, in lines that no markup sets apart."""
    own = (probabilities > _AUTHORS) & (words >= _NAMES)
    indexes = {block.index for block, is_own in zip(cut.blocks, own.tolist(), strict=True) if is_own}
    return any(not indexes.isdisjoint(where) for name, where in cut.found.items() if is_rare_topic(name))


def _led(cut: Pieces, probabilities: Floats, words: Floats) -> NDArray[np.bool_]:
    """Which short lines of a text stand behind a line of its author's that ends in a colon: it leads to them, as markup would say."""
    own = ((probabilities > _AUTHORS) & (words >= _NAMES)).tolist()
    led, is_led = [], False
    for block, is_own, size in zip(cut.blocks, own, words.tolist(), strict=True):
        led.append(is_led and size < _NAMES)
        if size >= _NAMES:
            is_led = is_own and block.text.rstrip(_CLOSING).endswith(_COLONS)
    return np.array(led)


def _within(cut: Pieces, probabilities: Floats) -> NDArray[np.bool_]:
    """Which sentences stand between two of the same line that are rather the author's, and are not clearly worded like furniture: who slips something in
    sets it behind what is there."""
    owners = np.array([index for index, _ in cut.origins])
    same = owners[1:] == owners[:-1]
    own = probabilities > _RATHER
    before, behind = np.append(False, same & own[:-1]), np.append(same & own[1:], False)
    within: NDArray[np.bool_] = before & behind & (cut.kinds == SENTENCES) & (cut.worded[0] < line_model.CLEARLY)
    return within


def _is_set_apart(line: Block) -> bool:
    """Does markup say that a line is a heading, quoted or code? Who quotes junk does it so."""
    flags = line.flags
    return bool(flags.heading or flags.quote or flags.pre)


def _facts(lines: Sequence[Block]) -> frozenset[int]:
    """The elements of lines that are facts in a table; a cell of more lines is there for the page's layout."""
    nodes = [line.node for line in lines if line.flags.cell]
    cells: dict[int, int] = {}  # element → the cell that it stands in
    for node in nodes:
        _find_cell(lines[0].tree, node, cells)
    sizes = Counter(cells[node] for node in nodes)
    return frozenset(node for node in nodes if sizes[cells[node]] <= _LINES_OF_FACTS)


def _find_cell(tree: Tree, node: int, known: dict[int, int]) -> None:
    """Note the cell of an element, and of all between them: no element is climbed past twice."""
    passed = []
    while node >= 0 and node not in known and tree.tags[node] not in _CELLS:
        passed.append(node)
        node = tree.parents[node]
    known.setdefault(node, node)
    known.update(dict.fromkeys(passed, known[node]))


def _is_list(seen: Lines) -> bool:
    """Is a text itself a list, of works, of products, of dates?"""
    return bool((seen.prose * seen.words).sum() < _PROSE * seen.words.sum())
