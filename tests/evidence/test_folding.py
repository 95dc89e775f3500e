"""Words folded, and texts one below the other."""

from __future__ import annotations

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from cleaner.evidence.text import below, folded

ASCII = st.text(string.printable + "\0\x1c\x1f")


@given(ASCII)
def test_ascii_is_folded_to_its_words_as_all_text_is(text: str) -> None:
    assert folded(text) == " ".join(re.findall(r"[^\W_]+", text)).lower()
    assert folded(f"{text} é") == f"{folded(text)} é".strip()


def test_case_punctuation_width_and_white_space_are_folded_away() -> None:
    assert folded("  The Mill’s\u00a0END — (ＡＢＣ) ") == folded("the mill s end abc") == "the mill s end abc"
    assert folded("STRASSE") == folded("Straße")


@given(st.lists(st.text("ab\n")))
def test_texts_stand_where_they_are_said_to(texts: list[str]) -> None:
    text, starts = below(texts)
    assert [text[start : start + len(each)] for start, each in zip(starts, texts, strict=False)] == texts
    assert len(starts) == len(texts) + 1
    assert starts[-1] == (len(text) + 1 if texts else 0)
