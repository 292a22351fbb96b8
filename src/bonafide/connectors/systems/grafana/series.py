"""A series of a panel: the names by which it can be called, its unit, and its samples. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from math import inf, isnan

from bonafide.model.faults import InputFault

MOST = 10_000_000
"""Samples of one reading, of sixteen bytes each."""


LARGEST = 1e15
"""Of a value; what no number comes near may be without an end, and is none then."""
LATEST = 1e11
"""Seconds of the epoch: a year of four digits."""


def meant(value: float) -> bool:
    """Whether a value is a number that can be meant, or none at all (NaN, or without an end)."""
    return not abs(value) >= LARGEST or value in (inf, -inf)


@dataclass(frozen=True, slots=True)
class Series:
    """`names[0]` is what a panel calls it; times are seconds of the epoch in any order; what has no value is NaN."""

    where: str
    names: tuple[str, ...]
    times: array[float]
    values: array[float]
    unit: str = ""

    def called(self, wanted: str) -> bool:
        """Whether a name, or a pattern with * and ?, is one of its names."""
        return wanted in self.names or any(fnmatchcase(name, wanted) for name in self.names)


def chosen(found: Iterable[Series], wanted: Iterable[str], side: str) -> dict[str, list[Series]]:
    """The series of a side, by what the panel calls them: pieces of one, where several files hold it.

    Raises InputFault where there is none.
    """
    known, wishes = list(found), list(wanted)
    kept: dict[str, list[Series]] = {}
    exact = {wish for wish in wishes if any(wish in one.names for one in known)}
    for one in known:
        if any(wish in one.names if wish in exact else one.called(wish) for wish in wishes):
            kept.setdefault(one.names[0], []).append(one)
    if not kept:
        shown = ", ".join(sorted({one.names[0] for one in known})[:8]) or "none"
        what = "There is no series of this name: no data is not the same as no failures."
        raise InputFault(what, where=f"{side} {wishes[0]}", mend=f"Name one or more of: {shown}.")
    return kept


def joined(name: str, pieces: Iterable[Series]) -> dict[float, float]:
    """The values of one series by moment, those that two files tell alike once. Raises InputFault where they differ."""
    samples: dict[float, float] = {}
    for piece in pieces:
        for at, value in zip(piece.times, piece.values, strict=True):
            if not isnan(value) and samples.setdefault(at, value) != value:
                what = f"“{name[:80]}” has two values at the same moment."
                mend = "Name the file's own: FILE:NAME, without the ending of the file."
                raise InputFault(what, where=piece.where, mend=mend)
    return samples
