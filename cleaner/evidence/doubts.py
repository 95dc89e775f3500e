"""What the line model holds against lines: of a text that somebody extracted, and of what is to be kept of a page.

Of such a text most is its author's. The model takes what hardly is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence, Set
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.evidence.content.select import STEP, Floats, Means, against, log_odds, spare
from cleaner.evidence.lines import opinion as line_model
from cleaner.evidence.lines.features import Lines
from cleaner.evidence.phrases import Found, is_rare_topic
from cleaner.evidence.pieces import FURNITURE, Pieces
from cleaner.model import Block, Effect, Engine, Finding, Tree

# A text of which sentences and paragraphs are a smaller share is itself a list: of works, of products, of dates.
_PROSE = 0.4
_Bounds = tuple[Means, float]
"""What may go, and the chance below which a line goes that stands alone."""


class _Doubt(NamedTuple):
    """How far lines are doubted: the more, the more of the page is junk.

    :param usual: on a page with some spam.
    :param laden: on one that is wrapped in junk, if it may be told by what goes.
    :param calm: on any other page a line goes with a smaller chance than this.
    """

    usual: _Bounds
    laden: _Bounds | None
    calm: float


# Where neither much goes nor any rule has found spam: of 400 real pages 5 honest lines go and 65 of furniture, by the usual bounds 36 and 101; of 322 others, most of
# them German, 64 lines and 142; of 862 honest ones that look like junk 22 and 61; of three other hands' junk one line in sixty-five stays for it.
_CALM = 0.03
# Where so many of a page's lines go, and such a share of all, it is wrapped in junk, and doubt is against the rest: of what three other hands' junk is left a seventh
# more goes then; of 862 honest pages that look like junk nothing does, and of 400 real ones three lines of furniture do. Of extracted text less may go: with as much
# as of pages honest look-alikes in junk lose three times what they may.
_MANY, _LADEN = 3, 0.15
# Of an extracted text, and of what is kept of a page, of which the content model has spoken already.
_OF_TEXT = _Doubt(
    (Means(chance=0.3, budget=0.006, hardly=0.2), 0.03), (Means(chance=0.3, budget=0.015, hardly=0.2), 0.15), _CALM
)
_OF_PAGE = _Doubt(
    (Means(chance=0.35, budget=0.015, hardly=0.1), 0.2), (Means(chance=0.6, budget=0.05, hardly=0.2), 0.5), _CALM
)
# Who writes about newsletters, casinos or the like quotes their words, and so may who names furniture in a text, where no markup says so.
_QUOTING = Means(chance=0.1, budget=0.003, hardly=0.03)
_OF_QUOTING_TEXT, _OF_QUOTING_PAGE = _Doubt((_QUOTING, 0.01), None, 0.01), _Doubt((_QUOTING, 0.2), None, _CALM)
_NAMES = 8  # words of a line that names something or leads to something, and is no label
_COLONS, _CLOSING = (":", "："), " \"'”’»)]"
# An item of a page's list goes with a smaller chance than this, alone or not: what a post asks for, or a shop has, is worded as lists are. With the chance of
# other lines a dozen of 400 real pages' honest lines more go, as many of furniture, and of another hand's junk one line in two hundred.
_ITEM = 0.05
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
    :returns: for each block an opinion whose weight is log-odds against the text's cut; none where the text is a list, or endless.
    :raises ModelError: there is no such model.
    """
    if engine == "trafilatura" or not 0 < len(blocks) <= _MOST_LINES:
        return ()
    cut = line_model.cut_up(blocks, found, path)
    probabilities, seen = line_model.opinion(cut, gone, path)
    if _is_list(seen):
        return ()
    probabilities = np.where(_led(cut, seen.words), 1.0, probabilities)
    spam = np.array([index in gone for index, _ in cut.origins])
    doubt = _OF_QUOTING_TEXT if _names_furniture(cut, seen.words) else _OF_TEXT
    going, lowest = _doubted(probabilities, seen.words, doubt, spam, bool(spam.any()))
    weights = against(log_odds(probabilities) - lowest, ~going)
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
    probabilities = np.where(apart | (items & (probabilities >= _ITEM)), 1.0, probabilities)
    doubt = _OF_PAGE if subject is None else _OF_QUOTING_PAGE
    doubted, _ = _doubted(probabilities, seen.words, doubt, np.zeros_like(apart), has_spam)
    odds: defaultdict[int | None, float] = defaultdict(float)
    for finding in thought:
        odds[finding.block] += finding.weight
    for number in np.flatnonzero(doubted).tolist():
        index, span = cut.origins[number]
        weight = min(float(log_odds(probabilities[number])), -odds[index] - STEP)
        yield Finding(LINES, index, span, Effect.OPINION, round(weight, 2))


def _doubted(
    probabilities: Floats, words: Floats, doubt: _Doubt, spam: NDArray[np.bool_], has_spam: bool
) -> tuple[NDArray[np.bool_], float]:
    """Which lines go, and the cut in log-odds.

    :param spam: lines that are spam by rules.
    :param has_spam: has a rule found any on the page?
    """
    going, cut = _going(probabilities, words, doubt.usual)
    if doubt.laden and _is_laden(going | spam):
        more, lower = _going(probabilities, words, doubt.laden)
        return going | more, max(cut, lower)
    return going & (has_spam | (probabilities < doubt.calm)), cut


def _going(probabilities: Floats, words: Floats, bounds: _Bounds) -> tuple[NDArray[np.bool_], float]:
    """Which lines a text can spare: those that stand together, and those alone with hardly a chance. And the cut in log-odds."""
    means, alone = bounds
    stays, cut = spare(probabilities, words, means)
    return ~stays & (line_model.in_company(~stays) | (probabilities < alone)), cut


def _is_laden(going: NDArray[np.bool_]) -> bool:
    """Does so much of a page go that somebody has wrapped it in junk?"""
    return bool(going.sum() >= _MANY and going.mean() >= _LADEN)


def _names_furniture(cut: Pieces, words: Floats) -> bool:
    """Does a text name furniture in a line that is worded as its author's? It may quote some then, in lines that no markup sets apart."""
    own = (cut.worded[0] < FURNITURE) & (words >= _NAMES)
    indexes = {block.index for block, is_own in zip(cut.blocks, own.tolist(), strict=True) if is_own}
    return any(not indexes.isdisjoint(where) for name, where in cut.found.items() if is_rare_topic(name))


def _led(cut: Pieces, words: Floats) -> NDArray[np.bool_]:
    """Which short lines of a text stand behind a line of its author's that ends in a colon: it leads to them, as markup would say."""
    own = ((cut.worded[0] < FURNITURE) & (words >= _NAMES)).tolist()
    led, is_led = [], False
    for block, is_own, size in zip(cut.blocks, own, words.tolist(), strict=True):
        led.append(is_led and size < _NAMES)
        if size >= _NAMES:
            is_led = is_own and block.text.rstrip(_CLOSING).endswith(_COLONS)
    return np.array(led)


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
