"""Where a run writes, and what stands there already."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Any

from cleaner.corpus.formats import Format
from cleaner.corpus.formats.jsonl import Lines
from cleaner.corpus.formats.whole import whole
from cleaner.errors import RunError

_SUMMARY = "summary.json"


@dataclass(frozen=True)
class Target:
    """The file ``out``, or where ``size`` is given the directory ``out``, in shards of so many inputs."""

    out: Path
    form: Format
    size: int | None

    @property
    def state(self) -> Path:
        """The folder in which a run writes down how far it is. It is gone when the run is done."""
        return self.out.parent / f".{self.out.name}.run" if self.size is None else self.out / ".run"

    def done(self, terms: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The summary of the same run, if it is done and all its shards are there.

        :raises RunError: shards of another run are there.
        """
        shards = self._shards()
        if self.state.exists() or not shards:
            return None
        try:
            summary: Mapping[str, Any] = json.loads((self.out / _SUMMARY).read_bytes())
        except (FileNotFoundError, ValueError):
            summary = {}
        if summary.get("run") != terms:
            raise RunError(
                f"{self.out} holds what another run made, of other inputs or under other terms (--overwrite begins anew)"
            )
        return summary if summary["files"] == len(shards) else None

    def end(self, summary: Mapping[str, Any]) -> Mapping[str, Any]:
        """Leave a summary in the directory, with how many files of shards there are."""
        summary = {**summary, "files": len(self._shards())}
        if self.size is not None:
            with whole(self.out / _SUMMARY, Lines) as add:
                add(json.dumps(summary, indent=1))
        return summary

    def clear(self) -> None:
        """Take away what earlier runs left: shards, their summary, and how far one was."""
        for shard in self._shards():
            shard.unlink()
        if self.size is not None:
            (self.out / _SUMMARY).unlink(missing_ok=True)
        if self.state.is_dir():
            rmtree(self.state)

    def _shards(self) -> Sequence[Path]:
        return [] if self.size is None else sorted(self.out.rglob("part-[0-9][0-9][0-9][0-9][0-9]*.*"))
