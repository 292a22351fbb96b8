"""A pool of child processes in which a hostile file can cost no more than its own reading.

Workers live long, so that a call costs a pipe and not a process. They are forked where that is safe (Linux, one
thread), else spawned. No call ever waits for a worker: where none is idle another is started, and no more than
`workers` are kept. Workers end when their pipe closes, hence also when this process is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from types import TracebackType
from typing import Any, Generic, ParamSpec, Self, TypeVar

from bonafide.connectors.worker import Bounds, Reply, serve, too_large
from bonafide.model.faults import BugFault, Fault, Faults, UnreadableFault, WorldFault

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")

LONGEST_REPLY = 256 * 1024 * 1024
GRACE = 0.25  # seconds for the child's own alarm to ring before the parent kills
SLOWEST_START = 30.0  # seconds for a spawned child to import what it needs, before its first task begins
TOO_SLOW = {getattr(signal, name, None) for name in ("SIGALRM", "SIGPROF", "SIGXCPU")}
TASKS_PER_WORKER = 500  # then a fresh one, so that what a library leaks cannot add up
WINDOW = 16  # results per worker that may wait for a slow one ahead of them


class Sandbox:
    """Runs picklable pure functions of modules in children (`model.ports.Guarded`).

    `workers`: children kept, one per usable core unless given; `seconds`, `megabytes`: bounds of one task.
    Use it as a context manager, or `close()` it; children also end with this process.
    """

    def __init__(self, workers: int | None = None, seconds: float = 10, megabytes: int = 512) -> None:
        self.workers = workers or _cores()
        self.bounds = Bounds(seconds, megabytes)
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._lock = threading.Lock()

    def __call__(self, parser: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The parser's value; raises its own Fault, or UnreadableFault where a bound was hit or it died."""
        return self.begin(parser, *args, **kwargs)()

    def begin(self, parser: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Callable[[], T]:
        """Start the parser in a child now; calling what is returned waits for its value, or raises as a call does.

        It is to be called once. The time bound runs from the start.
        """
        worker = self._given(pickle.dumps((parser, args, kwargs), protocol=5))

        def value() -> T:
            try:
                told: T = _value(worker.reply())
            finally:
                self._take_back(worker)
            return told

        return value

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R | Fault | Faults]:
        """The result for each item, in order, from all cores; an item that fails gives its fault.

        Work starts at once, before the first result is asked for; items are drawn as workers become free.
        """
        run = _Run(self, function, iter(items))
        run.fill()
        return run

    def warm(self) -> None:
        """Start one worker now, so that the first call need not."""
        worker = self._started()
        with self._lock:
            self._idle.append(worker)

    def close(self) -> None:
        """End every child, busy ones too."""
        with self._lock:
            workers, self._all, self._idle = self._all, set(), []
        for worker in workers:
            worker.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _given(self, task: bytes) -> Worker:
        """A worker that has the task; an idle one that has died meanwhile is passed over."""
        while True:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
            fresh = worker is None
            worker = worker or self._started()
            try:
                worker.give(task)
            except OSError as error:
                self._take_back(worker)
                if fresh:
                    raise WorldFault(f"A reader process did not start ({error}).") from error
            else:
                return worker

    def _started(self) -> Worker:
        try:
            with self._lock:
                siblings = tuple(self._all)
            worker = Worker(self.bounds, siblings)
        except OSError as error:
            mend = "Close other programs, or raise the limit of processes."
            raise WorldFault(f"A reader process could not be started ({error}).", mend=mend) from error
        with self._lock:
            self._all.add(worker)
        return worker

    def _take_back(self, worker: Worker) -> None:
        with self._lock:
            keep = worker.fit and worker in self._all and len(self._idle) < self.workers
            if keep:
                self._idle.append(worker)
            else:
                self._all.discard(worker)
        if not keep:
            worker.kill()


