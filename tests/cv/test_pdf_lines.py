"""What only a PDF has: broken words, running lines, pages, drawn marks, small capitals, wide gaps."""

from __future__ import annotations

import pytest

from bonafide import cv
from bonafide.cv.hyphens import Hyphens
from bonafide.cv.paragraph import Run
from bonafide.model.place import OnPage
from cv.prints import pdf

HEAD = "#set page(width: 12cm, height: 9cm, margin: 1.5cm)\n#text(20pt)[Ada Lark]\n= Experience\n"


@pytest.mark.parametrize(
    ("last", "first", "producer", "joined"),
    [
        ("a word that is bro-", "ken here", "typst", "a word that is broken here"),
        ("a long-", "term plan", "typst", "a long-term plan"),
        ("pay-as-you-", "go energy", "typst", "pay-as-you-go energy"),
        ("a bro-", "ken one", "libreoffice", "a bro-ken one"),
        ("two", "words", "typst", "two words"),
        ("ada.lark@mail.", "example", "typst", "ada.lark@mail.example"),
        ("linkedin.com/in/", "adalark", "typst", "linkedin.com/in/adalark"),
        ("CI/", "CD", "typst", "CI/CD"),
    ],
)
def test_lines_are_joined(last: str, first: str, producer: str, joined: str) -> None:
    runs = Hyphens([], producer).joined((Run(last),), (Run(first),))
    assert "".join(run.text for run in runs) == joined


def test_entries_and_items_go_over_pages() -> None:
    items = "\n".join(f"- Item number {n} was done with care and without haste." for n in range(14))
    (post,) = cv.read(
        pdf(f"{HEAD}*Site Manager* #h(1fr) 2015 – 2018\\\nFernhill Ltd\n{items}"), "cv.pdf"
    ).profile.work
    assert post.highlights == tuple(
        f"Item number {n} was done with care and without haste." for n in range(14)
    )


def test_running_lines_are_kept_aside() -> None:
    running = "#set page(footer: context align(center)[Ada Lark – Page #counter(page).display() of 2])\n"
    body = "*Site Manager* #h(1fr) 2015 – 2018\\\nFernhill Ltd\n- Ran it.\n#pagebreak()\n- Mended it."
    reading = cv.read(pdf(running + HEAD + body), "cv.pdf")
    assert reading.profile.work[0].highlights == ("Ran it.", "Mended it.")
    assert any("Page 1 of 2" in item.text for item in reading.unplaced)


def test_drawn_marks_are_list_items() -> None:
    mark = "#h(2mm)#box(circle(radius: 1pt, fill: black), baseline: -2pt)#h(2mm)"
    body = f"*Site Manager* #h(1fr) 2015 – 2018\\\nFernhill Ltd\n\n{mark}Ran it\n\n{mark}Mended it\n\n{mark}Sold it"
    (post,) = cv.read(pdf(HEAD + body), "cv.pdf").profile.work
    assert post.highlights == ("Ran it", "Mended it", "Sold it")


def test_a_value_stands_where_it_is_printed() -> None:
    source = cv.read(pdf(HEAD + "*Site Manager* #h(1fr) 2015 – 2018\\\nFernhill Ltd"), "cv.pdf").sources
    title, dates = source["/work/0/position"].place, source["/work/0/startDate"].place
    assert isinstance(title, OnPage)
    assert isinstance(dates, OnPage)
    assert dates.box.x0 > title.box.x1
    assert abs(dates.box.y0 - title.box.y0) < 2


def test_a_footer_that_counts_is_no_highlight() -> None:
    footer = "#set page(height: 7cm, footer: context if counter(page).get().first() > 1 [Ada Lark, CV -- #counter(page).display()])"
    items = "\n".join(f"- Ran the bridge number {n} over the Aire." for n in range(14))
    source = f"{footer}\n#text(20pt)[Ada Lark]\n= Experience\n*Site Manager*, Fernhill Ltd #h(1fr) 2015 -- 2018\n{items}"
    reading = cv.read(pdf(source), "cv.pdf")
    assert len(reading.profile.work[0].highlights) == 14
    assert {item.text for item in reading.unplaced} >= {"Ada Lark, CV – 2"}
