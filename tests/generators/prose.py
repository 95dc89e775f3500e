"""Invented articles on everyday subjects: what a farm page is wrapped around."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final, NamedTuple


class Subject(NamedTuple):
    """Titles, subheadings and sentences on one subject. All invented, all in sentence case."""

    titles: tuple[str, ...]
    headings: tuple[str, ...]
    sentences: tuple[str, ...]


class Article(NamedTuple):
    """A title, and paragraphs of two or three sentences. No two paragraphs are equal."""

    title: str
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]


def _subject(source: str) -> Subject:
    lines = source.strip().split("\n")
    return Subject(
        tuple(line.removeprefix("# ") for line in lines if line.startswith("# ")),
        tuple(line.removeprefix("## ") for line in lines if line.startswith("## ")),
        tuple(line for line in lines if not line.startswith("#")),
    )


SUBJECTS: Final = tuple(
    _subject(part) for part in (Path(__file__).parent / "prose.txt").read_text("utf-8").split("\n\n")
)
"""What ``prose.txt`` holds: titles after ``#``, subheadings after ``##``, a sentence a line."""


def titles(rng: Random, count: int, *, without: str) -> list[str]:
    """``count`` different titles of other articles than the one called ``without``."""
    return rng.sample([t for subject in SUBJECTS for t in subject.titles if t != without], count)


def article(rng: Random, least: int = 4, most: int = 8) -> Article:
    """An article of ``least`` to ``most`` paragraphs; it stays on a subject for up to three of them."""
    wanted = rng.randint(least, most)
    subjects = rng.sample(SUBJECTS, len(SUBJECTS))
    paragraphs: list[str] = []
    for subject in subjects:
        sentences = rng.sample(subject.sentences, len(subject.sentences))
        for size in (3, 3, 2):
            paragraphs.append(" ".join(sentences[:size]))
            del sentences[:size]
    return Article(rng.choice(subjects[0].titles), subjects[0].headings, tuple(paragraphs[:wanted]))
