"""A page as trafilatura's and htmldate's search for names and dates is shown it: parsed, with nothing in its head too long for them.

Their patterns take the square of a value's length. What is cut off here is longer than any name or date; an ordinary page loses nothing.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement
from trafilatura import load_html

_LONGEST = 600  # characters of a value (of :data:`cleaner.source.metadata._LONGEST`, which takes no more of one)
_MOST = 1_000  # tags of <meta>; the ordinary page with most of them has 211
_SIZE = 1_000_000  # characters of JSON-LD, of which more is not read elsewhere either (:mod:`.jsonld`)
_STRING = re.compile(rf'"((?:[^"\\]|\\.){{{_LONGEST}}})(?:[^"\\]|\\.)*+"', re.DOTALL)


def shortened(text: str) -> HtmlElement | None:
    """Parse a page and cut what is too long in ``<meta>`` and JSON-LD.

    :param text: a page of a shape that lxml can be trusted with.
    :returns: its tree; None where trafilatura believes that it is no HTML. Raises what lxml raises.
    """
    tree = load_html(text)
    if tree is None:
        return None
    metas = tree.iter("meta")
    for meta in islice(metas, _MOST):
        if len(meta.get("content", "")) > _LONGEST:
            meta.set("content", meta.get("content")[:_LONGEST])
    for meta in list(metas):
        meta.drop_tree()
    size = 0
    for script in list(tree.iter("script")):
        if "json" in script.get("type", "") and script.text:
            size += len(script.text)
            if size > _SIZE:
                script.drop_tree()
            elif len(script.text) > _LONGEST:
                script.text = _STRING.sub(r'"\1"', script.text)
    return tree
