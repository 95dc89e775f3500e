"""What several commands are given: a policy, and pages."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cleaner.corpus import readers
from cleaner.errors import CleanerError
from cleaner.output.columns import escaped
from cleaner.pipeline import Cleaner


def found(pages: Sequence[str], policy: str) -> tuple[Cleaner, list[str]]:
    """A cleaner under a policy, and the inputs that arguments name; what is passed over is told on stderr.

    :raises click.UsageError: there is no such file or policy.
    """
    try:
        cleaner = Cleaner(policy)
        uris, others = readers.find(pages)
    except FileNotFoundError as error:
        raise click.UsageError(f"there is no file or directory {escaped(str(error))}") from None
    except CleanerError as error:
        raise click.UsageError(str(error)) from None
    for other in others:
        click.echo(f"passed over, no page by its name: {escaped(str(other))}", err=True)
    return cleaner, uris
