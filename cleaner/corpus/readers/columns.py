"""Parquet and Arrow: a page in each row. Only the columns that may hold a page or its address are read.

What is held at a time is up to who wrote the file: a page of Parquet's own (PyArrow makes it of up to 1,024 rows), a
record batch of Arrow. One that lies about its size may take two gigabytes, which is the most that Parquet can say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, BinaryIO

from cleaner.corpus.extras import library
from cleaner.corpus.item import Item
from cleaner.corpus.readers.container import Container
from cleaner.corpus.readers.fields import Picked
from cleaner.corpus.readers.packed import refuse_bomb, unpacked
from cleaner.errors import BadArchive, CleanerError, TooLarge

_ROWS = 16  # held at a time
_BUFFER = 1 << 20  # bytes of a column read at a time
_FILE_MAGIC = (
    b"ARROW1\0\0"  # in front of a stream, it makes the stream a file (Arrow Columnar Format, "IPC File Format")
)


def read_parquet(source: Container) -> Iterator[Item]:
    """The pages of a Parquet file. A group of rows that cannot be read is one item, and costs no other group.

    :raises MissingExtra: PyArrow is not installed.
    :raises BadArchive: the file's own description of itself cannot be read.
    :raises BadRecord: no column holds pages.
    """
    parquet = library("pyarrow.parquet", "arrow")
    with _damage():
        file = parquet.ParquetFile(source.raw, buffer_size=_BUFFER, pre_buffer=False)
        sizes = [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)]
        columns = source.fields.among(_texts(library("pyarrow", "arrow"), file.schema_arrow))
    first = 1
    for group, size in enumerate(sizes):
        number = first
        try:
            with _damage():
                for column in map(file.metadata.row_group(group).column, range(file.metadata.num_columns)):
                    if column.path_in_schema in columns:
                        refuse_bomb(column.total_uncompressed_size, column.total_compressed_size)
                for batch in file.iter_batches(_ROWS, [group], columns, use_threads=False):
                    yield from _rows(batch, number, source)
                    number += batch.num_rows
        except BadArchive as error:
            yield source.item(f"row={number}", number, error)
            number += 1
        first = max(first + size, number)  # a damaged file may have more rows than it says


def read_arrow(source: Container) -> Iterator[Item]:
    """The pages of an Arrow IPC file or stream, read forward.

    :raises MissingExtra: PyArrow is not installed.
    :raises BadArchive: it is corrupt; what stands before that is read.
    :raises BadRecord: no column holds pages.
    """
    arrow, ipc = library("pyarrow", "arrow"), library("pyarrow.ipc", "arrow")
    with _damage():
        schema = ipc.open_stream(_stream(source)).schema
        columns = source.fields.among(_texts(arrow, schema))
        wanted = {*columns, *(column.partition(".")[0] for column in columns)}
        chosen = [index for index, name in enumerate(schema.names) if name in wanted]
    number = 1
    with _damage():
        options = ipc.IpcReadOptions(included_fields=chosen, use_threads=False)
        for batch in ipc.open_stream(_stream(source), options=options):
            batch.validate(full=True)  # offsets that lead out of it would be followed
            yield from _rows(batch, number, source)
            number += batch.num_rows


def _stream(source: Container) -> BinaryIO:
    source.raw.seek(0)
    stream = unpacked(source.raw, source.packing)
    head = stream.read(len(_FILE_MAGIC))
    if head != _FILE_MAGIC:
        source.raw.seek(0)
        stream = unpacked(source.raw, source.packing)
    return stream


def _rows(batch: Any, number: int, source: Container) -> Iterator[Item]:
    for index in range(batch.num_rows):
        yield source.record(f"row={number + index}", number + index, partial(_page, batch, index, source))


def _page(batch: Any, index: int, source: Container) -> Picked:
    with _damage():
        names = batch.schema.names
        row = {name: _value(batch.column(place)[index], source.max_bytes) for place, name in enumerate(names)}
    return source.fields.pick(row, source.max_bytes)


def _value(scalar: Any, max_bytes: int) -> Any:
    """A value of Arrow as one of Python's, if it is text, bytes, or a structure of them; bytes of text that are no
    UTF-8 are replaced."""
    if not scalar.is_valid:
        return None
    kind = type(scalar).__name__
    if kind == "DictionaryScalar":
        return _value(scalar.value, max_bytes)
    if kind == "StructScalar":
        return {name: _value(scalar[name], max_bytes) for name in scalar}
    if not hasattr(scalar, "as_buffer"):
        return None
    data = scalar.as_buffer()
    if data.size > max_bytes:
        raise TooLarge(f"more than {max_bytes:,} bytes")
    return data.to_pybytes().decode("utf-8", "replace") if "String" in kind else data.to_pybytes()


def _texts(arrow: Any, fields: Iterable[Any], prefix: str = "") -> Iterator[str]:
    """The columns that hold text or bytes, those in structures too, by their paths."""
    for field in fields:
        kind = field.type
        if arrow.types.is_struct(kind):
            yield from _texts(arrow, kind, f"{prefix}{field.name}.")
        elif _is_text(arrow.types, kind.value_type if arrow.types.is_dictionary(kind) else kind):
            yield prefix + field.name


def _is_text(types: Any, kind: Any) -> bool:
    names = ("string", "large_string", "string_view", "binary", "large_binary", "binary_view", "fixed_size_binary")
    return any(getattr(types, f"is_{name}")(kind) for name in names)


@contextmanager
def _damage() -> Iterator[None]:
    """Arrow raises errors of many classes on damaged data, and names few of them."""
    try:
        yield
    except CleanerError:
        raise
    except Exception as error:
        raise BadArchive(str(error) or type(error).__name__) from error
