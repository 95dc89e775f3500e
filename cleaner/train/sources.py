"""Where the pages come from that the junk score is fitted to: generators, writers, folders of real junk, labelled pages, and articles set plainly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from cleaner.evaluate.datasets import load
from cleaner.train.articles import articles
from cleaner.train.junkpages import GENERATORS
from cleaner.train.junkpages.wrapped import LANGUAGES, plain
from cleaner.train.junkpages.written import honest
from cleaner.train.parts import part_of

ORDINARY = "ordinary"
"""The hand of pages that are no junk."""
SMALL = "small"
"""The source of small ones that were written to look like it."""
ABOUT = "about"
"""The source of articles that speak of it, quote it, or have its form."""
_PLAIN = 3  # one ordinary page in so many is set again as a plain one, so that plain markup is no sign of junk
_ARTICLE, _PLAINLY, _FIELDWISE = "articles", "/plain", "/fields"  # sources of ordinary pages that are made here
_FIELD, _FIELDS, _STOPS = 60, (4, 14), tuple(".!?…。！？")  # characters of a field, and how many make a page
_ARTICLES = 100  # plain articles in each language at most
_CHUNK = 20  # pages that a process takes at a time


def is_made(source: str) -> bool:
    """Are a source's ordinary pages made here, of an article or a reference, or so as to look like junk?"""
    return source in (_ARTICLE, SMALL, ABOUT) or source.endswith((_PLAINLY, _FIELDWISE))


class Raw(NamedTuple):
    """A page before it is measured.

    :param source: the generator, folder or dataset that it comes from.
    :param group: what is held out together with it: the source of junk, the domain of an ordinary page.
    :param language: None where it is not known.
    :param labels: what sort of junk it is; none for ordinary pages.
    """

    id: str
    source: str
    group: str
    language: str | None
    labels: tuple[str, ...]
    payload: bytes


class Source(NamedTuple):
    """Where pages come from: what makes them, and by whose hand."""

    hand: str
    pages: Callable[[], Iterable[Raw]]


def sources(
    datasets: Sequence[Path], real: Sequence[tuple[Path, tuple[str, ...]]], each: int, seed: int
) -> list[Source]:
    """All of them, in parts that one process measures at a time.

    :param real: folders of junk, and what the pages in each are.
    :param each: how many pages of each generator.
    """
    found = [
        Source(generator.name.partition("/")[0], partial(_made, generator.name, each, seed)) for generator in GENERATORS
    ]
    found += [Source("real", partial(_real, folder, labels)) for folder, labels in real]
    found += [Source(ORDINARY, partial(_articles, language)) for language in LANGUAGES]
    found.append(Source(ORDINARY, partial(_lookalikes, seed)))
    for folder in datasets:
        ids = load(folder).ids
        found += [
            Source(ORDINARY, partial(_ordinary, folder, ids[start : start + _CHUNK]))
            for start in range(0, len(ids), _CHUNK)
        ]
    return found


def _made(name: str, each: int, seed: int) -> Iterator[Raw]:
    """Pages of the generator of this name, its languages in turns."""
    [generator] = [generator for generator in GENERATORS if generator.name == name]
    for number in range(each):
        language = generator.languages[number % len(generator.languages)]
        page = generator.make(Random(f"{seed} {name} {number}"), language).encode("utf-8", "replace")
        yield Raw(f"{name}-{number}", name, name, language, generator.labels, page)


def _real(folder: Path, labels: tuple[str, ...]) -> Iterator[Raw]:
    name = f"real/{folder.name}"
    for file in sorted(folder.iterdir()):
        yield Raw(f"{name}/{file.name}", name, name, None, labels, file.read_bytes())


def _articles(language: str) -> Iterator[Raw]:
    """The package's articles as plain pages, whole, cut short and their fields alone: small sites have short texts too."""
    for found in [each for each in articles() if each.language == language][:_ARTICLES]:
        title, *paragraphs = [line for line in found.text.splitlines() if line.strip()]
        for length in (3, 6, len(paragraphs)):
            page = plain(title, paragraphs[:length], language, Random(f"{found.id} {length}")).encode()
            yield Raw(f"articles/{found.id}-{length}", _ARTICLE, found.id, language, (), page)
        chance = Random(found.id)
        if fields := _fields(paragraphs, chance):
            page = plain(title, fields, language, chance).encode()
            yield Raw(f"articles/{found.id}-fields", f"{_ARTICLE}{_FIELDWISE}", found.id, language, (), page)


def _lookalikes(seed: int) -> Iterator[Raw]:
    """Pages that look like junk and are none. Those of one writer are held out together."""
    for number, page in enumerate(honest()):
        source = ABOUT if page.kind == ABOUT else SMALL
        html = page.filled(Random(f"{seed} {SMALL} {number}")).encode("utf-8", "replace")
        yield Raw(f"{source}/{page.hand}-{number}", source, f"{SMALL} {page.hand}", page.language, (), html)


def _ordinary(folder: Path, ids: Sequence[str]) -> Iterator[Raw]:
    """Labelled pages, and the references of some as plain pages, or their fields alone."""
    dataset = load(folder)
    for page in map(dataset.read, ids):
        name, group = f"{dataset.name}/{page.id}", page.domain or page.id
        yield Raw(name, dataset.name, group, None, (), page.payload)
        lines = [line for line in (page.reference or "").splitlines() if line.strip()]
        part, chance = part_of(page.id, _PLAIN), Random(page.id)
        if part == 0 and len(lines) > 2:
            html = plain(lines[0], lines[1:], "en", chance).encode()
            yield Raw(f"{name}/plain", f"{dataset.name}{_PLAINLY}", group, None, (), html)
        if part == 1 and (fields := _fields(lines, chance)):
            html = plain(fields[0], fields[1:], "en", chance).encode()
            yield Raw(f"{name}/fields", f"{dataset.name}{_FIELDWISE}", group, None, (), html)


def _fields(lines: Sequence[str], chance: Random) -> Sequence[str]:
    """A few short lines of a text, none of them a sentence; nothing where it has too few. Rotas, cards and imprints are such pages: they have
    next to no words, and are no junk for that."""
    fields = list(dict.fromkeys(line for line in lines if len(line) < _FIELD and not line.rstrip().endswith(_STOPS)))
    return fields[: 1 + chance.randint(*_FIELDS)] if len(fields) > _FIELDS[0] else []
