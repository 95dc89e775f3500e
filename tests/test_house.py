"""The house keeps its order: a folder imports only what stands before it on the way of the data."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "cleaner"
FILES = sorted(ROOT.rglob("*.py"))
LONGEST = 400  # lines

# Room → the rooms it may import, besides itself. A room is a folder or a module of `cleaner/`.
ORDER = {
    "model": set(),
    "errors": set(),
    "collector": set(),
    "ownrules": {"model", "errors"},
    "policy": {"model", "errors", "ownrules"},
    "source": {"model", "errors"},
    "evidence": {"model", "errors", "ownrules", "source"},
    "verdict": {"model", "errors", "ownrules", "policy", "source", "evidence"},
    "output": {"model"},
    "producer": {"policy", "evidence", "verdict"},
    "cleaned": {"model", "errors", "collector", "policy", "source", "evidence", "verdict", "output", "producer"},
    "pipeline": {
        "model",
        "errors",
        "collector",
        "ownrules",
        "policy",
        "source",
        "evidence",
        "verdict",
        "output",
        "producer",
        "cleaned",
    },
    "__init__": {"model", "errors", "policy", "cleaned", "pipeline"},
}
# These stand on the pipeline: they may import whatever the core has, and nothing in the core imports them.
UPPER = {"__main__", "checks", "cli", "corpus", "integrations", "evaluate", "train"}
ROOMS = ORDER.keys() | UPPER


def room_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(source: str, package: tuple[str, ...]) -> Iterator[str]:
    """The rooms that a module imports anywhere in it, in functions too.

    :param package: the folder that holds the module, as parts from `cleaner` down; relative imports start there.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _room(alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) + 1 - node.level]) if node.level else []
            base += node.module.split(".") if node.module else []
            for alias in node.names:
                yield from _room([*base, alias.name])


def _room(parts: list[str]) -> Iterator[str]:
    if parts[0] == "cleaner":
        # `from cleaner import x` means a room if there is one of that name, else the public face.
        yield parts[1] if len(parts) > 1 and parts[1] in ROOMS else "__init__"


@pytest.mark.parametrize(
    ("source", "package", "found"),
    [
        ("import cleaner", ("cleaner",), ["__init__"]),
        ("import cleaner.evidence.view", ("cleaner",), ["evidence"]),
        ("from cleaner import Policy, pipeline", ("cleaner",), ["__init__", "pipeline"]),
        ("from cleaner.model import Page, Span", ("cleaner",), ["model", "model"]),
        ("def f():\n    if True:\n        from cleaner.cli import main", ("cleaner",), ["cli"]),
        ("from . import align", ("cleaner", "evidence"), ["evidence"]),
        ("from .. import verdict", ("cleaner", "evidence"), ["verdict"]),
        ("from ..output.text import render", ("cleaner", "source"), ["output"]),
        ("import click\nfrom pathlib import Path", ("cleaner",), []),
    ],
)
def test_imports_are_read(source: str, package: tuple[str, ...], found: list[str]) -> None:
    assert list(imports(source, package)) == found


def test_every_module_is_in_a_room_of_the_house() -> None:
    assert {room_of(file) for file in FILES} <= ROOMS


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_stands_before_it(file: Path) -> None:
    room = room_of(file)
    package = ("cleaner", *file.relative_to(ROOT).parts[:-1])
    allowed = ORDER.keys() - {"__init__"} | UPPER if room in UPPER else {room, *ORDER[room]}
    assert set(imports(file.read_text("utf-8"), package)) <= allowed


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_module_is_of_a_size_to_be_read(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST
