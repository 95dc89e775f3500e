"""The phrases of each language, from its TOML file. README.md beside them says what the keys mean."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_OF_NO_LANGUAGE = frozenset({"common", "themes"})

LANGUAGES: tuple[str, ...] = tuple(
    sorted(
        file.name.removesuffix(".toml")
        for file in files(__name__).iterdir()
        if file.name.endswith(".toml") and file.name.removesuffix(".toml") not in _OF_NO_LANGUAGE
    )
)
"""Languages that junk can be written in: those with a file here."""

Words = Mapping[str, tuple[str, ...]]
"""Variants of each phrase by its key, as ``promo.lead``."""


def load(language: str) -> Words:
    """The phrases of a language.

    :raises ValueError: there are none.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no junk in {language!r}: there is {', '.join(LANGUAGES)}")
    return read(language)


@cache
def read(name: str) -> Words:
    """A TOML file of this folder: tables of lists of strings."""
    data = tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
    return {f"{table}.{key}": tuple(values) for table, keys in data.items() for key, values in keys.items()}
