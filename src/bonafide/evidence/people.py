"""How people come, stay and grow, in groups that are never smaller than five; nobody is measured alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bonafide.evidence.chance import wilson
from bonafide.evidence.counted import Counted, counted
from bonafide.evidence.samples import Ratios, Shares, Waits
from bonafide.evidence.spans import YEAR, reach
from bonafide.model.measure import Window

ANSWER = timedelta(days=30)
"""After so long an offer that was not accepted was declined."""
UNMARKED = "Nothing in the records tells of it: this is not available, and not nought."


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's days: joined, left (None: still here), rose a level, and had a first change merged."""

    joined: date
    left: date | None = None
    rose: tuple[date, ...] = ()
    merged: date | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A position's days: opened, an offer made, and accepted."""

    opened: date | None
    offered: date | None = None
    accepted: date | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Members and openings, and the last day that the records tell of; what is dated later has not happened."""

    members: tuple[Member, ...]
    openings: tuple[Opening, ...]
    seen: date

    @staticmethod
    def of(members: Iterable[Member], openings: Iterable[Opening], today: date) -> People:
        """From records in any order, of which some have a day before `today`."""
        some, others = tuple(members), tuple(openings)
        days = [day for one in some for day in (one.joined, one.left, one.merged, *one.rose)]
        days += [day for other in others for day in (other.opened, other.offered, other.accepted)]
        return People(some, others, max((day for day in days if day and day <= today), default=today))

    def reach(self, today: date) -> Window:
        """From the first day of any record to the last."""
        days = [one.joined for one in self.members]
        days += [day for one in self.openings if (day := one.opened or one.offered)]
        return reach(min(days), min(self.seen, today))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """What the records can tell of members, and of openings."""
        return [
            *(self._stayed(window, chance) if self.members else ()),
            *(self._hired(window, chance) if self.openings else ()),
        ]

    def _stayed(self, window: Window, chance: Random) -> Iterator[Counted]:
        cohort = [one for one in self.members if _holds(window, one.joined + YEAR)]
        stayed = sum(not one.left or one.left >= one.joined + YEAR for one in cohort)
        yield _share("retention", window, stayed, len(cohort), chance)
        rises = [
            (_rises(one, window), years) for one in self.members if (years := self._years(one, window)) > 0
        ]
        unmarked = "" if any(one.rose for one in self.members) else UNMARKED
        yield counted("internal-promotion", window, len(rises), Ratios(rises), chance, why=unmarked)
        new = [one for one in self.members if _holds(window, one.joined)]
        waits = Waits(self._wait(one.joined, one.merged, one.left) for one in new)
        unmarked = "" if any(one.merged for one in self.members) else UNMARKED
        yield _median("time-to-first-merge", window, len(new), waits, chance, unmarked)

    def _hired(self, window: Window, chance: Random) -> Iterator[Counted]:
        opened = [one for one in self.openings if one.opened and _holds(window, one.opened)]
        waits = Waits(self._wait(one.opened, one.accepted, None) for one in opened if one.opened)
        yield _median("time-to-hire", window, len(opened), waits, chance, "")
        answered = [
            one
            for one in self.openings
            if one.offered and _holds(window, one.offered) and self._answered(one)
        ]
        accepted = sum(self._happened(one.accepted) for one in answered)
        yield _share("offer-acceptance", window, accepted, len(answered), chance)

    def _happened(self, day: date | None) -> bool:
        return day is not None and day <= self.seen

    def _answered(self, one: Opening) -> bool:
        assert one.offered
        return self._happened(one.accepted) or one.offered + ANSWER <= self.seen

    def _wait(self, begun: date, ended: date | None, gone: date | None) -> tuple[float, bool]:
        """Days until something happened, or else as long as it could be seen not to have."""
        if ended and ended <= self.seen:
            return float(max((ended - begun).days, 0)), True
        last = min(gone, self.seen) if gone else self.seen
        return float(max((last - begun).days, 0)), False

    def _years(self, one: Member, window: Window) -> float:
        """How much of the window somebody was there, in years."""
        first, last = max(one.joined, window.start), min(one.left or window.end, window.end)
        return max((last - first) / YEAR, 0.0)


def _holds(window: Window, day: date) -> bool:
    return window.start <= day < window.end


def _rises(one: Member, window: Window) -> float:
    return float(sum(_holds(window, day) and day > one.joined for day in one.rose))


def _share(measure: str, window: Window, hits: int, of: int, chance: Random) -> Counted:
    between = wilson(hits, of) if of else None
    return counted(measure, window, of, Shares(hits, of), chance, interval=between)


def _median(measure: str, window: Window, n: int, waits: Waits, chance: Random, why: str) -> Counted:
    if n and waits.value is None:
        why = why or "For too many of them it has not happened yet."
    return counted(measure, window, n, waits, chance, why=why)
