"""Habits of templates and word processors: stacked dates, wrapped table rows, places behind dates, run-in headings."""

from __future__ import annotations

import pytest

from bonafide import cv
from bonafide.model.profile import Profile
from cv.prints import pdf, t

HEAD = "#set text(size: 10pt)\n#text(20pt)[Ada Quill]\n\nada\\@quill.example\n"


def read(source: str) -> Profile:
    return cv.read(pdf(source), "cv.pdf").profile


def read_text(text: str) -> Profile:
    return cv.read(text.encode(), "cv.txt").profile


def posts(profile: Profile) -> list[tuple[str | None, str | None, str | None, str | None, str | None]]:
    return [(w.position, w.name, w.location, w.start_date, w.end_date) for w in profile.work]


def test_a_day_over_another_in_the_margin_is_a_period() -> None:
    rows = ",".join(
        f"[{first}\\ {last}],[*{firm}*\\ _{title}_\\ {did}]"
        for first, last, firm, title, did in (
            ("gen 2020", "ad oggi", "Studio Bora", "Progettista", "Progetto di dodici fari sul mare."),
            ("set 2015", "dic 2019", "Officina Spazio srl", "Disegnatore", "Disegni esecutivi e rilievi."),
        )
    )
    grid = f"#grid(columns: (3cm, 1fr), row-gutter: 4mm, {rows})"
    assert posts(read(f"{HEAD}= Esperienze lavorative\n{grid}")) == [
        ("Progettista", "Studio Bora", None, "2020-01", None),
        ("Disegnatore", "Officina Spazio srl", None, "2015-09", "2019-12"),
    ]


def test_a_row_of_a_table_whose_cells_are_all_broken() -> None:
    rows = "[*Director of Lamp Maintenance and Harbour Lights*],[Larkrise Lamps and Lanterns of Fernshire],[2014 – 2019]"
    table = f"#grid(columns: (4.4cm, 4.4cm, 1fr), column-gutter: 4mm, {rows})\n- Trimmed wicks.\n- Kept dry."
    assert posts(read(f"{HEAD}= Experience\n{table}")) == [
        (
            "Director of Lamp Maintenance and Harbour Lights",
            "Larkrise Lamps and Lanterns of Fernshire",
            None,
            "2014",
            "2019",
        )
    ]


def test_a_place_behind_the_dates_over_the_position() -> None:
    entries = "\n\n".join(
        f"{dates} {place}\\\n*{title}* #smallcaps[{firm}]\n- {did}"
        for dates, place, title, firm, did in (
            ("01/09/2018 – ATUAL", "Lagos, Portugal", "Bióloga marinha", "Instituto das Marés", "Recifes."),
            ("15/03/2013 – 31/08/2018", "Setúbal, Portugal", "Técnica", "Viveiros do Sado, Lda", "Água."),
        )
    )
    assert posts(read(f"{HEAD}= Experiência profissional\n{entries}")) == [
        ("Bióloga marinha", "Instituto das Marés", "Lagos, Portugal", "2018-09-01", None),
        ("Técnica", "Viveiros do Sado, Lda", "Setúbal, Portugal", "2013-03-15", "2018-08-31"),
    ]


def test_a_career_summary_that_lists_posts_is_their_list() -> None:
    listed = "2019 – present\tHead of People, Severnside Hospice\n2013 – 2019\tHR Adviser, Lowe Ltd\n"
    profile = read_text(f"Ada Quill\nada@quill.example\n\nCAREER SUMMARY\n{listed}")
    assert posts(profile) == [
        ("Head of People", "Severnside Hospice", None, "2019", None),
        ("HR Adviser", "Lowe Ltd", None, "2013", "2019"),
    ]
    told = "A people lead who took two charities through a merger in 2019 without a strike."
    assert read_text(f"Ada Quill\nada@quill.example\n\nCAREER SUMMARY\n{told}\n").basics.summary == told


def test_interests_behind_their_heading_on_one_line() -> None:
    profile = read_text(
        "Ada Quill\nada@quill.example\n\nJĘZYKI OBCE\nniemiecki - komunikatywny\n\nZainteresowania: szachy, żeglarstwo\n"
    )
    assert [one.language for one in profile.languages] == ["niemiecki"]
    assert [one.name for one in profile.interests] == ["szachy", "żeglarstwo"]


@pytest.mark.parametrize(
    ("line", "location"),
    [
        ("Via del Faro 8, Trieste", ("Via del Faro 8", None, "Trieste")),
        ("14 Seawall Lane | Vancouver, BC V6B 1A1", ("14 Seawall Lane", "V6B 1A1", "Vancouver")),
        ("Nata il 3/5/1990", None),
        ("Nacionalidade: portuguesa Data de nascimento: 14/02/1988", None),
    ],
)
def test_addresses_and_what_is_none(line: str, location: tuple[str, str | None, str] | None) -> None:
    profile = read_text(f"Ada Quill\nada@quill.example | {line}\n\nSKILLS\nBrass, Glass\n")
    found = profile.basics.location
    assert (found and (found.address, found.postal_code, found.city)) == location
    assert profile.basics.label is None


