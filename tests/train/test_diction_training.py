"""What is learned of how lines are worded."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from cleaner.errors import DatasetError
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evidence.content.model import load_model
from cleaner.train import diction
from cleaner.train.diction import Dictions, Sample, fit_diction
from cleaner.train.parts import part_of
from cleaner.train.wordings import wordings
from tests.evidence.lines.texts import DICTION

FAMILIES = {"author", "byline", "chrome", "comments", "injection", "machine", "promo", "seo", "syndication"}
JUNK = [Sample(f"Get our {each} newsletter", False, "junk", None) for each in ("weekly", "daily", "own", "new")]
OWN = [Sample(f"The council closed the {each}", True, "own", each) for each in ("bridge", "mill", "road", "quay")]
STORY = "The bridge at Nether Wallop was closed on Monday, the council said. Nobody was hurt when a lorry damaged it."


def test_lines_of_both_kinds_are_told_apart() -> None:
    found = fit_diction(JUNK + OWN)
    junk, own = found.of(["Newsletter: get the monthly", "The council closed a lock"])[0]
    assert junk > 0 > own


def test_the_same_samples_give_the_same_model() -> None:
    one, other = fit_diction(JUNK + OWN), fit_diction(JUNK + OWN)
    assert np.array_equal(one.weights, other.weights)
    assert one[1:] == other[1:]


def test_lines_of_one_kind_teach_nothing() -> None:
    with pytest.raises(DatasetError, match="both kinds"):
        fit_diction(OWN)


def test_a_group_is_judged_by_a_model_that_has_not_seen_it() -> None:
    parts = [fit_diction(JUNK + [own for own in OWN if part_of(own.group or "", 3) != part]) for part in range(3)]
    found = Dictions(parts, DICTION)
    for own in OWN:
        assert found.without(own.group or "") is parts[part_of(own.group or "", 3)]


def test_pages_teach_what_stands_in_their_reference_and_what_does_not() -> None:
    page = f"<nav>Home</nav><p>{STORY}<p hidden>Old news<footer>All rights reserved</footer>"
    seen: set[str] = set()
    labelled = LabelledPage("1", page.encode(), kind="article", domain="bridges.org", reference=STORY)
    found = list(diction._of_page(labelled, seen))
    assert {(sample.text, sample.is_author) for sample in found} == {
        (STORY, True), ("Home", False), ("All rights reserved", False),
    }  # fmt: skip
    assert {sample.group for sample in found} == {"bridges.org"}
    assert list(diction._of_page(labelled, seen)) == []  # the same lines again
    assert list(diction._of_page(replace(labelled, kind="product"), set())) == []
    assert list(diction._of_page(replace(labelled, payload=b"%PDF-1.7\n" + bytes(range(256)) * 20), set())) == []


def test_there_are_lines_of_every_family_in_every_language() -> None:
    found = Counter((line.language, line.family) for line in wordings())
    languages = set("de en es fr it ja nl pl pt ru tr zh".split())
    assert found.keys() == {(language, family) for language in languages for family in (*FAMILIES, None)}
    assert min(found.values()) >= 80
    assert all(line.text.strip() for line in wordings())


@pytest.mark.parametrize(
    ("junk", "own"),
    [
        ("Sign up for our weekly newsletter", "The council signed the contract on Monday"),
        ("Подпишитесь на нашу рассылку", "Бабушка каждое утро вставала в пять часов и поливала огород"),
        ("すべての権利を保有します", "祖母は毎朝五時に起きて、庭の豆に水をやった。"),
    ],
)
def test_the_packages_model_knows_whose_words_they_are(junk: str, own: str) -> None:
    scores = load_model().lines.diction.of([junk, own])[0]
    assert scores[0] > 1 > 0 > scores[1]
