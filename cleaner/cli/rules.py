"""`cleaner rules`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NoReturn

import click

from cleaner.checks import broken
from cleaner.errors import CleanerError
from cleaner.evidence.registry import Rule
from cleaner.evidence.rules import ALL, FAMILIES
from cleaner.ownrules import read_rules
from cleaner.verdict.junk import LABEL_RULES, labels
from cleaner.verdict.junk.labels import LabelRule

_WIDTH = 110
_ROLE = re.compile(r":\w+:`([^`]*)`")  # a reference in a docstring, as Sphinx reads it


@click.command(epilog="Example: cleaner rules author; cleaner rules --check mine.toml")
@click.argument("prefix", required=False, default="")
@click.option(
    "--check",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of your own rules: do they keep what their examples promise?",
)
def rules(prefix: str, check: Path | None) -> None:
    """What each rule does, with its examples. PREFIX: the id of a rule, or how ids begin.

    With --check, exit code 1 means that a rule does not find one of its hits, or finds one of its misses.
    """
    if check:
        _check(check)
        return
    chosen = [rule for rule in ALL if _is_meant(rule.id, prefix)]
    of_labels = [rule for rule in LABEL_RULES if _is_meant(rule.id, prefix)]
    if not chosen and not of_labels:
        _no_rules(prefix)
    click.echo("\n\n".join((*_reference(chosen), *_of_labels(of_labels))))


def _is_meant(id: str, prefix: str) -> bool:
    return id == prefix or id.startswith(f"{prefix}." if prefix else "")


def _of_labels(rules: Sequence[LabelRule]) -> Iterator[str]:
    """Label rules as Markdown. Their examples are whole pages, which generators make."""
    if rules:
        yield click.style("## junk", bold=True)
        yield _plain(labels.__doc__ or "")
    for rule in rules:
        yield click.style(f"### {rule.id}", bold=True)
        yield f"*sets the label “{rule.label}”*"
        yield _plain(rule.documentation)


def _reference(chosen: Sequence[Rule]) -> Iterator[str]:
    """Rules as Markdown, which reads well as it is: a chapter for each family, a section for each rule."""
    for family, rules in groupby(chosen, attrgetter("family")):
        module = next(module for module in FAMILIES if module.__name__.endswith(f".{family}"))
        yield click.style(f"## {family}", bold=True)
        yield _plain(module.__doc__ or "")
        yield from map(_told, rules)


def _check(path: Path) -> None:
    try:
        own = read_rules(path)
        faults = list(broken(own))
    except CleanerError as error:
        raise click.UsageError(str(error)) from None
    for fault in faults:
        click.echo(fault)
    click.echo(f"{path}: {len(own):,} rules, {len(faults):,} faults", err=True)
    sys.exit(1 if faults else 0)


def _no_rules(prefix: str) -> NoReturn:
    families = ", ".join(sorted({rule.family for rule in ALL} | {"junk"}))
    raise click.UsageError(f"no rule is called {prefix!r}; the families are {families}")


def _told(rule: Rule) -> str:
    weight = f" {rule.weight:+.1f}" if rule.weight else ""
    needs = rule.needs.text if rule.needs else "the whole page"
    kind = "spam, whatever the policy" if rule.kind == "spam" else f"{rule.effect.value}{weight}"
    parts = [click.style(f"### {rule.id}", bold=True), f"*{kind}; looks at {needs}*", _plain(rule.documentation)]
    examples = [("finds", rule.hits), ("leaves", rule.misses)]
    return "\n\n".join(
        [*parts, "\n".join(f"- {word} {_shortened(text)}" for word, texts in examples for text in texts)]
    )


def _plain(documentation: str) -> str:
    lines = (line.strip() for line in _ROLE.sub(r"\1", documentation).strip().splitlines())
    return "\n".join(lines)


def _shortened(example: str) -> str:
    """The line of an example that is meant, without its marker; at most a screen's width of it, as code: from its beginning, or from the tag before the
    marker where that stands further on."""
    line = next((line for line in example.splitlines() if "=>" in line), example.splitlines()[0]).strip()
    if (marker := line.find("=>")) >= _WIDTH:
        line = f"…{line[max(0, line.rfind('<', 0, marker)) :]}"
    line = line.replace("=>", "")
    shown = line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"
