"""Every layout takes any lines, and notes them as a reader sees them."""

from __future__ import annotations

import random
import re

import pytest

from cleaner.evaluate.junk.hiding import METHODS, hide
from cleaner.evaluate.junk.layouts import LAYOUTS
from cleaner.evaluate.junk.model import FAMILIES, Item, Piece, separated
from cleaner.evaluate.junk.pen import Pen, merged
from tests.evaluate.junk.reading import lines, rngs

_PLAIN = Item((Piece("One & only <b>"),), ("seo",))
_LINK = Item((Piece("Read “more” – now…", "link", "/p/1?a=1&b=2"),), ("promo", "seo"), button=True)
_PAIR = Item((Piece("Views:", "label"), Piece("12 345")), ("seo",))
_CHINESE = Item((Piece("浏览：", "label"), Piece("一万次")), ("seo",), "")
_ROW = Item(separated([Piece("a", "link"), Piece("b", "link"), Piece("c")], ","), ("chrome",))
_FIELD = Item((Piece("Name *"),), ("comments",), field=True)
_HEADING = Item((Piece("Latest"),), ("promo",), heading=True)
GROUPS = {
    "one": (_PLAIN,),
    "a heading": (_HEADING,),
    "a heading and links": (_HEADING, _LINK, _LINK),
    "pairs": (_HEADING, _PAIR, _CHINESE, _PAIR),
    "all": (_HEADING, _PLAIN, _LINK, _PAIR, _HEADING, _ROW, _FIELD, _CHINESE),
}


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_notes_what_a_reader_sees(layout: str, group: tuple[Item, ...]) -> None:
    for rng in rngs(25):
        pen = Pen(rng, rng.choice(FAMILIES))
        page = f"<html><body><p>Before.</p>{LAYOUTS[layout](pen, group)}<p>Behind.</p></body></html>"
        assert lines(page) == ["Before.", *(line.text for line in pen.lines), "Behind."]
        assert {family for line in pen.lines for family in line.families} <= {
            f for item in group for f in item.families
        }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tags_are_closed(layout: str) -> None:
    for rng in rngs(10):
        source = LAYOUTS[layout](Pen(rng, "seo"), GROUPS["all"])
        opened = [name for name in re.findall(r"<(\w+)", source) if name not in ("br", "hr", "img", "input")]
        assert sorted(opened) == sorted(re.findall(r"</(\w+)", source))


def test_lines_in_one_keep_their_words() -> None:
    assert merged((_HEADING, _PAIR, _CHINESE, _ROW), "|").text == "Latest | Views: 12 345 | 浏览：一万次 | a, b, c"
    assert merged((_PAIR,), "").families == ("seo",)


def test_one_hand_names_alike_what_is_alike() -> None:
    for rng in rngs(30):
        source = LAYOUTS["list"](Pen(rng, "promo.related"), (_HEADING, *[_LINK] * 5))
        assert len(set(re.findall(r"<li[^>]*>", source))) == 1


def test_all_ways_to_hide_are_used() -> None:
    found = {hide("<p>Unseen.</p>", rng) for rng in rngs(300)}
    assert {each.method for each in found} == set(METHODS)
    for each in found:
        page = f"<html><head>{each.rule}</head><body><p>Seen.</p>{each.html}</body></html>"
        assert lines(page, hidden=False) == ["Seen."]
        assert lines(page) == ["Seen.", "Unseen."]


def test_letters_that_an_encoding_lacks_become_references() -> None:
    pen = Pen(random.Random(0), "seo", ascii_only=True)
    assert pen.text("Ż & ü") == "&#379; &amp; &#252;"
