"""The text that printers fill pages with: "Lorem ipsum dolor sit amet"."""

from __future__ import annotations

import re

# Its words, and those that its generators put beside them.
_LOREM = frozenset(
    "lorem ipsum dolor sit amet consectetur adipiscing adipisicing elit sed do eiusmod tempor incididunt ut labore et "
    "dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo "
    "consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint "
    "occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum curabitur blandit "
    "tempus porttitor nullam risus eget urna ornare vel leo vestibulum pellentesque habitant morbi tristique senectus "
    "netus malesuada fames ac turpis egestas vitae mauris donec praesent phasellus integer aenean vivamus maecenas "
    "fusce cras suspendisse nunc aliquam sapien lacus lectus massa libero justo purus nibh augue tellus sodales "
    "faucibus ultrices posuere cubilia curae at vero eos accusam duo dolores rebum stet clita kasd gubergren no sea "
    "takimata sanctus diam nonumy eirmod invidunt aliquyam erat voluptua accumsan facilisis feugiat tincidunt rutrum "
    "scelerisque sollicitudin venenatis volutpat iaculis imperdiet interdum lobortis luctus mattis maximus metus "
    "molestie neque odio orci ornare pharetra placerat porta pretium pulvinar quam semper sagittis sem suscipit "
    "tortor ultricies varius vehicula viverra vulputate a auctor bibendum condimentum congue convallis cursus dapibus "
    "dictum dignissim dui efficitur eleifend elementum euismod felis fermentum finibus gravida hendrerit laoreet "
    "ligula magnis mi mus nascetur natoque nec parturient penatibus platea potenti primis quisque ridiculus si sociis "
    "torquent ullamcorper ut velit habitasse dictumst hac himenaeos inceptos per conubia nostra litora taciti sociosqu".split()
)
_LATIN = re.compile(r"[^\W\d_]+")
_NAMED = re.compile(r"\b(?:lorem|ipsum)\b", re.IGNORECASE)
# A line of filler has so many words at least, and this share of them from the list; a block with a smaller share in
# which the filler is named speaks of it.
_FEWEST, _SHARE, _NAMES = 7, 0.85, 0.5


def is_lorem(text: str) -> bool:
    """Is this filler? Latin that somebody wrote has many more words."""
    return text.count(" ") >= _FEWEST - 1 and _share(text) >= _SHARE


def names_lorem(text: str) -> bool:
    """Does its name stand in a text?"""
    return _NAMED.search(text) is not None


def speaks_of_lorem(text: str) -> bool:
    """Is this a text about filler?"""
    return names_lorem(text) and _share(text) < _NAMES


def _share(text: str) -> float:
    """The share of a text's words that stand in the list."""
    words = _LATIN.findall(text.lower()) if text.isascii() else ()
    return sum(map(_LOREM.__contains__, words)) / max(1, len(words))
