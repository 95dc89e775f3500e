"""Labelled pages from a folder, one at a time.

Three layouts are known by what the folder holds:

- ``ground-truth/ID.json`` beside ``html/`` (WCXB): the reference is ``ground_truth.main_content``, which may be missing
  and is empty then; ``with`` and ``without`` are snippets; ``metadata.json`` may name the domain of a page without url.
- ``snippets.json`` beside ``html/`` (trafilatura's evaluation set): ``{ID: {url, with, without}}``.
- any pages with their expected text: for ``NAME.html`` (``.htm``, ``.xhtml``, each also ``.gz``), anywhere below the
  folder, a ``NAME.txt`` beside it, or in a folder ``expected``, ``reference``, ``text`` or ``txt`` that stands beside the
  page or beside the page's own folder.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from courlan import extract_domain

from cleaner.corpus.readers import Found, read
from cleaner.errors import DatasetError, InputError
from cleaner.policy import Policy

_PAGES = (".html", ".htm", ".xhtml")
_TEXT_FOLDERS = ("expected", "reference", "text", "txt")


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page and what should come out of it.

    :param kind: the kind of page the labels name, None where they name none.
    :param domain: the registered domain it came from (``example.co.uk``), None where it is not known.
    :param reference: the main content as text; None where the labels are snippets alone.
    :param present: snippets that must be in the output.
    :param absent: snippets that must not.
    """

    id: str
    payload: bytes
    url: str | None = None
    kind: str | None = None
    domain: str | None = None
    reference: str | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """The labelled pages of a folder: their sorted IDs in memory, the pages on disk until they are asked for.

    :param read: the page with an ID.
    :param passed_over: pages without a label, and labels without a page.
    """

    name: str
    ids: tuple[str, ...]
    read: Callable[[str], LabelledPage]
    passed_over: tuple[str, ...] = ()

    def sampled(self, size: int) -> Dataset:
        """So many pages, evenly spread over all of them (all, where there are no more). The same ones each time."""
        size = min(size, len(self.ids))
        return replace(self, ids=tuple(self.ids[place * len(self.ids) // size] for place in range(size)))

    def pages(self) -> Iterator[LabelledPage]:
        """The pages in the order of their IDs.

        :raises DatasetError: a page or its label cannot be read.
        """
        return map(self.read, self.ids)


def load(folder: Path) -> Dataset:
    """The labelled pages of a folder in one of the layouts above.

    :raises DatasetError: it has none of them.
    """
    if (folder / "ground-truth").is_dir():
        return _with_ground_truth(folder)
    if (folder / "snippets.json").is_file():
        return _with_snippets(folder)
    return _with_texts(folder)


def _with_ground_truth(folder: Path) -> Dataset:
    pages = _pages(folder / "html")
    labels = {path.stem: path for path in (folder / "ground-truth").glob("*.json")}
    metadata = folder / "metadata.json"
    about = _read(metadata) if metadata.is_file() else _Label(metadata, {})

    def read(id_: str) -> LabelledPage:
        label = _read(labels[id_])
        if label.at("ground_truth") is None:
            raise DatasetError(f"{label.path}: has no ground_truth")
        url = label.string("url")
        host = about.string("files", id_, "domain")
        return LabelledPage(
            id_,
            _payload(pages[id_]),
            url,
            label.string("_internal", "page_type", "primary"),
            _domain(url) or _domain(host and f"https://{host}"),
            label.string("ground_truth", "main_content") or "",
            label.strings("ground_truth", "with"),
            label.strings("ground_truth", "without"),
        )

    return _dataset(folder, pages, labels, read)


def _with_snippets(folder: Path) -> Dataset:
    pages = _pages(folder / "html")
    label = _read(folder / "snippets.json")

    def read(id_: str) -> LabelledPage:
        url = label.string(id_, "url")
        present, absent = label.strings(id_, "with"), label.strings(id_, "without")
        return LabelledPage(id_, _payload(pages[id_]), url, domain=_domain(url), present=present, absent=absent)

    return _dataset(folder, pages, label.data, read)


def _with_texts(folder: Path) -> Dataset:
    # Two pages of one name may stand in two folders: the ID is the whole way to the page.
    pages = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if _page_name(path)}
    texts = {id_: text for id_, path in pages.items() if (text := _expected(path))}

    def read(id_: str) -> LabelledPage:
        return LabelledPage(id_, _payload(pages[id_]), reference=_text(texts[id_]))

    return _dataset(folder, pages, texts, read)


def _dataset(
    folder: Path, pages: Mapping[str, Path], labels: Mapping[str, Any], read: Callable[[str], LabelledPage]
) -> Dataset:
    ids = tuple(sorted(pages.keys() & labels.keys()))
    if not ids:
        raise DatasetError(
            f"{folder} holds no labelled pages: neither html/ with ground-truth/ or snippets.json, "
            f"nor pages (NAME.html) with expected texts (NAME.txt, or in {', '.join(f'{x}/' for x in _TEXT_FOLDERS)})"
        )
    return Dataset(folder.resolve().name, ids, read, tuple(sorted(pages.keys() ^ labels.keys())))


def _pages(folder: Path) -> dict[str, Path]:
    """The pages right in a folder, by name."""
    return {name: path for path in folder.glob("*") if (name := _page_name(path))}


def _page_name(path: Path) -> str | None:
    """The name of a page without its suffixes; None for what is no page by its name, and for folders."""
    bare = Path(path.name.removesuffix(".gz"))
    return bare.stem if bare.suffix.lower() in _PAGES and path.is_file() else None


def _expected(page: Path) -> Path | None:
    """The file with the text that should come out of a page."""
    name = f"{_page_name(page)}.txt"
    folders = (base / each for base in (page.parent, page.parent.parent) for each in _TEXT_FOLDERS)
    return next((file for folder in (page.parent, *folders) if (file := folder / name).is_file()), None)


def _payload(path: Path) -> bytes:
    [item] = read([Found(path.as_posix(), path.name)], Policy().max_bytes)
    if isinstance(item.payload, InputError):
        raise DatasetError(str(item.payload)) from item.payload
    assert isinstance(item.payload, bytes), "it is a file of its own"
    return item.payload


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise DatasetError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise DatasetError(f"{path}: is not UTF-8: {error.reason}") from error


@dataclass(frozen=True, slots=True)
class _Label:
    """A JSON object, and the file that it was read from, which errors name."""

    path: Path
    data: Mapping[str, Any]

    def at(self, *keys: str) -> Any:
        """What stands at the end of these keys; None where one of them is missing."""
        data: Any = self.data
        for place, key in enumerate(keys):
            if data is None:
                return None
            if not isinstance(data, dict):
                raise self._wrong(keys[:place], "no object")
            data = data.get(key)
        return data

    def string(self, *keys: str) -> str | None:
        value = self.at(*keys)
        if value is None or isinstance(value, str):
            return value
        raise self._wrong(keys, "no string")

    def strings(self, *keys: str) -> tuple[str, ...]:
        value = self.at(*keys)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        raise self._wrong(keys, "no list of strings")

    def _wrong(self, keys: tuple[str, ...], what: str) -> DatasetError:
        return DatasetError(f"{self.path}: {'.'.join(keys)} is {what}")


def _read(path: Path) -> _Label:
    try:
        data = json.loads(_text(path))
    except json.JSONDecodeError as error:
        raise DatasetError(f"{path}: is no JSON: {error}") from error
    if not isinstance(data, dict):
        raise DatasetError(f"{path}: is no JSON object")
    return _Label(path, data)


def _domain(url: str | None) -> str | None:
    return extract_domain(url) if url else None
