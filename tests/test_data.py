"""Real pages, where the shared folder beside the repository has them: sound records, nobody accused, F1 not below the peer's."""

from __future__ import annotations

import gzip
import json
from functools import cache
from statistics import fmean
from typing import NamedTuple

import pytest

from cleaner.cleaned import Cleaned
from cleaner.evaluate.datasets import Dataset, LabelledPage, load
from cleaner.evaluate.metrics import compare
from cleaner.evaluate.systems import peer
from cleaner.model import Verdict
from cleaner.output.record import to_json
from cleaner.output.schema import check
from cleaner.output.verify import verify
from cleaner.pipeline import clean
from tests.shared import MULTILINGUAL, WCXB, needs_data

EVERY = 15
# Pages that show nothing without their scripts (31 characters), as a reading confirms: the score calls them junk.
SHELLS = {"4278"}
"""Of the pages every so many-th is looked at."""

pytestmark = needs_data


class Sample(NamedTuple):
    page: LabelledPage
    result: Cleaned


SETS: dict[str, Dataset] = {folder.name: load(folder) for folder in (WCXB, MULTILINGUAL) if folder.is_dir()}
PAGES = [(name, id_) for name, dataset in SETS.items() for id_ in dataset.ids[::EVERY]]
each_page = pytest.mark.parametrize(("name", "id_"), PAGES or [pytest.param("", "", id="no data")])  # which is skipped


@cache
def sample(name: str, id_: str) -> Sample:
    page = SETS[name].read(id_)
    return Sample(page, clean(page.payload, uri=id_))


@each_page
def test_a_real_page_has_a_sound_record(name: str, id_: str) -> None:
    page, result = sample(name, id_)
    record = json.loads(to_json(result.to_record()))
    assert not list(check(record))
    assert verify(record, page.payload) == ()
    assert record["status"] in ("cleaned", "empty")


@each_page
def test_nobody_on_a_real_page_is_called_made_up(name: str, id_: str) -> None:
    result = sample(name, id_).result
    assert not [claim for claim in result.claims if claim.verdict is Verdict.FABRICATED]
    assert not [finding for finding in result.findings if finding.rule.startswith("author.fabricated")]
    assert (result.junk.score < 0.5) is (id_ not in SHELLS)


def test_the_text_is_no_worse_than_what_trafilatura_returns() -> None:
    trafilatura = peer("trafilatura")
    ours, theirs = [], []
    for id_ in SETS[WCXB.name].ids[::EVERY]:
        page, result = sample(WCXB.name, id_)
        ours.append(compare(result.text, page.reference or "").f1)
        theirs.append(compare(trafilatura.extract(page).text, page.reference or "").f1)
    assert fmean(ours) >= fmean(theirs), (fmean(ours), fmean(theirs))


def test_a_packed_page_is_the_page_it_packs() -> None:
    id_ = SETS[WCXB.name].ids[0]
    assert sample(WCXB.name, id_).page.payload == gzip.decompress((WCXB / "html" / f"{id_}.html.gz").read_bytes())
