"""What a page says of itself: title, author, date, site, language and canonical address.

``declared`` reads the places made for that (``<title>``, ``<meta>``, JSON-LD, ``rel``, ``itemprop``) off one
parse, in half a millisecond for 100 kB. ``inferred`` asks trafilatura and htmldate, which look at the
visible page too and take some 35 ms. Neither judges: what is believed is the business of
:mod:`cleaner.verdict.claims`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple
from urllib.parse import urljoin, urlsplit

import turbohtml
from trafilatura import extract_metadata
from turbohtml import Element, Text

from cleaner.model import Page, Span
from cleaner.source import jsonld
from cleaner.source.scalar import scalar
from cleaner.source.shortened import shortened

Field = Literal["title", "author", "date", "site", "language", "canonical_url"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class RawClaim(NamedTuple):
    """One thing the page says of itself, and where.

    ``place`` names the kind of place (``title``, ``og:title``, ``json-ld``, ``h1``, …); ``span`` is the
    source span of the element's content or the attribute's value that says it, None where that is not
    known. White space in ``value`` is folded and entities are decoded; dates are ``YYYY-MM-DD`` or
    ``YYYY-MM``, addresses absolute, languages BCP 47.
    """

    field: Field
    value: str
    place: str
    span: Span | None = None


# Bounds against hostile pages; an ordinary page comes near none of them.
_MOST = 12  # claims of one field from one kind of place
_LONGEST = 600  # characters of a value: what is longer is no title and no name, nor an address four times as long
_NODES = 2_000  # nodes read inside one element

# The keys of <meta property>, <meta name> and <meta http-equiv>: Open Graph (ogp.me), Dublin Core, the tags
# that Google Scholar asks for, and what large publishing systems write.
_META_KEYS: tuple[tuple[Field, str, str], ...] = (
    ("title", "og:title", "og:title"),
    ("title", "twitter:title", "twitter:title"),
    ("title", "meta:title", "citation_title dc.title"),
    ("author", "article:author", "article:author"),
    ("author", "meta:author", "author citation_author dc.creator parsely-author sailthru.author byl"),
    ("date", "article:published_time", "article:published_time"),
    ("date", "meta:date", "date datepublished pubdate publish-date parsely-pub-date sailthru.date"),
    ("date", "meta:date", "citation_publication_date dc.date dc.date.issued dcterms.created"),
    ("site", "og:site_name", "og:site_name"),
    ("site", "application-name", "application-name"),
    ("language", "og:locale", "og:locale"),
    ("language", "content-language", "content-language"),
    ("canonical_url", "og:url", "og:url"),
)
_META = {key: (field, place) for field, place, keys in _META_KEYS for key in keys.split()}
_ITEMPROP: dict[str, Field] = {"headline": "title", "author": "author", "datepublished": "date"}
_BYLINE = _words("byline author author-name author__name post-author entry-author article-author p-author")
_SELECTOR = "html, title, h1, meta, time, link[rel~=canonical i], [rel~=author], [itemprop], " + ", ".join(
    ["script[type='application/ld+json' i]", *(f".{name}" for name in sorted(_BYLINE))]
)
_HEAD_END = re.compile(r"</head\b|<body\b", re.IGNORECASE)
_TEXT = ""  # among the attributes to read: the element's text
_UNSEEN = _words("script style template svg")
_WITHIN_WORDS = _words("a abbr b bdi bdo cite code em font i mark s small span strong sub sup u wbr")


def declared(page: Page) -> tuple[RawClaim, ...]:
    """What the page's markup and address state of the page, in document order, not in order of trust.

    :param page: any page; a hostile one costs seconds at most. Of plain text only the address says anything.
    :returns: at most ``_MOST`` claims of a field from one kind of place, without repeats.
    """
    found: list[RawClaim] = []
    if page.source.input_kind != "text":
        text = page.text
        if "\r" in text:  # offsets count after newline normalisation: give it nothing to normalise
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        text = scalar(text)
        document = turbohtml.parse(text, source_locations=True)
        base = _join(page.source.url or "", document.base_url())
        read: Counter[tuple[str, str]] = Counter()
        scripts: list[Element] = []
        for element in document.select(_SELECTOR):
            if element.tag == "script":
                scripts.append(element)
            for field, place, attributes in _stated(element):
                read[field, place] += 1
                if read[field, place] <= _MOST:
                    value, span = _read(text, element, attributes)
                    found.append(RawClaim(field, _normal(field, value, base), place, span))
        for field, value in jsonld.read(script.text for script in scripts):
            found.append(RawClaim(field, _normal(field, value, base), "json-ld"))
    found += _address(page.source.url or "")
    return tuple(dict.fromkeys(claim for claim in found if 0 < len(claim.value) <= _bound(claim.field)))


def declared_in_head(page: Page) -> tuple[RawClaim, ...]:
    """What the page's head states: enough to know its headline by, and a fraction of the page to parse."""
    end = _HEAD_END.search(page.text)
    return declared(replace(page, text=page.text[: end.start()])) if end else declared(page)


