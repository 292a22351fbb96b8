"""A line of a CV is taken apart for telling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tailoring.deeds import Shape, deed, deeds_of, outcome


def test_an_act_its_circumstance_and_its_result() -> None:
    found = deed(
        "Moved 46 berths to the new pier in nine months; waiting fell from 5 h to 40 min.", current=False
    )
    assert found.shape is Shape.ACT
    assert (found.told, found.when) == ("moved 46 berths to the new pier in nine months", "in nine months")
    assert found.result == found.since == "waiting fell from 5 h to 40 min"
    assert found.doing.startswith("moving 46 berths")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Boot time reduced from 38 s to 11 s", "boot time was reduced from 38 s to 11 s"),
        ("Average stay from 6 to 4 days", "average stay went from 6 to 4 days"),
        (
            "Complaints down by a third after the new timetable",
            "complaints went down by a third after the new timetable",
        ),
        ("ARR rose from £1m to £3m", "ARR rose from £1m to £3m"),
        ("Front desk: waiting from 9 to 4 min", "for the front desk, waiting went from 9 to 4 min"),
    ],
)
def test_what_moved_becomes_a_clause(line: str, told: str) -> None:
    found = deed(line, current=False)
    assert (found.shape, found.told) == (Shape.OUTCOME, told)


@pytest.mark.parametrize(
    "text",
    [
        "which is less",
        "Python and Go",
        "from 2009",
        "",
        "Head of the yard from 2019",
        "9 ships an hour, and the delay fell to 2 min",
    ],
)
def test_what_has_no_verb_is_no_outcome(text: str) -> None:
    assert outcome(text) == ""


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("Spokesperson of the harbour staff from 2009", Shape.ROLE),
        ("Mentor for six deckhands a year", Shape.ROLE),
        ("Two crews, 15 sailors (day and night)", Shape.THING),
        ("Set up a harbour school", Shape.ACT),
        ("During the floods of May moved 86 people ashore", Shape.ACT),
        ("First sailor to put the log online", Shape.ACT),
    ],
)
def test_shapes(line: str, shape: Shape) -> None:
    assert deed(line, current=shape is Shape.ROLE).shape is shape


def test_a_line_is_also_told_shorter_but_never_without_its_partners() -> None:
    told = {
        way.told
        for way in deeds_of("Built the pier (oak) together with the town, using no nails", current=False)
    }
    assert "built the pier together with the town, using no nails" in told
    assert "built the pier together with the town" in told
    assert all("together with the town" in way for way in told)


def test_a_change_is_also_told_backwards() -> None:
    told = {way.told for way in deeds_of("Average stay from 6 to 4 days", current=False)}
    assert "average stay went to 4 days from 6" in told


@given(st.text(max_size=200), st.booleans())
def test_any_line_is_told_somehow(line: str, current: bool) -> None:
    assert deeds_of(line, current=current)
