"""To whom one applies, read from sentences that name a person; never from those that name a body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.model.page import Page
from bonafide.posting import contacts
from bonafide.posting.reading import read

COMPANY = "Fernlight Ferries"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Apply to Odile Marchbanks, Chief Executive, by 15 January.", "Odile Marchbanks"),
        ("Please send your CV and a short letter to Tom Harrow by 3 May.", "Tom Harrow"),
        ("Questions to Mr Jon van Berg (Head of People).", "Mr Jon van Berg"),
        ("Contact: Anna Berg, anna.berg@ferries.example", "Anna Berg"),
        ("Ihre Bewerbung richten Sie bitte an Frau Dr. Wiebke Tönnies.", "Frau Dr. Wiebke Tönnies"),
        ("Ansprechpartnerin: Frau Tönnies Telefon 0123 456", "Frau Tönnies"),
        ("Ansprechpartner/in\nKim Lorenz", "Kim Lorenz"),
        ("Bewerben Sie sich bei unserer Personalabteilung, Frau Klee.", "Frau Klee"),
        ("Votre candidature est à adresser à Mme Claire Duval, directrice technique.", "Mme Claire Duval"),
        ("Envoyez votre dossier à l’attention de Monsieur DUPONT.", "Monsieur DUPONT"),
        ("Fragen beantwortet Herr Peters.\nBewerbungen an Frau Klee.", "Frau Klee"),
    ],
)
def test_a_person_is_named(text: str, named: str) -> None:
    assert contacts.find(text.split("\n"), COMPANY) == named


@pytest.mark.parametrize(
    "text",
    [
        "Apply to Human Resources.",
        "Send your application to Fernlight Ferries by May.",
        "Applications to jobs@ferries.example, please.",
        "Apply to the Chief Executive.",
        "Contact Customer Success.",
        "Please contact Talent Acquisition with your questions.",
        "Contact Grafana Loki before you page anybody.",
        "Apply to Northwind Lamps by May.\nNorthwind Lamps makes lamps.",
        "Bewerbungen an die Personalabteilung der Fernlight Ferries GmbH.",
        "Ihre Ansprechpartner sind Frau Klee und Herr Peters.",
        "Bewerbungen an Frau Klee oder Herrn Peters.",
        "You will report to Odile Marchbanks, Chief Executive.",
        "",
    ],
)
def test_no_person_is_surely_meant(text: str) -> None:
    assert contacts.find(text.split("\n"), COMPANY) is None


@given(st.lists(st.text(max_size=80), max_size=5))
def test_any_lines_are_read(lines: list[str]) -> None:
    named = contacts.find(["Apply to", *lines], COMPANY)
    assert named is None or named.split()


def test_the_posting_holds_its_contact() -> None:
    text = (
        "Harbour Engineer\nFernlight Ferries\nOslo, hybrid\n\nWe run electric ferries and look after them well.\n\n"
        "What we ask for\n- Five years with electric drives\n- Experience of leading a team\n- Good Norwegian\n\n"
        "Apply to Odile Marchbanks, Chief Executive, by 15 January 2027."
    )
    posting = read(Page(text.encode(), "text/plain"))
    assert posting.contact == posting.to_json()["contact"] == "Odile Marchbanks"
