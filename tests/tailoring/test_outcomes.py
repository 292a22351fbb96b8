"""What moved by itself becomes a clause."""

from __future__ import annotations

import pytest

from bonafide.tailoring.outcomes import outcome


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Lock time reduced from 42 s to 13 s", "lock time was reduced from 42 s to 13 s"),
        ("Average stay from 6 to 4 days", "average stay went from 6 to 4 days"),
        ("Complaints down by a third after the summer", "complaints went down by a third after the summer"),
        ("ARR rose from £1m to £3m", "ARR rose from £1m to £3m"),
        ("Front desk: waiting from 9 to 4 min", "for the front desk, waiting went from 9 to 4 min"),
    ],
)
def test_what_moved_becomes_a_clause(line: str, told: str) -> None:
    assert outcome(line) == told


@pytest.mark.parametrize(
    "text", ["which is less", "Python and Go", "from 2009", "", "Head of the yard from 2019"]
)
def test_what_has_no_verb_is_no_outcome(text: str) -> None:
    assert outcome(text) == ""
