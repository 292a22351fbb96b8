"""How a house decides: how many decisions it writes down, how long it weighs them, and how many it took back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from bonafide.evidence.chance import poisson, wilson
from bonafide.evidence.counted import Counted, counted
from bonafide.evidence.definitions import figure
from bonafide.evidence.samples import Counts, Waits
from bonafide.evidence.spans import MONTH, reach, weekly
from bonafide.model.measure import Window


class State(StrEnum):
    """What became of a decision."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision record; `decided` is when it was accepted or rejected. A superseded one was accepted once."""

    state: State
    proposed: date | None = None
    decided: date | None = None

    @property
    def accepted(self) -> date | None:
        """When it was accepted, if ever."""
        return self.decided if self.state in (State.ACCEPTED, State.SUPERSEDED) else None


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions with at least one date among them, and the day on which they were read."""

    decisions: tuple[Decision, ...]
    seen: date

    @staticmethod
    def of(decisions: Iterable[Decision], seen: date) -> Decisions:
        """From records in any order."""
        return Decisions(tuple(decisions), seen)

    def reach(self, today: date) -> Window:
        """From the first date of any record up to the day on which they were read."""
        days = [day for one in self.decisions for day in (one.proposed, one.decided) if day]
        return reach(min(days, default=today), min(self.seen, today))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """Decisions accepted, those of them superseded since, and the time of their review."""
        accepted = [
            one for one in self.decisions if (day := one.accepted) and window.start <= day < window.end
        ]
        return [self._accepted(accepted, window), _superseded(accepted, window), self._review(window, chance)]

    def _accepted(self, accepted: Sequence[Decision], window: Window) -> Counted:
        months = window.days / MONTH
        count = len(accepted)
        rate, between = (count / months, poisson(count, months)) if months else (None, None)
        told = figure("decisions-accepted", window, count, rate, between)
        return Counted(told, Counts(weekly((one.accepted for one in accepted if one.accepted), window)))

    def _review(self, window: Window, chance: Random) -> Counted:
        """From proposal to decision, of those proposed in the window; one that nobody dated the end of tells nothing."""
        proposed = [
            (one.proposed, one.decided)
            for one in self.decisions
            if one.proposed
            and window.start <= one.proposed < window.end
            and (one.state is State.PROPOSED or (one.decided and one.decided >= one.proposed))
        ]
        waits = Waits(
            (float(((end or max(self.seen, begun)) - begun).days), end is not None) for begun, end in proposed
        )
        undecided = sum(end is None for _, end in proposed)
        why = "Too many are not decided yet." if proposed and waits.value is None else ""
        detail = {"undecided": float(undecided)}
        return counted("decision-review-time", window, len(proposed), waits, chance, why=why, detail=detail)


def _superseded(accepted: Sequence[Decision], window: Window) -> Counted:
    """Never compared: what was decided later has had less time to be superseded."""
    count = len(accepted)
    taken_back = sum(one.state is State.SUPERSEDED for one in accepted)
    share, between = (taken_back / count, wilson(taken_back, count)) if count else (None, None)
    return Counted(figure("decisions-superseded", window, count, share, between))
