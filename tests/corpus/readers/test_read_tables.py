"""CSV, Parquet and Arrow: pages by columns."""

from __future__ import annotations

import gzip
import io
import random
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from cleaner.corpus.readers import Fields, find, read
from cleaner.errors import MissingExtra
from tests.corpus.readers.making import MAX, PACK, arrow, items, parquet, told, write

BAD = "bad-record"
COLUMNS = {"id": [1, 2, 3], "html": ["<p>a", None, "<p>é"], "text": ["x", "b", None], "url": ["u1", None, "u3"]}
ARROW = pytest.mark.parametrize("file", [True, False], ids=["file", "stream"])


# --- CSV ---------------------------------------------------------------------------------------------


def test_rows(tmp_path: Path) -> None:
    data = 'url,html\r\nu1,"<p class=""x"">a\r\nb,c</p>"\r\n\r\nu2,é\r\n'.encode()
    path = write(tmp_path / "a.csv", data)
    one, two = items(path)
    assert (one.uri, one.payload, one.name, one.url, one.kind) == (
        f"{path}#row=1",
        '<p class="x">a\r\nb,c</p>',
        "a/000001",
        "u1",
        "html",
    )
    assert (two.uri, two.payload, two.url) == (f"{path}#row=2", "é", "u2")


@pytest.mark.parametrize("suffix", ["", *PACK])
def test_delimiters_and_compression(tmp_path: Path, suffix: str) -> None:
    for name, delimiter in (("a.csv", ","), ("b.csv", ";"), ("c.csv", "|"), ("d.csv", "\t"), ("e.tsv", "\t")):
        data = f"url{delimiter}text\nu{delimiter}words\n".encode("utf-8-sig")
        [item] = items(write(tmp_path / (name + suffix), PACK[suffix](data) if suffix else data))
        assert (item.payload, item.url, item.kind) == ("words", "u", "text")


def test_columns_that_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", b"text,words.of,where\nno,yes,u\n")
    [item] = items(path, fields=Fields(text="words.of", url="where"))
    assert (item.payload, item.url) == ("yes", "u")
    assert told(path, fields=Fields(html="none", text="none")) == [BAD]
    assert items(path, fields=Fields(html="none", text="none"))[0].uri == str(path)


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\n\n", b'"text', b"\0\n\0", b"te\rxt\nb\n"])
def test_a_first_row_that_names_no_column_of_pages(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path / "a.csv", data)
    assert told(path) == ([BAD] if data != b'"text' else [])


def test_rows_that_hold_no_page_cost_no_other(tmp_path: Path) -> None:
    data = b"url,text\nu\nu,a,more\nu,b\rc\nu,\nu,caf\xe9\nu,\0\n"
    assert told(write(tmp_path / "a.csv", data)) == [BAD, "a", BAD, "", "caf\ufffd", "\0"]


def test_a_field_that_is_too_large_costs_no_other(tmp_path: Path) -> None:
    large = b'"' + b'x""\n' * MAX + b'"'
    data = b"url,text\nu,a\nu," + large + b"\nu,b\nu," + b"x" * 300_000 + b'\nu,"c\nd"\n'
    found = items(write(tmp_path / "a.csv", data))
    assert told(tmp_path / "a.csv") == ["a", "too-large", "b", "too-large", "c\nd"]
    assert [item.uri[-5:] for item in found] == [f"row={number}" for number in range(1, 6)]


def test_a_quote_that_is_not_closed(tmp_path: Path) -> None:
    data = b'text\na\n"' + b"b\n" * 200_000
    assert told(write(tmp_path / "a.csv", data)) == ["a", "too-large"]


# --- Parquet and Arrow -------------------------------------------------------------------------------


def test_a_parquet_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", parquet(COLUMNS, rows=2))
    found = items(path)
    assert [item.uri for item in found] == [f"{path}#row={number}" for number in (1, 2, 3)]
    assert [item.name for item in found] == ["a/000001", "a/000002", "a/000003"]
    assert [(item.payload, item.kind, item.url) for item in found] == [
        ("<p>a", "html", "u1"),
        ("b", "text", None),
        ("<p>é", "html", "u3"),
    ]


@ARROW
@pytest.mark.parametrize("suffix", ["", *PACK])
def test_an_arrow_file(tmp_path: Path, file: bool, suffix: str) -> None:
    data = arrow(COLUMNS, file=file, rows=2)
    path = write(tmp_path / f"a.arrow{suffix}", PACK[suffix](data) if suffix else data)
    assert [(item.payload, item.url) for item in items(path)] == [("<p>a", "u1"), ("b", None), ("<p>é", "u3")]


@pytest.mark.parametrize("make", [parquet, lambda columns: arrow(columns, file=True)])
def test_columns_of_every_kind_of_text(tmp_path: Path, make: object) -> None:
    assert callable(make)
    texts = pyarrow.array(["é", None])
    kinds = [
        *(texts, texts.cast(pyarrow.large_string()), texts.cast(pyarrow.string_view()), texts.dictionary_encode()),
        *(texts.cast(pyarrow.binary()), texts.cast(pyarrow.large_binary()), texts.cast(pyarrow.binary_view())),
    ]
    for place, column in enumerate(kinds):
        path = write(tmp_path / f"{place}.{'parquet' if make is parquet else 'arrow'}", make({"html": column}))
        assert told(path) == ["é" if place < 4 else "é".encode(), BAD]


