"""Pages that were written one by one: which there are, and what fills their slots."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from cleaner.source.html import segment
from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.wrapped import LANGUAGES
from cleaner.train.junkpages.written import GENERATORS, Written, honest
from cleaner.verdict.junk.sorts import LABELS


def test_every_page_has_its_generator() -> None:
    """Fourteen, forty-two or, of what is hardest, eighty-four of a kind by each writer, in generators of fourteen."""
    assert {label for generator in GENERATORS for label in generator.labels} <= set(LABELS)
    pages = Counter((each.name.partition("/")[0], each.labels) for each in GENERATORS)
    assert set(pages.values()) == {1, 3, 6}
    assert all(
        len(generator.languages) == 14 and set(generator.languages) == set(LANGUAGES) for generator in GENERATORS
    )


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda generator: generator.name)
def test_slots_are_filled(generator: Generator) -> None:
    for language in LANGUAGES:
        page = generator.make(Random(7), language)
        assert not re.search(r"\{\{\w+\}\}", page), page
        segment(page)


def test_honest_ones_are_other_pages_in_every_language() -> None:
    pages = list(honest())
    assert {page.language for page in pages} == set(LANGUAGES)
    assert len({page.text for page in pages}) == len(pages)


def test_a_slot_has_one_value_all_over_a_page() -> None:
    filled = Written("one", "parked", "en", "{{domain}} {{domain}} {{ip}} {{year}}").filled(Random(1))
    first, again, ip, year = filled.split()
    assert first == again
    assert len(ip.split(".")) == 4
    assert 2000 < int(year) < 2030
