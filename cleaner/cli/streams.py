"""Standard streams that are closed."""

from __future__ import annotations

import os
import sys


def reopen() -> None:
    """Where whoever started us closed a stream, open one in its place, before a file of ours takes its number.

    It can be told from an empty one: reading from standard input fails, and so does writing to standard output. What is said on
    standard error is lost.
    """
    for name, use, mode in (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        if getattr(sys, name) is None:
            number = os.open(os.devnull, use)
            os.set_inheritable(number, True)
            setattr(sys, name, open(number, mode, closefd=False))  # noqa: SIM115
