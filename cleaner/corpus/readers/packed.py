"""Compressed data, read forward in bounded steps: no step inflates more than it was asked for."""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import zlib
from collections.abc import Callable
from typing import BinaryIO, Literal, Protocol

import brotli

from cleaner.corpus.compression import zstd
from cleaner.errors import BadArchive

Packing = Literal["gzip", "zstd", "br", "bzip2", "xz", "deflate"]

# How a member begins: RFC 1952 section 2.3 (with deflate, the only method there is), RFC 8878 section 3.1.1, and the
# formats' own descriptions. Brotli and deflate have no such bytes, and no members.
MAGIC: dict[Packing, bytes] = {
    "gzip": b"\x1f\x8b\x08",
    "zstd": b"\x28\xb5\x2f\xfd",
    "bzip2": b"BZh",
    "xz": b"\xfd7zXZ\x00",
}
# Frames of Zstandard that hold no data (RFC 8878 section 3.1.2), and the one of them that holds the dictionary of a
# WARC file (iipc.github.io/warc-specifications, "Zstandard compression format for WARC files", section 3).
_SKIPPABLE = tuple(bytes((0x50 + n,)) + b"\x2a\x4d\x18" for n in range(16))
_DICTIONARY = b"\x5d\x2a\x4d\x18"
_LARGEST_DICTIONARY = 64 << 20

_CHUNK = 32_768  # bytes of compressed data in one step, …
_STEP = 16_384  # … and of what it holds: what stands in front of damage is read
# A file of which so much was inflated, and so many times its size, is made to take time: deflate can make 1,032 bytes
# of one, Zstandard 30,000 and more; of pages nothing makes a hundred.
_BOMB = 1 << 30
_BOMB_RATIO = 1000
_XZ_MEMORY = 256 << 20  # what `xz -9` needs is a quarter of it


class CutOff(BadArchive):
    """Compressed data that ends too early."""


class Decompressor(Protocol):
    """What the standard library's decompressors of bz2 and lzma have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _Zlib:
    """zlib's decompressor in their manner."""

    def __init__(self, wbits: int = 31) -> None:
        self._inner = zlib.decompressobj(wbits)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


class _Deflate:
    """The same for what HTTP calls deflate: the format of zlib, or deflate without a head, as some servers send it."""

    unused_data = b""
    eof = False
    needs_input = True

    def __init__(self) -> None:
        self._inner: _Zlib | None = None

    def decompress(self, data: bytes, max_length: int) -> bytes:
        if self._inner is None:
            # RFC 1950, section 2.2: the method, and a sum of both bytes.
            self._inner = _Zlib(15 if data[:1] and data[0] & 15 == 8 and int.from_bytes(data[:2]) % 31 == 0 else -15)
        found = self._inner.decompress(data, max_length)
        self.eof, self.needs_input, self.unused_data = self._inner.eof, self._inner.needs_input, self._inner.unused_data
        return found


class _Brotli:
    """Brotli's decompressor in their manner. What stands behind the end is an error to it."""

    unused_data = b""

    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._inner.is_finished())

    @property
    def needs_input(self) -> bool:
        return bool(self._inner.can_accept_more_data())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return bytes(self._inner.process(data, output_buffer_limit=max_length))


_DECOMPRESSORS: dict[Packing, Callable[[], Decompressor]] = {
    "gzip": _Zlib,
    "zstd": zstd.ZstdDecompressor,
    "br": _Brotli,
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY),
    "deflate": _Deflate,
}
_ERRORS = (EOFError, OSError, ValueError, MemoryError, zlib.error, lzma.LZMAError, brotli.error, zstd.ZstdError)


