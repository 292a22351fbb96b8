"""Lives of counters -> what came in between their points, on one line of time. Pure."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bonafide.connectors.systems.opentelemetry.counters import DELTA, Side
from bonafide.model.faults import InputFault

RESTLESS = 0.2
"""What falls, or starts anew while it still counts, at more than so many of its points is no counter of a process that restarts."""


def increases(
    side: Side, begun: float, every: float, heard: Mapping[str, float], name: str
) -> tuple[dict[float, float], int]:
    """What came in by moment (seconds, on a grid of `every`), and how often a counter fell within a life.

    `heard` is when each resource first told anything. Raises InputFault where a side falls, or starts anew, again and again.
    """
    sums: dict[float, float] = {}
    falls = 0
    for life, values in side.lives.items():
        since = heard.get(side.resources[life[0]], math.inf)
        came = _differences(values) if life[2] == DELTA else _since(values, begun, since)
        for at, amount in came:
            slot = grid(at, every)
            sums[slot] = sums.get(slot, 0.0) + amount
        falls += life[2] != DELTA and sum(later < value for value, later in pairwise(values[2::3]))
    if falls + _overlaps(side) > RESTLESS * side.count:
        what = "This falls, or starts anew, again and again: it is no counter of processes that restart."
        raise InputFault(what, where=name, mend="Name a counter whose start stays while its process lives.")
    return sums, falls


def grid(at: float, every: float) -> float:
    """The end of the step that a moment falls into: processes tell at moments of their own."""
    return math.ceil(at / every) * every


def _differences(values: array[float]) -> Iterator[tuple[float, float]]:
    return zip(values[1::3], values[2::3], strict=True)


def _since(values: array[float], begun: float, heard: float) -> Iterator[tuple[float, float]]:
    """What a total counted since its point before; a fall is a restart that its start does not tell.

    What it shows first counts where it surely came in since the records began: its life began later, or its process told of
    others before and not of it. A start that is the moment itself says that what came before is not known.
    """
    start, first, value = values[:3]
    if 0 < start < first and (start >= begun or heard < first):
        yield first, value
    for (was, now), at in zip(pairwise(values[2::3]), values[4::3], strict=True):
        yield at, now - was if now >= was else now


def _overlaps(side: Side) -> int:
    """How many lives began while another of the same counter was not over."""
    ends: dict[tuple[str, str], float] = {}
    count = 0
    for (of, attributes, start), values in side.lives.items():  # In the order of their starts.
        if start > 0:
            end = ends.get((of, attributes), -math.inf)
            count += start < end
            ends[of, attributes] = max(end, values[-2])
    return count
