"""Rules are registered under ids of their own, called where they are needed, and their findings sorted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from unittest.mock import patch

import pytest

from cleaner.evidence import registry
from cleaner.evidence.registry import Need, Rule, Seen, either, marked, page_rule, phrases, rule, run, spam_rule
from cleaner.evidence.view import View
from cleaner.model import Block, Effect, Finding
from cleaner.pipeline import clean

EVERYWHERE = Need("everything", lambda view: range(len(view.blocks)))
TEXTS = ("Share", "The ferry leaves at nine.", "Skip to content", "It comes back at four.")


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "RULES", {})


def view(*texts: str) -> View:
    return of_page("".join(f"<p>{text}</p>" for text in texts or TEXTS))


def of_page(page: str) -> View:
    """The view of an HTML page, as the pipeline makes it."""
    views: list[View] = []

    def caught(view: View, rules: object, before: object = ()) -> tuple[Finding, ...]:
        views.append(view)
        return ()

    with patch.object(registry, "run", caught):
        clean(page, kind="html")
    return views[-1]  # the first has heard no opinions yet


def add(id: str, needs: Need = EVERYWHERE, *, weight: float = 0.0, seen: Sequence[Seen] = (Seen(),)) -> Rule:
    effect = Effect.WEAK if weight else Effect.REMOVE

    @rule(id, needs=needs, effect=effect, weight=weight, hits=["a"], misses=["b"])
    def check(block: Block, view: View) -> Iterator[Seen]:
        """Sees what it is told to."""
        yield from seen

    return registry.RULES[id]


def test_an_id_is_given_once() -> None:
    first = add("seo.a")
    with pytest.raises(ValueError, match=r"seo\.a"):
        add("seo.a")
    assert registry.RULES["seo.a"] is first

    with pytest.raises(ValueError, match=r"seo\.a"):

        @page_rule("seo.a", hits=["a"], misses=["b"])
        def other(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
            """Nothing."""
            yield Seen()


@pytest.mark.parametrize("weight", [1.01, -1.01, 9.0])
def test_a_weak_sign_weighs_at_most_one(weight: float) -> None:
    with pytest.raises(ValueError, match=r"seo\.heavy"):
        add("seo.heavy", weight=weight)
    assert not registry.RULES


@pytest.mark.parametrize("weight", [1.0, -1.0, 0.25])
def test_one_is_allowed(weight: float) -> None:
    assert add("seo.weak", weight=weight).weight == weight


def test_a_rule_knows_its_family_and_its_documentation() -> None:
    made = add("seo.a")
    assert made.family == "seo"
    assert made.documentation == "Sees what it is told to."
    assert (made.hits, made.misses) == (("a",), ("b",))


def test_the_function_stays_a_function() -> None:
    @rule("seo.a", needs=EVERYWHERE, effect=Effect.NOTE, hits=["a"], misses=["b"])
    def check(block: Block, view: View) -> Iterator[Seen]:
        """Sees the block."""
        yield Seen()

    assert list(check(view().blocks[0], view())) == [Seen()]
    assert registry.RULES["seo.a"].check is check


def test_findings_say_what_was_seen_where() -> None:
    made = add("seo.a", Need("the second", lambda view: [1]), weight=-0.5, seen=[Seen((0, 3), ("word=The",))])
    assert run(view(), [made]) == (Finding("seo.a", 1, (0, 3), Effect.WEAK, -0.5, ("word=The",)),)


def test_a_rule_is_called_only_where_it_is_needed() -> None:
    asked: list[int] = []

    @rule("seo.a", needs=Need("two", lambda view: [1, 3]), effect=Effect.REMOVE, hits=["a"], misses=["b"])
    def check(block: Block, view: View) -> Iterator[Seen]:
        """Sees nothing."""
        asked.append(block.index)
        yield from ()

    assert run(view(), [registry.RULES["seo.a"]]) == ()
    assert asked == [1, 3]


def test_needs_by_phrase_by_markup_and_by_either() -> None:
    page = of_page("<nav><a href='/'>Skip to content</a></nav><p>The ferry.</p><p>Skip to content</p>")
    assert sorted(phrases("skip-link").find(page)) == [0, 2]
    assert list(marked("nav").find(page)) == [0]
    assert list(either(phrases("skip-link"), marked("nav")).find(page)) == [0, 2]
    assert list(phrases("no such list").find(page)) == list(marked("no such mark").find(page)) == []
    assert either(phrases("x"), marked("y")).text == "a phrase of “x” or markup of “y”"


def test_findings_come_in_the_order_of_the_page_whatever_the_order_of_rules() -> None:
    made = [
        add("seo.c", Need("backwards", lambda view: [3, 0, 2])),
        add("seo.b", seen=[Seen((2, 4)), Seen((0, 2), ("b",)), Seen((0, 2), ("a",))]),
        add("author.d", Need("one", lambda view: [2])),
    ]
    found = run(view(), made)
    # A page rule's finding on the whole of a block counts from its beginning.
    places = [(f.block or 0, f.range or (0, 0), f.rule, f.evidence) for f in found]
    assert places == sorted(places)
    for seed in range(6):
        shuffled = made[:]
        Random(seed).shuffle(shuffled)
        assert run(view(), shuffled) == found


def test_page_rules_come_last_and_read_what_block_rules_found() -> None:
    heard: list[str] = []

    def note(id: str) -> None:
        @page_rule(id, hits=["a"], misses=["b"])
        def check(view: View, findings: Sequence[Finding]) -> Iterator[Seen]:
            """Counts."""
            heard.extend(finding.rule for finding in findings)
            yield Seen(None, (f"count={len(findings)}",))

    note("page.b")
    note("page.a")
    add("seo.z")
    found = run(view("One", "Two"), registry.RULES.values())
    assert [(f.rule, f.block, f.effect) for f in found] == [
        ("seo.z", 0, Effect.REMOVE),
        ("seo.z", 1, Effect.REMOVE),
        ("page.a", None, Effect.NOTE),
        ("page.b", None, Effect.NOTE),
    ]
    assert heard == ["seo.z"] * 4, "page rules do not hear each other"
    assert found[-1].evidence == ("count=2",)


def test_no_rules_and_no_blocks() -> None:
    assert run(view(), []) == ()
    assert run(of_page("<p></p>"), [add("seo.a")]) == ()


def test_a_spam_rule_is_called_before_anybody_is_asked_for_an_opinion() -> None:
    asked = []

    @spam_rule("seo.a", needs=EVERYWHERE, hits=["a"], misses=["b"])
    def check(block: Block, view: View) -> Iterator[Seen]:
        """Sees nothing, and asks in vain."""
        with pytest.raises(LookupError):
            view.place(block)
        asked.append(block.index)
        yield from ()

    with patch("cleaner.pipeline.SPAM", tuple(registry.RULES.values())):
        clean("<p>The ferry leaves at nine.</p>", kind="html")
    assert asked == [0]


def test_what_was_found_before_stands_among_the_rest() -> None:
    before = Finding("seo.a", 1, None, Effect.REMOVE)
    assert [found.rule for found in run(view("a", "b", "c"), [add("promo.b")], [before])] == [
        "promo.b",
        "promo.b",
        "seo.a",
        "promo.b",
    ]
