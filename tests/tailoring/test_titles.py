"""A title is written as the person would: in their form of it, and without the terms of employment."""

from __future__ import annotations

import pytest

from bonafide.model.fact import facts_of
from bonafide.model.profile import Basics, Profile, Work
from bonafide.tailoring.titles import alike, suited, woman_or_man


@pytest.mark.parametrize(
    ("title", "language", "who", "said"),
    [
        ("Hafenmeisterin / Hafenmeister", "de", "man", "Hafenmeister"),
        ("Hafenmeisterin / Hafenmeister", "de", "woman", "Hafenmeisterin"),
        ("Hafenmeister/Hafenmeisterin", "de", "woman", "Hafenmeisterin"),
        ("Hafenmeisterin / Hafenmeister", "de", "", "Hafenmeisterin / Hafenmeister"),
        ("Lotse / Schlepperführer", "de", "man", "Lotse / Schlepperführer"),
        ("Leiter Lotsendienst in Vollzeit", "de", "", "Leiter Lotsendienst"),
        ("Port Lead – Standort Saalburg, hybrid", "de", "", "Port Lead"),
        ("Head of Ports – Payments", "en", "", "Head of Ports – Payments"),
        ("Directeur du port / Directrice du port", "fr", "woman", "directrice du port"),
        ("Directeur du port", "fr", "woman", "directeur du port"),
        ("Lead Developer", "fr", "man", "Lead Developer"),
    ],
)
def test_a_title_is_the_person_s(title: str, language: str, who: str, said: str) -> None:
    assert suited(title, language, who) == said


@pytest.mark.parametrize(
    ("language", "label", "position", "who"),
    [
        ("de", "Leiterin Hafen", "Lotse", "woman"),
        ("de", "", "Leiter Hafen", "man"),
        ("de", "", "Leitung Hafen", ""),
        ("fr", "Directrice", "", "woman"),
        ("fr", "", "Développeur", "man"),
        ("fr", "", "Responsable", ""),
        ("en", "Headmistress", "", ""),
    ],
)
def test_titles_of_a_cv_say_whether_its_owner_is_a_woman_or_a_man(
    language: str, label: str, position: str, who: str
) -> None:
    profile = Profile(basics=Basics(label=label), work=(Work(name="Tern Yard", position=position),))
    assert woman_or_man(facts_of(profile), language) == who


def test_a_woman_does_not_apply_as_a_man() -> None:
    assert not alike("Leiter Hafen", "de", "woman")
    assert alike("Leiterin Hafen", "de", "woman")
    assert alike("Leitung Hafen", "de", "woman")
    assert alike("Chief Harbour Officer", "de", "woman")
    assert alike("Leiter Hafen", "de", "man")
