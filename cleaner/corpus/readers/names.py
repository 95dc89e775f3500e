"""Names of results: relative paths that are safe on any file system, no two of them the same in a run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# What Windows allows in no name, and what ends a path or a line (learn.microsoft.com, "Naming Files, Paths, and
# Namespaces"). Surrogates are bytes of a name that were no UTF-8.
_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
_SEPARATORS = re.compile(r"[/\\]")
# And the folder in which a run writes how far it is, and which it takes away in the end.
_RESERVED = re.compile(r"(?:\.run|con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE)
# Bytes of UTF-8 in a component, of the 255 that file systems allow: a number and suffixes come behind it.
_LONGEST = 160
# Components of a path; what stands before them is left out. Linux allows a path 4,096 bytes.
_DEEPEST = 16


def safe(path: str) -> str:
    """A path without what leads out of a folder, and without what some file system refuses. Never empty."""
    parts = [part for each in _SEPARATORS.split(path) if (part := _component(each))]
    return "/".join(parts[-_DEEPEST:]) or "_"


def _component(part: str) -> str:
    if part.strip(" .") == "":
        return ""  # nothing, the folder itself, the folder above
    part = _UNSAFE.sub("_", unicodedata.normalize("NFC", part)).lstrip(" ").rstrip(" .")
    part = f"_{part}" if _RESERVED.match(part) else part
    return part.encode()[:_LONGEST].decode("utf-8", "ignore").rstrip(" .")


class Names:
    """Gives out names that it has not given out before; it remembers about two hundred bytes for each.

    Names that differ in case alone are one, as some file systems have it.
    """

    def __init__(self) -> None:
        self._pages: set[str] = set()
        self._folders: set[str] = set()
        self._containers: set[str] = set()
        self._numbers: dict[str, int] = {}  # the last that a name was given

    def page(self, path: str) -> str:
        """The name of a page at this path, which may be anything."""
        name = self._free(path, lambda key: key not in self._pages)
        self._pages.add(name.casefold())
        return name

    def container(self, path: str) -> str:
        """The name of a container: also the folder of its members, in which nothing else will stand."""
        name = self._free(path, lambda key: not (key in self._pages or key in self._folders))
        self._pages.add(name.casefold())
        self._containers.add(name.casefold())
        return name

    def _free(self, path: str, is_free: Callable[[str], bool]) -> str:
        *folders, last = safe(path).split("/")
        where = ""
        for folder in folders:
            where = _numbered(where + folder, 1, lambda key: key not in self._containers)[0]
            self._folders.add(where.casefold())
            where += "/"
        key = (where + last).casefold()
        name, number = _numbered(where + last, self._numbers.get(key, 1), is_free)
        if number > 1:
            self._numbers[key] = number
        return name


def _numbered(name: str, number: int, is_free: Callable[[str], bool]) -> tuple[str, int]:
    """The name with the first number from this one that makes it free, and the number; a one is left out."""
    found = name if number == 1 else f"{name}-{number}"
    while not is_free(found.casefold()):
        number += 1
        found = f"{name}-{number}"
    return found, number
