"""The whole of the cleaner on hostile pages: how long it takes, how much memory, and that nothing is lost.

Each page is worked on in a child process of its own, forked from one that has everything imported; the next ones begin
meanwhile, one for each core.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pytest

from cleaner.errors import InputError
from cleaner.output.verify import verify
from cleaner.pipeline import Cleaner
from tests.hostile.pages import HONEST, Hostile, pages

SECONDS = 5  # of CPU time for cleaning with the record; for Markdown, for the score, and for the proof
MEGABYTES = 1_000
_HUNG = 60  # seconds of CPU time after which a child is stopped
# How long the yardstick takes on a machine for which the seconds above are meant. A slower one, or one that has much else to do,
# is given more.
_YARDSTICK = 0.04

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    """A cleaner that has loaded whatever it loads at its first page."""
    cleaner = Cleaner()
    for page in (f"<html><title>Buses</title>{HONEST}", "<p>a", HONEST.replace("<p>", "").replace("</p>", "")):
        cleaner.clean(page).to_record()
    return cleaner


@pytest.fixture(scope="module")
def ahead(request: pytest.FixtureRequest, cleaner: Cleaner) -> Iterator[_Ahead]:
    cases = [item.callspec.params["case"] for item in request.session.items if item.path == request.path]  # type: ignore[attr-defined]
    children = _Ahead(cases, cleaner)
    yield children
    children.end()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in pages()])
def test_hostile_page(case: Hostile, ahead: _Ahead) -> None:
    told = ahead.told(case)
    assert not told["faults"]
    assert (told["status"], told["reason"]) == (case.status or told["status"], case.reason or told["reason"])
    assert told["status"] != "failed" or case.status == "failed"
    assert (told["status"] == "cleaned") == (told["reason"] is None)
    allowed = SECONDS * max(1.0, told["yardstick"] / _YARDSTICK)
    assert all(seconds <= allowed for seconds in told["seconds"].values()), told["seconds"]
    assert told["megabytes"] <= MEGABYTES


def _examined(case: Hostile, cleaner: Cleaner) -> dict[str, Any]:
    """What comes of a page: status and reason, seconds of each step, faults of the result."""
    page = case.make()
    seconds: dict[str, float] = {"yardstick": _seconds(lambda: sum(n % 7 for n in range(1_000_000)))}
    told: dict[str, Any] = {"yardstick": seconds.pop("yardstick"), "seconds": seconds, "faults": []}
    start = time.process_time()
    try:
        result = cleaner.clean(page, **case.about)
        record = result.to_record()
    except InputError as error:
        seconds["cleaned"] = time.process_time() - start
        return told | {"status": "failed", "reason": error.reason}
    seconds["cleaned"] = time.process_time() - start
    seconds["markdown"] = _seconds(result.to_markdown)
    seconds["score"] = _seconds(lambda: cleaner.score(page, **case.about))
    start = time.process_time()
    told["faults"] += verify(record, page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page)[:3]
    seconds["proof"] = time.process_time() - start
    told["faults"] += _losses(case, result.page.text, record)
    return told | {"status": record["status"], "reason": record["reason"]}


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _losses(case: Hostile, text: str, record: dict[str, Any]) -> list[str]:
    """What should be accounted for and is not, or should be kept and is not."""
    told = record["coverage"]
    faults = []
    if told["text"] != told["kept"] + told["removed"]:
        faults.append(f"{told['kept']} kept and {told['removed']} removed are not {told['text']}")
    if case.length is not None and told["text"] != case.length:
        faults.append(f"{told['text']} characters are accounted for, of {case.length}")
    entries = [*record["kept"], *record["removed"]]
    accounted = "\n".join(text[start:end] for entry in entries for start, end in entry["source"])
    faults += [f"{word!r} is lost" for word in case.words if word not in accounted]
    faults += [f"{passage[:40]!r} is not kept" for passage in case.kept if passage not in record["text"]]
    return faults


class _Ahead:
    """Children at work on the next pages, in the order of the tests."""

    def __init__(self, cases: Iterable[Hostile], cleaner: Cleaner) -> None:
        self._left = deque(cases)
        self._cleaner = cleaner
        self._at_work: dict[str, _Child] = {}

    def told(self, case: Hostile) -> dict[str, Any]:
        """What a page's child says of it, and the most memory that it took."""
        while self._left and (case.name not in self._at_work or len(self._at_work) < (os.cpu_count() or 1)):
            following = self._left.popleft()
            self._at_work[following.name] = _Child(partial(_examined, following, self._cleaner))
        return self._at_work.pop(case.name).told()

    def end(self) -> None:
        """Tests may end before their pages do."""
        for child in self._at_work.values():
            os.kill(child.process, signal.SIGKILL)
            os.waitpid(child.process, 0)


class _Child:
    """A child of this process, which calls a function and says what it gives back."""

    def __init__(self, work: Callable[[], dict[str, Any]]) -> None:
        self._reader, writer = os.pipe()
        self.process = os.fork()
        if not self.process:
            try:
                resource.setrlimit(resource.RLIMIT_CPU, (_HUNG, _HUNG))
                told = work()
                with os.fdopen(writer, "w") as stream:
                    json.dump(told, stream)
            except BaseException as error:
                os.write(writer, json.dumps({"raised": repr(error)[:2_000]}).encode())
            finally:
                os._exit(0)
        os.close(writer)

    def told(self) -> dict[str, Any]:
        with os.fdopen(self._reader) as stream:
            answer = stream.read()
        _, status, usage = os.wait4(self.process, 0)
        assert answer, f"the child ended with {os.waitstatus_to_exitcode(status)} after {usage.ru_utime:.0f} seconds"
        told: dict[str, Any] = json.loads(answer)
        assert "raised" not in told, told["raised"]
        return told | {"megabytes": usage.ru_maxrss / 1024}
