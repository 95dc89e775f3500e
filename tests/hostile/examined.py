"""Hostile pages through the whole of the cleaner: how long each takes, how much memory, and what of it is lost.

``python -m tests.hostile.examined NAME…`` prints a line of JSON for each page named, in their order. Each page is worked on in a child
process of its own, forked from this one, which has everything imported and nothing else in memory: the most that a child took is the
page's doing. The next ones begin meanwhile, one for each core.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from cleaner.errors import InputError
from cleaner.output.verify import verify
from cleaner.pipeline import Cleaner
from tests.hostile.pages import HONEST, Hostile, pages

_HUNG = 60  # seconds of CPU time after which a child is stopped


def examined(cases: Iterable[Hostile]) -> Iterator[dict[str, Any]]:
    """What came of each page, in their order: see `_one`; ``raised``, an exception or the end of the child, where nothing did."""
    cleaner = _warm()
    works = (partial(_one, case, cleaner) for case in cases)
    children = deque(map(_Child, islice(works, os.cpu_count() or 1)))
    while children:
        yield children.popleft().told()
        children.extend(map(_Child, islice(works, 1)))


def _warm() -> Cleaner:
    """A cleaner that has loaded whatever it loads at its first page."""
    cleaner = Cleaner()
    for page in (f"<html><title>Buses</title>{HONEST}", "<p>a", HONEST.replace("<p>", "").replace("</p>", "")):
        cleaner.clean(page).to_record()
    return cleaner


def _one(case: Hostile, cleaner: Cleaner) -> dict[str, Any]:
    """What comes of a page: status and reason, seconds of CPU time of each step and of a yardstick, faults of the result."""
    page = case.make()
    seconds: dict[str, float] = {}
    told: dict[str, Any] = {
        "name": case.name,
        "yardstick": _seconds(lambda: sum(n % 7 for n in range(1_000_000))),
        "seconds": seconds,
        "faults": [],
    }
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


class _Child:
    """A child of this process, which calls a function and says what it gives back."""

    def __init__(self, work: Callable[[], dict[str, Any]]) -> None:
        self._reader, writer = os.pipe()
        self._process = os.fork()
        if not self._process:
            try:
                resource.setrlimit(resource.RLIMIT_CPU, (_HUNG, _HUNG))
                told = work()
            except BaseException as error:
                told = {"raised": repr(error)[:2_000]}
            with os.fdopen(writer, "w") as stream:
                json.dump(told, stream)
            os._exit(0)
        os.close(writer)

    def told(self) -> dict[str, Any]:
        with os.fdopen(self._reader) as stream:
            answer = stream.read()
        _, status, usage = os.wait4(self._process, 0)
        ended = f"ended with {os.waitstatus_to_exitcode(status)} after {usage.ru_utime:.0f} seconds"
        told: dict[str, Any] = json.loads(answer) if answer else {"raised": ended}
        return told | {"megabytes": usage.ru_maxrss / 1024}


if __name__ == "__main__":
    named = {case.name: case for case in pages()}
    for each in examined(named[name] for name in sys.argv[1:]):
        print(json.dumps(each), flush=True)
