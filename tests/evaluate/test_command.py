"""`cleaner evaluate`: what it prints where, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main
from cleaner.evaluate import systems
from tests.evaluate.pages import FERRY, MENU, PAGE, REFERENCE, label, put, snippets, wcxb


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["evaluate", *(str(each) for each in arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception  # a user would have seen a traceback
    return result


def is_usage_error(result: Result, said: str) -> None:
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
    assert re.search(said, result.stderr), result.stderr
    assert result.stdout == ""


def pages(folder: Path) -> Path:
    return wcxb(folder, {"1": label(), "2": label(FERRY[0]), "3": label(f"{REFERENCE}\n{MENU}", "forum")})


def test_tables(tmp_path: Path) -> None:
    result = run(pages(tmp_path / "set"), "--worst", 1)
    assert result.exit_code == 0
    assert result.stdout.startswith("set: 3 pages, policy balanced@")
    assert re.search(r"^all +3 +cleaner +0\.\d{3} ", result.stdout, re.MULTILINE)
    assert re.search(r"^ +trafilatura +0\.\d{3} .* [+-]0\.\d{4} ", result.stdout, re.MULTILINE)
    assert re.search(r"^trafilatura \d\S+ +\d+\.\d +\d+\.\d +\d+\.\d\d +0$", result.stdout, re.MULTILINE)
    assert f"  wrongly kept:\n    {FERRY[1]}  [content." in result.stdout
    assert f"  wrongly removed:\n    {MENU}  [chrome.navigation" in result.stdout
    assert "set" in result.stderr  # the progress


def test_json_is_one_document_of_all_datasets(tmp_path: Path) -> None:
    other = snippets(tmp_path / "other", {"a": {"with": ["a loss"], "without": ["nine miles"]}})
    result = run(pages(tmp_path / "set"), other, "--format", "json", "--worst", 2, "--policy", "precision")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["producer"]["policy"].startswith("precision@")
    first, second = found["datasets"]
    assert (first["dataset"], second["dataset"]) == ("set", "other")
    assert [(group["kind"], group["pages"]) for group in first["words"]] == [(None, 3), ("article", 2), ("forum", 1)]
    assert [loss["id"] for loss in first["worst"]] == ["2", "3"]
    assert second["words"] == []
    [group] = second["snippets"]
    assert group["systems"]["cleaner"]["precision"] == 0.5
    assert second["worst"][0]["faults"]["kept"]["shown"][0]["text"] == FERRY[1]


def test_a_sample(tmp_path: Path) -> None:
    [found] = json.loads(run(pages(tmp_path), "--sample", 2, "--format", "json").stdout)["datasets"]
    assert found["pages"] == 2


def test_without_peers(tmp_path: Path) -> None:
    [found] = json.loads(run(pages(tmp_path), "--against", "", "--format", "json").stdout)["datasets"]
    assert [system["name"] for system in found["systems"]] == ["cleaner"]


def test_a_peer_that_raises_is_counted_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(payload: bytes) -> str:
        raise ValueError("no \x1b[2J article")

    monkeypatch.setattr(systems, "PEERS", {"trafilatura": ("trafilatura", lambda: raises)})
    result = run(pages(tmp_path))
    assert result.exit_code == 0
    assert re.search(r"^trafilatura .* 3$", result.stdout, re.MULTILINE)
    assert r"trafilatura raised ValueError: no \x1b[2J article" in result.stdout
    assert re.search(r"^ +trafilatura +0\.000 +0\.000 +0\.0000 ", result.stdout, re.MULTILINE)


def test_pages_that_are_passed_over_are_told(tmp_path: Path) -> None:
    folder = pages(tmp_path / "set")
    for name in "4567":
        put(folder / "html" / f"{name}.html", PAGE)
    assert re.search(r"^set: passed over.*: 4, 5, 6 and 1 more$", run(folder).stderr, re.MULTILINE)


def test_wrong_usage(tmp_path: Path) -> None:
    is_usage_error(run(), "DATASET")
    is_usage_error(run(tmp_path / "nowhere"), "nowhere")
    is_usage_error(run(tmp_path), "no labelled pages")
    folder = pages(tmp_path / "set")
    is_usage_error(run(folder, "--against", "trafilatura,goose"), "'goose' is no peer.*readability")
    is_usage_error(run(folder, "--policy", "gentle"), "gentle")
    is_usage_error(run(folder, "--sample", 0), "--sample")
    put(folder / "ground-truth/2.json", "{")
    is_usage_error(run(folder), "2.json: is no JSON")


def test_a_peer_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "justext", None)
    is_usage_error(run(pages(tmp_path), "--against", "justext"), r"justext .*cleaner\[evaluate\]")


def test_nothing_of_it_is_imported_to_clean() -> None:
    look = "import sys, cleaner.cli; print([name for name in sys.modules if name.startswith('cleaner.evaluate')])"
    assert subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout == "[]\n"
