"""Runs that are ended and begun again write what a run writes that nobody disturbs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cleaner.corpus.formats import format_of
from cleaner.corpus.item import Item
from cleaner.corpus.journal import Journal
from cleaner.corpus.outcome import Outcome
from cleaner.corpus.pool import Pool
from cleaner.corpus.run import run
from cleaner.corpus.target import Target
from cleaner.errors import OutputError, RunError
from cleaner.policy import PRESETS

PAGES = 23
TERMS = {"inputs": "0a"}


def page(number: int) -> bytes:
    if number % 7 == 3:
        return b"%PDF-1.7 and so on"
    if number % 7 == 5:
        return b"<!doctype html><nav><a href=/>Home</a></nav>"
    words = f"The ferry across the estuary has run since {1900 + number}, and for most of that time at a loss."
    return f"<!doctype html><title>Ferry {number}</title><article><p>{words}</p></article>".encode()


def items() -> Iterator[Item]:
    for number in range(PAGES):
        yield Item(f"pages.zip#member={number}.html", page(number), f"pages/{number}")


class Interrupted(Exception):
    """The run was ended."""


def once(target: Target, watch: Callable[[Outcome], None] = lambda _: None) -> dict[str, Any]:
    with Journal(target.state, TERMS) as journal, Pool(2, PRESETS["balanced"], target.form) as pool:
        inputs = run(items(), pool, target, journal, watch)
        summary = target.end({"run": TERMS, "inputs": inputs, **journal.tally.summary()})
        journal.end()
        return dict(summary)


def ending_after(count: int) -> Callable[[Outcome], None]:
    seen = []

    def watch(outcome: Outcome) -> None:
        seen.append(outcome)
        if len(seen) == count:
            raise Interrupted

    return watch


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def target(folder: Path, name: str) -> Target:
    return Target(folder, format_of(name), 5)


@pytest.mark.parametrize("name", ["jsonl", "jsonl.gz", "parquet", "dolma", "wet", "text"])
def test_a_run_that_is_ended_again_and_again_writes_the_same(tmp_path: Path, name: str) -> None:
    summary = once(target(tmp_path / "whole", name))
    assert (summary["inputs"], summary["records"]) == (PAGES, PAGES)
    assert summary["statuses"] == {"cleaned": 17, "empty": 3, "failed": 3}
    for count in (1, 4, 5, 6, 3):
        with pytest.raises(Interrupted):
            once(target(tmp_path / "ended", name), ending_after(count))
        assert "summary.json" not in files(tmp_path / "ended")
    assert once(target(tmp_path / "ended", name)) == summary
    assert files(tmp_path / "ended") == files(tmp_path / "whole")


def test_records_come_in_the_order_of_the_inputs_each_once(tmp_path: Path) -> None:
    once(target(tmp_path, "jsonl"))
    shards = sorted(tmp_path.glob("part-*"))
    assert [path.name for path in shards] == [f"part-{number:05}.jsonl" for number in range(5)]
    records = [json.loads(line) for path in shards for line in path.read_text("utf-8").splitlines()]
    assert [record["source"]["uri"] for record in records] == [item.uri for item in items()]
    assert [len(path.read_text("utf-8").splitlines()) for path in shards] == [5, 5, 5, 5, 3]


def test_one_file_is_there_when_all_of_it_is(tmp_path: Path) -> None:
    out = Target(tmp_path / "records.jsonl", format_of("jsonl"), None)
    with pytest.raises(Interrupted):
        once(out, ending_after(9))
    assert not out.out.exists()
    once(out)
    assert len(out.out.read_text("utf-8").splitlines()) == PAGES
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


def test_a_disk_that_is_full_ends_the_run_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once(target(tmp_path / "whole", "jsonl"))
    add, calls = Journal.add, []

    def full(self: Journal, outcome: Outcome) -> None:
        calls.append(outcome)
        if len(calls) == 8:
            raise OutputError("cannot write: No space left on device")
        add(self, outcome)

    monkeypatch.setattr(Journal, "add", full)
    with pytest.raises(OutputError, match="No space"):
        once(target(tmp_path / "ended", "jsonl"))
    once(target(tmp_path / "ended", "jsonl"))
    assert files(tmp_path / "ended") == files(tmp_path / "whole")


def test_no_inputs_are_no_shards_and_an_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.PAGES", 0)
    assert once(target(tmp_path / "out", "jsonl"))["records"] == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["summary.json"]
    once(Target(tmp_path / "records.jsonl", format_of("jsonl"), None))
    assert (tmp_path / "records.jsonl").read_bytes() == b""


class TestWhatStandsThereAlready:
    def test_a_run_that_is_done_is_known_again(self, tmp_path: Path) -> None:
        out = target(tmp_path, "jsonl")
        assert out.done(TERMS) is None
        summary = once(out)
        assert out.done(TERMS) == summary

    def test_it_is_not_done_where_a_shard_is_missing(self, tmp_path: Path) -> None:
        out = target(tmp_path, "jsonl")
        once(out)
        (tmp_path / "part-00001.jsonl").unlink()
        assert out.done(TERMS) is None

    def test_another_run_does_not_mix_with_it(self, tmp_path: Path) -> None:
        out = target(tmp_path, "jsonl")
        once(out)
        with pytest.raises(RunError, match="another run"):
            out.done({"inputs": "0b"})

    def test_it_can_be_cleared_away_and_nothing_else_is(self, tmp_path: Path) -> None:
        out = target(tmp_path, "dolma")
        once(out)
        mine = tmp_path / "documents" / "notes.txt"
        mine.write_text("mine")
        with pytest.raises(Interrupted):
            once(target(tmp_path / "x", "jsonl"), ending_after(7))
        target(tmp_path / "x", "jsonl").clear()
        out.clear()
        assert list(files(tmp_path)) == ["documents/notes.txt"]

    @pytest.mark.parametrize("name", ["text", "jsonl"])
    def test_it_is_known_by_its_summary_alone(self, tmp_path: Path, name: str) -> None:
        """Killed at the very end, a run leaves its state beside its summary; and texts have no shards."""
        out = target(tmp_path, name)
        summary = once(out)
        out.state.mkdir()
        assert out.done(TERMS) == summary

    def test_texts_of_another_run_may_stand_beside_those_of_this_one(self, tmp_path: Path) -> None:
        out = target(tmp_path, "text")
        once(out)
        assert out.done({"inputs": "0b"}) is None

    @pytest.mark.parametrize("summary", [None, "[]", "{}", "mine"])
    def test_files_of_somebody_else_are_neither_mixed_with_nor_cleared_away(
        self, tmp_path: Path, summary: str | None
    ) -> None:
        (tmp_path / "part-00000.jsonl").write_text("mine")
        if summary is not None:
            (tmp_path / "summary.json").write_text(summary)
        before, out = files(tmp_path), target(tmp_path, "jsonl")
        with pytest.raises(RunError, match="another run"):
            out.done(TERMS)
        with pytest.raises(RunError, match="no run of ours"):
            out.clear()
        assert files(tmp_path) == before

    def test_only_shards_are_cleared_away(self, tmp_path: Path) -> None:
        out = target(tmp_path, "jsonl")
        once(out)
        others = ("part-00000-of-00008.parquet", "deep/part-00000.jsonl", "part-00000.csv")
        (tmp_path / "deep").mkdir()
        for name in others:
            (tmp_path / name).write_text("mine")
        out.clear()
        assert set(files(tmp_path)) == set(others)

    def test_what_is_going_on_is_not_cleared_away(self, tmp_path: Path) -> None:
        out = target(tmp_path, "jsonl")
        with Journal(out.state, TERMS):
            before = files(tmp_path)
            with pytest.raises(RunError, match="going on"):
                out.clear()
            assert files(tmp_path) == before
