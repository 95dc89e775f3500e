"""`cleaner train`: from a folder of labelled pages to a model that a policy names."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main
from cleaner.evaluate.datasets import load
from cleaner.evidence.content.model import ContentModel, load_model, save_model
from cleaner.evidence.lines.model import LineModel
from cleaner.evidence.phrases import every_phrase
from cleaner.policy import Policy
from cleaner.train import diction as worded
from cleaner.train import fit as module
from cleaner.train import folds
from cleaner.train import lines as lines_module
from cleaner.train.articles import articles
from cleaner.train.diction import dictions
from cleaner.train.examples import Example, examples
from cleaner.train.lines import line_examples
from cleaner.train.wordings import wordings
from tests.evaluate.pages import put
from tests.evidence.lines.texts import NO_LINES
from tests.train.pages import DOMAINS, Made, dataset


@pytest.fixture(autouse=True)
def few_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """And few lines and articles beside the pages."""
    some = list(articles())[::60]
    monkeypatch.setattr(lines_module, "articles", lambda: iter(some))
    monkeypatch.setattr(worded, "articles", lambda: iter(some))
    monkeypatch.setattr(worded, "every_phrase", lambda: islice(every_phrase(), 0, None, 60))
    monkeypatch.setattr(worded, "wordings", lambda: islice(wordings(), 0, None, 60))
    monkeypatch.setattr(worded, "_STEPS", 5)
    monkeypatch.setattr(module, "_LINES", {**module._LINES, "iterations": 12, "depth": 3})
    monkeypatch.setattr(module, "_BLOCKS", {**module._BLOCKS, "iterations": 12, "depth": 3})
    monkeypatch.setattr(module, "_PAGES", {**module._PAGES, "iterations": 12})


def run(command: str, *arguments: object) -> Result:
    result = CliRunner().invoke(main, [command, *(str(each) for each in arguments)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception  # a user would have seen a traceback
    return result


def is_usage_error(result: Result, said: str) -> None:
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
    assert re.search(said, result.stderr), result.stderr


def test_from_pages_to_a_policy(tmp_path: Path) -> None:
    pytest.importorskip("catboost")
    folder, output = dataset(tmp_path / "set"), tmp_path / "mine.npz"
    result = run("train", folder, "-o", output, "--folds", 2)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("set: 30 pages, policy balanced@")
    assert re.search(r"^all +30 +cleaner +\d\.\d{3} ", result.stdout, re.MULTILINE)
    assert re.search(r"^ +trafilatura +\d\.\d{3} .* [+-]\d\.\d{4} ", result.stdout, re.MULTILINE)
    sizes = re.search(r"^F1 of the folds: (\S+) \((\d+) pages\), (\S+) \((\d+) pages\)", result.stdout, re.MULTILINE)
    assert sizes
    assert int(sizes[2]) + int(sizes[4]) == 30
    assert min(float(sizes[1]), float(sizes[3])) > 0.8
    assert "training on 48 pages" in result.stderr

    # What was measured on parts of the domains was no part of the model.
    pages = list(load(folder).pages())
    known = dictions(pages)
    lines = module.fit_lines(list(line_examples(pages, known)), known.whole)
    save_model(module.fit(list(examples(pages)), lines), tmp_path / "again.npz")
    assert output.read_bytes() == (tmp_path / "again.npz").read_bytes()

    page = Made(109)
    policy = put(tmp_path / "mine.toml", 'engine = "model"\nmodel = "mine.npz"\n')
    cleaned = run("clean", put(tmp_path / "page.html", page.html), "--policy", policy)
    assert cleaned.exit_code == 0
    kept = set(cleaned.stdout.splitlines())
    assert set(page.paragraphs) <= kept
    assert not kept & {*page.menu, page.footer}
    record = json.loads(run("clean", tmp_path / "page.html", "--policy", policy, "--format", "jsonl").stdout)
    assert record["engine"] == "model"
    assert record["kind"]["label"] == page.kind
    assert record["producer"]["model"] == hashlib.sha256(output.read_bytes()).hexdigest()[:16]


def test_each_part_is_measured_by_a_model_that_has_not_seen_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("catboost")
    taught: list[set[str]] = []

    def fit(examples: list[Example], lines: LineModel, seed: int) -> ContentModel:
        assert seed == 5
        taught.append({example.domain for example in examples})
        return module.fit(examples, lines, seed)

    monkeypatch.setattr(folds, "fit", fit)
    found = load(dataset(tmp_path / "set"))
    learned = list(examples(found.pages()))
    measured = list(folds.cross_validate(found, learned, NO_LINES, Policy(engine="model"), 2, 5, []))
    assert len(measured) == len(taught) == 2
    for fold, domains in zip(measured, taught, strict=True):
        assert {page.cluster for page in fold} | domains == set(DOMAINS)
        assert not domains & {page.cluster for page in fold}
        assert all(list(page.scores) == ["cleaner"] and page.scores["cleaner"].engine == "model" for page in fold)
    assert sorted(page.id for fold in measured for page in fold) == list(found.ids)


def test_several_folders_and_a_seed(tmp_path: Path) -> None:
    pytest.importorskip("catboost")
    folders = [dataset(tmp_path / name, count) for name, count in (("one", 8), ("two", 10))]
    result = run("train", *folders, "-o", tmp_path / "mine.npz", "--seed", 7)
    assert result.exit_code == 0
    assert result.stdout == ""
    about = load_model(str(tmp_path / "mine.npz")).about
    assert (about["pages"], about["seed"]) == (30, 7)


def test_wrong_usage(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "set", 6)
    is_usage_error(run("train", folder), "--output")
    is_usage_error(run("train", "-o", tmp_path / "m.npz"), "DATASET")
    is_usage_error(run("train", tmp_path / "nowhere", "-o", tmp_path / "m.npz"), "nowhere")
    is_usage_error(run("train", folder, "-o", tmp_path), "directory")
    is_usage_error(run("train", folder, "-o", tmp_path / "m.npz", "--folds", 1), "--folds")
    is_usage_error(run("train", folder, "-o", tmp_path / "m.npz", "--seed", -1), "--seed")
    is_usage_error(run("train", tmp_path, "-o", tmp_path / "m.npz"), "no labelled pages")
    is_usage_error(run("train", dataset(tmp_path / "few", 1), "-o", tmp_path / "m.npz"), "more domains")
    assert not (tmp_path / "m.npz").exists()


def test_domains_that_do_not_fill_the_folds(tmp_path: Path) -> None:
    result = run("train", dataset(tmp_path / "few", 6), "-o", tmp_path / "m.npz", "--folds", 40)
    is_usage_error(result, "few: its domains do not fill 40 folds")


def test_a_model_that_cannot_be_written(tmp_path: Path) -> None:
    pytest.importorskip("catboost")
    result = run("train", dataset(tmp_path / "set", 8), "-o", tmp_path / "nowhere/m.npz")
    is_usage_error(result, "cannot write .*nowhere/m.npz: .*nowhere is no folder")


def test_without_catboost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "catboost", None)
    is_usage_error(run("train", dataset(tmp_path / "set", 6), "-o", tmp_path / "m.npz"), r"cleaner\[train\]")
    assert not (tmp_path / "m.npz").exists()


def test_nothing_of_it_is_imported_to_clean() -> None:
    look = "import sys, cleaner.cli; print([name for name in sys.modules if 'train' in name or 'catboost' in name])"
    assert subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout == "[]\n"
