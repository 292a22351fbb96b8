"""What every kind of record gives: the figures of a window, each with what it was computed from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Protocol

from bonafide.evidence.chance import Sample, bootstrap
from bonafide.evidence.definitions import figure
from bonafide.model.measure import Figure, Interval, Window


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure, and the sample that can be drawn anew to compare it; None where a comparison would mean nothing."""

    figure: Figure
    sample: Sample | None = None


class Records(Protocol):
    """What one system told, in whatever order it told it."""

    def reach(self, today: date) -> Window:
        """The days of which the records tell all. Raises InputFault where these are too few."""

    def counted(self, window: Window, chance: Random) -> Sequence[Counted]:
        """Every measure of these records over a window, in the order of the definitions; always the same measures."""


def counted(
    measure: str,
    window: Window,
    n: int,
    sample: Sample,
    chance: Random,
    *,
    part: str = "",
    unit: str = "",
    why: str = "",
    detail: dict[str, float] | None = None,
    interval: Interval | None = None,
) -> Counted:
    """A figure that is its sample's own value, with the interval given or else a bootstrap's."""
    value = None if why else sample.value
    if value is not None and interval is None:
        interval = bootstrap(sample, chance)
    found = figure(measure, window, n, value, interval, part=part, unit=unit, why=why, detail=detail or {})
    return Counted(found, sample)
