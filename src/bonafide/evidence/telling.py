"""A change as a sentence that may leave the house: relative, rounded, in quarters, without a name that was not given."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from bonafide.model.measure import Figure, Shift, Window

_FILE = Path(__file__).parent / "data" / "telling.toml"
MANY_HOURS = 72
NEARLY = 0.99
MONTH = 365.25 / 12
"""Days of a month on average."""
FAR = 10.0
"""Beyond ten times as much again, an interval's end is one of too few events to be told."""
TWICE = 1.0
"""From a relative change of so much on, "2.4 times" says more than "140 %"."""


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def noise() -> str:
    """What is said of a change that chance alone could have made."""
    return str(_words()["noise"])


def offers(shifts: Sequence[Shift]) -> Iterator[Shift]:
    """The changes that may be claimed: surely for the better, and by every rule that can compare; of several the smallest.

    Nothing of a measure is claimed where another part of it surely grew worse. Who could choose among rules, or among
    parts, would always find one that flatters.
    """
    for _, group in groupby(shifts, key=lambda shift: shift.before.measure):
        parts: dict[str, list[Shift]] = {}
        for shift in group:
            if shift.change is not None:
                parts.setdefault(shift.before.part, []).append(shift)
        if not any(shift.sure and not shift.better for known in parts.values() for shift in known):
            yield from (
                min(known, key=lambda shift: abs(shift.change or 0.0))
                for known in parts.values()
                if all(shift.sure and shift.better for shift in known)
            )


def told(shift: Shift, what: str, public: str = "") -> str:
    """The sentence of a change that may be claimed.

    `what` is the person's name for the system ("a payments service"). Absolute values only where they say that these are `public`, and where.
    """
    assert shift.change is not None
    words = _words()
    places = {
        "subject": words["subjects"][shift.before.measure] + _part(shift.before),
        "what": what,
        "from": quarter(shift.after.window.start),
        "length": _length(shift.after.window),
    }
    if public:
        was, now = amount(shift.before), amount(shift.after)
        return str(words["public"]).format(**places, was=was, now=now, where=public)
    if shift.change >= TWICE:
        return str(words["multiplied"]).format(**places, times=f"{rounded(shift.change + 1):g}")
    form = "rose" if shift.change > 0 else "fell"
    return str(words[form]).format(**places, change=percent(shift.change))


def course(shift: Shift) -> str:
    """A change for the scorecard: how much, or that it cannot be told from noise, or that a side is missing."""
    if shift.change is not None and shift.interval is None:
        return str(_words()["few"])
    if shift.change is None or shift.interval is None:
        why = next((one.why for one in (shift.before, shift.after) if one.why), "")
        return f"not comparable. {why}".strip()
    low, high = (_reached(end) for end in (shift.interval.low, shift.interval.high))
    if not shift.sure:
        return f"{noise()} ({low} to {high})"
    return f"{rounded(shift.change * 100):+g} % ({low} to {high})"


def _reached(end: float) -> str:
    """An end of an interval: `-31 %`; what lies far out says only how far at the least."""
    return f"{rounded(end * 100):+g} %" if end <= FAR else f"over +{FAR * 100:g} %"


def percent(change: float) -> str:
    """A relative change without its sign, in two significant figures: `62 %`."""
    return f"{rounded(abs(change) * 100):g} %"


def rounded(value: float) -> float:
    """Two significant figures."""
    if not value:
        return 0.0
    places = 1 - math.floor(math.log10(abs(value)))
    return round(value, places)


def scaled(figure: Figure) -> str:
    """A value in the unit in which it is shown: percent for a share, days for many hours; two significant figures."""
    return _shown(figure, figure.value or 0.0)


def amount(figure: Figure) -> str:
    """A value with its unit."""
    return f"{scaled(figure)} {scale(figure)[1]}"


def between(figure: Figure) -> str:
    """A figure's interval in the unit of its value: ` (21 to 46)`; "" where it has none."""
    if figure.interval is None:
        return ""
    return f" ({_shown(figure, figure.interval.low)} to {_shown(figure, figure.interval.high)})"


def plain(value: float) -> str:
    """A number as people write it: `1,200,000`, `0.25`."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.10g}"


def _shown(figure: Figure, value: float) -> str:
    if figure.unit.startswith("share") and NEARLY < value < 1:
        # 99.95 % and 99.99 % are worlds apart: what is missing is rounded, not what is there.
        return f"{round(100 - rounded((1 - value) * 100), 10):.10g}"
    return plain(rounded(value * scale(figure)[0]))


def scale(figure: Figure) -> tuple[float, str]:
    """By what a value is multiplied to be shown, and what it then counts: percent for a share, days for many hours."""
    if figure.unit.startswith("share"):
        return 100, f"% {figure.unit.removeprefix('share ')}"
    return (1 / 24, "days") if _in_days(figure) else (1, figure.unit)


def _in_days(figure: Figure) -> bool:
    return figure.unit == "hours" and figure.value is not None and figure.value >= MANY_HOURS


def _part(figure: Figure) -> str:
    """Of which part, and counted by which rule: another rule may tell another change, or none."""
    said = [*([figure.part] if figure.part else []), *([f"rule: {figure.rule}"] if figure.rule else [])]
    return f" ({', '.join(said)})" if said else ""


def quarters(window: Window) -> str:
    """The quarters in which a window begins and ends: `Q3 2025 – Q2 2026`."""
    first, last = quarter(window.start), quarter(window.end - timedelta(days=1))
    return first if first == last else f"{first} – {last}"


def quarter(day: date) -> str:
    """`Q3 2025`."""
    return f"Q{(day.month + 2) // 3} {day.year}"


def _length(window: Window) -> str:
    """`year`, or `7 months`: as long as a window is, to the nearest month."""
    months = max(1, round(window.days / MONTH))
    return "year" if months == 12 else "month" if months == 1 else f"{months} months"
