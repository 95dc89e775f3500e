"""What became of one input: the row that is written for it, and what a run counts of it."""

from __future__ import annotations

import hashlib
import json
import traceback
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from cleaner.cleaned import Cleaned
from cleaner.corpus.formats import Format
from cleaner.corpus.item import Item
from cleaner.errors import InputError
from cleaner.output.record import failed
from cleaner.pipeline import Cleaner
from cleaner.policy import Policy
from cleaner.producer import producer


class Outcome(NamedTuple):
    """What became of one input.

    ``row`` is what its output format has for it, None for nothing. ``removed`` says how many characters went by which rule. ``told``
    says where and why an input failed.
    """

    status: str
    reason: str | None
    row: str | None
    score: float | None = None
    labels: tuple[str, ...] = ()
    removed: Mapping[str, int] = {}
    told: str = ""

    def to_line(self) -> str:
        """The outcome as one line, without its end: what is counted as JSON, a tab, the row."""
        counted = json.dumps([*self[:2], *self[3:]], ensure_ascii=True, separators=(",", ":"))
        return counted if self.row is None else f"{counted}\t{self.row}"

    @classmethod
    def from_line(cls, line: str) -> Outcome:
        """The outcome that a line tells.

        :raises ValueError: it is no whole line of an outcome.
        """
        counted, tab, row = line.partition("\t")
        status, reason, score, labels, removed, told = json.loads(counted)
        return cls(status, reason, row if tab else None, score, tuple(labels), removed, told)


def outcome(item: Item, cleaner: Cleaner, form: Format) -> Outcome:
    """Clean an input. Whatever is wrong with it, or with us, is told in the outcome; only ``MemoryError`` is raised."""
    uri = None if item.uri == "-" else item.uri
    try:
        if isinstance(item.payload, InputError):
            raise item.payload
        result = cleaner.clean(
            item.payload,
            url=item.url,
            uri=uri,
            encoding=item.encoding,
            media_type=item.media_type,
            kind=item.kind,
            warc=item.warc,
        )
        return _told(item, result, form)
    except InputError as error:
        return refused(item, error.reason, str(error), cleaner.policy, form)
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours costs one page, and is told
        place = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{type(error).__name__}: {error} ({place.filename}:{place.lineno})"
        return refused(item, "crashed", told, cleaner.policy, form)


def refused(item: Item, reason: str, told: str, policy: Policy, form: Format) -> Outcome:
    """The outcome of an input that failed, for a reason of the record's."""
    known: dict[str, Any] = {"uri": None if item.uri == "-" else item.uri, "url": item.url, "warc": item.warc}
    if not isinstance(item.payload, InputError):
        payload = item.payload.encode("utf-8", "surrogatepass") if isinstance(item.payload, str) else item.payload
        known |= {"sha256": hashlib.sha256(payload).hexdigest(), "bytes": len(payload)}
    record = failed(known, reason, producer(policy))
    told = told if told.startswith(item.uri) else f"{item.uri}: {told}"
    return Outcome("failed", reason, form.row(item, record), told=told)


def _told(item: Item, result: Cleaned, form: Format) -> Outcome:
    removed: Counter[str] = Counter()
    for block, (start, end), _, rules in result.removed:
        text = result.blocks[block].text[start:end]
        removed[rules[0]] += sum(map(len, text.split()))
    labels = tuple(label.label for label in result.junk.labels)
    told = "" if result.reason is None else item.uri
    return Outcome(result.status, result.reason, form.row(item, result), result.junk.score, labels, removed, told)
