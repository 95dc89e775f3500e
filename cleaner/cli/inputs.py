"""What several commands are given: a policy, and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from cleaner.corpus.item import Item
from cleaner.corpus.readers import Fields, Found, find, read
from cleaner.errors import CleanerError, MissingExtra
from cleaner.output.columns import escaped
from cleaner.pipeline import Cleaner


def found(pages: Sequence[str], policy: str) -> tuple[Cleaner, Iterator[Found]]:
    """A cleaner under a policy, and the inputs that arguments name; what is passed over is told on stderr.

    :raises click.UsageError: there is no such file or policy.
    """
    try:
        return Cleaner(policy), filter(_is_read, find(pages))
    except FileNotFoundError as error:
        raise click.UsageError(f"there is no file or directory {error}") from None
    except CleanerError as error:
        raise click.UsageError(str(error)) from None


def _is_read(found: Found) -> bool:
    if found.passed_over:
        click.echo(f"passed over, no page by its name: {escaped(found.path)}", err=True)
    return not found.passed_over


def items(files: Iterable[Found], cleaner: Cleaner, of_records: Mapping[str, str | None]) -> Iterator[Item]:
    """What is read of files, bounded by the policy; ``of_records`` are the options of :func:`fields_options`.

    :raises click.UsageError: a library is needed that is not installed.
    """
    try:
        yield from read(files, cleaner.policy.max_bytes, fields(of_records))
    except MissingExtra as error:
        raise click.UsageError(str(error)) from None


def fields_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which fields hold a page: ``html_field``, ``text_field`` and ``url_field``."""
    for name, what in (("url", "the address of a page"), ("text", "extracted text"), ("html", "HTML")):
        told = (
            f"The field of JSON Lines, Parquet, Arrow or CSV that holds {what}, such as meta.{name}; else usual names."
        )
        command = click.option(f"--{name}-field", metavar="NAME", help=told)(command)
    return command


def fields(of_records: Mapping[str, str | None]) -> Fields:
    """What these options say."""
    return Fields(of_records["html_field"], of_records["text_field"], of_records["url_field"])
