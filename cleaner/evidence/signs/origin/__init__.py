"""Where a text says it is from: addresses and names in a line that attributes it."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from urllib.parse import urlsplit

from courlan import extract_domain

from cleaner.evidence.signs.bylines import is_agency, is_proper
from cleaner.evidence.signs.dates import dates
from cleaner.evidence.view import View
from cleaner.model import Block, Span

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]+|\b[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,30})*\.[a-z]{2,12}\b(?:/[^\s<>\"“”]*)?",
    re.IGNORECASE,
)
_EDGE = " \t\n.,;:|()[]“”\"'–—-»«→"
_NAME, _SMALL = 60, 2
_COMMA = re.compile(r"[,、，]")
# "BrightPath": sites are named so.
_JOINED = re.compile(r"[a-z][A-Z][a-z]")


@lru_cache(maxsize=256)
def domain_of(address: str) -> str:
    """The registered domain of an address ("bbc.co.uk" of "https://www.bbc.co.uk/news"), "" if it has none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return (extract_domain(f"https://{host}/") or ".".join(host.split(".")[-2:])) if "." in host else ""


def evidence(block: Block, span: Span, view: View, named: str = "") -> tuple[str, ...]:
    """What a range of a block says of the source: its address (of a link, or as text), its domain and its name.

    :param named: the part of the text that should be a name.
    """
    own = domain_of(view.page.source.url or "")
    found = []
    links = [mark for mark in block.inline if mark.kind == "link" and span[0] <= mark.range[0] < span[1]]
    targets = [mark.target for mark in links if mark.target and "//" in mark.target]
    url = next((target for target in reversed(targets) if domain_of(target) != own), "")
    printed = _ADDRESS.search(block.text, *span)
    if not url and printed and domain_of(printed[0]) != own:
        url = printed[0]
    if url and (domain := domain_of(url)):
        found.append(f"domain={domain}")
        if "//" in url:
            found.append(f"url={url}")
    name = named.strip(_EDGE)
    if name and len(name) <= _NAME and not _ADDRESS.fullmatch(name):
        found.append(f"name={name}")
    return tuple(found)


def name_in(text: str) -> str:
    """The source that a text names, if it says nothing else but a date; else ""."""
    for when in reversed(dates(text)):
        text = f"{text[: when.span[0]]} , {text[when.span[1] :]}"
    pieces = [piece.strip(_EDGE) for piece in _COMMA.split(text) if piece.strip(_EDGE)]
    named = all(is_address(piece) or is_agency(piece) or is_proper(_without_small(piece)) for piece in pieces)
    return pieces[0] if 0 < len(pieces) <= 2 and named else ""


def _without_small(name: str) -> str:
    """A name without the small words inside it ("Trucos y Hogar")."""
    first, *others = name.split()
    return " ".join([first, *(word for word in others if len(word) > _SMALL or not word.islower())])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads((resources.files(__name__) / "outlets.toml").read_text("utf-8"))[name])


def is_outlet(text: str) -> bool:
    """Is a text the name of a news agency, or has it a word of papers' names?"""
    if text > "\u2e80":
        return is_agency(text) or any(word in text for word in _words("outlet-wide"))
    named = not _words("outlet").isdisjoint(re.findall(r"\w+", text.lower()))
    return named or is_agency(text) or bool(_JOINED.search(text))


def is_akin(domain: str, other: str) -> bool:
    """Do two domains look like one owner's: the same name, or one that is a part of the other ("bbc.co.uk", "bbci.co.uk")?"""
    one, two = sorted((domain.partition(".")[0], other.partition(".")[0]), key=len)
    return one in two


def is_host(domain: str) -> bool:
    """Does a domain serve other people's pictures?"""
    return any(domain == host or domain.endswith(f".{host}") for host in _words("hosts"))


def is_address(text: str) -> bool:
    """Is a text an address and nothing else?"""
    return bool(_ADDRESS.fullmatch(text.strip(_EDGE)))


def has_address(text: str) -> bool:
    """Does an address stand in a text?"""
    return bool(_ADDRESS.search(text))
