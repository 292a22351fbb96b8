"""Whom a letter greets: the person named by the applicant, else the posting's contact, as the language greets them."""

from __future__ import annotations

from dataclasses import replace

import pytest

import samples
from bonafide import tailoring
from bonafide.model.draft import LetterDraft
from bonafide.tailoring.addressee import addressee
from bonafide.workflows import gate


@pytest.mark.parametrize(
    ("written", "english", "german", "above"),
    [
        ("Odile Marchbanks", "Odile Marchbanks", "Odile Marchbanks", "Odile Marchbanks"),
        ("Ms Odile Marchbanks", "Ms Marchbanks", "Frau Marchbanks", "Frau Odile Marchbanks"),
        ("Mrs. Marchbanks", "Mrs. Marchbanks", "Frau Marchbanks", "Frau Marchbanks"),
        ("Frau Dr. Wiebke Tönnies", "Dr. Tönnies", "Frau Dr. Tönnies", "Frau Dr. Wiebke Tönnies"),
        ("Herr Jon van Berg", "Mr van Berg", "Herr van Berg", "Herrn Jon van Berg"),
        ("Herrn Peters, Personal", "Mr Peters", "Herr Peters", "Herrn Peters"),
        ("Mr Gabriel Marquez Leon", "Mr Gabriel Marquez Leon", "Herr Gabriel Marquez Leon", "Herrn Gabriel Marquez Leon"),
        ("Dr. Kim Lorenz", "Dr. Kim Lorenz", "Dr. Kim Lorenz", "Dr. Kim Lorenz"),
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_a_name_is_greeted_as_its_form_of_address_allows(
    written: str, english: str, german: str, above: str
) -> None:
    one = addressee(written)
    assert (one.greeting("en"), one.greeting("de"), one.address("de")) == (english, german, above)


def letter(contact: str | None, to: str = "", language: str = "en") -> LetterDraft:
    facts = samples.facts(to=to) if to else samples.facts()
    posting = replace(samples.posting(), contact=contact)
    tailored = tailoring.tailor(posting, samples.match(), facts, today=samples.TODAY, language=language)
    return gate.passed(tailored, facts, posting, samples.TODAY)[1].draft.letter


def test_the_posting_s_contact_is_greeted_and_stands_above() -> None:
    made = letter("Odile Marchbanks")
    assert made.salutation.text == "Dear Odile Marchbanks,"
    assert made.recipient[0].text == "Odile Marchbanks"


@pytest.mark.parametrize(
    ("language", "greeting"),
    [("en", "Dear Dr. Tönnies,"), ("de", "Sehr geehrte Frau Dr. Tönnies,"), ("fr", "Madame,")],
)
def test_a_contact_is_greeted_in_the_letter_s_language(language: str, greeting: str) -> None:
    assert letter("Frau Dr. Wiebke Tönnies", language=language).salutation.text == greeting


def test_whom_the_person_names_wins() -> None:
    made = letter("Odile Marchbanks", to="Mr Tom Harrow, Board")
    assert made.salutation.text == "Dear Mr Harrow,"
    assert made.recipient[0].text == "Mr Tom Harrow, Board"


def test_without_a_contact_the_company_is_greeted() -> None:
    assert "team" in letter(None).salutation.text