def test_a_table_of_language_levels_names_no_skill_a_language() -> None:
    table = "#table(columns: 4, [], [Compreensão oral], [Leitura], [Escrita], [*Inglês*], [C1], [C1], [B2], [*Francês*], [B1], [B1], [A2])"
    languages = read(f"{HEAD}= Competências linguísticas\n{table}").languages
    assert [one.language for one in languages] == ["Inglês", "Francês"]


def test_a_language_its_level_and_a_test_in_three_cells() -> None:
    source = f"{HEAD}= Langues\n#grid(columns: (3cm, 1fr, auto), row-gutter: 2mm, [*Anglais*], [Courant], [TOEIC 930])"
    languages = read(source).languages
    assert [(one.language, one.fluency) for one in languages] == [("Anglais", "Courant (TOEIC 930)")]


def test_a_class_of_a_degree_leaves_no_empty_brackets() -> None:
    source = f"{HEAD}= Education\n*University of Swansea*, {t('BA (Hons) History (2:1)')} #h(1fr) 2004 – 2007"
    (course,) = read(source).education
    assert (course.study_type, course.area, course.score) == ("BA (Hons)", "History", "2:1")


FORM = """#text(16pt)[Lebenslauf]

*Persönliche Daten*
#table(columns: (4cm, 1fr), stroke: none, [Name], [Beat Zurbriggen], [Geburtsdatum], [12. Mai 1985],
  [Adresse], [Dorfstrasse 14, 3920 Zermatt], [E-Mail], [beat\\@zurbriggen.example])
*Berufliche Stationen*
#table(columns: (3.4cm, 4cm, 1fr), [*Zeitraum*], [*Arbeitgeber*], [*Funktion / Aufgaben*],
  [seit 05/2020], [Fernhorn Lifte AG, Zermatt], [Leiter Technik\\ Verantwortung für 14 Anlagen.],
  [2012 – 2020], [Seilbau Visp GmbH, Visp], [Monteur\\ Bau und Revision von Seilbahnen.])
*Sprachen*
#table(columns: (3.4cm, 1fr), [Deutsch], [Muttersprache], [Französisch], [gut])
"""


def test_a_form_with_the_name_in_a_row_and_a_table_of_posts_with_a_head() -> None:
    profile = read(f"#set text(size: 10pt)\n{FORM}")
    assert profile.basics.name == "Beat Zurbriggen"
    assert profile.basics.location and profile.basics.location.city == "Zermatt"
    assert posts(profile) == [
        ("Leiter Technik", "Fernhorn Lifte AG", "Zermatt", "2020-05", None),
        ("Monteur", "Seilbau Visp GmbH", "Visp", "2012", "2020"),
    ]
    assert [(one.language, one.fluency) for one in profile.languages] == [
        ("Deutsch", "Muttersprache"),
        ("Französisch", "gut"),
    ]


@pytest.mark.parametrize("label", ["Nom et prénom", "Nombre y apellidos", "Imię i nazwisko", "Full name"])
def test_a_name_behind_its_label(label: str) -> None:
    profile = read_text(
        f"Curriculum Vitae\n\n{label}: Ada Quill\nada@quill.example\n\nSKILLS\nBrass, Glass\n"
    )
    assert profile.basics.name == "Ada Quill"


@pytest.mark.parametrize(
    ("line", "name", "said"),
    [
        ("Harbour Voices (registered charity, 40 staff)", "Harbour Voices", "registered charity, 40 staff"),
        ("Marlowe & Finch (formerly Finch Legal)", "Marlowe & Finch", "formerly Finch Legal"),
        ("Copperfield NHS Trust — teaching hospital", "Copperfield NHS Trust", "teaching hospital"),
        ("Deutsche Lampen (DL) AG", "Deutsche Lampen (DL) AG", None),
    ],
)
def test_what_a_line_says_of_an_employer_is_not_its_name(line: str, name: str, said: str | None) -> None:
    cv_text = f"Ada Quill\nada@quill.example\n\nExperience\n\n{line}\nWard Clerk\nMarch 2019 – present\n- Kept lists.\n"
    work = read_text(cv_text).work[0]
    assert (work.name, work.description, work.position) == (name, said, "Ward Clerk")


def test_an_item_without_its_list_is_still_an_item() -> None:
    page = (
        "<h1>Ada Quill</h1><p>ada@quill.example</p><h2>Experience</h2><p>Copperfield Hospital, Ward Clerk, 2019 - 2022</p>"
        "<li>Kept the lists of two wards</li><p>Lamp Works, Clerk, 2015 - 2019</p><li>Filed letters</li>"
    )
    work = cv.read(page.encode(), "ada.html").profile.work
    assert [one.highlights for one in work] == [("Kept the lists of two wards",), ("Filed letters",)]
