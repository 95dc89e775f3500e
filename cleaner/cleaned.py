"""What cleaning gives back: a ledger, the policy that decided it, and the views on both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from cleaner import collector
from cleaner.evidence.rules import SPAM
from cleaner.model import Block, Claim, Decision, Effect, Finding, Junk, Ledger, Page
from cleaner.output.markdown import markdown
from cleaner.output.record import record, trusted_value
from cleaner.output.text import Rendered, render
from cleaner.policy import Policy
from cleaner.producer import producer
from cleaner.source.metadata import RawClaim, agreed, declared, declared_in_head, inferred
from cleaner.verdict import claims, junk, kind
from cleaner.verdict.junk.page import Facts
from cleaner.verdict.origin import origins

Status = Literal["cleaned", "empty"]


@dataclass(frozen=True)
class Cleaned:
    """A cleaned page. Everything beyond the ledger is computed when it is first asked for.

    ``safe`` says whether trafilatura can be asked about the page: it is HTML of a shape that lxml stands.
    """

    ledger: Ledger
    policy: Policy
    safe: bool

    @property
    def page(self) -> Page:
        """The decoded page."""
        return self.ledger.page

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The page's blocks, in the order of the source."""
        return self.ledger.blocks

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that any rule or opinion saw, whatever the policy."""
        return self.ledger.findings

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """For every character of every block: kept or removed, and why."""
        return self.ledger.decisions

    @property
    def kept(self) -> tuple[Decision, ...]:
        """The pieces that are in ``text``."""
        return tuple(decision for decision in self.decisions if decision.kept)

    @property
    def removed(self) -> tuple[Decision, ...]:
        """The pieces that are not."""
        return tuple(decision for decision in self.decisions if not decision.kept)

    @cached_property
    def rendered(self) -> Rendered:
        """The text, and where in it each kept piece stands."""
        return render(self.ledger)

    @property
    def text(self) -> str:
        """The article without its headline: a blank line between blocks, a newline between list items and rows."""
        return self.rendered.text

    @property
    def status(self) -> Status:
        """``cleaned``, or ``empty`` where no text is left."""
        return "cleaned" if self.text else "empty"

    @property
    def reason(self) -> str | None:
        """Why nothing is left. None when cleaned.

        ``challenge`` or ``script-shell`` where the page is such, ``only-junk`` where rules removed it as spam, else ``no-content``.
        """
        if self.text:
            return None
        found = {finding.rule for finding in self.findings}
        for rule in ("page.challenge", "page.script-shell"):
            if rule in found and self.policy.allows(rule):
                return rule.partition(".")[2]
        spam = any(rule in _SPAM for decision in self.removed for rule in decision.rules)
        return "only-junk" if spam else "no-content"

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the page says of itself, field by field, and how far each can be trusted."""
        return self._judged((*self._declared, *inferred(self.page)) if self.safe else self._declared)

    @cached_property
    def _declared(self) -> tuple[RawClaim, ...]:
        return declared(self.page)

    @cached_property
    def _allowed(self) -> Sequence[Finding]:
        allowed = {rule for rule in {finding.rule for finding in self.findings} if self.policy.allows(rule)}
        return [finding for finding in self.findings if finding.rule in allowed]

    def _judged(self, raw: tuple[RawClaim, ...]) -> tuple[Claim, ...]:
        return claims.judge(self.page, raw, self._allowed, self.blocks)

    @cached_property
    def title(self) -> str | None:
        """The title, without what spam put behind it. Costs no question to trafilatura, as the other fields do."""
        return trusted_value(self._judged(self._declared), "title")

    @property
    def author(self) -> str | None:
        """Who wrote it; None where nobody is named, or the one named is made up."""
        return trusted_value(self.claims, "author")

    @property
    def date(self) -> str | None:
        """When it was published: YYYY-MM-DD."""
        return trusted_value(self.claims, "date")

    @property
    def site(self) -> str | None:
        """The site's name."""
        return trusted_value(self.claims, "site")

    @property
    def language(self) -> str | None:
        """The language as a BCP 47 tag."""
        return trusted_value(self.claims, "language")

    @property
    def canonical_url(self) -> str | None:
        """The address that the page calls its own."""
        return trusted_value(self.claims, "canonical_url")

    @property
    def kind(self) -> tuple[str, float]:
        """What kind of page it is, and how probable that is."""
        return kind.kind(self.findings)

    @cached_property
    def junk(self) -> Junk:
        """How probably the page is junk, and why: what ``Cleaner.score`` tells of it."""
        titles = agreed(declared_in_head(self.page), "title")
        return junk.score(Facts(self.page, self.blocks, self._allowed, titles), self.policy)

    @cached_property
    def text_quality(self) -> float | None:
        """How probably the text that is left is good, 0 to 1: somebody's sentences, whole and once, junk page or not. None where
        nothing is left."""
        return junk.text_quality([line for line in self.text.split("\n") if line], self.title, self.policy)

    @cached_property
    def origin(self) -> tuple[dict[str, Any], ...]:
        """Where the page says its text comes from, under any policy: ``domain``, ``url`` and ``evidence`` of each source."""
        return origins(self.page.source.url, self.claims, self.findings)

    @property
    def engine(self) -> Literal["model", "trafilatura", "both", "none"]:
        """Whose opinion of the content was heard."""
        heard = {finding.rule for finding in self.findings if finding.effect is Effect.OPINION}
        if not heard.isdisjoint(("content.model", "content.lines")):
            return "both" if "content.trafilatura" in heard else "model"
        return "trafilatura" if "content.trafilatura" in heard else "none"

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a user should know of how the page was read."""
        return self.ledger.warnings

    def to_markdown(self) -> str:
        """The article as Markdown, beginning with its title."""
        with collector.at_rest():
            return markdown(self.ledger, self.title)

    def to_record(self) -> dict[str, Any]:
        """The page as a ``cleaner.record/1`` object: see the JSON Schema in ``cleaner/output``."""
        with collector.at_rest():
            return record(
                self.ledger,
                rendered=self.rendered,
                status=self.status,
                reason=self.reason,
                producer=self.producer,
                claims=self.claims,
                kind=self.kind,
                engine=self.engine,
                junk=self.junk,
                text_quality=self.text_quality,
                origin=self.origin,
            )

    @property
    def producer(self) -> Mapping[str, Any]:
        """What made this result: versions and digests."""
        return producer(self.policy)


_SPAM = frozenset(rule.id for rule in SPAM)
