"""Needs of German and French postings: short phrases that a letter's frames can hold without an inflection."""

from __future__ import annotations

import pytest

from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.tailoring.needs import need_of, slots_of
from bonafide.tailoring.tongues.asked import foreign_need
from bonafide.tailoring.tongues.grammar import gender_of

DUTY, MUST = RequirementKind.RESPONSIBILITY, RequirementKind.MUST


@pytest.mark.parametrize(
    ("text", "kind", "thing"),
    [
        ("Aufbau unserer Lotsenstation", DUTY, "den Aufbau Ihrer Lotsenstation"),
        ("Planung und Betrieb unserer Fähren", DUTY, "Planung und Betrieb Ihrer Fähren"),
        ("Sie verantworten das Hafenbudget", DUTY, "das Hafenbudget"),
        ("Leitung des Lotsendienstes an beiden Standorten", DUTY, "die Leitung des Lotsendienstes"),
        ("Du entwickelst unser Leitsystem weiter", DUTY, "Ihr Leitsystem"),
        ("Führung und Weiterbildung von neun Lotsen", DUTY, "die Führung von neun Lotsen"),
        ("Leitung mit sehr viel Verantwortung am Kai", DUTY, ""),
        ("Steuerung der Hafenkosten und aller Dienstleister", DUTY, "die Steuerung der Hafenkosten"),
        ("Erfahrung mit Leitsystemen", MUST, "Leitsysteme"),
        ("Erfahrung in der Leitung eines Kais oder Docks", MUST, "die Leitung eines Kais"),
        ("Erfahrung in der Führung von Lotsen", MUST, "die Führung von Lotsen"),
        ("Erfahrung mit dem Betrieb von Kränen", MUST, "den Betrieb von Kränen"),
        ("Verhandlungssicheres Englisch", MUST, ""),
        ("Sie arbeiten gern im Team", MUST, ""),
    ],
)
def test_a_german_need_is_an_object(text: str, kind: RequirementKind, thing: str) -> None:
    assert foreign_need(Requirement(text=text, kind=kind), "de") == (thing, "")


@pytest.mark.parametrize(
    ("text", "kind", "need"),
    [
        ("Piloter la refonte de notre capitainerie", DUTY, ("", "piloter la refonte de votre capitainerie")),
        ("Piloter la refonte de notre très vieille capitainerie", DUTY, ("", "")),
        ("Encadrer les pilotes du golfe et de ses neuf ports", DUTY, ("", "encadrer les pilotes du golfe")),
        ("Expérience confirmée de la conduite de bacs", MUST, ("la conduite de bacs", "")),
        ("Encadrement d’une équipe de 15 pilotes", DUTY, ("l’encadrement d’une équipe de 15 pilotes", "")),
        ("Vous définissez les horaires des bacs", DUTY, ("les horaires des bacs", "")),
        ("Anglais courant", MUST, ("", "")),
    ],
)
def test_a_french_need_is_an_object_or_an_infinitive(
    text: str, kind: RequirementKind, need: tuple[str, str]
) -> None:
    assert foreign_need(Requirement(text=text, kind=kind), "fr") == need


def test_a_letter_in_another_language_than_the_posting_names_only_tools() -> None:
    posting = Posting(description="", language="de")
    found = need_of(Requirement(text="Sehr gute Kenntnisse in Kafka", kind=MUST), posting, "fr")
    assert found
    assert found.clause == "Kafka"
    assert need_of(Requirement(text="Aufbau unserer Station", kind=DUTY), posting, "fr") is None


def test_a_pattern_knows_a_tool_from_a_thing() -> None:
    assert slots_of("Kafka")["tool"] == "Kafka"
    assert "tool" not in slots_of("den Aufbau Ihrer Station")
    assert slots_of("encadrer les pilotes")["of_need"] == "d’encadrer les pilotes"


@pytest.mark.parametrize(("noun", "gender"), [("Cloud-Plattform", "f"), ("Schichtplan", "m"), ("Lotsenteam", "n"), ("Xyz", "")])  # fmt: skip
def test_a_compound_has_the_gender_of_its_last_part(noun: str, gender: str) -> None:
    assert gender_of(noun, "de") == gender
