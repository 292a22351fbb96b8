"""The long-lived child processes that read foreign files and plan interviews, and the thread that drives runs.

Made on first use and shared by every request of this process; they end with it.
"""

from __future__ import annotations

import atexit
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from bonafide.connectors.sandbox import Sandbox
from bonafide.language import periods, quantities, terms

RUNS_AT_ONCE = 2


@cache
def guarded() -> Sandbox:
    """The pool in which foreign files are read; a hostile one costs its own reading only."""
    return _closed_at_exit(Sandbox())


@cache
def beside() -> Sandbox:
    """The pool for trusted work beside the steps."""
    return _closed_at_exit(Sandbox(workers=1, seconds=30))


@cache
def measuring() -> Sandbox:
    """The pool in which tables of records are read and measured, which takes longer than reading a document."""
    return _closed_at_exit(Sandbox(workers=1, seconds=60, megabytes=1024))


@cache
def runner() -> ThreadPoolExecutor:
    """The threads in which preparations run, so that a page need not wait for one."""
    return ThreadPoolExecutor(RUNS_AT_ONCE, thread_name_prefix="preparing")


def warm() -> None:
    """Start a child of each pool and load the vocabulary there, so that the first person need not wait for it."""
    for loaded in [pool.begin(_load) for pool in (guarded(), beside())]:
        loaded()


def _load() -> None:
    for tool in (quantities.find, periods.find_periods, terms.find_terms):
        tool("")


def _closed_at_exit(sandbox: Sandbox) -> Sandbox:
    atexit.register(sandbox.close)
    return sandbox
