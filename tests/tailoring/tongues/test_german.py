"""Lines of German CVs as clauses: told rightly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.german import accusative, is_participle, tellings_of


def told(line: str, *, current: bool = True) -> Telling | None:
    return next(iter(tellings_of(line, current=current)), None)


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Leite 14 Lotsinnen und Lotsen.", "leite 14 Lotsinnen und Lotsen"),
        ("Leitet ein Team von neun Lotsen.", "leite ein Team von neun Lotsen"),
        ("Entwickelte eine App für 2.000 Fähren.", "entwickelte eine App für 2.000 Fähren"),
        ("Hafenkosten um 12 % gesenkt.", "habe Hafenkosten um 12 % gesenkt"),
        ("Liegezeit von 40 auf 7 Minuten verkürzt", "habe die Liegezeit von 40 auf 7 Minuten verkürzt"),
        ("Fahrplan von 9 auf 12 Fähren umgestellt", "habe den Fahrplan von 9 auf 12 Fähren umgestellt"),
        ("Neuer Prozess für Zölle eingeführt", "habe einen neuen Prozess für Zölle eingeführt"),
        ("Neue Plattform für Zölle eingeführt", "habe eine neue Plattform für Zölle eingeführt"),
        ("Neue Abläufe für Zölle eingeführt", "habe neue Abläufe für Zölle eingeführt"),
        (
            "Abläufe vereinfacht, Wartezeiten halbiert",
            "habe Abläufe vereinfacht und Wartezeiten halbiert",
        ),
        (
            "Anlagen digitalisiert und damit Wartezeit von 50 auf 20 Minuten gesenkt",
            "habe Anlagen digitalisiert und damit die Wartezeit von 50 auf 20 Minuten gesenkt",
        ),
        ("Mittlere Liegezeit halbiert", "habe die mittlere Liegezeit halbiert"),
        ("Prüfung nach IMO-Regeln bestanden", "habe die Prüfung nach IMO-Regeln bestanden"),
        ("Zuständig für ein Budget von 4 Mio. €", "bin zuständig für ein Budget von 4 Mio. €"),
    ],
)
def test_an_act_follows_ich(line: str, clause: str) -> None:
    telling = told(line)
    assert telling
    assert telling.own
    assert telling.clause == clause


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Aufbau eines Lotsendienstes für neun Häfen", "den Aufbau eines Lotsendienstes für neun Häfen"),
        ("Einführung von Schichtplänen", "die Einführung von Schichtplänen"),
        ("Erfolgreicher Umbau des Kais", "den erfolgreichen Umbau des Kais"),
        ("Planung und Betrieb der Fähren", "Planung und Betrieb der Fähren"),
    ],
)
def test_a_doing_is_an_object_with_its_article(line: str, clause: str) -> None:
    telling = told(line)
    if len(line.split()) < 3:
        assert telling is None
        return
    assert telling == Telling(Shape.THING, clause)


@pytest.mark.parametrize(
    "line",
    [
        "Wir haben die Kosten gesenkt.",
        "Zur Hafenmeisterin befördert.",
        "Als beste Lotsin ausgezeichnet",
        "Umsatz auf drei Millionen gestiegen",
        "Schaluppe von 14 auf 3 Tage repariert",
        "Hafen: alles neu",
        "Portal gebaut, das 900 Fähren bedient",
        "Stellvertretende Leitung",
    ],
)
def test_what_cannot_be_said_rightly_is_not_told(line: str) -> None:
    assert told(line) is None


def test_an_earlier_post_has_no_present() -> None:
    assert told("Leite 14 Lotsen.", current=False) is None
    telling = told("Verantwortlich für drei Kais", current=False)
    assert telling
    assert telling.clause == "war verantwortlich für drei Kais"


def test_what_came_of_it_stands_behind() -> None:
    telling = told("Einführung von Funkfeuern; Fehlerquote sank von 9 auf 2 %")
    assert telling == Telling(
        Shape.THING, "die Einführung von Funkfeuern", "die Fehlerquote sank von 9 auf 2 %"
    )
    telling = told("Anlagen erneuert; Ausfallzeit um ein Drittel gesenkt")
    assert telling
    assert telling.clause == "habe Anlagen erneuert und die Ausfallzeit um ein Drittel gesenkt"


def test_a_limit_behind_a_semicolon_is_not_left_out() -> None:
    assert told("Kräne im Nordhafen erneuert; gemeinsam mit der Werft") is None


@pytest.mark.parametrize(("word", "is_one"), [("gesenkt", True), ("aufgebaut", True), ("migriert", True), ("gestiegen", False), ("Gesenkt", False), ("insgesamt", False)])  # fmt: skip
def test_a_participle_goes_with_haben(word: str, is_one: bool) -> None:
    assert is_participle(word) is is_one


def test_a_noun_of_unknown_gender_takes_no_guess() -> None:
    assert accusative("Schaluppe", definite=False) == ""
    assert accusative("Plattform für Zölle", definite=True) == "die Plattform für Zölle"


@given(st.text(max_size=200))
def test_any_text_is_told_or_not(text: str) -> None:
    for telling in tellings_of(text, current=True):
        assert telling.clause.strip()
