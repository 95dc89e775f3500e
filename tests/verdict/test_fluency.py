"""Whether words and letters follow one another as they do in honest texts."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from cleaner.errors import ModelError
from cleaner.train.articles import articles
from cleaner.train.fluency import fit_fluency
from cleaner.verdict.junk import measured_of_text
from cleaner.verdict.junk.fluency import ASKED, LANGUAGES, load_fluency, save_fluency
from cleaner.verdict.junk.text import Text


def measured(lines: list[str]) -> dict[str, float | None]:
    return dict(measured_of_text(Text(lines)))


def long_text(language: str) -> list[str]:
    """The lines of the three longest of the ordinary articles, which come first: Turkish says little of its order in one."""
    texts = sorted((each.text for each in [each for each in articles() if each.language == language][:22]), key=len)
    return "\n".join(texts[-3:]).splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_any_order_and_letters_in_any_order_are_told_from_the_article(language: str) -> None:
    lines = long_text(language)
    words = " ".join(lines).split()
    Random(1).shuffle(words)
    shuffled = [" ".join(words[start : start + 20]) + "." for start in range(0, len(words), 20)]
    lettered = [" ".join("".join(Random(2).sample(word, len(word))) for word in line.split()) for line in lines]
    honest, mixed, odd = measured(lines), measured(shuffled), measured(lettered)
    assert honest["disorder"] is not None and mixed["disorder"] is not None
    assert honest["disorder"] < -0.1 < mixed["disorder"] + 0.1
    assert honest["strange-letters"] is not None and odd["strange-letters"] is not None
    assert honest["strange-letters"] < 0.2 < odd["strange-letters"]


def test_a_text_of_many_languages_is_in_many_tongues() -> None:
    parts = [" ".join(long_text(language))[:205] for language in ("de", "en", "es", "fr")]
    assert measured([" ".join(parts)])["tongues"] == 0.75
    assert measured(long_text("de"))["tongues"] == 0


def test_a_language_that_was_not_learned_has_no_strange_letters() -> None:
    hungarian = (
        "A révész hajnalban indult el a folyón, és senki sem várta a túlsó parton, mert az öreg harangozó még aludt. "
        "A kapitány tizenegy éve járja ezt az utat, és azt mondta, hogy a ködben nem látta a hajó orrát. "
    )
    assert measured([hungarian * 4])["strange-letters"] is None
    assert measured([hungarian * 4])["disorder"] is None


def test_a_few_words_say_nothing_of_their_order() -> None:
    assert measured(["The ferry is late."])["disorder"] is None
    assert measured(["The ferry is late."])["strange-letters"] is None
    assert measured(["The ferry is late."])["tongues"] is None


def test_what_is_counted_is_written_as_it_is_read_and_asked_in_place_of_the_packages(tmp_path: Path) -> None:
    file = tmp_path / "fluency.npz"
    names, weights = fit_fluency([each for each in articles() if each.language == "nl"])
    save_fluency(names, weights, file)
    read = load_fluency(file)
    assert read.weights.shape == (len(names), len(LANGUAGES))
    assert read.weights[read.rows["een"]].tolist() == [float(name == "nl") for name in LANGUAGES]
    pair = next(name for name in names if "\t" in name)
    assert read.weights[read.rows[pair], LANGUAGES.index("nl")] != 0
    german = long_text("de")
    before = measured(german)["strange-letters"]
    with ASKED.of(file):
        during = measured(german)["strange-letters"]
    assert before is not None and during is not None and before < during


def test_the_counts_beside_somebodys_scorecards_are_asked_and_the_packages_where_there_are_none(tmp_path: Path) -> None:
    with ASKED.beside(str(tmp_path / "scorecards.json")):
        assert ASKED.path is None
    (tmp_path / "fluency.npz").write_bytes(b"no counts")
    with ASKED.beside(str(tmp_path / "scorecards.json")):
        assert ASKED.path == tmp_path / "fluency.npz"
        with pytest.raises(ModelError, match="fluency"):
            load_fluency(ASKED.path)
    assert ASKED.path is None
