"""Skills in a narrow column: one that is broken over two lines stays one; where it may be two, that is doubted."""

from __future__ import annotations

import pytest

from bonafide import cv
from bonafide.cv.gather import Found
from bonafide.cv.paragraph import Cell, Paragraph, Run, Style
from bonafide.cv.skills import read_skills
from bonafide.model.place import Box, OnPage
from cv.prints import pdf

SKILLS = ("AWS", "Kafka", "Java", "Kotlin", "event sourcing", "FinOps", "incident management", "harbour law")
SIDE = """#set page(width: 21cm, height: 20cm, margin: 1.5cm)
#set text(10pt)
#text(20pt)[Ada Lark]
#grid(columns: ({width}mm, 1fr), gutter: 8mm)[
= Contact
ada\\@lark.example \\
Bath, United Kingdom \\
linkedin.com/in/ada-lark-example
= Skills
{skills}
][
= Experience
*Site Manager* #h(1fr) 2015 – 2018\\
Fernhill Ltd
- Ran the yard with care and without haste, and kept all of its ledgers.
- Mended the crane in three days.
]
"""


@pytest.mark.parametrize("width", range(45, 66, 3))
def test_a_skill_over_two_lines_is_one(width: int) -> None:
    reading = cv.read(pdf(SIDE.format(width=width, skills=", ".join(SKILLS))), "cv.pdf")
    assert [skill for group in reading.profile.skills for skill in group.keywords] == list(SKILLS)


def test_what_may_be_one_skill_or_two_is_doubted() -> None:
    rows = (line("python, crane work, sql"), line("docker, rigging"))
    (group,), _ = read_skills(rows)
    sure = {item.value: item.confidence for item in group["keywords"] if isinstance(item, Found)}
    assert set(sure) == {"python", "crane work", "sql", "docker", "rigging"}
    assert sure["sql"] == sure["docker"] < 0.7 < sure["python"] == sure["rigging"]


def line(text: str) -> Paragraph:
    return Paragraph(cells=(Cell((Run(text, Style(10)),), OnPage(1, Box(10, len(text), 90, 99))),), gap=1.3)


def test_a_list_of_short_items_in_small_letters_stays_a_list() -> None:
    skills = " \\\n".join(("welding", "rigging", "crane work", "tide tables"))
    reading = cv.read(pdf(SIDE.format(width=54, skills=skills)), "cv.pdf")
    assert [k for group in reading.profile.skills for k in group.keywords] == skills.split(" \\\n")
