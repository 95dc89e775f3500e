"""Who is asked for an opinion of a page, and what is made of the answers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from cleaner import pipeline
from cleaner.cleaned import Cleaned
from cleaner.evidence import opinions
from cleaner.evidence.content.select import settle, sigmoid
from cleaner.model import Effect, Engine, Finding
from cleaner.policy import Policy
from cleaner.source.decode import decode
from cleaner.source.html import segment
from cleaner.source.metadata import declared_in_head
from tests.evidence.stubs import PAGE, STORY, Stub

BLOCKS = [0, 1, 3, 4]  # those that a reader sees
DEEP = "<div>" * 300 + PAGE  # trafilatura is not asked about such a page
SURE, DOUBTFUL, HOPELESS = [-4.0, 3, 4, 2], [-1.0, -0.5, 0, -0.25], [-5.0, -4, -4.5, -6]
UNSURE = opinions._UNSURE - 0.001


def test_on_a_very_small_page_running_text_counts_for_itself(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    stub.odds, stub.returned = HOPELESS, [False] * 4
    monkeypatch.setattr(opinions, "_SMALL", 5)
    result = pipeline.clean(PAGE, kind="html")
    assert result.text == "\n\n".join(STORY)
    assert {f.block for f in result.findings if f.rule == "content.density"} == {1, 3, 4}


def thought(page: str = PAGE, engine: Engine = "auto", path: str | None = None) -> tuple[Finding, ...]:
    decoded = decode(page, kind="html")
    return opinions.opinions(decoded, segment(page), {}, (), declared_in_head(decoded), engine, path).findings


def weights(found: Sequence[Finding], rule: str = "content.model") -> dict[int | None, float]:
    named = [finding for finding in found if finding.rule == rule]
    assert all((finding.effect, finding.range) == (Effect.OPINION, None) for finding in named)
    assert len({finding.block for finding in named}) == len(named)
    return {finding.block: finding.weight for finding in named}


def added(found: Sequence[Finding]) -> list[float]:
    """What all opinions of each visible block add up to."""
    model, second = weights(found), weights(found, "content.trafilatura")
    assert list(model) == BLOCKS
    return [weight + second.get(block, 0) for block, weight in model.items()]


def kinds(found: Sequence[Finding]) -> list[tuple[str, float]]:
    [note] = [finding for finding in found if finding.rule == "content.kind"]
    assert (note.block, note.range, note.effect, note.weight) == (None, None, Effect.NOTE, 0)
    return [(name, float(value)) for name, _, value in (each.partition("=") for each in note.evidence)]


def cleaned(page: str = PAGE, engine: Engine = "auto") -> Cleaned:
    return pipeline.clean(page, kind="html", policy=Policy(engine=engine))


# --- who is asked -----------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ["auto", "model"])
def test_of_a_page_that_it_is_sure_of_the_model_alone_is_asked(stub: Stub, engine: Engine) -> None:
    stub.odds = SURE
    found = thought(engine=engine, path="mine.npz")
    assert stub.heard == [("model", "mine.npz")]
    assert {finding.rule for finding in found} == {"content.model", "content.kind"}
    assert cleaned(engine=engine).engine == "model"


def test_of_a_page_that_it_is_unsure_of_trafilatura_is_asked_too(stub: Stub) -> None:
    stub.odds, stub.f1, stub.returned = DOUBTFUL, UNSURE, (False, True, True, False)
    found = thought()
    assert stub.heard == [("model", None), ("trafilatura", None)]
    second = weights(found, "content.trafilatura")
    assert list(second) == BLOCKS
    assert second[0] == second[4] < 0 < second[1] == second[3]
    assert cleaned().engine == "both"


def test_the_model_by_itself_is_never_seconded(stub: Stub) -> None:
    stub.odds, stub.f1 = DOUBTFUL, UNSURE
    assert {finding.rule for finding in thought(engine="model")} == {"content.model", "content.kind"}
    assert stub.heard == [("model", None)]


@pytest.mark.parametrize("above", [-0.01, 0.0, 0.01])
def test_the_second_opinion_is_asked_for_below_the_threshold(stub: Stub, above: float) -> None:
    stub.odds, stub.returned = SURE, (True,) * 4
    stub.f1 = opinions._UNSURE + above
    thought()
    assert [name for name, _ in stub.heard] == ["model", "trafilatura"][: 1 + (above < 0)]


@pytest.mark.parametrize("odds", [SURE, DOUBTFUL, HOPELESS])
def test_trafilatura_is_never_asked_about_a_page_that_is_not_safe(stub: Stub, odds: list[float]) -> None:
    stub.odds, stub.f1 = odds, UNSURE
    assert weights(thought(DEEP), "content.trafilatura") == {}
    assert stub.heard == [("model", None)]
    result = cleaned(DEEP)
    assert result.engine == "model"
    assert "witness-skipped" in result.warnings


def test_trafilatura_by_itself(stub: Stub) -> None:
    stub.returned = (False, True, True, True)
    found = thought(engine="trafilatura")
    assert [finding.block for finding in found] == BLOCKS
    assert {finding.rule for finding in found} == {"content.trafilatura"}
    assert stub.heard == [("trafilatura", None)]
    assert {finding.rule for finding in thought(DEEP, "trafilatura")} == {"content.density"}
    assert stub.heard == [("trafilatura", None)]  # and not once more


@pytest.mark.parametrize("engine", ["auto", "model", "trafilatura"])
@pytest.mark.parametrize("page", ["", "<p hidden>a</p>"])
def test_where_nothing_is_seen_nobody_is_asked(stub: Stub, page: str, engine: Engine) -> None:
    assert thought(page, engine) == ()
    assert "model" not in dict(stub.heard)


# --- what is made of it -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "odds", [SURE, DOUBTFUL, [0.0] * 4, [-1.0, -0.9, -0.9, -1.1], [6.0, 6, -6, 6], [-6.0, 1, -6, -6]]
)
@pytest.mark.parametrize("returned", [(True,) * 4, (False,) * 4, (False, True, True, False)])
@pytest.mark.parametrize("engine", ["auto", "model"])
def test_opinions_add_up_to_log_odds_against_the_cut(
    stub: Stub, odds: list[float], returned: tuple[bool, ...], engine: Engine
) -> None:
    stub.odds, stub.f1, stub.returned = odds, UNSURE, returned
    found = thought(engine=engine)
    assert [name for name, _ in stub.heard] == ["model", "trafilatura"][: 1 + (engine == "auto")]
    votes = np.array([weights(found, "content.trafilatura").get(block, 0) for block in BLOCKS])
    whole = np.array(odds) + votes
    words = np.array([2.0, 20, 20, 17])
    choice = settle(sigmoid(whole), words)
    sums = np.array(added(found))
    assert ((sums > 0) == choice.chosen).all()
    assert sums == pytest.approx(whole - choice.cut, abs=0.02)


def test_a_vote_counts_for_what_it_is_worth(stub: Stub) -> None:
    stub.odds, stub.f1, stub.returned = DOUBTFUL, UNSURE, (True, True, True, False)
    votes = set(weights(thought(), "content.trafilatura").values())
    assert votes == {opinions._RETURNED, opinions._LEFT_OUT}
    assert opinions._RETURNED > 0 > opinions._LEFT_OUT


def test_the_second_opinion_can_turn_the_first(stub: Stub) -> None:
    stub.odds, stub.f1, stub.returned = [-1.2, -0.8, -0.6, -0.7], UNSURE, (False, True, True, True)
    assert [weight > 0 for weight in added(thought(engine="model"))] == [True] * 4
    assert [weight > 0 for weight in added(thought())] == [False, True, True, True]
    assert cleaned().text == "\n\n".join(STORY)


def test_what_is_kept_is_what_was_chosen(stub: Stub) -> None:
    stub.odds = [-4, 3, 4, -3]
    result = cleaned()
    assert result.text == "\n\n".join(STORY[:2])
    kept = {decision.block: decision.kept for decision in result.decisions}
    assert kept == {0: False, 1: True, 2: False, 3: True, 4: False}


def test_kinds_are_noted_in_their_order(stub: Stub) -> None:
    stub.odds = SURE
    stub.kinds = {"article": 0.2, "forum": 0.7, "listing": 0.0996, "product": 0.0004}
    found = thought()
    assert kinds(found) == [("forum", 0.7), ("article", 0.2), ("listing", 0.1)]
    assert cleaned().to_record()["kind"] == {"label": "forum", "probability": 0.7}


# --- a few blocks between --------------------------------------------------------------------------

FACT = "<p>The bell of the ferry.</p>"
LINK = "<p><a href=/x>The bells of the harbour</a></p>"


def enclosed(stub: Stub, page: str, taken: str) -> str:
    """What stays of a page: "x" is what the model would take; what else stays is "o"."""
    stub.odds = [4.0 if model == "x" else -4.0 for model in taken]
    found = [finding for finding in thought(f"<main>{page}</main>", "model") if finding.block is not None]
    assert [finding.block for finding in found] == list(range(len(taken)))
    assert {finding.rule for finding in found} <= {"content.model", "content.enclosed"}
    kept = "".join("-xo"[(finding.weight > 0) + (finding.rule == "content.enclosed")] for finding in found)
    assert cleaned(f"<main>{page}</main>", "model").text.count("bell") == len(kept.replace("-", ""))
    return kept


@pytest.mark.parametrize("taken", ["x-x-", "-x--x", "x-xx--x", "xxx", "x--"])
def test_a_few_blocks_between_chosen_ones_of_their_container_stay(stub: Stub, taken: str) -> None:
    first, last = taken.index("x"), taken.rindex("x")
    assert enclosed(stub, FACT * len(taken), taken) == "".join(
        "o" if first < place < last and model == "-" else model for place, model in enumerate(taken)
    )


def test_each_may_have_a_wrapper_of_its_own(stub: Stub) -> None:
    assert enclosed(stub, f"<div>{FACT}</div>" * 3, "x-x") == "xox"


def test_many_blocks_are_another_thing(stub: Stub) -> None:
    taken = f"{'x' * 9}{'-' * 30}x"
    assert enclosed(stub, FACT * len(taken), taken) == taken


def test_links_and_other_containers_are_another_thing(stub: Stub) -> None:
    assert enclosed(stub, FACT + LINK + FACT, "x-x") == "x-x"
    assert enclosed(stub, f"{FACT}<div><div>{FACT}</div></div>{FACT}", "x-x") == "x-x"


# --- a page without content -------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ["auto", "model"])
@pytest.mark.parametrize("page", [PAGE, DEEP])
def test_a_page_of_which_nothing_is_likely_content_keeps_nothing(stub: Stub, engine: Engine, page: str) -> None:
    stub.odds, stub.returned = HOPELESS, (False,) * 4
    found = thought(page, engine)
    assert max(added(found)) <= -1  # and no weak sign lifts it
    [(label, probability), *others] = kinds(found)
    assert label == "none"
    assert probability > 0.5
    assert [name for name, _ in others] == ["article", "forum"]
    assert probability + sum(each for _, each in others) == pytest.approx(1, abs=0.002)
    result = cleaned(page, engine)
    assert result.text == ""
    record = result.to_record()
    assert record["status"] == "empty"
    assert record["kind"]["label"] == "none"


def test_a_page_with_some_content_is_of_some_kind(stub: Stub) -> None:
    stub.odds = SURE
    assert kinds(thought()) == [("article", 0.75), ("forum", 0.25)]


def test_trafilatura_may_find_what_the_model_would_not_have(stub: Stub) -> None:
    stub.odds, stub.returned = [-2.6, -2.6, -2.6, -2.6], (False, True, True, True)
    assert max(added(thought(engine="model"))) < 0
    assert [weight > 0 for weight in added(thought())] == [False, True, True, True]
