"""The scorecard of one reading: for each measure its figure, its course by quarters as a small drawing, and before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from bonafide.evidence.definitions import Measure, measures
from bonafide.evidence.telling import amount, between, course, quarters, scaled
from bonafide.model.measure import Figure, Shift, Window
from bonafide.services.evidence import Kept

CLOSE = 0.9
"""Where all quarters lie above so much of the highest, they are drawn from the lowest on: 99.9 % and 99.99 % are worlds apart."""
LEFT, RIGHT, TOP, FOOT = 8.0, 312.0, 14.0, 92.0
"""The plot within a drawing of 320 by 120 units."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One quarter in the drawing: its value, and how far the interval, or the rules, reach around it."""

    x: float
    y: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a quarter or a rule, its figure, and how it changed, which is good, bad or neither (`mood`)."""

    name: str
    value: str
    n: int
    change: str = ""
    mood: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: spots, the lines that join neighbours, the greatest value, the ends, and the day of the change.

    `foot` is the value at which it begins; "" where that is nought.
    """

    spots: tuple[Spot, ...]
    lines: tuple[str, ...]
    top: str
    first: str
    last: str
    changed: float | None
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure, or one part of it. `headline` is its figure, or the range over its rules; `why` says why there is none.

    `rules` has a row for each rule; where there is but one, `now` is its row.
    """

    id: str
    name: str
    measure: Measure
    headline: str
    sub: str
    why: str
    now: Row
    rules: tuple[Row, ...]
    chart: Chart | None
    table: tuple[Row, ...]


def panels(kept: Kept) -> list[Panel]:
    """A panel for each measure and part, in the order of the definitions."""
    found = kept.measured
    changed = found.shifts[0].after.window.start if found.shifts else None
    parts = groupby(found.figures, key=_shelf)
    return [
        _panel(
            f"p{number}",
            list(figures),
            [figure for figure in found.course if _shelf(figure) == shelf],
            [shift for shift in found.shifts if _shelf(shift.after) == shelf],
            changed,
        )
        for number, (shelf, figures) in enumerate(parts, 1)
    ]


def _shelf(figure: Figure) -> tuple[str, str]:
    return (figure.measure, figure.part)


def _panel(
    ident: str,
    figures: Sequence[Figure],
    past: Sequence[Figure],
    shifts: Sequence[Shift],
    changed: date | None,
) -> Panel:
    measure, part = measures()[figures[0].measure], figures[0].part
    told = [figure for figure in figures if figure.value is not None]
    changes = {shift.before.rule: shift for shift in shifts}
    rows = tuple(_row(figure.rule, figure, changes.get(figure.rule)) for figure in figures)
    past_rows = tuple(
        _row(" · ".join(filter(None, (quarters(one.window), one.rule))), one, None) for one in past
    )
    return Panel(
        ident,
        f"{measure.name}: {part}" if part else measure.name,
        measure,
        _headline(told),
        _sub(told[0]) if told and len(figures) == 1 else "",
        figures[0].why if not told else "",
        rows[0],
        rows if len(rows) > 1 and told else (),
        _chart(past, changed),
        past_rows,
    )


def _sub(figure: Figure) -> str:
    words = {"between": between(figure).strip(" ()"), "n": figure.n}
    return _("95 %% interval %(between)s; n = %(n)s") % words


def _headline(told: Sequence[Figure]) -> str:
    if not told:
        return _("not available")
    least, most = (choose(told, key=lambda figure: figure.value or 0.0) for choose in (min, max))
    if least.value == most.value:
        return amount(most)
    return _("%(least)s to %(most)s, by the rule") % {"least": scaled(least), "most": amount(most)}


def _row(name: str, figure: Figure, shift: Shift | None) -> Row:
    value = f"{amount(figure)}{between(figure)}" if figure.value is not None else figure.why
    return Row(name, value, figure.n, course(shift) if shift else "", _mood(shift) if shift else "")


def _mood(shift: Shift) -> str:
    if not shift.sure or measures()[shift.after.measure].higher_is_better is None:
        return ""
    return "good" if shift.better else "bad"


def _chart(past: Sequence[Figure], changed: date | None) -> Chart | None:
    """The drawing of the quarters that have a value; None where fewer than two have one."""
    windows = list(dict.fromkeys(figure.window for figure in past))
    spans = {window: _span([one for one in past if one.window == window]) for window in windows}
    top = max((span[2] for span in spans.values() if span), default=0.0)
    if sum(span is not None for span in spans.values()) < 2 or not top:
        return None
    lowest = min(span[0] for span in spans.values() if span)
    foot = lowest if lowest > CLOSE * top and lowest < top else 0.0
    spots = [_spot(index, len(windows), spans[window], foot, top) for index, window in enumerate(windows)]
    highest = max((one for one in past if one.value is not None), key=lambda one: one.value or 0.0)
    return Chart(
        tuple(spot for spot in spots if spot),
        tuple(_lines(spots)),
        amount(highest),
        quarters(windows[0]),
        quarters(windows[-1]),
        _at(changed, windows),
        amount(replace(highest, value=foot)) if foot else "",
    )


def _span(figures: Sequence[Figure]) -> tuple[float, float, float] | None:
    """Low, value and high of one quarter: an interval, or where rules differ their range."""
    told = [figure for figure in figures if figure.value is not None]
    if not told:
        return None
    if len(figures) == 1 and told[0].interval:
        return told[0].interval.low, told[0].value or 0.0, told[0].interval.high
    values = [figure.value or 0.0 for figure in told]
    return min(values), max(values), max(values)


def _spot(
    index: int, count: int, span: tuple[float, float, float] | None, foot: float, top: float
) -> Spot | None:
    if span is None:
        return None
    low, value, high = (round(FOOT - (FOOT - TOP) * (one - foot) / (top - foot), 1) for one in span)
    return Spot(_x(index, count), value, low, high)


def _x(index: float, count: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * (index + 0.5) / count, 1)


def _lines(spots: Sequence[Spot | None]) -> Iterator[str]:
    """A line for each run of quarters without a gap."""
    for known, run in groupby(spots, key=lambda spot: spot is not None):
        if known:
            yield " ".join(f"{spot.x},{spot.y}" for spot in run if spot)


def _at(day: date | None, windows: Sequence[Window]) -> float | None:
    for index, window in enumerate(windows):
        if day and window.start <= day < window.end:
            return _x(index - 0.5 + (day - window.start).days / window.days, len(windows))
    return None
