"""What a run has done so far, on disk: the same command goes on from there, whenever and however it was ended.

In the run's folder stand ``run.json`` (what run this is, how many shards are whole, and what was counted in them) and ``journal-N``, a
line for each outcome of shard N, which is open. Both are true at any moment: ``run.json`` is replaced in one step, and of a journal
whose last line was cut off the lines before it count. A shard is made of its journal's lines, and made again from them where it was
not whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import takewhile
from pathlib import Path
from shutil import rmtree
from types import TracebackType
from typing import Any, BinaryIO

from cleaner.corpus.formats.jsonl import Lines
from cleaner.corpus.formats.whole import reported, whole
from cleaner.corpus.held import held
from cleaner.corpus.outcome import Outcome
from cleaner.corpus.tally import Tally
from cleaner.errors import RunError


class Journal:
    """A context manager: while it is entered, nobody else can go on with the same run.

    ``shards`` are whole, and ``tally`` counts what is in them. ``begun`` says whether anything had been done when it was opened.
    """

    def __init__(self, folder: Path, terms: Mapping[str, Any]) -> None:
        """Find what was done, or begin.

        :param terms: what makes a run this one, of JSON's own types: under other terms it cannot be gone on with.
        :raises RunError: the folder is that of a run under other terms, or of one that is going on.
        :raises OutputError: it cannot be written.
        """
        self._folder = folder
        self._terms = dict(terms)
        with ExitStack() as stack:
            stack.enter_context(held(folder))
            known = self._known()
            self.shards: int = known["shards"]
            self.tally = Tally(known["counted"])
            self._write()
            self._file = self._opened()
            self._held = stack.pop_all()
        self.begun = bool(self.shards or self._whole)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._held, reported(self._folder):
            self._file.close()  # what could not be written is tried once more

    def outcomes(self) -> Iterator[Outcome]:
        """Those of the open shard that an earlier run came to."""
        self._file.seek(0)
        left = self._whole
        while left > 0:
            line = self._file.readline()
            left -= len(line)
            yield Outcome.from_line(line[:-1].decode())

    def add(self, outcome: Outcome) -> None:
        """Write down an outcome of the open shard."""
        with reported(self._folder):
            self._file.write(outcome.to_line().encode() + b"\n")
            self._file.flush()

    def next_shard(self) -> None:
        """The open shard is whole, and what ``tally`` counts is in whole shards."""
        self._file.close()
        self.shards += 1
        self._write()
        self._file = self._opened()

    def end(self) -> None:
        """The run is done: nothing is left of its folder."""
        rmtree(self._folder)

    def _opened(self) -> BinaryIO:
        """The journal of the open shard, cut behind its last whole line; those of other shards are gone."""
        mine = self._folder / f"journal-{self.shards}"
        for journal in self._folder.glob("journal-*"):
            if journal != mine:
                journal.unlink()
        file = mine.open("a+b")
        file.seek(0)
        self._whole = sum(len(line) for line in takewhile(_is_whole, file))
        file.truncate(self._whole)
        return file

    def _known(self) -> Mapping[str, Any]:
        try:
            known: Mapping[str, Any] = json.loads((self._folder / "run.json").read_bytes())
            other = [key for key, value in self._terms.items() if known["terms"].get(key) != value]
        except FileNotFoundError:
            return {"shards": 0, "counted": None}
        except (OSError, ValueError, TypeError, LookupError, AttributeError) as error:
            raise RunError(f"{self._folder}/run.json cannot be read: {error} (--overwrite begins anew)") from error
        if other:
            raise RunError(
                f"{self._folder} is of a run that is not done, with other {', '.join(other)} (--overwrite begins anew)"
            )
        return known

    def _write(self) -> None:
        known = {"terms": self._terms, "shards": self.shards, "counted": self.tally.counted()}
        with whole(self._folder / "run.json", Lines) as add:
            add(json.dumps(known))


def _is_whole(line: bytes) -> bool:
    """Is it a line that was written to its end? After a power failure there may be worse in its place than nothing."""
    try:
        Outcome.from_line(line.decode())
    except (ValueError, TypeError):
        return False
    return line.endswith(b"\n")
