"""The columns of ``cleaner.record/1`` in Parquet.

As ``record.schema.json`` has them, field by field, with two differences. A span ``[start, end]`` is a struct of ``start`` and
``end``: it has names in every query language, cannot be of another length, and its leaves are plain columns of numbers. An object
with keys that vary (``source.warc``, ``producer.libraries``) is a list of ``key`` and ``value``: Arrow makes no map of JSON, polars
knows none, and ``map_from_entries`` of Spark and DuckDB makes one of such a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cleaner.corpus.extras import library


def schema() -> Any:
    """The ``pyarrow.Schema``.

    :raises MissingExtra: pyarrow is not installed.
    """
    pa = library("pyarrow", "arrow")
    string, whole, number = pa.string(), pa.int64(), pa.float64()
    strings = pa.list_(string)

    def struct(**fields: Any) -> Any:
        return pa.struct(list(fields.items()))

    span = struct(start=whole, end=whole)
    spans, entries = pa.list_(span), pa.list_(struct(key=string, value=string))
    return pa.schema(
        {
            "schema": string,
            "id": string,
            "status": string,
            "reason": string,
            "source": struct(
                uri=string,
                url=string,
                input_kind=string,
                media_type=string,
                encoding=string,
                encoding_from=string,
                bytes=whole,
                sha256=string,
                warc=entries,
            ),
            "producer": struct(
                name=string, version=string, policy=string, rules=string, model=string, libraries=entries
            ),
            "title": string,
            "author": string,
            "date": string,
            "site": string,
            "language": string,
            "canonical_url": string,
            "claims": pa.list_(struct(field=string, value=string, verdict=string, rules=strings, source=spans)),
            "kind": struct(label=string, probability=number),
            "engine": string,
            "origin": pa.list_(struct(domain=string, url=string, evidence=strings)),
            "text": string,
            "kept": pa.list_(struct(text=span, source=spans, path=string, rules=strings)),
            "removed": pa.list_(struct(source=spans, path=string, rules=strings, quote=string)),
            "junk": struct(
                score=number,
                labels=pa.list_(struct(label=string, rules=strings, evidence=strings)),
                parts=pa.list_(struct(signal=string, value=number, weight=number)),
            ),
            "text_quality": number,
            "coverage": struct(text=whole, hidden=whole, kept=whole, removed=whole),
            "warnings": strings,
        }
    )


def shaped(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record with its spans and open objects as these columns have them."""
    source, producer = record["source"], record["producer"]
    return {
        **record,
        "source": {**source, "warc": None if source["warc"] is None else _entries(source["warc"])},
        "producer": {**producer, "libraries": _entries(producer["libraries"])},
        "claims": [_sourced(claim) for claim in record["claims"]],
        "kept": [{**_sourced(piece), "text": _span(piece["text"])} for piece in record["kept"]],
        "removed": [_sourced(piece) for piece in record["removed"]],
    }


def _sourced(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {**entry, "source": [_span(span) for span in entry["source"]]}


def _span(span: Sequence[int]) -> dict[str, int]:
    start, end = span
    return {"start": start, "end": end}


def _entries(values: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in values.items()]
