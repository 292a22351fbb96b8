"""A history is only added to, and still tells the right day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from bonafide.tracking.history import Happening, arrival, days_of, timeline

CARD = UUID(int=99)
START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def happening(number: int, kind: str, **known: Any) -> Happening:
    """The numbered line, recorded that many days after the start."""
    at = START + timedelta(days=number)
    return Happening(
        id=UUID(int=number), application=CARD, kind=kind, at=at, on=known.pop("on", at.date()), **known
    )


ADDED = happening(1, "added")
APPLIED = happening(2, "moved", before={"lane": "saved"}, after={"lane": "applied"})
ARRANGED = happening(3, "moved", before={"lane": "applied", "rank": 1}, after={"lane": "applied", "rank": 2})
CORRECTED = happening(4, "corrected", on=date(2026, 2, 20), after={"event": str(UUID(int=2))})
TAKEN_BACK = happening(5, "undone", undoes=UUID(int=4))
LINES = [ADDED, APPLIED, ARRANGED, CORRECTED, TAKEN_BACK]


def test_a_correction_sets_the_day_and_taking_it_back_sets_it_again() -> None:
    assert days_of(LINES[:4])[APPLIED.id] == date(2026, 2, 20)
    assert days_of(LINES)[APPLIED.id] == APPLIED.on


def test_the_newest_comes_first_and_mere_arranging_is_not_told() -> None:
    told = timeline(LINES)
    assert [line.happening for line in told] == [TAKEN_BACK, CORRECTED, APPLIED, ADDED]
    assert [line.undone for line in told] == [False, True, False, False]
    assert told[0].about == CORRECTED
    assert told[1].about == APPLIED


def test_a_corrected_line_says_so() -> None:
    applied = next(line for line in timeline(LINES[:4]) if line.happening == APPLIED)
    assert applied.corrected
    assert applied.on == date(2026, 2, 20)


def test_arranging_that_was_taken_back_is_not_told_either() -> None:
    assert timeline([ADDED, ARRANGED, happening(6, "undone", undoes=ARRANGED.id)])[0].happening == ADDED


def test_a_card_came_to_its_lane_by_the_last_move_that_stands() -> None:
    assert arrival(LINES) == APPLIED
    assert arrival([*LINES, happening(6, "undone", undoes=APPLIED.id)]) == ADDED
    assert arrival([]) is None
