"""Real pages, where the shared folder beside the repository has them: sound records, nobody accused, F1 not below the peer's."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import trafilatura

from cleaner.cleaned import Cleaned
from cleaner.corpus.readers import read
from cleaner.model import Verdict
from cleaner.output.record import to_json
from cleaner.output.schema import check
from cleaner.output.verify import verify
from cleaner.pipeline import clean

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
WCXB, MULTILINGUAL = DATA / "wcxb-dev", DATA / "multilingual-dev"
EVERY = 15
"""Of the pages every so many-th is looked at."""

pytestmark = pytest.mark.skipif(not WCXB.is_dir(), reason="needs the shared folder")


class Sample(NamedTuple):
    path: Path
    payload: bytes
    result: Cleaned


def _paths(folder: Path) -> list[Path]:
    return sorted((folder / "html").iterdir())[::EVERY] if folder.is_dir() else []


@cache
def sample(path: Path) -> Sample:
    [item] = read([str(path)], 50_000_000)
    assert isinstance(item.payload, bytes)
    return Sample(path, item.payload, clean(item.payload, uri=path.name))


PATHS = [*_paths(WCXB), *_paths(MULTILINGUAL)]


def _id(path: Path) -> str:
    return f"{path.parent.parent.name}-{path.name.partition('.')[0]}"


@pytest.mark.parametrize("path", PATHS, ids=_id)
def test_a_real_page_has_a_sound_record(path: Path) -> None:
    _, payload, result = sample(path)
    record = json.loads(to_json(result.to_record()))
    assert not list(check(record))
    assert verify(record, payload) == ()
    assert record["status"] in ("cleaned", "empty")


@pytest.mark.parametrize("path", PATHS, ids=_id)
def test_nobody_on_a_real_page_is_called_made_up(path: Path) -> None:
    result = sample(path).result
    assert not [claim for claim in result.claims if claim.verdict is Verdict.FABRICATED]
    assert not [finding for finding in result.findings if finding.rule.startswith("author.fabricated")]
    assert result.junk.score < 0.5


def f1(text: str, reference: str) -> float:
    """Word F1: bags of lower-cased words; an empty reference scores 1 for empty output, else 0."""
    found, wanted = (Counter(re.findall(r"\w+", each.lower())) for each in (text, reference))
    if not wanted:
        return float(not found)
    common = (found & wanted).total()
    return 2 * common / (found.total() + wanted.total())


def test_the_measure() -> None:
    assert f1("", "") == 1
    assert f1("a", "") == f1("", "a") == 0
    assert f1("A b, b", "a b c") == 2 * 2 / 6


def test_the_text_is_no_worse_than_what_trafilatura_returns() -> None:
    ours, theirs = [], []
    for path in _paths(WCXB):
        _, payload, result = sample(path)
        truth = json.loads((WCXB / "ground-truth" / path.name.replace(".html.gz", ".json")).read_text("utf-8"))
        reference = truth["ground_truth"].get("main_content") or ""
        ours.append(f1(result.text, reference))
        theirs.append(f1(trafilatura.extract(payload, include_comments=False) or "", reference))
    mean = sum(ours) / len(ours), sum(theirs) / len(theirs)
    assert mean[0] >= mean[1], mean


def test_a_packed_page_is_the_page_it_packs() -> None:
    path = _paths(WCXB)[0]
    assert sample(path).payload == gzip.decompress(path.read_bytes())
