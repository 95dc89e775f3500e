"""Files of linear models: the names of features, and a row of weights for each, the bias behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleaner.errors import ModelError


class Asked:
    """Which file of a model is asked: the package's own, or for a while another."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._path: ContextVar[Path | None] = ContextVar(f"the file of the model of {model}", default=None)

    @property
    def path(self) -> Path | None:
        """The file; None for the package's own."""
        return self._path.get()

    @contextmanager
    def of(self, path: Path | None) -> Iterator[None]:
        """Another model is asked than the package's: one that has not seen the pages that it is measured on."""
        token = self._path.set(path)
        try:
            yield
        finally:
            self._path.reset(token)

    @contextmanager
    def beside(self, file: str | None) -> Iterator[None]:
        """The model that lies beside somebody's file is asked, with which it was fitted; the package's where none does."""
        path = Path(file).with_name(f"{self._model}.npz") if file else None
        if path and path.is_file():
            with self.of(path):
                yield
        else:
            yield


def load_weights(file: Path | Traversable, form: str) -> tuple[Mapping[str, int], NDArray[np.float32]]:
    """Each feature's row, and the weights.

    :param form: what the file says of its format.
    :raises ModelError: it cannot be read, or is no such file.
    """
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as content:
            if str(content["format"]) != form:
                raise ValueError(f"its format is not {form}")
            names = bytes(content["names"]).decode().split("\n")
            return {name: row for row, name in enumerate(names)}, content["weights"].astype(np.float32)
    except OSError as error:
        raise ModelError(f"cannot read {file}: {error.strerror or error}") from error
    except (ValueError, KeyError) as error:
        raise ModelError(f"{file} holds no weights of the format {form}: {error}") from error


def save_weights(names: Sequence[str], weights: NDArray[np.float32], form: str, path: Path) -> None:
    """Write such a file."""
    packed = np.frombuffer("\n".join(names).encode(), np.uint8)
    with path.open("wb") as stream:
        np.savez_compressed(stream, format=np.array(form), names=packed, weights=weights.astype(np.float16))
