"""Signals → weights: an additive model whose parts explain its score exactly.

For each signal a curve says how many log-odds a value is worth: straight between a few points and level beyond them (a generalised
additive model of linear splines; Hastie and Tibshirani, 1986). The sum of the parts, the bias among them, is the
log-odds of the probability; calibration (Platt, 1999) is multiplied into the curves and added to the bias.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from cleaner.errors import ModelError
from cleaner.model import JunkPart

FORMAT = "cleaner.scorecards/1"
FORMS = ("html", "text", "quality")
"""Pages, text that somebody extracted, and cleaned text as text."""
# Beyond this many log-odds a score is 0 or 1 to any reader.
_MOST = 500.0


class Curve(NamedTuple):
    """How many log-odds a signal's values are worth: ``weight[i]`` at ``at[i]``, which rises."""

    at: tuple[float, ...]
    weight: tuple[float, ...]

    def __call__(self, value: float) -> float:
        """The weight of a value."""
        if value <= self.at[0]:
            return self.weight[0]
        if value >= self.at[-1]:
            return self.weight[-1]
        place = bisect_right(self.at, value)
        low, high = self.at[place - 1], self.at[place]
        share = (value - low) / (high - low)
        return (1 - share) * self.weight[place - 1] + share * self.weight[place]


class Scorecard(NamedTuple):
    """The curves of one form of page, and the log-odds before anything is known."""

    bias: float
    curves: Mapping[str, Curve]

    def odds(self, values: Mapping[str, float | None]) -> float:
        """The log-odds alone."""
        known = ((curve, values.get(name)) for name, curve in self.curves.items())
        return self.bias + sum(curve(value) for curve, value in known if value is not None)

    def parts(self, values: Iterable[tuple[str, float | None]]) -> tuple[JunkPart, ...]:
        """Each signal's part in the score, the bias first, then the weightiest first. A signal without a value has none."""
        weighed = [
            JunkPart(name, round(value, 4), round(self.curves[name](value), 4))
            for name, value in values
            if value is not None and name in self.curves
        ]
        parts = sorted((part for part in weighed if part.weight), key=lambda part: (-abs(part.weight), part.signal))
        return JunkPart("bias", 1.0, self.bias), *parts


def probability(parts: Iterable[JunkPart]) -> float:
    """What log-odds add up to: the sigmoid of the parts' sum, 0 to 1."""
    total = math.fsum(part.weight for part in parts)
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, total))))


Scorecards = Mapping[str, Scorecard]
"""Form → its scorecard, and ``form label`` → the card that tells pages of this label from all others."""


def scorecards_file(path: str | None) -> Traversable:
    """The file at a path, or the package's own."""
    return Path(path) if path else resources.files(__package__) / "scorecards.json"


@cache
def load_scorecards(path: str | None = None) -> Scorecards:
    """The scorecards of a file that ``cleaner weigh`` wrote; the package's own where there is no path.

    :raises ModelError: it cannot be read, or is no such file.
    """
    file = scorecards_file(path)
    try:
        content = json.loads(file.read_text("utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(f"its format is not {FORMAT}")
        if missing := [form for form in FORMS if form not in content["cards"]]:
            raise ValueError(f"it has none for {', '.join(missing)}")
        return {name: _read(card) for name, card in content["cards"].items()}
    except OSError as error:
        raise ModelError(f"cannot read {file}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{file} holds no scorecards: {error}") from error


def _read(content: Mapping[str, object]) -> Scorecard:
    curves = content["curves"]
    if not isinstance(curves, dict):
        raise ValueError("its curves are no table")
    return Scorecard(
        _number(content["bias"]), {name: _curve(each["at"], each["weight"]) for name, each in curves.items()}
    )


def _curve(at: Sequence[object], weight: Sequence[object]) -> Curve:
    curve = Curve(tuple(map(_number, at)), tuple(map(_number, weight)))
    if not len(at) == len(weight) > 0 or any(low >= high for low, high in zip(curve.at, curve.at[1:], strict=False)):
        raise ValueError("a curve has points out of order or without weights")
    return curve


def _number(value: object) -> float:
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{value!r} is no number")
    return float(value)


def dump_scorecards(cards: Scorecards) -> str:
    """The scorecards as a file: JSON, a line for each curve."""
    shown = ",\n".join(f"{json.dumps(name)}: {_dumped(card)}" for name, card in cards.items())
    return f'{{"format": "{FORMAT}", "cards": {{\n{shown}\n}}}}\n'


def _dumped(card: Scorecard) -> str:
    curves = [
        f"{json.dumps(name)}: {json.dumps({'at': curve.at, 'weight': curve.weight})}"
        for name, curve in sorted(card.curves.items())
    ]
    return f'{{"bias": {card.bias}, "curves": {{\n' + ",\n".join(curves) + "\n}}"
