"""RenderCV's YAML: its entries, its dates, and what it may not do."""

from __future__ import annotations

import pytest

from bonafide import cv
from bonafide.model.faults import UnreadableFault
from bonafide.model.place import AtPointer
from bonafide.model.reading import CvReading

CV = """cv:
  name: Ada Lark
  headline: Site Manager
  location: Leeds, United Kingdom
  email: ada@fernmail.example
  phone: tel:+44-113-496-0117
  website: https://ada.example/
  social_networks:
    - network: LinkedIn
      username: ada-lark
  sections:
    summary:
      - Builds bridges **and** the teams that build them.
    experience:
      - company: Fernhill Ltd
        position: Site Manager
        location: Leeds
        start_date: 2015-03
        end_date: present
        summary: Bridges.
        highlights:
          - Ran the [Aire bridge](https://aire.example).
          - Cut accidents by 40 %.
      - company: Quillon
        position: Foreman
        date: 2010 – 2012
    education:
      - institution: Fern College
        area: Civil Engineering
        degree: BEng
        start_date: 2006-09
        end_date: 2010-06
    selected_honors:
      - name: Safest Yard
        date: 2019
    technologies:
      - label: Craft
        details: welding, rigging
      - label: Languages
        details: English (native), Irish (B1)
    weather:
      - Rain mostly.
"""


def read(text: str, name: str = "cv.yaml") -> CvReading:
    return cv.read(text.encode(), name)


def test_everything_finds_its_place() -> None:
    reading = read(CV)
    profile = reading.profile
    basics = profile.basics
    assert (basics.name, basics.label, basics.email) == ("Ada Lark", "Site Manager", "ada@fernmail.example")
    assert (basics.phone, basics.url) == ("+441134960117", "https://ada.example/")
    assert basics.summary == "Builds bridges and the teams that build them."
    assert basics.location is not None
    assert (basics.location.city, basics.location.country_code) == ("Leeds", "GB")
    assert [(a.network, a.username) for a in basics.profiles] == [("LinkedIn", "ada-lark")]
    assert [(w.name, w.position, w.start_date, w.end_date) for w in profile.work] == [
        ("Fernhill Ltd", "Site Manager", "2015-03", None),
        ("Quillon", "Foreman", "2010", "2012"),
    ]
    assert profile.work[0].highlights == ("Ran the Aire bridge.", "Cut accidents by 40 %.")
    (course,) = profile.education
    assert (course.institution, course.study_type, course.area) == (
        "Fern College",
        "BEng",
        "Civil Engineering",
    )
    assert [(s.name, s.keywords) for s in profile.skills] == [("Craft", ("welding", "rigging"))]
    assert [(item.language, item.fluency) for item in profile.languages] == [
        ("English", "native"),
        ("Irish", "B1"),
    ]
    assert reading.sources["/work/0/position"].place == AtPointer("/cv/sections/experience/0/position")
    assert "Rain mostly." in [item.text for item in reading.unplaced]


def test_it_is_known_without_its_name() -> None:
    assert read(CV, "upload").profile.basics.name == "Ada Lark"


def test_a_json_resume_may_be_written_as_yaml() -> None:
    text = "basics:\n  name: Ada Lark\nwork:\n  - name: Fernhill Ltd\n    startDate: 2015-03-01\n"
    profile = read(text).profile
    assert (profile.basics.name, profile.work[0].start_date) == ("Ada Lark", "2015-03-01")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("cv: &all\n  name: Ada\n  again: *all\n", "refers to its own parts"),
        ("cv:\n  name: [Ada\n", "not valid YAML"),
        ("cv:\n" + "".join(f"{'  ' * n}a:\n" for n in range(1, 80)), "nested too deeply"),
        ("cv: " + "[" * 60, "nested too deeply"),
        ("cv:\n" + "  - a\n" * 120_000, "far longer"),
        ("- Ada\n", "no CV"),
        ("cv:\n  design: {}\n", "no CV"),
    ],
)
def test_what_is_refused(text: str, says: str) -> None:
    with pytest.raises(UnreadableFault, match=says):
        read(text)


def test_tags_make_no_objects() -> None:
    text = "cv:\n  name: !!python/object/apply:os.getcwd []\n  email: ada@fernmail.example\n"
    reading = read(text)
    assert reading.profile.basics.name is None
    assert reading.profile.basics.email == "ada@fernmail.example"
