"""Rules of a user's own, from a TOML file.

An example, with everything that may stand in it::

    [[rule]]
    id = "podcast-plug"                       # findings name it own.podcast-plug
    what = "Removes the plug for our podcast."
    phrases = ["listen to our podcast", "hör unseren Podcast"]   # blocks of at most 300 characters with one of these
    action = "remove"                         # or "keep": whatever else is found there; "remove" where it is left out
    hosts = ["example.org"]                   # these and what is below them; every page where it is left out
    hits = ["Listen to our podcast on Friday!"]                  # texts or HTML, "=>" before the block meant
    misses = ["He did not listen to our podcasts, she said, and asked why anybody would, given how long they are."]

    [[rule]]
    id = "wire-code"
    pattern = '^\\([A-Z]{3}-\\d{4}\\) '          # RE2, in the text of a block; exactly what it matches
    hits = ["(LON-0412) The ferry leaves at nine."]

    [[rule]]
    id = "shop-box"
    selector = "aside.shop, #offers > li"     # CSS; all that stands in such elements
    hits = ["<p>The ferry leaves at nine.</p><aside class=shop><p>=>Buy the mug.</p></aside>"]

    [[rule]]
    id = "plain-ad"
    attribute = "data-ad=true"                # elements with this attribute; without "=", whatever its value
    hits = ["<p>The ferry leaves at nine.</p><div data-ad=true>=>Mugs!</div>"]

A rule has exactly one of phrases, pattern, selector and attribute. Selectors and attributes find nothing in plain text.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

import re2
from turbohtml import SelectorSyntaxError, parse

from cleaner.errors import PolicyError

Action = Literal["remove", "keep"]
FAMILY = "own"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ATTRIBUTE = re.compile(r"[A-Za-z_][-\w.]*(?:=.*)?", re.DOTALL)
_WAYS = ("phrases", "pattern", "selector", "attribute")


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule of a user's own; what the fields mean stands at the head of this module."""

    id: str
    what: str = ""
    phrases: tuple[str, ...] = ()
    pattern: str = ""
    selector: str = ""
    attribute: str = ""
    action: Action = "remove"
    hosts: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The id that findings and policies name it by."""
        return f"{FAMILY}.{self.id}"

    def applies(self, host: str | None) -> bool:
        """Is the rule for pages of this host (None: unknown)?"""
        return not self.hosts or any(host == own or (host or "").endswith(f".{own}") for own in self.hosts)


def read_rules(path: Path) -> tuple[OwnRule, ...]:
    """Read a file of rules.

    :raises PolicyError: it cannot be read, or something in it is not understood: says what and where.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PolicyError(f"cannot read the rules {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PolicyError(f"the rules {path} are no TOML: {error}") from error
    tables = content.get("rule")
    if set(content) != {"rule"} or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise PolicyError(f"{path}: a file of rules holds [[rule]] tables and nothing else")
    rules = tuple(_rule(path, table) for table in tables)
    ids = [rule.id for rule in rules]
    if twice := next((id_ for id_ in ids if ids.count(id_) > 1), None):
        raise PolicyError(f"{path}: two rules are called {twice}")
    return rules


def _rule(path: Path, table: dict[str, Any]) -> OwnRule:
    id_ = table.get("id")
    if not isinstance(id_, str) or not _ID.fullmatch(id_):
        raise PolicyError(f"{path}: a rule's id is small letters, digits and hyphens, not {id_!r}")
    values: dict[str, Any] = {}
    known = {field.name: field.type for field in fields(OwnRule)}
    for key, value in table.items():
        several = known.get(key) == "tuple[str, ...]"
        if several and isinstance(value, list) and all(isinstance(each, str) and each for each in value):
            values[key] = tuple(value)
        elif not several and key in known and isinstance(value, str):
            values[key] = value
        else:
            raise PolicyError(f"{path}, rule {id_}: {key} = {value!r} is not understood")
    rule = OwnRule(**values)
    if fault := _fault(rule):
        raise PolicyError(f"{path}, rule {id_}: {fault}")
    return rule


def _fault(rule: OwnRule) -> str | None:
    """What is wrong with a rule, or None."""
    if sum(bool(getattr(rule, way)) for way in _WAYS) != 1:
        return f"a rule has one of {', '.join(_WAYS)}"
    if rule.action not in ("remove", "keep"):
        return f'action is "remove" or "keep", not {rule.action!r}'
    if rule.pattern:
        try:
            re2.compile(rule.pattern)
        except re2.error as error:
            return f"the pattern is no RE2: {error}"
    if rule.attribute and not _ATTRIBUTE.fullmatch(rule.attribute):
        return f"{rule.attribute!r} is no attribute"
    if rule.selector:
        try:
            parse("").select(rule.selector)
        except SelectorSyntaxError as error:
            return f"the selector is no CSS: {error}"
    return None
