"""The gate: quality on real pages is not below its floors, and floors move only as they should."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests import floors
from tests.floors import FILE, Floor, higher, least, lower, read, written
from tests.shared import needs_data

FLOORS = read(FILE.read_text("utf-8"))
measured = cache(floors.measured)


@needs_data
@pytest.mark.parametrize("name", FLOORS)
def test_a_figure_is_not_below_its_floor(name: str) -> None:
    assert measured()[name] >= FLOORS[name].f1, "if less is right: python -m tests.floors --lower 'why'"


@needs_data
def test_every_figure_has_a_floor() -> None:
    assert measured().keys() == FLOORS.keys()


def test_the_file_is_as_it_is_written() -> None:
    assert FILE.read_text("utf-8") == written(FLOORS)


def test_a_floor_is_the_margin_below_the_figure() -> None:
    assert least(0.8) == 0.798
    assert least(0.83339) == 0.8313


def test_floors_are_raised_and_never_lowered() -> None:
    before = {"a": Floor(0.5, ("0.6000 to 0.5000: a bug",)), "b": Floor(0.8)}
    after = higher(before, {"a": 0.7, "b": 0.7, "new": 0.9})
    assert after == {"a": Floor(0.698, ("0.6000 to 0.5000: a bug",)), "b": Floor(0.8), "new": Floor(0.898)}


def test_only_floors_that_are_not_reached_are_lowered_and_say_why() -> None:
    before = {"a": Floor(0.5), "b": Floor(0.8, ("0.9000 to 0.8000: a bug",)), "c": Floor(0.7)}
    after = lower(before, {"a": 0.9, "b": 0.75, "c": 0.7}, 'fewer "captions"')
    reasons = ("0.9000 to 0.8000: a bug", '0.8000 to 0.7480: fewer "captions"')
    assert after == {"a": Floor(0.5), "b": Floor(0.748, reasons), "c": Floor(0.7)}
    assert read(written(after)) == after


@pytest.mark.parametrize("arguments", [[], ["--lower"], ["--raise", "--lower", "why"]])
def test_a_floor_is_not_lowered_without_a_reason(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        floors.main(arguments)
    assert "usage" in capsys.readouterr().err


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "floors.toml"
    monkeypatch.setattr(floors, "FILE", file)
    monkeypatch.setattr(floors, "measured", lambda: {"words": 0.9})
    floors.main(["--raise"])
    assert read(file.read_text("utf-8")) == {"words": Floor(0.898)}
    monkeypatch.setattr(floors, "measured", lambda: {"words": 0.6})
    floors.main(["--raise"])
    assert read(file.read_text("utf-8")) == {"words": Floor(0.898)}
    floors.main(["--lower", "menus went"])
    assert read(file.read_text("utf-8")) == {"words": Floor(0.598, ("0.8980 to 0.5980: menus went",))}
    assert "words: measured 0.6000, floor 0.8980 → 0.5980" in capsys.readouterr().out
