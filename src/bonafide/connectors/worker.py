"""The child's side of the sandbox: takes a parser and its arguments, runs it within bounds, answers.

Bounds are the operating system's (POSIX rlimits and an alarm), set again for each task, so that they also hold
inside C code and after the parent has died. They bound time, memory and writing; they are no jail for code.
"""

from __future__ import annotations

import faulthandler
import math
import os
import pickle
import signal
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bonafide.model.faults import BugFault, Fault, Faults, UnreadableFault

try:
    import resource
except ImportError:  # Windows has no rlimits; there the parent's clock is the only bound
    resource = None  # type: ignore[assignment]

MEGABYTE = 1024 * 1024
OPEN_FILES = 256
PATIENCE = 3.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may cost: `seconds` of CPU, `megabytes` of memory beyond the start.

    Its wall clock is bounded too, but with patience: a machine that is busy with something else does not make a
    file hostile.
    """

    seconds: float
    megabytes: int

    @property
    def wall(self) -> float:
        """Seconds after which a task is stopped, however little it worked."""
        return PATIENCE * self.seconds


@dataclass(frozen=True, slots=True)
class Reply:
    """A task's value or its fault; `spent` asks for a fresh worker, because this one is short of memory."""

    value: Any = None
    fault: Fault | Faults | None = None
    spent: bool = False


def serve(channel: Connection, bounds: Bounds, inherited: Sequence[Connection] = ()) -> None:
    """Answer tasks until the parent closes its end or dies.

    `inherited` are the parent's ends of pipes that a fork has copied; while a child holds one, the child at its
    other end would not see the parent die.
    """
    for end in inherited:
        end.close()
    _isolate()
    most = _memory(1) + bounds.megabytes * MEGABYTE
    while True:
        try:
            task = channel.recv_bytes()
            channel.send_bytes(_answer(task, bounds, most))
        except (EOFError, OSError):
            return


def _isolate() -> None:
    """No Ctrl-C (the parent decides), no terminal, no core files, no byte written to any file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    faulthandler.disable()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
    if resource is not None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        _soften(resource.RLIMIT_NOFILE, OPEN_FILES)


def _answer(task: bytes, bounds: Bounds, most: int) -> bytes:
    """The pickled reply; a child that has come to hold more than `most` bytes asks to be replaced."""
    try:
        _arm(bounds)
        parser, args, kwargs = pickle.loads(task)
        value = parser(*args, **kwargs)
        return pickle.dumps(Reply(value, spent=_memory(1) > most), protocol=5)
    except (Fault, Faults) as fault:
        return pickle.dumps(Reply(fault=fault))
    except MemoryError:
        _disarm()
        return pickle.dumps(Reply(fault=too_large(bounds.megabytes), spent=True))
    except RecursionError:
        return pickle.dumps(Reply(fault=UnreadableFault("It is nested more deeply than can be read.")))
    except BaseException as error:  # noqa: BLE001 - whatever a parser lets through is told to the parent
        return pickle.dumps(Reply(fault=_bug(error)))
    finally:
        _disarm()


def _arm(bounds: Bounds) -> None:
    if resource is None:
        return
    signal.setitimer(signal.ITIMER_REAL, bounds.wall)
    signal.setitimer(signal.ITIMER_PROF, bounds.seconds)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soften(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + bounds.seconds) + 1)
    if size := address_space():
        _soften(resource.RLIMIT_AS, size + bounds.megabytes * MEGABYTE)


def _disarm() -> None:
    if resource is not None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        _soften(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def _soften(kind: int, value: int) -> None:
    """Set a soft limit, within the hard one that was inherited."""
    hard = resource.getrlimit(kind)[1]
    unlimited = resource.RLIM_INFINITY
    soft = hard if value == unlimited or (hard != unlimited and value > hard) else value
    resource.setrlimit(kind, (soft, hard))


def address_space() -> int:
    """Bytes of address space in use; 0 where the system does not tell (then memory is not bounded)."""
    return _memory(0)


def _memory(column: int) -> int:
    """A column of Linux's statm in bytes: 0 for the address space, 1 for what is resident; 0 elsewhere."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()[column]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def too_large(megabytes: int) -> UnreadableFault:
    """The fault of a task that hit the bound on memory."""
    what = f"Reading it needs more than {megabytes} MB of memory, so it was stopped."
    return UnreadableFault(what, mend="Try a smaller file, or paste its text.")


def _bug(error: BaseException) -> BugFault:
    """An exception that no room translated, with the last line of ours that it passed."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "bonafide" in frame.filename]
    outside = [frame for frame in frames if not frame.filename.endswith("worker.py")]
    where = f"{Path(outside[-1].filename).name}:{outside[-1].lineno}" if outside else ""
    what = f"A reader of ours stumbled ({type(error).__name__}: {str(error)[:300]})."
    return BugFault(what, where=where, mend="Please report it with the file that you gave.")
