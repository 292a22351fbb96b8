"""What a system told -> what is kept of it: figures, their course by quarters, and before and after a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from random import Random

from bonafide.evidence.comparison import shifts
from bonafide.evidence.counted import Records
from bonafide.evidence.definitions import small, withheld
from bonafide.evidence.spans import YEAR, around, latest, quarters
from bonafide.model.measure import Figure, Measured, Window
from bonafide.model.ports import Progress, silent


@dataclass(frozen=True, slots=True)
class Asked:
    """Which days a person wants measured, and the day from which something was different."""

    start: date | None = None
    end: date | None = None
    changed: date | None = None

    def span(self, today: date) -> tuple[date, date]:
        """The days that a system has to be asked for: a year back from the end, and from the day of the change."""
        end = min(self.end or today, today)
        first = self.start or end - YEAR
        return min(first, self.changed - YEAR) if self.changed else first, end


def measured(
    records: Records,
    asked: Asked,
    today: date,
    *,
    source: str,
    fingerprint: str,
    notes: Sequence[str] = (),
    progress: Progress = silent,
) -> Measured:
    """What is kept. Chance is seeded by the fingerprint, so the same records give the same intervals; `progress` is told of
    each span of days, since intervals of long histories take as long as reading them.

    Raises InputFault where the records, or a side of the day, are too short to say anything.
    """
    chance = Random(fingerprint)
    whole = _until(records.reach(today), asked.end)
    window = latest(whole, asked.start, asked.end)

    spans = count(1)

    def figures(within: Window) -> tuple[Figure, ...]:
        progress("spans of days measured", next(spans))
        return tuple(one.figure for one in records.counted(within, chance))

    return Measured(
        source,
        today,
        fingerprint,
        figures(window),
        shifts(records, *around(whole, asked.changed), chance) if asked.changed else (),
        tuple(notes),
        _together([figure for quarter in quarters(whole) for figure in figures(quarter)]),
    )


def _until(whole: Window, end: date | None) -> Window:
    """The days of which the records tell, as far as they were asked for."""
    return Window(whole.start, max(whole.start, min(whole.end, end or whole.end)))


def _together(course: Sequence[Figure]) -> tuple[Figure, ...]:
    """The course; of a hidden measure all quarters or none, since the one that is missing could be worked out from a year."""
    hidden = {one.measure for one in course if small(one)}
    return tuple(withheld(one) if one.measure in hidden else one for one in course)