class Worker:
    """One child and the pipe to it; it has at most one task."""

    def __init__(self, bounds: Bounds, siblings: Iterable[Worker] = ()) -> None:
        context = _context()
        self.bounds = bounds
        self.channel: Connection
        self.channel, theirs = context.Pipe()
        forked = context.get_start_method() == "fork"
        inherited = [self.channel, *(worker.channel for worker in siblings)] if forked else []
        self._process = context.Process(target=serve, args=(theirs, bounds, inherited), daemon=True)
        self._process.start()
        theirs.close()
        self._start = 0.0 if forked else SLOWEST_START
        self._tasks = 0
        self._busy = False
        self._ended = False
        self.deadline = 0.0

    @property
    def fit(self) -> bool:
        """Whether it can take another task."""
        return not self._busy and not self._ended and self._tasks < TASKS_PER_WORKER

    def give(self, task: bytes) -> None:
        """Hand it a pickled task; OSError where the child is gone."""
        self._busy = True
        self._tasks += 1
        self.deadline = time.monotonic() + self.bounds.wall + GRACE + self._start
        self.channel.send_bytes(task)

    def reply(self) -> Reply:
        """Its answer, waited for until the deadline; a child that is late, dead or interrupted is ended."""
        reply: Reply | None = None
        try:
            if self.channel.poll(max(0.0, self.deadline - time.monotonic())):
                reply = pickle.loads(self.channel.recv_bytes(LONGEST_REPLY))
        except (EOFError, OSError):
            return Reply(fault=self._death())
        finally:
            if reply is None or reply.spent:
                self.kill()
        self._busy = False
        self._start = 0.0
        return reply or Reply(fault=_too_slow(self.bounds.seconds))

    def kill(self) -> None:
        """End the child and collect it, so that no zombie stays."""
        if not self._ended:
            self._ended = True
            self.channel.close()
            self._process.kill()
            self._process.join()
            self._process.close()

    def _death(self) -> Fault:
        """Why the pipe closed without an answer, from the signal that ended the child."""
        self._process.join(GRACE)
        code = self._process.exitcode
        if code is None:
            return too_large(self.bounds.megabytes)
        ended_by = -code
        if ended_by in TOO_SLOW:
            return _too_slow(self.bounds.seconds)
        if ended_by == getattr(signal, "SIGKILL", None):
            return too_large(self.bounds.megabytes)
        return UnreadableFault(
            "It is damaged in a way that stopped the reader.", mend="Save it anew, or paste its text."
        )


class _Run(Iterator["R | Fault | Faults"], Generic[T, R]):
    """One `map`: tasks in flight, results that wait for those before them."""

    def __init__(self, sandbox: Sandbox, function: Callable[[T], R], items: Iterator[T]) -> None:
        self._sandbox = sandbox
        self._function = function
        self._items = enumerate(items)
        self._busy: dict[Connection, tuple[int, Worker]] = {}
        self._done: dict[int, R | Fault | Faults] = {}
        self._next = 0

    def __next__(self) -> R | Fault | Faults:
        try:
            while self._next not in self._done:
                self.fill()
                if not self._busy and self._next not in self._done:
                    raise StopIteration
                self._collect()
            self._next += 1
            result = self._done.pop(self._next - 1)
            self.fill()
        except BaseException:
            self._abandon()
            raise
        return result

    def fill(self) -> None:
        """Hand out items while workers are free and not too many results are waiting."""
        while len(self._busy) < self._sandbox.workers and len(self._done) < WINDOW * self._sandbox.workers:
            number, item = next(self._items, (-1, None))
            if number < 0:
                return
            try:
                task = pickle.dumps((self._function, (item,), {}), protocol=5)
            except (pickle.PicklingError, AttributeError, TypeError) as error:
                self._done[number] = BugFault(f"A task could not be sent to its worker ({error}).")
            else:
                worker = self._sandbox._given(task)
                self._busy[worker.channel] = (number, worker)

    def _collect(self) -> None:
        soonest = min((worker.deadline for _, worker in self._busy.values()), default=0.0)
        ready = wait(list(self._busy), max(0.0, soonest - time.monotonic()))
        now = time.monotonic()
        for channel, (number, worker) in list(self._busy.items()):
            if channel in ready or worker.deadline <= now:
                reply = worker.reply()
                del self._busy[channel]
                self._sandbox._take_back(worker)
                self._done[number] = reply.fault or reply.value

    def _abandon(self) -> None:
        for _, worker in self._busy.values():
            worker.kill()
            self._sandbox._take_back(worker)
        self._busy.clear()


def _value(reply: Reply) -> Any:
    if reply.fault is not None:
        raise reply.fault
    return reply.value


def _too_slow(seconds: float) -> UnreadableFault:
    what = f"Reading it took longer than {seconds:g} s, so it was stopped."
    return UnreadableFault(what, mend="Try a simpler file, or paste its text.")


def _context() -> ForkContext | SpawnContext:
    """Forking copies one thread and every lock the others hold: it is safe only where there are no others."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
