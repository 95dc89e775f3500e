"""Characters and words counted for a whole page at once, against a person who reads them one by one."""

from __future__ import annotations

import unicodedata
from collections import Counter

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner.evidence.content import characters as chars
from cleaner.evidence.content.characters import characters

STOPS, COMMAS, BARS = ".!?…。！？．｡।؟۔։՞።፧។៕။", ",;:、，；：،؛፣", "|•·»›→←«‹▶►▸/\\¦"
KHMER_STOP = "។"
# What is written, and where it could go wrong: at every border of a range, in every plane, and where a text is broken.
ODD = (
    "aZß1 \n\t\u00a0\u2028ǅⅧ①٣๓€$฿_-(“”+=©^`\u0301\u200b\u00ad\ufeff\0\x7f\ud800\udfff\uffff\U00010000\U0001f6a2\U0001f600"
    "\U0001ffff\U00020000\U0002a6df\U0010ffff\u303f\u3040ぁー\u30ff\u3100\u33ff\u3400\u4dbf一\u9fff\ua000가\uf8ff\uf900\ufaff"
    "\ufb00ﾀ\uff65\uff66\uff9f\uffa0\u0dffกเ\u0effༀ\u0fff\u1000မ\u109fႠ\u177fក\u17ff᠀नावआ\u064bبЖжΩ"
    + STOPS
    + COMMAS
    + BARS
)
TEXTS = st.text(
    st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=()), st.sampled_from(" abc.")), min_size=1
)


def within(code: int, *ranges: tuple[int, int]) -> bool:
    return any(low <= code <= high for low, high in ranges)


def class_of(character: str) -> int:
    code, category = ord(character), unicodedata.category(character)
    if 0x20000 <= code < 0x40000:
        return chars.IDEOGRAPH
    if code >= 0x10000:
        return chars.SYMBOL
    named = {chars.STOP: character in STOPS, chars.COMMA: character in COMMAS, chars.BAR: character in BARS}
    questions = {
        **named,
        chars.LOWER: category == "Ll",
        chars.UPPER: (character.isupper() or character.istitle()) and category in ("Lu", "Lt"),
        chars.CURRENCY: category == "Sc",
        chars.DIGIT: character.isdecimal() or category in ("Nl", "No"),
        chars.SPACE: character.isspace(),
        chars.LETTER: character.isalpha() or category.startswith("M"),
        chars.PUNCTUATION: category.startswith("P"),
        chars.SYMBOL: category.startswith("S"),
    }
    found = next((found for found, answer in questions.items() if answer), chars.OTHER)
    if found == chars.LETTER and within(code, (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F)):
        return chars.IDEOGRAPH
    if found == chars.LETTER and within(code, (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF)):
        return chars.CLUSTER
    return found


def words_of(text: str) -> tuple[float, int]:
    """How many words, and how many of them begin with a capital."""
    words, capitals, inside = 0.0, 0, False
    for character in text:
        kind = class_of(character)
        word = kind in (chars.LOWER, chars.UPPER, chars.LETTER, chars.DIGIT)
        if word and not inside:
            words += 1
            capitals += kind == chars.UPPER
        words += {chars.IDEOGRAPH: 1 / 2, chars.CLUSTER: 1 / 5}.get(kind, 0)
        inside = word
    return words, capitals


@settings(deadline=None, max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=6))
@example([ODD])
@example(["\U00020000"])
@example(list(ODD))
def test_every_character_and_every_word_is_counted_for_its_text(texts: list[str]) -> None:
    found = characters(texts)
    assert found.counts.shape == (len(texts), 14)
    for place, text in enumerate(texts):
        classes = [class_of(character) for character in text]
        assert dict(enumerate(found.counts[place].tolist())) == {**dict.fromkeys(range(14), 0), **Counter(classes)}
        assert (found.first[place], found.last[place]) == (classes[0], classes[-1])
        words, capitals = words_of(text)
        assert found.words[place] == pytest.approx(words)
        assert found.capitals[place] == capitals


@settings(deadline=None, max_examples=50)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_what_stands_beside_a_text_does_not_matter(texts: list[str]) -> None:
    together = characters(texts)
    alone = [characters([text]) for text in texts]
    for field in chars.Characters._fields:
        assert np.array_equal(getattr(together, field), np.concatenate([getattr(each, field) for each in alone]))


def test_the_newline_between_texts_is_nobodys() -> None:
    assert characters(["a", "b", "c"]).counts[:, chars.SPACE].tolist() == [0, 0, 0]
    assert characters(["\n", "a\n", "\nb", "\n\n"]).counts[:, chars.SPACE].tolist() == [1, 1, 1, 2]
    assert characters(["fer", "ry"]).words.tolist() == [1, 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry leaves at nine.", 5),
        ("…!", 0),
        ("don't", 2),
        ("MP3 x264", 2),
        ("naïve", 1),
        ("nai\u0308ve", 1),
        ("Паром уходит в девять", 4),
        ("नाव नौ बजे चलती है।", 5),
        ("تغادر العبّارة في التاسعة،", 4),
        ("渡し船は九時に出る", 4.5),
        ("ferry渡船ferry", 3),
        ("เรือออกเก้าโมง", 2.8),
        ("페리는 아홉 시에 떠난다", 4),
        ("\U0001f6a2 \U0001f600", 0),
        ("\ud83d", 0),
    ],
)
def test_words_of_many_scripts(text: str, words: float) -> None:
    assert characters([text]).words[0] == pytest.approx(words)


@pytest.mark.parametrize("stop", STOPS)
def test_sentences_end_in_many_scripts(stop: str) -> None:
    assert characters([f"a{stop}"]).last[0] == chars.STOP


@pytest.mark.parametrize(("text", "capitals"), [("The Ferry leaves", 2), ("iPhone", 0), ("ÉCOLE Жук ǅ", 3), ("渡A", 1)])
def test_words_with_a_capital(text: str, capitals: int) -> None:
    assert characters([text]).capitals[0] == capitals


@pytest.mark.parametrize(("sign", "kind"), [(KHMER_STOP, chars.STOP), ("฿", chars.CURRENCY), ("៛", chars.CURRENCY)])
def test_signs_of_a_script_without_spaces_are_signs(sign: str, kind: int) -> None:
    assert characters([sign]).counts[0, kind] == 1


@pytest.mark.parametrize("text", ["\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e007f", "渡\U000e0100", "\U000f0001"])
def test_pictures_and_their_tags_are_no_words(text: str) -> None:
    assert characters([text]).words[0] == pytest.approx(0.5 * text.count("渡"))
