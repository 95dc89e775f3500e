"""Where the page says its text comes from: what rules of `syndication` found, and the canonical address if it is another site's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cleaner.evidence.signs.origin import domain_of
from cleaner.model import Claim, Finding
from cleaner.verdict.readings import evidence_of

_FAMILY = "syndication."


def origins(url: str | None, claims: Sequence[Claim], findings: Sequence[Finding]) -> tuple[dict[str, Any], ...]:
    """The sources, each once: ``domain`` and ``url`` as far as the page gives them, and the ``evidence``, rules with what they saw.

    :param url: where the page came from, if that is known.
    """
    found: dict[str, dict[str, Any]] = {}

    def add(domain: str, address: str, name: str, said: str) -> None:
        if domain or name:
            source = found.setdefault(domain or name, {"domain": domain or None, "url": None, "evidence": []})
            source["url"] = source["url"] or address or None
            source["evidence"] += [said] if said not in source["evidence"] else []

    own = domain_of(url or "")
    for claim in claims:
        if claim.field == "canonical_url" and own and (domain := domain_of(claim.value)) not in ("", own):
            add(domain, claim.value, "", f"canonical={claim.value}")
    for finding in findings:
        if finding.rule.startswith(_FAMILY):
            name = evidence_of(finding, "name")
            domain = evidence_of(finding, "domain")
            add(domain, evidence_of(finding, "url"), name, f"{finding.rule}={name or domain}")
    return tuple(found.values())
