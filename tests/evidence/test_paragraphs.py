"""Lines of one paragraph put together again."""

from __future__ import annotations

from hypothesis import given, settings

from cleaner.evidence.paragraphs import paragraphs
from cleaner.evidence.phrases import find
from cleaner.source.html import segment
from tests.evidence.content.pages import sources

LINE = "The ferry across the estuary has run since the year of the flood, at a loss."


def test_lines_are_put_together_with_their_links_and_phrases() -> None:
    blocks = segment(f"<p>{LINE}<br>Subscribe to <a href=/n>our newsletter</a><p>Winter").blocks
    assert len(blocks) == 3
    whole, lines, found = paragraphs(blocks, find([block.text for block in blocks]))
    assert [block.text for block in whole] == [f"{LINE}\nSubscribe to our newsletter", "Winter"]
    assert [[line.index for line in own] for own in lines] == [[0, 1], [2]]
    assert [(mark.range, mark.target) for mark in whole[0].inline] == [((len(LINE) + 14, len(LINE) + 28), "/n")]
    [newsletter] = found["newsletter"][0]
    assert whole[0].text[slice(*newsletter)] in "Subscribe to our newsletter"


def test_a_paragraph_ends_where_a_line_is_missing() -> None:
    blocks = segment(f"<p>{LINE}<br>Winter<br>{LINE}").blocks
    whole, _, found = paragraphs([blocks[0], blocks[2]], {"prompt": {2: [(0, 3)]}})
    assert [block.text for block in whole] == [LINE, LINE]
    assert found == {"prompt": {2: [(0, 3)]}}


def test_what_stands_behind_another_block_is_a_paragraph_of_its_own() -> None:
    blocks = segment("<p>The ferry <span hidden>Unseen</span> has run</p>").blocks
    assert blocks[-1].flags.continues
    assert len(paragraphs(blocks, {}).blocks) == len(blocks)


@settings(deadline=None)
@given(sources())
def test_every_block_is_a_line_of_one_paragraph(source: str) -> None:
    blocks = segment(source).blocks
    whole, lines, _ = paragraphs(blocks, {})
    assert [line for own in lines for line in own] == list(blocks)
    assert [block.text for block in whole] == ["\n".join(line.text for line in own) for own in lines]
