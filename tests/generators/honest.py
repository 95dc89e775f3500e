"""Honest boxes: pages with personal particulars on them that nobody made up to deceive.

Written for the purpose of being mistaken for a content farm's profile. None may be called fabricated. On
the pages whose ``body`` holds the particulars, they are what the page is about, and must stay in its text.
"""

from __future__ import annotations

from typing import Final

from .boxes import abroad, authors, careers, fakedata, fandom, notices, series
from .boxes.markup import HonestBox

__all__ = ["HONEST", "HonestBox"]

HONEST: Final[tuple[HonestBox, ...]] = (
    *authors.BOXES,
    *careers.BOXES,
    *fandom.BOXES,
    *notices.BOXES,
    *fakedata.BOXES,
    *abroad.BOXES,
    *series.BOXES,
)
