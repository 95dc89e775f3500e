"""How a reader sees a page, and what can be asked of a page with junk in it."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree, html

from cleaner.evaluate.junk.model import Line, fold

ROOT = Path(__file__).parent.parent.parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.html"))
LOOKALIKES = sorted((ROOT / "tests" / "lookalikes").glob("*/*.html"))

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section select "
    "summary table tbody td tfoot th thead tr ul".split()
)
_UNREAD = frozenset("head script style noscript template title textarea svg math iframe object audio video".split())
_HIDES = re.compile(
    r"display:none|visibility:hidden|font-size:0|(left|top|text-indent):-\d{4}|color:(#fff|white)|height:0|opacity:0"
    r"|clip:rect|clip-path:inset"
)
_RULE = re.compile(r"\.(\w+)\{([^}]*)\}")


def parse(page: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)


def lines(page: str, *, hidden: bool = True) -> list[str]:
    """The lines of a page, with the white space folded: blocks, and what ``<br>`` and cells set apart.

    :param hidden: those too that a style or an attribute hides.
    """
    root = parse(page)
    sheets = " ".join(text for style in root.iter("style") for text in (style.text or "",))
    unseen = {name for name, rule in _RULE.findall(sheets) if _HIDES.search(rule.replace(" ", ""))}
    pieces: list[str] = []
    _read(root, pieces, None if hidden else unseen)
    return [line for each in "".join(pieces).split("\0") if (line := fold(each))]


def _read(element: etree._Element, pieces: list[str], unseen: set[str] | None) -> None:
    name = element.tag if isinstance(element.tag, str) else ""
    edge = "\0" if name in _BLOCKS else ""
    pieces.append(edge)
    if name and name not in _UNREAD and not (unseen is not None and _is_hidden(element, unseen)):
        pieces.append((element.text or "").replace("\0", " "))
        for child in element:
            _read(child, pieces, unseen)
    pieces.append(edge)
    pieces.append((element.tail or "").replace("\0", " "))


def _is_hidden(element: etree._Element, unseen: set[str]) -> bool:
    style = (element.get("style") or "").replace(" ", "")
    classes = (element.get("class") or "").split()
    return element.get("hidden") is not None or bool(_HIDES.search(style)) or not unseen.isdisjoint(classes)


def is_within(short: Iterable[object], long: Iterable[object]) -> bool:
    """Does one stand in the other, in order, with anything between?"""
    rest = iter(long)
    return all(each in rest for each in short)


def strays(before: Iterable[str], after: Iterable[str], put_in: Iterable[Line], glued: bool) -> Counter[str]:
    """Lines that are neither of the page before nor put in, and those of both that are missing, counted negative.

    :param glued: the last line of the article may have junk behind it: its parts count as there then.
    """
    found = Counter(after)
    found.subtract(before)
    found.subtract(line.text for line in put_in)
    if glued:
        for whole in [text for text, count in found.items() if count > 0]:
            if parts := _taken_apart(whole, [text for text, count in found.items() if count < 0]):
                found.subtract([whole])
                found.update(parts)
    return Counter({text: count for text, count in found.items() if count})


def _taken_apart(whole: str, parts: list[str]) -> list[str]:
    """A line as several of the parts with blanks between, if it is just that."""
    for part in parts:
        if whole == part:
            return [part]
        if whole.startswith(f"{part} ") and (rest := _taken_apart(whole[len(part) + 1 :], parts)):
            return [part, *rest]
    return []


def rngs(count: int) -> Iterator[random.Random]:
    return (random.Random(seed) for seed in range(count))
