"""How far a run is, on disk: what is true of it whenever it was ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.corpus.journal import Journal
from cleaner.corpus.outcome import Outcome
from cleaner.errors import OutputError, RunError

TERMS = {"inputs": "0a", "format": "jsonl"}
OUTCOMES = [
    Outcome("cleaned", None, '{"a":"é\\t1"}', 0.25, ("thin",), {"chrome.menu": 12}),
    Outcome("empty", "no-content", None, 0.75, (), {"chrome.menu": 3}, "b.html"),
    Outcome("failed", "binary", "x\ty", told="c.html: not text but a PNG image"),
]


def opened(folder: Path, terms: dict[str, str] = TERMS) -> Journal:
    return Journal(folder / ".run", terms)


def journal_of(folder: Path) -> Path:
    [found] = (folder / ".run").glob("journal-*")
    return found


def test_what_was_written_down_is_there_the_next_time(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        assert not journal.begun
        for each in OUTCOMES:
            journal.add(each)
    with opened(tmp_path) as journal:
        assert journal.begun
        assert list(journal.outcomes()) == OUTCOMES
        assert journal.shards == journal.tally.records == 0


def test_what_is_added_later_stands_behind_it(tmp_path: Path) -> None:
    for each in OUTCOMES:
        with opened(tmp_path) as journal:
            list(journal.outcomes())
            journal.add(each)
    with opened(tmp_path) as journal:
        assert list(journal.outcomes()) == OUTCOMES


def test_a_line_that_was_cut_off_does_not_count(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        for each in OUTCOMES:
            journal.add(each)
    whole = journal_of(tmp_path).read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    for length in range(last, len(whole)):
        journal_of(tmp_path).write_bytes(whole[:length])
        with opened(tmp_path) as journal:
            assert list(journal.outcomes()) == OUTCOMES[:2]
            journal.add(OUTCOMES[2])
        assert journal_of(tmp_path).read_bytes() == whole


def test_nor_does_anything_behind_what_is_no_line_of_ours(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        for each in OUTCOMES:
            journal.add(each)
    lines = journal_of(tmp_path).read_bytes().splitlines(keepends=True)
    journal_of(tmp_path).write_bytes(lines[0] + b"\0" * 40 + b"\n" + lines[2])
    with opened(tmp_path) as journal:
        assert list(journal.outcomes()) == OUTCOMES[:1]


def test_a_shard_that_is_whole_is_counted_and_its_journal_gone(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        for each in OUTCOMES:
            journal.add(each)
            journal.tally.add(each)
        before = journal_of(tmp_path).read_bytes()
        journal.next_shard()
        assert list(journal.outcomes()) == []
    stale = journal_of(tmp_path).with_name("journal-0")
    stale.write_bytes(before)  # as if we had been killed before it was taken away
    with opened(tmp_path) as journal:
        assert (journal.shards, journal.tally.records) == (1, 3)
        assert journal.tally.summary()["reasons"] == {"empty: no-content": 1, "failed: binary": 1}
        assert list(journal.outcomes()) == []
    assert not stale.exists()


def test_under_other_terms_it_is_another_run(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        journal.add(OUTCOMES[0])
    with pytest.raises(RunError, match="other format"):
        opened(tmp_path, {**TERMS, "format": "parquet"})
    with opened(tmp_path) as journal:
        assert list(journal.outcomes()) == OUTCOMES[:1]


def test_nobody_else_goes_on_with_it_meanwhile(tmp_path: Path) -> None:
    with opened(tmp_path), pytest.raises(RunError, match="going on"):
        opened(tmp_path)


def test_when_it_is_done_nothing_is_left(tmp_path: Path) -> None:
    with opened(tmp_path) as journal:
        journal.add(OUTCOMES[0])
        journal.end()
    assert not (tmp_path / ".run").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        Journal(tmp_path / "file" / ".run", TERMS)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"terms": 1}', "\0"])
def test_what_says_nothing_of_a_run_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / ".run").mkdir()
    (tmp_path / ".run" / "run.json").write_text(content)
    with pytest.raises(RunError, match=r"run\.json"):
        opened(tmp_path)
