"""The command line: a module for each few commands that belong together."""

from __future__ import annotations

import click

from cleaner.cli.cleaning import clean
from cleaner.cli.measuring import evaluate, train, weigh
from cleaner.cli.rules import rules
from cleaner.cli.scoring import score
from cleaner.cli.streams import reopen
from cleaner.cli.verifying import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="cleaner")
def main() -> None:
    """Clean article text from scraped pages, with provenance for every character.

    \b
    Exit codes: 0 every input was cleaned or is empty
                1 some input failed (each is told on stderr), or verify found a fault
                2 wrong usage, or a run that could not go on
    """
    reopen()


for command in (clean, score, verify, rules, evaluate, train, weigh):
    main.add_command(command)
