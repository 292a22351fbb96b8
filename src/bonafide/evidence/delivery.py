"""How often, how fast and how safely changes reach production (the measures of DORA's reports, with their care)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from statistics import median

from bonafide.evidence.chance import Sample, bootstrap, flat, poisson, quantile, wilson
from bonafide.evidence.counted import Counted
from bonafide.evidence.definitions import figure
from bonafide.evidence.failures import NO_CHANGES, failures, rules, unknown, unmended
from bonafide.evidence.history import Change, Deploy, History
from bonafide.evidence.samples import Counts, Medians, Shares
from bonafide.evidence.spans import reach, weekly
from bonafide.model.measure import Figure, Window

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Deploys:
    """A history of deploys as records; `seen` is the last moment that they tell of, None where they tell all to this day."""

    history: History
    seen: datetime | None = None

    def reach(self, today: date) -> Window:
        """From the day after the first deploy, which holds all that came before it, up to today, or the last day of the
        records: neither is over."""
        end = min(self.seen.date(), today) if self.seen else today
        return reach(self.history.deploys[0].at.date() + timedelta(days=1), end)

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """All that a history of deploys tells of a window."""
        return [Counted(figure, self._sample(figure)) for figure in delivery(self.history, window, chance)]

    def _sample(self, figure: Figure) -> Sample:
        """A measure's weeks, its deploys that failed or not, its mendings, or its deploys with their waits."""
        match figure.measure:
            case "deployment-frequency":
                return Counts(_weeks(self.history, figure.window))
            case "change-failure-rate":
                return Shares(len(failures(self.history, figure.window, figure.rule)), figure.n)
            case "failed-deployment-recovery":
                return Medians(mended(self.history, figure.window, figure.rule))
            case _:
                return Medians(waits(self.history, figure.window))


def delivery(history: History, window: Window, chance: Random) -> tuple[Figure, ...]:
    """The figures of a window, in the order of the scorecard."""
    return (
        frequency(history, window),
        lead_time(history, window, chance),
        *failure_rates(history, window),
        *recoveries(history, window, chance),
    )


def frequency(history: History, window: Window) -> Figure:
    """Deploys a week; `detail` has the median of the days with a deploy over all whole weeks, empty ones too."""
    deploys = list(history.within(window))
    count = len(deploys)
    detail = {"median days a week": float(median(_days_a_week(deploys, window)))} if window.days >= 7 else {}
    rate = count / window.weeks if window.days > 0 else None
    return figure(
        "deployment-frequency",
        window,
        count,
        rate,
        poisson(count, window.weeks) if rate is not None else None,
        detail=detail,
    )


def _days_a_week(deploys: Sequence[Deploy], window: Window) -> list[int]:
    days = {deploy.at.date() for deploy in deploys}
    weeks = Counter((day - window.start).days // 7 for day in days)
    return [weeks[week] for week in range(window.days // 7)]


def waits(history: History, window: Window) -> list[tuple[float, ...]]:
    """For each deploy that brought changes: how many hours each of them had waited. A clock that ran backwards is left out."""
    merged = history.squashes
    found = []
    for deploy, changes in history.waited(window):
        hours = tuple(wait for change in changes if (wait := _wait(deploy, change, merged)) >= 0)
        if hours:
            found.append(hours)
    return found


def _wait(deploy: Deploy, change: Change, merged: bool) -> float:
    return (deploy.at - (change.committed if merged else change.written)) / HOUR


def lead_time(history: History, window: Window, chance: Random) -> Figure:
    """The median wait of a change in hours, under the name that its records allow; `detail` has the 90th percentile."""
    clusters = waits(history, window)
    sample, values = Medians(clusters), flat(clusters)
    measure = "merge-to-deploy" if history.squashes else "change-lead-time"
    detail = {"p90": quantile(values, 0.9), "changes": float(len(values))} if values else {}
    interval = bootstrap(sample, chance) if values else None
    why = NO_CHANGES if history.deploys and not history.knows_changes else ""
    return figure(measure, window, len(clusters), sample.value, interval, why=why, detail=detail)


def failure_rates(history: History, window: Window) -> Iterator[Figure]:
    """The share of deploys that needed mending, by each rule."""
    deploys = list(history.within(window))
    for rule in rules(history):
        failed = len(failures(history, window, rule))
        count = len(deploys)
        share = failed / count if count else None
        interval = wilson(failed, count) if count else None
        why = unknown(history, rule) if count else ""
        detail = {"failed": float(failed)}
        yield figure("change-failure-rate", window, count, share, interval, rule=rule, why=why, detail=detail)


def recoveries(history: History, window: Window, chance: Random) -> Iterator[Figure]:
    """The median time from a failed deploy to the one that mended it, by each rule."""
    for rule in rules(history):
        sample = Medians(mended(history, window, rule))
        interval = bootstrap(sample, chance) if sample.size else None
        told = (window, sample.size, sample.value, interval)
        yield figure("failed-deployment-recovery", *told, rule=rule, why=unmended(rule))


def mended(history: History, window: Window, rule: str) -> list[tuple[float]]:
    """For each deploy that failed and was mended: the hours in between."""
    found = failures(history, window, rule)
    return [((one.mended - one.deploy.at) / HOUR,) for one in found if one.mended]


def _weeks(history: History, window: Window) -> list[float]:
    return weekly((deploy.at.date() for deploy in history.within(window)), window)
