"""How long a service was up, as a monitor saw it: spans of time that were up or down; what nobody saw is neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from bonafide.evidence.chance import FEW, bootstrap
from bonafide.evidence.counted import Counted
from bonafide.evidence.definitions import figure
from bonafide.evidence.samples import Rare
from bonafide.evidence.spans import MONTH, reach
from bonafide.model.measure import Interval, Window

DAY = 86_400
HOURS_A_MONTH = MONTH * 24


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A time in seconds of the epoch, through which the service was up or down."""

    start: float
    end: float
    up: bool


@dataclass(frozen=True, slots=True)
class Uptime:
    """The seconds of each day that were down, and those that anybody saw; and the moments between which they lie."""

    days: Mapping[date, tuple[float, float]]
    begun: float
    end: float

    @staticmethod
    def of(spans: Iterable[Span]) -> Uptime:
        """From at least one span, in any order; none overlaps another."""
        found = sorted(spans)
        sums: dict[date, tuple[float, float]] = {}
        for span in found:
            for day, seconds in _daily(span):
                down, known = sums.get(day, (0.0, 0.0))
                sums[day] = (down + (0.0 if span.up else seconds), known + seconds)
        return Uptime(sums, found[0].start, max(span.end for span in found))

    def reach(self, today: date) -> Window:
        """The whole days between the first moment that was seen and the last."""
        return reach(_day(self.begun + DAY - 1), min(_day(self.end + 1), today))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """Uptime, which is never compared, and the downtime that it leaves, which is."""
        days = [self.days[day] for day in sorted(self.days) if window.start <= day < window.end]
        sample = Rare(days, HOURS_A_MONTH)
        # Of a few outages, drawing anew tells an interval that is too narrow.
        between = bootstrap(sample, chance) if sample.clusters >= FEW else None
        down, known = (sum(pair[part] for pair in days) / 3600 for part in (0, 1))
        detail = {"hours down": down, "hours seen": known, "days down": float(sample.clusters)}
        share = None if sample.value is None else 1 - sample.value / HOURS_A_MONTH
        left = between and Interval(1 - between.high / HOURS_A_MONTH, 1 - between.low / HOURS_A_MONTH)
        return [
            Counted(figure("uptime", window, len(days), share, left, detail=detail)),
            Counted(figure("downtime", window, len(days), sample.value, between, detail=detail), sample),
        ]


def _daily(span: Span) -> Iterator[tuple[date, float]]:
    """The seconds of a span on each of its days."""
    at = span.start
    while at < span.end:
        until = min((at // DAY + 1) * DAY, span.end)
        yield _day(at), until - at
        at = until


def _day(at: float) -> date:
    return datetime.fromtimestamp(at, UTC).date()
