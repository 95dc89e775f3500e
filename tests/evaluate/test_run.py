"""All systems on each page: in turns, scored by the labels, and none stops the others."""

from __future__ import annotations

import logging
import time
import warnings

import pytest

from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.metrics import Snippets
from cleaner.evaluate.run import Measured, measure
from cleaner.evaluate.systems import Extracted, System
from tests.evaluate.pages import echo, page


def test_every_page_is_scored_by_what_its_labels_have() -> None:
    pages = [
        page("1", "the ferry runs", "the ferry", kind="article", domain="example.org"),
        page("2", "the ferry runs", present=("ferry", "loss"), absent=("runs",)),
        page("3", "the ferry", "", present=("ferry",)),
        page("4", "the ferry"),
    ]
    both, snippets, blank, neither = measure(pages, [echo("cleaner", "model"), echo("peer", limit=2)])
    assert (both.id, both.kind, both.cluster, both.blank) == ("1", "article", "example.org", False)
    assert list(both.scores) == ["cleaner", "peer"]
    assert both.scores["cleaner"].f1 == pytest.approx(4 / 5)
    assert both.scores["cleaner"].snippets is None
    assert (both.scores["cleaner"].engine, both.scores["peer"].engine) == ("model", None)
    assert both.scores["peer"].f1 == 1
    assert (snippets.cluster, snippets.scores["peer"].words) == ("2", None)
    assert snippets.scores["cleaner"].snippets == Snippets(1, 1, 1, 0)
    assert snippets.scores["peer"].snippets == Snippets(1, 1, 0, 1)
    assert snippets.scores["peer"].f1 == pytest.approx(2 / 3)
    assert blank.blank
    assert blank.scores["cleaner"].f1 == 0  # the words count, where there are any
    assert blank.scores["cleaner"].snippets == Snippets(1, 0, 0, 0)
    assert not neither.blank
    assert neither.scores["cleaner"].f1 == 1


def test_what_raises_returned_nothing_and_the_others_go_on() -> None:
    pages = [page("1", "raise the ferry", "the ferry"), page("2", "the ferry", "the ferry")]
    hurt, whole = measure(pages, [echo("cleaner"), System("peer", "1", lambda page: Extracted("the ferry"))])
    assert (hurt.scores["cleaner"].f1, hurt.scores["cleaner"].error) == (0, "RuntimeError: raise the ferry")
    assert (hurt.scores["peer"].f1, hurt.scores["peer"].error) == (1, None)
    assert (whole.scores["cleaner"].f1, whole.scores["cleaner"].error) == (1, None)


def test_to_raise_on_a_blank_page_is_to_return_nothing() -> None:
    [hurt] = measure([page("1", "raise", "")], [echo()])
    assert hurt.scores["cleaner"].f1 == 1


def test_systems_take_turns_and_the_first_page_is_done_twice() -> None:
    calls: list[str] = []

    def system(name: str) -> System:
        def extract(page: LabelledPage) -> Extracted:
            calls.append(name + page.id)
            return Extracted("")

        return System(name, "1", extract)

    measured = list(measure([page(id_, "", "") for id_ in "123"], [system(name) for name in "abc"]))
    assert calls == "a1 b1 c1 a1 b1 c1 b2 c2 a2 c3 a3 b3".split()
    assert [list(each.scores) for each in measured] == [["a", "b", "c"]] * 3


def test_seconds_are_those_of_the_cpu() -> None:
    def work(page: LabelledPage) -> Extracted:
        end = time.process_time() + 0.02
        while time.process_time() < end:
            pass
        return Extracted("")

    def wait(page: LabelledPage) -> Extracted:
        time.sleep(0.02)
        return Extracted("")

    [measured] = measure([page("1", "", "")], [System("work", "1", work), System("wait", "1", wait)])
    assert measured.scores["work"].seconds >= 0.02
    assert measured.scores["wait"].seconds < 0.015


def test_nothing_is_logged_and_nobody_is_warned(caplog: pytest.LogCaptureFixture) -> None:
    def noisy(page: LabelledPage) -> Extracted:
        logging.getLogger("peer").error("discarding data")
        warnings.warn("deprecated", stacklevel=1)
        return Extracted("")

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        [measured] = measure([page("1", "", "")], [System("peer", "1", noisy)])
    assert isinstance(measured, Measured)
    assert measured.scores["peer"].error is None
    assert not caplog.records
    logging.getLogger("peer").error("after it")
    assert caplog.messages == ["after it"]
