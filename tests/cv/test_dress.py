"""What a line's dress and its neighbours tell: names in display size, headings apart, contacts at the foot."""

from __future__ import annotations

from bonafide.cv.paragraph import Cell, Paragraph, Run, Sheet, Style
from bonafide.cv.structure import read_structure
from bonafide.model.place import InParagraph
from bonafide.model.profile import Profile

BOLD = Style(11, bold=True)
PLAIN = Style(10)


def para(*texts: str, style: Style = PLAIN, level: int = 0, gap: float = 1.3) -> Paragraph:
    return Paragraph(
        cells=tuple(Cell((Run(text, style),), InParagraph(1)) for text in texts), level=level, gap=gap
    )


def heading(*texts: str) -> Paragraph:
    return para(*texts, style=Style(12, bold=True), gap=2.4)


def read(*paragraphs: Paragraph) -> Profile:
    return read_structure(Sheet(paragraphs)).profile


HEAD = (para("Ada Lark", style=Style(20)), para("ada@lark.example", "+44 20 7946 0018"))
JOB = (para("Site Manager, Fernhill Ltd", "2015 – 2018"), para("Built three bridges.", level=1))


def test_a_name_over_two_lines_with_a_contact_between() -> None:
    found = read(
        para("Ada", style=Style(20)),
        para("ada@lark.example"),
        para("Lark Osterby", "+44 20 7946 0018", style=Style(20)),
        heading("EXPERIENCE"),
        *JOB,
    ).basics
    assert (found.name, found.email) == ("Ada Lark Osterby", "ada@lark.example")


def test_contacts_at_the_foot() -> None:
    found = read(
        para("Ada Lark", style=Style(20)),
        heading("EXPERIENCE"),
        *JOB,
        heading("INTERESTS"),
        para("Rowing"),
        para("ada@lark.example", "+44 20 7946 0018"),
    )
    assert found.basics.email == "ada@lark.example"
    assert [interest.name for interest in found.interests] == ["Rowing"]


def test_headings_with_spaced_letters_and_words_apart() -> None:
    found = read(
        *HEAD, heading("W O R K", "EXPERIENCE"), *JOB, heading("S K I L L S"), para("Welding, Rigging")
    )
    assert [(w.position, w.name) for w in found.work] == [("Site Manager", "Fernhill Ltd")]
    assert found.skills[0].keywords == ("Welding", "Rigging")


def test_dates_broken_in_a_narrow_first_cell() -> None:
    found = read(
        *HEAD,
        heading("EXPERIENCE"),
        para("Sept. 2016 – Dec.", "Site Manager, Fernhill Ltd"),
        para("2020", "Built three bridges over the river."),
    ).work
    assert [(w.start_date, w.end_date) for w in found] == [("2016-09", "2020-12")]


def test_an_employer_with_its_place_over_the_position() -> None:
    jobs = [
        (para(f"{name} | {place}", dates, style=BOLD), para(title), para("Built it.", level=1))
        for name, place, dates, title in (
            ("Fernhill Ltd", "Leeds", "2019 – 2022", "Site Manager"),
            ("Marlow Works", "York", "2015 – 2019", "Surveyor"),
        )
    ]
    found = read(*HEAD, heading("EXPERIENCE"), *jobs[0], *jobs[1]).work
    assert [(w.name, w.location, w.position) for w in found] == [
        ("Fernhill Ltd", "Leeds", "Site Manager"),
        ("Marlow Works", "York", "Surveyor"),
    ]


def test_a_labelled_remark_with_a_year_opens_no_entry() -> None:
    found = read(
        *HEAD, heading("EXPERIENCE"), *JOB, para("Programme: Northern Line 2025"), para("Went on.", level=1)
    )
    assert len(found.work) == 1


def test_a_groups_name_in_bold_that_touches_its_list() -> None:
    runs = (Run("Sampling:", BOLD), Run("Niskin bottles, CTD, trawls", PLAIN))
    skills = read(*HEAD, heading("SKILLS"), Paragraph(cells=(Cell(runs, InParagraph(1)),), gap=1.3)).skills
    assert [(group.name, group.keywords) for group in skills] == [
        ("Sampling", ("Niskin bottles", "CTD", "trawls"))
    ]
