"""Where a text is cut into sentences."""

from __future__ import annotations

import pytest

from cleaner.evidence.text import sentences

REST = "Danke für Ihre Geduld mit uns."


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Beiträge werden in einer 2. Stufe von den Lesern selbst geprüft. ",
        "Das Paket wird Ihnen dann per Mail bzw. Download zur Verfügung gestellt. ",
        "He had lived with Dr. Watson in a street that is long. ",
        "Das gilt schon lange z. B. für alle Kinder und deren Eltern hier. ",
        "Eser daha geniş bir konuyu, bkz. Bölüm dört, ele alıyor ve bitiriyor. ",
    ],
)
def test_what_is_written_short_ends_no_sentence(sentence: str) -> None:
    text = sentence + REST
    assert [text[start:end] for start, end in sentences(text)] == [sentence, REST]


@pytest.mark.parametrize("sentence", ["It all ended for them in 1912. ", "So it was with the whole club. "])
def test_other_words_and_numbers_do(sentence: str) -> None:
    text = sentence + REST
    assert [text[start:end] for start, end in sentences(text)] == [sentence, REST]


def test_a_stop_at_the_start_ends_nothing() -> None:
    assert sentences(f". {REST}") == ((0, len(REST) + 2),)
