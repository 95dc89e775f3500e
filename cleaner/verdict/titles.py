"""The title: without the site's name, sections and spam around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations_with_replacement, islice

from cleaner.model import Block, Claim, Finding, Verdict
from cleaner.verdict.readings import IN_PAGE, Reading, believe, evidence_of, key_of, located, spans_of
from cleaner.verdict.sites import is_site

# Between a title and a site's name: bars; dashes, dots and guillemets in spaces; dashes in Chinese.
_SEPARATOR = re.compile(r"\s*[|｜]\s*|\s+[-–—·•:~»«]+\s+|(?<=[^\x00-\xff])[-_](?=[^\x00-\xff])")
_DRESSED = ("seo.title-suffix", "page.dressed-title")  # the same sight, in a block and in what is declared
_MOST_PARTS = 12  # of a title; every run of parts is compared
_TITLE_WORDS = 3  # before a bar, from which on that is the title (measured: 2 and 4 are no better)


def judge_title(
    readings: Sequence[Reading], sites: frozenset[str], findings: Sequence[Finding], blocks: Sequence[Block]
) -> Claim | None:
    """The title to believe; what a rule found under the spam around it comes first.

    :param sites: the site's keys, from :func:`~cleaner.verdict.sites.site_keys`.
    """
    for finding in findings:
        if finding.rule in _DRESSED and (title := evidence_of(finding, "title")):
            rules = dict.fromkeys((finding.rule, *(rule for reading in readings for rule in reading.rules)))
            said = [reading for reading in readings if key_of(reading.value).startswith(key_of(title))]
            spans = located(title, [finding], blocks) or spans_of(said)
            return Claim("title", title, Verdict.CORRECTED, tuple(rules), spans)
    heads = [reading.value for reading in readings if reading.place not in IN_PAGE]
    sites |= _books({key_of(reading.value) for reading in readings if reading.place == "h1"}, heads, sites)
    reduced = []
    for reading in readings:
        others = {key_of(other.value) for other in readings if other.place != reading.place}
        reduced.append(reading._replace(value=_without_site(reading.value, others, sites)))

    def doubt(reading: Reading) -> int:
        stray = reading.place == "h1" and not _in_head(reading.value, heads)
        return 2 * is_site(reading.value, sites) + stray

    return believe("title", [reading for reading in reduced if key_of(reading.value)], _same_words, doubt)


def _books(headings: set[str], heads: Sequence[str], sites: frozenset[str]) -> set[str]:
    """Headings that stand behind the title in the head: the book of a chapter, which is a site of its own."""
    bars = ((head, bar) for head in heads for bar in islice(_SEPARATOR.finditer(head), _MOST_PARTS))
    ends = ((head[: bar.start()], key_of(head[bar.end() :])) for head, bar in bars)
    return {
        key
        for title, key in ends
        if key in headings and len(title.split()) >= _TITLE_WORDS and not is_site(title, sites)
    }


def _without_site(title: str, others: set[str], sites: frozenset[str]) -> str:
    """A title without the site's name and sections before or behind it.

    :param others: keys of what other places give as the title: a run of parts that is among them is it.
    """
    bars = list(_SEPARATOR.finditer(title))
    if not 0 < len(bars) < _MOST_PARTS:
        return title
    starts, ends = [0, *(bar.end() for bar in bars)], [*(bar.start() for bar in bars), len(title)]

    def opens(first: int) -> bool:
        """May a title begin here: behind a site, a word or two, or a bar that follows sites as a rule?"""
        lead = title[: ends[first - 1]]
        follows = bars[first - 1][0].strip() in ("»", ":") or len(lead.split()) < _TITLE_WORDS
        return first == 0 or follows or is_site(lead, sites)

    pairs = combinations_with_replacement(range(len(starts)), 2)
    runs = [title[starts[first] : ends[last]] for first, last in pairs if opens(first)]
    known = [run for run in runs if run != title and key_of(run) in others and not is_site(run, sites)]
    if known:
        return max(known, key=len)
    first, last = 0, len(bars)
    while first < last and is_site(title[starts[last] : ends[last]], sites):
        last -= 1
    while first < last and is_site(title[starts[first] : ends[first]], sites):
        first += 1
    # Enough words before a bar are a title; what stands behind it is a section or a slogan.
    bar = title.find("|", starts[first], ends[last])
    while bar >= 0 and len(title[starts[first] : bar].split()) < _TITLE_WORDS:
        bar = title.find("|", bar + 1, ends[last])
    return title[starts[first] : bar if bar >= 0 else ends[last]].rstrip()


def _in_head(heading: str, heads: Sequence[str]) -> bool:
    """Do half of a heading's words stand in the head's titles? Menus and notices are ``h1`` as well."""
    words, known = (set(re.findall(r"\w+", text.casefold())) for text in (heading, " ".join(heads)))
    whole = any(key_of(heading) in key_of(head) for head in heads)  # where words are not set apart by spaces
    return not heads or whole or 2 * len(words & known) >= len(words)


def _same_words(one: str, other: str) -> bool:
    return key_of(one) == key_of(other)
