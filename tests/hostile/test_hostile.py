"""The whole of the cleaner on hostile pages: how long it takes, how much memory, and that nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.hostile.pages import Hostile, pages

SECONDS = 5  # of CPU time for cleaning with the record; for Markdown, for the score, and for the proof
MEGABYTES = 1_000
# How long the yardstick takes on a machine for which the seconds above are meant. A slower one, or one that has much else to do,
# is given more.
_YARDSTICK = 0.04

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


@pytest.fixture(scope="module")
def told(request: pytest.FixtureRequest) -> Iterator[Iterator[dict[str, Any]]]:
    """What comes of each page, in the order of the tests."""
    names = [item.callspec.params["case"].name for item in request.session.items if item.path == request.path]  # type: ignore[attr-defined]
    command = [sys.executable, "-m", "tests.hostile.examined", *names]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield map(json.loads, process.stdout)
        process.kill()  # the tests may end before the pages do


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in pages()])
def test_hostile_page(case: Hostile, told: Iterator[dict[str, Any]]) -> None:
    page = next(told)
    assert "raised" not in page, page["raised"]
    assert page["name"] == case.name
    assert not page["faults"]
    assert (page["status"], page["reason"]) == (case.status or page["status"], case.reason or page["reason"])
    assert page["status"] != "failed" or case.status == "failed"
    assert (page["status"] == "cleaned") == (page["reason"] is None)
    allowed = SECONDS * max(1.0, page["yardstick"] / _YARDSTICK)
    assert all(seconds <= allowed for seconds in page["seconds"].values()), page["seconds"]
    assert page["megabytes"] <= MEGABYTES
