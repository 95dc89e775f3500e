"""The whole flow on one screen: bytes → Page → Blocks → Findings → Decisions."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from cleaner.cleaned import Cleaned
from cleaner.errors import PolicyError
from cleaner.evidence import opinions, registry, witness
from cleaner.evidence.content.model import load_model
from cleaner.evidence.own import find_own
from cleaner.evidence.rules import ALL, REST, SPAM
from cleaner.evidence.view import View
from cleaner.model import NO_TREE, Finding, Ledger, Page
from cleaner.policy import Policy, load
from cleaner.source import html, metadata, plain
from cleaner.source.decode import decode as decode_page
from cleaner.verdict.decide import decide as decide_pieces
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
        ids = [rule.id for rule in ALL] + [rule.name for rule in self.policy.own] + [opinions.LINES]
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
        with _collector_at_rest():
            return _judged(*_observed(decoded, self.policy), self.policy)


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


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nothing here makes cycles to speak of, and on a large page Python's collector would take as long as the work itself."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _observed(page: Page, policy: Policy) -> tuple[Ledger, bool]:
    """Everything that can be seen on the page, undecided, and whether trafilatura can be asked about it.

    Of the policy only whom to ask for an opinion, and the user's own rules, have a say.
    """
    tree, warnings, safe, segmented = NO_TREE, page.warnings, False, None
    head = metadata.declared_in_head(page)
    if page.source.input_kind == "text":
        blocks = plain.segment(page.text)
    else:
        segmented = html.segment(page.text)
        tree, blocks, safe = segmented.tree, segmented.blocks, witness.safe(segmented)
        warnings = warnings if safe else (*warnings, "witness-skipped")
    view = View(page, blocks, tree, metadata.agreed(head, "title"), metadata.agreed(head, "site"))
    spam = registry.run(view, SPAM)
    gone = registry.taken_whole(spam)
    if segmented:
        thought = opinions.opinions(page, segmented, view.phrases, gone, head, policy.engine, policy.model)
    else:
        thought = opinions.of_text(blocks, view.phrases, gone, policy.engine, policy.model)
    findings = (
        *thought,
        *find_own(page, blocks, policy.own),
        # Rules for text are made to do without opinions: its lines are all inside the content.
        *registry.run(view.hearing(_odds(thought) if segmented else {}, kind_of(thought)[0]), REST, spam),
    )
    return Ledger(page, tree, blocks, findings, (), warnings), safe


def _odds(thought: Sequence[Finding]) -> Mapping[int, float]:
    """Block → the log-odds of content that all opinions add up to."""
    odds: dict[int, float] = {}
    for finding in thought:
        if finding.block is not None:
            odds[finding.block] = odds.get(finding.block, 0.0) + finding.weight
    return odds


def _judged(ledger: Ledger, safe: bool, policy: Policy) -> Cleaned:
    is_forum = kind_of(ledger.findings)[0] == "forum"
    decisions = decide_pieces(ledger.blocks, ledger.findings, policy, is_forum)
    return Cleaned(replace(ledger, decisions=decisions), policy, safe)
