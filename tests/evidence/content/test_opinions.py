"""Who is asked for an opinion of a page, and what is made of the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from cleaner import pipeline
from cleaner.cleaned import Cleaned
from cleaner.evidence import opinions, witness
from cleaner.evidence.content import opinion as opinion_module
from cleaner.evidence.content.opinion import Opinion
from cleaner.evidence.content.select import choose, settle, sigmoid
from cleaner.evidence.lines.features import Lines
from cleaner.evidence.phrases import Found
from cleaner.model import Block, Effect, Engine, Finding, Page, Tree
from cleaner.pipeline import Cleaner
from cleaner.policy import Policy
from cleaner.source.decode import decode
from cleaner.source.html import segment
from cleaner.source.metadata import RawClaim, declared_in_head

STORY = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop, and in a report of forty pages nobody knew.",
    "The report will be read again in the autumn, when the figures for the summer are in.",
)
PAGE = (
    "<html><body><div><a href=/>The harbour</a></div>"
    f"<p>{STORY[0]}</p><p hidden>Unseen words</p><div><div><p>{STORY[1]}</p></div></div><p>{STORY[2]}</p></body></html>"
)
BLOCKS = [0, 1, 3, 4]  # those that a reader sees
DEEP = "<div>" * 300 + PAGE  # trafilatura is not asked about such a page
SURE, DOUBTFUL, HOPELESS = [-4.0, 3, 4, 2], [-1.0, -0.5, 0, -0.25], [-5.0, -4, -4.5, -6]
UNSURE = opinions._UNSURE - 0.001


@dataclass
class Stub:
    """Models and trafilatura that say what they are told to, and remember that they were asked."""

    odds: Sequence[float] = ()
    f1: float | None = None
    kinds: dict[str, float] = field(default_factory=lambda: {"article": 0.75, "forum": 0.25})
    returned: Sequence[bool] = ()
    own: dict[str, float] = field(default_factory=dict)  # a line → the chance that it is its author's
    heard: list[tuple[str, object]] = field(default_factory=list)

    def model(
        self, page: Page, blocks: Sequence[Block], tree: Tree, found: Found, head: Sequence[RawClaim], path: str | None
    ) -> Opinion:
        self.heard.append(("model", path))
        assert not any(block.flags.unseen for block in blocks)
        odds, words = np.array(self.odds, float), np.array([len(block.text.split()) for block in blocks], float)
        f1 = choose(sigmoid(odds), words).f1 if self.f1 is None else self.f1
        return Opinion(odds, words, words >= 12, f1, self.kinds)

    def trafilatura(self, text: str, page: object, blocks: object) -> list[bool]:
        self.heard.append(("trafilatura", None))
        return list(self.returned)


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    made = Stub()
    monkeypatch.setattr(opinion_module, "opinion", made.model)
    monkeypatch.setattr(witness, "returned", made.trafilatura)
    monkeypatch.setattr(pipeline, "load_model", lambda path: None)
    monkeypatch.setattr(opinions, "_SMALL", 0)  # these pages shall stand for larger ones
    lines_stub(monkeypatch, lambda text: made.own.get(text, 1.0))
    return made


def test_on_a_very_small_page_running_text_counts_for_itself(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    stub.odds, stub.returned = HOPELESS, [False] * 4
    monkeypatch.setattr(opinions, "_SMALL", 5)
    result = pipeline.clean(PAGE, kind="html")
    assert result.text == "\n\n".join(STORY)
    assert {f.block for f in result.findings if f.rule == "content.density"} == {1, 3, 4}


def thought(page: str = PAGE, engine: Engine = "auto", path: str | None = None) -> tuple[Finding, ...]:
    decoded = decode(page, kind="html")
    return opinions.opinions(decoded, segment(page), {}, (), declared_in_head(decoded), (), engine, path)


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


# --- what the line model holds against lines ---------------------------------------------------------

BROKEN = PAGE.replace(STORY[2], f"{STORY[2]}<br>So many things<br>And others")


def test_of_what_is_content_a_line_goes_that_is_hardly_its_authors(stub: Stub) -> None:
    stub.odds, stub.own = [-4, 3, 4, 3], {"So many things": 0.01, "And others": 0.02}
    result = pipeline.clean(BROKEN, kind="html")
    assert result.text == "\n\n".join(STORY)
    assert [decision.rules for decision in result.removed if decision.block == 4] == [("content.lines",)]


def test_a_line_that_may_be_its_authors_stays_and_so_does_what_is_no_text(stub: Stub) -> None:
    stub.odds, stub.own = [-4, 3, 4, 3], {"So many things": 0.4, "The harbour": 0.01}
    kept = "\n\n".join((*STORY[:2], f"{STORY[2]}\nSo many things\nAnd others"))
    assert pipeline.clean(BROKEN, kind="html").text == kept
    stub.own = dict.fromkeys(("So many things", "And others"), 0.01)
    own_rules_alone = Policy(rules={"content.lines": False})
    assert pipeline.clean(BROKEN, kind="html", policy=own_rules_alone).text == kept


def test_of_a_page_about_furniture_no_line_goes(stub: Stub) -> None:
    stub.odds, stub.own = [-4, 3, 4, 3], {"So many things": 0.01, "And others": 0.02}
    about = BROKEN.replace("<html>", "<html><title>Newsletters, a history</title>")
    assert pipeline.clean(about, kind="html").text.endswith("So many things\nAnd others")


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("<p>So many things</p>", False),
        ("<h2>So many things</h2>", True),
        ("<blockquote>So many things</blockquote>", True),
        ("<pre>So many things</pre>", True),
        ("<table><tr><td>So many things</td></tr></table>", True),
        ("<ul><li>So many things</li><li>The quay</li></ul>", True),
        ("<ul><li>So many things</li><li>So many more</li></ul>", False),
    ],
)
def test_what_markup_sets_apart_stays_and_an_item_where_others_do(stub: Stub, line: str, stays: bool) -> None:
    page = PAGE.replace("<p>" + STORY[2], f"{line}<p>{STORY[2]}")
    stub.odds = [-4, *[3] * (len(segment(page).blocks) - 2)]
    stub.own = {"So many things": 0.01, "So many more": 0.01}
    assert ("So many things" in pipeline.clean(page, kind="html").text) == stays


def test_a_line_among_others_has_to_be_hardly_its_authors_and_one_alone_hardly_at_all(stub: Stub) -> None:
    stub.odds = [-4, 3, 4, 3]
    stub.own = {"So many things": 0.05, "And others": 0.4}
    assert "So many things" in pipeline.clean(BROKEN, kind="html").text
    stub.own = {"So many things": 0.05, "And others": 0.05}
    assert "So many things" not in pipeline.clean(BROKEN, kind="html").text


def test_a_rule_takes_of_a_block_no_sentence_that_is_its_authors(stub: Stub) -> None:
    stub.odds = [-4, 3, 4, 3]
    page = PAGE.replace(STORY[2], f"{STORY[2]}<br>Download our app")
    result = pipeline.clean(page, kind="html")
    assert result.text == "\n\n".join(STORY)
    assert [decision.rules for decision in result.removed if decision.block == 4] == [("promo.app",)]


def test_nothing_is_held_against_a_page_that_is_a_list(stub: Stub) -> None:
    page = "".join(f"<p>Ferry {number}" for number in range(4))
    stub.odds, stub.own = [3.0, 3, 3, 3], {"Ferry 2": 0.01}
    assert "Ferry 2" in pipeline.clean(page, kind="html").text


# --- text that somebody extracted -------------------------------------------------------------------

LINES = "\n\n".join((*STORY, "It was", "so it was"))


def lines_stub(monkeypatch: pytest.MonkeyPatch, chance: Callable[[str], float]) -> None:
    """A line model that gives each line a chance to be its author's."""

    def opinion(
        blocks: Sequence[Block], found: Found, spam: object, worded: object, path: str | None
    ) -> tuple[object, object]:
        words = np.array([len(block.text.split()) for block in blocks], float)
        chances = np.array([chance(block.text) for block in blocks])
        return chances, Lines(np.empty((0, len(words)), np.float32), (), words, words > 9)

    monkeypatch.setattr(opinions.line_model, "opinion", opinion)
    monkeypatch.setattr(opinions.line_model, "worded", lambda blocks, path: np.ones((3, len(blocks))))


def test_lines_that_are_hardly_the_authors_go(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.01 if len(text) < 10 else 0.98)
    result = Cleaner().clean(LINES, kind="text")
    assert result.text == "\n\n".join(STORY)
    assert [decision.rules for decision in result.removed] == [("content.lines",)] * 2
    assert result.to_record()["engine"] == "model"


def test_of_what_may_be_the_authors_everything_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.4 if len(text) < 10 else 0.98)
    assert Cleaner().clean(LINES, kind="text").text == LINES


def test_nobody_need_be_asked_about_text(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.01)
    own_rules_alone = Policy(rules={"content.lines": False})
    assert Cleaner(own_rules_alone).clean(LINES, kind="text").text == LINES
    result = Cleaner(replace(own_rules_alone, rules={}, engine="trafilatura")).clean(LINES, kind="text")
    assert result.text == LINES
    assert result.to_record()["engine"] == "none"


def test_a_text_that_is_a_list_is_left_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    works = "\n\n".join(("Doku mit Mario", "Hörspiele 2017", "Die Meisterin", "Musik", "Event live", "So it was"))
    lines_stub(monkeypatch, lambda text: 0.01)
    result = Cleaner().clean(works, kind="text")
    assert result.text == works
    assert result.to_record()["engine"] == "none"


def test_an_endless_text_is_left_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    lines_stub(monkeypatch, lambda text: 0.01 if len(text) < 10 else 0.98)
    monkeypatch.setattr(opinions, "_MOST_LINES", 4)
    assert Cleaner().clean(LINES, kind="text").text == LINES


def test_text_of_nothing_is_thought_nothing_of() -> None:
    assert opinions.of_text((), {}, (), "auto", None) == ()
