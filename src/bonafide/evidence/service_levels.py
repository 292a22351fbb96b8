"""How well a service kept what it promised: attainment, error budget and burn-rate alerts from counted requests.

The four alerts are those of Google's SRE Workbook (2018, chapter 5) for budgets of thirty days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import accumulate, pairwise
from random import Random
from statistics import median

from bonafide.evidence.chance import poisson
from bonafide.evidence.counted import Counted, counted
from bonafide.evidence.definitions import figure
from bonafide.evidence.samples import Counts, Ratios
from bonafide.evidence.spans import reach, weekly
from bonafide.model.measure import Figure, Interval, Window

FEWEST_REQUESTS = 20
ROUNDING = 1e-9
"""Of sums of fractions: good requests may come out a hair over all of them."""
MINUTE, HOUR, DAY = 60, 3600, 86_400


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert fires while the budget burns `factor` times too fast over both windows (seconds)."""

    factor: float
    long: int
    short: int
    name: str


ALERTS = (
    Alert(14.4, HOUR, 5 * MINUTE, "14.4× over 1 h and 5 min"),
    Alert(6, 6 * HOUR, 30 * MINUTE, "6× over 6 h and 30 min"),
    Alert(3, DAY, 2 * HOUR, "3× over 1 day and 2 h"),
    Alert(1, 3 * DAY, 6 * HOUR, "1× over 3 days and 6 h"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """What came in since the sample before: all requests and the failed ones; `at` in seconds of the epoch."""

    at: float
    total: float
    bad: float


@dataclass(frozen=True, slots=True)
class Levels:
    """The steps in the order of time, the target (0.999), when each alert began, and the sums of each day."""

    steps: tuple[Step, ...]
    target: float
    begun: int
    every: float
    alerts: tuple[tuple[date, ...], ...]
    days: Mapping[date, tuple[float, float]]

    @staticmethod
    def of(begun: float, steps: Iterable[Step], target: float) -> Levels:
        """From steps in any order; `begun` is the moment of the first sample, from which on increases are known."""
        ordered = tuple(sorted(steps, key=lambda step: step.at))
        times = [begun, *(step.at for step in ordered)]
        gaps = [later - earlier for earlier, later in pairwise(times)]
        every = median(gaps) if gaps else 0.0
        days = tuple(
            tuple(_day(at) for at in _onsets(times, ordered, alert, 1 - target))
            if every <= alert.short
            else ()
            for alert in ALERTS
        )
        return Levels(ordered, target, int(begun), every, days, _daily(ordered))

    def reach(self, today: date) -> Window:
        """The whole days between the first sample and the last."""
        if not self.steps:
            return reach(today, today)
        first = _day(self.begun + DAY - 1)
        return reach(first, min(_day(self.steps[-1].at + self.every), today))

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """Attainment, budget and the alerts."""
        days = [sums for day, sums in self.days.items() if window.start <= day < window.end]
        bad, total = (sum(pair[part] for pair in days) for part in (0, 1))
        why = _doubt(bad, total)
        used = counted(
            "error-budget-used",
            window,
            len(days),
            Ratios(days, 1 / (1 - self.target)),
            chance,
            part=f"target {self.target * 100:.10g} %",
            why=why,
            detail={"requests": total, "failed": bad},
        )
        return [self._attained(used.figure), used, *self._alerts(window, len(days), why)]

    def _attained(self, used: Figure) -> Counted:
        """What the budget that was used leaves; never compared, since the budget tells what changed."""

        def left(share: float) -> float:
            return min(1 - share * (1 - self.target), 1.0)

        value = None if used.value is None else left(used.value)
        between = used.interval and Interval(left(used.interval.high), left(used.interval.low))
        return Counted(
            figure("slo-attainment", used.window, used.n, value, between, why=used.why, detail=used.detail)
        )

    def _alerts(self, window: Window, days: int, why: str) -> Iterator[Counted]:
        for alert, begun in zip(ALERTS, self.alerts, strict=True):
            fired = [day for day in begun if window.start <= day < window.end]
            blind = "" if self.every <= alert.short else "Samples lie further apart than its short window."
            value, between = float(len(fired)), poisson(len(fired), 1)
            told = figure("burn-alerts", window, days, value, between, part=alert.name, why=why or blind)
            yield Counted(told, Counts(weekly(fired, window)))


def _daily(steps: Iterable[Step]) -> dict[date, tuple[float, float]]:
    """Failed and all requests of each day with traffic."""
    sums: dict[int, tuple[float, float]] = {}
    for step in steps:
        # What came in by midnight came in on the day before.
        day = int((step.at - 1) // DAY)
        bad, total = sums.get(day, (0.0, 0.0))
        sums[day] = (bad + step.bad, total + step.total)
    return {_day(day * DAY): pair for day, pair in sums.items() if pair[1] > 0}


def _doubt(bad: float, total: float) -> str:
    if total < FEWEST_REQUESTS:
        return "There was no traffic." if not total else f"{total:.0f} requests are too few."
    if bad < -ROUNDING * total:
        return "More requests succeeded than there were: the two counts are not of the same requests."
    if bad > total:
        return "More requests failed than there were: the two counts are not of the same requests."
    return ""


def _day(at: float) -> date:
    return datetime.fromtimestamp(at, UTC).date()


def _onsets(times: Sequence[float], steps: Sequence[Step], alert: Alert, budget: float) -> Iterator[float]:
    """When the alert began; it goes on through a quiet that is no longer than its long window.

    Only where the long window lies wholly within the records.
    """
    limit = alert.factor * budget
    both = zip(
        _burning(times, steps, alert.short, limit), _burning(times, steps, alert.long, limit), strict=True
    )
    burned = float("-inf")
    for at, (soon, long) in zip(times, both, strict=True):
        if soon and long and at >= times[0] + alert.long:
            if at - burned > alert.long:
                yield at
            burned = at


def _burning(times: Sequence[float], steps: Sequence[Step], length: int, limit: float) -> Iterator[bool]:
    """For each sample: whether more than the limit's share failed in the seconds before it."""
    bad = list(accumulate((step.bad for step in steps), initial=0.0))
    total = list(accumulate((step.total for step in steps), initial=0.0))
    then = 0
    for now, at in enumerate(times):
        while then < now and times[then + 1] <= at - length:
            then += 1
        came = total[now] - total[then]
        yield came > 0 and bad[now] - bad[then] > limit * came
