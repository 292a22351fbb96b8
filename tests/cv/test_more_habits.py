"""Habits of other hands: months in Roman numerals, towns behind schools, small print at the foot, levels of languages."""

from __future__ import annotations

import pytest

from bonafide import cv
from bonafide.cv.hyphens import Hyphens
from bonafide.cv.paragraph import Run
from bonafide.model.profile import Profile


def read(text: str, name: str = "cv.txt") -> Profile:
    return cv.read(text.encode(), name).profile


def posts(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(w.position, w.name, w.location) for w in read(f"Ada Lark\n\nWORK EXPERIENCE\n\n{text}\n").work]


def test_roman_months() -> None:
    (post,) = read("Ada Lark\n\nDOŚWIADCZENIE\n\nIX 2015 – VI 2018\nKierownik budowy\nFernhill S.A.\n").work
    assert (post.start_date, post.end_date) == ("2015-09", "2018-06")


def test_a_year_in_a_sentence_opens_no_position() -> None:
    assert posts("Site Manager, Fernhill Ltd, 2015 – 2018\nRanked first of nine in 2016.") == [
        ("Site Manager", "Fernhill Ltd", None)
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Site Manager, Fernhill, Inc.", ("Site Manager", "Fernhill, Inc.", None)),
        ("Site Manager\nCare at Home Ltd", ("Site Manager", "Care at Home Ltd", None)),
        (
            "Site Manager | Aire Bridge Yard, Smalltown, TX",
            ("Site Manager", "Aire Bridge Yard", "Smalltown, TX"),
        ),
        ("Head of Logistics at Fernhill", ("Head of Logistics", "Fernhill", None)),
        (
            "Staff Nurse, Stroke Unit, Fernhill Hospital",
            ("Staff Nurse, Stroke Unit", "Fernhill Hospital", None),
        ),
    ],
)
def test_names_that_hold_signs(head: str, told: tuple[str, str, str | None]) -> None:
    assert posts(f"{head}\n2015 – 2018") == [told]


def test_the_stay_at_an_employer_is_not_the_first_position_s_period() -> None:
    text = """# Ada Lark
## Experience
### Fernhill Ltd
2012 – 2018

**Site Manager**
2015 – 2018
- Ran it.

**Foreman**
2012 – 2015
- Mended it.
"""
    told = [(w.name, w.position, w.start_date, w.end_date) for w in read(text, "cv.md").work]
    assert told == [
        ("Fernhill Ltd", "Site Manager", "2015", "2018"),
        ("Fernhill Ltd", "Foreman", "2012", "2015"),
    ]


def test_towns_behind_all_schools_are_no_part_of_their_names() -> None:
    text = "Ada Lark\n\nEDUCATION\n\nMSc Physics\nFern College, Leeds\n2010 – 2012\n\nBSc Physics\nAlder College, Manchester\n2007 – 2010\n"
    assert [e.institution for e in read(text).education] == ["Fern College", "Alder College"]


def test_a_degree_keeps_its_subject_whole() -> None:
    text = "Ada Lark\n\nEDUCACIÓN\n\nGrado Ingeniería de Puentes\nUniversidad de Fern\n2010 – 2012\n"
    (course,) = read(text).education
    assert (course.study_type, course.area) == ("Grado", "Ingeniería de Puentes")


@pytest.mark.parametrize(
    "foot",
    [
        "References available on request.",
        "Referenzen auf Anfrage",
        "Wyrażam zgodę na przetwarzanie moich danych osobowych.",
        "Autorizzo il trattamento dei miei dati personali.",
        "Fernhill, den 3. März 2026",
    ],
)
def test_the_foot_of_a_cv_is_no_entry(foot: str) -> None:
    reading = cv.read(f"Ada Lark\n\nLANGUAGES\n\nEnglish: native\nIrish: B1\n\n{foot}\n".encode(), "cv.txt")
    assert [item.language for item in reading.profile.languages] == ["English", "Irish"]
    assert foot in [item.text for item in reading.unplaced]


@pytest.mark.parametrize(
    "lines",
    [
        "Mother tongue: English\nOther languages:\nIrish\nB1 (evening school)",
        "English native Irish good",
        "English ●●●●●\nIrish ●●○○○",
        "English ....... native\nIrish ....... B1",
    ],
)
def test_levels_and_labels_are_no_languages(lines: str) -> None:
    found = read(f"Ada Lark\n\nLANGUAGES\n\n{lines}\n").languages
    assert [item.language for item in found] == ["English", "Irish"]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("ada.lark@fernmail.exam", "ple", "ada.lark@fernmail.example"),
        ("ADA.LARK@FERNMAIL.EXAM", "PLE", "ADA.LARK@FERNMAIL.EXAMPLE"),
        ("linkedin.com/in/ada-", "lark", "linkedin.com/in/ada-lark"),
        ("www.fernhill.exam", "ple", "www.fernhill.example"),
        ("ada@fernmail.example", "linkedin.com/in/ada", "ada@fernmail.example linkedin.com/in/ada"),
        ("ada@fernmail.example", "ada-lark.example", "ada@fernmail.example ada-lark.example"),
        ("ada@fernmail.example", "PROFILE", "ada@fernmail.example PROFILE"),
    ],
)
def test_addresses_broken_at_the_edge(first: str, second: str, whole: str) -> None:
    runs = Hyphens([first, second], "skia").joined([Run(first)], [Run(second)])
    assert "".join(run.text for run in runs) == whole


def test_a_brand_s_sign_names_the_network() -> None:
    (account,) = read(
        "Ada Lark\nada@fernmail.example | \uf08c ada-lark-7\n\nSKILLS\nSQL, R\n"
    ).basics.profiles
    assert (account.network, account.username) == ("LinkedIn", "ada-lark-7")


@pytest.mark.parametrize(
    ("line", "city", "code"),
    [
        ("Lange Dreef 8, 3512 JE Utrecht", "Utrecht", "3512 JE"),
        ("Rua da Fonte, 17 – 3000-214 Coimbra", "Coimbra", "3000-214"),
        ("Greater Leeds Area", "Leeds", None),
    ],
)
def test_addresses(line: str, city: str, code: str | None) -> None:
    basics = read(f"Ada Lark\n{line}\nada@fernmail.example\n\nSKILLS\nSQL, R\n").basics
    assert basics.phone is None
    assert basics.location is not None
    assert (basics.location.city, basics.location.postal_code) == (city, code)


def test_a_group_s_name_in_bold_needs_no_colon() -> None:
    found = read("# Ada Lark\n## Skills\n**Craft** welding, rigging\n\n**Data** SQL | R\n", "cv.md").skills
    assert [(s.name, s.keywords) for s in found] == [
        ("Craft", ("welding", "rigging")),
        ("Data", ("SQL", "R")),
    ]
