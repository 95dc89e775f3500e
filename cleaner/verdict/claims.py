"""Raw claims and findings → claims with verdicts: title, author, date, site, language, canonical address.

Of each field one value is believed, by a fixed order of trust; a second, independent place that says the
same makes it ``trusted``. Findings add what only rules can see: that the end of a title is spam
(``seo.title-suffix``, ``page.dressed-title``), which block is the headline (``meta.headline``), that an
author is made up (``author.fabricated``), who signs the visible page and when (``byline.author``,
``byline.date``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, combinations_with_replacement, islice
from typing import NamedTuple

from cleaner.evidence.persona_words import HONORIFICS, PARTICLES, SUFFIXES
from cleaner.model import Block, Claim, Finding, Page, Span, Verdict
from cleaner.source.metadata import Field, RawClaim, detect_language

# Whom to believe, best first: the order that agrees most often with the known values of 1,480 pages.
_TRUST: dict[Field, tuple[str, ...]] = {
    "title": ("headline", "h1", "og:title", "json-ld", "itemprop", "twitter:title", "meta:title", "title"),
    "author": ("json-ld", "meta:author", "rel-author", "itemprop", "byline", "article:author", "trafilatura"),
    "date": (
        "article:published_time",
        "json-ld",
        "meta:date",
        "itemprop",
        "byline",
        "time",
        "htmldate",
        "url",
    ),
    "site": ("og:site_name", "json-ld", "application-name", "trafilatura", "url"),
    "language": ("html-lang", "content-language", "og:locale", "detected"),
    "canonical_url": ("canonical", "og:url"),
}
_GUESSED = ("trafilatura", "htmldate")  # they read the other places: no second witness


class _Reading(NamedTuple):
    """What one place says, cleaned for its field."""

    value: str
    place: str
    spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()


def judge(
    page: Page, raw: Sequence[RawClaim], findings: Sequence[Finding], blocks: Sequence[Block]
) -> tuple[Claim, ...]:
    """What to believe of what a page says of itself.

    :param raw: what it says, from :func:`~cleaner.source.metadata.declared` and, if wanted, ``inferred``.
    :param findings: what all rules found; only those of the rules named above matter here.
    :param blocks: the page's blocks, in order.
    :returns: for each field at most one claim to believe, and a ``fabricated`` one for each made-up author.
    """
    said: dict[Field, list[_Reading]] = {field: [] for field in _TRUST}
    for claim in raw:
        said[claim.field].append(_Reading(claim.value, claim.place, (claim.span,) if claim.span else ()))
    said["title"] += _headlines(findings, blocks)
    said["author"] += _signed("author", findings, blocks)
    said["date"] += _signed("date", findings, blocks)
    if page.source.url:  # a witness for the canonical address, but nothing the page says
        said["canonical_url"].append(_Reading(page.source.url, "url"))
    said["language"] = _with_detected(said["language"], blocks)
    said["site"] = list(_sites(said["site"], said["title"]))
    sites = _site_keys([reading for reading in said["site"] if reading.place not in _GUESSED])
    believed = (
        _title(said["title"], sites, findings, blocks),
        *_authors(said["author"], sites, findings, blocks),
        _believed("date", said["date"], lambda a, b: a.startswith(b) or b.startswith(a)),
        _believed("site", said["site"], _same_site),
        _believed("language", said["language"], lambda a, b: _primary(a) == _primary(b)),
        _believed("canonical_url", said["canonical_url"], lambda a, b: _address(a) == _address(b)),
    )
    return tuple(claim for claim in believed if claim)


def _believed(
    field: Field,
    readings: Sequence[_Reading],
    same: Callable[[str, str], bool],
    doubt: Callable[[_Reading], int] = lambda reading: 0,
) -> Claim | None:
    """The reading with the least doubt from the best place, and whether another place bears it out."""
    order = _TRUST[field]
    candidates = [reading for reading in readings if reading.place in order]
    if not candidates:
        return None
    best = min(candidates, key=lambda reading: (doubt(reading), order.index(reading.place)))
    agreeing = [reading for reading in readings if same(best.value, reading.value)]
    trusted = any(_independent(*pair) for pair in combinations(agreeing, 2))
    rules = dict.fromkeys(rule for reading in agreeing for rule in reading.rules)
    verdict = Verdict.TRUSTED if trusted else Verdict.UNVERIFIED
    return Claim(field, best.value, verdict, tuple(rules), _spans(agreeing))


def _spans(readings: Sequence[_Reading]) -> tuple[Span, ...]:
    return tuple(sorted({span for reading in readings for span in reading.spans}))


def _independent(one: _Reading, other: _Reading) -> bool:
    """Different places, and not one inside the other (a link in a byline, an ``itemprop`` on the heading)."""
    if one.place == other.place or one.place in _GUESSED or other.place in _GUESSED:
        return False
    return not any(a[0] < b[1] and b[0] < a[1] for a in one.spans for b in other.spans)


# What findings say: evidence items such as "name=Ada Dach".


def _item(finding: Finding, name: str) -> str:
    found = (item.removeprefix(name + "=") for item in finding.evidence if item.startswith(name + "="))
    return next(found, "").strip()


def _located(text: str, findings: Sequence[Finding], blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Where findings' blocks (or ranges) say a text; if in other words, all of the first that has a block."""
    pieces = [
        (blocks[finding.block], *(finding.range or (0, len(blocks[finding.block].text))))
        for finding in findings
        if finding.block is not None
    ]
    hits = [(block, block.text.find(text, start, end)) for block, start, end in pieces]
    spans = {span for block, at in hits if at >= 0 for span in block.source(at, at + len(text))}
    return tuple(sorted(spans)) or (pieces[0][0].source(*pieces[0][1:]) if pieces else ())


