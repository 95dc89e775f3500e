"""What JSON-LD says of a page (schema.org): title, author, date and site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from typing import Any, Literal

Field = Literal["title", "author", "date", "site"]

# Bounds against hostile pages; an ordinary page comes near none of them.
_SIZE = 1_000_000  # characters read on a page
_MOST_THINGS = 2_000  # objects read on a page
_MOST_NAMES = 12  # names read of one property
_LONGEST = 2_400  # characters read of a name

# schema.org types that are the page's own subject when they stand at the top of its JSON-LD.
_SUBJECTS = frozenset(
    "Article NewsArticle BlogPosting TechArticle Report ScholarlyArticle OpinionNewsArticle Question Recipe "
    "ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting HowTo "
    "SocialMediaPosting DiscussionForumPosting Review Product ProductGroup Event Book Course JobPosting "
    "VideoObject PodcastEpisode SoftwareApplication CreativeWork MedicalWebPage".split()
)
_PARTS = ("@graph", "mainEntity", "mainEntityOfPage")


def read(scripts: Iterable[str]) -> Iterator[tuple[Field, str]]:
    """What JSON-LD states of the site, and of the page's subject: the first thing in it that can be one.

    :param scripts: the texts of the page's JSON-LD scripts, in order; what is no JSON is passed over.
    :returns: fields and their values as written, but for tags and entities; a field may come several times.
    """
    things = list(islice(_things(_parsed(scripts)), _MOST_THINGS))
    named = {thing["@id"]: thing for thing in things if "name" in thing and isinstance(thing.get("@id"), str)}
    for thing in things:
        if "WebSite" in _types(thing):
            yield from (("site", name) for name in _names(thing, named))
    subject = next((thing for thing in things if not _SUBJECTS.isdisjoint(_types(thing))), {})
    yield from (("title", title) for title in _names(subject.get("headline") or subject.get("name"), named))
    yield from (("author", name) for name in _names(subject.get("author") or subject.get("creator"), named))
    yield from (("date", day) for day in _names(subject.get("datePublished"), named))
    yield from (("site", name) for name in _names(subject.get("publisher"), named))


def _parsed(scripts: Iterable[str]) -> Iterator[Any]:
    left = _SIZE
    for script in scripts:
        left -= len(script)
        if left < 0:
            return
        try:
            yield json.loads(script, strict=False)
        except (ValueError, RecursionError):  # as broken, or as deep, as anybody likes to write it
            continue


def _things(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """The objects that speak of the page: at the top, in lists and graphs, and as a page's main entity."""
    waiting = list(values)[::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value[::-1]
        elif isinstance(value, dict):
            yield value
            if "FAQPage" not in _types(value):  # its main entity is a question out of many
                waiting += [value[part] for part in _PARTS if part in value]


def _types(thing: dict[str, Any]) -> set[str]:
    stated = thing.get("@type")
    kinds = stated if isinstance(stated, list) else [stated]
    return {kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)}


def _names(value: Any, named: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The texts of a property: a text, a thing with a name, a reference to one, or a list of such."""
    for item in value[:_MOST_NAMES] if isinstance(value, list) else (value,):
        if isinstance(item, dict):
            item = item.get("name") or named.get(str(item.get("@id")), {}).get("name")
        if isinstance(item, str):
            yield re.sub(r"<[^<>]*>", "", unescape(item[:_LONGEST]))
