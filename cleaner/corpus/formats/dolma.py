"""Documents and attributes for the Dolma toolkit.

``documents/part-00003.json.gz`` has the texts, ``attributes/cleaner/part-00003.json.gz`` what was found of them, row by row.
Only pages with text are documents. ``added`` is the date of the WARC record, if the page is from one, and ``created`` the page's date.

An attribute is a list of ``[start, end, score]``, spans of the text in code points. Names have the three parts that the toolkit
reads, with ``_`` for signs that JSONPath would take apart:

| attribute | span | score |
|---|---|---|
| ``cleaner__junk__score``, ``cleaner__text__quality`` | the whole text | the record's ``junk.score``, ``text_quality`` |
| ``cleaner__label__content_farm``, … | the whole text | 1: the page has this label |
| ``cleaner__kept__content_model``, … | each piece that this rule kept | 1 |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cleaner.cleaned import Cleaned
from cleaner.corpus.formats.format import Add, Format, Result, line, named
from cleaner.corpus.formats.jsonl import gzip_lines
from cleaner.corpus.formats.whole import whole
from cleaner.corpus.item import Item
from cleaner.errors import OutputError

_SOURCE = "cleaner"
_METADATA = ("title", "author", "date", "site", "language", "canonical_url")
_PLAIN = str.maketrans(".-", "__")


def dolma() -> Format:
    """``dolma``."""
    return Format("dolma", _row, _shard, single=False)


def document(record: Mapping[str, Any]) -> dict[str, Any]:
    """The document of a record that has a text."""
    source, kind = record["source"], record["kind"]
    warc = source["warc"] or {}
    return {
        "id": record["id"],
        "text": record["text"],
        "source": _SOURCE,
        **({"added": warc["WARC-Date"]} if "WARC-Date" in warc else {}),
        **({"created": f"{record['date']}T00:00:00.000Z"} if record["date"] else {}),
        "metadata": {
            "url": source["url"],
            **{field: record[field] for field in _METADATA},
            "kind": kind["label"],
            "uri": source["uri"],
            "sha256": source["sha256"],
            "warc": source["warc"],
        },
    }


def attributes(record: Mapping[str, Any]) -> dict[str, Any]:
    """What was found of that document."""
    found: defaultdict[str, list[tuple[int, int, float]]] = defaultdict(list)
    end = len(record["text"])
    if (junk := record["junk"]) is not None:
        found["cleaner__junk__score"].append((0, end, float(junk["score"])))
        for label in junk["labels"]:
            found[f"cleaner__label__{label['label'].translate(_PLAIN)}"].append((0, end, 1.0))
    if (quality := record["text_quality"]) is not None:
        found["cleaner__text__quality"].append((0, end, float(quality)))
    for piece in record["kept"]:
        for rule in piece["rules"]:
            found[f"cleaner__kept__{rule.translate(_PLAIN)}"].append((*piece["text"], 1.0))
    return {"id": record["id"], "source": _SOURCE, "attributes": found}


def _row(_: Item, result: Result) -> str | None:
    if not isinstance(result, Cleaned) or not result.text:
        return None
    record = result.to_record()
    return f"{line(document(record))}\t{line(attributes(record))}"  # a tab stands in no line of JSON


@contextmanager
def _shard(out: Path, index: int | None) -> Iterator[Add]:
    if index is None:
        raise OutputError(f"{out}: documents and attributes are two files, and need a directory")
    # Left from the inside out: a file of documents has its name only when that of its attributes has.
    with (
        whole(named(out / "documents", index, ".json.gz"), gzip_lines) as add_document,
        whole(named(out / "attributes" / "cleaner", index, ".json.gz"), gzip_lines) as add_attributes,
    ):

        def add(row: str) -> None:
            text, found = row.split("\t")
            add_document(text)
            add_attributes(found)

        yield add