def _signed(field: str, findings: Sequence[Finding], blocks: Sequence[Block]) -> Iterator[_Reading]:
    for finding in findings:
        if finding.rule == f"byline.{field}" and (value := _item(finding, field)):
            yield _Reading(value, "byline", _located(value, [finding], blocks), (finding.rule,))


def _headlines(findings: Sequence[Finding], blocks: Sequence[Block]) -> Iterator[_Reading]:
    for finding in findings:
        if finding.rule == "meta.headline" and finding.block is not None:
            block = blocks[finding.block]
            start, end = finding.range or (0, len(block.text))
            value = " ".join(block.text[start:end].split())
            yield _Reading(value, "headline", block.source(start, end), (finding.rule,))


# Titles and sites.

# Between a title and a site's name: bars; dashes, dots and guillemets in spaces; dashes in Chinese.
_SEPARATOR = re.compile(r"\s*[|｜]\s*|\s+[-–—·•:~»«]+\s+|(?<=[^\x00-\xff])[-_](?=[^\x00-\xff])")
_DRESSED = ("seo.title-suffix", "page.dressed-title")  # the same sight, in a block and in what is declared
_IN_PAGE = ("headline", "h1", "itemprop")  # places of a title that readers see
_MOST_PARTS = 12  # of a title; every run of parts is compared
_TITLE_WORDS = 3  # before a bar, from which on that is the title (measured: 2 and 4 are no better)


def _title(
    readings: Sequence[_Reading], sites: frozenset[str], findings: Sequence[Finding], blocks: Sequence[Block]
) -> Claim | None:
    for finding in findings:
        if finding.rule in _DRESSED and (title := _item(finding, "title")):
            rules = dict.fromkeys((finding.rule, *(rule for reading in readings for rule in reading.rules)))
            said = [reading for reading in readings if _key(reading.value).startswith(_key(title))]
            spans = _located(title, [finding], blocks) or _spans(said)
            return Claim("title", title, Verdict.CORRECTED, tuple(rules), spans)
    heads = [reading.value for reading in readings if reading.place not in _IN_PAGE]
    sites |= _books({_key(reading.value) for reading in readings if reading.place == "h1"}, heads, sites)
    reduced = []
    for reading in readings:
        others = {_key(other.value) for other in readings if other.place != reading.place}
        reduced.append(reading._replace(value=_without_site(reading.value, others, sites)))

    def doubt(reading: _Reading) -> int:
        stray = reading.place == "h1" and not _in_head(reading.value, heads)
        return 2 * _is_site(reading.value, sites) + stray

    return _believed("title", [reading for reading in reduced if _key(reading.value)], _same_words, doubt)


