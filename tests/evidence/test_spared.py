"""Rules that speak of a whole block take of it no sentence that is held for its author's."""

from __future__ import annotations

from cleaner.evidence.spared import spared
from cleaner.model import Block, Effect, Finding, Span

OWN = "The council closed the bridge on Monday after a lorry had damaged it."
JUNK = "Download our app"
BLOCK = Block(0, f"{OWN}\n{JUNK}", ())
LINES: tuple[Span, Span] = ((0, len(OWN) + 1), (len(OWN) + 1, len(BLOCK.text)))
RULE = Finding("promo.app", 0, None, Effect.REMOVE, 0.0)


THOUGHT = [Finding("content.model", 0, None, Effect.OPINION, 2.0)]


def test_the_line_goes_and_the_sentence_stays() -> None:
    assert list(spared([RULE], THOUGHT, [BLOCK])) == [RULE._replace(range=LINES[1])]


def test_what_opinions_are_against_goes_too() -> None:
    assert list(spared([RULE], [], [BLOCK])) == [RULE]
    assert list(spared([RULE], [THOUGHT[0]._replace(weight=-1.0)], [BLOCK])) == [RULE]
    against = Finding("content.lines", 0, LINES[0], Effect.OPINION, -4.0)
    assert list(spared([RULE], [*THOUGHT, against], [BLOCK])) == [RULE]


def test_a_rule_that_speaks_of_sentences_alone_is_believed() -> None:
    assert list(spared([RULE], THOUGHT, [Block(0, f"{OWN}\n{OWN}", ())])) == [RULE]


def test_other_findings_stay_as_they_are() -> None:
    others = [
        RULE._replace(range=(0, 4)),
        RULE._replace(effect=Effect.WEAK, weight=-1.0),
        Finding("page.parked", None, None, Effect.NOTE, 0.0),
        RULE._replace(block=1),
    ]
    assert list(spared(others, THOUGHT, [BLOCK, Block(1, JUNK, ())])) == others
