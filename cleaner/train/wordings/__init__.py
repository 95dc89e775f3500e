"""Lines in twelve languages, of what stands around articles and of what only looks like it. README.md beside them says more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import NamedTuple

from cleaner.evaluate.junk.draw import Draw


class Wording(NamedTuple):
    """A line.

    :param text: ``{T}`` stands for the title of the page that it stands on, ``{K}`` for words of it, ``{S}`` for a site and ``{A}`` for a person.
    :param family: of the rules that should remove it; None for an author's own.
    """

    text: str
    language: str
    family: str | None

    def on(self, draw: Draw) -> str:
        """The line as it stands on a page."""
        if "{" not in self.text:
            return self.text
        return _SLOT.sub(lambda slot: _FILLED[slot[1]](draw), self.text)


_SLOT = re.compile(r"\{([TKSA])\}")
_FILLED: Mapping[str, Callable[[Draw], str]] = {
    "T": lambda draw: draw.title or draw.one("pool.headline"),
    "K": Draw.topic,
    "S": lambda draw: draw.site,
    "A": lambda draw: draw.author,
}


def wordings() -> Iterator[Wording]:
    """All of them, language by language."""
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        language, _, kind = file.name.partition(".")
        if kind in ("junk.tsv", "honest.txt"):
            for line in filter(str.strip, file.read_text("utf-8").split("\n")):
                family, _, text = line.rpartition("\t")
                yield Wording(text.strip(), language, family or None)