def _books(headings: set[str], heads: Sequence[str], sites: frozenset[str]) -> set[str]:
    """Headings that stand behind the title in the head: the book of a chapter, which is a site of its own."""
    bars = ((head, bar) for head in heads for bar in islice(_SEPARATOR.finditer(head), _MOST_PARTS))
    ends = ((head[: bar.start()], _key(head[bar.end() :])) for head, bar in bars)
    return {
        key
        for title, key in ends
        if key in headings and len(title.split()) >= _TITLE_WORDS and not _is_site(title, sites)
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
        return first == 0 or follows or _is_site(lead, sites)

    pairs = combinations_with_replacement(range(len(starts)), 2)
    runs = [title[starts[first] : ends[last]] for first, last in pairs if opens(first)]
    known = [run for run in runs if run != title and _key(run) in others and not _is_site(run, sites)]
    if known:
        return max(known, key=len)
    first, last = 0, len(bars)
    while first < last and _is_site(title[starts[last] : ends[last]], sites):
        last -= 1
    while first < last and _is_site(title[starts[first] : ends[first]], sites):
        first += 1
    # Enough words before a bar are a title; what stands behind it is a section or a slogan.
    bar = title.find("|", starts[first], ends[last])
    while bar >= 0 and len(title[starts[first] : bar].split()) < _TITLE_WORDS:
        bar = title.find("|", bar + 1, ends[last])
    return title[starts[first] : bar if bar >= 0 else ends[last]].rstrip()


def _in_head(heading: str, heads: Sequence[str]) -> bool:
    """Do half of a heading's words stand in the head's titles? Menus and notices are ``h1`` as well."""
    words, known = (set(re.findall(r"\w+", text.casefold())) for text in (heading, " ".join(heads)))
    whole = any(_key(heading) in _key(head) for head in heads)  # where words are not set apart by spaces
    return not heads or whole or 2 * len(words & known) >= len(words)


def _key(text: str) -> str:
    """Letters and digits alone, case folded: what makes two spellings of a name or title the same."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _same_words(one: str, other: str) -> bool:
    return _key(one) == _key(other)


def _sites(readings: Sequence[_Reading], titles: Sequence[_Reading]) -> Iterator[_Reading]:
    """What is given as the site, unless it is the title (some systems fill that in) and unlike the host."""
    hosts = [reading.value for reading in readings if reading.place == "url"]
    heads = {_key(title.value) for title in titles if title.place not in _IN_PAGE}
    for reading in readings:
        if _key(reading.value) not in heads or any(_same_site(reading.value, host) for host in hosts):
            yield reading


def _site_keys(readings: Sequence[_Reading]) -> frozenset[str]:
    hosts = [reading.value.split(".") for reading in readings if reading.place == "url"]
    labels = {max(host[:-1], key=len) for host in hosts if len(host) > 1}
    return frozenset({_key(reading.value) for reading in readings} | labels) - {""}


def _is_site(text: str, sites: frozenset[str]) -> bool:
    """Is this the site's name, a part of it, or its name with a little more (``Example Online``)?"""
    key = _key(text)
    longer = (site for site in sites if len(site) >= 4 and len(key) < len(site) + 12)
    return key in sites or (
        len(key) >= 4 and (any(key in site for site in sites) or any(site in key for site in longer))
    )


def _same_site(one: str, other: str) -> bool:
    one, other = sorted((_key(one), _key(other)), key=len)
    return one == other or (len(one) >= 4 and one in other)


# Authors.

_VISIBLE = ("rel-author", "itemprop", "byline")  # several names there are a forum's, or of other articles
_SIGNED = re.compile(
    r"^(?:(?:written|posted|authored|published|reviewed|created|words|story|text|recipe"
    r"|(?:view|see|read) (?:all|more) (?:posts|articles|stories)) by|by|(?:more )?about"
    r"|authors?|autore?|auteur|written"
    r"|(?:von|par|por)(?=\s+\S+\s+\S))\b[\s:]+(?:by )?",  # "Von Miller" is a name, "Von Lena Vogt" a byline
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[|•·»<]|\s[-–—/]\s|\b(?:on|in|at|published|updated|posted|last|modified)\b(?=.*\d)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? \d"
    r"|\d{1,4}[./-]\d\d?[./-]\d|(?<=\s)\d{1,4}[.: -]).*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"://|^www\.|\S@\S|[{}\[\]>=]|^/|^\w+(?:\.\w+){2,}$")  # addresses, template variables
_NOBODY = re.compile(
    r"admin(?:istrator)?|anonymous|(?:the )?author|(?:written |posted )?by|editors?|guest|name|none|null|root"
    r"|sign in|staff|the|undefined|unknown|user|view more posts|webmaster"
    r"|(?:last )?(?:updated|published)\b.*",
    re.IGNORECASE,
)
_EDGE = " \t\"'“”‘’,;:-–|"


def _authors(
    readings: Sequence[_Reading], sites: frozenset[str], findings: Sequence[Finding], blocks: Sequence[Block]
) -> Iterator[Claim | None]:
    """The honest author first, then the made-up ones."""
    personas: dict[frozenset[str], list[Finding]] = {}  # no words: a profile that gives no name
    for finding in findings:
        if finding.rule == "author.fabricated":
            personas.setdefault(_person(_item(finding, "name")), []).append(finding)
    honest = []
    for place in dict.fromkeys(reading.place for reading in readings):
        names: dict[frozenset[str], str] = {}
        here = []
        for reading in readings:
            if reading.place == place:
                people = [name for name in _people(reading.value, sites) if _person(name) not in personas]
                here += [reading] if people else []
                for name in people:
                    names.setdefault(_person(name), name)
        alone = len(names) == 1 and (place not in _GUESSED or all(map(_full_name, names.values())))
        if alone or (names and place not in (*_VISIBLE, *_GUESSED)):
            rules = tuple(rule for reading in here for rule in reading.rules)
            honest.append(_Reading("; ".join(names.values()), place, _spans(here), rules))
    author = _believed("author", honest, _same_people, lambda reading: _is_site(reading.value, sites))
    nameless = personas.pop(frozenset(), None)
    if author and nameless and {reading.place for reading in honest} == {"byline"}:  # it is the profile's own
        author = author._replace(verdict=Verdict.FABRICATED, rules=(nameless[0].rule,))
    yield author
    for found in personas.values():
        name = _item(found[0], "name")
        yield Claim("author", name, Verdict.FABRICATED, (found[0].rule,), _located(name, found, blocks))


def _people(value: str, sites: frozenset[str]) -> list[str]:
    """The names in an author's place: without "By", dates, roles behind a bar, the site; no addresses."""
    value = _AFTER.sub("", _SIGNED.sub("", value.strip(_EDGE))).strip(_EDGE)
    if _NO_NAME.search(value):
        return []
    head, _, tail = value.rpartition(", ")
    if head and _key(tail) in sites:
        value = head
    names: list[str] = []
    for piece in value.split("; "):
        joined = re.split(r",? (?:and|und|et|&) ", piece)
        parts = [part for side in joined for part in side.split(", ")]
        several = (len(joined) > 1 or len(parts) > 2) and all(map(_full_name, parts))
        names += parts if several else [piece]
    return [name for name in names if _is_name(name)]


def _full_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() or word in PARTICLES for word in words)


def _is_name(name: str) -> bool:
    return not _NOBODY.fullmatch(name) and len(name.split()) <= 8 and any(map(str.isalpha, name))


def _person(name: str) -> frozenset[str]:
    """What tells a person: the words of the name in any order, without honorifics, degrees, dots and case."""
    words = {word.strip(".,").casefold().replace(".", "") for word in name.split()}
    return frozenset(words - HONORIFICS - SUFFIXES - {"the", ""}) or frozenset(words)


def _same_people(one: str, other: str) -> bool:
    return {_person(name) for name in one.split("; ")} == {_person(name) for name in other.split("; ")}


# Languages and addresses.

_PROSE = 60  # characters of a block from which on it is running text, not a label
_CONTRADICTS = 1_000  # characters of running text whose language outweighs a declared "en"


def _with_detected(readings: Sequence[_Reading], blocks: Sequence[Block]) -> list[_Reading]:
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
    return [*kept, _Reading(detected, "detected")]


def _primary(tag: str) -> str:
    """The language of a tag; ``no`` is written for Bokmål, ``nb``, as a rule."""
    language = tag.partition("-")[0]
    return "nb" if language == "no" else language


def _address(url: str) -> str:
    """An address without what seldom tells pages apart: the scheme, ``www.``, a last slash, a fragment."""
    return re.sub(r"^https?://(?:www\.)?|/?(?:#.*)?$", "", url)
