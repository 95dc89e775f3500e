"""Records as columns: what is read back is what JSON would have told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.corpus.formats import format_of, parquet
from cleaner.corpus.formats.columns import schema
from cleaner.errors import OutputError
from cleaner.output.schema import load
from tests.corpus.formats.results import SAMPLES, WARC, empty, item, large, odd, refused, rows, sample, write
from tests.corpus.formats.test_line import TEXTS
from tests.corpus.formats.test_line import scalar as scalar_text

PARQUET = format_of("parquet")
SPAN = {"$ref": "#/$defs/span"}


def resolved(form: dict[str, Any]) -> dict[str, Any]:
    return load()["$defs"][form["$ref"].removeprefix("#/$defs/")] if "$ref" in form else form


def scalar(value: Any) -> Any:
    if isinstance(value, dict):
        return {scalar(key): scalar(each) for key, each in value.items()}
    if isinstance(value, list):
        return [scalar(each) for each in value]
    return scalar_text(value) if isinstance(value, str) else value


def unshaped(value: Any, form: dict[str, Any]) -> Any:
    """A value as pyarrow reads it from a column of this form, in the form that JSON has."""
    if value is None:
        return None
    if form == SPAN:
        return [value["start"], value["end"]]
    form = resolved(form)
    if "properties" in form:
        assert value.keys() == form["properties"].keys()
        return {name: unshaped(value[name], each) for name, each in form["properties"].items()}
    if "additionalProperties" in form:
        return {entry["key"]: entry["value"] for entry in value}
    if "items" in form:
        return [unshaped(each, form["items"]) for each in value]
    return value


def read(path: Path) -> list[dict[str, Any]]:
    table = pq.read_table(path)
    assert table.schema.names == list(load()["properties"])
    return [unshaped(row, load()) for row in table.to_pylist()]


# --- the record ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_comes_back(path: Path, tmp_path: Path) -> None:
    result = sample(path.name)
    write(PARQUET, tmp_path / "a", None, rows(PARQUET, [result]))
    [record] = read(tmp_path / "a")
    assert record == result.to_record()


def test_every_status_comes_back(tmp_path: Path) -> None:
    results = [sample("cv.html"), empty(), refused(), odd(), sample("cv.html", warc=WARC), refused(), large(10_000_000)]
    write(PARQUET, tmp_path / "a", None, rows(PARQUET, results))
    records = [result if isinstance(result, dict) else result.to_record() for result in results]
    assert {record["status"] for record in records} == {"cleaned", "empty", "failed"}
    assert read(tmp_path / "a") == scalar(records)
    assert scalar(records) != records, "there is a surrogate among them"


def columns(kind: pa.DataType, form: dict[str, Any], place: str) -> None:
    """See that a column has what the JSON Schema says, down to its leaves."""
    if form == SPAN:
        assert kind == pa.struct([("start", pa.int64()), ("end", pa.int64())]), place
        return
    form = resolved(form)
    if "properties" in form:
        assert [field.name for field in kind] == list(form["properties"]), place
        for field in kind:
            columns(field.type, form["properties"][field.name], f"{place}.{field.name}")
    elif "additionalProperties" in form:
        assert form["additionalProperties"] == {"type": "string"}
        assert kind == pa.list_(pa.struct([("key", pa.string()), ("value", pa.string())])), place
    elif "items" in form:
        columns(kind.value_type, form["items"], f"{place}[]")
    else:
        types = {form["type"]} if isinstance(form.get("type"), str) else {*form.get("type", ["string"])}
        [only] = types - {"null"}
        assert kind == {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}[only], place


def test_the_columns_are_those_of_the_json_schema() -> None:
    columns(pa.struct(list(schema())), load(), "record")


def made(form: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values of a form of the JSON Schema, in whatever text (patterns are no matter to columns)."""
    if form == SPAN:
        return st.lists(st.integers(0, 2**53), min_size=2, max_size=2)
    form = resolved(form)
    if "const" in form or "enum" in form:
        return st.sampled_from(form["enum"]) if "enum" in form else st.just(form["const"])
    if "properties" in form:
        values: Any = st.fixed_dictionaries({name: made(each) for name, each in form["properties"].items()})
    elif "additionalProperties" in form:
        values = st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3)
    elif "items" in form:
        values = st.lists(made(form["items"]), max_size=3)
    elif "string" in form["type"]:
        values = TEXTS
    elif "integer" in form["type"]:
        values = st.integers(0, 2**63 - 1)
    else:
        values = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53)
    return st.none() | values if "null" in form["type"] else values


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(records=st.lists(made(load()), max_size=3))
def test_any_record_of_the_json_schema_comes_back(records: list[dict[str, Any]], tmp_path: Path) -> None:
    write(PARQUET, tmp_path / "a", None, rows(PARQUET, records))
    assert read(tmp_path / "a") == scalar(records)


def test_a_field_that_has_no_column_is_no_secret_loss(tmp_path: Path) -> None:
    for row in ('{"schema":"cleaner.record/1","new":1}', '{"id":3}', "nothing"):
        with pytest.raises(OutputError, match="no records of this schema"):
            write(PARQUET, tmp_path / "a", None, [row])
        assert not (tmp_path / "a").exists()


# --- the file -----------------------------------------------------------------------------------------


def test_groups_hold_so_many_bytes_and_at_least_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = rows(PARQUET, [refused(), large(50_000)])
    monkeypatch.setattr(parquet, "GROUP", 3 * (len(short) + 1))
    write(PARQUET, tmp_path / "a", None, [short] * 7 + [long, long] + [short] * 3)
    metadata = pq.ParquetFile(tmp_path / "a").metadata
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [3, 3, 1, 1, 1, 3]
    assert metadata.row_group(0).column(0).compression == "ZSTD"


def test_what_arrow_holds_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    [row] = rows(PARQUET, [large(2_000_000)])
    pool = pa.default_memory_pool()

    most = []
    for count in (20, 40):
        with PARQUET.shard(tmp_path, 0) as add:
            before = pool.bytes_allocated()
            held = []
            for _ in range(count):
                add(row)
                held.append(pool.bytes_allocated() - before)
        most.append(max(held))
    assert most[1] < most[0] + 1_000_000


def test_a_row_is_a_line_of_json_that_other_readers_take_too() -> None:
    row = json.loads(PARQUET.row(item(), sample("cv.html", warc=WARC)) or "")
    assert row["source"]["warc"] == [{"key": key, "value": value} for key, value in WARC.items()]
    assert row["kept"][0]["text"]["start"] == 0
