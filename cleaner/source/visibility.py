"""Does a reader see this element? From its attributes, class conventions and the page's own style sheets.

No layout is computed: only what one element says by itself, or what a style rule with a simple
selector says of it. So what is called hidden is hidden; what is not may still be out of sight.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from turbohtml.cssom import StyleDeclaration, StyleSheet

# Classes that hide by convention in the frameworks most pages are made with (Bootstrap, Tailwind, WordPress,
# HTML5 Boilerplate, Foundation, Zurb, Drupal) …
_HIDING = frozenset(
    "hidden hide d-none is-hidden u-hidden invisible display-none uk-hidden ng-hide w-condition-invisible".split()
)
# … those that speak to screen readers alone …
_SCREEN_READER = frozenset(
    "sr-only screen-reader-text screen-reader visually-hidden visuallyhidden visually_hidden a11y-hidden "
    "assistive-text element-invisible element-hidden show-for-sr u-visually-hidden screenreader-only".split()
)
# … and those beside them that show the element after all, on some screen ("hidden md:block", "d-none d-lg-flex").
_SHOWN_AGAIN = re.compile(
    r"(?:\w+:(?:block|flex|inline\S*|grid|table\S*|contents|visible|not-sr-only))"
    r"|d-(?:sm|md|lg|xl|xxl)-(?!none)\w+"
)

_STYLE_HINT = re.compile(r"none|hidden|collapse|opacity|font-size|-\d{3,}|clip|transparent|color", re.IGNORECASE)
_SHEET_HINT = re.compile(r"none|hidden|opacity|font-size|-\d{3,}|clip", re.IGNORECASE)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<mark>[.#])(?P<name>[-\w]+)", re.IGNORECASE)
_ZERO = re.compile(r"0*\.?0+(?:px|r?em|pt|%|ex|ch|vw|vh)?", re.IGNORECASE)
_STREAMED = re.compile(r"S:[0-9a-f]+")
# What is transparent and set in motion is about to fade in.
_MOVING = ("transition", "animation", "transform", "will-change", "-webkit-transform")
# A thousand pixels is off any screen's edge; -999 and -9999 are the customary numbers.
_FAR = re.compile(r"-\s*(?:\d{4,}|999|9\d\dem|\d{3,}r?em)", re.IGNORECASE)
_CLIPPED = re.compile(r"rect\(\s*(?:0|1px)(?:px)?[\s,]+(?:0|1px)", re.IGNORECASE)


class Visibility:
    """The visibility rules of one page: what its style sheets hide, and the conventions that hold everywhere."""

    def __init__(self, sheets: Iterable[str]) -> None:
        """Read the page's style sheets (the texts of its ``<style>`` elements, in order)."""
        self._sheet: dict[tuple[str, str, str], str] = {}  # (tag or "", "." or "#", name) → how it hides
        for sheet in sheets:
            if _SHEET_HINT.search(sheet):
                self._read(sheet)
        self._styled = bool(self._sheet)
        self._classes: dict[str, str | None] = {}

    def _read(self, sheet: str) -> None:
        for rule in StyleSheet(sheet).rules:
            for selector in rule.selector_text.split(","):
                # A state (":hover", ".js .x", ".x.open") is not the element's rest: only lone names count.
                if simple := _SIMPLE.fullmatch(selector.strip()):
                    key = ((simple["tag"] or "").lower(), simple["mark"], simple["name"])
                    how = _concealed(rule.style)
                    if how:
                        self._sheet[key] = how
                    elif rule.style.get("display") or rule.style.get("visibility"):
                        self._sheet.pop(key, None)  # a later rule for the same name shows it again

    def hidden(self, tag: str, attributes: Mapping[str, str | None]) -> str | None:
        """How this element hides its content, or None.

        :param tag: lower-case tag name.
        :param attributes: its attributes, values None where there is none.
        :returns: ``attribute``, ``aria``, ``dialog``, ``class``, ``screen-reader``, ``sheet``, or the style that
            hides: ``display``, ``visibility``, ``opacity``, ``font-size``, ``off-screen``, ``clip``, ``color``.
        """
        if tag in ("html", "body"):
            return None  # hidden until a script or a fade-in shows it: what is on such a page is meant to be read
        if "hidden" in attributes:
            # Found by searching in the page, or streamed by React to be put in its place by a script.
            shown = attributes["hidden"] == "until-found" or _STREAMED.fullmatch(attributes.get("id") or "")
            return None if shown else "attribute"
        if tag == "dialog" and "open" not in attributes:
            return "dialog"
        names = attributes.get("class")
        if names:
            how = self._by_class(tag, names)
            if how:
                return how
        if self._styled and (name := attributes.get("id")):
            how = self._sheet.get(("", "#", name)) or self._sheet.get((tag, "#", name))
            if how and not _shown(attributes):
                return how
        style = attributes.get("style")
        if style and _STYLE_HINT.search(style) and (how := _concealed(StyleDeclaration.parse(style))):
            return how
        if attributes.get("aria-hidden") == "true":
            return "aria"
        return None

    def _by_class(self, tag: str, names: str) -> str | None:
        key = f"{tag} {names}"
        if key not in self._classes:
            self._classes[key] = self._class_hides(tag, names.split())
        return self._classes[key]

    def _class_hides(self, tag: str, names: list[str]) -> str | None:
        lower = {name.lower() for name in names}
        if lower & _SCREEN_READER:
            return "screen-reader"
        if lower & _HIDING and not any(_SHOWN_AGAIN.fullmatch(name) for name in lower):
            return "class"
        if self._styled:
            for name in names:
                how = self._sheet.get(("", ".", name)) or self._sheet.get((tag, ".", name))
                if how:
                    return how
        return None


def _shown(attributes: Mapping[str, str | None]) -> bool:
    """Does the element's own style overrule a style sheet that hides it?"""
    style = attributes.get("style")
    return bool(style) and StyleDeclaration.parse(style or "").get("display", "none") != "none"


def _concealed(style: StyleDeclaration) -> str | None:
    """How a block of declarations hides what it applies to, or None."""
    get = style.get
    if (get("display") or "").lower() == "none":
        return "display"
    if (get("visibility") or "").lower() in ("hidden", "collapse"):
        return "visibility"
    if _ZERO.fullmatch(get("opacity") or "") and not any(get(name) for name in _MOVING):
        return "opacity"
    if _ZERO.fullmatch(get("font-size") or ""):
        return "font-size"
    if (get("position") or "").lower() in ("absolute", "fixed"):
        if any(_FAR.match((get(side) or "").strip()) for side in ("left", "top", "right", "bottom")):
            return "off-screen"
        if _CLIPPED.match((get("clip") or "").strip().lower()):
            return "clip"
    if _FAR.match((get("text-indent") or "").strip()):
        return "off-screen"
    color = (get("color") or "").lower().replace(" ", "")
    if color == "transparent" or (
        color and color == (get("background-color") or get("background") or "").lower().replace(" ", "")
    ):
        return "color"
    return None
