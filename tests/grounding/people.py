"""Invented people whose CVs the tests check sentences against."""

from __future__ import annotations

from datetime import date

from bonafide.model.fact import Facts, facts_of
from bonafide.model.profile import (
    Basics,
    Certificate,
    Education,
    Language,
    Location,
    Profile,
    Skill,
    Work,
)

TODAY = date(2026, 3, 15)

HARBOUR = Profile(
    basics=Basics(
        name="Ilse Vanterpool",
        label="Head of Port Operations",
        email="ilse@vanterpool.example",
        phone="+4670123456",
        location=Location(city="Kalmar", country_code="SE"),
        summary="Operations leader for ports and ferries. I like timetables that hold.",
    ),
    work=(
        Work(
            name="Sundholm Harbour Authority",
            position="Head of Port Operations",
            location="Kalmar",
            start_date="2018-05",
            highlights=(
                "Run three terminals with 140 staff and a budget of EUR 18m.",
                "Cut average ship turnaround from 31 hours to 19 hours by replanning berths in Navis N4.",
                "Contributed to the national pilotage reform as one of six port representatives.",
                "Lost-time injuries fell by 38 % between 2019 and 2022.",
                "Introduced shore power at one of five quays with help from the grid operator.",
            ),
        ),
        Work(
            name="Brevik Ferries Ltd",
            position="Fleet Planner",
            location="Oslo",
            start_date="2012-09",
            end_date="2018-04",
            highlights=(
                "Wrote the winter timetable optimiser in Python alone; it saved 1,200 crew hours a year.",
                "Planned the crews of 14 vessels.",
                "Trained four junior planners.",
            ),
        ),
    ),
    education=(
        Education(
            institution="Chalmersby Institute",
            study_type="MSc",
            area="Industrial Engineering",
            start_date="2007-09",
            end_date="2012-06",
        ),
    ),
    certificates=(Certificate(name="PRINCE2 Practitioner", date="2016-03", issuer="Axelos"),),
    skills=(
        Skill(name="Planning", keywords=("Navis N4", "Python", "Power BI")),
        Skill(name="Leading", keywords=("shift planning", "union negotiation")),
    ),
    languages=(
        Language(language="Swedish", fluency="Native"),
        Language(language="English", fluency="Fluent (C1)"),
    ),
)

NURSE = Profile(
    basics=Basics(name="Odalys Ferreyra", label="Ward Manager", email="odalys@ferreyra.example"),
    work=(
        Work(
            name="Santa Brígida Clinic",
            position="Ward Manager, Cardiology",
            start_date="2019-02",
            highlights=(
                "Lead 26 nurses on a 32-bed cardiology ward.",
                "Falls with harm went from 11 to 3 a year after hourly rounding was introduced.",
                "Supported the hospital's JCI reaccreditation in 2021.",
            ),
        ),
        Work(
            name="Valle Norte Hospital",
            position="Staff Nurse",
            start_date="2013-10",
            end_date="2019-01",
            highlights=("Preceptor for nine student nurses.", "Kept the ward's infusion pump register."),
        ),
    ),
    education=(
        Education(
            institution="Universidad del Sur Alto", study_type="BSc", area="Nursing", end_date="2013-06"
        ),
    ),
    certificates=(Certificate(name="Advanced Cardiac Life Support", date="2020-01"),),
    skills=(Skill(name="Clinical", keywords=("telemetry", "wound care", "Epic")),),
    languages=(Language(language="Spanish", fluency="Native"), Language(language="English", fluency="B2")),
)


def harbour() -> Facts:
    """A port manager's facts."""
    return facts_of(HARBOUR)


def nurse() -> Facts:
    """A ward manager's facts."""
    return facts_of(NURSE)
