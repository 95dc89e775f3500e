"""`cleaner score`: which pages are junk, and why."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import cleaner
from cleaner.cli import main

PARKED = "<title>moor.example</title><h1>moor.example</h1><p>This domain is for sale.</p><p>Make an offer</p>"
HONEST = "<title>The ferry</title><article><h1>The ferry</h1>" + "".join(
    f"<p>{text}</p>"
    for text in (
        "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss, said the council.",
        "In March they asked what it would cost to stop. Nobody knew: the bridge is nine miles up the river, and the road "
        "to it floods in spring, when the tide and the rain come together.",
        "Mrs Aldous has taken the boat to work for thirty years. She would rather swim than drive, she told us on the quay.",
        "A decision is due before the summer. Until then the boat leaves every hour, and on Sundays when somebody rings.",
    )
)


def run(*arguments: object, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(main, ["score", *map(str, arguments)], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception  # a user would have seen a traceback
    return result


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "honest.html").write_text(HONEST)
    (tmp_path / "parked.html").write_text(PARKED)
    return tmp_path


def test_the_table_has_the_worst_page_first_with_its_labels_and_strongest_parts(pages: Path) -> None:
    result = run(pages)
    assert result.exit_code == 0
    head, first, second = result.stdout.splitlines()
    assert head.split() == ["score", "page", "labels", "strongest", "parts"]
    assert first.split()[1].endswith("parked.html")
    assert "parked" in first.split()[2]
    assert second.split()[1].endswith("honest.html")
    assert float(first.split()[0]) > 0.5 > float(second.split()[0])


def test_above_leaves_out_what_scores_lower(pages: Path) -> None:
    assert "honest.html" not in run(pages, "--above", 0.5).stdout
    [line] = run(pages, "--above", 0.5, "--format", "jsonl").stdout.splitlines()
    assert json.loads(line)["uri"].endswith("parked.html")


def test_an_explanation_adds_up(pages: Path) -> None:
    lines = run(pages / "parked.html", "--explain").stdout.splitlines()
    assert lines[0].endswith(f": {cleaner.score(PARKED.encode()).score:.3f}")
    addends = [
        float(line.split()[-1]) for line in lines if line.startswith("  ") and ":" not in line and "→" not in line
    ]
    [total] = [float(line.split()[1]) for line in lines if "→" in line]
    assert math.isclose(sum(addends), total, abs_tol=0.001 * len(addends))
    assert any(line.startswith("  parked: ") and "page.parked" in line for line in lines)


def test_json_lines_are_what_the_library_says_in_the_order_of_the_input(pages: Path) -> None:
    lines = [json.loads(line) for line in run(pages, "--format", "jsonl").stdout.splitlines()]
    assert [Path(line["uri"]).name for line in lines] == ["honest.html", "parked.html"]
    junk = cleaner.score(PARKED.encode())
    assert lines[1]["score"] == junk.score
    assert lines[1]["parts"] == [part._asdict() for part in junk.parts]
    assert [label["label"] for label in lines[1]["labels"]] == [label.label for label in junk.labels]
    assert lines[1]["reason"] is None


def test_what_is_no_page_has_no_score_and_costs_no_other(pages: Path) -> None:
    (pages / "broken.html").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    result = run(pages, "--format", "jsonl")
    assert result.exit_code == 1
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["score"] is None for line in lines] == [True, False, False]
    assert lines[0]["reason"] == "binary"
    assert "failed (binary)" in result.stderr


def test_text_from_standard_input(pages: Path) -> None:
    result = run("-", "--input", "text", stdin="Just\n\na few words\n")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].split()[1] == "-"


def test_nothing_from_a_page_or_its_name_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    page = tmp_path / "evil\x1b[31m.html"
    page.write_text(PARKED)
    assert "\x1b[31m" not in run(page, "--explain").stdout + run(page).stdout
    assert "\x1b[31m" not in run(page, "--format", "jsonl").stdout


@pytest.mark.parametrize("arguments", [("nowhere.html",), ("--above", "2", "x"), ("--policy", "none", "x")])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
