"""Points of counters, in whatever order they were written -> what came in, by moment. Pure.

A cumulative counter is known by its attributes and its start: each life of a process is a counter of its own, so that restarts, and
processes that nothing else tells apart, are counted right.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from bonafide.connectors.systems.opentelemetry.otlp import Metric, Point
from bonafide.model.faults import InputFault

MOST_POINTS = 10_000_000
"""Of one side, of 24 bytes each."""
MOST_LIVES = 200_000
DELTA = -1.0
"""The start of a life of differences, each of which has a start of its own."""
Life = tuple[str, str, float]
"""What a counter is called (with its resource), its attributes, and when it began to count."""


@dataclass(slots=True)
class Side:
    """The points of all counters of a side: start, moment and value, one behind the other."""

    lives: dict[Life, array[float]] = field(default_factory=dict)
    resources: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def take(self, metric: Metric, point: Point, attributes: str) -> None:
        """Count a point. Raises InputFault where there are too many."""
        life = (metric.of, attributes, DELTA if metric.delta else point.start)
        self.lives.setdefault(life, array("d")).extend((point.start, point.at, point.value))
        self.resources[metric.of] = metric.resource
        self.count += 1
        if self.count > MOST_POINTS or len(self.lives) > MOST_LIVES:
            what = f"There are more than {MOST_POINTS:,} points, or {MOST_LIVES:,} lives of counters."
            raise InputFault(what, mend="Take fewer days, or a narrower condition.")

    def settle(self) -> int:
        """Bring the points into the order of time, those that were written twice once; how many these were."""
        self.lives = {life: _settled(life, values) for life, values in sorted(self.lives.items())}
        before, self.count = self.count, sum(len(values) // 3 for values in self.lives.values())
        return before - self.count

    @property
    def begun(self) -> float:
        """The moment from which on it is known what came in: the start of a difference, or the first of a total."""
        return min(
            values[0] or values[1] if life[2] == DELTA else values[1] for life, values in self.lives.items()
        )

    @property
    def every(self) -> float:
        """How far apart points are: half of them no further. In whole seconds."""
        gaps: Counter[int] = Counter()
        for (_, _, begun), values in self.lives.items():
            if begun == DELTA:
                gaps.update(round(at - start) for start, at in zip(values[::3], values[1::3], strict=True))
            else:
                gaps.update(round(later - at) for at, later in pairwise(values[1::3]))
        return max(float(_middle(gaps)), 1.0)


def _middle(counts: Counter[int]) -> int:
    """The lower median; 0 of nothing."""
    seen = 0
    for value in sorted(counts):
        seen += counts[value]
        if seen * 2 >= counts.total():
            return value
    return 0


def _settled(life: Life, values: array[float]) -> array[float]:
    """The points of a life in the order of time, each once. Raises InputFault where two contradict each other."""
    found: dict[tuple[float, float], float] = {}
    for start, at, value in zip(values[::3], values[1::3], values[2::3], strict=True):
        if found.setdefault((at, start), value) != value:
            what = "The same counter shows two values at the same moment: nothing tells two processes apart."
            mend = "Give each process a service.instance.id of its own."
            raise InputFault(what, where=life[1][:120], mend=mend)
    ordered = array("d")
    for at, start in sorted(found):
        ordered.extend((start, at, found[at, start]))
    return ordered
