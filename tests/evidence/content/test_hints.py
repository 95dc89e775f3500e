"""Names in markup: which parts hint at what, where a word ends, and whose name it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.evidence.content.geometry import Geometry
from cleaner.evidence.content.hints import GROUPS, hints
from cleaner.evidence.content.marks import MARKS, marked
from tests.evidence.content.pages import seen


def groups(name: str) -> set[str]:
    places, found = hints([name])
    assert set(places.tolist()) <= {0}
    return {GROUPS[group] for group in found.tolist()}


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("sidebar", "side"),
        ("left-sidebar-2", "side"),
        ("mysidebarbox", "side"),
        ("SideBar", "side"),
        ("SIDEBAR", "side"),
        ("side-bar", "side"),
        ("side_bar", "side"),
        ("sideBar", "side"),
        ("right-rail", "side"),
        ("box comment-list", "comment"),
        ("commentCount", "comment"),
        ("ad", "advert"),
        ("ad-1", "advert"),
        ("top ad", "advert"),
        ("ad top", "advert"),
        ("adBanner", "advert"),
        ("bigAd", "advert"),
        ("AD", "advert"),
        ("x\nad", "advert"),
        ("ad\nx", "advert"),
        ("ad:hover", "advert"),
        ("md:ad", "advert"),
        ("2ad3", "advert"),
        ("nav", "navigation"),
        ("main-nav", "navigation"),
        ("mainnav", "navigation"),
        ("navHTML", "navigation"),
        ("nav\nbar", "navigation"),
        ("table-of-contents", "navigation"),
        ("skip", "navigation"),
        ("entry_content", "content"),
        ("fußzeile footer", "footer"),
    ],
)
def test_a_word_inside_a_name(name: str, group: str) -> None:
    assert group in groups(name)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("shadow", "advert"),
        ("adapter", "advert"),
        ("download-pad", "advert"),
        ("Shadow", "advert"),
        ("roADmap", "advert"),  # of its capitals only the first begins a word
        ("naval", "navigation"),
        ("navigate", "navigation"),
        ("seafoot-er", "footer"),
        ("si\nde\nbar", "side"),
        ("side bar", "dialog"),
        ("", "side"),
        ("\n", "side"),
        ("渡し船", "side"),
    ],
)
def test_where_it_is_no_word(name: str, group: str) -> None:
    assert group not in groups(name)


def test_words_that_overlap_are_all_heard() -> None:
    assert {"content", "comment", "list"} <= groups("article-comment-list")
    assert {"comment", "share"} <= groups("discussocial")  # "discuss" and "social" share an s


def test_the_place_of_each_pair() -> None:
    names = ["", "nav", "x", "渡し船 nav\nfooter", "", "\n", "İSideBar", "\U0001f6a2-footer"]
    places, found = hints(names)
    pairs = {(place, GROUPS[group]) for place, group in zip(places.tolist(), found.tolist(), strict=True)}
    assert pairs == {(1, "navigation"), (3, "navigation"), (3, "footer"), (6, "side"), (7, "footer")}


def test_no_names_hint_at_nothing() -> None:
    for names in ([], ["", ""]):
        assert [len(found) for found in hints(names)] == [0, 0]


_NAMES = st.lists(
    st.one_of(
        st.sampled_from(("nav", "ad", "sideBar", "x-footer-y", "渡し船", "ÀD", "İ", "a\nb", "K")), st.text(max_size=6)
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=80)
@given(_NAMES)
def test_what_stands_beside_a_name_does_not_matter(names: list[str]) -> None:
    places, found = hints(names)
    pairs = set(zip(places.tolist(), found.tolist(), strict=True))
    alone = {(place, group) for place, name in enumerate(names) for group in hints([name])[1].tolist()}
    assert pairs == alone


# --- the marks of containers ------------------------------------------------------------------------


def marks(source: str) -> list[dict[str, int]]:
    """For each block the depth of the innermost element with each mark."""
    depths = marked(Geometry(*seen(source)))
    assert depths.shape[1] == len(MARKS)
    return [{MARKS[kind]: int(depth) for kind, depth in enumerate(each) if depth >= 0} for each in depths]


def test_a_block_is_marked_by_tags_and_names_around_it() -> None:
    [menu, text] = marks("<body><nav class=side-bar><ul><li>Home</ul></nav><div id=theFooter><p>All rights</p></div>")
    assert menu == {"nav": 3, "side": 3, "ul": 4}
    assert text == {"div": 3, "footer": 3, "p": 4}


def test_of_several_with_a_mark_the_innermost_counts() -> None:
    assert marks("<div><div><div class=nav>a</div>b</div>c</div>") == [
        {"div": 5, "navigation": 5},
        {"div": 4},
        {"div": 3},
    ]


def test_the_names_of_the_page_itself_tell_nothing_of_its_blocks() -> None:
    assert marks("<html class=sidebar><body class='nav footer' id=comments>a") == [{}]
    assert "side" in marks("<main class=sidebar>a")[0]