@pytest.mark.parametrize("make", [parquet, lambda columns: arrow(columns, file=True)])
def test_columns_in_structures_and_of_odd_names(tmp_path: Path, make: object) -> None:
    assert callable(make)
    inner = [{"url": "u", "raw": "<p>", "n": 1}, None]
    path = tmp_path / f"a.{'parquet' if make is parquet else 'arrow'}"
    write(path, make({"text": ["a", "b"], "metadata": inner, "x.y": ["c", "d"], "list": [["text"], []]}))
    assert [(item.payload, item.url) for item in items(path)] == [("a", "u"), ("b", None)]
    assert told(path, fields=Fields(html="metadata.raw")) == ["<p>", "b"]
    assert told(path, fields=Fields(text="x.y")) == ["c", "d"]
    assert told(path, fields=Fields(html="list", text="list")) == [BAD]


@pytest.mark.parametrize("make", [parquet, lambda columns: arrow(columns, file=False)])
def test_a_table_without_columns_of_pages(tmp_path: Path, make: object) -> None:
    assert callable(make)
    path = write(tmp_path / f"a.{'parquet' if make is parquet else 'arrow'}", make({"text": [1, 2], "n": ["a", "b"]}))
    assert told(path) == [BAD]


def test_a_value_that_is_too_large_costs_no_other(tmp_path: Path) -> None:
    columns = {"html": ["a", "b" * (MAX + 1), "c"]}
    assert told(write(tmp_path / "a.parquet", parquet(columns))) == ["a", "too-large", "c"]
    assert told(write(tmp_path / "a.arrow", arrow(columns, file=True))) == ["a", "too-large", "c"]


def test_a_group_of_rows_that_is_corrupt_costs_no_other(tmp_path: Path) -> None:
    texts = [random.Random(number).randbytes(500).hex() for number in range(60)]
    data = bytearray(parquet({"text": texts}, rows=20))
    middle = len(data) // 2
    data[middle - 4000 : middle + 4000] = b"\xff" * 8000
    path = write(tmp_path / "a.parquet", bytes(data))
    found = told(path)
    assert (found[:20], found[-20:]) == (texts[:20], texts[40:])
    assert found.count("bad-archive") == 1
    assert items(path)[-20].uri == f"{path}#row=41"


def test_a_bomb_of_parquet_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.corpus.readers.packed._BOMB", 1_000_000)
    stream, table = io.BytesIO(), pyarrow.table({"text": ["a" * 60_000_000]})
    pyarrow.parquet.write_table(table, stream, compression="zstd", use_dictionary=False, write_statistics=False)
    path = write(tmp_path / "a.parquet", stream.getvalue())
    assert told(path) == ["bad-archive"]
    assert "times its size" in str(items(path)[0].payload)


@pytest.mark.parametrize("cut", [5, 500])
def test_a_parquet_file_without_its_end_cannot_be_read(tmp_path: Path, cut: int) -> None:
    assert told(write(tmp_path / "a.parquet", parquet(COLUMNS)[:-cut])) == ["bad-archive"]


@ARROW
def test_an_arrow_file_that_is_cut_off(tmp_path: Path, file: bool) -> None:
    texts = [f"{number:04d} " * 200 for number in range(30)]
    data = arrow({"text": texts}, file=file, rows=10)
    found = told(write(tmp_path / "a.arrow", data[: len(data) // 2]))
    assert (found[:10], found[-1]) == (texts[:10], "bad-archive")


def test_a_name_of_a_column_that_is_no_text(tmp_path: Path) -> None:
    data = arrow({"text": ["a"], "other": ["b"]}, file=False).replace(b"other", b"o\xff\xfeer")
    assert told(write(tmp_path / "a.arrow", data)) == ["bad-archive"]


def test_an_index_that_leads_out_of_a_dictionary(tmp_path: Path) -> None:
    words = pyarrow.DictionaryArray.from_arrays(pyarrow.array([7, 7], pyarrow.int64()), ["a"] * 8)
    data = arrow({"text": words}, file=False).replace(b"\x07" + bytes(7), b"\xff" * 4 + bytes(3) + b"\x7f")
    found = told(write(tmp_path / "a.arrow", data))
    assert found == ["bad-archive"]


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow", "a.feather"])
@pytest.mark.parametrize("data", [b"", b"PAR1", b"ARROW1\0\0", b"<html>" * 100, b"\xff" * 100])
def test_what_is_no_table(tmp_path: Path, name: str, data: bytes) -> None:
    assert told(write(tmp_path / name, data)) == ["bad-archive"]


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow"])
def test_without_pyarrow_the_extra_is_named(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / name, gzip.compress(b""))
    for module in ("pyarrow", "pyarrow.parquet", "pyarrow.ipc"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=r"cleaner\[arrow\]"):
        list(read(find([str(path)]), MAX))
