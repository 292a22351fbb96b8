"""How often things broke, how long they stayed broken, and whether what was learnt of them was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from bonafide.evidence.chance import poisson, wilson
from bonafide.evidence.counted import Counted, counted
from bonafide.evidence.definitions import figure
from bonafide.evidence.samples import Counts, Shares, Waits
from bonafide.evidence.spans import MONTH, last_seen, reach, weekly
from bonafide.model.measure import Window

HOUR = timedelta(hours=1)
SOONS = (30, 90)
"""Days within which actions should be done."""
MOST_SEVERITIES = 6


@dataclass(frozen=True, slots=True, order=True)
class Incident:
    """An incident; `resolved` is None while it lasts, `severity` as its own system calls it, `cause` what it says of its cause."""

    opened: datetime
    resolved: datetime | None
    severity: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done after an incident; `closed` is None where it is open, or open again."""

    created: datetime
    closed: datetime | None


@dataclass(frozen=True, slots=True)
class Incidents:
    """Incidents, actions (None: none were given), and the last moment that the records tell of."""

    incidents: tuple[Incident, ...]
    actions: tuple[Action, ...] | None
    seen: datetime
    severities: tuple[str, ...]

    @staticmethod
    def of(
        incidents: Iterable[Incident], actions: Iterable[Action] | None = None, today: date = date.max
    ) -> Incidents:
        """From records in any order, of which at least one incident was opened by `today`; what is dated later shows nothing."""
        found, done = tuple(incidents), None if actions is None else tuple(actions)
        moments = [moment for one in found for moment in (one.opened, one.resolved) if moment]
        moments += [moment for one in done or () for moment in (one.created, one.closed) if moment]
        named = Counter(one.severity for one in found if one.severity)
        most = sorted(named, key=lambda name: (-named[name], name))[:MOST_SEVERITIES]
        return Incidents(found, done, last_seen(moments, today), tuple(sorted(most)))

    def reach(self, today: date) -> Window:
        """From the first incident up to the day of the last record, of which the records may not tell all."""
        first = min(one.opened for one in self.incidents).date()
        return reach(first, min(self.seen.date(), today))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """Incidents, all and by severity, the time to resolve them, and actions that were closed."""
        found = [one for one in self.incidents if window.holds(one.opened)]
        return [
            _often(found, window, ""),
            *(
                _often([one for one in found if one.severity == name], window, name)
                for name in self.severities
            ),
            self._resolved(found, window, chance),
            *self._closed(window, chance),
        ]

    def _resolved(self, found: Sequence[Incident], window: Window, chance: Random) -> Counted:
        waits = Waits(
            (((one.resolved or max(self.seen, one.opened)) - one.opened) / HOUR, one.resolved is not None)
            for one in found
        )
        unresolved = sum(one.resolved is None for one in found)
        detail = {"unresolved": float(unresolved)}
        why = "Too many are unresolved." if found and waits.value is None else ""
        return counted("time-to-resolve", window, len(found), waits, chance, why=why, detail=detail)

    def _closed(self, window: Window, chance: Random) -> Iterator[Counted]:
        """For each time: of the actions that had that much time, those that were closed within it."""
        for days in SOONS if self.actions is not None else ():
            soon = timedelta(days=days)
            due = [
                one
                for one in self.actions or ()
                if window.holds(one.created) and one.created + soon <= self.seen
            ]
            closed = sum(one.closed is not None and one.closed - one.created <= soon for one in due)
            between = wilson(closed, len(due)) if due else None
            part = f"within {days} days"
            yield counted("actions-closed", window, len(due), Shares(closed, len(due)), chance, part=part, interval=between)  # fmt: skip


def _often(found: Sequence[Incident], window: Window, severity: str) -> Counted:
    months = window.days / MONTH
    rate = len(found) / months if window.days else None
    between = poisson(len(found), months) if window.days else None
    told = figure("incidents", window, len(found), rate, between, part=severity)
    return Counted(told, Counts(weekly((one.opened.date() for one in found), window)))
