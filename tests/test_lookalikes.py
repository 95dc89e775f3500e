"""Honest pages and lines that look like junk, written without a look at the rules: no word of their authors may be lost.

Each page of `tests/lookalikes/` has its author's words between the comments ``<!--body-->`` and ``<!--/body-->``. Each line of `lines.tsv`, which may be
several (``\\n``), is set into the midst of an article.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from cleaner.cleaned import Cleaned
from cleaner.model import Decision
from cleaner.pipeline import clean, score

FOLDER = Path(__file__).parent / "lookalikes"
PAGES = sorted(FOLDER.rglob("*.html"))
# Page → why words of it are lost: each a known failure.
KNOWN = tomllib.loads((FOLDER / "known.toml").read_text("utf-8"))
LINES = [line.split("\t") for line in (FOLDER / "lines.tsv").read_text("utf-8").splitlines()]
ARTICLE = (
    "The ferry runs twice a day between May and October, weather permitting, and carries bicycles for a small charge at either landing.\n"
    "Tickets are sold on board by the mate, who also sells tea, and the crossing takes forty minutes in calm water against the wind.\n{}\n"
    "Passengers who miss the evening boat may sleep in the schoolhouse, where the teacher keeps blankets, candles and a kettle for them. "
    "Nobody has ever been asked to pay."
)
_BODY = re.compile(r"<!--body-->(.*?)<!--/body-->", re.DOTALL)


def _name(page: Path) -> str:
    return str(page.relative_to(FOLDER).with_suffix(""))


def _pages(form: str) -> Iterator[object]:
    for page in PAGES:
        known = KNOWN[form].get(_name(page))
        yield pytest.param(page, id=_name(page), marks=[pytest.mark.xfail(reason=known, strict=True)] if known else [])


def _in_body(result: Cleaned) -> list[int]:
    """The blocks of the page that stand in its author's text."""
    bodies = [match.span(1) for match in _BODY.finditer(result.page.text)]
    return [b.index for b in result.blocks if any(start <= b.span[0] and b.span[1] <= end for start, end in bodies)]


def _told(result: Cleaned, lost: list[Decision]) -> str:
    return "\n".join(f"{', '.join(d.rules)}: {result.blocks[d.block].text[slice(*d.range)]}" for d in lost)


@pytest.mark.parametrize("page", list(_pages("html")))
def test_no_word_of_a_page_is_lost(page: Path) -> None:
    result = clean(page.read_bytes(), kind="html")
    body = set(_in_body(result))
    assert body
    lost = [decision for decision in result.removed if decision.block in body]
    assert not lost, _told(result, lost)


@pytest.mark.parametrize("page", list(_pages("text")))
def test_no_word_of_an_extracted_text_is_lost(page: Path) -> None:
    read = clean(page.read_bytes(), kind="html")
    text = "\n\n".join(read.blocks[index].text for index in _in_body(read))
    result = clean(text, kind="text")
    assert not result.removed, _told(result, list(result.removed))


@pytest.mark.parametrize("page", list(_pages("score")))
def test_no_page_scores_as_junk(page: Path) -> None:
    assert score(page.read_bytes(), kind="html").score < 0.5


@pytest.mark.parametrize("language", sorted({language for language, _ in LINES}))
def test_no_line_of_an_article_is_lost(language: str) -> None:
    said = [ARTICLE.format(line.replace("\\n", "\n")).split("\n") for known, line in LINES if known == language]
    pages = [clean("\n\n".join(lines), kind="text") for lines in said]
    pages += [clean("".join(f"<p>{escape(line)}</p>" for line in lines), kind="html") for lines in said]
    assert [_told(page, list(page.removed)) for page in pages if page.removed] == []
