"""Reading a rule's examples: text or an HTML fragment, with "=>" before the block that is meant."""

from __future__ import annotations

from cleaner.checks import Example, meant, read
from cleaner.model import Finding
from cleaner.pipeline import Cleaned, clean

__all__ = ["Example", "cleaned", "found", "in_article", "meant", "read"]

# An honest article in plain words, to set a miss into.
ARTICLE = (
    "The ferry across the estuary has run since 1911, and for most of that time it has run at a loss.",
    "In March the council asked what it would cost to stop. The answer, in a report of forty pages, was that nobody knew: "
    "the bridge is nine miles up the river, and the buses over it do not run on Sundays.",
    "“My grandmother went to school on it,” said Hanne Fosse, who sells the tickets. “So did I.”",
    "The report will be read again in the autumn, when the figures for the summer are in.",
)


def in_article(example: str) -> Example:
    """An example set into an honest article as if it belonged there."""
    page, is_html, offset = read(example)
    wrap = "<p>{}</p>\n" if is_html else "{}\n\n"
    before = "".join(wrap.format(paragraph) for paragraph in ARTICLE[:2])
    after = "".join(wrap.format(paragraph) for paragraph in ARTICLE[2:])
    if is_html:
        before, after = f"<html><body><article>{before}", f"{after}</article></body></html>"
    separator = "\n\n"
    start = len(before)
    return Example(before + page + separator + after, is_html, start + (offset or 0))


def cleaned(example: Example) -> Cleaned:
    return clean(example.page, kind=example.kind)


def found(result: Cleaned, rule: str, example: Example) -> list[Finding]:
    """What a rule found on the blocks that an example means, or of the page as a whole."""
    blocks = meant(result, example)
    return [f for f in result.findings if f.rule == rule and (f.block is None or f.block in blocks)]
