"""Every sample gives what is expected of it (see samples/README.md)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cleaner.model import Verdict
from cleaner.pipeline import Cleaned, clean

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((SAMPLES / "expected.toml").read_text("utf-8"))


def _cleaned(name: str) -> Cleaned:
    path = SAMPLES / EXPECTED[name]["file"]
    return clean(path.read_bytes(), uri=path.name)


def _without(text: str, optional: list[str]) -> str:
    lines = [line for line in text.splitlines() if line.strip() not in optional]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


@pytest.mark.parametrize("name", EXPECTED)
def test_text(name: str) -> None:
    expected = (SAMPLES / "expected" / f"{name}.txt").read_text("utf-8").strip()
    optional = EXPECTED[name].get("optional", [])
    assert _without(_cleaned(name).text, optional) == _without(expected, optional)


@pytest.mark.parametrize("name", EXPECTED)
def test_removed_by_the_right_family(name: str) -> None:
    result = _cleaned(name)
    removed = [(result.blocks[d.block].text[slice(*d.range)], d.rules) for d in result.removed]
    for junk in EXPECTED[name].get("must_remove", []):
        assert junk["text"] not in result.text
        rules = {rule for text, rules in removed if junk["text"] in text or text in junk["text"] for rule in rules}
        family = junk.get("family")
        if family:
            also = ("content.",) if family in ("chrome", "comments") else ()
            assert any(rule.startswith((f"{family}.", *also)) for rule in rules), (junk, rules)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_said_of_it(name: str) -> None:
    expected = EXPECTED[name]
    result = _cleaned(name)
    assert (result.status, result.reason) == (expected["status"], expected.get("reason"))
    assert result.title == expected.get("title")
    if "title_verdict" in expected:
        assert {c.verdict for c in result.claims if c.field == "title"} == {expected["title_verdict"]}
    if "author" not in expected.get("unasserted", []):
        assert result.author == expected.get("author")
    assert any(c.verdict is Verdict.FABRICATED for c in result.claims) == expected["fabricated"]


@pytest.mark.parametrize("name", EXPECTED)
def test_its_junk_score(name: str) -> None:
    expected, result = EXPECTED[name], _cleaned(name)
    low, high = {"high": (0.9, 1), "above 0.5": (0.5, 1), "low": (0, 0.5)}[expected["junk"]]
    assert low <= result.junk.score <= high
