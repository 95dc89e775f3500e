"""The content model: two forests that look at a page's blocks, one that looks at the page; and the line model for extracted text."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

import numpy as np

from cleaner.errors import ModelError
from cleaner.evidence.content.features import Features
from cleaner.evidence.content.forest import Forest
from cleaner.evidence.content.second import second_look
from cleaner.evidence.content.select import Floats, sigmoid
from cleaner.evidence.diction import Diction
from cleaner.evidence.lines.model import LineModel

FORMAT = "cleaner.content-model/4"
_FORESTS = ("first", "second", "kind")
_OF_LINES = ("first", "second")


class ContentModel(NamedTuple):
    """What :func:`~cleaner.train.fit.fit` makes and :func:`load_model` reads.

    :param first: features of a block → log-odds that it is content.
    :param second: the same, and what the first says of the blocks that belong to it → log-odds.
    :param kind: features of a page → a score for each of ``kinds``.
    :param names: the features of a block that it was trained on; ``page_names`` those of a page.
    :param about: how it was trained.
    :param lines: what is asked about text that somebody extracted.
    """

    first: Forest
    second: Forest
    kind: Forest
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    page_names: tuple[str, ...]
    about: Mapping[str, Any]
    lines: LineModel

    def kinds_of(self, seen: Features) -> Floats:
        """The probability of each kind."""
        return kinds_by(self.kind, seen)

    def content(self, seen: Features, kinds: Floats) -> Floats:
        """The probability of each block that it is content.

        :param kinds: from :meth:`kinds_of`.
        """
        first = sigmoid(self.first.scores(seen.values)[0])
        return sigmoid(self.second.scores(second_look(seen, first, kinds))[0])


def kinds_by(forest: Forest, seen: Features) -> Floats:
    """The probability of each kind of page by a forest that looks at pages: the softmax of its scores."""
    scores = forest.scores(seen.page[:, None])[:, 0]
    odds = np.exp(scores - scores.max())
    kinds: Floats = odds / odds.sum()
    return kinds


def save_model(model: ContentModel, path: Path) -> None:
    """Write a model: a ``.npz`` of plain arrays. The same model gives the same bytes."""
    forests = {name: getattr(model, name) for name in _FORESTS}
    forests |= {f"lines.{name}": getattr(model.lines, name) for name in _OF_LINES}
    arrays = {f"{name}.{field}": value for name, forest in forests.items() for field, value in forest._asdict().items()}
    facts = {
        "format": FORMAT,
        "kinds": model.kinds,
        "names": model.names,
        "page_names": model.page_names,
        "about": model.about,
        "line_names": model.lines.names,
        "diction": (model.lines.diction.scale, model.lines.diction.bias),
    }
    with path.open("wb") as file:
        np.savez_compressed(
            file, facts=np.array(json.dumps(facts, sort_keys=True)), diction=model.lines.diction.weights, **arrays
        )


def load_model(path: str | None = None) -> ContentModel:
    """Read a model.

    :param path: a file that ``cleaner train`` wrote; None for the one in the package.
    :raises ModelError: it cannot be read, is no such file, or was trained on other features than this version computes.
    """
    return _load(path)


def digest(path: str | None = None) -> str:
    """The SHA-256 of a model's file, in hexadecimal: names the very model.

    :raises ModelError: it cannot be read.
    """
    return _digest(path)


@lru_cache(maxsize=8)
def _load(path: str | None) -> ContentModel:
    try:
        with np.load(_file(path), allow_pickle=False) as arrays:
            facts = json.loads(str(arrays["facts"]))
            if facts["format"] != FORMAT:
                raise ModelError(f"{path}: its format is {facts['format']!r}, and this version reads {FORMAT}")
            first, second, kind, first_of_lines, second_of_lines = (
                Forest(*(arrays[f"{name}.{field}"] for field in Forest._fields))
                for name in (*_FORESTS, *(f"lines.{name}" for name in _OF_LINES))
            )
            model = ContentModel(
                first,
                second,
                kind,
                tuple(facts["kinds"]),
                tuple(facts["names"]),
                tuple(facts["page_names"]),
                facts["about"],
                LineModel(
                    first_of_lines,
                    second_of_lines,
                    tuple(facts["line_names"]),
                    Diction(arrays["diction"], *facts["diction"]),
                ),
            )
    except OSError as error:
        raise ModelError(f"cannot read the model {path}: {error.strerror or error}") from error
    except (ValueError, LookupError, TypeError, EOFError, NotImplementedError, BadZipFile, zlib.error) as error:
        raise ModelError(f"{path} is no model that cleaner train wrote ({error})") from error
    return model


@lru_cache(maxsize=8)
def _digest(path: str | None) -> str:
    try:
        return hashlib.sha256(_file(path).read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"cannot read the model {path}: {error.strerror or error}") from error


def _file(path: str | None) -> Path:
    return Path(path) if path else Path(str(files("cleaner.evidence.content") / "model.npz"))


def fits(model: ContentModel, names: Sequence[str], page_names: Sequence[str]) -> bool:
    """Was the model trained on these features?"""
    return model.names == tuple(names) and model.page_names == tuple(page_names)
