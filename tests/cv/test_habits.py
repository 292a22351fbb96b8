"""Habits of writing: heads in every order, dates in every form, lists in every manner."""

from __future__ import annotations

import pytest

from bonafide import cv
from bonafide.model.profile import Profile


def read(text: str, name: str = "cv.md") -> Profile:
    return cv.read(text.encode(), name).profile


def posts(*heads: str) -> list[tuple[str | None, str | None, str | None, str | None, str | None]]:
    body = "\n\n".join(f"{head}\n- Did it." for head in heads)
    found = read(f"Ada Lark\n\nWORK EXPERIENCE\n\n{body}\n", "cv.txt").work
    return [(w.position, w.name, w.location, w.start_date, w.end_date) for w in found]


FERNHILL = ("Site Manager", "Fernhill Ltd", None, "2015", "2018")


@pytest.mark.parametrize(
    "head",
    [
        "Site Manager, Fernhill Ltd (2015 – 2018)",
        "Fernhill Ltd, Site Manager, 2015-2018",
        "Site Manager at Fernhill Ltd, 2015 to 2018",
        "2015–2018: Site Manager | Fernhill Ltd",
        "Fernhill Ltd\nSite Manager\n2015 – 2018",
        "Site Manager\nFernhill Ltd\t2015 – 2018",
        "2015 – 2018\nSite Manager\nFernhill Ltd",
        "Fernhill Ltd - Site Manager        2015 - 2018",
    ],
)
def test_heads_in_every_order(head: str) -> None:
    assert posts(head) == [FERNHILL]


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        ("03/2019 – 04/2021", "2019-03", "2021-04"),
        ("März 2019 – heute", "2019-03", None),
        ("2018–", "2018", None),
        ("seit 2021", "2021", None),
        ("Q2 2020 – Q4 2021", "2020", "2021"),
        ("Spring 2016 to Autumn 2017", "2016", "2017"),
        ("Jan '15 - Feb '16", "2015-01", "2016-02"),
        ("maggio 2019 – oggi", "2019-05", None),
    ],
)
def test_dates_in_every_form(dates: str, start: str, end: str | None) -> None:
    assert posts(f"Site Manager, Fernhill Ltd\n{dates}") == [
        ("Site Manager", "Fernhill Ltd", None, start, end)
    ]


def test_one_document_settles_what_one_line_leaves_open() -> None:
    assert posts(
        "Fernhill Ltd, Site Manager, 2015 – 2018",
        "Quillon, Site Manager, 2012 – 2015",
        "Aldermere, Foreman of the Yard, 2010 – 2012",
    ) == [
        FERNHILL,
        ("Site Manager", "Quillon", None, "2012", "2015"),
        ("Foreman of the Yard", "Aldermere", None, "2010", "2012"),
    ]


def test_places_are_told_from_employers() -> None:
    assert posts("Site Manager, Fernhill Ltd, Leeds, UK, 2015 – 2018") == [
        ("Site Manager", "Fernhill Ltd", "Leeds, UK", "2015", "2018")
    ]


def test_positions_grouped_under_one_employer() -> None:
    text = """# Ada Lark
## Experience
### Fernhill Ltd
**Site Manager** | 2015 – 2018
- Ran it.

**Foreman** | 2012 – 2015
- Mended it.
"""
    assert [(w.name, w.position, w.start_date) for w in read(text).work] == [
        ("Fernhill Ltd", "Site Manager", "2015"),
        ("Fernhill Ltd", "Foreman", "2012"),
    ]


def test_thirty_positions() -> None:
    heads = [f"Site Manager, Fernhill {n} Ltd\n{1990 + n} – {1991 + n}" for n in range(30)]
    assert [name for _, name, *_ in posts(*heads)] == [f"Fernhill {n} Ltd" for n in range(30)]


def test_studies() -> None:
    text = "Ada Lark\n\nEDUCATION\n\nMSc in Marine Biology, University of Hull, 2010 – 2012\n\nBA History, Fern College (2009)\n"
    found = read(text, "cv.txt").education
    assert [(e.study_type, e.area, e.institution, e.start_date, e.end_date) for e in found] == [
        ("MSc", "Marine Biology", "University of Hull", "2010", "2012"),
        ("BA", "History", "Fern College", None, "2009"),
    ]


def test_grades() -> None:
    text = "Ada Lark\n\nAUSBILDUNG\n\nDiplom Physik, Universität Kiel, 2002 – 2008, Note: 1,7\n"
    (course,) = read(text, "cv.txt").education
    assert (course.institution, course.study_type, course.area, course.score) == (
        "Universität Kiel",
        "Diplom",
        "Physik",
        "1,7",
    )


