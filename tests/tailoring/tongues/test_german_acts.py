"""German nouns that name a doing as verbs: in a tense that the line bears, with an object in the right case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tailoring.tellings import Shape
from bonafide.tailoring.tongues.german import tellings_of
from bonafide.tailoring.tongues.german_acts import acted, kinds_of_doing
from bonafide.tailoring.tongues.german_objects import object_of
from bonafide.tailoring.tongues.grammar import grammar


@pytest.mark.parametrize(
    ("line", "now", "then"),
    [
        ("Leitung eines Lotsendienstes", "leite einen Lotsendienst", "leitete einen Lotsendienst"),
        ("Planung und Betreuung der Fähren", "plane und betreue die Fähren", None),
        ("Pflege und Betreuung von Lotsen mit Asthma", None, None),
        ("Führung und Beratung von 20 Kolleginnen", "führe und berate 20 Kolleginnen", "führte und beriet 20 Kolleginnen"),
        ("Durchführung von Schulungen im Hafen", "führe Schulungen im Hafen durch", "führte Schulungen im Hafen durch"),
        ("Mitarbeit im Krisenstab", "arbeite im Krisenstab mit", "arbeitete im Krisenstab mit"),
        ("Unterricht in Navigation", "unterrichte Navigation", "unterrichtete Navigation"),
        ("Einführung von Schaluppenen", None, None),
        ("Einführung von Kafka (2 Mio. €)", "habe Kafka eingeführt (2 Mio. €)", "habe Kafka eingeführt (2 Mio. €)"),
        ("Erstellung von 90 Berichten", "habe 90 Berichte erstellt", "habe 90 Berichte erstellt"),
        ("Erstellung der Berichte", "erstelle die Berichte", "habe die Berichte erstellt"),
        ("Erstellung des Berichts", None, "habe den Bericht erstellt"),
        ("Betreuung der Kunden und Schulung der Lotsen", "betreue die Kunden und schule die Lotsen", None),
        ("Leitung der Planung und Wartung der Kräne", None, None),
        ("Konzeption der neuen Website", None, "habe die neue Website konzipiert"),
        ("Unterricht in den Fächern Deutsch und Sport", None, None),
        ("Umbau auf Funkfeuer", None, None),
        ("Einführung des laufend gepflegten Plans", None, None),
    ],
)  # fmt: skip
def test_a_doing_is_told_by_its_verb(line: str, now: str | None, then: str | None) -> None:
    told = [acted(line, current=current) for current in (True, False)]
    assert [one and one.clause for one in told] == [now, then]


@pytest.mark.parametrize(
    ("phrase", "kinds"),
    [
        ("die Leitung der Küche", {"duty", "lead"}),
        ("die Bauleitung am Kai", {"duty", "lead"}),
        ("die Begleitung von Lotsen", {"duty"}),
        ("die Anleitung von Lotsen", {"duty"}),
        ("die Weiterleitung von Meldungen", {"duty"}),
        ("die Einführung neuer Fähren", {"duty", "plan"}),
        ("den neuen Aufbau des Kais", {"duty", "plan"}),
        ("das Hafenbudget des Kais", set()),
        ("Kafka", set()),
    ],
)
def test_a_duty_is_planned_filled_or_only_done(phrase: str, kinds: set[str]) -> None:
    assert set(kinds_of_doing(phrase)) == kinds


def test_what_came_of_it_makes_it_past() -> None:
    telling = acted("Erstellung der Berichte", current=True, over=True)
    assert telling
    assert (telling.shape, telling.clause) == (Shape.ACT, "habe die Berichte erstellt")


@pytest.mark.parametrize(
    ("complement", "object_"),
    [
        ("von 48 Fahrzeugen im Verkehr", "48 Fahrzeuge im Verkehr"),
        ("von Kundinnen, Kunden und Partnern", "Kundinnen, Kunden und Partner"),
        ("von Neu- und Umbauten", ""),
        ("von neuen Prozessen und Listen", "neue Prozesse und Listen"),
        ("von sieben Monteuren", "sieben Monteure"),
        ("von SAP im Hafen", "SAP im Hafen"),
        ("von einem System", ""),
        ("der neuen Linie im Hafen", "die neue Linie im Hafen"),
        ("der neuen Verträge", "die neuen Verträge"),
        ("der Schaluppen", "die Schaluppen"),
        ("der alten Sluppe", ""),
        ("des neuen Lagers", "das neue Lager"),
        ("des Dienstes am Kai", "den Dienst am Kai"),
        ("des Data Warehouse", "das Data Warehouse"),
        ("eines neuen Teams", "ein neues Team"),
        ("eines Bunkers", ""),
        ("einer neuen Linie", "eine neue Linie"),
        ("technischer Teams", "technische Teams"),
        ("der Website und der neuen Fähren", "die Website und die neuen Fähren"),
        ("des Teams und der alten Sluppe", ""),
        ("für neun Häfen", ""),
    ],
)
def test_a_complement_becomes_an_object_or_nothing(complement: str, object_: str) -> None:
    assert object_of(complement) == object_


@given(st.text(max_size=120), st.booleans())
def test_any_complement_is_an_object_or_nothing(text: str, current: bool) -> None:
    assert object_of(text) == "" or object_of(text).strip()
    telling = acted(f"Leitung {text}", current=current)
    assert telling is None or telling.clause.strip()


def test_every_doing_has_the_forms_that_its_kind_needs() -> None:
    doings = grammar("de")["doings"]
    assert all(len(forms) in (2, 3) for kind in ("lasting", "made") for forms in doings[kind].values())
    assert all(isinstance(form, str) for form in doings["once"].values())
    assert set(doings["reaching"]) <= set(doings["lasting"])


PIECES = st.sampled_from(["Leitung", "Einführung", "Aufbau", "und", ",", "von", "der", "des", "eines", "neuen", "Team", "Teams", "neun", "9", "mit", "(2 Mio. €)", "die", "Kafka", "Neu-", "  ", "habe", "ich", "-", "im"])  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=9), st.booleans())
def test_any_line_of_such_words_is_told_or_not(pieces: list[str], current: bool) -> None:
    for telling in tellings_of(" ".join(pieces), current=current):
        assert telling.clause.strip()
