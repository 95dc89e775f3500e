"""Pages and texts set in junk, for models to learn from."""

from __future__ import annotations

from random import Random

from cleaner.train import wraps
from cleaner.train.diction import PARTS, of_wording
from cleaner.train.parts import part_of
from cleaner.train.shells import ANCHOR, as_page
from cleaner.train.wordings import wordings
from cleaner.train.wraps import in_junk, with_own_lines, with_own_sentences, with_spam

TEXT = "The bridge is closed.\n\nThe council closed it on Monday.\n\nIt reopens in May."


def test_the_same_chance_gives_the_same_text() -> None:
    for seed in range(8):
        one, other = (in_junk(TEXT, "a.org", "The bridge", None, Random(seed), "text") for _ in range(2))
        assert one == other


def test_some_junk_is_of_lines_that_models_without_the_group_have_not_seen() -> None:
    unseen = {line.text for line in wordings() if part_of(of_wording(line), PARTS) == part_of("a.org", PARTS)}
    wrapped = [in_junk(TEXT, "a.org", "The bridge", "en", Random(seed), "text") for seed in range(20)]
    of_lines = [wrap for wrap in wrapped if ".line:" in wrap.layout]
    assert 4 < len(of_lines) < 16
    alone = [line.text for wrap in of_lines for line in wrap.lines if line.text in unseen]
    assert len(alone) > len(of_lines)


def test_junk_stands_in_pages_too() -> None:
    page = as_page("The bridge", TEXT, Random(1))
    wrapped = [in_junk(page, "a.org", "The bridge", "en", Random(seed), "html") for seed in range(20)]
    assert 4 < sum(".line:" in wrap.layout for wrap in wrapped) < 16
    assert all(wrap.kind == "html" and "The council closed it on Monday." in wrap.page for wrap in wrapped)


LONG = f"{TEXT}\n\nThe council closed it on Monday. A lorry had damaged its parapet, and nobody was hurt. It reopens in May."


def test_sentences_are_set_between_those_of_a_paragraph() -> None:
    linked = 0
    for seed in range(40):
        text, [put_in] = with_spam(LONG, "The bridge", "a.org", "en", Random(seed))
        linked += ANCHOR[0] in text
        assert text.startswith(TEXT)
        paragraph = text.replace(ANCHOR[0], "").replace(ANCHOR[1], "").removeprefix(TEXT).strip()
        sentences = LONG.removeprefix(TEXT).strip()
        assert put_in.text in " ".join(paragraph.split())
        assert " ".join(" ".join(paragraph.split()).replace(put_in.text, "").split()) == sentences
    assert 10 < linked < 30


def test_an_authors_own_sentences_are_no_links() -> None:
    for seed in range(20):
        text = with_own_sentences(LONG, "The bridge", "a.org", "en", Random(seed))
        assert len(text) > len(LONG)
        assert ANCHOR[0] not in text


def test_own_lines_stand_behind_the_first_paragraph_and_some_are_lists() -> None:
    found = [with_own_lines(TEXT, "a.org", "en", Random(seed)) for seed in range(30)]
    assert all(text.startswith("The bridge is closed.\n\n") for text in found)
    assert any("\n• " in text for text in found)
    own = {line.text for line in wordings() if line.family is None and line.language == "en"}
    added = [line for line in found[0].replace("\n\n", "\n").split("\n") if line not in TEXT]
    assert added
    assert all(any(text in line for text in own) for line in added)


def test_every_language_has_lines_in_every_part() -> None:
    for part in range(PARTS):
        for language in ("en", "ja"):
            assert len(wraps._lines(part, language)) == 10
