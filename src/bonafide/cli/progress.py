"""One line on standard error that says how far a long reading is, where somebody may be looking at it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import TextIO

import click

from bonafide.model.ports import Progress, silent

BEGUN = "Reading …"
EVERY = 0.25
"""Seconds between two updates: faster ones cannot be read, and cost time on slow terminals."""


@contextmanager
def reading(*, quiet: bool, stream: TextIO | None = None) -> Iterator[Progress]:
    """Says that a reading has begun and, on a terminal and not `quiet`, how far it is; the line ends where the reading does."""
    out = stream or sys.stderr
    if quiet or not out.isatty():
        click.echo(BEGUN, file=out)
        yield silent
        return
    line = Line(out)
    try:
        yield line
    finally:
        line.end()


class Line:
    """A `Progress` that writes over its own line, a few times a second at most; `clock` tells seconds."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out, self._clock = out, clock
        self._width = max(get_terminal_size().columns - 1, len(BEGUN))
        self._shown = self._told = ""
        self._next = float("-inf")
        self._write(BEGUN)

    def __call__(self, what: str, count: int, /) -> None:
        if count < 2:
            return  # Its word is that of several, and one is soon followed by more, or by the end.
        self._told = f"{BEGUN} {count:,} {what}"
        if self._clock() >= self._next:
            self._write(self._told)

    def end(self) -> None:
        """The line as it was told last, and the beginning of the next one."""
        if self._told:
            self._write(self._told)
        self._out.write("\n")
        self._out.flush()

    def _write(self, text: str) -> None:
        text = text[: self._width]
        self._out.write(f"\r{text.ljust(len(self._shown))}")
        self._out.flush()
        self._shown, self._next = text, self._clock() + EVERY
