"""What families of rules gain: each page decided again without them."""

from __future__ import annotations

import pytest

from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.families import EVERY, gains
from cleaner.pipeline import Cleaner
from cleaner.policy import Policy
from tests.evaluate.pages import FERRY, REFERENCE

PROMPT = "<p>Skip to content</p>"
PAGE = f"<article>{PROMPT}{''.join(f'<p>{text}</p>' for text in FERRY)}</article>"


def test_a_family_gains_what_is_worse_without_it() -> None:
    pages = [
        LabelledPage("a", PAGE.encode(), kind="article", reference=REFERENCE),
        LabelledPage("b", PAGE.encode(), kind="forum", reference=f"Skip to content {REFERENCE}"),
        LabelledPage("c", b"%PDF-1.4\n", kind="forum", reference="x"),
        LabelledPage("d", PAGE.encode()),
    ]
    # The line model would take the prompt as well.
    found = {gain.family: gain for gain in gains(pages, Cleaner(Policy(rules={"content.lines": False})))}
    chrome = found["chrome"]
    assert (chrome.better, chrome.worse) == (1, 1)
    assert chrome.kinds["article"] > 0 > chrome.kinds["forum"]
    assert chrome.f1 == pytest.approx((chrome.kinds["article"] + chrome.kinds["forum"]) / 2)
    assert chrome.precision > 0 > chrome.recall
    assert found[EVERY] == chrome.__class__(**{**{f: getattr(chrome, f) for f in chrome.__slots__}, "family": EVERY})
    assert found["seo"].f1 == 0


def test_no_pages_gain_nothing() -> None:
    assert gains([], Cleaner()) == ()


def test_single_rules_of_a_policy_are_off_with_their_family() -> None:
    # `balanced` says "keep" of promo.disclosure, and that is more than what is said of promo.
    text = "This post contains affiliate links, and we may earn a commission if you buy through them."
    page = LabelledPage("a", f"<article><p>{text}</p>{PAGE}</article>".encode(), kind="article", reference=text)
    assert {gain.family for gain in gains([page], Cleaner("recall"))} >= {"promo", EVERY}
