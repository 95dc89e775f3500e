"""A worker: a process that cleans one page after another, and ends with the one that takes too much.

What a page may take is seen to by the system, for no Python code runs while a page is inside somebody's C code. CPU time: the timer
``ITIMER_PROF``, whose signal ends a process that does not handle it. Memory: ``RLIMIT_DATA``, at which allocating fails (on macOS the
system does not heed it). How a worker ended tells which it was.
"""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection

from threadpoolctl import threadpool_limits

from cleaner.corpus.formats import Format
from cleaner.corpus.item import Item
from cleaner.corpus.outcome import outcome
from cleaner.pipeline import Cleaner
from cleaner.policy import Policy

OUT_OF_TIME = signal.SIGPROF  # ends the worker,
OUT_OF_MEMORY = 112  # and with this exit code it ends itself: what it holds is not given back


def serve(pipe: Connection, policy: Policy, form: Format) -> None:
    """Say None when ready, then answer every :class:`Item` with its :class:`Outcome`, until the other end is closed."""
    for number in (signal.SIGINT, signal.SIGTERM):  # what asks the whole group to end: the parent sees to us
        signal.signal(number, signal.SIG_IGN)
    threadpool_limits(1)  # workers are as many as there should be; threads of numpy's besides would wait for each other
    cleaner = Cleaner(policy)
    _bound_memory(policy.max_memory)
    try:
        pipe.send(None)
        for item in _received(pipe):
            signal.setitimer(signal.ITIMER_PROF, policy.max_seconds)
            answer = outcome(item, cleaner, form)
            signal.setitimer(signal.ITIMER_PROF, 0)
            pipe.send(answer)
    except BrokenPipeError:
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _received(pipe: Connection) -> Iterator[Item]:
    while True:
        try:
            yield pipe.recv()
        except (EOFError, ConnectionResetError):
            return


def _bound_memory(most: int) -> None:
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
