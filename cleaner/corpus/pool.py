"""Workers, and what a page does to one: each page is cleaned in some worker, and the outcomes come in the order of the pages.

No pool of a library does what is asked here: bounds of each page's own CPU time and memory, certainty which page ended a worker, a
worker ended from outside told from one that its page ended, and nothing shared between workers that one could leave locked. So each
worker has a pipe of its own, and a thread here that attends to it.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext
from threading import Lock, local
from types import TracebackType

from cleaner.corpus.formats import Format
from cleaner.corpus.item import Item
from cleaner.corpus.outcome import Outcome, refused
from cleaner.corpus.worker import OUT_OF_MEMORY, OUT_OF_TIME, serve
from cleaner.errors import InputError, RunError
from cleaner.policy import Policy

# A page whose worker died is tried again in a new one: somebody else may have ended it.
_TRIES = 3
# Waiting for a page that takes no CPU time ends too: after so many times what it may take of that, in seconds of the clock.
_PATIENCE = 60
# Seconds that a worker has to leave by itself when its pipe is closed.
_LEAVE = 1
# Pages that are under way: enough that a worker never waits while the one before it takes its time, and so many bytes of them.
_AHEAD = 32
_AHEAD_BYTES = 64_000_000
# Starting a process also looks after those that ended, and an exit code can be read once only.
_REAPING = Lock()


class Pool:
    """So many workers under one policy. A context manager: left, no worker is alive.

    Each worker imports the main module of the program: one that makes a pool does it under ``if __name__ == "__main__":``.
    """

    def __init__(self, jobs: int, policy: Policy, form: Format) -> None:
        self._policy = policy
        self.form = form
        self._jobs = jobs
        self._context = ForkServerContext()
        self._context.set_forkserver_preload(["cleaner.corpus.warm"])
        resource_tracker.ensure_running()  # once it runs nothing else takes the block of Ctrl-C from our threads
        self._threads = ThreadPoolExecutor(jobs, "cleaner-worker", _leave_interrupts_alone)
        self._mine = local()
        self._alive: set[_Attendant] = set()
        self._closed = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        with _REAPING:  # after this, none is started
            for each in tuple(self._alive):
                each.kill()
        self._threads.shutdown(cancel_futures=True)
        for each in self._alive:
            each.end()

    def outcomes(self, items: Iterable[Item]) -> Iterator[Outcome]:
        """The outcome of each item, in their order. Reads some items ahead.

        :raises RunError: workers do not start.
        """
        ahead: deque[tuple[Future[Outcome], int]] = deque()
        size = 0
        for item in items:
            weight = 0 if isinstance(item.payload, InputError) else len(item.payload)
            while ahead and (len(ahead) >= _AHEAD * self._jobs or size + weight > _AHEAD_BYTES):
                future, done = ahead.popleft()
                yield future.result()
                size -= done
            ahead.append((self._threads.submit(self._outcome, item), weight))
            size += weight
        while ahead:
            yield ahead.popleft()[0].result()

    def _outcome(self, item: Item) -> Outcome:
        """Runs in a thread, which has a worker of its own."""
        if isinstance(item.payload, InputError):
            return refused(item, item.payload.reason, str(item.payload), self._policy, self.form)
        policy = self._policy
        code = 0
        for _ in range(_TRIES):
            attendant = self._attendant()
            answer = attendant.ask(item, policy.max_seconds)
            if answer is not None:
                return answer
            code = attendant.end()
            self._alive.discard(attendant)
            if code == -OUT_OF_TIME:
                return refused(item, "timeout", f"more than {policy.max_seconds} s", policy, self.form)
            if code == OUT_OF_MEMORY:
                told = f"more than {policy.max_memory:,} bytes of memory"
                return refused(item, "memory", told, policy, self.form)
        return refused(item, "crashed", f"ended {_TRIES} workers, the last with code {code}", policy, self.form)

    def _attendant(self) -> _Attendant:
        """This thread's worker, a new one where it has none that is alive."""
        found: _Attendant | None = getattr(self._mine, "attendant", None)
        if found is not None and found in self._alive:
            return found
        for _ in range(_TRIES):
            with _REAPING:
                if self._closed:
                    raise RunError("the run was ended")
                found = self._mine.attendant = _Attendant(self._context, self._policy, self.form)
                self._alive.add(found)
            if found.is_ready():
                return found
            code = found.end()
            self._alive.discard(found)
            if code >= 0:  # nobody ended it
                break
        raise RunError(f"a worker ended before it had begun, with code {code}")


def _leave_interrupts_alone() -> None:
    """Ctrl-C is no business of this thread and of the processes that it starts, which would say where it found them."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])


class _Attendant:
    """This side of a worker. Whoever makes one holds ``_REAPING``."""

    def __init__(self, context: ForkServerContext, policy: Policy, form: Format) -> None:
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, policy, form), daemon=True)
        with theirs:
            try:
                self._process.start()
            except EOFError as error:
                raise RunError("a worker cannot be started: the process that it is forked from was ended") from error
            except OSError as error:
                raise RunError(f"a worker cannot be started: {error}") from error

    def is_ready(self) -> bool:
        """Wait until it is; false if it ended before."""
        try:
            self._pipe.recv()
        except (EOFError, OSError):
            return False
        return True

    def ask(self, item: Item, seconds: float) -> Outcome | None:
        """What the worker answers; None if it dies of it, or is silent for many times so many seconds, and is then ended.

        They are waited for one by one: of a time in which we were stopped, and the worker too, no more than one is over.
        """
        try:
            self._pipe.send(item)
            if any(self._pipe.poll(seconds) for _ in range(_PATIENCE)):
                answer: Outcome = self._pipe.recv()
                return answer
            if self._process.pid:
                os.kill(self._process.pid, OUT_OF_TIME)
        except (EOFError, OSError):
            pass
        return None

    def end(self) -> int:
        """End it, if it is still there, and tell its exit code (a signal's number less than 0)."""
        self._pipe.close()
        if not wait([self._process.sentinel], _LEAVE):
            self._process.kill()
        with _REAPING:
            self._process.join()
        return self._process.exitcode or 0

    def kill(self) -> None:
        """End it at once, from another thread than that which attends to it."""
        self._process.kill()
