"""Small drawings of a measure's course by quarters: spots with their reach, an axis that can be read, the day of a change."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from bonafide.evidence.telling import plain, quarter, scale
from bonafide.model.measure import Figure, Window

CLOSE = 0.9
"""Where all quarters lie above so much of the highest, they are drawn from the lowest on: 99.9 % and 99.99 % are worlds apart."""
LEFT, RIGHT, TOP, FOOT = 44.0, 352.0, 22.0, 132.0
"""The plot within a drawing of 360 by 168 units."""
STEPS, NICE = 3, (1.0, 2.0, 2.5, 5.0, 10.0)
"""An axis has at least so many steps, each of a number that people count in."""
MILLION = 1e6
"""From here on an axis counts in millions: longer numbers do not fit beside it."""
APART = 30.0
"""So far from each other two years can be read."""
FARTHEST = 2.0
"""So many times the highest value an interval is drawn to: few events reach far, and would press all others flat."""

Span = tuple[float, float, float]
"""Low, value and high of a quarter."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One quarter in the drawing: its value, and how far the interval, or the rules, reach around it."""

    x: float
    y: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A word at an axis, and where."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """The day of the change, as a line; its words end or begin there."""

    at: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: spots, the lines that join neighbours, both axes, and the change.

    `cut` is whether an interval reaches farther than the drawing, `raised` whether it begins above nought.
    """

    spots: tuple[Spot, ...]
    lines: tuple[str, ...]
    values: tuple[Tick, ...]
    unit: str
    quarters: tuple[Tick, ...]
    years: tuple[Tick, ...]
    changed: Change | None
    cut: bool
    raised: bool


@dataclass(frozen=True, slots=True)
class _Axis:
    """From where to where it goes, in steps of which size, in the unit that is shown."""

    foot: float
    top: float
    step: float

    @staticmethod
    def over(low: float, high: float) -> _Axis:
        """An axis of whole steps from at most `low` to at least `high`."""
        rough = (high - low) / STEPS
        power = 10.0 ** math.floor(math.log10(rough))
        step = power * next(nice for nice in NICE if nice * power >= rough * (1 - 1e-9))
        return _Axis(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step)

    def y(self, value: float) -> float:
        """Where a value lies in the drawing; one beyond the axis lies at its end."""
        share = (min(max(value, self.foot), self.top) - self.foot) / (self.top - self.foot)
        return round(FOOT - (FOOT - TOP) * share, 1)

    def ticks(self) -> Iterator[Tick]:
        """A number at each step."""
        for number in range(round((self.top - self.foot) / self.step) + 1):
            value = round(self.foot + number * self.step, 10)
            millions = f"{round(value / MILLION, 10):g} M" if value and self.top >= MILLION else ""
            yield Tick(self.y(value), millions or plain(value))


def chart(past: Sequence[Figure], changed: date | None) -> Chart | None:
    """The drawing of the quarters that have a value; None where fewer than two have one, or all are nought."""
    windows = list(dict.fromkeys(figure.window for figure in past))
    highest = max((one for one in past if one.value), key=lambda one: one.value or 0.0, default=None)
    factor, unit = scale(highest) if highest else (1.0, "")
    spans = [_span([one for one in past if one.window == window], factor) for window in windows]
    told = [span for span in spans if span]
    if len(told) < 2 or highest is None:
        return None
    axis = _axis(told)
    spots = [_spot(_x(index, len(windows)), span, axis) for index, span in enumerate(spans)]
    return Chart(
        tuple(spot for spot in spots if spot),
        tuple(_lines(spots)),
        tuple(axis.ticks()),
        unit,
        *_quarters(windows),
        _change(changed, windows),
        any(span[2] > axis.top for span in told),
        axis.foot > 0,
    )


def _axis(told: Sequence[Span]) -> _Axis:
    highest, lowest = max(span[1] for span in told), min(span[0] for span in told)
    top = min(max(span[2] for span in told), FARTHEST * highest)
    return _Axis.over(lowest if CLOSE * top < lowest < top else 0.0, top)


def _span(figures: Sequence[Figure], factor: float) -> Span | None:
    """One quarter: an interval, or where rules differ their range."""
    told = [figure for figure in figures if figure.value is not None]
    if not told:
        return None
    if len(figures) == 1 and told[0].interval:
        low, value, high = told[0].interval.low, told[0].value or 0.0, told[0].interval.high
    else:
        values = [figure.value or 0.0 for figure in told]
        low, value, high = min(values), max(values), max(values)
    return low * factor, value * factor, high * factor


def _spot(x: float, span: Span | None, axis: _Axis) -> Spot | None:
    if span is None:
        return None
    low, value, high = map(axis.y, span)
    return Spot(x, value, low, high)


def _x(index: float, count: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * (index + 0.5) / count, 1)


def _lines(spots: Sequence[Spot | None]) -> Iterator[str]:
    """A line for each run of quarters without a gap."""
    for known, run in groupby(spots, key=lambda spot: spot is not None):
        if known:
            yield " ".join(f"{spot.x},{spot.y}" for spot in run if spot)


def _quarters(windows: Sequence[Window]) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
    """The quarters, and under the first of each year the year; one that the next would cover is left out."""
    names = [quarter(window.start).split() for window in windows]
    ticks = [Tick(_x(index, len(names)), name) for index, (name, _) in enumerate(names)]
    first = {year: ticks[index].at for index, (_, year) in reversed(list(enumerate(names)))}
    years = [Tick(at, year) for year, at in sorted(first.items())]
    apart = [one for one, then in pairwise(years) if then.at - one.at >= APART]
    return tuple(ticks), (*apart, *years[-1:])


def _change(day: date | None, windows: Sequence[Window]) -> Change | None:
    for index, window in enumerate(windows):
        if day and window.start <= day < window.end:
            at = _x(index - 0.5 + (day - window.start).days / window.days, len(windows))
            return Change(at, f"{day:%-d %b %Y}", "start" if at < (LEFT + RIGHT) / 2 else "end")
    return None
