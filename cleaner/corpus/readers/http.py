"""What a server sent, as an archive keeps it: the head, and the body without its transfer and content encodings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple

from cleaner.corpus.readers.packed import MAGIC, CutOff, Packing, unpacked
from cleaner.errors import BadArchive, TooLarge

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LONGEST_HEAD = 1 << 20
_MOST_ENCODINGS = 3
_FIELD = re.compile(r"\r?\n(?![ \t])")  # a line that begins with white space continues the one before (RFC 9112, 5.2)
_CHUNK_HEAD = re.compile(rb"[ \t]*([0-9a-fA-F]{1,16})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
_PACKINGS: Mapping[str, Packing] = {
    "gzip": "gzip",
    "x-gzip": "gzip",
    "br": "br",
    "zstd": "zstd",
    "deflate": "deflate",
}


class Message(NamedTuple):
    """A status code, the header fields by names in lower case, and the body as it was sent."""

    status: str | None
    fields: Mapping[str, str]
    body: bytes


def parse(block: bytes) -> Message:
    """Take a response apart. What has no status line is all body; of a field that stands twice the first counts."""
    if not block.startswith(b"HTTP/"):
        return Message(None, {}, block)
    end = _HEAD_END.search(block, 0, _LONGEST_HEAD)
    head = (block[: end.start()] if end else block[:_LONGEST_HEAD]).decode("latin-1")
    status, *lines = _FIELD.split(head)
    fields: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), " ".join(value.split()))
    code = status.split()[1:2]
    return Message(code[0] if code else None, fields, block[end.end() :] if end else b"")


def decoded(message: Message, max_bytes: int, *, cut: bool = False) -> bytes:
    """The body without its encodings. One that is not as the head says is taken as it is: archives keep the head of
    what they have decoded.

    :param cut: the body is known to be cut off: what it holds up to there is what is wanted.
    :raises BadArchive: it is compressed, and corrupt or cut off.
    :raises TooLarge: it has more bytes than are allowed.
    """
    body = message.body
    if "chunked" in message.fields.get("transfer-encoding", "").lower():
        body = _joined(body)
    names = message.fields.get("content-encoding", "").lower().split(",")
    for packing in [_PACKINGS.get(name.strip()) for name in reversed(names[-_MOST_ENCODINGS:])]:
        if packing and body.startswith(MAGIC.get(packing, b"")):
            body = _inflated(body, packing, max_bytes, cut)
    if len(body) > max_bytes:
        raise TooLarge(f"more than {max_bytes:,} bytes")
    return body


def _inflated(body: bytes, packing: Packing, max_bytes: int, cut: bool) -> bytes:
    stream = unpacked(BytesIO(body), packing)
    found = bytearray()
    try:
        while len(found) <= max_bytes and (data := stream.read1()):  # type: ignore[attr-defined]
            found += data
    except BadArchive as error:
        if not found and body.lstrip().startswith(b"<"):
            return body
        if not (cut and isinstance(error, CutOff)):
            raise
    return bytes(found)


def _joined(body: bytes) -> bytes:
    """The data of chunks (RFC 9112, section 7.1). Where no chunk stands, the rest is taken as it is."""
    found = bytearray()
    at = 0
    while head := _CHUNK_HEAD.match(body, at):
        start = head.end()
        at = start + int(head[1], 16)
        if at == start:
            return bytes(found)
        found += body[start:at]
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    return bytes(found) + body[at:] if at else body
