"""Every layout, and every way in which one can be broken."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import DatasetError
from cleaner.evaluate.datasets import Dataset, LabelledPage, load
from tests.evaluate.pages import MENU, PAGE, REFERENCE, label, put, snippets, wcxb


def test_ground_truth(tmp_path: Path) -> None:
    url = "https://www.ferries.example.co.uk/loss"
    wcxb(
        tmp_path / "set", {"2": label(url=url, more={"with": ["a loss"], "without": [MENU]}), "1": label(None, "forum")}
    )
    put(
        tmp_path / "set/metadata.json",
        json.dumps({"files": {"1": {"domain": "blog.example.org"}, "2": {"domain": "x.org"}}}),
    )
    dataset = load(tmp_path / "set")
    assert dataset.name == "set"
    assert list(dataset.pages()) == [
        LabelledPage("1", PAGE.encode(), None, "forum", "example.org", ""),
        LabelledPage("2", PAGE.encode(), url, "article", "example.co.uk", REFERENCE, ("a loss",), (MENU,)),
    ]


def test_ground_truth_may_say_little(tmp_path: Path) -> None:
    [page] = load(wcxb(tmp_path, {"1": {"ground_truth": {"main_content": None}}})).pages()
    assert page == LabelledPage("1", PAGE.encode(), reference="")


def test_snippets(tmp_path: Path) -> None:
    snippets(tmp_path, {"a": {"url": "http://fähre.example.de/", "with": ["a loss"], "without": [MENU]}, "b": {}})
    first, second = load(tmp_path).pages()
    assert (first.present, first.absent, first.reference, first.kind) == (("a loss",), (MENU,), None, None)
    assert first.domain == "example.de"
    assert second == LabelledPage("b", PAGE.encode())


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("a.html", "a.txt"),
        ("a.htm", "a.txt"),
        ("a.XHTML.gz", "a.txt"),
        ("html/a.html", "text/a.txt"),
        ("html/a.html", "html/expected/a.txt"),
        ("a.html.gz", "reference/a.txt"),
        ("deep/down/a.html", "deep/txt/a.txt"),
    ],
)
def test_pages_with_expected_texts(tmp_path: Path, page: str, text: str) -> None:
    put(tmp_path / page, PAGE)
    put(tmp_path / text, f"\ufeff{REFERENCE}")
    assert list(load(tmp_path).pages()) == [LabelledPage(page, PAGE.encode(), reference=REFERENCE)]


def test_pages_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        put(tmp_path / folder / "page.html", PAGE)
        put(tmp_path / folder / "page.txt", folder)
    assert [(page.id, page.reference) for page in load(tmp_path).pages()] == [
        ("a/page.html", "a"),
        ("b/page.html", "b"),
    ]


def test_a_folder_that_is_named_like_a_page_is_none(tmp_path: Path) -> None:
    put(tmp_path / "saved.html/a.html", PAGE)
    put(tmp_path / "saved.html/a.txt", REFERENCE)
    put(tmp_path / "saved.txt", REFERENCE)
    assert load(tmp_path).ids == ("saved.html/a.html",)


def test_what_has_no_partner_is_passed_over_and_told(tmp_path: Path) -> None:
    wcxb(tmp_path / "set", {"1": label()})
    put(tmp_path / "set/html/2.html", PAGE)
    put(tmp_path / "set/ground-truth/3.json", "{}")
    put(tmp_path / "set/html/notes.md", "no page")
    dataset = load(tmp_path / "set")
    assert (dataset.ids, dataset.passed_over) == (("1",), ("2", "3"))


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://user@news.example.com.au:8080/", "example.com.au"),
        ("https://anna.blogspot.com/", "anna.blogspot.com"),  # whose blogs are other people's
        ("http://127.0.0.1/", None),
        ("http://[/", None),
        ("somewhere", None),
        ("", None),
    ],
)
def test_domains(tmp_path: Path, url: str, domain: str | None) -> None:
    [page] = load(snippets(tmp_path, {"a": {"url": url}})).pages()
    assert page.domain == domain


@pytest.mark.parametrize(("size", "ids"), [(1, "a"), (2, "ac"), (3, "abd"), (5, "abcde"), (9, "abcde")])
def test_a_sample_is_spread_over_all(size: int, ids: str) -> None:
    dataset = Dataset("set", tuple("abcde"), lambda id_: LabelledPage(id_, b""))
    sample = dataset.sampled(size)
    assert "".join(page.id for page in sample.pages()) == ids
    assert sample == dataset.sampled(size)


def _broken_page(folder: Path) -> None:
    wcxb(folder, {"1": label()})
    (folder / "html/1.html.gz").write_bytes(b"no gzip")


def _broken_reference(folder: Path) -> None:
    put(folder / "a.html", PAGE)
    put(folder / "a.txt", b"\xff\xfe\xfa")


def _with_label(data: str) -> Any:
    def make(folder: Path) -> None:
        wcxb(folder, {"1": label()})
        put(folder / "ground-truth/1.json", data)

    return make


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: None, "no labelled pages"),
        (lambda folder: put(folder / "a.html", PAGE), "no labelled pages"),
        (lambda folder: put(folder / "a.txt", REFERENCE), "no labelled pages"),
        (lambda folder: put(folder / "ground-truth/1.json", "{}"), "no labelled pages"),
        (lambda folder: put(folder / "snippets.json", "{}"), "no labelled pages"),
        (lambda folder: put(folder / "snippets.json", "[]"), "snippets.json: is no JSON object"),
        (lambda folder: snippets(folder, {"a": "a loss"}), "a is no object"),
        (lambda folder: snippets(folder, {"a": {"with": "a loss"}}), "a.with is no list of strings"),
        (lambda folder: snippets(folder, {"a": {"without": [1]}}), "a.without is no list of strings"),
        (_with_label("{"), "1.json: is no JSON"),
        (_with_label("{}"), "1.json: has no ground_truth"),
        (_with_label('{"ground_truth": []}'), "ground_truth is no object"),
        (_with_label('{"ground_truth": {"main_content": 1}}'), "ground_truth.main_content is no string"),
        (_broken_page, "1.html.gz"),
        (_broken_reference, "a.txt: is not UTF-8"),
    ],
)
def test_what_is_broken_is_told(tmp_path: Path, make: Any, said: str) -> None:
    make(tmp_path)
    with pytest.raises(DatasetError, match=re.escape(said)):
        list(load(tmp_path).pages())


def test_a_folder_that_is_not_there_has_no_pages(tmp_path: Path) -> None:
    with pytest.raises(DatasetError):
        load(tmp_path / "nowhere")
