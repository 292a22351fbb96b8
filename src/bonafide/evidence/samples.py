"""What figures are computed from, so that it can be drawn anew: waits, counts, shares, ratios. Each sorts what it is given."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from math import fsum
from operator import mul
from random import Random

from bonafide.evidence.chance import quantile

SHAPE = 9
"""Values of a cluster that a draw goes through at the most."""
ROUNDING = 1e-12
"""Weights are sums of fractions: half of them may come out a hair too large."""


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


class Fulfilments(Ratios):
    """A ratio of parts to their wholes (done of what was committed in an iteration), among which all may be whole by chance.

    A draw in which nothing is left out tells no more than so many of so many: it is a share that may stand behind that (a beta
    distribution, Jeffreys' prior), and likewise where nothing at all is done.
    """

    def drawn(self, chance: Random) -> float | None:
        """The ratio when as many clusters are drawn with putting back."""
        drawn = super().drawn(chance)
        if drawn == 1:
            return chance.betavariate(self.size + 0.5, 0.5)
        return chance.betavariate(0.5, self.size + 0.5) if drawn == 0 else drawn


class Rare(Ratios):
    """A ratio of sums of what seldom happens (time down, restarts): what a comparison needs are clusters in which it did at all."""

    def __init__(self, pairs: Iterable[tuple[float, float]], scale: float = 1.0) -> None:
        known = list(pairs)
        super().__init__(known, scale)
        self.clusters = sum(happened > 0 for happened, _ in known)


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
