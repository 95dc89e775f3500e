"""Lines in twelve languages, of what stands around articles and of what only looks like it. README.md beside them says more."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple


class Wording(NamedTuple):
    """A line.

    :param family: of the rules that should remove it; None for an author's own.
    """

    text: str
    language: str
    family: str | None


def wordings() -> Iterator[Wording]:
    """All of them, language by language."""
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        language, _, kind = file.name.partition(".")
        if kind in ("junk.tsv", "honest.txt"):
            for line in filter(str.strip, file.read_text("utf-8").split("\n")):
                family, _, text = line.rpartition("\t")
                yield Wording(text.strip(), language, family or None)
