"""Blocks cut into their lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.evidence.phrases import find
from cleaner.evidence.pieces import Pieces, pieces
from cleaner.source.html import segment
from tests.evidence.content.pages import sources


def cut(page: str) -> Pieces:
    blocks = segment(page).blocks
    return pieces(blocks, find([block.text for block in blocks]))


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
    assert pieces(blocks, found) == Pieces(blocks, [(block.index, None) for block in blocks], found)


def test_of_some_blocks_alone() -> None:
    blocks = segment("<p>Home<p>Fares<br>Winter<p>Home").blocks[1:]
    found = pieces(blocks, {"prompt": {0: [(0, 4)], 1: [(6, 12)]}})
    assert found.origins == [(1, (0, 6)), (1, (6, 12)), (2, None)]
    assert found.found["prompt"].items() >= {4: [(0, 6)]}.items()


@settings(deadline=None)
@given(sources())
def test_pieces_cover_their_blocks(source: str) -> None:
    blocks = segment(source).blocks
    found = pieces(blocks, {})
    assert len(found.blocks) == len(found.origins)
    for block in blocks:
        spans = [span for index, span in found.origins if index == block.index]
        assert spans == [None] or "".join(block.text[start:end] for start, end in filter(None, spans)) == block.text


@given(st.text(alphabet="a \n", min_size=1))
def test_lines_without_a_word_belong_to_the_line_before(text: str) -> None:
    page = "<p>x" + text.replace("\n", "<br>") + "<br>y"
    found = cut(page)
    assert all(block.text.strip() for block in found.blocks)
