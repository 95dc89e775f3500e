"""Raw claims and findings → claims with verdicts: title, author, date, site, language, canonical address.

Of each field one value is believed, by a fixed order of trust; a second, independent place that says the
same makes it ``trusted``. Findings add what only rules can see: that the end of a title is spam
(``seo.title-suffix``, ``page.dressed-title``), which block is the headline (``meta.headline``), that an
author is made up (``author.fabricated``), who signs the visible page and when (``byline.author``,
``byline.date``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleaner.model import Block, Claim, Finding, Page
from cleaner.source.language import detect_language
from cleaner.source.metadata import Field, RawClaim
from cleaner.verdict.authors import judge_authors
from cleaner.verdict.readings import GUESSED, TRUST, Reading, believe, evidence_of, located
from cleaner.verdict.sites import named_sites, same_site, site_keys
from cleaner.verdict.titles import judge_title

_PROSE = 60  # characters of a block from which on it is running text, not a label
_CONTRADICTS = 1_000  # characters of running text whose language outweighs a declared "en"


def judge(
    page: Page, raw: Sequence[RawClaim], findings: Sequence[Finding], blocks: Sequence[Block]
) -> tuple[Claim, ...]:
    """What to believe of what a page says of itself.

    :param raw: what it says, from :func:`~cleaner.source.metadata.declared` and, if wanted, ``inferred``.
    :param findings: what all rules found; only those of the rules named above matter here.
    :param blocks: the page's blocks, in order.
    :returns: for each field at most one claim to believe, and a ``fabricated`` one for each made-up author.
    """
    said: dict[Field, list[Reading]] = {field: [] for field in TRUST}
    for claim in raw:
        said[claim.field].append(Reading(claim.value, claim.place, (claim.span,) if claim.span else ()))
    said["title"] += _headlines(findings, blocks)
    said["author"] += _signed("author", findings, blocks)
    said["date"] += _signed("date", findings, blocks)
    if page.source.url:  # a witness for the canonical address, but nothing the page says
        said["canonical_url"].append(Reading(page.source.url, "url"))
    said["language"] = _with_detected(said["language"], blocks)
    said["site"] = list(named_sites(said["site"], said["title"]))
    sites = site_keys([reading for reading in said["site"] if reading.place not in GUESSED])
    believed = (
        judge_title(said["title"], sites, findings, blocks),
        *judge_authors(said["author"], sites, findings, blocks),
        believe("date", said["date"], lambda a, b: a.startswith(b) or b.startswith(a)),
        believe("site", said["site"], same_site),
        believe("language", said["language"], lambda a, b: _primary(a) == _primary(b)),
        believe("canonical_url", said["canonical_url"], lambda a, b: _address(a) == _address(b)),
    )
    return tuple(claim for claim in believed if claim)


def _signed(field: str, findings: Sequence[Finding], blocks: Sequence[Block]) -> Iterator[Reading]:
    for finding in findings:
        if finding.rule == f"byline.{field}" and (value := evidence_of(finding, field)):
            yield Reading(value, "byline", located(value, [finding], blocks), (finding.rule,))


def _headlines(findings: Sequence[Finding], blocks: Sequence[Block]) -> Iterator[Reading]:
    for finding in findings:
        if finding.rule == "meta.headline" and finding.block is not None:
            block = blocks[finding.block]
            start, end = finding.range or (0, len(block.text))
            value = " ".join(block.text[start:end].split())
            yield Reading(value, "headline", block.source(start, end), (finding.rule,))


def _with_detected(readings: Sequence[Reading], blocks: Sequence[Block]) -> list[Reading]:
    """The declared languages and the one the text is in.

    A declared ``en`` that much text contradicts is left out: templates say ``en`` until somebody changes it.
    (Of 1,725 pages that declare a language this meets seven, all of them in German or Spanish.)
    """
    visible = [block.text for block in blocks if not block.flags.hidden]
    prose = "\n".join(text for text in visible if len(text) >= _PROSE)
    detected = detect_language(prose) or detect_language("\n".join(visible))
    if not detected:
        return list(readings)
    outweighed = len(prose) >= _CONTRADICTS and detected != "en"
    kept = [reading for reading in readings if not (outweighed and _primary(reading.value) == "en")]
    return [*kept, Reading(detected, "detected")]


def _primary(tag: str) -> str:
    """The language of a tag; ``no`` is written for Bokmål, ``nb``, as a rule."""
    language = tag.partition("-")[0]
    return "nb" if language == "no" else language


def _address(url: str) -> str:
    """An address without what seldom tells pages apart: the scheme, ``www.``, a last slash, a fragment."""
    return re.sub(r"^https?://(?:www\.)?|/?(?:#.*)?$", "", url)
