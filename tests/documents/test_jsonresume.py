"""Each printed line goes back to the field its fact stands in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bonafide import documents
from bonafide.model.draft import CvEntry, CvSection, Line, SectionKind
from bonafide.model.profile import SCHEMA
from documents.samples import FULL, THIN, Backed, degree, entry


def of(kind: SectionKind, *entries: CvEntry) -> Backed:
    return Backed(replace(FULL, cv=replace(FULL.cv, sections=(CvSection(kind, entries),))))


def test_a_whole_cv_is_a_json_resume() -> None:
    resume = documents.cv_json(Backed(FULL))
    assert resume["$schema"] == SCHEMA
    assert resume["basics"]["location"] == {"city": "Bristol", "countryCode": "GB"}
    assert resume["basics"]["profiles"] == [{"url": "linkedin.com/in/ines-falkenrath"}]
    assert resume["basics"]["summary"].endswith(
        "Leads 64 engineers in 9 teams across Bristol, Porto and Gdańsk."
    )
    assert resume["work"][1] | {"highlights": []} == {
        "position": "Vice President of Engineering",
        "name": "Cobalt & Wren Logistics",
        "location": "London",
        "startDate": "2016-03",
        "endDate": "2020-07",
        "summary": "Owned platform, reliability and data for a parcel network of 38 depots.",
        "highlights": [],
    }
    assert resume["skills"][2]["keywords"] == ["Go", "Python", "C++", "PostgreSQL", "Kafka"]
    assert resume["education"][0] == {
        "studyType": "MSc",
        "area": "Computer Science",
        "institution": "University of Leeds",
        "startDate": "2008",
        "endDate": "2009",
    }
    assert resume["certificates"][1] == {
        "name": "AWS Certified Solutions Architect",
        "issuer": "Amazon",
        "date": "2019",
    }
    assert resume["languages"][1] == {"language": "German", "fluency": "C1"}
    assert json.loads(json.dumps(resume)) == resume


def test_a_thin_cv_has_no_empty_fields() -> None:
    assert documents.cv_json(Backed(THIN))["work"] == [
        {"position": "Barista", "name": "Corner Cup", "highlights": ["Opened the shop six days a week."]}
    ]


def test_what_was_cut_is_absent_and_order_is_that_of_print() -> None:
    kept = of(SectionKind.WORK, entry("/work/4", "Second"), entry("/work/1", "First"))
    assert documents.cv_json(kept)["work"] == [{"position": "Second"}, {"position": "First"}]
    assert "education" not in documents.cv_json(kept)


@pytest.mark.parametrize(
    ("printed", "facts", "dates"),
    [
        ("Aug 2019 – present", ("startDate",), {"startDate": "2019-08"}),
        ("Aug 2019 – Mar 2021", ("startDate", "endDate"), {"startDate": "2019-08", "endDate": "2021-03"}),
        ("2019", ("startDate", "endDate"), {"startDate": "2019", "endDate": "2019"}),
        ("2019", ("endDate",), {"endDate": "2019"}),
        ("Jun 2021", ("date",), {"date": "2021-06"}),
        ("3 Jun 2021", ("releaseDate",), {"releaseDate": "2021-06-03"}),
    ],
)
def test_printed_dates_are_iso_dates_again(
    printed: str, facts: tuple[str, ...], dates: dict[str, str]
) -> None:
    dated = CvEntry(pointer="/work/0", dates=Line(printed, tuple(f"/work/0/{fact}" for fact in facts)))
    assert documents.cv_json(of(SectionKind.WORK, dated))["work"] == [dates]


def test_an_account_and_an_odd_place_keep_their_words() -> None:
    contacts = (
        Line("GitHub: inesf", ("/basics/profiles/0/network", "/basics/profiles/0/username")),
        Line("Bristol, Avon, UK", ("/basics/location/city", "/basics/location/region")),
    )
    basics = documents.cv_json(Backed(replace(FULL, cv=replace(FULL.cv, contacts=contacts))))["basics"]
    assert basics["profiles"] == [{"network": "GitHub", "username": "inesf"}]
    assert basics["location"] == {"city": "Bristol, Avon, UK"}


def test_a_degree_with_a_comma_in_brackets_is_one_degree() -> None:
    course = degree(
        "/education/0", "Diploma (two years, evenings)", "Data, statistics and law", "Northgate College"
    )
    assert documents.cv_json(of(SectionKind.EDUCATION, course))["education"] == [
        {
            "studyType": "Diploma (two years, evenings)",
            "area": "Data, statistics and law",
            "institution": "Northgate College",
        }
    ]
