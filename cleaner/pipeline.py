"""The whole flow on one screen: bytes → Page → Blocks → Findings → Decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from cleaner.cleaned import Cleaned
from cleaner.errors import PolicyError
from cleaner.evidence import registry, witness
from cleaner.evidence.rules import ALL
from cleaner.evidence.view import View
from cleaner.model import NO_TREE, Block, Finding, Ledger, Page, Tree
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
        """
        self.policy = load(policy)
        for prefix in self.policy.rules:
            if not any(rule.id == prefix or rule.id.startswith(f"{prefix}.") for rule in ALL):
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
        return _judged(*_observed(decoded), self.policy)


def clean(page: Any, *, policy: str | Path | Policy = "balanced", **about: Any) -> Cleaned:
    """Clean one page under a policy: ``Cleaner(policy).clean(page, …)``, whose parameters it takes."""
    return Cleaner(policy).clean(page, **about)


def decide(result: Cleaned, policy: str | Path | Policy) -> Cleaned:
    """The same findings under another policy. Equals cleaning afresh, without reading the page again."""
    return _judged(result.ledger, result.safe, Cleaner(policy).policy)


def _observed(page: Page) -> tuple[Ledger, bool]:
    """Everything that can be seen on the page, undecided, and whether trafilatura could be asked. No policy has a say."""
    tree, warnings, safe = NO_TREE, page.warnings, False
    opinions: tuple[Finding, ...] = ()
    if page.source.input_kind == "text":
        blocks = plain.segment(page.text)
    else:
        segmented = html.segment(page.text)
        tree, blocks, safe = segmented.tree, segmented.blocks, witness.safe(segmented)
        opinions = witness.opinions(page.text, segmented) if safe else witness.density(blocks)
        warnings = warnings if safe else (*warnings, "witness-skipped")
    odds = {opinion.block: opinion.weight for opinion in opinions if opinion.block is not None}
    findings = (*opinions, *registry.run(_view(page, blocks, tree, odds), ALL))
    return Ledger(page, tree, blocks, findings, (), warnings), safe


def _judged(ledger: Ledger, safe: bool, policy: Policy) -> Cleaned:
    is_forum = kind_of(ledger.findings)[0] == "forum"
    decisions = decide_pieces(ledger.blocks, ledger.findings, policy, is_forum)
    return Cleaned(replace(ledger, decisions=decisions), policy, safe)


def _view(page: Page, blocks: tuple[Block, ...], tree: Tree, odds: Mapping[int, float]) -> View:
    head = metadata.declared_in_head(page)
    return View(page, blocks, tree, _declared(head, "title"), _declared(head, "site"), odds)


def _declared(raw: tuple[metadata.RawClaim, ...], field: metadata.Field) -> tuple[str, ...]:
    """What a page declares of itself in one field. A place that says several different things says nothing."""
    values: dict[str, set[str]] = {}
    for claim in raw:
        if claim.field == field and claim.place not in ("h1", "url"):
            values.setdefault(claim.place, set()).add(claim.value)
    return tuple(value for said in values.values() if len(said) == 1 for value in said)
