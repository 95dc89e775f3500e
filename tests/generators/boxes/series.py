"""Honest boxes laid out by the farms' own layouts, so that no layout alone tells the two apart.

``records.txt`` holds them: a heading after ``==``, labels with values, and the page's sentences after
``>``. ``@author`` says that the box stands behind an article and is not what the page is about; its heading
is then the box's own and, after a colon, the article's title.
"""

from __future__ import annotations

from html import escape
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from ..layouts import HTML_LAYOUTS, Section, laid_html, laid_text
from .markup import HonestBox, html, text

LAYOUTS: Final = ("text-lines", "text-paragraphs", "text-line", *HTML_LAYOUTS)


class Record(NamedTuple):
    """``title`` is the page's; ``section.heading`` the box's own, empty where the page is about the box."""

    title: str
    section: Section
    sentences: tuple[str, ...]


def _record(source: str) -> Record:
    title, *lines = source.strip().split("\n")
    heading = ""
    if "@author" in lines:
        heading, title = title.split(": ", 1)
    pairs = []
    for line in lines:
        if not line.startswith((">", "@")):
            label, value = line.split(": ", 1)
            pairs.append((label, value))
    sentences = tuple(line.removeprefix("> ") for line in lines if line.startswith(">"))
    return Record(title, Section(heading, tuple(pairs)), sentences)


def _box(layout: str, number: int, record: Record) -> HonestBox:
    note = f"{record.title} ({layout})"
    behind_article = bool(record.section.heading)
    if layout in HTML_LAYOUTS:
        box = laid_html(layout, Random(number), [record.section]).page
        told = "\n".join(f"<p>{escape(sentence, quote=False)}</p>" for sentence in record.sentences)
        title = f"<h1>{escape(record.title, quote=False)}</h1>"
        if behind_article:
            return html(note, f"<article>{title}\n{told}\n</article>\n⟦{box}⟧")
        return html(note, f"<main>{title}\n{box}\n{told}</main>")
    box = laid_text("text-line" if layout == "text-line" else "text-paragraphs", [record.section]).page
    gap = "\n\n"
    if layout == "text-lines":
        box, gap = box.replace("\n\n", "\n"), "\n"
    told = gap.join(record.sentences)
    parts = [record.title, told, f"⟦{box}⟧"] if behind_article else [record.title, box, told]
    return text(note, gap.join(parts))


def _boxes() -> tuple[HonestBox, ...]:
    source = (Path(__file__).parent / "records.txt").read_text("utf-8")
    records = [_record(part) for part in source.removeprefix("== ").split("\n== ")]
    return tuple(
        _box(layout, number, record)
        for number, (layout, record) in enumerate(zip(cycle(LAYOUTS), records, strict=False))
    )


BOXES: Final = _boxes()
