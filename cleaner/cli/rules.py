"""`cleaner rules`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NoReturn

import click

from cleaner.checks import broken
from cleaner.errors import CleanerError
from cleaner.evidence.registry import Rule
from cleaner.evidence.rules import ALL
from cleaner.ownrules import read_rules

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
    chosen = [rule for rule in ALL if rule.id == prefix or rule.id.startswith(f"{prefix}." if prefix else "")]
    if not chosen:
        _no_rules(prefix)
    click.echo("\n\n".join(_told(rule) for rule in chosen))


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
    families = ", ".join(sorted({rule.family for rule in ALL}))
    raise click.UsageError(f"no rule is called {prefix!r}; the families are {families}")


def _told(rule: Rule) -> str:
    """A rule as one reads it."""
    weight = f" {rule.weight:+.1f}" if rule.weight else ""
    needs = rule.needs.text if rule.needs else "the whole page"
    lines = [click.style(rule.id, bold=True) + f"  ({rule.effect.value}{weight}; looks at: {needs})", ""]
    told = _ROLE.sub(r"\1", rule.documentation)
    lines += [f"  {line.strip()}".rstrip() for line in told.splitlines()]
    for word, examples in (("finds", rule.hits), ("leaves", rule.misses)):
        lines += [f"  {word}: {_shortened(example)}" for example in examples]
    return "\n".join(lines)


def _shortened(example: str) -> str:
    """The line of an example that is meant, without its marker; at most a screen's width of it."""
    line = next((line for line in example.splitlines() if "=>" in line), example.splitlines()[0])
    line = line.replace("=>", "")
    return line if len(line) <= 160 else line[:157] + "…"
