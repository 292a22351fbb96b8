"""The history of a system's deploys -> what is kept of it: figures, their course by quarters, and before and after a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from bonafide.evidence.comparison import shifts
from bonafide.evidence.delivery import delivery
from bonafide.evidence.history import History
from bonafide.evidence.spans import around, latest, quarters, reach
from bonafide.model.measure import Measured


@dataclass(frozen=True, slots=True)
class Asked:
    """Which days a person wants measured, and the day from which something was different."""

    start: date | None = None
    end: date | None = None
    changed: date | None = None


def measured_history(
    history: History, asked: Asked, today: date, *, source: str, fingerprint: str, notes: Sequence[str] = ()
) -> Measured:
    """What is kept. Chance is seeded by the fingerprint, so the same records give the same intervals.

    Raises InputFault where the history, or a side of the day, is too short to say anything.
    """
    chance = Random(fingerprint)
    whole = reach(history, today)
    window = latest(whole, asked.start, asked.end)
    return Measured(
        source,
        today,
        fingerprint,
        delivery(history, window, chance),
        shifts(history, *around(whole, asked.changed), chance) if asked.changed else (),
        tuple(notes),
        tuple(figure for quarter in quarters(whole) for figure in delivery(history, quarter, chance)),
    )
