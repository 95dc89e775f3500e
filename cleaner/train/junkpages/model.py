"""What a generator of junk pages is, and what it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Generator:
    """Makes pages of one sort, always other ones.

    :param name: unique, ``hand/label-sort``: whose it is and what it makes.
    :param labels: what each of its pages is; the first is what it is above all.
    :param languages: those that it can write (ISO 639-1).
    :param make: chance and a language → a whole HTML page.
    """

    name: str
    labels: tuple[str, ...]
    languages: tuple[str, ...]
    make: Callable[[Random, str], str]
