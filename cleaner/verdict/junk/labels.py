"""What sort of junk a page is: a named rule for each label, which says by what it knows.

Labels stand beside the score and do not feed it. Several may be true at once. A rule sets its label where findings prove it, or
where the page's measures look more like this sort than like ordinary pages and other junk (a scorecard of its own, as the score
has one); either is its evidence. It may be switched off like any other rule (`"junk.thin" = false` in a policy).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner.model import JunkLabel
from cleaner.verdict.junk.page import Facts
from cleaner.verdict.junk.scorecard import Scorecard, Scorecards

Check = Callable[[Facts], Iterable[str]]
Measured = Sequence[tuple[str, float | None]]

_STRONGEST = 3  # measures that are given as evidence
_FEW = 30  # words of a thin page
_DEFACED = 1_500  # characters that somebody shows who boasts
_BOASTS = re.compile(r"(?i)\b(?:hacked|defaced|pwned|owned|stamped) by\b|\bh4ck3d\b")


class LabelRule(NamedTuple):
    """Sets one label.

    :param check: facts → what proves it: the ids of rules that found something, and what they saw; none: it is not proven.
    """

    id: str
    label: str
    check: Check

    @property
    def documentation(self) -> str:
        """What the label means, and by what the rule knows."""
        return (self.check.__doc__ or "").strip()


RULES: list[LabelRule] = []


def label(name: str) -> Callable[[Check], Check]:
    """Register a rule ``junk.NAME`` that sets the label of this name, which is one of ``LABELS``."""

    def register(check: Check) -> Check:
        RULES.append(LabelRule(f"junk.{name}", name, check))
        return check

    return register


def labels(facts: Facts, measured: Measured, cards: Scorecards, rules: Iterable[LabelRule]) -> tuple[JunkLabel, ...]:
    """The labels that these rules set, in the order of their names, each with its rules and their evidence.

    The rules of a label are its own and those whose findings prove it.
    """
    found, values = [], dict(measured)
    for rule in rules:
        proofs = tuple(dict.fromkeys(rule.check(facts)))
        card = cards.get(f"{facts.form} {rule.label}")
        looks = card is not None and card.odds(values) >= 0
        if evidence := (*proofs, *(_reasons(card, measured) if card and looks else ())):
            cited = [each for each in evidence if each in facts.found]
            seen = tuple(each for each in evidence if each not in facts.found)
            found.append(JunkLabel(rule.label, (rule.id, *cited), seen))
    return tuple(sorted(found))


def _reasons(card: Scorecard, measured: Measured) -> Iterator[str]:
    """The measures by which a page looks most like the sort of this card."""
    strong = [part for part in card.parts(measured)[1:] if part.weight > 0]
    yield from (f"{part.signal}={part.value:g}" for part in strong[:_STRONGEST])


def _found(facts: Facts, *rules: str) -> Iterator[str]:
    """Those of these rules that found something, and what they saw."""
    for rule in rules:
        if facts.found[rule]:
            yield rule
            yield from facts.seen_by(rule)


@label("content-farm")
def content_farm(facts: Facts) -> Iterator[str]:
    """A copied or machine-made article in a farm's template. Proofs: a made-up author, invented figures, numbered captions, or two
    of its weaker marks (a dressed title, its own title between paragraphs, lists of articles)."""
    strong = ("author.fabricated", "author.fabricated-byline", "seo.information", "seo.numbered-caption")
    weak = ("seo.title-suffix", "page.dressed-title", "seo.repeated-title", "seo.article-list")
    if any(facts.found[rule] for rule in strong) or sum(facts.found[rule] > 0 for rule in weak) > 1:
        yield from _found(facts, *strong, *weak)


@label("seo-stuffed")
def seo_stuffed(facts: Facts) -> Iterator[str]:
    """Written for search engines: the same words in title, headings and lines. Proof: a list of keywords that anybody sees."""
    yield from _found(facts, "seo.keywords")


@label("link-farm")
def link_farm(facts: Facts) -> Iterator[str]:
    """Links to many other sites and little else. There is no single proof of it."""
    yield from ()


@label("hidden-text")
def hidden_text(facts: Facts) -> Iterator[str]:
    """Keywords or links that nobody sees and search engines should. Proof: hidden text that sells."""
    yield from _found(facts, "hidden.keywords", "hidden.link-farm")


@label("hacked")
def hacked(facts: Facts) -> Iterator[str]:
    """Somebody else's links or words are set into an honest page. Proof: a page that says little but by whom it was hacked; a shop
    may sell all that is injected elsewhere."""
    if facts.shown <= _DEFACED:
        for line in (facts.title, *(block.text for block in facts.seen)):
            if match := _BOASTS.search(line):
                yield f"says={match[0]}"


@label("doorway")
def doorway(facts: Facts) -> Iterator[str]:
    """A page that exists to be found and to lead elsewhere: one for each town, product or download. Proof: a list of such doors."""
    yield from _found(facts, "page.doorway")


@label("thin")
def thin(facts: Facts) -> Iterator[str]:
    """Next to no text, and no reason for it that another label names. Proof: fewer than thirty words."""
    if not any(facts.found[note] for note in _NOTES) and (count := len(facts.everything.words)) < _FEW:
        yield f"words={count}"


@label("gibberish")
def gibberish(facts: Facts) -> Iterator[str]:
    """Nobody could read it: words of no language, letters of a wrong encoding, words without sentences. Proof: whole blocks of broken
    letters."""
    if facts.found["machine.mojibake"] > 1:
        yield from _found(facts, "machine.mojibake")


@label("machine-text")
def machine_text(facts: Facts) -> Iterator[str]:
    """A machine's words left in. Proofs: an assistant's phrases, an order to one, placeholder text, choices of words."""
    yield from _found(facts, "machine.assistant", "machine.order", "machine.placeholder", "machine.spintax")


@label("duplicate-text")
def duplicate_text(facts: Facts) -> Iterator[str]:
    """The same text over and over. There is no single proof: shops and forums repeat themselves."""
    yield from ()


@label("adult-or-gambling")
def adult_or_gambling(facts: Facts) -> Iterator[str]:
    """What it sells is sex or games for money. There is no single proof: the news speak of both."""
    yield from ()


_STATES: Mapping[str, tuple[str, ...]] = {
    "parked": ("page.parked",),
    "soft-404": ("page.soft-404", "page.empty-search", "page.access-denied"),
    "bot-challenge": ("page.challenge",),
    "script-shell": ("page.script-shell",),
    "consent-wall": ("page.consent-wall",),
    "paywall-stub": ("page.paywall-stub",),
    "server-default": ("page.server-default",),
}
_NOTES = frozenset(note for notes in _STATES.values() for note in notes)


def _of_notes(name: str, notes: Sequence[str]) -> None:
    def check(facts: Facts) -> Iterator[str]:
        yield from _found(facts, *notes)

    check.__doc__ = f"What {' or '.join(f'`{note}`' for note in notes)} says of the page."
    label(name)(check)


for _label, _rules in _STATES.items():
    _of_notes(_label, _rules)
CARDED = tuple(rule.label for rule in RULES if rule.label not in _STATES)
"""The labels that have a scorecard: those of spam. States are known by words."""
