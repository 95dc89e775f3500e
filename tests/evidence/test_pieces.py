"""Blocks cut into their lines, and lines between their sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.phrases import find
from cleaner.evidence.pieces import BLOCK, LINE, SENTENCES, Pieces, pieces
from cleaner.source.html import segment
from tests.evidence.content.pages import sources


def worded(texts: Sequence[str]) -> Floats:
    """What buys and bets is worded like furniture."""
    return np.array([[2.0 if re.search("(?i)bet|buy", text) else -2.0 for text in texts]] * 3).reshape(3, -1)


def cut(page: str) -> Pieces:
    blocks = segment(page).blocks
    return pieces(blocks, find([block.text for block in blocks]), worded)


def texts(found: Pieces) -> list[str]:
    return [block.text for block in found.blocks]


def test_each_line_is_a_block_of_its_own() -> None:
    found = cut("<p>Fares<p>The ferry has run since 1911.<br>Subscribe to our newsletter<p>Winter")
    assert [block.text for block in found.blocks] == [
        "Fares", "The ferry has run since 1911.", "Subscribe to our newsletter", "Winter",
    ]  # fmt: skip
    assert [block.index for block in found.blocks] == [0, 3, 4, 2]
    assert found.origins == [(0, None), (1, (0, 30)), (1, (30, 57)), (2, None)]
    assert found.blocks[1].node == found.blocks[2].node
    assert found.found["newsletter"].keys() & {3, 4} == {4}


def test_links_stay_with_their_line() -> None:
    found = cut("<p>See <a href=/fares>the fares</a>.<br><a href=/news>Get the news<br>and more</a>")
    marks = [[(mark.range, mark.target) for mark in block.inline] for block in found.blocks]
    assert marks == [[((4, 13), "/fares")], [((0, 12), "/news")], [((0, 8), "/news")]]


@pytest.mark.parametrize("page", ["<p>Fares<p>Winter", "<pre>a\nb</pre>", "<p>a<br>", ""])
def test_what_has_no_lines_stays_whole(page: str) -> None:
    blocks = segment(page).blocks
    found = {"newsletter": {0: [(0, 1)]}}
    cut_up = pieces(blocks, found, worded)
    assert [block is whole for block, whole in zip(cut_up.blocks, blocks, strict=True)] == [True] * len(blocks)
    assert cut_up.origins == [(block.index, None) for block in blocks]
    assert cut_up.found is found
    assert cut_up.kinds.tolist() == [BLOCK] * len(blocks)


def test_of_some_blocks_alone() -> None:
    blocks = segment("<p>Home<p>Fares<br>Winter<p>Home").blocks[1:]
    found = pieces(blocks, {"prompt": {0: [(0, 4)], 1: [(6, 12)]}}, worded)
    assert found.origins == [(1, (0, 6)), (1, (6, 12)), (2, None)]
    assert found.found["prompt"].items() >= {4: [(0, 6)]}.items()


@settings(deadline=None)
@given(sources())
def test_pieces_cover_their_blocks(source: str) -> None:
    blocks = segment(source).blocks
    found = pieces(blocks, {}, worded)
    assert len(found.blocks) == len(found.origins)
    for block in blocks:
        spans = [span for index, span in found.origins if index == block.index]
        assert spans == [None] or "".join(block.text[start:end] for start, end in filter(None, spans)) == block.text


@given(st.text(alphabet="a \n", min_size=1))
def test_lines_without_a_word_belong_to_the_line_before(text: str) -> None:
    page = "<p>x" + text.replace("\n", "<br>") + "<br>y"
    found = cut(page)
    assert all(block.text.strip() for block in found.blocks)


FERRY, QUAY = "The ferry has run since the year of the flood.", "Nobody on the quay remembers why."
BUY, BET = "Buy followers at the best price there is.", "Bet today and win what others lose!"


def test_sentences_worded_like_furniture_are_cut_out() -> None:
    found = cut(f"<p>{FERRY} {BUY} {BET} {QUAY}</p>")
    assert texts(found) == [f"{FERRY} ", f"{BUY} ", f"{BET} ", QUAY]
    assert found.kinds.tolist() == [SENTENCES] * 4
    assert found.worded[0].tolist() == [-2, 2, 2, -2]
    assert found.origins[1] == (0, (len(FERRY) + 1, len(FERRY) + len(BUY) + 2))


@pytest.mark.parametrize(
    "text",
    [f"{FERRY} {QUAY}", BUY, "It was. Buy it!", f"He said no. {BUY[:3]}"],
)
def test_other_paragraphs_are_not_cut(text: str) -> None:
    assert texts(cut(f"<p>{text}")) == [text]


def test_sentences_of_scripts_without_spaces() -> None:
    blocks = segment("<p>渡船从一九一一年开始运行。买粉丝请找我们价格最低。").blocks
    found = pieces(blocks, {}, lambda each: np.array([[1.0 if text.startswith("买") else -2.0 for text in each]] * 3))
    assert texts(found) == ["渡船从一九一一年开始运行。", "买粉丝请找我们价格最低。"]


def test_a_sentence_of_a_line() -> None:
    quay, bet = "Quayside harbourmasters remember.", "Bet everything yesterday!"
    found = cut(f"<p>Fares<br>{quay} {bet}")
    assert texts(found) == ["Fares", f"{quay} ", bet]
    assert found.kinds.tolist() == [LINE, SENTENCES, SENTENCES]
