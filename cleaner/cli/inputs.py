"""What several commands are given: pages, and how to find them in what is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from cleaner.corpus.item import Item
from cleaner.corpus.readers import Fields, Found, find, listed, read
from cleaner.errors import CleanerError
from cleaner.output.columns import escaped

Command = Callable[..., None]


@dataclass(frozen=True)
class Inputs:
    """What arguments name, and which fields of records hold pages. ``aside`` is a folder that is not searched for them."""

    arguments: tuple[str, ...]
    fields: Fields
    aside: Path | None = None

    @property
    def searched(self) -> bool:
        """Is there a directory or a pattern among the arguments, which may name any number of pages?"""
        return any(argument != "-" and not Path(argument).is_file() for argument in self.arguments)

    def found(self) -> Iterator[Found]:
        """The files to be read, in order. What directories hold besides is told on standard error.

        :raises FileNotFoundError: an argument names nothing.
        :raises OutputError: it is the folder that is not searched.
        """
        for each in find(self.arguments, self.aside):
            if each.passed_over:
                click.echo(f"passed over, no page by its name: {escaped(each.path)}", err=True)
            else:
                yield each

    def items(self, max_bytes: int) -> Iterator[Item]:
        """All inputs, one at a time, each payload of at most so many bytes."""
        return read(find(self.arguments, self.aside), max_bytes, self.fields)


@contextmanager
def wrong_usage() -> Iterator[None]:
    """What is wrong with a call, and not with one input, is told as wrong usage."""
    try:
        yield
    except BrokenPipeError:  # whoever reads what we write wants no more of it
        raise
    except OSError as error:
        what = (
            f"{error.filename or 'the system'}: {error.strerror}"
            if error.errno
            else f"there is no file or directory {error}"
        )
        raise click.UsageError(escaped(what)) from None
    except CleanerError as error:
        raise click.UsageError(escaped(str(error))) from None


def fields(command: Command) -> Command:
    """Gives a command the parameter ``fields``, of :class:`Fields`, and the options that say which they are."""

    @click.option("--html-field", metavar="NAME", help="Where records of JSON Lines, CSV, Parquet and Arrow hold HTML,")
    @click.option("--text-field", metavar="NAME", help="or text that somebody extracted,")
    @click.option("--url-field", metavar="NAME", help="and the page's address, such as meta.url; else usual names.")
    @wraps(command)
    def given(*, html_field: str | None, text_field: str | None, url_field: str | None, **rest: Any) -> None:
        command(fields=Fields(html_field, text_field, url_field), **rest)

    return given


def inputs(command: Command) -> Command:
    """Gives a command the parameter ``pages``, of :class:`Inputs`, and the arguments and options that say which they are."""

    @click.argument("pages", nargs=-1)
    @click.option(
        "--files-from", metavar="FILE", help="More PAGES, a path a line, from a file or - for standard input."
    )
    @fields
    @wraps(command)
    def given(*, pages: tuple[str, ...], files_from: str | None, fields: Fields, **rest: Any) -> None:
        with wrong_usage():
            arguments = (*pages, *(listed(files_from) if files_from else ()))
        if not arguments:
            raise click.UsageError("Missing argument 'PAGES...'.")
        command(pages=Inputs(arguments, fields), **rest)

    return given
