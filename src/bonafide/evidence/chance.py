"""Intervals: what chance alone could have made of a figure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from random import Random
from typing import Protocol

from bonafide.model.measure import Interval

Z = 1.959964
"""The normal quantile of a two-sided 95 % interval."""
DRAWS, FEWEST = 1_000, 200
WORK = 4_000_000
"""Bootstrap draws: fewer of a very large sample, whose interval is narrow and moves little."""
FEW = 6
"""Clusters that each side of a comparison needs: of fewer, drawing anew tells an interval that is too narrow."""


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies, between neighbours in a straight line (Hyndman and Fan, type 7)."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    below = math.floor(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)


def wilson(hits: int, of: int) -> Interval:
    """The interval of a share (Wilson 1927); `of` is at least 1."""
    share = hits / of
    middle = share + Z * Z / (2 * of)
    half = Z * math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return Interval((middle - half) / scale if hits else 0.0, (middle + half) / scale if hits < of else 1.0)


def poisson(count: int, over: float) -> Interval:
    """The interval of a rate of events per unit of `over` (Byar's approximation to the exact one)."""
    low = count * (1 - 1 / (9 * count) - Z / (3 * math.sqrt(count))) ** 3 if count else 0.0
    more = count + 1
    high = more * (1 - 1 / (9 * more) + Z / (3 * math.sqrt(more))) ** 3
    return Interval(low / over, high / over)


class Sample(Protocol):
    """What a figure was computed from, of which whole clusters can be drawn anew."""

    @property
    def size(self) -> int:
        """How many values a draw goes through."""

    @property
    def clusters(self) -> int:
        """How many clusters there are to draw from."""

    @property
    def value(self) -> float | None:
        """The figure itself."""

    def drawn(self, chance: Random) -> float | None:
        """The figure of one draw; None where the draw has none."""


def bootstrap(sample: Sample, chance: Random) -> Interval | None:
    """The percentile interval of a figure; None where too few draws have one."""
    times = draws(sample.size)
    return _spread([sample.drawn(chance) for _ in range(times)])


def bootstrap_change(before: Sample, after: Sample, chance: Random) -> Interval | None:
    """The percentile interval of the relative change from one sample's figure to the other's; None where a side is too small."""
    if min(before.clusters, after.clusters) < FEW:
        return None
    times = draws(before.size + after.size)
    pairs = ((before.drawn(chance), after.drawn(chance)) for _ in range(times))
    return _spread([now / was - 1 if was and now is not None else None for was, now in pairs])


def draws(size: int) -> int:
    """How many draws a sample of so many values is worth."""
    return max(FEWEST, min(DRAWS, WORK // max(size, 1)))


def _spread(values: Sequence[float | None]) -> Interval | None:
    known = [value for value in values if value is not None]
    if len(known) * 2 < len(values):
        return None
    return Interval(quantile(known, 0.025), quantile(known, 0.975))


def flat(clusters: Iterable[Sequence[float]]) -> list[float]:
    """The values of all clusters."""
    return list(chain.from_iterable(clusters))
