"""Before and after a day: how much a figure changed, and whether that can be told from noise."""

from __future__ import annotations

from random import Random

from bonafide.evidence.chance import Means, Medians, Sample, bootstrap_change
from bonafide.evidence.definitions import measures
from bonafide.evidence.delivery import delivery, mended, waits
from bonafide.evidence.failures import failures
from bonafide.evidence.history import History
from bonafide.model.measure import Figure, Shift, Window


def shifts(history: History, before: Window, after: Window, chance: Random) -> tuple[Shift, ...]:
    """Each measure of delivery in both windows, in the order of the scorecard; never a measure against another one."""
    pairs = zip(delivery(history, before, chance), delivery(history, after, chance), strict=True)
    return tuple(
        shift(was, now, _sample(history, was), _sample(history, now), chance)
        for was, now in pairs
        if was.measure == now.measure
    )


def shift(before: Figure, after: Figure, was: Sample, now: Sample, chance: Random) -> Shift:
    """The relative change between two figures, with the interval of drawing anew what both were computed from."""
    if before.value is None or after.value is None or not before.value:
        return Shift(before, after, None, None, better=False)
    change = after.value / before.value - 1
    better = measures()[before.measure].higher_is_better
    good = better is not None and change != 0 and (change > 0) == better
    return Shift(before, after, change, bootstrap_change(was, now, chance), good)


def _sample(history: History, figure: Figure) -> Sample:
    """A measure's weeks, its deploys that failed or not, its mendings, or its deploys with their waits."""
    match figure.measure:
        case "deployment-frequency":
            return Means(_weeks(history, figure.window))
        case "change-failure-rate":
            return Means(_failed(history, figure.window, figure.rule))
        case "failed-deployment-recovery":
            return Medians(mended(history, figure.window, figure.rule))
        case _:
            return Medians(waits(history, figure.window))


def _weeks(history: History, window: Window) -> list[float]:
    counts = [0.0] * (window.days // 7)
    for deploy in history.within(window):
        week = (deploy.at.date() - window.start).days // 7
        if week < len(counts):
            counts[week] += 1
    return counts


def _failed(history: History, window: Window, rule: str) -> list[float]:
    failed = {failure.deploy.name for failure in failures(history, window, rule)}
    return [float(deploy.name in failed) for deploy in history.within(window)]