def agreed(raw: Sequence[RawClaim], field: Field) -> tuple[str, ...]:
    """What a page declares of itself in one field. A place that says several different things says nothing."""
    values: dict[str, set[str]] = {}
    for claim in raw:
        if claim.field == field and claim.place not in ("h1", "url"):
            values.setdefault(claim.place, set()).add(claim.value)
    return tuple(value for said in values.values() if len(said) == 1 for value in said)


def _bound(field: Field) -> int:
    return 4 * _LONGEST if field == "canonical_url" else _LONGEST


def _address(url: str) -> Iterator[RawClaim]:
    """The host without ``www.``, and a date such as ``/2024/03/05/`` in the path."""
    try:
        yield RawClaim("site", (urlsplit(url).hostname or "").removeprefix("www."), "url")
    except ValueError:  # such as http://[
        return
    if dated := re.search(r"/((?:19|20)\d\d/\d\d?(?:/\d\d?)?)/", url):
        yield RawClaim("date", _date(dated[1]), "url")


def _stated(element: Element) -> Iterator[tuple[Field, str, tuple[str, ...]]]:
    """What an element is there to state: the field, the kind of place, and the attributes to read."""
    match element.tag:
        case "html":
            yield "language", "html-lang", ("lang", "xml:lang")
        case "meta":
            for name in ("property", "name", "http-equiv"):
                if (key := (element.attr(name) or "").strip().lower()) in _META:
                    yield *_META[key], ("content",)
                    break
        case "link":
            if "canonical" in (element.attr("rel") or "").lower().split():
                yield "canonical_url", "canonical", ("href",)
        case "title":
            if isinstance(element.parent, Element) and element.parent.tag == "head":
                yield "title", "title", (_TEXT,)
        case "h1":
            yield "title", "h1", (_TEXT,)
        case "time":
            yield "date", "time", ("datetime", _TEXT)
        case _:
            if "author" in (element.attr("rel") or "").lower().split():
                yield "author", "rel-author", (_TEXT,)
            if not _BYLINE.isdisjoint((element.attr("class") or "").split()):
                yield "author", "byline", (_TEXT,)
    for name in (element.attr("itemprop") or "").lower().split():
        if name in _ITEMPROP:
            yield _ITEMPROP[name], "itemprop", ("content", "datetime", _TEXT)


def _read(text: str, element: Element, attributes: tuple[str, ...]) -> tuple[str, Span | None]:
    """The first attribute that says something, or the element's text; and where in the source that stands."""
    for name in attributes:
        if name == _TEXT:
            element = element.select_one("[itemprop~=name]") or element  # a person's or thing's own name
            where = element.source_location
            return _text(element), (
                _trimmed(text, where.start_tag.end_offset, where.end_tag.start_offset)
                if where and where.end_tag
                else None
            )
        value = element.attr(name)
        if value and value.strip():
            where = element.source_location
            at = where.attrs.get(name) if where else None
            if at is None:
                return value, None
            start, end = _trimmed(text, text.find("=", at.start_offset) + 1, at.end_offset)
            quoted = text[start] in "\"'"
            return value, _trimmed(text, start + quoted, end - quoted)
    return "", None


