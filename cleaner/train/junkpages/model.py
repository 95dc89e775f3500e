"""What a generator of junk pages is, and what it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

LABELS = (
    "content-farm",
    "seo-stuffed",
    "link-farm",
    "hidden-text",
    "hacked",
    "doorway",
    "parked",
    "soft-404",
    "bot-challenge",
    "script-shell",
    "consent-wall",
    "paywall-stub",
    "server-default",
    "thin",
    "gibberish",
    "machine-text",
    "duplicate-text",
    "adult-or-gambling",
)
"""What a junk page may be; see ``verdict/junk/labels.py`` for what each means."""


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
