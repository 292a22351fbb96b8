"""Names with the signs in them that part names elsewhere: commas, dashes, brackets, years."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bonafide import documents
from bonafide.model.draft import CvEntry, CvSection, SectionKind
from documents.samples import FULL, Backed, certificate, entry, skills, spoken

DEEDS = ("Led 12 people in three towns.", "Halved the waiting time within a year.")
PLAIN = entry(
    "/work/0", "Head of Operations", "Alderbrook Ltd", "Mar 2019 – present", place="Leeds", details=DEEDS
)
WORK = (
    ("Manager, Surgical Centre", "Fernhill Care", "Hexham"),
    ("Head of Engineering, Retail Banking", "Osterlund Bank AG", "Frankfurt am Main"),
    ("Research Engineer, optics laboratory", "Université de Montclair", "Villebois"),
    ("Lead – Platform & Tools", "Quillon", "Hexham"),
    ("Nurse Manager (Ward 5)", "St Hilda's Hospital", "Hexham"),
    ("Volunteer Lead, Summer Games 2012", "Games Committee", "London"),
    ("Consultant", "Marl & Reed, Architects", "Hexham"),
    ("Director", "Hexham", "Hexham"),
)
CERTIFICATES = (
    ("Quillon Certified Architect – Associate", "Quillon Cloud Services", "Jun 2020"),
    ("Functional Safety Engineer (EN 50128)", "TÜV Nordost", "2018"),
    ("Quillon Engineer – Expert (expired 2022)", "Quillon Cloud Services", "May 2019"),
    ("Test Manager – Level 2", "GTA", "2012"),
    ("Rescue Diver, Open Water", "Alder School", "2016"),
    ("First Aid", "Red Cross, Leeds", ""),
)
PAPERS = (
    ("What meters tell about cold snaps", "Journées Climat & Données, Lyon", "Jun 2022"),
    ("Queues: a love story", "Notes on Networks – Series B", "2021"),
)
SPOKEN = (
    ("French", "native"),
    ("Arabic (Algerian)", "spoken"),
    ("Portuguese (Brazil)", ""),
    ("English", "C1, IELTS 7.5"),
)


def with_section(kind: SectionKind, entries) -> Backed:
    kept = tuple(s for s in FULL.cv.sections if s.kind is not kind)
    return Backed(replace(FULL, cv=replace(FULL.cv, sections=(*kept, CvSection(kind, tuple(entries))))))


def renamed(made: CvEntry, **fields: str) -> CvEntry:
    """An entry whose lines are of other fields than a job's."""
    lines = {
        name: replace(text, facts=(f"{made.pointer}/{field}",))
        for name, field in fields.items()
        if (text := getattr(made, name))
    }
    return replace(made, **lines)


def lost(backed: Backed) -> list[str]:
    return [str(loss) for loss in documents.read_back(documents.typeset_cv(backed), backed).missing]


@pytest.mark.parametrize(("title", "employer", "place"), WORK)
def test_a_position_among_plain_ones(title: str, employer: str, place: str) -> None:
    jobs = (
        PLAIN,
        entry("/work/1", title, employer, "Jan 2014 – Feb 2019", place=place, details=DEEDS),
        entry("/work/2", "Engineer", "Marlow Works", "2010 – 2013", place="York", details=DEEDS),
    )
    assert lost(with_section(SectionKind.WORK, jobs)) == []


def test_all_certificates() -> None:
    rows = (certificate(f"/certificates/{i}", *row) for i, row in enumerate(CERTIFICATES))
    assert lost(with_section(SectionKind.CERTIFICATES, rows)) == []


@pytest.mark.parametrize("row", CERTIFICATES)
def test_one_certificate(row: tuple[str, str, str]) -> None:
    assert lost(with_section(SectionKind.CERTIFICATES, [certificate("/certificates/0", *row)])) == []


def test_papers_and_where_they_were_given() -> None:
    rows = [
        renamed(certificate(f"/publications/{i}", *row), organisation="publisher", dates="releaseDate")
        for i, row in enumerate(PAPERS)
    ]
    assert lost(with_section(SectionKind.PUBLICATIONS, rows)) == []


def test_languages_with_brackets() -> None:
    rows = [spoken(f"/languages/{i}", *row) for i, row in enumerate(SPOKEN)]
    assert lost(with_section(SectionKind.LANGUAGES, rows)) == []


def test_lists_that_go_on_in_another_line() -> None:
    rows = [
        skills("/skills/0", "Design", *(f"pattern of kind {i}" for i in range(12)), "decision records"),
        skills("/skills/1", "", *(f"craft {i}" for i in range(9)), "CI/CD"),
    ]
    assert lost(with_section(SectionKind.SKILLS, rows)) == []


@pytest.mark.parametrize("dates", ["", "2021 – 2023"])
def test_projects_with_a_line_about_them(dates: str) -> None:
    rows = [
        entry(
            "/projects/0",
            "Bei wem war der Ball",
            dates=dates,
            summary="Weekly table of a village league, drawn from public bulletins.",
            details=("Runs on a borrowed server since May 2023.",),
        ),
        entry(
            "/projects/1", "Tide tables – offline", dates="", details=("Prints the tides of 40 harbours.",)
        ),
    ]
    told = [renamed(row, title="name", summary="description") for row in rows]
    assert lost(with_section(SectionKind.PROJECTS, told)) == []
