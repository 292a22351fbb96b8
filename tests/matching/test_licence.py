"""Driving licences and their classes."""

from __future__ import annotations

import pytest

from bonafide.matching.judges import licence
from bonafide.model.profile import Basics, Profile
from matching.candidates import judged


def holder(line: str) -> Profile:
    return Profile(basics=Basics(name="Tuva Quist", summary=line))


@pytest.mark.parametrize(
    ("line", "asked", "verdict"),
    [
        ("Driving licences B and C1.", "Driving licence category B", "met"),
        ("Full UK driving licence, own bees.", "A clean driving licence", "met"),
        ("Führerschein BE.", "Führerschein der Klasse B", "met"),
        ("Führerschein Klasse CE, Fahrerkarte.", "Führerschein B", "met"),
        ("Führerschein B.", "Führerschein der Klasse CE", "unmet"),
        ("Permis B.", "Permis de conduire", "met"),
        ("Permis B.", "Permis poids lourd", "unmet"),
        ("HGV licence, class 1.", "LGV licence (class 2)", "met"),
        ("Rijbewijs B en BE", "In het bezit van rijbewijs B", "met"),
        ("Carnet de conducir B", "Carnet de conducir", "met"),
        ("Likes bicycles.", "Driving licence", "unmet"),
        ("I have no driving licence.", "Driving licence", "unmet"),
        ("Führerschein B.", "Führerschein der Klasse B oder C1", "met"),
        ("Führerschein B.", "Führerschein der Klassen B und C1", "unmet"),
    ],
)
def test_verdict(line: str, asked: str, verdict: str) -> None:
    assert judged(asked, holder(line)).verdict == verdict


def test_the_statement_is_quoted() -> None:
    found = judged("Permis B", holder("Cuisinière. Permis B depuis 2012. Aime la mer."))
    assert found.why == "The CV states “Permis B depuis 2012”."


def test_another_class_is_said_so() -> None:
    found = judged("Führerschein CE", holder("Führerschein B."))
    assert "where class CE is asked" in found.why and found.facts == ()


@pytest.mark.parametrize("text", ["A forklift licence", "Patente e invenções", "Licence agreements"])
def test_other_licences_are_none(text: str) -> None:
    assert licence.without(text) == text


def test_travel_beside_the_licence_is_judged_too() -> None:
    both = judged("Führerschein B und Reisebereitschaft", holder("Führerschein B."))
    assert both.verdict == "partial" and "travel" in both.why
