"""What names in markup hint at: a class or id that holds "sidebar" or "comment" says something, though never for sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

import ahocorasick_rs
import numpy as np
from numpy.typing import NDArray

# Group → parts of names, in lower case. "_" stands for whatever is no letter, and for the end of a lower-case word before
# a capital: "_ad_" is a word of its own, "nav_" ends one.
_GROUPS: dict[str, str] = {
    "navigation": "nav_ navbar navigation menu breadcrumb crumbs pagin pager toc_ table_of_contents _skip",
    "footer": "footer _foot_ copyright colophon legal",
    "header": "header masthead topbar top_bar banner hero jumbotron",
    "side": "sidebar side_bar aside widget _rail secondary",
    "comment": "comment disqus reply replies respond discuss",
    "related": "relat recommend similar popular trending more_ _also suggest upsell cross_sell recent latest read_next "
    "outbrain taboola",
    "share": "share sharing social follow facebook twitter",
    "advert": "_ad_ _ads_ advert sponsor promo offer _cta_",
    "byline": "byline author _date time_ publish _meta posted _tag_ _tags_ categor _bio_",
    "content": "content article entry story _main prose markdown _text wysiwyg richtext rich_text _rte_ paragraph",
    "post": "post_ posts_ thread topic message forum answer question",
    "body": "body",
    "member": "user member profile signature avatar poster",
    "product": "product price cart_ buy_ sku shop swatch variant variation pdp woocommerce",
    "specification": "_specs_ specif attribute properties _data_ table",
    "description": "desc detail summary excerpt intro _lead_ about overview",
    "review": "review rating _star_ _stars_ testimonial quote",
    "form": "form_ forms_ input newsletter subscri signup sign_up login log_in register search filter _sort facet field",
    "dialog": "modal popup pop_up cookie consent gdpr overlay dialog toast drawer flyout alert notice",
    "list": "list_ lists_ listing grid card_ cards_ item tile_ tiles_ loop archive result_ results_ collection",
    "section": "section block module component feature panel row_ _col_ column",
    "media": "gallery video caption figure slide carousel swiper image img photo player",
    "fold": "accordion faq tab_ tabs_ collaps toggle expand",
    "title": "title heading headline",
    "unseen": "hidden sr_only visually screen_reader d_none hide offscreen",
    "document": "doc_ docs_ documentation _api_ reference code highlight sphinx _rst",
    "button": "btn button action tool link icon label badge",
    "wide": "wrap container page site layout inner outer",
}
GROUPS = tuple(_GROUPS)
_PARTS = {part: place for place, parts in enumerate(_GROUPS.values()) for part in parts.split()}
_CAPITAL = re.compile(r"[A-Z](?<=[a-z][A-Z])")
# In UTF-8: capitals to small letters, whatever else in ASCII is no letter to "_".
_LETTERS = bytes(
    code if code >= 128 or code == ord("\n") else ord(chr(code).lower()) if chr(code).isalpha() else ord("_")
    for code in range(256)
)


def hints(names: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What names hint at.

    :param names: each the classes and the id of an element, with spaces between.
    :returns: two arrays of one length: places in ``names``, and for each a place in :data:`GROUPS`. A pair may come twice.
    """
    joined = _CAPITAL.sub(r"_\g<0>", "_\n_".join([name.replace("\n", " ") if "\n" in name else name for name in names]))
    parted = f"_{joined}_".encode("utf-8", "surrogatepass").translate(_LETTERS)
    search, groups = _search()
    matches = chain.from_iterable(search.find_matches_as_indexes(parted, overlapping=True))
    parts, starts, _ = np.array(list(matches), dtype=np.int64).reshape(-1, 3).T
    ends = np.flatnonzero(np.frombuffer(parted, dtype=np.uint8) == ord("\n"))
    return np.searchsorted(ends, starts), groups[parts]


@cache
def _search() -> tuple[ahocorasick_rs.BytesAhoCorasick, NDArray[np.int64]]:
    return ahocorasick_rs.BytesAhoCorasick([part.encode() for part in _PARTS]), np.array(list(_PARTS.values()))
