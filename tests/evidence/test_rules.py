"""The conformance test: every rule keeps what its examples promise."""

from __future__ import annotations

import pytest

from cleaner.evidence.registry import Rule
from cleaner.evidence.rules import ALL, FAMILIES
from cleaner.model import Effect
from tests import examples


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in ALL
        for number, example in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize(("rule", "example"), _cases("hits"))
def test_hit_is_found_by_this_rule(rule: Rule, example: str) -> None:
    page = examples.read(example)
    assert examples.found(examples.cleaned(page), rule.id, page)


@pytest.mark.parametrize(("rule", "example"), _cases("misses"))
def test_miss_is_left_alone_by_this_rule(rule: Rule, example: str) -> None:
    page = examples.read(example)
    result = examples.cleaned(page)
    assert examples.meant(result, page), "the example means no block"
    assert not examples.found(result, rule.id, page)


@pytest.mark.parametrize(("rule", "example"), _cases("misses"))
def test_miss_in_an_honest_article_is_kept_by_the_verdict(rule: Rule, example: str) -> None:
    page = examples.in_article(example)
    result = examples.cleaned(page)
    meant = examples.meant(result, page)
    assert meant
    removed = [d for d in result.removed if d.block in meant and not _only_opinion(d.rules)]
    assert not removed


def _only_opinion(rules: tuple[str, ...]) -> bool:
    # A content opinion may leave out a strange paragraph; what no *rule* may do is the rules' promise.
    return all(rule.startswith("content.") for rule in rules)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_rule_is_told(rule: Rule) -> None:
    assert rule.documentation.endswith((".", ")."))
    assert rule.hits and rule.misses
    if rule.needs is not None and rule.effect is Effect.WEAK:
        assert rule.weight


def test_family_is_the_module() -> None:
    modules = {module.__name__.rpartition(".")[2] for module in FAMILIES}
    assert {rule.family for rule in ALL} == modules
    assert all(rule.check.__module__.endswith(f".{rule.family}") for rule in ALL)
