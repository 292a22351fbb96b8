"""How work flows through review: opened, first looked at, merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from bonafide.evidence.counted import Counted, counted
from bonafide.evidence.samples import Waits
from bonafide.evidence.spans import last_seen, reach
from bonafide.model.measure import Window

HOUR = timedelta(hours=1)
UNKNOWN = "The records hold no reviews."


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request of a person, no draft: opened, first reviewed by somebody else, merged; or closed without it."""

    opened: datetime
    reviewed: datetime | None = None
    merged: datetime | None = None
    closed: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it is neither merged nor closed."""
        return not (self.merged or self.closed)


@dataclass(frozen=True, slots=True)
class Flow:
    """Pull requests, whether their reviews are known, and the last moment that the records tell of."""

    pulls: tuple[Pull, ...]
    reviews: bool
    seen: datetime

    @staticmethod
    def of(pulls: Iterable[Pull], *, reviews: bool, today: date = date.max) -> Flow:
        """From records in any order, of which at least one was opened by `today`."""
        found = tuple(pulls)
        moments = (moment for one in found for moment in (one.opened, one.reviewed, one.merged, one.closed))
        return Flow(found, reviews, last_seen((moment for moment in moments if moment), today))

    def reach(self, today: date) -> Window:
        """From the first day of any pull request to that of the last record, of which they may not tell all."""
        return reach(min(one.opened for one in self.pulls).date(), min(self.seen.date(), today))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """The wait for a first review, from there to the merge, and the whole way."""
        found = [one for one in self.pulls if window.holds(one.opened)]
        unknown = "" if self.reviews else UNKNOWN
        looked_at = [(one.opened, one.reviewed) for one in found if one.reviewed or one.waits]
        after = [(one.reviewed, one.merged) for one in found if one.reviewed and (one.merged or one.waits)]
        whole = [(one.opened, one.merged) for one in found if one.merged or one.waits]
        return [
            self._median("first-review", looked_at, window, chance, unknown),
            self._median("review-to-merge", after, window, chance, unknown),
            self._median("open-to-merge", whole, window, chance, ""),
        ]

    def _median(
        self,
        measure: str,
        spans: Sequence[tuple[datetime, datetime | None]],
        window: Window,
        chance: Random,
        why: str,
    ) -> Counted:
        """The median of spans of which none runs backwards; those without an end are still open."""
        forward = [(begun, ended) for begun, ended in spans if not ended or ended >= begun]
        waits = Waits(
            ((max(ended or self.seen, begun) - begun) / HOUR, ended is not None) for begun, ended in forward
        )
        if forward and waits.value is None:
            why = why or "Too many are still open."
        detail = {"open": float(sum(ended is None for _, ended in forward))}
        return counted(measure, window, len(forward), waits, chance, why=why, detail=detail)
