"""Pages wrapped in junk: what is left of it, by which rules it went, and what was lost."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

from cleaner.evaluate import metamorphic
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.junk import Line, Wrapped
from cleaner.evaluate.metamorphic import Trial, resistance, trials
from cleaner.evaluate.systems import Extracted, System
from cleaner.pipeline import Cleaner
from tests.examples import ARTICLE

LONG = [paragraph for _ in range(3) for paragraph in ARTICLE]
PAGE = "<title>The ferry</title><article>" + "".join(f"<p>{n}. {p}</p>" for n, p in enumerate(LONG)) + "</article>"
KNOWN = Line("Skip to content", ("chrome",))
ASTRAY = Line("Skip to navigation", ("promo", "seo"))
LEFT = Line("Mills stood here once, before anyone came.", ("machine",))


def wrap(page: str, **_: object) -> Wrapped:
    """A page with one line that a rule removes, one that one of another family removes, and one that is left."""
    lines = (KNOWN, ASTRAY, LEFT)
    put = "".join(f"<p>{line.text}</p>" for line in lines)
    return Wrapped(
        page.replace("</article>", f"{put}</article>").replace("<p>3.", "<p hidden>3."), lines, "html", "", "en"
    )


def run(*peers: System) -> list[Trial]:
    pages = [
        LabelledPage("a", PAGE.encode()),
        LabelledPage("short", b"<p>The ferry.</p>"),
        LabelledPage("pdf", b"%PDF-1.4\n"),
    ]
    with patch.object(metamorphic, "wrap_html", wrap):
        return list(trials(pages, Cleaner(), peers, forms=["html"]))


def test_a_trial_tells_what_is_left_what_went_astray_and_what_was_lost() -> None:
    (trial,) = run()
    assert trial.left == (LEFT,)
    assert [(line, rules) for line, rules in trial.astray] == [(ASTRAY, ("chrome.skip-link",))]
    assert trial.lost == len(LONG[3].split()) + 1
    assert trial.losses == (f"3. {LONG[3]}",)


def test_peers_are_measured_on_the_same_page() -> None:
    def everything(page: LabelledPage) -> Extracted:
        return Extracted(page.payload.decode())

    def nothing(page: LabelledPage) -> Extracted:
        raise RuntimeError("no")

    (trial,) = run(System("all", "1", everything), System("none", "1", nothing))
    assert trial.peers == {"all": 3, "none": 0}


def test_trials_are_added_up_by_form_and_family() -> None:
    (trial,) = run()
    other = replace(trial, left=(), astray=(), lost=0)
    total, *families = resistance([trial, other])
    assert (total.form, total.family, total.pages, total.pure) == ("html", None, 2, 1)
    assert (total.lines, total.left, total.astray, total.lost) == (6, 1, 1, trial.lost)
    assert [(of.family, of.lines, of.left, of.astray) for of in families] == [
        ("chrome", 2, 0, 0), ("machine", 2, 1, 0), ("promo", 2, 0, 1),
    ]  # fmt: skip


def test_the_same_seed_makes_the_same_trials() -> None:
    pages = [LabelledPage("a", PAGE.encode())]
    first, again, other = (list(trials(pages, Cleaner(), seed=seed)) for seed in (0, 0, 1))
    assert first == again != other
    assert {trial.form for trial in first} == {"html", "text"}
