"""The figures of an answer that tell what came of it, and those that stand beside where it started."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bonafide.language.quantities import Quantity
from bonafide.practice.cuebook import cues, hits
from bonafide.practice.speech import Hit, Speech

NEAR = 8
"""A word of change this close to a figure speaks of it."""

_SIZES = frozenset({"people", "engineer", "developer", "employe", "year"})
"""What a company counts of itself is its size, not an outcome."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Figures near a word of change, and pairs of figures of one unit: where it stood, where it stands."""

    figures: tuple[Hit, ...]
    pairs: tuple[Hit, ...]


def find_outcomes(speech: Speech) -> Outcomes:
    """The outcomes of an answer in the order in which they are told."""
    changes = [hit.first for hit in _change_hits(speech)]
    sizes = {at for hit in hits(speech, "metric", "no_outcome") for at in range(hit.first, hit.last + 8)}
    told = [(at, one) for at, one in speech.figures if at not in sizes and one.unit not in _SIZES]
    moved = [(at, one) for at, one in told if one.role or any(abs(at - change) <= NEAR for change in changes)]
    figures = tuple(Hit(at, at) for at, _ in moved)
    return Outcomes(figures, tuple(_pairs(speech, moved)))


def _change_hits(speech: Speech) -> list[Hit]:
    return [hit for cue in cues("outcomes", "change") for hit in speech.hits(cue)]


def _pairs(speech: Speech, moved: list[tuple[int, Quantity]]) -> list[Hit]:
    """Neighbouring figures that measure the same, or of which the second leaves the unit out."""
    found = []
    for (first, one), (second, other) in pairwise(moved):
        alike = one.unit == other.unit or other.unit is None or one.unit is None
        if alike and second - first <= 2 * NEAR and one.value != other.value:
            found.append(Hit(first, second))
    return found
