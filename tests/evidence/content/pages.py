"""Small pages for hypothesis, and the long way round to what the arrays say of them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from cleaner.evidence.content.features import Features
from cleaner.evidence.content.geometry import Geometry
from cleaner.evidence.content.opinion import look
from cleaner.evidence.phrases import Found
from cleaner.evidence.view import View
from cleaner.model import Block, Tree
from cleaner.source.decode import decode
from cleaner.source.html import segment
from cleaner.source.metadata import declared_in_head
from tests.source.html_strategies import markup

_OPEN = (
    "<div>", "<div class=side>", "<div class='side box' id=a>", "<p>", "<ul>", "<li>", "<li>", "<li class=box>",
    "<section class='main-text'>", "<h2>", "<b>", "<a href=/x>", "<nav>", "<table>", "<td>", "<p hidden>",
)  # fmt: skip
_WORDS = (
    "Home", "渡し船は九時に出ます。", "a 5 € ticket", "1911", "The ferry leaves",
    "The ferry leaves at nine, and in a storm it does not leave the harbour at all.",
    "the bridge is nine miles up the river and the buses over it do not run on Sundays nor on any day that the town "
    "keeps as a feast",
)  # fmt: skip


def nested() -> st.SearchStrategy[str]:
    """Pages of nested lists of elements, well closed; tables and paragraphs in wrong places move about in the parser."""
    element = st.deferred(lambda: st.builds(_wrapped, st.sampled_from(_OPEN), inside))
    inside = st.lists(st.one_of(st.sampled_from(_WORDS), element), max_size=5)
    return inside.map("".join)


def _wrapped(tag: str, inside: list[str]) -> str:
    return f"{tag}{' '.join(inside)}</{tag[1:].split()[0].rstrip('>')}>"


def crossed() -> st.SearchStrategy[str]:
    """Pages whose tags cross: what opens inside a table or a ``b`` closes outside, and the other way round."""
    closing = st.sampled_from([f"</{tag}>" for tag in "div p ul li b a table td section".split()])
    pieces = st.one_of(st.sampled_from(_OPEN), st.sampled_from(_WORDS), closing)
    return st.lists(pieces, max_size=24).map(" ".join)


def sources() -> st.SearchStrategy[str]:
    """Pages of every order and disorder."""
    return st.one_of(nested(), crossed(), markup())


def shown() -> st.SearchStrategy[str]:
    """Of these the pages that show something."""
    return sources().filter(lambda source: bool(seen(source)[0]))


def geometries() -> st.SearchStrategy[Geometry]:
    return sources().map(seen).filter(lambda page: bool(page[0])).map(lambda page: Geometry(*page))


def seen(source: str) -> tuple[list[Block], Tree]:
    """The blocks that a reader sees, and the page's tree."""
    page = segment(source)
    return [block for block in page.blocks if not block.flags.unseen], page.tree


def features_of(source: str, url: str | None = None) -> Features:
    """The features of a page as the model is asked about it."""
    page = decode(source, kind="html", url=url)
    blocks, tree = seen(page.text)
    return look(page, blocks, tree, phrases_of(page.text), declared_in_head(page))


def phrases_of(source: str) -> Found:
    """The phrases in a page's blocks."""
    segmented = segment(source)
    return View(decode(source, kind="html"), segmented.blocks, segmented.tree, (), ()).phrases


def row(features: Features, name: str) -> list[float]:
    """One feature of all blocks."""
    values: list[float] = features.values[features.names.index(name)].tolist()
    return values


def fact(features: Features, name: str) -> float:
    """One feature of the page."""
    return float(features.page[features.page_names.index(name)])


def around(geometry: Geometry) -> list[list[int]]:
    """For each block the elements around it, the innermost first."""
    return [geometry.tree.ancestry(int(node)) for node in geometry.nodes]


def members(geometry: Geometry) -> list[list[int]]:
    """For each element the blocks inside it."""
    found: list[list[int]] = [[] for _ in geometry.tree.tags]
    for block, line in enumerate(around(geometry)):
        for element in line:
            found[element].append(block)
    return found


def alike(keys: Sequence[object]) -> list[int]:
    """Keys as numbers that are equal where the keys are: to compare with other numbers for the same."""
    codes: dict[object, int] = {}
    return [codes.setdefault(key, len(codes)) for key in keys]
