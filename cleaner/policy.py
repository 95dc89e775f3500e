"""What a user may choose: a preset or a TOML file.

An example of a file, with everything that may stand in it::

    name = "my-policy"
    extends = "balanced"        # recall, balanced or precision; balanced where it is left out
    comments = "keep"           # auto (as the model says where the page is a forum, else removed), keep, remove
    engine = "auto"             # whose opinion of the content: model, trafilatura, or auto: the model's, and both where it is unsure
    model = "mine.npz"          # a model that `cleaner train` made, beside this file; the package's where it is left out
    scorecards = "mine.json"    # weights of the junk score that `cleaner weigh` made, beside this file
    own-rules = "mine.toml"     # rules of your own, beside this file (see cleaner/ownrules.py); they outweigh all others
    max-bytes = 50_000_000      # larger payloads are refused
    max-seconds = 10            # of CPU time that a corpus run gives a page
    max-memory = 1_000_000_000  # bytes that a worker of a corpus run may hold

    [rules]                     # on, off or keep, by id or prefix; the longest prefix decides
    "chrome" = false
    "chrome.cookies" = true
    "caption" = "keep"          # what these rules find stays, whatever the content opinion says
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Literal, get_args

from cleaner.errors import PolicyError
from cleaner.model import Engine
from cleaner.ownrules import OwnRule, read_rules

Comments = Literal["auto", "keep", "remove"]
Setting = bool | Literal["keep"]

_MOST_SECONDS = 1_000_000  # and no system's clock or limit is asked for what it cannot count
_MOST_BYTES = 1 << 60


@dataclass(frozen=True, slots=True)
class Policy:
    """How findings are turned into decisions.

    ``rules`` switches rules on or off by id or prefix, the longest fitting prefix deciding; what it does not
    name is on. A rule set to ``"keep"`` keeps what it finds, against the content opinion, unless another rule
    removes it. ``engine`` says whose opinion of the content is asked (``auto``: the model's, and trafilatura's where that is
    unsure); ``model`` is the path of a model's file, ``scorecards`` that of the junk score's weights, None for those in the package. ``own`` are rules of the user's. ``max_bytes``
    bounds a payload after decompression. ``max_seconds`` of CPU time is what a corpus run gives a page, and ``max_memory`` bytes what
    a worker of it may hold; a page cleaned in the caller's own process is bounded by neither.
    """

    name: str = "balanced"
    rules: Mapping[str, Setting] = field(default_factory=dict)
    comments: Comments = "auto"
    engine: Engine = "auto"
    model: str | None = None
    scorecards: str | None = None
    own: tuple[OwnRule, ...] = ()
    max_bytes: int = 50_000_000
    max_seconds: float = 10
    max_memory: int = 1_000_000_000

    def setting(self, rule: str) -> Setting:
        """Is the rule with this id on, off, or to keep what it finds?"""
        parts = rule.split(".")
        for length in range(len(parts), 0, -1):
            prefix = ".".join(parts[:length])
            if prefix in self.rules:
                return self.rules[prefix]
        return True

    def allows(self, rule: str) -> bool:
        """Does the rule with this id have a say?"""
        return self.setting(rule) is not False

    @property
    def digest(self) -> str:
        """Names this very policy, whatever it is called: equal digests decide alike."""
        plain = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(plain.encode()).hexdigest()[:16]


# DESIGN's table of policies, as rules. What is fabricated or spam is removed under every one of them.
PRESETS: Mapping[str, Policy] = {
    "recall": Policy(
        "recall",
        {
            "chrome": False,
            "chrome.reading": True,
            "promo": False,
            "byline": False,
            "syndication": False,
            "caption": "keep",
            "author.box": "keep",
            "promo.disclosure": "keep",
        },
        comments="keep",
    ),
    "balanced": Policy("balanced", {"caption": False, "promo.disclosure": "keep"}),
    "precision": Policy("precision"),
}


def load(policy: str | Path | Policy) -> Policy:
    """A policy by name, from a TOML file, or as it is.

    :raises PolicyError: no such preset or file, or a file with keys or values that mean nothing here.
    """
    if isinstance(policy, Policy):
        return policy
    if str(policy) in PRESETS:
        return PRESETS[str(policy)]
    path = Path(policy)
    if path.suffix != ".toml":
        raise PolicyError(f"{policy!s} is no policy: choose {', '.join(PRESETS)} or name a .toml file")
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PolicyError(f"cannot read the policy {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PolicyError(f"the policy {path} is no TOML: {error}") from error
    return _read(settings, path)


def _read(settings: dict[str, object], path: Path) -> Policy:
    base = settings.pop("extends", "balanced")
    if not isinstance(base, str) or base not in PRESETS:
        raise PolicyError(f"{path}: extends = {base!r}, but there is only {', '.join(PRESETS)}")
    policy = replace(PRESETS[base], name=path.stem)
    for key, value in settings.items():
        match key, value:
            case "name", str():
                policy = replace(policy, name=value)
            case "comments", str() if value in get_args(Comments):
                policy = replace(policy, comments=value)  # type: ignore[arg-type]
            case "engine", str() if value in get_args(Engine):
                policy = replace(policy, engine=value)  # type: ignore[arg-type]
            case "model", str():
                policy = replace(policy, model=str(path.parent / value))
            case "scorecards", str():
                policy = replace(policy, scorecards=str(path.parent / value))
            case "own-rules", str():
                policy = replace(policy, own=read_rules(path.parent / value))
            case "max-bytes", int() if not isinstance(value, bool) and 0 < value <= _MOST_BYTES:
                policy = replace(policy, max_bytes=value)
            case "max-seconds", int() | float() if not isinstance(value, bool) and 0 < value <= _MOST_SECONDS:
                policy = replace(policy, max_seconds=value)
            case "max-memory", int() if not isinstance(value, bool) and 0 < value <= _MOST_BYTES:
                policy = replace(policy, max_memory=value)
            case "rules", dict() if all(isinstance(on, bool) or on == "keep" for on in value.values()):
                policy = replace(policy, rules={**policy.rules, **value})
            case _:
                raise PolicyError(f"{path}: {key} = {value!r} is not understood")
    return policy