def _trimmed(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    return end - len(inner.lstrip()), start + len(inner.rstrip())


def _text(element: Element) -> str:
    """The text a reader sees of an element, a space for tags that break words; no more than a value has."""
    parts: list[str] = []
    size = 0
    for node in islice(element.descendants, _NODES):
        if isinstance(node, Text):
            if isinstance(node.parent, Element) and node.parent.tag not in _UNSEEN:
                parts.append(node.data)
                size += len(node.data)
                if size > 4 * _LONGEST:
                    break
        elif isinstance(node, Element) and node.tag not in _WITHIN_WORDS:
            parts.append(" ")
    return "".join(parts)


def _normal(field: Field, value: str, base: str) -> str:
    """A value as :class:`RawClaim` promises it; empty if it is none."""
    value = " ".join(value[: 4 * _LONGEST].split())
    match field:
        case "date":
            return _date(value)
        case "language":
            return _language(value)
        case "canonical_url":
            return _join(base, value) if value else ""
        case _:
            return value.rstrip(" ¶")  # the mark that documentation systems put behind headings


def _join(base: str, address: str) -> str:
    """An absolute http(s) address, or nothing."""
    try:
        joined = urljoin(base, address)
        parts = urlsplit(joined)
        return joined if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def _language(value: str) -> str:
    """The language, script and region of a BCP 47 tag or POSIX locale, in BCP 47's letter case."""
    tag = r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z\d])"
    match = re.match(tag, value, re.IGNORECASE | re.ASCII)
    if not match or match[1].lower() in ("und", "mul", "zxx"):
        return ""
    language, script, region = match.groups()
    return "-".join(filter(None, (language.lower(), script and script.title(), region and region.upper())))


_EARLIEST = "1990-01-01"  # the web has no earlier pages; systems write the years 1 and 1970 for "not known"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(\d{4})([-/.]?)(\d\d?)(?:\2(\d\d?))?(?!\d)", re.ASCII)
_DAY = r"(\d\d?)(?:st|nd|rd|th)?"
_WORDED = re.compile(rf"(?:{_DAY}\.? )?\b([A-Za-z]{{3}})[a-z]*\.?(?: {_DAY})?,? (\d{{4}})\b", re.ASCII)


def _date(value: str) -> str:
    """``YYYY-MM-DD`` or ``YYYY-MM`` of an ISO, RFC 2822 or English date as written, in its own time zone."""
    if numeric := _NUMERIC.match(value):
        year, month, day = numeric[1], int(numeric[3]), numeric[4]
    elif (worded := _WORDED.search(value)) and worded[2].lower() in _MONTHS:
        year, month, day = worded[4], _MONTHS.index(worded[2].lower()) + 1, worded[1] or worded[3]
    else:
        return ""
    try:
        valid = date(int(year), month, int(day or 1)).isoformat()
    except ValueError:
        return ""
    return (valid if day else valid[:7]) if valid > _EARLIEST else ""


# Without the extensive search htmldate finds a date on 1,069 of 1,480 pages and is right on 85% of those with
# a known one; with it, on 1,451 and 84%, most of them pages that have none. Unless told, it takes today for
# the latest possible date, but a record must not depend on the day it was made.
_HTMLDATE = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def inferred(page: Page) -> tuple[RawClaim, ...]:
    """Author, date and site as trafilatura and htmldate find them, some 35 ms a page.

    :param page: a page of a shape that lxml can be trusted with; that is the caller's to know.
    :returns: at most one claim of a field. Whatever these libraries raise, they found nothing.
    """
    if page.source.input_kind == "text":
        return ()
    try:
        tree = shortened(page.text)
        if tree is None:
            return ()
        found = extract_metadata(tree, default_url=page.source.url, date_config=_HTMLDATE)
    except Exception:  # neither says what it raises on broken pages
        return ()
    stated: tuple[tuple[Field, str | None, str], ...] = (
        ("author", found.author, "trafilatura"),
        ("date", found.date, "htmldate"),
        ("site", found.sitename, "trafilatura"),
    )
    return tuple(RawClaim(field, _normal(field, value, ""), place) for field, value, place in stated if value)
