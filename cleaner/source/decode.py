"""Bytes, text or a parsed tree → :class:`~cleaner.model.Page`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from importlib import import_module

from cleaner.errors import TooLarge, UnknownEncoding
from cleaner.model import InputKind, Page, Source
from cleaner.source.charset import find_codec, named_codec, web_codec
from cleaner.source.sniff import Kind, essence, input_kind, refuse_binary, refuse_control_codes

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([^\s;\"',]+)", re.IGNORECASE)


def decode(
    payload: object,
    *,
    url: str | None = None,
    uri: str | None = None,
    encoding: str | None = None,
    media_type: str | None = None,
    kind: Kind | None = None,
    max_bytes: int | None = None,
    warc: Mapping[str, str] | None = None,
) -> Page:
    """Read a payload into a :class:`~cleaner.model.Page`.

    ``payload`` is bytes (already decompressed), a ``str`` (always the page itself, never a path; it counts as
    UTF-8), or a tree of BeautifulSoup or lxml (its serialisation is the page, and the page carries the
    warning ``serialised``). ``url`` is the address and ``uri`` the file or record it came from. ``encoding``
    is what the caller knows, ``media_type`` the HTTP ``Content-Type``, whose ``charset`` counts where
    ``encoding`` is None. ``kind`` forces a reading as HTML or as text. ``max_bytes`` is the most allowed.

    For bytes, ``payload.decode(source.encoding, "replace")`` less one byte-order mark is ``Page.text``.
    ``Source.media_type`` is without parameters.

    Raises :class:`~cleaner.errors.TooLarge`, :class:`~cleaner.errors.BinaryInput`,
    :class:`~cleaner.errors.UnsupportedType`; :class:`~cleaner.errors.UnknownEncoding` if ``encoding`` names
    no text codec of Python; ``TypeError`` for a payload of another type.
    """
    named = _caller_codec(encoding, media_type)
    form: InputKind | None = None
    if not isinstance(payload, (bytes, bytearray, memoryview, str)):
        payload = _serialised(payload)
        form = "tree"
    if isinstance(payload, str):
        _check_size(len(payload), max_bytes)
        data = payload.encode("utf-8", "surrogatepass")
    else:
        data = bytes(payload)
    _check_size(len(data), max_bytes)
    refuse_binary(data)
    if isinstance(payload, str):
        text, codec, origin = str.__str__(payload), "utf-8", "str"
    else:
        codec, origin = find_codec(data, named)
        text = data.decode(codec, "replace")
    text = text.removeprefix("\ufeff")
    refuse_control_codes(text)
    source = Source(
        uri=uri,
        url=url,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media_type=essence(media_type),
        encoding=codec,
        encoding_from=origin,
        input_kind=form or input_kind(text, kind=kind, media_type=media_type, uri=uri, url=url),
        warc=warc,
    )
    return Page(text, source, ("serialised",) if form == "tree" else ())


def _caller_codec(encoding: str | None, media_type: str | None) -> str | None:
    """The codec the caller named, or else the server, whose nonsense is passed over."""
    if encoding is None:
        found = _CHARSET.search(media_type) if media_type else None
        return web_codec(found[1]) if found else None
    codec = named_codec(encoding)
    if codec is None:
        raise UnknownEncoding(f"Python has no text codec {encoding!r}")
    return codec


def _check_size(size: int, max_bytes: int | None) -> None:
    if max_bytes is not None and size > max_bytes:
        raise TooLarge(f"more than {max_bytes} bytes")


def _serialised(tree: object) -> str:
    """The markup of a BeautifulSoup or lxml tree; neither library is imported unless the tree is its own."""
    classes = {(base.__module__.partition(".")[0], base.__name__) for base in type(tree).__mro__}
    if ("bs4", "Tag") in classes:
        return str(tree)
    if classes & {("lxml", "_Element"), ("lxml", "_ElementTree")}:
        tostring = import_module("lxml.etree").tostring
        markup: str = tostring(tree, encoding="unicode", method="html", with_tail=False)
        return markup
    name = type(tree).__name__
    raise TypeError(f"a page is bytes, str, or a tree of BeautifulSoup or lxml, not {name}; read files first")
