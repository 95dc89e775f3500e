"""ZIP and tar: pages by the names of their members. Nothing is written to disk."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any, BinaryIO

from cleaner.corpus.item import Item
from cleaner.corpus.readers.container import Container
from cleaner.corpus.readers.forms import form
from cleaner.corpus.readers.names import Names
from cleaner.corpus.readers.packed import CutOff, Packing, unpacked
from cleaner.errors import BadArchive, InputError, TooLarge

# Bytes of a member's extended header: names and the like. tarfile holds it whole.
_LONGEST_HEADER = 1 << 20
_MOST_ENDS = 16
_EXTENDED = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


def read_zip(source: Container) -> Iterator[Item]:
    """Pages in a ZIP archive, in the order of its directory.

    :raises BadArchive: the directory cannot be read.
    """
    names = Names()
    try:
        archive = zipfile.ZipFile(source.raw)
    except Exception as error:
        raise _failure(error) from error
    with archive:
        for info in archive.infolist():
            found = None if info.filename.endswith("/") else form(info.filename)  # is_dir fails on no name
            if found and found.kind == "page":
                payload = _zipped(archive, info, found.packing, source.max_bytes)
                yield _item(source, info.filename, names.page(found.stem), payload)


def _zipped(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, packing: Packing | None, max_bytes: int
) -> bytes | InputError:
    try:
        with archive.open(info) as stream:
            return _payload(stream, packing, max_bytes)
    except Exception as error:
        return _failure(error)


def read_tar(source: Container) -> Iterator[Item]:
    """Pages in a tar archive, in its order, read forward.

    :raises BadArchive: it is no tar archive, or it is damaged in a place behind which nothing can be read, or in places
        behind which other members were found.
    """
    names = Names()
    damaged = 0

    class Header(tarfile.TarInfo):
        """A header; we hear of those that are none, and those that would take memory are none."""

        @classmethod
        def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Header:
            nonlocal damaged
            try:
                header = super().frombuf(buf, encoding, errors)
                if header.size < 0 or (header.type in _EXTENDED and header.size > _LONGEST_HEADER):
                    raise tarfile.InvalidHeaderError("bad size")  # type: ignore[attr-defined]
            except tarfile.HeaderError:
                damaged += bool(buf.strip(b"\0"))
                raise
            return header

    try:
        stream: Any = _Ending(unpacked(source.raw, source.packing))
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=Header, ignore_zeros=True) as archive:
            while info := archive.next():
                archive.members.clear()  # type: ignore[attr-defined]  # it remembers each
                found = form(info.name) if info.isreg() else None
                if found and found.kind == "page":
                    payload = _payload(archive.extractfile(info), found.packing, source.max_bytes)
                    yield _item(source, info.name, names.page(found.stem), payload)
    except Exception as error:
        raise _failure(error) from error
    if damaged:
        raise BadArchive(f"damaged: {damaged:,} blocks that should be headers are none, members may be lost")


class _Ending:
    """A stream that is read past its end a few times and no more: tarfile goes on for as long as a header says."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._ends = 0

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._ends += not data
        if self._ends > _MOST_ENDS:
            raise CutOff("it ends too early")
        return data


def _payload(stream: IO[bytes] | None, packing: Packing | None, max_bytes: int) -> bytes | InputError:
    """A member's bytes, without its own compression, or why there are none."""
    try:
        if stream is None:
            raise BadArchive("it cannot be read")
        payload = stream.read(max_bytes + 1)
        if packing and len(payload) <= max_bytes:
            payload = unpacked(BytesIO(payload), packing).read(max_bytes + 1)
    except Exception as error:
        return _failure(error)
    return payload if len(payload) <= max_bytes else TooLarge(f"more than {max_bytes:,} bytes")


def _failure(error: Exception) -> InputError:
    """What went wrong, for us. Neither module says what it raises on damaged archives, and there is much."""
    return error if isinstance(error, InputError) else BadArchive(str(error) or type(error).__name__)


def _item(source: Container, member: str, name: str, payload: bytes | InputError) -> Item:
    return source.item(f"member={member}", 0, payload)._replace(name=f"{source.name}/{name}")
