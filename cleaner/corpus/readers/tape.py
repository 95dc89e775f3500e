"""Standard input, which cannot be read again, as a file that can go back a little."""

from __future__ import annotations

import io
from typing import BinaryIO, cast

_WINDOW = 8 << 20  # bytes


class Tape(io.RawIOBase):
    """A stream that remembers its last eight megabytes; going back further goes back so far."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast(io.BufferedIOBase, stream)
        self._kept = bytearray()
        self._start = 0  # of what is kept
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place; one that was forgotten, or not yet read, is the nearest that we know."""
        if whence == io.SEEK_END:
            raise io.UnsupportedOperation("a stream's end is not known")
        wanted = offset + (self._at if whence == io.SEEK_CUR else 0)
        end = self._start + len(self._kept)
        self._at = min(max(wanted, self._start), end)
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        place = self._at - self._start
        if place == len(self._kept):
            self._kept += self._stream.read1(len(buffer))
            if len(self._kept) > 2 * _WINDOW:
                dropped = len(self._kept) - _WINDOW
                del self._kept[:dropped]
                self._start += dropped
                place -= dropped
        data = self._kept[place : place + len(buffer)]
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
