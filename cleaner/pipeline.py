"""The whole flow on one screen: bytes → Page → Blocks → Findings → Decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from cleaner import collector
from cleaner.cleaned import Cleaned
from cleaner.errors import PolicyError
from cleaner.evidence import doubts, opinions, registry, witness
from cleaner.evidence.content.model import load_model
from cleaner.evidence.own import find_own
from cleaner.evidence.rules import ALL, NOTES, REST, SPAM
from cleaner.evidence.view import View
from cleaner.model import NO_TREE, Finding, Junk, Ledger, Page, Span
from cleaner.policy import Policy, load
from cleaner.source import html, plain
from cleaner.source.decode import decode as decode_page
from cleaner.source.html import Segmented
from cleaner.source.metadata import RawClaim, agreed, declared_in_head
from cleaner.verdict import junk
from cleaner.verdict.decide import decide as decide_pieces
from cleaner.verdict.junk.page import Facts
from cleaner.verdict.junk.scorecard import load_scorecards
from cleaner.verdict.kind import kind as kind_of


class Cleaner:
    """Cleans pages under one policy. Holds nothing but the policy: reusable, and safe in threads and processes."""

    def __init__(self, policy: str | Path | Policy = "balanced") -> None:
        """
        :param policy: ``recall``, ``balanced``, ``precision``, the path of a TOML file, or a :class:`Policy`.
        :raises PolicyError: there is no such policy, or the file is not understood.
        :raises ModelError: the policy names a model that cannot be read.
        """
        self.policy = load(policy)
        if self.policy.engine != "trafilatura":
            load_model(self.policy.model)  # what is wrong with it is told now, not at the first page
        load_scorecards(self.policy.scorecards)
        ids = [rule.id for rule in ALL] + [rule.id for rule in junk.LABEL_RULES]
        ids += [doubts.LINES, *(rule.name for rule in self.policy.own)]
        for prefix in self.policy.rules:
            if not any(id_ == prefix or id_.startswith(f"{prefix}.") for id_ in ids):
                raise PolicyError(f"the policy {self.policy.name} names the rule {prefix!r}, and there is none")

    def clean(
        self,
        page: Any,
        *,
        url: str | None = None,
        uri: str | None = None,
        encoding: str | None = None,
        media_type: str | None = None,
        kind: Literal["html", "text"] | None = None,
        warc: Mapping[str, str] | None = None,
    ) -> Cleaned:
        """Clean one page.

        :param page: bytes, a str, a BeautifulSoup or lxml tree. A str is the page itself, never a path.
        :param url: where the page came from; ``uri`` is where its bytes are (a file, a WARC record).
        :param encoding: the encoding that HTTP gave.
        :param media_type: the type that HTTP gave (``Content-Type``).
        :param kind: what the input is, where the caller knows: HTML, or text that somebody extracted.
        :param warc: headers of the WARC record, kept in the record.
        :raises InputError: the input is no page (its ``reason`` says why).
        :raises UnknownEncoding: Python has no codec of the name given.
        :raises TypeError: ``page`` is none of the above.
        """
        decoded = decode_page(
            page,
            url=url,
            uri=uri,
            encoding=encoding,
            media_type=media_type,
            kind=kind,
            max_bytes=self.policy.max_bytes,
            warc=warc,
        )
        with collector.at_rest():
            return _judged(*_observed(decoded, self.policy), self.policy)

    def score(self, page: Any, **about: Any) -> Junk:
        """The junk score of one page, which is ``clean(page).junk`` without the cleaning: nobody is asked for an opinion of the
        content, which is most of the work.

        Takes what :meth:`clean` takes, and raises what it raises.
        """
        decoded = decode_page(page, **about, max_bytes=self.policy.max_bytes)
        with collector.at_rest():
            return junk.score(facts(decoded, self.policy), self.policy)


def score(page: Any, *, policy: str | Path | Policy = "balanced", **about: Any) -> Junk:
    """The junk score of one page: ``Cleaner(policy).score(page, …)``, whose parameters it takes."""
    return Cleaner(policy).score(page, **about)


def clean(page: Any, *, policy: str | Path | Policy = "balanced", **about: Any) -> Cleaned:
    """Clean one page under a policy: ``Cleaner(policy).clean(page, …)``, whose parameters it takes."""
    return Cleaner(policy).clean(page, **about)


def decide(result: Cleaned, policy: str | Path | Policy) -> Cleaned:
    """The same page under another policy. Equals cleaning afresh; the page is read again only where the policy asks
    somebody else for an opinion of the content (``engine``, ``model``) or has other rules of the user's own."""
    chosen = Cleaner(policy).policy
    if _looks(chosen) != _looks(result.policy):
        return _judged(*_observed(result.page, chosen), chosen)
    return _judged(result.ledger, result.safe, chosen)


