"""Which days are measured: whole ones, inside what the records reach, and as many before a day as after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bonafide.model.faults import InputFault
from bonafide.model.measure import Window

YEAR = timedelta(days=365)
SHORTEST = timedelta(days=28)
QUARTERS = 12
MONTH = 30.4375
"""Days of a month, on average over four years."""


def reach(first: date, end: date, what: str = "The history is too short") -> Window:
    """From the first day of which the records tell all, up to and without `end`. Raises InputFault with `what` is wrong."""
    return _long_enough(Window(first, max(first, end)), what)


def latest(whole: Window, start: date | None = None, end: date | None = None) -> Window:
    """The days that were asked for as far as the records reach; without a wish the last year."""
    last = min(end or whole.end, whole.end)
    first = max(start or last - YEAR, whole.start)
    return _long_enough(Window(first, max(first, last)), "What was asked for is too short")


def around(whole: Window, day: date) -> tuple[Window, Window]:
    """As many days before a day as from it on, a year at the most."""
    length = min(YEAR, day - whole.start, whole.end - day)
    before, after = Window(day - length, day), Window(day, day + length)
    return _long_enough(before, f"Too little lies on one side of {day}"), after


def quarters(whole: Window) -> tuple[Window, ...]:
    """The last whole quarters of the calendar, twelve at the most."""
    found: list[Window] = []
    end = _quarter(whole.end)
    while len(found) < QUARTERS and (start := _quarter(end - timedelta(days=1))) >= whole.start:
        found.append(Window(start, end))
        end = start
    return tuple(reversed(found))


def last_seen(moments: Iterable[datetime], today: date) -> datetime:
    """The last moment that records tell of; a slip of the pen in the year 2099 is none. Raises InputFault where there is none."""
    found = max((moment for moment in moments if moment.date() <= today), default=None)
    if found is None:
        raise InputFault("Everything in the records is dated in the future.", mend="Check the dates.")
    return found


def weekly(days: Iterable[date], window: Window) -> list[float]:
    """How many of a window's days fall into each of its whole weeks, empty ones too."""
    weeks = Counter((day - window.start).days // 7 for day in days)
    return [float(weeks[week]) for week in range(window.days // 7)]


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _long_enough(window: Window, what: str) -> Window:
    if window.end - window.start >= SHORTEST:
        return window
    raise InputFault(
        f"{what}: {max(window.days, 0)} days.", mend=f"{SHORTEST.days} days are the least that says anything."
    )


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def next_month(day: date) -> date:
    """The first day of the month after."""
    return month_of(month_of(day) + timedelta(days=31))
