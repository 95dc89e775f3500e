"""What a signal is: a number that says something of a page, with a name and a source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

Of = TypeVar("Of")


class Signal(NamedTuple, Generic[Of]):
    """One measure of a text or a page.

    ``measure`` gives None where the question cannot be asked (a language without a list of stop words, a text without
    words): then the signal has no part in the score.
    """

    name: str
    measure: Callable[[Of], float | None]

    @property
    def documentation(self) -> str:
        """What is measured, in which unit, and where it comes from."""
        return (self.measure.__doc__ or "").strip()


def collector(
    found: list[Signal[Of]],
) -> Callable[[str], Callable[[Callable[[Of], float | None]], Callable[[Of], float | None]]]:
    """A decorator that enters a measure in a list of signals, under a name."""

    def signal(name: str) -> Callable[[Callable[[Of], float | None]], Callable[[Of], float | None]]:
        def enter(measure: Callable[[Of], float | None]) -> Callable[[Of], float | None]:
            found.append(Signal(name, measure))
            return measure

        return enter

    return signal
