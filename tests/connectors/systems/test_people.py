"""Tables of people's days, of which no name is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bonafide.evidence.people import Member, Opening, People
from bonafide.model.faults import InputFault
from connectors.systems.exports import asked, written


def people(*paths: Path, **wishes: object) -> People:
    found = asked("people", *paths, **wishes).records
    assert isinstance(found, People)
    return found


def test_days_are_read_and_names_are_not(tmp_path: Path) -> None:
    path = written(
        tmp_path / "people.csv",
        "Name,E-mail,Start date,End date,Promotion dates,First merged,Requisition opened,Offer made,Offer accepted",
        "Ada Quill,ada@quill.example,2024-02-01,,2025-03-01; 2024-09-01,2024-02-09,2023-11-01,2023-12-01,2023-12-05",
        "Ben Stark,ben@quill.example,2024-03-01,2024-08-31,,,,,",
        "Cy Moss,cy@quill.example,,,,,2024-05-01,2024-06-01,",
        "Nobody,,,,,,,,",
    )
    found = people(path)
    assert found.members == (
        Member(date(2024, 2, 1), None, (date(2024, 9, 1), date(2025, 3, 1)), date(2024, 2, 9)),
        Member(date(2024, 3, 1), date(2024, 8, 31)),
    )
    assert found.openings == (
        Opening(date(2023, 11, 1), date(2023, 12, 1), date(2023, 12, 5)),
        Opening(date(2024, 5, 1), date(2024, 6, 1), None),
    )
    assert found.seen == date(2025, 3, 1)
    assert "Quill" not in repr(asked("people", path)) and "quill" not in repr(found)


def test_columns_may_be_ones_own_and_a_day_in_the_future_has_not_come(tmp_path: Path) -> None:
    path = written(tmp_path / "people.csv", "da;weg", "13/02/2024;01/01/2030", "01/03/2024;")
    found = people(path, column=("joined=da", "left=weg"))
    assert found.seen == date(2024, 3, 1)
    assert found.members[0] == Member(date(2024, 2, 13), date(2030, 1, 1))


def test_what_cannot_be_read_is_said_with_its_line(tmp_path: Path) -> None:
    for lines, match in (
        (
            ("name,team", "Ada,Pay"),
            r"No row tells when somebody joined.*--column FIELD=HEADER\); the fields are joined",
        ),
        (("joined,left", "2024-02-01,2024-01-01"), r"people.csv:2, left: This one left before joining"),
        (("joined", "2024-02-01", "later"), r"people.csv:3, joined: “later” is no date"),
        (("joined,promoted", "2024-02-01,2024-09-01; soon"), r"people.csv:2, promoted: “soon” is no date"),
    ):
        with pytest.raises(InputFault, match=match):
            people(written(tmp_path / "people.csv", *lines))
