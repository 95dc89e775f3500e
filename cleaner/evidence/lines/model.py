"""The line model: two forests that look at the lines of a text that somebody extracted."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.evidence.content.forest import Forest
from cleaner.evidence.content.geometry import Floats
from cleaner.evidence.content.select import sigmoid
from cleaner.evidence.diction import Diction
from cleaner.evidence.lines.features import Lines
from cleaner.evidence.lines.second import second_look


class LineModel(NamedTuple):
    """What :func:`~cleaner.train.lines.fit_lines` makes.

    :param first: features of a line → log-odds that it is its author's.
    :param second: the same, and what the first says of the lines around it → log-odds.
    :param names: the features of a line that it was trained on.
    :param diction: how lines are worded.
    """

    first: Forest
    second: Forest
    names: tuple[str, ...]
    diction: Diction

    def authors(self, seen: Lines) -> Floats:
        """The probability of each line that it is its author's."""
        first = sigmoid(self.first.scores(seen.values)[0])
        return sigmoid(self.second.scores(second_look(seen, first))[0])
