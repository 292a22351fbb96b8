"""A measured figure: what was computed, over which time, from how many events, by which rule, and how surely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `start` up to, and without, `end`, in UTC."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    @property
    def weeks(self) -> float:
        """How many weeks it has, in part ones too."""
        return self.days / 7

    def holds(self, moment: datetime) -> bool:
        """Whether an aware moment falls into it."""
        return self.start <= moment.astimezone(UTC).date() < self.end


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true value lies, 19 times out of 20."""

    low: float
    high: float

    @property
    def spans_zero(self) -> bool:
        """Whether nothing at all is among the values that it allows."""
        return self.low <= 0 <= self.high


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over one window. `value` is None where it is not available, and `why` says why: never 0 for no data.

    `measure` and `version` are those of `evidence/data/measures.toml`; `rule` is the one of several stated rules by which the same
    thing was counted, `part` the one of several things (a currency, a severity) that are never added; `n` is how many events it rests on; `detail` are further figures of the same measure by name (such as `p90`).
    """

    measure: str
    version: int
    window: Window
    unit: str
    n: int
    value: float | None = None
    interval: Interval | None = None
    rule: str = ""
    part: str = ""
    why: str = ""
    detail: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shift:
    """A measure before and after a day: the relative change (0.25: a quarter more) and its interval.

    `sure` is False where the interval holds no change at all, or where one side is not available.
    """

    before: Figure
    after: Figure
    change: float | None
    interval: Interval | None
    better: bool

    @property
    def sure(self) -> bool:
        """Whether the change can be told from noise."""
        return self.change is not None and self.interval is not None and not self.interval.spans_zero


@dataclass(frozen=True, slots=True)
class Measured:
    """What is kept of one reading of one system: figures and shifts, never the records they came from.

    `source` is the kind of system (`git`), `fingerprint` a keyed HMAC-SHA256 of its records, `notes` what the reader should
    know of them (squash merges, tags left out), `course` the same measures quarter by quarter.
    """

    source: str
    taken: date
    fingerprint: str
    figures: tuple[Figure, ...]
    shifts: tuple[Shift, ...] = ()
    notes: tuple[str, ...] = ()
    course: tuple[Figure, ...] = ()
