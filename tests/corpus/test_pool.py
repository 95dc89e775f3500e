"""Workers: pages in, outcomes out, in order, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from cleaner.corpus.item import Item
from cleaner.corpus.outcome import Outcome
from cleaner.corpus.pool import Pool, _Attendant
from cleaner.errors import BadArchive, RunError
from cleaner.policy import PRESETS, Policy
from tests.corpus import forms

PAGE = b"<!doctype html><title>Ferries</title><p>The ferry across the estuary has run since 1911, at a loss.</p>"
POLICY = PRESETS["balanced"]


def items(*names: str) -> list[Item]:
    return [Item(f"{name}.html", PAGE, name) for name in names]


def outcomes(given: list[Item], row: object, jobs: int = 2, policy: Policy = POLICY) -> list[Outcome]:
    with Pool(jobs, policy, forms.form(row)) as pool:  # type: ignore[arg-type]
        return list(pool.outcomes(given))


def test_outcomes_come_in_the_order_of_the_items() -> None:
    names = [f"page-{number}" for number in range(40)]
    assert [each.row for each in outcomes(items(*names), forms.named)] == names


def test_an_outcome_tells_what_became_of_the_page() -> None:
    [found] = outcomes([Item("a.html", PAGE.replace(b"<p>", b"<nav><a href=/>Home</a></nav><p>"), "a")], forms.named)
    assert (found.status, found.reason, found.told) == ("cleaned", None, "")
    assert found.removed and sum(found.removed.values()) == 4
    assert found.score is not None and 0 < found.score < 1
    assert Outcome.from_line(found.to_line()) == found


def test_what_could_not_be_read_is_an_outcome_too() -> None:
    given = [Item("a.gz", BadArchive("a.gz: cut short"), "a"), *items("b")]
    found = outcomes(given, forms.named)
    assert [(each.status, each.reason) for each in found] == [("failed", "bad-archive"), ("cleaned", None)]
    assert found[0].told == "a.gz: cut short"


@pytest.mark.parametrize(
    ("name", "reason", "policy"),
    [
        ("hard", "timeout", replace(POLICY, max_seconds=0.3)),
        ("large", "memory", replace(POLICY, max_memory=600_000_000)),
        ("idle", "timeout", replace(POLICY, max_seconds=0.1)),
        ("wrong", "crashed", POLICY),
    ],
)
def test_a_page_that_takes_too_much_costs_no_other(name: str, reason: str, policy: Policy) -> None:
    begun = time.monotonic()
    found = outcomes(items("a", name, "b", name, "c"), forms.works, policy=policy)
    assert [each.row for each in found] == ["a", f"{name}: {reason}", "b", f"{name}: {reason}", "c"]
    assert [each.status for each in found] == ["cleaned", "failed", "cleaned", "failed", "cleaned"]
    assert time.monotonic() - begun < 30


def test_a_page_too_large_for_a_worker_to_take_in_is_told() -> None:
    large = Item("large.html", PAGE + b"<!--" + b"x" * 400_000_000, "large")
    found = outcomes([*items("a"), large, *items("b")], forms.named, policy=replace(POLICY, max_memory=600_000_000))
    assert [each.reason for each in found] == [None, "memory", None]


def test_time_in_which_all_of_us_are_stopped_is_not_the_pages() -> None:
    """The worker is stopped for longer than is waited for it; so would the parent be, which is as if it had waited once."""
    attendant = SimpleNamespace(_pipe=Slow(), _process=None)
    assert _Attendant.ask(attendant, items("a")[0], 0.001) == "answer"  # type: ignore[arg-type, comparison-overlap]


class Slow:
    """A pipe whose other end answers when it was polled twice."""

    def __init__(self) -> None:
        self._polled = 0

    def send(self, item: Item) -> None:
        pass

    def poll(self, _: float) -> bool:
        self._polled += 1
        return self._polled == 2

    def recv(self) -> str:
        return "answer"


def test_a_worker_that_is_killed_before_it_has_begun_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    killed, is_ready = [], _Attendant.is_ready

    def dies(self: _Attendant) -> bool:
        if len(killed) < 2:
            killed.append(self)
            self.kill()
            return False
        return is_ready(self)

    monkeypatch.setattr(_Attendant, "is_ready", dies)
    assert [each.row for each in outcomes(items("a", "b"), forms.named, jobs=1)] == ["a", "b"]
    assert len(killed) == 2


def test_what_the_system_refuses_when_a_worker_is_started_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(RunError, match=r"cannot be started: .*No such file"):
        outcomes(items("a"), forms.named)


@pytest.mark.parametrize("name", ["SIGSEGV", "SIGABRT", "SIGKILL"])
def test_a_page_that_ends_every_worker_is_told(name: str) -> None:
    found = outcomes(items("a", name, "b"), forms.dies)
    assert [each.reason for each in found] == [None, "crashed", None]
    assert str(-getattr(signal, name)) in found[1].told


def test_a_worker_that_somebody_else_ended_costs_nothing(tmp_path: Path) -> None:
    given = [Item(str(tmp_path / str(number)), PAGE, "SIGKILL") for number in range(3)]
    assert [each.row for each in outcomes(given, forms.dies_once)] == ["SIGKILL"] * 3


def test_a_page_of_many_megabytes_passes() -> None:
    page = (
        b"<!doctype html>" + b"<p>The ferry has run since 1911, at a loss.</p>\n" * 2_000 + b"<!--" + b"x" * 9_000_000
    )
    [found] = outcomes([Item("a.html", page, "a")], forms.told, jobs=1)
    assert found.status == "cleaned" and found.row is not None and len(found.row) > 90_000


def test_few_items_are_read_ahead() -> None:
    read = []

    def reading() -> Iterator[Item]:
        for item in items(*map(str, range(1_000))):
            read.append(item)
            yield item

    with Pool(1, POLICY, forms.form(forms.named)) as pool:
        found = pool.outcomes(reading())
        assert next(found).row == "0"
        assert len(read) < 100


def test_large_items_are_not_read_ahead_at_all() -> None:
    page = PAGE + b"<!--" + b"x" * 40_000_000
    read = []

    def reading() -> Iterator[Item]:
        for number in range(6):
            read.append(number)
            yield Item("a.html", page, str(number))

    with Pool(2, POLICY, forms.form(forms.named)) as pool:
        assert next(pool.outcomes(reading())).row == "0"
        assert len(read) <= 3


def test_workers_that_cannot_start_are_told() -> None:
    with pytest.raises(RunError, match="with code 1"):
        outcomes(items("a"), forms.named, policy=replace(POLICY, model="none.npz"))


def test_a_pool_that_is_left_has_no_worker() -> None:
    with Pool(2, replace(POLICY, max_seconds=100), forms.form(forms.works)) as pool:
        found = pool.outcomes(items("a", "hard", "hard"))
        assert next(found).row == "a"
        alive = _children()
        assert alive
        begun = time.monotonic()
    assert time.monotonic() - begun < 2
    assert not alive & _children()


def _children() -> set[int]:
    """The processes that serve as our workers: children of that child of ours that they are forked from."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    return {process for process, parent in parents.items() if parents.get(parent) == os.getpid()}
