"""The figures of an answer that tell what came of it, and those that stand beside where it started."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bonafide.language.quantities import Quantity, in_base
from bonafide.practice.cuebook import hits
from bonafide.practice.speech import Hit, Speech

Figure = tuple[int, Quantity]

NEAR = 6
"""A word of change this close to a figure speaks of it."""

UNSURE = 2
"""... and this close where the speaker says that nothing was counted."""

AFTER = 4
"""A word of time this close behind a figure tells when it stood so: `twelve days two years on`."""

BESIDE = 2
"""A word this close before a figure still sets it against the next one: `from 9 to 2`."""

CONTRAST = 3
"""... and this close before a figure, against one before it that has a unit: `half a day where it took 11`."""

RECALLED = 90
"""A count that is given again this far behind is still of what was counted first."""

APART = 14
"""Two figures of one measure this close are told as before and after."""

LARGE = 1000
"""So large a figure without a unit is an amount, and so is another like it: `38k in spring`, `44k in October`."""

_SIZES = frozenset({"people", "engineer", "developer", "year"})
"""What a company counts of itself is its size, not an outcome."""


_ARROW = re.compile(r"→|[-=–]+>")

_PERIODS = frozenset({"day", "week", "month", "quarter", "year"})
_WHEN = frozenset(
    {"every", "each", "per", "for", "within", "in", "over", "after", "inside", "during", "about"}
)
_MEASURES = frozenset({"time", "share", "people"})
"""What is measured in units of its own, and not counted."""

_AGO = frozenset({"ago", "later", "on"})


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Figures that moved, and pairs of figures of one measure: where it stood, where it stands."""

    figures: tuple[Hit, ...]
    pairs: tuple[Hit, ...]


def find_outcomes(speech: Speech) -> Outcomes:
    """The outcomes of an answer in the order in which they are told."""
    sizes = {at for hit in hits(speech, "metric", "no_outcome") for at in range(hit.first, hit.last + 8)}
    counted = [
        (at, one)
        for at, one in speech.figures
        if at not in sizes and not (one.unit in _SIZES and one.role is None)
    ]
    told = [(at, one) for at, one in counted if not _is_period(speech, at, one)]
    pairs = (
        *_pairs(speech, told),
        *_returns(speech, told),
        *_counted_again(speech, told),
        *_shares(speech, told),
        *_before_and_now(speech, counted),
        *_to_none(speech, told),
    )
    paired = {at for pair in pairs for at in (pair.first, pair.last)}
    changes = [hit.first for hit in hits(speech, "outcomes", "moved")]
    near = UNSURE if hits(speech, "metric", "unmeasured") else NEAR
    moved = (at for at, _ in told if at in paired or any(abs(at - change) <= near for change in changes))
    lengths = (at for at, _ in counted if at in paired)
    return Outcomes(tuple(Hit(at, at) for at in sorted({*moved, *lengths})), tuple(dict.fromkeys(pairs)))


def _measure(one: Quantity) -> str:
    """What a figure measures: hours and minutes are both time."""
    return in_base(one.value, one.unit)[0]


def _is_period(speech: Speech, at: int, one: Quantity) -> bool:
    """`every six weeks`, `within two quarters`, `two years ago`: when or how often, not how much."""
    before = speech.tokens[at - 1].word if at else ""
    after = speech.tokens[at + 2].word if at + 2 < len(speech.tokens) else ""
    return one.unit in _PERIODS and one.role is None and (before in _WHEN or after in _AGO)


def _pairs(speech: Speech, told: list[Figure]) -> Iterator[Hit]:
    """Neighbouring figures of one measure with a word between or just before them that sets them side by side."""
    beside, contrasted = (
        {hit.first for hit in hits(speech, "outcomes", kind)} for kind in ("beside", "contrasted")
    )
    for (first, one), (second, other) in pairwise(told):
        alike = one.unit is not None and other.unit is not None and _measure(one) == _measure(other)
        bare = None in (one.unit, other.unit)
        words = beside if alike else contrasted if bare else frozenset()
        near = (
            range(first - BESIDE, second)
            if alike or one.unit == other.unit
            else range(second - CONTRAST, second)
        )
        between = any(at in words for at in near) or _arrow(speech, first, second)
        if between and one.value != other.value and second - first <= APART:
            yield Hit(first, second)


def _shares(speech: Speech, told: list[Figure]) -> Iterator[Hit]:
    """Two shares of something counted: `kept 9 promises of 19 in spring and 16 of 18 by the winter`."""
    shares = [
        (first, second, one.value / whole.value)
        for (first, one), (second, whole) in pairwise(told)
        if second - first <= BESIDE + 2
        and speech.tokens[second - 1].word == "of"
        and 0 < one.value <= whole.value
    ]
    for (first, _, one), (_, last, other) in pairwise(shares):
        if one != other:
            yield Hit(first, last)


def _counted_again(speech: Speech, told: list[Figure]) -> Iterator[Hit]:
    """A bare count with a word of time after something was counted: `sixty calls a month`, `we're at nine now`."""
    later = [hit.last for hit in hits(speech, "outcomes", "later")]
    stands = {hit.last for hit in hits(speech, "outcomes", "stands")}
    before: Figure | None = None
    for at, one in told:
        again = before is not None and at - before[0] <= RECALLED and one.value != before[1].value
        said = any(place in stands for place in range(at - BESIDE - 1, at))
        if one.unit is None and again and said and any(-AFTER <= at - word <= NEAR for word in later):
            yield Hit(at, at)
        if one.unit is not None and _measure(one) not in _MEASURES and one.value > 2:
            before = (at, one)


def _arrow(speech: Speech, first: int, second: int) -> bool:
    """Whether an arrow leads from one figure to the other, as in notes: `212k -> 97k`."""
    return _ARROW.search(speech.text, speech.tokens[first].end, speech.tokens[second].start) is not None


def _returns(speech: Speech, told: list[Figure]) -> Iterator[Hit]:
    """A measure that was given before and is given again after a word of time: `four months later: 170k`."""
    later = [hit.last for hit in hits(speech, "outcomes", "later")]
    for place, (at, one) in enumerate(told):
        again = any(
            _measure(other) == _measure(one)
            and other.value != one.value
            and (other.unit or other.value >= LARGE)
            for _, other in told[:place]
        )
        if (one.unit or one.value >= LARGE) and again and any(-AFTER <= at - word <= NEAR for word in later):
            yield Hit(at, at)


def _before_and_now(speech: Speech, counted: list[Figure]) -> Iterator[Hit]:
    """Neighbouring lengths of time, one of them said to be how long it took before: `in one day, before it was 16`."""
    before = {hit.first for hit in hits(speech, "outcomes", "before")}
    for (first, one), (second, other) in pairwise(counted):
        lengths = one.unit is not None and _measure(one) == "time" and other.unit in (None, one.unit)
        said = any(at in before for at in range(first - 3, second))
        if lengths and said and one.value != other.value and second - first <= APART:
            yield Hit(first, second)


def _to_none(speech: Speech, told: list[Figure]) -> Iterator[Hit]:
    """A figure and the word that it came to nothing: `eleven in the spring, none since`."""
    nothing = [hit.first for hit in hits(speech, "outcomes", "none")]
    for at, _ in told:
        for word in nothing:
            if 0 < word - at <= APART:
                yield Hit(at, word)
                break
