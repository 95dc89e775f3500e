"""What tests of opinions share."""

from __future__ import annotations

import pytest

from cleaner import pipeline
from cleaner.evidence import opinions, witness
from cleaner.evidence.content import opinion as opinion_module
from tests.evidence.stubs import Stub, lines_stub


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    made = Stub()
    monkeypatch.setattr(opinion_module, "opinion", made.model)
    monkeypatch.setattr(witness, "returned", made.trafilatura)
    monkeypatch.setattr(pipeline, "load_model", lambda path: None)
    monkeypatch.setattr(opinions, "_SMALL", 0)  # these pages shall stand for larger ones
    lines_stub(monkeypatch, lambda text: made.own.get(text, 1.0))
    return made
