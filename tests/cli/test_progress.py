"""The line that says how far a reading is, on a terminal of our own and on what is none."""

from __future__ import annotations

import os
import pty
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.cli.progress import BEGUN, EVERY, Line, reading
from bonafide.model.faults import InputFault


@contextmanager
def terminal() -> Iterator[tuple[TextIO, int]]:
    """A terminal to write to, and the handle of what it shows."""
    shown, handle = pty.openpty()
    with os.fdopen(handle, "w") as out:
        yield out, shown
    os.close(shown)


def line_on(shown: int) -> str:
    """What a terminal shows up to its first new line; it may hand it over in pieces."""
    seen = b""
    while b"\n" not in seen:
        seen += os.read(shown, 1000)
    return seen.decode()


@pytest.mark.parametrize("quiet", [True, False])
def test_only_a_terminal_that_somebody_looks_at_is_told(quiet: bool) -> None:
    with terminal() as (out, shown):
        with reading(quiet=quiet, stream=out) as progress:
            progress("commits", 12_000)
        out.flush()
        assert ("12,000 commits" in line_on(shown)) is not quiet
    nowhere = StringIO()
    with reading(quiet=quiet, stream=nowhere) as progress:
        progress("commits", 12_000)
    assert nowhere.getvalue() == f"{BEGUN}\n"


def test_a_fault_begins_on_a_line_of_its_own() -> None:
    with terminal() as (out, shown):
        with pytest.raises(InputFault), reading(quiet=False, stream=out) as progress:
            progress("rows", 4096)
            raise InputFault("No.")
        assert line_on(shown).endswith("4,096 rows\r\n")


def test_what_is_shorter_leaves_nothing_of_what_was_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    out = StringIO()
    Line(out)("pages of merge_requests", 1)
    assert out.getvalue() == f"\r{BEGUN}", "of one nothing is told"
    out = StringIO()
    times = iter(range(100))
    line = Line(out, lambda: float(next(times)))
    line("pages of merge_requests_and_more", 14)
    line("rows", 2)
    line.end()
    written = out.getvalue().removesuffix("\n").split("\r")
    assert written[1] == BEGUN and written[-1].rstrip() == "Reading … 2 rows"
    assert max(map(len, written)) == 29, "it never breaks into a second line"
    assert len(written[-2]) == 29 and written[-2].rstrip() == "Reading … 2 rows"


@given(st.lists(st.floats(0, 0.4), max_size=200))
def test_it_is_written_a_few_times_a_second_and_ends_with_what_was_told_last(waits: list[float]) -> None:
    now = 0.0
    out = StringIO()
    line = Line(out, lambda: now)
    for number, wait in enumerate(waits, 2):
        now += wait
        line("rows", number)
    assert out.getvalue().count("\r") <= now / EVERY + 1
    line.end()
    last = out.getvalue().rpartition("\r")[2]
    assert last.strip() == (f"{BEGUN} {len(waits) + 1:,} rows" if waits else BEGUN)
