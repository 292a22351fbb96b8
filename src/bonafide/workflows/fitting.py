"""Fitting a CV to its pages: the fewest and least telling cuts with which the print fits."""

from __future__ import annotations

from collections.abc import Callable

from bonafide import tailoring
from bonafide.grounding import Grounded
from bonafide.model.draft import Draft
from bonafide.tailoring import Tailored

Typesetter = Callable[[Grounded], bytes]
Counter = Callable[[bytes], int]


def fitted(
    tailored: Tailored, grounded: Grounded, pages: int, typeset: Typesetter, count: Counter
) -> tuple[Grounded, bytes, bool]:
    """The CV cut as little as fits `pages`, its PDF, and whether it fits.

    Found by bisection over the ordered cuts, so a print is made about five times, not once a line.
    """
    whole = typeset(grounded)
    if count(whole) <= pages:
        return grounded, whole, True
    cuts = tailoring.possible_cuts(tailored)
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


def _cut(tailored: Tailored, cuts: tuple[tailoring.Cut, ...], number: int, pages: int) -> Draft:
    return tailoring.cut(tailored.draft, cuts[:number], pages)
