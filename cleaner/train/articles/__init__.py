"""Honest articles of many kinds in twelve languages, written for this project. README.md beside them says more."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

_BETWEEN = "=====\n"


class Article(NamedTuple):
    """An article, whole: its first line is the headline."""

    id: str
    language: str
    text: str


def articles() -> Iterator[Article]:
    """All of them, language by language."""
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        language, _, ending = file.name.partition(".")
        if ending == "txt":
            for number, text in enumerate(file.read_text("utf-8").split(_BETWEEN)):
                yield Article(f"{language}-{number}", language, text.strip())
