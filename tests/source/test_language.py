"""Which language a text is in, and that little text says nothing."""

from __future__ import annotations

import pytest

from cleaner.source.language import detect_language, languages_of_parts

ENGLISH = (
    "When the ferry came in on Thursday the harbour master was not at his desk, and nobody had thought to "
    "open the gate. The passengers waited on the quay with their bags around them, looking up at the clock, "
    "which had stopped at ten past four some years ago and which nobody had found the money to repair. "
)
GERMAN = (
    "Als die Fähre am Donnerstag anlegte, saß der Hafenmeister nicht am Schreibtisch, und niemand hatte "
    "daran gedacht, das Tor zu öffnen. Die Fahrgäste warteten mit ihren Koffern am Kai und sahen zur Uhr am "
    "Turm hinauf, die vor Jahren um zehn nach vier stehen geblieben war und die niemand reparieren wollte. "
)


def test_detects() -> None:
    assert detect_language(ENGLISH * 2) == "en"
    assert detect_language(GERMAN * 2) == "de"
    assert detect_language("港务长不在办公室，也没有人想到要去打开大门。" * 20) == "zh"


@pytest.mark.parametrize("text", ["", "Bees", "1 2 3 " * 200, ENGLISH[:200]])
def test_too_little_says_nothing(text: str) -> None:
    assert detect_language(text) is None


def test_each_part_of_a_text_has_its_language() -> None:
    assert languages_of_parts(ENGLISH[:210] + GERMAN[:210]) == ["en", "de"]
    assert languages_of_parts("Bees") == []