def _looks(policy: Policy) -> tuple[object, ...]:
    """What of a policy has a say in what is seen on a page."""
    return policy.engine, policy.model, policy.own


def facts(page: Page, policy: Policy) -> Facts:
    """What is known of a page that nobody has been asked about: what its junk score is made of."""
    known = seen(page)
    notes = registry.run(known.view.hearing({}, None), NOTES, known.spam)
    return Facts(page, known.view.blocks, [note for note in notes if policy.allows(note.rule)], known.view.titles)


def _observed(page: Page, policy: Policy) -> tuple[Ledger, bool]:
    """Everything that can be seen on the page, undecided, and whether trafilatura can be asked about it.

    Of the policy only whom to ask for an opinion, and the user's own rules, have a say.
    """
    head, segmented, view, spam = seen(page)
    gone = registry.taken_whole(spam)
    if segmented:
        safe = witness.safe(segmented)
        thought, kept = opinions.opinions(page, segmented, view.phrases, gone, head, policy.engine, policy.model)
        thought += tuple(doubts.of_kept(kept, view.phrases, view.subject, bool(gone), thought, policy.model))
    else:
        safe = False
        thought = doubts.of_text(view.blocks, view.phrases, gone, policy.engine, policy.model)
    # Rules for text are made to do without opinions: its lines are all inside the content.
    seen_by_rules = registry.run(view.hearing(_odds(thought) if segmented else {}, kind_of(thought)[0]), REST, spam)
    findings = (
        *thought,
        *find_own(page, view.blocks, policy.own),
        *seen_by_rules,
    )
    warnings = (*page.warnings, *(_passed_over(safe, thought) if segmented else ()))
    return Ledger(page, view.tree, tuple(view.blocks), findings, (), warnings), safe


def _passed_over(safe: bool, thought: Sequence[Finding]) -> Iterator[str]:
    """Who was not asked about an HTML page because it is too odd for them, as warnings."""
    if not safe:
        yield "witness-skipped"
    if len(thought) > opinions.MOST_BLOCKS and thought[0].rule == "content.density":
        yield "model-skipped"


class Seen(NamedTuple):
    """What can be seen on a page before anybody is asked for an opinion. ``segmented`` is None for plain text."""

    head: Sequence[RawClaim]
    segmented: Segmented | None
    view: View
    spam: Sequence[Finding]


def seen(page: Page) -> Seen:
    """Look at a page, asking nobody."""
    head = declared_in_head(page)
    segmented = None if page.source.input_kind == "text" else html.segment(page.text)
    blocks, tree = (segmented.blocks, segmented.tree) if segmented else (plain.segment(page.text), NO_TREE)
    view = View(page, blocks, tree, agreed(head, "title"), agreed(head, "site"))
    return Seen(head, segmented, view, registry.run(view, SPAM))


def _odds(thought: Sequence[Finding]) -> Mapping[int, float]:
    """Block → the log-odds of content that all opinions add up to; of lines with opinions of their own, the highest."""
    odds: dict[int, float] = {}
    of_lines: dict[tuple[int, Span], float] = {}
    for _, index, span, _, weight, _ in thought:
        if index is not None and span is None:
            odds[index] = odds.get(index, 0.0) + weight
        elif index is not None and span:
            of_lines[index, span] = of_lines.get((index, span), 0.0) + weight
    for (index, _), weight in of_lines.items():
        odds[index] = max(odds.get(index, weight), weight)
    return odds


def _judged(ledger: Ledger, safe: bool, policy: Policy) -> Cleaned:
    is_forum = kind_of(ledger.findings)[0] == "forum"
    decisions = decide_pieces(ledger.blocks, ledger.findings, policy, is_forum)
    return Cleaned(replace(ledger, decisions=decisions), policy, safe)