class Member(io.RawIOBase):
    """One member of a compressed file: what begins where the file stands.

    Reading raises :class:`BadArchive` where the data is corrupt, :class:`CutOff` where it ends too early. At the end
    (``eof``) the file stands behind the member.
    """

    def __init__(self, raw: BinaryIO, make: Callable[[], Decompressor]) -> None:
        self._raw = raw
        self._inner = make()
        self._left = b""

    @property
    def eof(self) -> bool:
        return self._inner.eof and not self._left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        room = len(buffer)
        data = self._left or self._inflated(min(room, _STEP))
        self._left = data[room:]
        buffer[: len(data) - len(self._left)] = data[:room]
        return min(room, len(data))

    def _inflated(self, size: int) -> bytes:
        """The next bytes, about so many; none at the end."""
        while not self._inner.eof:
            data = self._raw.read(_CHUNK) if self._inner.needs_input else b""
            asked = not self._inner.needs_input or bool(data)
            try:
                found = self._inner.decompress(data, size)
            except _ERRORS as error:
                raise BadArchive(f"it is corrupt: {error}") from error
            if self._inner.eof:
                self._raw.seek(-len(self._inner.unused_data), io.SEEK_CUR)
            if found:
                return found
            if not asked and not self._inner.eof:
                raise CutOff("it ends too early")
        return b""


class _Unpacked(io.RawIOBase):
    """What all members of a compressed file hold, one behind the other."""

    def __init__(self, raw: BinaryIO, packing: Packing) -> None:
        self._raw = raw
        self._packing = packing
        self._make = decompressors(raw, packing)
        self._member: Member | None = Member(raw, self._make)
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while self._member:
            if count := self._member.readinto(buffer):
                self._size += count
                refuse_bomb(self._size, self._raw.tell())
                return count
            self._member = Member(self._raw, self._make) if self._goes_on() else None
        return 0

    def _goes_on(self) -> bool:
        """Does another member follow? Zeros may stand behind the last: tapes and disks pad.

        :raises BadArchive: something else follows.
        """
        head = self._raw.read(_CHUNK)
        magic = MAGIC.get(self._packing)
        if magic and head.startswith((magic, *(_SKIPPABLE if self._packing == "zstd" else ()))):
            self._raw.seek(-len(head), io.SEEK_CUR)
            return True
        while head:
            if head.strip(b"\0"):
                raise BadArchive("something else stands behind the compressed data")
            head = self._raw.read(_CHUNK)
        return False


def refuse_bomb(size: int, stored: int) -> None:
    """Raise :class:`BadArchive` for so many bytes that so few are said to hold."""
    if size > _BOMB and size > _BOMB_RATIO * stored:
        raise BadArchive(f"it holds more than {_BOMB_RATIO:,} times its size")


def unpacked(raw: BinaryIO, packing: Packing | None) -> BinaryIO:
    """A file without its compression, to be read forward. Reading raises :class:`BadArchive`."""
    return io.BufferedReader(_Unpacked(raw, packing), 2 * _CHUNK) if packing else raw


def decompressors(raw: BinaryIO, packing: Packing) -> Callable[[], Decompressor]:
    """What makes a decompressor for each member of a file; it knows the dictionary that may stand in front of them.

    :raises BadArchive: what stands there is no dictionary.
    """
    if packing != "zstd":
        return _DECOMPRESSORS[packing]
    start = raw.tell()
    raw.seek(0)
    head = raw.read(8)
    data = b""
    if head.startswith(_DICTIONARY) and len(head) == 8:
        data = raw.read(min(struct.unpack("<I", head[4:])[0], _LARGEST_DICTIONARY))
    raw.seek(start)
    if not data:
        return _DECOMPRESSORS[packing]
    try:
        if data.startswith(MAGIC["zstd"]):
            data = zstd.ZstdDecompressor().decompress(data, _LARGEST_DICTIONARY)
        dictionary = zstd.ZstdDict(data)
    except _ERRORS as error:
        raise BadArchive(f"corrupt dictionary: {error}") from error
    return lambda: zstd.ZstdDecompressor(zstd_dict=dictionary)


def behind_frames(raw: BinaryIO, position: int) -> int:
    """The end of the frames without data that stand at a position of a file of Zstandard."""
    while True:
        raw.seek(position)
        head = raw.read(8)
        if len(head) < 8 or not head.startswith(_SKIPPABLE):
            return position
        position += 8 + int(struct.unpack("<I", head[4:])[0])
