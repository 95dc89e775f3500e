"""Does a reader see this element? From its attributes, class conventions and the page's own style sheets.

No layout is computed: only what one element says by itself, or what style rules say of it that ask for nothing
but its own tag, classes and id. So what is called hidden is hidden; what is not may still be out of sight.
Text that a script or a click brings out is hidden too, except where it is set in motion (a fade-in, an
unfolding): nobody who wants to hide a thing for good does that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from turbohtml.cssom import StyleDeclaration, StyleSheet

# Classes that hide by convention in the frameworks most pages are made with (Bootstrap, Tailwind, WordPress,
# HTML5 Boilerplate, Foundation, Zurb, Drupal) …
_HIDING = frozenset(
    "hidden hide d-none is-hidden u-hidden invisible display-none uk-hidden ng-hide w-condition-invisible".split()
)
# … those that speak to screen readers alone …
_SCREEN_READER = frozenset(
    "sr-only screen-reader-text screen-reader visually-hidden visuallyhidden visually_hidden a11y-hidden "
    "assistive-text element-invisible element-hidden show-for-sr u-visually-hidden screenreader-only "
    "visually-hidden-focusable elementor-screen-only govuk-visually-hidden usa-sr-only slds-assistive-text".split()
)
_CONVENTIONS = _HIDING | _SCREEN_READER
# … and those beside them that show the element after all, on some screen ("hidden md:block", "d-none d-lg-flex").
_SHOWN_AGAIN = re.compile(
    r"\S+:!?(?:block|flex|inline\S*|grid|table\S*|contents|visible|not-sr-only)|d-(?:sm|md|lg|xl|xxl)-(?!none)\w+"
)
# Marks of elements that wait for a script to bring them in when they are scrolled to.
_AWAITED = re.compile(
    r"(?:^|[\s_-])(?:anim|fade|reveal|aos|wow|appear|in-?view)|\bdata-(?:w-id|scroll|sal|sr|motion|framer)",
    re.IGNORECASE,
)
# The ways in which panels are hidden that a reader opens, and their names: tabs, accordions, slides, questions with their answers. On a quarter of wcxb-dev two of
# three blocks hidden in such a panel are content, of all others one in thirty; of menus and dialogs none.
OPENED = frozenset(("display", "visibility", "attribute", "class", "clip", "opacity"))
_PANEL = re.compile(
    r"tab-?pan|accordi|collaps|expand|toggle|spoiler|\bsp-body|faq|answer|(?:read|show)-?more"
    r"|carousel-?(?:item|cell|slide)|(?:swiper|slick|splide|glide)\w*-slide|\bslide\b",
    re.IGNORECASE,
)
FURNITURE = re.compile(r"menu|nav|drop|modal|popup|dialog|tooltip|search|cart|filter|header|footer", re.IGNORECASE)
_STREAMED = re.compile(r"S:[0-9a-f]+")  # what React streams in hidden, to be put in its place by a script

# What may bear on visibility: a style without any of these is not parsed.
_STYLE_HINT = re.compile(r"display|visib|overflow|opacity|font|-\d{3}|clip|color|scale", re.IGNORECASE)
_SELECTOR = re.compile(
    r"(?P<around>(?>.*[\s>+~]))?(?P<tag>[a-z][a-z0-9]*)?(?P<names>(?:[.#]-?[a-z_][-\w]*)+)", re.IGNORECASE | re.DOTALL
)
_NAME = re.compile(r"[.#][-\w]+")
_COMBINATOR = re.compile(r"[\s>+~]+")

_ABLE = frozenset(
    "display visibility content-visibility opacity filter font font-size position clip clip-path text-indent "
    "margin-left margin-top color overflow overflow-x overflow-y transform -webkit-transform".split()
)
_PADDINGS = ("padding", "padding-top", "padding-bottom", "padding-left", "padding-right")
# The attributes that visibility can depend on, of any element but a dialog.
TELLING = frozenset(("class", "id", "style", "hidden", "aria-hidden"))
_ENOUGH = 100  # style rules under one name; more would let a page make us try them all on all its elements
_MOVING = ("transition", "animation", "animation-name", "will-change", "transition-property")
_TELLING = _ABLE.union(
    "left right top bottom background background-color background-image background-clip -webkit-background-clip "
    "height max-height width max-width".split(),
    _PADDINGS,
    _MOVING,
)

_SIGN = re.compile(r"none|hidden|collapse|[-+.0]|1p|rect|inset|circle|scale|translate|transparent|rgb|hsl|opacity")
_NOTHING = re.compile(r"[+-]?0*\.?0*(?:px|r?em|pt|%|ex|ch|vw|vh)?")
_UNREADABLE = re.compile(r"(?:0*\.\d+|0*[01](?:\.0*)?)(?:px|pt)|0*\.0\d*r?em")  # a pixel high at most
_FAINT = re.compile(r"0*\.?0*(?:\.0[01]\d*)?%?")  # less than two hundredths
_TINY = re.compile(r"[01](?:px)?")
# A thousand pixels is off any screen's edge; -999 and -9999 are the customary numbers.
_FAR = re.compile(r"-\s*(?:\d{4,}|999|9\d\dem|\d{3,}r?em)")
_CLIPPED = re.compile(r"rect\(\s*[01](?:px)?[\s,]+[01]|inset\(\s*(?:[5-9]\d|100)%\s*\)|circle\(\s*0")
_GONE = re.compile(r"scale[xy]?\(\s*0?\.?0*\s*[,)]|translate[xy]?\(\s*-\s*(?:\d{4,}|999)")
_CLEAR = re.compile(r"transparent|(?:rgb|hsl)a?\((?:[^,/)]+(?:,[^,/)]+){2},|[^,/)]+/)\s*0*\.?0*%?\s*\)")
_NO_COLOR = frozenset(("", "none", "inherit", "initial", "unset", "revert", "currentcolor"))
_RELATIVE = re.compile(r".*(?<!r)em|.*%|.*ex|inherit|unset|smaller|larger")

# What a block of declarations says: the telling properties, the ordinary and the important ones, in lower case.
_Said = tuple[dict[str, str], dict[str, str]]
_UNSAID: tuple[None, list[_Said]] = (None, [])
_NOTHING_OWN: tuple[None, None] = (None, None)
# The ways of hiding that what stands inside can undo, each the name of the property that does it.
RESTORABLE = frozenset(("visibility", "font-size", "color"))


class _Rule(NamedTuple):
    """A style rule for elements with this tag and these names: ``.class`` or ``#id``."""

    needs: frozenset[str]
    rank: tuple[int, int, int]  # ids, other names and what stands around, place on the page: the higher wins
    said: _Said


