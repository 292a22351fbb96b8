"""The last day to apply, in sentences of eight languages; and postings that say that they are over."""

from __future__ import annotations

import pytest

from bonafide.model.page import Page
from bonafide.posting import deadlines, read, walls

POSTED = "2026-11-20"


@pytest.mark.parametrize(
    "sentence",
    [
        "Please apply before 15 January.",
        "Apply by January 15.",
        "Deadline: Jan 15",
        "Applications close at 12 noon on Friday 15 January 2027.",
        "The closing date for this post is midnight on Sunday, January 15th, 2027.",
        "Application period: 1 December 2026 – 15 January 2027",
        "Bewerbungsschluss: 15. Januar 2027",
        "Bewerbungsschluss ist der 15.01.2027.",
        "Wir freuen uns auf Ihre Bewerbung bis zum 15. Januar an jobs@quill.example.",
        "Bitte senden Sie Ihre Unterlagen bis spätestens 15.1. an uns.",
        "Bewerbungszeitraum: 01.12.2026 – 15.01.2027",
        "Adressez votre candidature avant le 15 janvier 2027.",
        "Date limite de candidature : 15 janvier",
        "Envía tu solicitud hasta el 15 de enero de 2027.",
        "Fecha límite: 15/01/2027",
        "Solliciteer voor 15 januari 2027 via de knop.",
        "Je kunt reageren tot en met 15 januari.",
        "Candidaturas até 15 de janeiro de 2027.",
        "Inviare la candidatura entro il 15 gennaio 2027.",
        "Prosimy o przesyłanie aplikacji do 15 stycznia 2027 r.",
        "Termin składania dokumentów: do 15.01.2027",
    ],
)
def test_the_last_day(sentence: str) -> None:
    assert deadlines.find(["We mend lamps.", sentence], POSTED) == "2027-01-15"


@pytest.mark.parametrize(
    "sentence",
    [
        "Open until filled.",
        "You will build an application by 2027 for us.",
        "To apply, send your CV. Interviews will be held on 3 March 2027.",
        "Applications received before 9 am will be read on 3 March 2027.",
        "Review of applications begins 15 January 2027.",
        "If you apply, you must have completed your degree by 31 July 2026.",
        "The post is available from 1 March 2027 until 28 February 2029. Apply by email.",
        "Bewirb dich jetzt! Die Stelle ist bis 31.12.2028 befristet.",
        "Apply by 31 February.",
    ],
)
def test_other_days(sentence: str) -> None:
    assert deadlines.find([sentence], POSTED) is None


def test_a_year_is_only_taken_from_the_postings_own_day() -> None:
    line = "Please apply before 15 January."
    assert deadlines.find([line], None) is None
    assert deadlines.find([line], "2027-01-15") == "2027-01-15"
    assert deadlines.find([line], "2027-01-16") == "2028-01-15"
    assert deadlines.of_label("Sunday 29 February", "2027-11-01") == "2028-02-29"


def test_the_first_number_of_a_date_is_the_month_where_the_place_says_so() -> None:
    assert deadlines.find(["Applications close 2/3/2027."], None, month_first=True) == "2027-02-03"
    assert deadlines.find(["Applications close 2/3/2027."], None) == "2027-03-02"


def posting(head: str, last: str) -> str:
    return f"""Lamp Engineer
Oil & Sons Ltd
Leeds, United Kingdom
Posted: 20 November 2026
{head}

Oil & Sons keeps the lamps of forty harbours burning, and wants one more pair of hands.

Responsibilities
- Plan the yearly overhaul of the lamps
- Lead the crew that carries it out at sea

Requirements
- Five years with lamps
- Fluent Welsh

{last}
"""


@pytest.mark.parametrize(
    ("head", "last"),
    [
        ("Closing date: 15 January", ""),
        ("Apply by 15 January!", ""),
        ("", "To apply, write to us by 15 January."),
    ],
)
def test_a_posting_with_a_last_day_without_a_year(head: str, last: str) -> None:
    found = read(Page(posting(head, last).encode(), "text/plain"))
    assert (found.date_posted, found.valid_through) == ("2026-11-20", "2027-01-15")
    assert not found.closed


@pytest.mark.parametrize(
    "notice",
    [
        "This role has now closed.",
        "The closing date has passed.",
        "Diese Stelle wurde bereits besetzt.",
        "Ce poste a été pourvu.",
        "Esta oferta ha caducado.",
        "Solliciteren is niet meer mogelijk.",
        "Esta vaga já foi preenchida.",
        "Questa offerta è scaduta.",
        "Nabór został zakończony.",
    ],
)
def test_a_posting_that_is_over(notice: str) -> None:
    assert walls.closed(notice)
    assert read(Page(posting(notice, "").encode(), "text/plain")).closed


def test_a_posting_that_tells_when_it_will_close_is_open() -> None:
    assert not walls.closed(
        "Applications will close on 15 January. We may close early if the post is filled."
    )
