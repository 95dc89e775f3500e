"""What made a record: names, versions and digests, so that two records can be told to be of one making."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from cleaner.evidence.content.model import digest
from cleaner.evidence.rules import ALL
from cleaner.policy import Policy
from cleaner.verdict.junk import LABEL_RULES
from cleaner.verdict.junk.scorecard import scorecards_file

# The libraries whose behaviour shows in a record.
_LIBRARIES = ("numpy", "trafilatura", "htmldate", "lxml", "turbohtml", "phonenumbers", "faker")


def producer(policy: Policy) -> Mapping[str, Any]:
    """The ``producer`` of a record made under this policy."""
    model = None if policy.engine == "trafilatura" else digest(policy.model)[:16]
    return {**_made(policy.scorecards), "policy": f"{policy.name}@{policy.digest}", "model": model}


@cache
def _made(scorecards: str | None) -> Mapping[str, Any]:
    rules = hashlib.sha256(scorecards_file(scorecards).read_bytes())
    for label in LABEL_RULES:
        rules.update(repr((label.id, label.documentation)).encode())
    for rule in ALL:
        rules.update(
            repr((rule.id, rule.effect.value, rule.weight, rule.documentation, rule.hits, rule.misses)).encode()
        )
    folder = Path(str(files("cleaner")))
    for room, kinds in (
        ("evidence", ("*.toml", "states.npz")),
        ("verdict", ("*.toml", "fluency.npz", "likeness.npz")),
    ):  # their phrases and words are data
        for data in sorted((path for kind in kinds for path in (folder / room).rglob(kind)), key=Path.as_posix):
            rules.update(data.read_bytes())
    return {
        "name": "cleaner",
        "version": version("cleaner"),
        "policy": None,
        "rules": rules.hexdigest()[:16],
        "model": None,
        "libraries": {name: version(name) for name in _LIBRARIES},
    }
