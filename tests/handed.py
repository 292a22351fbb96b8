"""Tables that tests hand in: two years of incidents that grew rarer, in an export of nobody's known headers."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

CHANGED = date(2025, 1, 1)
BEGUN, ENDED = datetime(2024, 1, 1), datetime(2026, 1, 1)
SECRET = "till-17.quill.example"
"""A word of the records that must be kept nowhere."""


def incidents(form: str = "%d/%m/%Y %H:%M", *, until: int = 31) -> bytes:
    """Rows with `When it broke`, `When it was mended`, `How bad` and names that nobody may keep; `until` bounds the days
    of months, so that nothing shows whether they come first."""
    chance, at, rows = Random(5), BEGUN, ["Host,Who,When it broke,When it was mended,How bad"]
    while at < ENDED:
        at += timedelta(hours=chance.expovariate(1 / (140 if at.date() >= CHANGED else 60)))
        mended = at + timedelta(hours=chance.expovariate(1 / (4 if at.date() >= CHANGED else 20)))
        if at.day <= until and mended.day <= until:
            rows.append(f"{SECRET},Ada Quill,{at:{form}},{mended:{form}},{chance.choice(['P1', 'P2'])}")
    return "\n".join(rows).encode()


def actions() -> bytes:
    """Actions under headers that are known."""
    days = [CHANGED + timedelta(days=9 * n) for n in range(40)]
    return "\n".join(["Created,Resolved", *(f"{day},{day + timedelta(days=12)}" for day in days)]).encode()
