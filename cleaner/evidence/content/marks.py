"""What the containers of a block are, by their tags and by what their names hint at."""

from __future__ import annotations

import numpy as np

from cleaner.evidence.content.geometry import Geometry, Ints
from cleaner.evidence.content.hints import GROUPS, hints

_CONTAINERS = "nav footer header aside main article section form table ul ol figure button p div pre".split()
_CONTAINER = {tag: place for place, tag in enumerate(_CONTAINERS)}
_OUTERMOST = ("html", "body")
MARKS = (*_CONTAINERS, *GROUPS)


def marked(page: Geometry) -> Ints:
    """The depth of the innermost element around each block of each container tag and each hint; -1 where none is."""
    of_sort, sorts = page.sorts
    own = np.zeros((len(sorts), len(MARKS)), dtype=bool)
    tagged = [(place, _CONTAINER[tag]) for place, (tag, _, _) in enumerate(sorts) if tag in _CONTAINER]
    if tagged:
        own[tuple(zip(*tagged, strict=True))] = True
    # Names of the page's own element tell of the page's kind, not of what stands in it.
    names = ["" if tag in _OUTERMOST else " ".join((*classes, identity or "")) for tag, classes, identity in sorts]
    named, hinted = hints(names)
    own[named, len(_CONTAINERS) + hinted] = True
    return page.nearest(own[of_sort])