@pytest.mark.parametrize(
    "text",
    [
        "English (native), Irish (B1)",
        "English: native\nIrish: B1",
        "- English – native\n- Irish – B1",
        "English, native\nIrish, B1",
    ],
)
def test_languages(text: str) -> None:
    found = read(f"Ada Lark\n\nLANGUAGES\n\n{text}\n", "cv.txt").languages
    assert [(item.language, item.fluency) for item in found] == [("English", "native"), ("Irish", "B1")]


def test_skills_keep_brackets_together_and_groups_apart() -> None:
    found = read(
        "# Ada Lark\n## Skills\n- **Data**: SQL (Postgres, Oracle), R\n- **Craft**: welding; rigging\n"
    ).skills
    assert [(s.name, s.keywords) for s in found] == [
        ("Data", ("SQL (Postgres, Oracle)", "R")),
        ("Craft", ("welding", "rigging")),
    ]


def test_spoken_languages_among_skills() -> None:
    found = read("# Ada Lark\n## Skills\n- Tools: SQL, R\n- Languages: English (native), Irish\n")
    assert [item.language for item in found.languages] == ["English", "Irish"]
    assert [s.name for s in found.skills] == ["Tools"]


def test_other_sections() -> None:
    text = """# Ada Lark
## Certifications
- Crane Operator, Northern Board of Lifting, 2016
## Awards
- Safest Yard, Guild of Builders, 2019
## Publications
- "Lifting quietly", Journal of Cranes, 2020
## Volunteering
**Trustee**, Aire Food Bank e.V., since 2018
## Interests
Rowing, choir
"""
    found = read(text)
    assert (found.certificates[0].name, found.certificates[0].date) == ("Crane Operator", "2016")
    assert (found.awards[0].title, found.awards[0].awarder) == ("Safest Yard", "Guild of Builders")
    assert (found.publications[0].publisher, found.publications[0].release_date) == (
        "Journal of Cranes",
        "2020",
    )
    assert (found.volunteer[0].position, found.volunteer[0].start_date, found.volunteer[0].end_date) == (
        "Trustee",
        "2018",
        None,
    )
    assert [item.name for item in found.interests] == ["Rowing", "choir"]


@pytest.mark.parametrize("name", ["Żaneta Łękowska", "王小明", "שרה כהן", "Jean-Luc d’Arvor", "Dr. Ada Lark"])
def test_names_of_all_kinds(name: str) -> None:
    assert read(f"{name}\nada@mail.example\n\nSKILLS\nSQL, R\n", "cv.txt").basics.name == name


@pytest.mark.parametrize(
    ("line", "kind", "area"),
    [
        ("Küchenmeister", "Küchenmeister", None),
        ("Industriemeister Metall", "Industriemeister", "Metall"),
        ("Staatlich geprüfter Techniker", "Staatlich geprüfter Techniker", None),
        ("CAP Cuisine", "CAP", "Cuisine"),
        ("NVQ Level 3", "NVQ", "Level 3"),
    ],
)
def test_what_a_trade_awards_is_a_degree(line: str, kind: str, area: str | None) -> None:
    text = f"Ada Quill\nada@quill.example\n\nBerufserfahrung\n\nKöchin, Hafenkantine\n03/2019 – heute\n- Kochte\n\nAusbildung\n\n{line}\nIHK Kiel\n2016\n"
    [one] = cv.read(text.encode(), "cv.txt").profile.education
    assert (one.institution, one.study_type, one.area) == ("IHK Kiel", kind, area)


def test_a_driving_licence_below_the_languages_is_none_and_is_not_lost() -> None:
    text = "Ada Quill\nada@quill.example\n\nSprachen\n\nDeutsch (Muttersprache)\nEnglisch (B2)\n\nFührerschein Klasse B\n"
    reading = cv.read(text.encode(), "cv.txt")
    assert [one.language for one in reading.profile.languages] == ["Deutsch", "Englisch"]
    assert any("Führerschein" in piece.text for piece in reading.unplaced)


def test_brackets_that_held_a_year_go_with_it() -> None:
    text = "Ada Quill\nada@quill.example\n\nCertificates\n\nLamp Master – Professional (2021)\n"
    [one] = cv.read(text.encode(), "cv.txt").profile.certificates
    assert (one.name, one.date) == ("Lamp Master – Professional", "2021")
