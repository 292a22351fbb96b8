"""JSON Resume in its shapes: nothing lost, nothing guessed, each value at its pointer."""

from __future__ import annotations

import json
from typing import Any

from bonafide import cv
from bonafide.model.place import AtPointer
from bonafide.model.reading import CvReading


def read(record: dict[str, Any]) -> CvReading:
    return cv.read(json.dumps(record).encode(), "cv.json")


def test_the_present_shape() -> None:
    reading = read(
        {
            "basics": {
                "name": "Ada Lark",
                "phone": "0113 496 0117",
                "location": {"city": "Leeds", "countryCode": "GB"},
            },
            "work": [
                {"name": "Fernhill", "position": "Foreman", "startDate": "2015-03", "highlights": ["Ran it."]}
            ],
        }
    )
    assert reading.profile.basics.phone == "+441134960117"
    assert reading.sources["/basics/phone"].text == "0113 496 0117"
    assert reading.sources["/work/0/highlights/0"].place == AtPointer("/work/0/highlights/0")
    assert reading.profile.work[0].start_date == "2015-03"


def test_older_shapes() -> None:
    profile = read(
        {
            "basics": {"name": "Ada Lark", "website": "https://ada.example", "location": "Leeds"},
            "work": [{"company": "Fernhill", "website": "https://fernhill.example", "endDate": "Present"}],
            "skills": ["SQL"],
        }
    ).profile
    assert profile.basics.url == "https://ada.example"
    assert profile.basics.location is not None
    assert profile.basics.location.city == "Leeds"
    assert (profile.work[0].name, profile.work[0].url, profile.work[0].end_date) == (
        "Fernhill",
        "https://fernhill.example",
        None,
    )
    assert profile.skills[0].name == "SQL"


def test_what_the_schema_lacks_is_kept() -> None:
    reading = read(
        {"basics": {"name": "Ada Lark", "motto": "Onward"}, "hats": [{"kind": "bowler"}], "work": "odd"}
    )
    assert {item.text for item in reading.unplaced} == {"Onward", "bowler"}
    assert reading.profile.work[0].name == "odd"


def test_depth_loses_nothing() -> None:
    deep: Any = "end"
    for _ in range(400):
        deep = [deep]
    (kept,) = read({"basics": {"name": "Ada Lark"}, "more": deep}).unplaced
    assert kept.text == "end"
