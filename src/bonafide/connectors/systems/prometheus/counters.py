"""Series of counters -> what came in between two samples, on one line of time. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bonafide.connectors.systems.prometheus.answers import RANGE, Series
from bonafide.connectors.systems.sides import Sides
from bonafide.evidence.service_levels import Levels
from bonafide.model.faults import InputFault

FEWEST = 2
RESTLESS = 0.2
"""What falls at more than so many of its samples is no counter of a process that restarts, but a rate or a gauge."""


def levels(total: Sequence[Series], other: Sequence[Series], sides: Sides) -> tuple[Levels, tuple[str, ...]]:
    """The records, and what one should know of them. Raises InputFault where a side tells nothing."""
    for side, found in (("--total", total), (sides.name, other)):
        if not any(len(one.times) >= FEWEST for one in found):
            what = "The query found nothing, or a single sample: no data is not the same as no failures."
            raise InputFault(what, where=side, mend=RANGE)
        if resets(found) > RESTLESS * sum(len(one.times) for one in found):
            what = "This falls again and again: it is no counter, but a rate or a gauge."
            raise InputFault(what, where=side, mend=RANGE)
    begun = min(one.times[0] for one in total if one.times)
    return sides.levels(begun, increases(total), increases(other)), _notes([*total, *other])


def increases(found: Sequence[Series]) -> dict[float, float]:
    """What all counters together counted since the sample before, by moment.

    A drop is a restart: what the counter shows is what it counted since. What a series shows when it first appears
    may be older than the records, and is not counted (as Prometheus's own `increase` does not).
    """
    sums: dict[float, float] = {}
    for one in found:
        before = None
        for at, value in one.samples:
            if before is not None:
                sums[at] = sums.get(at, 0.0) + (value - before if value >= before else value)
            before = value
    return sums


def resets(found: Sequence[Series]) -> int:
    """How often a counter fell."""
    return sum(later < earlier for one in found for earlier, later in pairwise(one.values))


def _notes(found: Sequence[Series]) -> tuple[str, ...]:
    times = resets(found)
    if not times:
        return ()
    return (
        f"Counters fell {times} times, which was counted as restarts. A sum of counters falls in another way: ask for each by itself.",
    )
