"""A corpus run: inputs → workers → journal → shards, each input once and in its place, whatever ends the run in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count, islice

from cleaner.corpus.item import Item
from cleaner.corpus.journal import Journal
from cleaner.corpus.outcome import Outcome
from cleaner.corpus.pool import Pool
from cleaner.corpus.target import Target


def run(items: Iterable[Item], pool: Pool, target: Target, journal: Journal, watch: Callable[[Outcome], None]) -> int:
    """Clean what the journal does not have yet, and write shards.

    :param items: all inputs of the run, in the same order whenever it is begun.
    :param journal: of this run, entered. When all is done, its ``tally`` counts the whole run.
    :param watch: told of each outcome when it is written down, but not of those that the journal had.
    :returns: how many inputs there were.
    :raises OutputError: something cannot be written.
    :raises RunError: workers do not start.
    """
    number = count()
    outcomes = _outcomes((item for item, _ in zip(items, number, strict=False)), pool, journal, watch)
    first = next(outcomes, None)
    while first is not None or (target.size is None and journal.shards == 0):
        with target.form.shard(target.out, None if target.size is None else journal.shards) as add:
            for outcome in islice(chain(() if first is None else (first,), outcomes), target.size):
                journal.tally.add(outcome)
                if outcome.row is not None:
                    add(outcome.row)
        journal.next_shard()
        first = next(outcomes, None)
    return next(number)


def _outcomes(
    items: Iterable[Item], pool: Pool, journal: Journal, watch: Callable[[Outcome], None]
) -> Iterator[Outcome]:
    """Those that the journal has of the open shard, then those of the inputs behind them, written down before they are given."""
    done = journal.tally.records
    for outcome in journal.outcomes():
        done += 1
        yield outcome
    for outcome in pool.outcomes(islice(items, done, None)):
        journal.add(outcome)
        watch(outcome)
        yield outcome
