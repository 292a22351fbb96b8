"""How predictable a group is: of what it committed to when an iteration (a sprint) began, what was done when it ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import fsum
from random import Random

from bonafide.evidence.chance import wilson
from bonafide.evidence.counted import Counted, counted
from bonafide.evidence.samples import Fulfilments
from bonafide.evidence.spans import last_seen, reach
from bonafide.model.measure import Interval, Window

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Iteration:
    """An iteration that ended. `done` and `undone` are the two parts of what was committed when it began (issues, or points)."""

    started: datetime
    ended: datetime
    done: float
    undone: float

    @property
    def committed(self) -> float:
        """All that was committed."""
        return self.done + self.undone


@dataclass(frozen=True, slots=True)
class Iterations:
    """Iterations to which something was committed, and the last moment that one of them ended at."""

    iterations: tuple[Iteration, ...]
    seen: datetime

    @staticmethod
    def of(iterations: Iterable[Iteration], today: date = date.max) -> Iterations:
        """From records in any order, of which at least one ended by `today`; nothing committed is nothing to keep."""
        found = tuple(one for one in iterations if one.committed > 0)
        return Iterations(found, last_seen((one.ended for one in found), today))

    def reach(self, today: date) -> Window:
        """From the first day of any iteration to the last on which one ended."""
        return reach(min(one.started for one in self.iterations).date(), min(self.seen.date() + DAY, today))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """What was done of what was committed, over the iterations that ended in the window."""
        found = [one for one in self.iterations if window.holds(one.ended)]
        sample = Fulfilments((one.done, one.committed) for one in found)
        detail = {
            "committed": fsum(one.committed for one in found),
            "done": fsum(one.done for one in found),
        }
        alike = _alike(found)
        return [
            counted("predictability", window, len(found), sample, chance, detail=detail, interval=alike),
        ]


def _alike(found: Sequence[Iteration]) -> Interval | None:
    """The interval where all iterations did everything, or nothing: drawing anew would find no other; None for any other."""
    whole = sum(not one.undone for one in found)
    none = sum(not one.done for one in found)
    return wilson(whole, len(found)) if found and len(found) in (whole, none) else None
