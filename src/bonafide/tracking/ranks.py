"""Places in a lane as numbers: a card goes between two others without moving either."""

from __future__ import annotations

STEP = 1.0
FINEST = 1e-6
"""Ranks nearer to each other than this are written anew, long before a double runs out of digits."""


def between(low: float | None, high: float | None) -> float | None:
    """A rank between two neighbours (None: there is none on that side).

    None where they lie too near to each other, or too far out, for another: the lane is then to be `spread`.
    """
    if low is None or high is None:
        return _beyond(low, high)
    middle = low + (high - low) / 2
    return middle if high - low > FINEST and low < middle < high else None


def spread(count: int) -> tuple[float, ...]:
    """Ranks for a whole lane, one step apart."""
    return tuple(number * STEP for number in range(count))


def _beyond(low: float | None, high: float | None) -> float | None:
    if low is not None:
        return low + STEP if low < low + STEP else None
    if high is not None:
        return high - STEP if high - STEP < high else None
    return 0.0
