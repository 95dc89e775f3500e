"""Floors under the quality on real pages: ``python -m tests.floors --raise``, or ``--lower "why"``.

A floor is what was once measured, less a margin. ``--raise`` measures, and raises floors that can be higher. ``--lower``
lowers those that are no longer reached, and writes beside each why. Neither does what the other does. The floors stand in
``floors.toml``; ``test_floor.py`` holds the cleaner to them.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaner.evaluate.datasets import Dataset, load
from cleaner.evaluate.run import measure
from cleaner.evaluate.summary import Summary, summarise
from cleaner.evaluate.systems import OURS, ours
from cleaner.pipeline import Cleaner
from tests.shared import MULTILINGUAL, WCXB

FILE = Path(__file__).parent / "floors.toml"
MARGIN = 0.002
"""So far below what was measured a floor is put: another release of a library moves figures that much."""
PAGES = 150
"""So many pages of WCXB are measured, evenly spread over all and the same each time."""

_HEAD = f"""\
# The least F1 that the cleaner must reach (tests/test_floor.py): what was measured, less a margin of {MARGIN}.
# The model in the package was trained on the pages of wcxb-dev: the floor there holds what is, and says nothing of other pages.
# Written by `python -m tests.floors --raise`, or `--lower "why"` where less is right.
"""


@dataclass(frozen=True)
class Floor:
    """The least that a figure may be, and each lowering of it: from what to what, and why."""

    f1: float
    lowered: tuple[str, ...] = ()


def measured() -> dict[str, float]:
    """What has a floor, as it is now: word F1 as a mean over pages, of all and of articles, and F1 of all snippets."""
    words = {group.kind: group.systems[OURS].f1.value for group in _summary(load(WCXB).sampled(PAGES)).words}
    [snippets] = _summary(load(MULTILINGUAL)).snippets
    return {
        "wcxb-dev words": words[None],
        "wcxb-dev words of articles": words["article"],
        "multilingual-dev snippets": snippets.systems[OURS].f1.value,
    }


def _summary(dataset: Dataset) -> Summary:
    systems = [ours(Cleaner())]
    return summarise(dataset.name, list(measure(dataset.pages(), systems)), systems)


def higher(floors: Mapping[str, Floor], figures: Mapping[str, float]) -> dict[str, Floor]:
    """The floors that these figures allow, none of them lower than it was. A figure without a floor gets one."""
    return {
        name: Floor(max(least(figure), floors[name].f1), floors[name].lowered)
        if name in floors
        else Floor(least(figure))
        for name, figure in figures.items()
    }


def lower(floors: Mapping[str, Floor], figures: Mapping[str, float], why: str) -> dict[str, Floor]:
    """The floors, and those that these figures do not reach as low as they have to be."""
    found = dict(floors)
    for name, floor in floors.items():
        if figures[name] < floor.f1:
            new = least(figures[name])
            found[name] = Floor(new, (*floor.lowered, f"{floor.f1:.4f} to {new:.4f}: {why}"))
    return found


def least(figure: float) -> float:
    """The floor under a figure: the margin below it, rounded down to four digits."""
    return math.floor(round((figure - MARGIN) * 10_000, 6)) / 10_000  # 0.8 less 0.002 is a hair below 0.798


def read(text: str) -> dict[str, Floor]:
    """Floors as they stand in the file."""
    return {name: Floor(each["f1"], tuple(each.get("lowered", ()))) for name, each in tomllib.loads(text).items()}


def written(floors: Mapping[str, Floor]) -> str:
    """Floors as they stand in the file. A JSON string is a string of TOML too."""
    parts = [_HEAD]
    for name, floor in floors.items():
        lowered = "".join(f"    {json.dumps(why, ensure_ascii=False)},\n" for why in floor.lowered)
        parts.append(f'["{name}"]\nf1 = {floor.f1:.4f}\n' + (f"lowered = [\n{lowered}]\n" if lowered else ""))
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, write the file anew, and tell every floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.floors", description=(__doc__ or "").partition("\n")[0])
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--raise", dest="up", action="store_true", help="raise floors to what is measured now")
    chosen.add_argument("--lower", metavar="WHY", help="lower the floors that are not reached, for this reason")
    options = parser.parse_args(arguments)
    floors = read(FILE.read_text("utf-8")) if FILE.is_file() else {}
    figures = measured()
    new = higher(floors, figures) if options.up else lower(floors, figures, options.lower)
    FILE.write_text(written(new), "utf-8")
    for name, floor in new.items():
        was = floors[name].f1 if name in floors else math.nan
        print(f"{name}: measured {figures[name]:.4f}, floor {was:.4f} → {floor.f1:.4f}")


if __name__ == "__main__":
    main()
