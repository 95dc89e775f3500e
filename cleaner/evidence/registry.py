"""What a rule is, and how rules are run.

A rule is a function that looks at one block and says what it sees there. It declares what it needs, and is
called only for blocks that have it; it carries its documentation and its examples; and it decides
nothing: its effect says what the verdict may do with its findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple

from cleaner.evidence.view import View
from cleaner.model import Block, Effect, Finding, Span

_finding = partial(tuple.__new__, Finding)  # a third of the time of Finding(…)


class Seen(NamedTuple):
    """What a rule saw on a block: a range of its text (None: the whole block) and the evidence for it."""

    range: Span | None = None
    evidence: tuple[str, ...] = ()


WHOLE = Seen()
"""What a rule saw that means the whole block, and has nothing to say of it."""


@dataclass(frozen=True, slots=True)
class Need:
    """Which blocks a rule is called for: ``find`` picks them, ``text`` says it in words."""

    text: str
    find: Callable[[View], Iterable[int]] = field(repr=False)


BlockCheck = Callable[[Block, View], Iterable[Seen]]
PageCheck = Callable[[View, Sequence[Finding]], Iterable[Seen]]


Kind = Literal["spam", "block", "page"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as registered: spam rules are called first, then block rules, then page rules.

    ``needs`` is None for a page rule, which is called once.
    """

    kind: Kind
    id: str
    effect: Effect
    weight: float
    needs: Need | None
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    check: Callable[..., Iterable[Seen]] = field(repr=False)

    @property
    def family(self) -> str:
        """The first half of the id, and the module it stands in."""
        return self.id.partition(".")[0]

    @property
    def documentation(self) -> str:
        """What the rule removes, why that is junk, and what it may wrongly hit."""
        return (self.check.__doc__ or "").strip()


RULES: dict[str, Rule] = {}


def rule(
    id: str,
    *,
    needs: Need,
    effect: Effect,
    weight: float = 0.0,
    hits: Sequence[str],
    misses: Sequence[str],
) -> Callable[[BlockCheck], BlockCheck]:
    """Register a block rule.

    :param id: ``family.kebab-name``; a promise: if the meaning changes, so does the id.
    :param needs: the blocks it is called for.
    :param weight: log-odds that the block is content, for ``Effect.WEAK`` (at most 1 either way).
    :param hits: examples it must find, each a text or an HTML fragment; ``=>`` stands before the block meant.
    :param misses: examples it must leave alone, the harder the better.
    """

    def register(check: BlockCheck) -> BlockCheck:
        _add(Rule("block", id, effect, weight, needs, tuple(hits), tuple(misses), check))
        return check

    return register


def spam_rule(
    id: str, *, needs: Need, hits: Sequence[str], misses: Sequence[str]
) -> Callable[[BlockCheck], BlockCheck]:
    """Register a rule that removes what nobody who reads the page wants, under any policy.

    It is called before anybody is asked for an opinion of the content, and a block that it removes whole is not
    shown to whom is asked: spam on a page changes nothing about the rest.
    """

    def register(check: BlockCheck) -> BlockCheck:
        _add(Rule("spam", id, Effect.REMOVE, 0.0, needs, tuple(hits), tuple(misses), check))
        return check

    return register


def page_rule(id: str, *, hits: Sequence[str], misses: Sequence[str]) -> Callable[[PageCheck], PageCheck]:
    """Register a page rule: a note about the whole page, made once all block findings are in."""

    def register(check: PageCheck) -> PageCheck:
        _add(Rule("page", id, Effect.NOTE, 0.0, None, tuple(hits), tuple(misses), check))
        return check

    return register


def _add(rule: Rule) -> None:
    if rule.id in RULES:
        raise ValueError(f"two rules are called {rule.id}")
    if abs(rule.weight) > 1:
        raise ValueError(f"{rule.id}: a weak sign weighs at most 1")
    RULES[rule.id] = rule


# --- needs ------------------------------------------------------------------------------------------


def phrases(name: str) -> Need:
    """Blocks in which a phrase of this list stands."""
    return Need(f"a phrase of “{name}”", lambda view: view.phrases.get(name, {}))


def marked(name: str) -> Need:
    """Blocks inside an element that this mark stands for (see :mod:`cleaner.evidence.marks`)."""
    return Need(f"markup of “{name}”", lambda view: sorted(view.marked.get(name, ())))


def either(*needs: Need) -> Need:
    """Blocks that any of these needs picks, each once."""
    text = " or ".join(need.text for need in needs)
    return Need(text, lambda view: sorted({index for need in needs for index in need.find(view)}))


# --- running ----------------------------------------------------------------------------------------


def run(view: View, rules: Iterable[Rule], before: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """Ask rules: those of blocks in any order, then page rules, which may read what those found.

    :param before: what other rules found before.
    :returns: the findings, those before among them, in the order of the page, equal for equal sets of rules.
    """
    rules = list(rules)
    found = list(before)
    for rule in rules:
        if rule.needs is not None:
            id, check, effect, weight = rule.id, rule.check, rule.effect, rule.weight
            for index in rule.needs.find(view):
                for range, evidence in check(view.blocks[index], view):
                    found.append(_finding((id, index, range, effect, weight, evidence)))
    found.sort(key=_order)
    notes = [
        Finding(rule.id, None, None, rule.effect, rule.weight, seen.evidence)
        for rule in rules
        if rule.needs is None
        for seen in rule.check(view, found)
    ]
    return (*found, *sorted(notes, key=_order))


def taken_whole(found: Iterable[Finding]) -> set[int | None]:
    """The blocks of which these findings say something as a whole."""
    return {finding.block for finding in found if finding.range is None}


def _order(finding: Finding) -> tuple[int, Span, str, tuple[str, ...]]:
    rule, block, range, _, _, evidence = finding
    return block or 0, range or (0, 0), rule, evidence
