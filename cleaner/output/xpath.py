"""Absolute XPaths of a page's elements."""

from __future__ import annotations

import re

from cleaner.model import Tree

# Tag names that may stand in an XPath as they are. Others (a prefix, a capital inside SVG, the odd things
# that a parser makes of broken tags) are compared as strings.
_PLAIN = re.compile(r"[a-z_][a-z0-9_.-]*")

# A step for every level would make the records of a deeply nested page grow with the square of its size. lxml
# drops what stands deeper than this, so that no peer's path leads there either.
DEEPEST = 256


class XPaths:
    """The XPaths of one tree; each is built once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[int, tuple[int, str]] = {-1: (0, "")}

    def __getitem__(self, node: int) -> str | None:
        """The path of the element with this ordinal, None for -1 (text pages).

        Such as ``/html[1]/body[1]/p[3]``. Elements deeper than 256 levels, and such as an XPath string cannot
        name, are counted through instead: ``(//*)[n]`` is the page's n-th element.
        """
        if node < 0:
            return None
        way = []
        step = node
        while step not in self._known:
            way.append(step)
            step = self._tree.parents[step]
        depth, path = self._known[step]
        for step in reversed(way):
            depth += 1
            name = _name(self._tree.tags[step])
            # An empty path says: too deep or without a name, here and in all that it holds.
            named = name and depth <= DEEPEST and (path or depth == 1)
            path = f"{path}/{name}[{self._tree.nth[step]}]" if named else ""
            self._known[step] = depth, path
        return path or f"(//*)[{node + 1}]"


def _name(tag: str) -> str | None:
    if _PLAIN.fullmatch(tag):
        return tag
    for quote in "\"'":
        if quote not in tag:
            return f"*[name()={quote}{tag}{quote}]"
    return None
