"""Dates in a margin of their own, sections that head the whole page, headings set wide, names from right to left."""

from __future__ import annotations

import pytest

from bonafide import cv
from bonafide.model.profile import Profile
from cv.prints import pdf

HEAD = "#set text(size: 10pt)\n#text(20pt)[Ada Quill]\n\nada\\@quill.example\n"
JOBS = (
    ("03/2019 – heute", "Leeds", "Lamp Engineer", "Larkrise Lamps Ltd", ("Cut breakages by 31 %.", "Trained nine wick trimmers.")),
    ("01/2014 – 02/2019", "York", "Wick Trimmer", "Oil & Sons", ("Trimmed 400 wicks a day.", "Kept the oil store dry.")),
)  # fmt: skip
WANTED = [
    ("Lamp Engineer", "Larkrise Lamps Ltd", "2019-03", None, 2),
    ("Wick Trimmer", "Oil & Sons", "2014-01", "2019-02", 2),
]


def posts(profile: Profile) -> list[tuple[str | None, str | None, str | None, str | None, int]]:
    return [(w.position, w.name, w.start_date, w.end_date, len(w.highlights)) for w in profile.work]


def read(source: str) -> Profile:
    return cv.read(pdf(source), "cv.pdf").profile


def rest() -> str:
    return "= Skills\n#grid(columns: (1fr, 1fr, 1fr), [Glass], [Brass], [Oil], [Ropes], [Paint], [Signals])\n= Languages\nEnglish: native\n\nGerman: B1\n"


@pytest.mark.parametrize("broken", [False, True])
def test_dates_with_a_place_below_them_in_the_margin(broken: bool) -> None:
    blocks = "".join(
        f"#grid(columns: (2.4cm, 1fr), gutter: 8mm, [{dates if not broken else dates.replace('– ', '–#linebreak()')}\\\n{town}],"
        f"[*{title}*\\\n{firm}\n{''.join(f'- {did}' + chr(10) for did in done)}])\n"
        for dates, town, title, firm, done in JOBS
    )
    profile = read(f"{HEAD}= Experience\n{blocks}{rest()}")
    assert posts(profile) == WANTED
    assert [word for group in profile.skills for word in group.keywords] == [
        "Glass",
        "Brass",
        "Oil",
        "Ropes",
        "Paint",
        "Signals",
    ]
    assert [spoken.language for spoken in profile.languages] == ["English", "German"]


def test_dates_at_the_middle_of_a_tables_cell() -> None:
    rows = ",".join(
        f"[{dates}],[*{title}*, {firm}, {town}\n{''.join(f'- {did}' + chr(10) for did in done)}]"
        for dates, town, title, firm, done in JOBS
    )
    table = f"#table(columns: (30%, 1fr), align: (left + horizon, left), {rows})\n"
    assert posts(read(f"{HEAD}= Experience\n{table}{rest()}")) == WANTED


@pytest.mark.parametrize("tracking", ["0.1em", "0.15em", "0.3em"])
def test_headings_set_wide(tracking: str) -> None:
    blocks = "".join(
        f"*{title}*, {firm} #h(1fr) {dates}\n{''.join(f'- {did}' + chr(10) for did in done)}\n"
        for dates, _, title, firm, done in JOBS
    )
    wide = f"#show heading: it => block(text(tracking: {tracking}, upper(it.body)))\n"
    profile = read(f"{wide}{HEAD}= Professional Experience\n{blocks}{rest()}")
    assert posts(profile) == WANTED
    assert [spoken.language for spoken in profile.languages] == ["English", "German"]


def test_an_address_repeated_often_is_parted_once_each() -> None:
    text = f"Ada Quill\n{'quill.example ' * 400}\nada@quill.example\n\nExperience\nLamp Engineer, Oil & Sons, 2014 - 2019\n- Cut breakages."
    assert cv.read(text.encode(), "cv.txt").profile.basics.email == "ada@quill.example"


SINCE = {
    "since February 2019": "Experience",
    "seit Februar 2019": "Berufserfahrung",
    "depuis février 2019": "Expérience professionnelle",
    "desde febrero de 2019": "Experiencia laboral",
    "sinds februari 2019": "Werkervaring",
    "desde fevereiro de 2019": "Experiência profissional",
    "dal febbraio 2019": "Esperienza lavorativa",
    "od lutego 2019": "Doświadczenie zawodowe",
}
FIRMS = ("Larkrise Lamps and Lanterns of Northern Fernshire Ltd", "Oil & Sons Manufacturing and Trading Co")


@pytest.mark.parametrize("width", ["1.9cm", "2.6cm", "5cm"])
@pytest.mark.parametrize("since", SINCE)
def test_a_stay_that_goes_on_in_the_margin(since: str, width: str) -> None:
    rows = ",".join(
        f"[{dates}],[*{firm}*\\ {title}\n- Cut breakages by 31 %.\n- Trained nine.]"
        for dates, firm, title in (
            (since, FIRMS[0], "Wick Trimmer"),
            ("2014 – 2019", FIRMS[1], "Lamp Engineer"),
        )
    )
    grid = f"#grid(columns: ({width}, 1fr), column-gutter: 6mm, row-gutter: 4mm, {rows})\n"
    assert posts(read(f"{HEAD}= {SINCE[since]}\n{grid}{rest()}")) == [
        ("Wick Trimmer", FIRMS[0], "2019-02", None, 2),
        ("Lamp Engineer", FIRMS[1], "2014", "2019", 2),
    ]


@pytest.mark.parametrize("since", SINCE)
def test_broken_dates_beside_a_broken_employer(since: str) -> None:
    rows = ",".join(
        f"[{dates}],[{firm}],[*{title}*\n- Cut breakages by 31 %.\n- Trained nine.]"
        for dates, firm, title in (
            (since, FIRMS[0], "Wick Trimmer"),
            ("mai 2014 – juin 2019", FIRMS[1], "Lamp Engineer"),
        )
    )
    table = f"#table(columns: (2.2cm, 4cm, 1fr), {rows})\n"
    assert posts(read(f"{HEAD}= {SINCE[since]}\n{table}{rest()}")) == [
        ("Wick Trimmer", FIRMS[0], "2019-02", None, 2),
        ("Lamp Engineer", FIRMS[1], "2014-05", "2019-06", 2),
    ]
