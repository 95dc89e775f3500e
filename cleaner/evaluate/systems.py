"""The systems that are measured, each called as its users call it: bytes in, text out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import version
from typing import NamedTuple

from cleaner.cleaned import Cleaned
from cleaner.errors import MissingExtra
from cleaner.evaluate.datasets import LabelledPage
from cleaner.pipeline import Cleaner
from cleaner.source.decode import decode

OURS = "cleaner"


class Extracted(NamedTuple):
    """The text of a page, and, of the cleaner's, whose opinion of the content was heard."""

    text: str
    engine: str | None = None


class System(NamedTuple):
    """Something that extracts text. ``extract`` may raise whatever it likes."""

    name: str
    version: str
    extract: Callable[[LabelledPage], Extracted]


def cleaned(cleaner: Cleaner, page: LabelledPage) -> Cleaned:
    """A labelled page as the cleaner is measured on it: from its bytes alone, as its peers are."""
    return cleaner.clean(page.payload)


def ours(cleaner: Cleaner) -> System:
    """The cleaner under its policy."""

    def extract(page: LabelledPage) -> Extracted:
        result = cleaned(cleaner, page)
        return Extracted(result.text, result.engine)

    return System(OURS, version("cleaner"), extract)


def peer(name: str) -> System:
    """One of :data:`PEERS`.

    :raises MissingExtra: it is not installed.
    """
    distribution, build = PEERS[name]
    try:
        text_of = build()
    except ImportError as error:
        raise MissingExtra(f"{name} cannot be imported ({error}): the extra cleaner[evaluate] installs it") from error
    return System(name, version(distribution), lambda page: Extracted(text_of(page.payload)))


# Peers are imported by name when they are asked for: they are an extra, and most have no types.


def _trafilatura() -> Callable[[bytes], str]:
    trafilatura = import_module("trafilatura")
    return lambda payload: trafilatura.extract(payload, include_comments=False) or ""


def _resiliparse() -> Callable[[bytes], str]:
    extraction, html, encoding = map(
        import_module, ("resiliparse.extract.html2text", "resiliparse.parse.html", "resiliparse.parse.encoding")
    )

    def extract(payload: bytes) -> str:
        found = encoding.detect_encoding(payload, from_html_meta=True)
        text: str = extraction.extract_plain_text(html.HTMLTree.parse_from_bytes(payload, found), main_content=True)
        return text

    return extract


def _readability() -> Callable[[bytes], str]:
    readability, html = map(import_module, ("readability", "lxml.html"))

    def extract(payload: bytes) -> str:
        # It wants a string: most of its versions cannot read bytes.
        summary = readability.Document(decode(payload).text).summary()
        # It returns HTML. Joined without a break, the last word of a block and the first of the next would be one.
        return "\n".join(html.fromstring(summary).itertext())

    return extract


def _justext() -> Callable[[bytes], str]:
    justext = import_module("justext")
    stoplist = cache(justext.get_stoplist)

    def extract(payload: bytes) -> str:
        paragraphs = justext.justext(payload, stoplist(_language(payload)))
        return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)

    return extract


PEERS: Mapping[str, tuple[str, Callable[[], Callable[[bytes], str]]]] = {
    "trafilatura": ("trafilatura", _trafilatura),
    "resiliparse": ("resiliparse", _resiliparse),
    "readability": ("readability-lxml", _readability),
    "justext": ("jusText", _justext),
}
"""Peers by name: the distribution that has each, and what makes it ready."""

# jusText must be told the language. Its user would go by what the page says, and by English where it says nothing.
_LANG = re.compile(rb"<html[^>]{0,1000}?\slang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)
_HEAD = 10_000  # bytes in which the html tag stands
_STOPLISTS = dict(
    pair.split(":")
    for pair in (
        "ar:Arabic bg:Bulgarian ca:Catalan cs:Czech da:Danish de:German el:Greek es:Spanish et:Estonian fa:Persian "
        "fi:Finnish fr:French he:Hebrew hi:Hindi hr:Croatian hu:Hungarian id:Indonesian it:Italian ko:Korean la:Latin "
        "lt:Lithuanian lv:Latvian nb:Norwegian_Bokmal nl:Dutch no:Norwegian_Bokmal pl:Polish pt:Portuguese ro:Romanian "
        "ru:Russian sk:Slovak sl:Slovenian sr:Serbian sv:Swedish tr:Turkish uk:Ukrainian ur:Urdu vi:Vietnamese"
    ).split()
)


def _language(payload: bytes) -> str:
    """The name of jusText's stop list for a page."""
    found = _LANG.search(payload[:_HEAD])
    return _STOPLISTS.get(found[1].decode().lower(), "English") if found else "English"