class Visibility:
    """The visibility rules of one page: what its style sheets hide, and the conventions that hold everywhere."""

    def __init__(self, sheets: Iterable[str]) -> None:
        """Read the page's style sheets (the texts of its ``<style>`` elements, in order)."""
        self._rules: defaultdict[str, list[_Rule]] = defaultdict(list)  # by one of the names they need
        self._hiding: set[str] = set()  # names of those that hide
        self._ids: set[str | None] = set()
        self._controlled: set[str | None] = set()  # ids of what buttons open
        self._order = 0
        self._known: dict[tuple[str, str | None, str | None], tuple[str | None, list[_Said]]] = {}
        self._styles: dict[str, tuple[_Said | None, str | None]] = {}
        for sheet in sheets:
            self._read(sheet.replace("<!--", "").replace("-->", ""))  # around the whole, on pages of old
        # The classes, in lower case, and the ids by which an element may be hidden: most elements have none of these.
        self._telling = _CONVENTIONS.union(name[1:].lower() for name in self._hiding)
        self._telling_ids: set[str | None] = {name[1:] for name in self._hiding}

    def _read(self, sheet: str) -> None:
        for rule in StyleSheet(sheet).rules:
            if _TELLING.isdisjoint(rule.style):
                continue
            said: _Said | None = None
            for selector in rule.selector_text.split(","):
                found = _SELECTOR.fullmatch(selector.strip())
                if not found:
                    continue  # a state (":hover", "[open]") is not the element's rest
                around, tag, own = found.groups()
                names = _NAME.findall(own)
                name = min(names)  # an id before a class
                if (around and len(names) < 2) or len(self._rules[name]) >= _ENOUGH:
                    continue
                if not said:
                    said = _said(rule.style)
                    hides = _concealed(_cascade([said])) is not None
                if around and hides:
                    continue  # what stands around is not looked at; but "#tabs .tab.active" is the open one
                needs = frozenset([*names, tag.lower()] if tag else names)
                ids = own.count("#")
                weight = len(needs) + (len(_COMBINATOR.findall(around)) if around else 0)
                self._order += 1
                self._rules[name].append(_Rule(needs, (ids, weight, self._order), said))
                if ids:
                    self._ids.add(name[1:])
                if hides:
                    self._hiding.add(name)

    def hidden(self, tag: str, attributes: Mapping[str, str | None]) -> str | None:
        """How this element hides its content, or None.

        :param tag: lower-case tag name.
        :param attributes: its attributes, values None where there is none.
        :returns: ``collapsed`` where it is a panel that a reader opens; else ``attribute``, ``aria``, ``dialog``, ``class``, ``screen-reader``, or the style that hides:
            ``display``, ``visibility``, ``opacity``, ``font-size``, ``off-screen``, ``clip``, ``color``.
        """
        how = self._how(tag, attributes)
        if how in OPENED and (
            attributes.get("role") == "tabpanel" or _is_panel(attributes, attributes.get("id") in self._controlled)
        ):
            return "collapsed"
        return how

    def controlled(self, ids: str) -> None:
        """A button has been seen that opens and closes the elements with these ids (``aria-controls``; WAI-ARIA 1.2, section 6.6)."""
        self._controlled.update(ids.split())

    def _how(self, tag: str, attributes: Mapping[str, str | None]) -> str | None:
        if tag in ("html", "body"):
            return None  # hidden until a script or a fade-in shows it: what is on such a page is meant to be read
        names, identity, style = attributes.get("class"), attributes.get("id"), attributes.get("style")
        how, sheet = _UNSAID
        if identity in self._telling_ids or (names and not self._telling.isdisjoint(names.lower().split())):
            how, sheet = self._of(tag, names, identity)
        if "hidden" in attributes:
            # Found by searching in the page, or streamed in.
            if attributes["hidden"] != "until-found" and not _STREAMED.fullmatch(identity or ""):
                how = "attribute"
        elif tag == "dialog" and "open" not in attributes:
            how = "dialog"
        own, alone = self._own(style) if style else _NOTHING_OWN
        if how and not (own and _cascade([own]).get("display", "none") != "none"):
            return how
        if sheet or alone:
            how = _concealed(_cascade([*sheet, own] if own else sheet)) if sheet else alone
            if how and not _undone(how, names, attributes):
                return how
        return "aria" if attributes.get("aria-hidden") == "true" else None

    def restored(self, how: str, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Does this element undo for itself what hides all around it in one of the :data:`RESTORABLE` ways?"""
        sheet = self._matching(tag, attributes.get("class"), attributes.get("id"))
        own, _ = self._own(attributes.get("style") or "")
        value = _cascade([*sheet, own] if own else sheet).get(how)
        return value is not None and not _RELATIVE.fullmatch(value) and _concealed({how: value}) is None

    def _of(self, tag: str, names: str | None, identity: str | None) -> tuple[str | None, list[_Said]]:
        """How an element is hidden by convention, and what the sheets say of it if any rule there hides it."""
        key = (tag, names, identity if identity in self._ids else None)
        known = self._known.get(key)
        if not known:
            said = self._matching(*key) if self._hiding else []
            how = _convention(names.lower().split()) if names else None
            known = self._known[key] = how, said if any(_concealed(_cascade([each])) for each in said) else []
        return known

    def _matching(self, tag: str, names: str | None, identity: str | None) -> list[_Said]:
        """What the sheets say of an element, the last word last."""
        has = {tag, *[f".{name}" for name in (names or "").split()], f"#{identity}"}
        rules = [rule for name in has if name in self._rules for rule in self._rules[name] if rule.needs <= has]
        return [rule.said for rule in sorted(rules, key=attrgetter("rank"))]

    def _own(self, style: str) -> tuple[_Said | None, str | None]:
        """What a style attribute says, None where it cannot matter, and how it hides by itself."""
        own = self._styles.get(style)
        if not own:
            said = _said(StyleDeclaration.parse(style)) if _STYLE_HINT.search(style) else None
            own = self._styles[style] = said, _concealed(_cascade([said])) if said else None
        return own


def _convention(names: list[str]) -> str | None:
    if not _SCREEN_READER.isdisjoint(names):
        return "screen-reader"
    if not _HIDING.isdisjoint(names) and not any(map(_SHOWN_AGAIN.fullmatch, names)):
        return None if _AWAITED.search(" ".join(names)) else "class"
    return None


def _undone(how: str, names: str | None, attributes: Mapping[str, str | None]) -> bool:
    """Is what a style hides shown on another screen, or about to fade in?"""
    if how == "display":
        return any(_SHOWN_AGAIN.fullmatch(name) for name in (names or "").lower().split())
    if how in ("opacity", "visibility"):
        return bool(_AWAITED.search(f"{names or ''} {' '.join(attributes)}"))
    return False


def _said(style: StyleDeclaration) -> _Said:
    ordinary: dict[str, str] = {}
    important: dict[str, str] = {}
    for name in style:
        if name in _TELLING:
            (important if style.important(name) else ordinary)[name] = style[name].strip().lower()
    color = style["color"] if "color" in ordinary or "color" in important else None
    if color:
        # Against what stands behind it a color is only held in the same breath: elsewhere either may be overruled.
        back = (style.get("background-color") or style.get("background") or "").lower().replace(" ", "")
        plain = color.lower().replace(" ", "")
        if plain == back and plain not in _NO_COLOR and "background-image" not in style and "(--" not in plain:
            plain = "transparent"
        elif "text" in (style.get("background-clip") or style.get("-webkit-background-clip") or ""):
            plain = "text"  # the background shines through the letters
        (important if style.important("color") else ordinary)["color"] = plain
    return ordinary, important


def _cascade(blocks: Iterable[_Said]) -> dict[str, str]:
    """What holds in the end: the later word over the earlier, the important over the ordinary."""
    ordinary: dict[str, str] = {}
    important: dict[str, str] = {}
    for block in blocks:
        ordinary.update(block[0])
        important.update(block[1])
    return ordinary | important


def _concealed(style: Mapping[str, str]) -> str | None:
    """How declarations hide what they apply to, or None."""
    if not any(map(_SIGN.match, style.values())):
        return None  # nearly always

    def get(name: str) -> str:
        return style.get(name, "")

    if get("display") == "none":
        return "display"
    if get("visibility") in ("hidden", "collapse") or get("content-visibility") == "hidden":
        return "visibility"
    moving = any(get(name) not in ("", "none", "auto") for name in _MOVING)
    transform = get("transform") or get("-webkit-transform")
    if not moving and transform in ("", "none"):
        opacity, filtered = get("opacity"), get("filter")
        if (opacity and _FAINT.fullmatch(opacity)) or filtered.startswith(("opacity(0)", "opacity(0%")):
            return "opacity"
    size = get("font-size")
    if (size and (_NOTHING.fullmatch(size) or _UNREADABLE.fullmatch(size))) or get("font").startswith(("0/0", "0px/0")):
        return "font-size"
    if get("position") in ("absolute", "fixed"):
        sides = [bool(_FAR.match(get(side))) for side in ("left", "right", "top", "bottom")]
        # Both edges far out is how a thing too wide is centred.
        if sides[0] != sides[1] or sides[2] != sides[3]:
            return "off-screen"
        if _CLIPPED.match(get("clip")):
            return "clip"
    if _FAR.match(get("text-indent")) or (transform and not moving and _GONE.search(transform)):
        return "off-screen"
    padded = any(get(name) and not _NOTHING.fullmatch(get(name)) for name in _PADDINGS)
    if not padded and (_FAR.match(get("margin-left")) or _FAR.match(get("margin-top"))):
        return "off-screen"
    if not moving and _CLIPPED.match(get("clip-path")):
        return "clip"
    if not moving and not padded and "hidden" in (get("overflow"), get("overflow-x"), get("overflow-y")):
        if any(get(name) and _NOTHING.fullmatch(get(name)) for name in ("height", "max-height", "width", "max-width")):
            return "clip"
        if _TINY.fullmatch(get("height")) and _TINY.fullmatch(get("width")):
            return "clip"
    return "color" if _CLEAR.fullmatch(get("color")) else None


def _is_panel(attributes: Mapping[str, str | None], opened: bool) -> bool:
    """Is this a panel that a reader opens, by its names or because it is known to be ``opened``? Menus and the like are none."""
    named = f"{attributes.get('class')} {attributes.get('id')}"
    return (opened or bool(_PANEL.search(named))) and not FURNITURE.search(named)
