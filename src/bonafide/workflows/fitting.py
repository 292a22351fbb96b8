"""Fitting a CV to its pages: the fewest and least telling cuts with which the print fits."""

from __future__ import annotations

from collections.abc import Callable

from bonafide import tailoring
from bonafide.grounding import Grounded
from bonafide.model.draft import Draft
from bonafide.tailoring import Tailored

Typesetter = Callable[[Grounded], bytes]
Counter = Callable[[bytes], int]
WIDOW = 3
"""Cuts that may be made to save a last page that holds next to nothing."""


def fitted(
    tailored: Tailored, grounded: Grounded, pages: int, typeset: Typesetter, count: Counter
) -> tuple[Grounded, bytes, bool]:
    """The CV cut as little as fits `pages`, its PDF, and whether it fits.

    Found by bisection over the ordered cuts, so a print is made about five times, not once a line.
    """
    whole = typeset(grounded)
    cuts = tailoring.possible_cuts(tailored)
    if count(whole) <= pages:
        return *_tightened(tailored, grounded, whole, cuts, typeset, count), True
    best = (grounded, whole, False)
    low, high = 1, len(cuts)
    while low <= high:
        middle = (low + high) // 2
        candidate = grounded.keeping(_cut(tailored, cuts, middle, pages))
        pdf = typeset(candidate)
        if count(pdf) <= pages:
            best, high = (candidate, pdf, True), middle - 1
        else:
            low = middle + 1
            best = best if best[2] else (candidate, pdf, False)
    return best


def _tightened(
    tailored: Tailored,
    grounded: Grounded,
    whole: bytes,
    cuts: tuple[tailoring.Cut, ...],
    typeset: Typesetter,
    count: Counter,
) -> tuple[Grounded, bytes]:
    """The CV a page shorter where a few cuts make it so: a last page of a few lines is no page."""
    reached = count(whole)
    for number in range(1, min(WIDOW, len(cuts)) + 1 if reached > 1 else 1):
        candidate = grounded.keeping(_cut(tailored, cuts, number, reached - 1))
        pdf = typeset(candidate)
        if count(pdf) < reached:
            return candidate, pdf
    return grounded, whole


def _cut(tailored: Tailored, cuts: tuple[tailoring.Cut, ...], number: int, pages: int) -> Draft:
    return tailoring.cut(tailored.draft, cuts[:number], pages)
