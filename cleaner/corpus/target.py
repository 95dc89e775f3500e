"""Where a run writes, and what stands there already."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import Any

from cleaner.corpus.formats import Format
from cleaner.corpus.formats.jsonl import Lines
from cleaner.corpus.formats.whole import reported, whole
from cleaner.corpus.held import held
from cleaner.errors import RunError

_SUMMARY = "summary.json"
# Shards of all formats, by folder: nothing else of a folder is ever ours to take away.
_SHARD = re.compile(r"part-\d{5,}\.(?:jsonl(?:\.gz|\.zst)?|parquet|warc\.wet\.gz|json\.gz)", re.ASCII)
_FOLDERS = ("", "documents", "attributes/cleaner")


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

        :raises RunError: what another run made is there, or a summary or shards of which we do not know who made them.
        """
        shards, summary = self._shards(), self._summary()
        if summary is not None and summary.get("run") == terms:
            return summary if summary["files"] == len(shards) else None
        if summary is not None and summary.get("files") == 0 and not shards:
            return None  # another run's pages are files of their own, beside which others may stand
        if summary is None and (self.state.exists() or not shards):
            return None
        raise RunError(
            f"{self.out} holds what another run made, of other inputs or under other terms (--overwrite begins anew)"
        )

    def end(self, summary: Mapping[str, Any]) -> Mapping[str, Any]:
        """Leave a summary in the directory, with how many files of shards there are."""
        summary = {**summary, "files": len(self._shards())}
        if self.size is not None:
            with whole(self.out / _SUMMARY, Lines) as add:
                add(json.dumps(summary, indent=1))
        return summary

    def clear(self) -> None:
        """Take away what earlier runs left: shards, their summary, and how far one was.

        :raises RunError: shards or a summary are there that no run left, or a run is going on.
        :raises OutputError: they cannot be taken away.
        """
        shards, summary = self._shards(), self._summary()
        known = self.state.exists() if summary is None else "run" in summary
        if (shards or summary is not None) and not known:
            raise RunError(f"{self.out} holds shards or a {_SUMMARY} that no run of ours left: choose another folder")
        with held(self.state), reported(self.out):
            for shard in shards:
                shard.unlink()
            if summary is not None:
                (self.out / _SUMMARY).unlink()
            rmtree(self.state)

    def _summary(self) -> Mapping[str, Any] | None:
        """The summary that is there; one of nothing where it is none of ours."""
        if self.size is None:
            return None
        try:
            summary = json.loads((self.out / _SUMMARY).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            return {}
        return summary if isinstance(summary, dict) else {}

    def _shards(self) -> Sequence[Path]:
        if self.size is None:
            return []
        found = (path for folder in _FOLDERS for path in (self.out / folder).glob("part-*"))
        return sorted(path for path in found if is_shard(path, self.out))


def is_shard(path: Path, out: Path) -> bool:
    """May a run into the directory ``out`` write over this file?"""
    return path.parent in [out / folder for folder in _FOLDERS] and _SHARD.fullmatch(path.name) is not None
