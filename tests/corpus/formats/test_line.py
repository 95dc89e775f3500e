"""Lines of JSON for readers that know no lone surrogates."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cleaner.corpus.formats.format import line

# Much of what an escape is made of, so that it comes about by chance.
TEXTS = st.text(st.sampled_from('\\\\ud8dDcf0"\n\ud800\udfff\udbff\udc00\u2028\ufffd\U0001f600é')) | st.text(
    st.characters(codec=None)
)


def scalar(value: Any) -> Any:
    """The same with U+FFFD for each surrogate, done on the text itself."""
    if isinstance(value, dict):
        return {scalar(key): scalar(each) for key, each in value.items()}
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in value)


@given(st.dictionaries(TEXTS, TEXTS | st.dictionaries(TEXTS, TEXTS, max_size=2), max_size=3))
def test_surrogates_are_replaced_and_nothing_else(values: dict[str, Any]) -> None:
    made = line(values)
    assert made.splitlines() in ([made], [])
    assert json.loads(made) == scalar(values)
    assert "\\ud8" not in made.replace("\\\\", "")


def test_examples() -> None:
    assert line({"a": "\ud83d"}) == '{"a":"\ufffd"}'
    assert line({"a": "\\ud83d"}) == '{"a":"\\\\ud83d"}'
    assert line({"a": "\\\udfff"}) == '{"a":"\\\\\ufffd"}'
    assert line({"a": "\u2028\ud83d"}) == '{"a":"\\u2028\ufffd"}'
