"""Two invented people, and what a reader must find in any print of theirs."""

from __future__ import annotations

from dataclasses import dataclass

from bonafide.model.profile import Profile


@dataclass(frozen=True)
class Post:
    """A position with its period as printed in English, and as ISO."""

    employer: str
    title: str
    place: str
    dates: str
    start: str
    end: str | None
    did: tuple[str, ...]


NAME = "Orla Fennimore"
LABEL = "Head of Logistics Systems"
MAIL = "orla.fennimore@harbourmail.example"
PHONE = "+44 113 496 0117"
CITY = "Leeds"
SUMMARY = (
    "Supply chain leader who began on the warehouse floor. Fifteen years of moving parcels, people and software "
    "in the same direction. Happiest when a forecast and a shelf agree."
)
POSTS = (
    Post(
        "Brackwater Parcels plc",
        "Head of Logistics Systems",
        "Leeds, UK",
        "Mar 2020 – present",
        "2020-03",
        None,
        (
            "Replaced a depot planning spreadsheet by a routing service that 64 depots use every morning before the "
            "first van leaves the yard.",
            "Cut missed collections from 4.1% to 1.2% in eighteen months.",
        ),
    ),
    Post(
        "Brackwater Parcels plc",
        "Senior Operations Analyst",
        "Leeds, UK",
        "Sep 2016 – Feb 2020",
        "2016-09",
        "2020-02",
        (
            "Built the first demand forecast for the Christmas peak.",
            "Trained forty shift managers to read it.",
        ),
    ),
    Post(
        "Tollgate & Hare",
        "Warehouse Team Leader",
        "Wakefield",
        "Jun 2011 – Aug 2016",
        "2011-06",
        "2016-08",
        ("Led a night shift of 18 pickers.", "Introduced barcode scanning, which reduced mispicks by 60%."),
    ),
)
SCHOOL, DEGREE, SUBJECT, STUDIED = (
    "University of Hull",
    "BSc",
    "Logistics and Supply Chain Management",
    "Sep 2008 – Jun 2011",
)
SKILLS = {
    "Planning": ("demand forecasting", "route optimisation", "S&OP"),
    "Technology": ("SQL", "Python", "SAP EWM"),
}
LANGUAGES = (("English", "native"), ("Irish", "conversational"))


def assert_read(profile: Profile) -> None:
    """Everything that every print of the person shows."""
    basics = profile.basics
    assert (basics.name or "").title() == NAME
    assert basics.email == MAIL
    assert basics.phone == "+441134960117"
    assert basics.location is not None
    assert basics.location.city == CITY
    assert basics.summary == SUMMARY
    assert [(w.name, w.position, w.start_date, w.end_date) for w in profile.work] == [
        (post.employer, post.title, post.start, post.end) for post in POSTS
    ]
    assert [w.highlights for w in profile.work] == [post.did for post in POSTS]
    (course,) = profile.education
    assert (course.institution, course.study_type, course.area) == (SCHOOL, DEGREE, SUBJECT)
    assert (course.start_date, course.end_date) == ("2008-09", "2011-06")
    assert [k for skill in profile.skills for k in skill.keywords] == [
        k for ks in SKILLS.values() for k in ks
    ]
    assert [(item.language, item.fluency) for item in profile.languages] == list(LANGUAGES)
