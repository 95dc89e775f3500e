"""How text is kept from readers and shown to search engines."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import NamedTuple

STYLES: Mapping[str, tuple[str, ...]] = {
    "display": ("display:none", "display: none;", "display:none !important"),
    "visibility": ("visibility:hidden", "visibility: hidden;", "visibility:hidden;height:0"),
    "font": ("font-size:0", "font-size:0px;line-height:0", "font-size: 0;"),
    "offscreen": ("position:absolute;left:-9999px", "position:absolute; top:-5000px;", "position:fixed;left:-10000px"),
    "colour": ("color:#fff;background:#fff", "color:#ffffff;background-color:#ffffff", "background:white;color:white"),
    "height": ("height:0;overflow:hidden", "max-height:0; overflow:hidden;", "height:0px;width:0px;overflow:hidden"),
    "indent": (
        "text-indent:-9999px",
        "text-indent: -9999em; white-space: nowrap;",
        "text-indent:-9999px;overflow:hidden",
    ),
    "opacity": ("opacity:0", "opacity: 0;", "opacity:0;pointer-events:none"),
    "clip": (
        "position:absolute;clip:rect(0,0,0,0);height:1px;width:1px;overflow:hidden",
        "position:absolute;clip:rect(1px,1px,1px,1px)",
        "clip-path:inset(50%);position:absolute;width:1px;height:1px;overflow:hidden",
    ),
}
"""Inline styles by what they do."""

METHODS: tuple[str, ...] = (*STYLES, "attribute", "sheet")
_IN_SHEETS = ("display", "visibility", "offscreen", "height")


class Hidden(NamedTuple):
    """A hidden block, how it is hidden, and the rule that the page's head must have for it."""

    html: str
    method: str
    rule: str = ""


def hide(html: str, rng: random.Random) -> Hidden:
    """A block around some HTML that nobody sees."""
    method = rng.choice(METHODS)
    name = rng.choice(("div", "div", "section"))
    if method == "attribute":
        return Hidden(f"<{name} hidden>{html}</{name}>", method)
    if method == "sheet":
        # A name without a meaning: only the rule tells.
        class_ = f"{rng.choice('bcdfghk')}{rng.randint(100, 9999)}"
        rule = f".{class_}{{{rng.choice(STYLES[rng.choice(_IN_SHEETS)])}}}"
        return Hidden(f'<{name} class="{class_}">{html}</{name}>', method, f"<style>{rule}</style>")
    return Hidden(f'<{name} style="{rng.choice(STYLES[method])}">{html}</{name}>', method)
