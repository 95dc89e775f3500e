"""The uri of an input: a path, and behind it a fragment where the input stands inside the file."""

from __future__ import annotations

import re

_INSIDE = re.compile(r"#(?=(?:offset|line|row)=\d+(?:&record=\d+)?\Z|member=)")


def parted(uri: str) -> tuple[str, str | None]:
    """The path, and the fragment without its ``#``; None where the uri names a whole file. An address is no path."""
    found = None if "://" in uri else _INSIDE.search(uri)
    return (uri[: found.start()], uri[found.end() :]) if found else (uri, None)
