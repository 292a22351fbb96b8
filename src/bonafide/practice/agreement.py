"""How far two raters of the same answers agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bonafide.model.judgement import Judgement
from bonafide.model.rating import FACETS, Rating

FEWEST = 10
"""Values below which a kappa says nothing."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over `count` values that both gave: how many are `equal`, the leniency, and the kappa.

    `leniency` is how much higher the first rater is on average. `kappa` has quadratic weights: 1 is agreement
    throughout, 0 what chance would give; None where there are too few values or all are the same.
    """

    count: int
    equal: int
    leniency: float
    kappa: float | None


def agreement(ours: Sequence[int], theirs: Sequence[int]) -> Agreement:
    """The agreement of two raters, value by value; raises ValueError where their numbers differ."""
    pairs = list(zip(ours, theirs, strict=True))
    count = len(pairs)
    if not count:
        return Agreement(0, 0, 0.0, None)
    equal = sum(a == b for a, b in pairs)
    return Agreement(count, equal, sum(a - b for a, b in pairs) / count, _kappa(pairs))


def _kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    seen = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    chance = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs) / len(pairs) ** 2
    return 1 - seen / chance if chance and len(pairs) >= FEWEST else None


def facet_values(rater: Rating | Judgement) -> list[int]:
    """The ten facets in the order of the rubric."""
    return [rater.facets[name] for name in FACETS]
