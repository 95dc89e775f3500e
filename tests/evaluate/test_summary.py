"""Scores of a few pages added up, against sums done by hand."""

from __future__ import annotations

import pytest

from cleaner.evaluate.metrics import Snippets, Words
from cleaner.evaluate.run import Measured, Score
from cleaner.evaluate.summary import Summary, summarise
from tests.evaluate.pages import echo

SYSTEMS = [echo("cleaner"), echo("peer")]


def words(precision: float, recall: float, f1: float, seconds: float = 1.0, engine: str | None = None) -> Score:
    return Score(Words(precision, recall, f1), None, seconds, engine)


def snippets(tp: int, fn: int, fp: int) -> Score:
    return Score(None, Snippets(tp, fn, fp, 0), 1.0)


def measured(id_: str, ours: Score, peer: Score, kind: str | None = None, blank: bool = False) -> Measured:
    return Measured(id_, kind, id_, blank, {"cleaner": ours, "peer": peer})


def summary(*pages: Measured) -> Summary:
    return summarise("set", pages, SYSTEMS)


def test_words_are_means_over_pages_and_by_kind() -> None:
    found = summary(
        measured("1", words(1.0, 0.8, 0.9), words(0.5, 0.5, 0.5), "forum"),
        measured("2", words(0.6, 0.4, 0.5), words(0.9, 0.7, 0.8), "article"),
        measured("3", words(0.2, 0.0, 0.1), words(0.1, 0.3, 0.2), "article"),
        measured("4", words(0.2, 0.0, 0.1), words(0.1, 0.3, 0.1)),
    )
    assert [(group.kind, group.pages) for group in found.words] == [(None, 4), ("article", 2), ("forum", 1)]
    ours, peer = found.words[0].systems.values()
    assert (ours.precision, ours.recall, ours.f1.value) == pytest.approx((2 / 4, 1.2 / 4, 1.6 / 4))
    assert (peer.precision, peer.recall, peer.f1.value) == pytest.approx((1.6 / 4, 1.8 / 4, 1.6 / 4))
    assert ours.lead is None
    assert peer.lead is not None
    assert peer.lead.value == pytest.approx(0)
    assert peer.lead.low < 0 < peer.lead.high
    articles = found.words[1].systems["peer"]
    assert articles.f1.value == pytest.approx(0.5)
    assert articles.lead is not None
    assert (articles.lead.value, articles.lead.low, articles.lead.high) == pytest.approx((-0.2, -0.3, -0.1))
    assert found.snippets == ()


def test_snippets_are_pooled() -> None:
    found = summary(
        measured("1", snippets(9, 0, 0), snippets(6, 3, 1)),
        measured("2", snippets(0, 1, 2), snippets(1, 0, 0)),
    )
    [group] = found.snippets
    ours, peer = group.systems.values()
    assert (group.kind, group.pages) == (None, 2)
    assert (ours.precision, ours.recall, ours.f1.value) == pytest.approx((9 / 11, 9 / 10, 18 / 21))
    assert (peer.precision, peer.recall, peer.f1.value) == pytest.approx((7 / 8, 7 / 10, 14 / 18))
    assert peer.lead is not None
    assert peer.lead.value == pytest.approx(18 / 21 - 14 / 18)
    assert found.words == ()


def test_pages_count_where_their_labels_are() -> None:
    found = summary(
        measured("1", words(1, 1, 1), words(1, 1, 1), "article"),
        measured("2", snippets(1, 0, 0), snippets(1, 0, 0), "note"),
        measured("3", Score(None, None, 1.0), Score(None, None, 1.0), "nothing"),
    )
    assert found.pages == 3
    assert [(group.kind, group.pages) for group in found.words] == [(None, 1), ("article", 1)]
    assert [(group.kind, group.pages) for group in found.snippets] == [(None, 1), ("note", 1)]


def test_costs() -> None:
    seconds = [(0.010, 0.005), (0.020, 0.005), (0.090, 0.020)]
    ours, peer = summary(
        *(measured(str(n), words(1, 1, 1, mine), words(1, 1, 1, its)) for n, (mine, its) in enumerate(seconds))
    ).systems
    assert (ours.name, ours.version, ours.ratio) == ("cleaner", "1.0", None)
    assert (ours.ms_mean, ours.ms_median) == pytest.approx((40, 20))
    assert (peer.ms_mean, peer.ms_median, peer.ratio) == pytest.approx((10, 5, 4))


def test_a_peer_that_took_no_time_has_no_ratio() -> None:
    assert summary(measured("1", words(1, 1, 1), words(1, 1, 1, 0.0))).systems[1].ratio is None


def test_failures_are_counted_and_told_once() -> None:
    hurt = Score(Words(0, 0, 0), None, 1.0, None, "ValueError: no")
    ours, peer = summary(
        *(measured(str(n), words(1, 1, 1), each) for n, each in enumerate([hurt, words(1, 1, 1), hurt]))
    ).systems
    assert (ours.failed, ours.errors) == (0, ())
    assert (peer.failed, peer.errors) == (2, ("ValueError: no",))


def test_the_share_of_pages_on_which_trafilatura_was_asked() -> None:
    engines = ["model", "trafilatura", "both", "none", None]
    found = summary(*(measured(str(n), words(1, 1, 1, 1, engine), words(1, 1, 1)) for n, engine in enumerate(engines)))
    assert found.asked == pytest.approx(2 / 5)


def test_blank_pages_are_counted() -> None:
    assert summary(measured("1", words(0, 0, 0), words(1, 1, 1), blank=True)).blank == 1
