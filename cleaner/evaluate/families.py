"""What each family of rules gains and costs: every page is decided again without it. Nothing is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from cleaner.errors import CleanerError
from cleaner.evaluate.datasets import LabelledPage
from cleaner.evaluate.metrics import Words, compare
from cleaner.evaluate.systems import cleaned
from cleaner.evidence.rules import ALL
from cleaner.pipeline import Cleaner, decide
from cleaner.policy import Policy

EVERY = "all rules"
_MOVED = 0.005  # of F1: less is nothing


@dataclass(frozen=True, slots=True)
class Gain:
    """What a family does to the words of pages: with it less without it, as means over pages.

    :param family: its name, or :data:`EVERY` of all of them.
    :param kinds: the gain in F1 on pages of each kind.
    :param better: on how many pages F1 rises by it, and on how many it falls (by more than half a hundredth).
    """

    family: str
    f1: float
    precision: float
    recall: float
    better: int
    worse: int
    kinds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Page:
    kind: str
    full: Words
    without: Mapping[str, Words]


def gains(pages: Iterable[LabelledPage], cleaner: Cleaner) -> tuple[Gain, ...]:
    """Each family on the pages that have a reference, and all of them together. Pages that cannot be read are passed over."""
    policies = _policies(cleaner.policy)
    found = list(_decided(pages, cleaner, policies))
    return tuple(_gain(family, found) for family in policies) if found else ()


def _policies(policy: Policy) -> Mapping[str, Policy]:
    """For each family the policy without it."""
    families = sorted({rule.family for rule in ALL})
    off = {family: {family: False, **_within(policy, [family])} for family in families}
    off[EVERY] = {key: False for rules in off.values() for key in rules}
    return {family: replace(policy, rules={**policy.rules, **rules}) for family, rules in off.items()}


def _within(policy: Policy, families: Sequence[str]) -> Mapping[str, bool]:
    """What a policy says of single rules of families, which would outweigh what is said of the whole."""
    return {key: False for key in policy.rules if key.partition(".")[0] in families}


def _decided(pages: Iterable[LabelledPage], cleaner: Cleaner, policies: Mapping[str, Policy]) -> Iterator[_Page]:
    for page in pages:
        if page.reference is None:
            continue
        try:
            result = cleaned(cleaner, page)
        except CleanerError:
            continue
        reference = page.reference
        full = compare(result.text, reference)
        texts = {family: decide(result, policy).text for family, policy in policies.items()}
        words = {family: full if text == result.text else compare(text, reference) for family, text in texts.items()}
        yield _Page(page.kind or "", full, words)


def _gain(family: str, found: Sequence[_Page]) -> Gain:
    f1 = [page.full.f1 - page.without[family].f1 for page in found]
    kinds = sorted({page.kind for page in found})
    return Gain(
        family,
        fmean(f1),
        fmean(page.full.precision - page.without[family].precision for page in found),
        fmean(page.full.recall - page.without[family].recall for page in found),
        sum(gain > _MOVED for gain in f1),
        sum(gain < -_MOVED for gain in f1),
        {kind: fmean(gain for gain, page in zip(f1, found, strict=True) if page.kind == kind) for kind in kinds},
    )
