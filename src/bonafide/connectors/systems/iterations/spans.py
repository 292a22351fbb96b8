"""Rows of a table of iterations -> from when to when each ran, and what was committed and done in it. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from bonafide.connectors.systems.fields import fields
from bonafide.connectors.systems.moments import Moments
from bonafide.connectors.systems.table import Row, number
from bonafide.evidence.iterations import Iteration
from bonafide.model.faults import InputFault

FILE = Path(__file__).with_name("columns.toml")
ITERATION = fields(FILE, "iteration")
_RUNNING = frozenset(tomllib.loads(FILE.read_text("utf-8"))["words"]["running"])
DAYS = ("started", "ended")
DAY = timedelta(days=1)
AS_TOLD = (
    "What was done is as the table says it: what was added after an iteration had begun must not be among it."
)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when an iteration ran. A day without a time of day means all of it, at either end."""

    name: str
    started: datetime
    ended: datetime
    begun: datetime
    """Up to when what was added had been committed."""
    over: datetime
    """Up to when what was done had been done in it."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Rows of iterations that have ended, each with its iteration, and the names of those that have not."""

    told: tuple[tuple[Span, Row], ...]
    running: frozenset[str]

    def notes(self) -> Iterator[str]:
        """What one should know of those that were left out."""
        if self.running:
            yield f"{len(self.running)} iterations that had not ended by the last day asked for were left out."


def spans(rows: Iterable[Row], read: Moments, today: date) -> Spans:
    """The iterations of rows in any order. Raises InputFault with the place of days that cannot be."""
    known: dict[tuple[str, datetime], Span] = {}
    told, running = [], set()
    for row in rows:
        one = _span(row, read, today)
        if one is None:
            running.add(row["iteration"])
            continue
        if known.setdefault((one.name, one.started), one) != one:
            raise _twice(row)
        told.append((one, row))
    return Spans(tuple(told), frozenset(running))


def _twice(row: Row) -> InputFault:
    return InputFault(
        "This iteration is told twice, and differently.", where=row.where, mend="Leave one out."
    )


def _span(row: Row, read: Moments, today: date) -> Span | None:
    """The iteration that a row tells; None for one that has not ended by `today`."""
    started, ended = (read(row[name], row.at(name)) for name in DAYS)
    if ended is None or ended.date() > today or row["state"].casefold() in _RUNNING:
        return None
    if started is None or ended < started:
        what = "“started” is empty." if started is None else "This iteration ended before it began."
        raise InputFault(what, where=row.where, mend="Mend the row or leave it out.")
    begun, over = _whole(row["started"], started), _whole(row["ended"], ended)
    return Span(row["iteration"], started, ended, min(begun, over), over)


def _whole(text: str, moment: datetime) -> datetime:
    return moment if ":" in text or text.isdigit() else moment + DAY - timedelta.resolution


def reader(rows: Iterable[Row], names: Sequence[str], order: str) -> Moments:
    """A reader for the dates of these fields."""
    return Moments.of((row[name] for row in rows for name in names), order)


def of_table(rows: Sequence[Row], order: str, today: date) -> tuple[list[Iteration], tuple[str, ...]]:
    """The iterations, the same row once, and what one should know of them. Raises InputFault with the line of what cannot be."""
    found = spans(rows, reader(rows, DAYS, order), today)
    told: dict[Span, tuple[Iteration, Decimal]] = {}
    for one, row in found.told:
        counted = (_iteration(one, row), _amount(row, "added") if row["added"] else Decimal())
        if told.setdefault(one, counted) != counted:
            raise _twice(row)
    added = sum((later for _, later in told.values()), Decimal())
    notes = [
        *found.notes(),
        *([AS_TOLD] if told else ()),
        *(scope(f"{added.normalize():f}", "0") if added else ()),
    ]
    return [iteration for iteration, _ in told.values()], tuple(notes)


def scope(added: str, removed: str) -> Iterator[str]:
    """What is said of changes of scope."""
    if added != "0":
        yield f"Added after their iteration had begun, and not counted: {added}."
    if removed != "0":
        yield f"Taken out after their iteration had begun, and counted as not done: {removed}."


def _iteration(one: Span, row: Row) -> Iteration:
    committed, done = (_amount(row, name) for name in ("committed", "done"))
    if done > committed:
        what = "More was done than was committed: what was added later is among it."
        mend = "Give what was done of the committed work alone, or a row for each issue (--issues)."
        raise InputFault(what, where=row.at("done"), mend=mend)
    return Iteration(one.started, one.ended, float(done), float(committed - done))


def _amount(row: Row, name: str) -> Decimal:
    if name not in row.values:
        mend = f"Name its column (--column {name}=HEADER), or give a row for each issue (--issues)."
        raise InputFault(f"There is no column for “{name}”.", where=row.where, mend=mend)
    found = number(row, name)
    if found < 0:
        raise InputFault(f"“{name}” is less than nothing.", where=row.at(name), mend="Mend the row.")
    return found
