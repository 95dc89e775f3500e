"""What stands inside what, by arrays and by looking at every element."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.evidence.content import geometry as g
from cleaner.evidence.content.geometry import Geometry, grouped
from tests.evidence.content.pages import alike, around, geometries, members, seen

SHARES = (0.3, 0.5, 0.8, 1.0)
# Blocks in another order than their elements: text before and behind a paragraph, and what a table throws out.
MIXED = Geometry(*seen("<div>aa bb<p>c</p>dd</div>"))
FOSTERED = Geometry(*seen("<div>a b<table><tr><td>c d e</td></tr><p>f</p>g</table></div>h"))
ALONE = Geometry(*seen("a"))

on_pages = settings(deadline=None, max_examples=60)
page = given(geometries())


def test_the_pages_out_of_order_are_out_of_order() -> None:
    for mixed in (MIXED, FOSTERED):
        assert (np.diff(mixed.nodes) < 0).any()


@on_pages
@page
@example(MIXED)
@example(FOSTERED)
@example(ALONE)
def test_sums_over_all_that_stands_inside_an_element(page: Geometry) -> None:
    inside = members(page)
    values = np.random.default_rng(0).random((page.size, 3))
    over = page.over(page.sorted_inside(values), np.arange(len(inside)))
    for element, blocks in enumerate(inside):
        assert page.inside[element] == pytest.approx(page.each[blocks].sum(axis=0))
        assert over[element] == pytest.approx(values[blocks].sum(axis=0))
        assert np.flatnonzero(page.holds(element)).tolist() == blocks
    assert page.sums[-1] == pytest.approx(page.inside[0])
    assert page.total == pytest.approx(np.maximum(page.each.sum(axis=0), 1))
    assert page.prose == pytest.approx(page.inside[:, g.PROSE] / page.total[g.PROSE])


@on_pages
@page
@example(FOSTERED)
def test_sums_may_be_asked_of_elements_in_any_shape(page: Geometry) -> None:
    elements = np.array([[0, len(page.tree.tags) - 1], page.nodes[[0, -1]]])
    over = page.over(page.sorted_inside(page.each), elements)
    assert over.shape == (2, 2, page.each.shape[1])
    assert over == pytest.approx(page.inside[elements])


@on_pages
@page
@example(FOSTERED)
def test_depth(page: Geometry) -> None:
    depths = [len(page.tree.ancestry(element)) for element in range(len(page.tree.tags))]
    assert page.depth.tolist() == depths
    order, _, _, slices = page.levels
    assert [order[level].tolist() for level in slices] == [
        [element for element, depth in enumerate(depths) if depth == level] for level in range(1, max(depths) + 1)
    ]


@on_pages
@page
@example(MIXED)
@example(ALONE)
def test_up_goes_to_the_next_element_that_holds_more(page: Geometry) -> None:
    held = list(map(len, members(page)))
    for element, up in enumerate(page.up.tolist()):
        line = page.tree.ancestry(element)
        assert up == next((outer for outer in line if held[outer] > held[element]), 0)


@on_pages
@page
@example(FOSTERED)
@example(ALONE)
def test_the_deepest_element_that_holds_so_much_of_the_prose(page: Geometry) -> None:
    shares = [sum(page.each[blocks, g.PROSE]) / page.total[g.PROSE] for blocks in members(page)]
    for share in SHARES:
        found = page.deepest(share)
        holding = [len(page.tree.ancestry(element)) for element, its in enumerate(shares) if its >= share - 1e-6]
        if holding:
            assert shares[found] >= share - 1e-6
            assert len(page.tree.ancestry(found)) == max(holding)
        else:
            assert found == 0


@on_pages
@given(geometries(), st.integers(0, 2**32))
@example(FOSTERED, 5)
def test_climbing_from_an_element_to_each_block(page: Geometry, where: int) -> None:
    start = where % len(page.tree.tags)
    climbs, shares = page.climb(start)
    line = page.tree.ancestry(start)
    for block, path in enumerate(around(page)):
        climbed = next(count for count, element in enumerate(line) if element in path)
        assert climbs[block] == climbed
        assert shares[block] == pytest.approx(page.prose[line[climbed]])


@on_pages
@given(geometries(), st.integers(0, 2**32), st.sampled_from((0.1, 0.4)))
@example(FOSTERED, 1, 0.5)
def test_the_innermost_element_with_a_mark(page: Geometry, seed: int, share: float) -> None:
    own = np.random.default_rng(seed).random((len(page.tree.tags), 3)) < share
    found = page.nearest(own)
    for block, path in enumerate(around(page)):
        for kind in range(3):
            depths = [len(path) - place for place, element in enumerate(path) if own[element, kind]]
            assert found[block, kind] == max(depths, default=-1)


@on_pages
@page
def test_elements_of_one_frame(page: Geometry) -> None:
    tree = page.tree
    assert alike(page.frames.tolist()) == alike(list(zip(tree.parents, tree.tags, tree.classes, strict=True)))
    sorts, names = page.sorts
    keys = list(zip(tree.tags, tree.classes, tree.ids, strict=True))
    assert [names[sort] for sort in sorts] == keys
    assert len(set(names)) == len(names)


@on_pages
@given(geometries(), st.integers(0, 2**32))
def test_paths_have_one_hash_where_they_are_alike(page: Geometry, seed: int) -> None:
    keys = np.random.default_rng(seed).integers(0, 3, (2, len(page.tree.tags)))
    hashed = page.hashed_paths(*keys)
    for numbers, hashes in zip(keys, hashed, strict=True):
        paths = [tuple(numbers[page.tree.ancestry(element)]) for element in range(len(numbers))]
        assert alike(hashes.tolist()) == alike(paths)


@on_pages
@page
def test_tags_and_classes_are_numbered(page: Geometry) -> None:
    assert alike(page.tags.tolist()) == alike(page.tree.tags)
    assert alike(page.classes.tolist()) == alike(list(zip(page.tree.tags, page.tree.classes, strict=True)))


@on_pages
@given(geometries(), st.integers(0, 2**32))
@example(MIXED, 2)
@example(FOSTERED, 1)
def test_the_share_of_words_before_the_element_of_a_block(page: Geometry, seed: int) -> None:
    lines = around(page)
    rng = np.random.default_rng(seed)
    elements = [int(rng.choice(line)) for line in lines]
    inside, words = members(page), page.each[:, g.WORDS]
    for block, share in enumerate(page.before(np.array(elements))):
        before = [other for other in inside[elements[block]] if page.nodes[other] < page.nodes[block]]
        whole = sum(words[inside[elements[block]]])
        assert share == pytest.approx(sum(words[before]) / whole if whole else 0)


@on_pages
@given(st.lists(st.sampled_from(("<p>a b</p>", "<h2>c</h2>", "<p>…</p>", "<div>", "<section>", "</div>")), max_size=20))
def test_before_a_block_stand_those_before_it_where_each_has_its_own_element(pieces: list[str]) -> None:
    page = Geometry(*seen("<p>a</p>" + "".join(pieces)))
    words = page.each[:, g.WORDS]
    assert (np.diff(page.nodes) > 0).all()
    assert page.before(np.zeros(page.size, np.int64)) == pytest.approx((np.cumsum(words) - words) / words.sum())


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-9, 9), st.floats(-9, 9)), min_size=1, max_size=12))
def test_sums_over_the_members_of_a_group(rows: list[tuple[int, int, float]]) -> None:
    groups, *columns = map(np.array, zip(*rows, strict=True))
    for mine, sums in zip(groups, grouped(groups[None], np.array(columns))[:, 0].T, strict=True):
        assert sums == pytest.approx([sum(row[column] for row in rows if row[0] == mine) for column in (1, 2)])


# --- what is summed ---------------------------------------------------------------------------------

STORY = "the ferry leaves the harbour at nine and comes back to it at four in the winter "  # 17 words
LINK = "<a href=/x>{}</a>"


def each(source: str, column: int) -> list[float]:
    values: list[float] = Geometry(*seen(source)).each[:, column].tolist()
    return values


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("<p>The ferry leaves.", 0),
        ("<p>The ferry leaves the harbour at nine and comes back at four.", 12),
        ("<p>The ferry leaves the harbour, at nine and comes back at four", 12),
        ("<p>The ferry leaves the harbour at nine and comes back at four", 0),  # no stop, no comma
        ("<p>The ferry leaves the harbour at nine and comes at four.", 0),  # eleven words
        (f"<p>{STORY * 2}", 34),
        (f"<p>{STORY}", 0),
        (f"<p>{LINK.format(STORY)}.", 0),
        (f"<p>{LINK.format(STORY * 2)}", 0),
        (f"<p>{LINK.format('aaa. ' * 12)}{'aaa. ' * 24}", 24),
        ("<p>渡し船は九時に出ます。嵐の日は一日中まったく出ません。", 12.5),
    ],
)
def test_prose_is_sentences_and_paragraphs_that_are_no_links(source: str, prose: float) -> None:
    assert each(source, g.PROSE) == pytest.approx([prose], rel=0.02)


def test_what_is_counted_of_a_block() -> None:
    source = f"<h2>Fares!</h2><p>{LINK.format('Ten')} tickets? Yes, 12 € 50.</p>"
    assert each(source, g.BLOCKS) == [1, 1]
    assert each(source, g.HEADINGS) == [1, 0]
    assert each(source, g.WORDS) == [1, 5]
    assert each(source, g.LENGTH) == [6, len("Ten tickets? Yes, 12 € 50.")]
    assert each(source, g.LINKED) == pytest.approx([0, 5 * 3 / 26])
    assert each(source, g.STOPS) == [1, 2]
    assert each(source, g.MONEY) == [0, 1]
    assert each(source, g.DIGITS) == [0, 4]
