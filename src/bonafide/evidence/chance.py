"""Intervals: what chance alone could have made of a figure."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from math import fsum
from operator import mul
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
SHAPE = 9
"""Values of a cluster that a draw goes through at the most."""
ROUNDING = 1e-12
"""Weights are sums of fractions: half of them may come out a hair too large."""


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


class Medians:
    """A median over the values of all clusters (the changes of a deploy, which waited together)."""

    def __init__(self, clusters: Iterable[Sequence[float]]) -> None:
        kept = [sorted(cluster) for cluster in clusters if cluster]
        self._values = sorted(chain.from_iterable(kept))
        self.clusters = len(kept)
        entries = sorted(
            (value, index, len(cluster) / len(few))
            for index, cluster in enumerate(kept)
            for few in (_thinned(cluster),)
            for value in few
        )
        self._entries = [value for value, _, _ in entries]
        self._of = [index for _, index, _ in entries]
        self._weights = [weight for _, _, weight in entries]

    @property
    def size(self) -> int:
        """How many values a draw goes through."""
        return len(self._entries)

    @property
    def value(self) -> float | None:
        """The median itself."""
        return quantile(self._values, 0.5) if self._values else None

    def drawn(self, chance: Random) -> float | None:
        """The lower median when as many clusters are drawn with putting back."""
        if not self._entries:
            return None
        times = [0] * self.clusters
        for index in chance.choices(range(self.clusters), k=self.clusters):
            times[index] += 1
        heap = list(accumulate(map(mul, map(times.__getitem__, self._of), self._weights)))
        return self._entries[bisect_left(heap, heap[-1] / 2 * (1 - ROUNDING))]


def _thinned(ordered: Sequence[float]) -> Sequence[float]:
    """A cluster's values, or as many of them as tell its shape, at even ranks: a draw moves whole clusters."""
    count = len(ordered)
    if count <= SHAPE:
        return ordered
    return [ordered[(2 * part + 1) * count // (2 * SHAPE)] for part in range(SHAPE)]


class Means:
    """A mean over single values (the cost of a month)."""

    def __init__(self, values: Iterable[float]) -> None:
        self._values = sorted(values)
        self.size = self.clusters = len(self._values)

    @property
    def value(self) -> float | None:
        """The mean itself."""
        return fsum(self._values) / self.size if self.size else None

    def drawn(self, chance: Random) -> float | None:
        """The mean when as many values are drawn with putting back."""
        return sum(chance.choices(self._values, k=self.size)) / self.size if self.size else None


class Counts(Means):
    """A mean of counts of events (alerts of a week), among which none at all may be chance.

    To what is drawn comes what a Poisson rate may hide behind the count (Jeffreys' prior): from three to none is no proof.
    """

    def drawn(self, chance: Random) -> float | None:
        """The mean when as many counts are drawn with putting back."""
        drawn = super().drawn(chance)
        return None if drawn is None else drawn + chance.gammavariate(0.5, 1.0) / self.size


class Shares:
    """The share of hits; a draw is one of the shares that may stand behind it (a beta distribution, Jeffreys' prior)."""

    def __init__(self, hits: int, of: int) -> None:
        self._hits = hits
        self.size = self.clusters = of

    @property
    def value(self) -> float | None:
        """The share itself."""
        return self._hits / self.size if self.size else None

    def drawn(self, chance: Random) -> float | None:
        """A share that may stand behind this one."""
        if not self.size:
            return None
        return chance.betavariate(self._hits + 0.5, self.size - self._hits + 0.5)


class Ratios:
    """A ratio of sums over clusters (failed and all requests of a day), times `scale`; never a mean of ratios."""

    def __init__(self, pairs: Iterable[tuple[float, float]], scale: float = 1.0) -> None:
        self._pairs = sorted(pairs)
        self._scale = scale
        self.size = self.clusters = len(self._pairs)

    @property
    def value(self) -> float | None:
        """The ratio itself; None over nought."""
        return self._of(self._pairs)

    def drawn(self, chance: Random) -> float | None:
        """The ratio when as many clusters are drawn with putting back."""
        return self._of(chance.choices(self._pairs, k=self.size)) if self.size else None

    def _of(self, pairs: Sequence[tuple[float, float]]) -> float | None:
        under = fsum(pair[1] for pair in pairs)
        return fsum(pair[0] for pair in pairs) / under * self._scale if under else None


class Waits:
    """The median of waits of which some have not ended (Kaplan and Meier 1958): (how long so far, whether it ended).

    None where fewer than half have ended at any length that was seen. Without open ones it is the lower median.
    """

    def __init__(self, waits: Iterable[tuple[float, bool]]) -> None:
        # At the same length what ended comes first: what is still open was open then.
        self._waits = sorted(waits, key=lambda wait: (wait[0], not wait[1]))
        self.size = self.clusters = len(self._waits)

    @property
    def value(self) -> float | None:
        """The median itself."""
        return self._median([1] * self.size)

    def drawn(self, chance: Random) -> float | None:
        """The median when as many waits are drawn with putting back."""
        times = [0] * self.size
        for index in chance.choices(range(self.size), k=self.size) if self.size else ():
            times[index] += 1
        return self._median(times)

    def _median(self, times: Sequence[int]) -> float | None:
        left, standing = self.size, 1.0
        for (length, ended), count in zip(self._waits, times, strict=True):
            if ended and count:
                standing *= 1 - count / left
                if standing <= 0.5 + ROUNDING:
                    return length
            left -= count
        return None


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
