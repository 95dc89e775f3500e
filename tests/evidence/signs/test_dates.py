"""Dates are read as twelve languages print them."""

from __future__ import annotations

import pytest

from cleaner.evidence.signs.dates import dates


@pytest.mark.parametrize(
    ("text", "iso", "said"),
    [
        ("Last updated: 11 August 2025, 12:25", "2025-08-11", "11 August 2025, 12:25"),
        ("Updated April 6, 2025 at 17:58", "2025-04-06", "April 6, 2025 at 17:58"),
        ("Am 3. März 2024, 12:04 Uhr", "2024-03-03", "Am 3. März 2024, 12:04 Uhr"),
        ("Publié le 3 mars 2024 à 12h04", "2024-03-03", "le 3 mars 2024 à 12h04"),
        ("3 de marzo de 2024", "2024-03-03", "3 de marzo de 2024"),
        ("Pubblicato il 3 marzo 2024", "2024-03-03", "il 3 marzo 2024"),
        ("Obnovleno: 3 марта 2024 года", "2024-03-03", "3 марта 2024 года"),
        ("3 marca 2024 r.", "2024-03-03", "3 marca 2024 r."),
        ("5 Mart 2024 Salı", "2024-03-05", "5 Mart 2024 Salı"),
        ("发布时间：2024年3月5日 10:30", "2024-03-05", "2024年3月5日 10:30"),
        ("Thursday, 1 December 2011", "2011-12-01", "Thursday, 1 December 2011"),
        ("2024-03-05T10:22:00Z", "2024-03-05", "2024-03-05T10:22:00Z"),
        ("12/31/2024", "2024-12-31", "12/31/2024"),
        ("3/4/2024", "", "3/4/2024"),  # March or April
    ],
)
def test_a_date_is_found_with_its_hour(text: str, iso: str, said: str) -> None:
    ((span, found),) = dates(text)
    assert (found, text[slice(*span)]) == (iso, said)


@pytest.mark.parametrize("text", ["31.02.2024", "May", "in March", "12:30", "version 2024.13.40", "1 of 12"])
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []
