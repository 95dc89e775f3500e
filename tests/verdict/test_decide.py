"""What stays: the order of protection, removal and weights; ranges; what neighbours become."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cleaner.model import Block, Decision, Effect, Finding, Run, Span
from cleaner.policy import Policy
from cleaner.verdict.decide import decide

TEXT = "The ferry leaves at nine, and comes back at four."
ALL_ON = Policy("test")


def blocks(*texts: str) -> list[Block]:
    made: list[Block] = []
    place = 0
    for text in texts:
        made.append(Block(len(made), text, (Run((0, len(text)), (place, place + len(text))),)))
        place += len(text) + 1
    return made


def finding(rule: str, effect: Effect, weight: float = 0.0, span: Span | None = None, block: int = 0) -> Finding:
    return Finding(rule, block, span, effect, weight)


def remove(rule: str = "seo.a", span: Span | None = None) -> Finding:
    return finding(rule, Effect.REMOVE, span=span)


def protect(rule: str = "meta.a", span: Span | None = None) -> Finding:
    return finding(rule, Effect.PROTECT, span=span)


def weak(weight: float, rule: str = "promo.a", span: Span | None = None) -> Finding:
    return finding(rule, Effect.WEAK, weight, span)


def opinion(weight: float, rule: str = "content.a") -> Finding:
    return finding(rule, Effect.OPINION, weight)


def decided(*findings: Finding, policy: Policy = ALL_ON, text: str = TEXT, forum: bool = False) -> list[Decision]:
    return list(decide(blocks(text), findings, policy, forum))


def verdict(*findings: Finding, policy: Policy = ALL_ON, forum: bool = False) -> tuple[bool, tuple[str, ...]]:
    """The decision on a block of which all findings are about the whole."""
    [(block, span, kept, rules)] = decided(*findings, policy=policy, forum=forum)
    assert (block, span) == (0, (0, len(TEXT)))
    return kept, rules


def test_what_nothing_is_found_on_stays_and_says_so() -> None:
    assert verdict() == (True, ("default.kept",))


def test_hard_findings_decide_and_are_all_cited() -> None:
    assert verdict(remove("seo.b"), remove("author.a")) == (False, ("author.a", "seo.b"))
    assert verdict(protect("meta.b"), protect("byline.a")) == (True, ("byline.a", "meta.b"))


def test_protection_comes_before_removal_and_removal_before_weights() -> None:
    assert verdict(remove(), protect(), weak(-1.0), opinion(-9.0)) == (True, ("meta.a",))
    assert verdict(remove(), weak(1.0), opinion(9.0)) == (False, ("seo.a",))


def test_an_opinion_decides_where_no_rule_does() -> None:
    assert verdict(opinion(0.1)) == (True, ("content.a",))
    assert verdict(opinion(-0.1)) == (False, ("content.a",))


def test_weak_signs_move_an_opinion_and_both_sides_are_told_apart() -> None:
    assert verdict(opinion(0.5), weak(-1.0)) == (False, ("promo.a",))
    assert verdict(opinion(-0.5), weak(1.0)) == (True, ("promo.a",))
    assert verdict(opinion(1.5), weak(-1.0)) == (True, ("content.a",))
    assert verdict(opinion(1.5), weak(1.0)) == (True, ("content.a", "promo.a"))


@pytest.mark.parametrize("weight", [-1.0, -0.5, 0.5, 1.0])
def test_in_plain_text_one_weak_sign_never_removes(weight: float) -> None:
    assert verdict(weak(weight))[0]


def test_in_plain_text_two_weak_signs_remove_together_and_are_both_cited() -> None:
    assert verdict(weak(-1.0, "promo.a"), weak(-0.5, "seo.b")) == (False, ("promo.a", "seo.b"))
    assert verdict(weak(-1.0, "promo.a"), weak(-0.5, "seo.b"), weak(1.0, "byline.c"))[0]


def test_of_several_findings_of_one_rule_only_the_strongest_counts() -> None:
    assert verdict(weak(-0.9), weak(-0.6), weak(-0.9))[0]
    assert verdict(weak(-0.9), weak(-0.2, "seo.b"))[0] is False


def test_notes_and_findings_of_the_page_decide_nothing() -> None:
    page = Finding("page.a", None, None, Effect.REMOVE)
    assert verdict(finding("author.note", Effect.NOTE, -9.0), page) == (True, ("default.kept",))


def test_a_rule_that_is_off_is_passed_over() -> None:
    policy = Policy("test", {"seo": False, "seo.b": True})
    assert verdict(remove("seo.a"), policy=policy) == (True, ("default.kept",))
    assert verdict(remove("seo.b"), policy=policy) == (False, ("seo.b",))
    assert verdict(remove(), protect(), policy=Policy("test", {"meta": False})) == (False, ("seo.a",))


# --- ranges -----------------------------------------------------------------------------------------


def test_a_range_cuts_the_block_and_the_rest_stays() -> None:
    assert decided(remove(span=(4, 9))) == [
        Decision(0, (0, 4), True, ("default.kept",)),
        Decision(0, (4, 9), False, ("seo.a",)),
        Decision(0, (9, len(TEXT)), True, ("default.kept",)),
    ]


def test_findings_on_the_whole_count_in_every_piece() -> None:
    assert [d[1:] for d in decided(opinion(-1.0), protect(span=(0, 9)))] == [
        ((0, 9), True, ("meta.a",)),
        ((9, len(TEXT)), False, ("content.a",)),
    ]


def test_ranges_that_overlap_are_cut_where_they_do() -> None:
    assert [d[1:] for d in decided(remove("seo.a", (0, 20)), remove("promo.b", (10, len(TEXT))))] == [
        ((0, 10), False, ("seo.a",)),
        ((10, 20), False, ("promo.b", "seo.a")),
        ((20, len(TEXT)), False, ("promo.b",)),
    ]


def test_neighbours_that_agree_are_one_and_others_are_not() -> None:
    end = len(TEXT)
    assert [d.range for d in decided(remove("seo.a", (0, 9)), remove("seo.a", (9, end)))] == [(0, end)]
    assert [d.range for d in decided(remove("seo.a", (0, 9)), remove("seo.b", (9, end)))] == [(0, 9), (9, end)]


def test_a_weak_sign_that_changes_nothing_cuts_nothing_either() -> None:
    assert [d.range for d in decided(opinion(1.5), weak(-0.5, span=(4, 9)))] == [(0, len(TEXT))]


def test_every_block_is_decided_by_its_own_findings() -> None:
    found = [finding("seo.a", Effect.REMOVE, block=1), finding("seo.b", Effect.REMOVE, span=(0, 3), block=2)]
    assert decide(blocks("one", "two", "three"), found, ALL_ON, False) == (
        Decision(0, (0, 3), True, ("default.kept",)),
        Decision(1, (0, 3), False, ("seo.a",)),
        Decision(2, (0, 3), False, ("seo.b",)),
        Decision(2, (3, 5), True, ("default.kept",)),
    )


# --- comments ---------------------------------------------------------------------------------------

THREAD, POST = finding("comments.thread", Effect.REMOVE), finding("comments.post", Effect.PROTECT)


@pytest.mark.parametrize(
    ("comments", "forum", "kept"),
    [
        ("auto", False, False),
        ("auto", True, True),
        ("keep", False, True),
        ("keep", True, True),
        ("remove", False, False),
        ("remove", True, False),
    ],
)
def test_threads_stay_where_the_policy_wants_them(comments: str, forum: bool, kept: bool) -> None:
    policy = Policy("test", comments=comments)  # type: ignore[arg-type]
    assert verdict(THREAD, opinion(-3.0), policy=policy, forum=forum) == (kept, ("comments.thread",))
    if kept:
        assert verdict(POST, opinion(-3.0), policy=policy, forum=forum) == (True, ("comments.post",))
    else:
        assert verdict(POST, opinion(-3.0), policy=policy, forum=forum) == (False, ("content.a",))


def test_a_thread_rule_that_is_off_neither_removes_nor_protects() -> None:
    policy = Policy("test", {"comments": False}, comments="keep")
    assert verdict(THREAD, POST, opinion(-3.0), policy=policy, forum=True) == (False, ("content.a",))


# --- whatever is found ------------------------------------------------------------------------------

RULES = ("seo.a", "seo.b", "promo.c", "meta.d", "comments.thread", "comments.post", "content.e")


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    start, end = sorted(draw(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2, unique=True)))
    effect = draw(st.sampled_from(Effect))
    weight = draw(st.sampled_from((-1.0, -0.5, 0.5, 1.0)))
    span = None if effect is Effect.OPINION else draw(st.sampled_from((None, (start, end))))
    return Finding(draw(st.sampled_from(RULES)), 0, span, effect, weight)


def letters(decisions: Sequence[Decision]) -> list[tuple[bool, tuple[str, ...]]]:
    return [(d.kept, d.rules) for d in decisions for _ in range(*d.range)]


@settings(deadline=None)
@given(st.lists(findings(), max_size=6), st.booleans())
def test_decisions_cover_the_block_and_cite_somebody(found: list[Finding], forum: bool) -> None:
    decisions = decided(*found, forum=forum)
    assert decisions[0].range[0] == 0
    assert decisions[-1].range[1] == len(TEXT)
    for left, right in pairwise(decisions):
        assert left.range[1] == right.range[0]
        assert (left.kept, left.rules) != (right.kept, right.rules)
    for decision in decisions:
        assert decision.range[0] < decision.range[1]
        assert decision.rules == tuple(sorted(set(decision.rules)))
        assert decision.rules
        assert set(decision.rules) <= {f.rule for f in found} | {"default.kept"}


@settings(deadline=None)
@given(st.lists(findings(), max_size=4))
def test_the_order_of_findings_does_not_matter(found: list[Finding]) -> None:
    # Two findings of one rule with opposite weights are no rule's (a rule has one weight): leave them out.
    found = list({f.rule: f for f in found}.values())
    assert len({tuple(decided(*order)) for order in permutations(found)}) == 1


@settings(deadline=None)
@given(st.lists(findings(), max_size=6), st.sampled_from(RULES))
def test_a_rule_switched_off_changes_only_what_cited_it(found: list[Finding], rule: str) -> None:
    # A rule has one effect and one weight.
    first = {f.rule: f for f in reversed(found)}
    found = [f._replace(effect=first[f.rule].effect, weight=first[f.rule].weight) for f in found]
    found = [f._replace(range=None) if f.effect is Effect.OPINION else f for f in found]
    opinions = {f.rule for f in found if f.effect is Effect.OPINION}
    assume(rule not in opinions)  # what starts the sum is no rule
    on = letters(decided(*found))
    off = letters(decided(*found, policy=Policy("test", {rule: False})))
    assert all(rule in before[1] for before, after in zip(on, off, strict=True) if before != after)
    assert all(rule not in rules for _, rules in off)


def test_what_a_rule_that_is_off_would_remove_the_line_model_does_not() -> None:
    without = Policy("test", {"promo.a": False})
    doubt = opinion(-4.0, "content.lines")
    assert verdict(doubt, remove("promo.a")) == (False, ("promo.a",))
    assert verdict(doubt, remove("promo.a"), policy=without) == (True, ("default.kept",))
    assert verdict(doubt, policy=without) == (False, ("content.lines",))
    assert verdict(doubt, opinion(-1.0, "content.model"), remove("promo.a"), policy=without)[0] is False
    assert verdict(doubt, remove("promo.a"), remove("seo.a"), policy=without) == (False, ("seo.a",))
    assert verdict(doubt, weak(-1.0), policy=without) == (False, ("content.lines",))
