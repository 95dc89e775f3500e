"""Goods that spam links to: anchors and sentences around them."""

from __future__ import annotations

from html import escape as esc

from cleaner.train.junkpages.one.spamhtml import anchor, domain, slug
from cleaner.train.junkpages.one.spamwords import Writer, load

SCAMS = ("pharma", "casino", "essay", "loan", "replica", "slot", "bahis", "kazino", "caipiao")
"""Goods that only spam puts on other people's pages."""
GAMBLING = ("casino", "slot", "bahis", "caipiao")


def texts(writer: Writer, kind: str, count: int) -> list[str]:
    """Anchor texts, without links; some again when there are too few."""
    known: list[str] = load("shared")[kind]["anchors"]
    return writer.sample(known, count) + [writer.rng.choice(known) for _ in range(count - len(known))]


def link(writer: Writer, text: str) -> str:
    """A text linked to some spammer's page."""
    path = writer.rng.choice(
        ("", "", f"{slug(text, writer.rng)}/", f"?p={writer.rng.randint(10, 9999)}", "go.php?id=7")
    )
    return anchor(text, f"{writer.rng.choice(('https', 'http'))}://{domain(writer.rng, 'spam')}/{path}", writer.rng)


def links(writer: Writer, kind: str, count: int) -> list[str]:
    """Linked anchors."""
    return [link(writer, text) for text in texts(writer, kind, count)]


def around(writer: Writer, template: str, inner: str, **slots: str) -> str:
    """A sentence as HTML, with other HTML where it has ``{a}``; begins large."""
    text = esc(writer.fill(template, a="\0", **slots))
    whole = text.replace("\0", inner)
    return whole[:1].upper() + whole[1:]


def says(writer: Writer, kind: str, count: int, linked: bool = True) -> list[str]:
    """Sentences of spam, as HTML."""
    templates: list[str] = load("shared")[kind]["says"]
    anchors = texts(writer, kind, count)
    return [
        around(writer, writer.rng.choice(templates), link(writer, text) if linked else esc(text)) for text in anchors
    ]
