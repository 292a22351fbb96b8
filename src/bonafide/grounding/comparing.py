"""Whether one figure is a fair way to tell another: as printed, rounded, converted, or as loose as its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import floor, isclose, log10

from bonafide.grounding.derive import Figure
from bonafide.grounding.lexicon import cues
from bonafide.language.quantities import Quantity, in_base

# How far a rounded figure may be from the true one, as a share of the larger; half of it for a number in words.
_FAIR = 0.1
# How far beyond `over` and how far below `up to` the true figure may lie, and the slack for small ones.
_OVER = 1.35
_OVER_ROUND = 1.5
_UP_TO = 0.7
_NARROW = 1.4
_MEASURED = ("share", "multiple", "time", "data", "bandwidth", "length", "mass", "area", "power", "energy")
# What follows from counts is a count again.
_COUNTING = ("the sum of", "the difference from", "as good as", "a year of", "the product of", "a part:")
_DOLLARS = frozenset(cues("figures")["dollars"])
_LOOSE_DOLLAR = re.compile(r"dollar|(?<![\w])\$", re.IGNORECASE)
# `7.2 million when I came and 2.9 when I left`: the scale is told once.
_SCALES = (1e3, 1e6, 1e9)
_DECIMALS = re.compile(r"\d[.,](\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity of a sentence with its dimension, the size of its unit there, and how it is written."""

    quantity: Quantity
    dimension: str
    size: float
    spelled: bool
    decimals: int


def ends(quantity: Quantity) -> tuple[Quantity, ...]:
    """A range too wide to be one rounded figure is two figures, each of which must be true."""
    if quantity.high is None or quantity.high <= quantity.value * _NARROW:
        return (quantity,)
    return replace(quantity, high=None), replace(quantity, value=quantity.high, high=None)


def stated(quantity: Quantity) -> Stated:
    """A quantity made ready to compare with many figures."""
    dimension, size = in_base(1.0, quantity.unit)
    printed = _DECIMALS.search(quantity.text)
    spelled = not any(character.isdigit() for character in quantity.text)
    return Stated(quantity, dimension, size, spelled, len(printed.group(1)) if printed else 0)


def comparable(claim: Stated, figure: Figure) -> bool:
    """Whether two figures could be about the same thing by their units."""
    unit = claim.quantity.unit
    if unit == "pp":
        between = figure.noun in ("pp", "bp") or not figure.how or figure.how.startswith("the difference")
        return figure.dimension != "time" and between
    if unit is None:
        counted = figure.dimension not in ("share", "time", "multiple")
        return not figure.how or (counted and figure.how in _COUNTING)
    return _same_dimension(claim, figure) or not (measured(claim.dimension) or measured(figure.dimension))


def agrees(claim: Stated, figure: Figure) -> bool:
    """Whether a claimed figure tells an actual one fairly."""
    quantity = claim.quantity
    points = quantity.unit == "pp" and figure.noun != "bp"
    bare = quantity.unit is None or points or not _same_dimension(claim, figure)
    actual, claimed = figure.printed if bare else figure.value / claim.size, quantity.value
    high = claimed if quantity.high is None else quantity.high
    once = claim.decimals or quantity.role == "to"
    if once and bare and any(isclose(claimed * scale, actual) for scale in _SCALES):
        return figure.dimension.isupper() and not figure.how
    if not claimed * 0.6 - 0.2 <= actual <= high * 1.4 + 0.2 or not comparable(claim, figure):
        return False
    if quantity.role and _other_end(claim, figure):
        return False
    if quantity.high is not None:
        return claimed * 0.999 <= actual <= high * 1.001
    return _equal(claim, claimed, actual) or _loosely(claim, claimed, actual)


def _same_dimension(claim: Stated, figure: Figure) -> bool:
    """The same dimension; `dollars` may be those of any country."""
    if claim.dimension == figure.dimension:
        return True
    if claim.dimension not in _DOLLARS or figure.dimension not in _DOLLARS:
        return False
    loose = _LOOSE_DOLLAR.search(claim.quantity.text) or _LOOSE_DOLLAR.search(figure.text)
    return loose is not None


def measured(dimension: str) -> bool:
    """Whether a dimension has units of its own, money included; what is merely counted has not."""
    return dimension in _MEASURED or dimension.isupper()


def _other_end(claim: Stated, figure: Figure) -> bool:
    """`from 9` is not the 9 that a change went to; of what is derived only `cut to a third` names an end."""
    if figure.how:
        return not (claim.quantity.role == "to" and claim.spelled and figure.how == "the share from")
    return figure.role is not None and figure.role != claim.quantity.role


def _equal(claim: Stated, claimed: float, actual: float) -> bool:
    """Equal to the last digit that is printed; of large numbers trailing zeros are rounding."""
    if abs(claimed - actual) <= 1e-6 * max(abs(claimed), 1e-9):
        return True
    if claimed >= 1000:
        digits = len(f"{claimed:.0f}".rstrip("0"))
        step = 10 ** (floor(log10(claimed)) + 1 - digits)
        return digits > 1 and abs(actual - claimed) <= step / 2
    return not float(actual).is_integer() and round(actual, claim.decimals) == claimed


def _reach(claimed: float) -> float:
    """How far `over` reaches: further from a number that is round to its first digit."""
    return _OVER_ROUND if claimed >= 10 and len(f"{claimed:.0f}".rstrip("0")) == 1 else _OVER


def _loosely(claim: Stated, claimed: float, actual: float) -> bool:
    """`over`, `at most` and `about` reach as far as is fair; a number in words is a little rounder than in digits."""
    quantity = claim.quantity
    if quantity.bound == "at least" and claimed <= actual <= claimed * _reach(claimed) + 0.1:
        return True
    if quantity.bound == "at most" and claimed * _UP_TO - 0.1 <= actual <= claimed:
        return True
    if not (quantity.approximate or claim.spelled):
        return False
    if claim.dimension == "share" and min(claimed, actual) > 90:
        return abs(claimed - actual) <= (100 - min(claimed, actual)) * 0.5
    allowed = _FAIR if quantity.approximate else _FAIR / 2
    return abs(claimed - actual) <= allowed * max(abs(claimed), abs(actual))
