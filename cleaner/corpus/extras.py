"""Libraries that extras of the package install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from cleaner.errors import MissingExtra


def library(name: str, extra: str) -> Any:
    """A library of an extra.

    :raises MissingExtra: it cannot be imported.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtra(f"{name} cannot be imported ({error}): the extra cleaner[{extra}] installs it") from error
