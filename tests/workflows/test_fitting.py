"""A CV fits its pages with as few cuts as do, and no page is left with a line or two."""

from __future__ import annotations

import pytest

import samples
from bonafide import grounding, tailoring
from bonafide.grounding import Grounded
from bonafide.workflows.fitting import WIDOW, fitted

TAILORED = tailoring.tailor(samples.posting(), samples.match(), samples.facts(), today=samples.TODAY)


def grounded() -> Grounded:
    found = grounding.ground(TAILORED.draft, samples.facts(), samples.posting(), samples.TODAY)
    assert isinstance(found, Grounded)
    return found


def lines(ready: Grounded) -> int:
    return sum(1 for _ in ready.draft.cv.lines())


def fit(pages: int, room: int) -> tuple[int, bool]:
    """Lines that are left, and whether they fit, with pages of so many lines."""
    ready, pdf, fits = fitted(
        TAILORED, grounded(), pages, lambda g: b"x" * lines(g), lambda pdf: -(-len(pdf) // room)
    )
    assert len(pdf) == lines(ready)
    return lines(ready), fits


@pytest.mark.parametrize("over", [1, WIDOW])
def test_a_last_page_of_a_few_lines_is_saved(over: int) -> None:
    room = lines(grounded()) - over
    assert fit(2, room) == (room, True)


def test_a_page_that_is_used_stays() -> None:
    whole = lines(grounded())
    assert fit(2, whole - WIDOW - 1) == (whole, True)
    assert fit(1, whole) == (whole, True)


def test_what_is_too_long_is_cut_as_little_as_fits() -> None:
    room = lines(grounded()) - 5
    assert fit(1, room) == (room, True)
    assert fit(1, 3)[1] is False
