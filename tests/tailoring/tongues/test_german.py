"""Lines of German CVs as clauses: told rightly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.german import single, tellings_of
from bonafide.tailoring.tongues.german_nouns import accusative
from bonafide.tailoring.tongues.german_verbs import is_participle, object_first, turned


def told(line: str, *, current: bool = True) -> Telling | None:
    return next(iter(tellings_of(line, current=current)), None)


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Leite 14 Lotsinnen und Lotsen.", "leite 14 Lotsinnen und Lotsen"),
        ("Leitet ein Team von neun Lotsen.", "leite ein Team von neun Lotsen"),
        ("Entwickelte eine App für 2.000 Fähren.", "entwickelte eine App für 2.000 Fähren"),
        ("Hafenkosten um 12 % gesenkt.", "habe die Hafenkosten um 12 % gesenkt"),
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
        ("Verlegte 28 Fähren auf neue Linien.", "verlegte 28 Fähren auf neue Linien"),
        ("Brachte die Auslastung von 20 % auf 85 %.", "brachte die Auslastung von 20 % auf 85 %"),
        ("Handelte Verträge mit fünf Werften aus.", "handelte Verträge mit fünf Werften aus"),
        ("Zeichnete Seekarten für neun Häfen", "zeichnete Seekarten für neun Häfen"),
        ("Schließe Lücken im Fahrplan", "schließe Lücken im Fahrplan"),
        ("Strukturierte Gespräche eingeführt", "habe strukturierte Gespräche eingeführt"),
        ("Den Kai habe ich in vier Jahren erneuert.", "habe den Kai in vier Jahren erneuert"),
        ("Mit zwölf Werften habe ich Verträge geschlossen.", "habe mit zwölf Werften Verträge geschlossen"),
        ("Neue Linie in Betrieb genommen (4 Mio. €)", "habe eine neue Linie in Betrieb genommen (4 Mio. €)"),
        (
            "Gemeinsam mit der Werft habe ich 3,8 Mio. € gespart.",
            "habe gemeinsam mit der Werft 3,8 Mio. € gespart",
        ),
        ("Seit 2021 leite ich den Nordhafen.", "leite seit 2021 den Nordhafen"),
        ("Leitung der Küste, die 40 Kilometer misst", "leite die Küste, die 40 Kilometer misst"),
        (
            "Aufbau eines Trainings, an dem 40 Lotsen teilnahmen",
            "habe ein Training aufgebaut, an dem 40 Lotsen teilnahmen",
        ),
        ("Fachliche und technische Leitung eines Teams", "leite fachlich und technisch ein Team"),
        ("Lizenz- und Wartungskosten um 9 % gesenkt", "habe Lizenz- und Wartungskosten um 9 % gesenkt"),
        ("Hat neun Kais umgebaut", "habe neun Kais umgebaut"),
        ("Verantwortung für neun Kais", "trage die Verantwortung für neun Kais"),
        ("Ansprechpartnerin für alle Werften", "bin Ansprechpartnerin für alle Werften"),
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
        ("Pflege der Fahrpläne im Hafen", "die Pflege der Fahrpläne im Hafen"),
        ("Koordination der Lotsen im Hafen", "die Koordination der Lotsen im Hafen"),
        ("Planen von Einsätzen der Lotsen", "das Planen von Einsätzen der Lotsen"),
        ("Pflege der Pläne und Schulung neuer Lotsen", "die Pflege der Pläne und die Schulung neuer Lotsen"),
        ("Leitung der Planung und Wartung der Kräne", "die Leitung der Planung und Wartung der Kräne"),
        ("Umbau des Kais: Beginn im Mai", "den Umbau des Kais"),
        ("Betrieb der Kräne im Hafen", "den Betrieb der Kräne im Hafen"),
        ("Vertrieb von Tauen im Norden", "den Vertrieb von Tauen im Norden"),
        ("Entwurfs- und Bauplanung der Kais", "die Entwurfs- und Bauplanung der Kais"),
        ("Pflege der Pläne, Schulung der Lotsen", "die Pflege der Pläne und die Schulung der Lotsen"),
    ],
)
def test_a_doing_is_an_object_with_its_article(line: str, clause: str) -> None:
    telling = told(line)
    if len(line.split()) < 3:
        assert telling is None
        return
    assert telling
    assert (telling.thing or telling.clause) == clause


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
        "Ausbau des Hafens, Schaluppe sank um 20 %",
    ],
)
def test_what_cannot_be_said_rightly_is_not_told(line: str) -> None:
    assert told(line) is None


def test_one_noun_may_say_enough() -> None:
    assert told("Fahrplangestaltung") == Telling(Shape.THING, "die Fahrplangestaltung")
    assert told("Planung") is None


def test_an_earlier_post_has_no_present() -> None:
    assert told("Leite 14 Lotsen.", current=False) is None
    telling = told("Verantwortlich für drei Kais", current=False)
    assert telling
    assert telling.clause == "war verantwortlich für drei Kais"


def test_what_came_of_it_stands_behind() -> None:
    telling = told("Umbau auf Funkfeuer; Fehlerquote sank von 9 auf 2 %")
    assert telling == Telling(Shape.THING, "den Umbau auf Funkfeuer", "die Fehlerquote sank von 9 auf 2 %")
    telling = told("Anlagen erneuert; Ausfallzeit um ein Drittel gesenkt")
    assert telling
    assert telling.clause == "habe Anlagen erneuert und die Ausfallzeit um ein Drittel gesenkt"


@pytest.mark.parametrize(
    ("line", "clause", "result"),
    [
        ("Führte Schichten ein; die Wartezeit stieg von 2 auf 3 Tage.", "führte Schichten ein", "die Wartezeit stieg von 2 auf 3 Tage"),
        ("Führte Schichten ein. Die Zahl der Unfälle halbierte sich.", "führte Schichten ein", "die Zahl der Unfälle halbierte sich"),
        ("Baute Kais um, Liegezeit sank um 20 %", "baute Kais um", "die Liegezeit sank um 20 %"),
        ("Baute Kais um, die Liegezeit sank um 20 %", "baute Kais um", "die Liegezeit sank um 20 %"),
    ],
)  # fmt: skip
def test_a_second_clause_or_sentence_is_what_came_of_it(line: str, clause: str, result: str) -> None:
    assert told(line) == Telling(Shape.ACT, clause, result)


def test_two_sentences_are_two_deeds() -> None:
    telling = [one.clause for one in tellings_of("Baute zwei Kais. Stellte acht Lotsen ein.", current=False)]
    assert telling == ["baute zwei Kais", "stellte acht Lotsen ein"]


@pytest.mark.parametrize(
    ("object_", "subject"),
    [
        ("den neuen Umbau des Kais", "der neue Umbau des Kais"),
        ("die Einführung von Funkfeuern", "die Einführung von Funkfeuern"),
        ("die Pflege der Pläne und die Schulung der Lotsen", ""),
        ("Planung und Betrieb der Fähren", ""),
    ],
)
def test_an_object_becomes_a_subject_in_the_singular(object_: str, subject: str) -> None:
    assert single(object_) == subject


def test_two_verbs_stand_before_ich() -> None:
    assert turned("plante und baute zwei Kais") == "plante und baute ich zwei Kais"


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        ("habe den Umsatz um 9 % gesteigert", "den Umsatz habe ich um 9 % gesteigert"),
        ("habe die Liegezeit der Fähren von 40 auf 7 Minuten verkürzt", "die Liegezeit der Fähren habe ich von 40 auf 7 Minuten verkürzt"),
        ("habe Rüstzeiten durch Übung um 9 % gesenkt", ""),
        ("habe Kais digitalisiert und damit die Liegezeit um 9 % gesenkt", ""),
        ("habe zwei Kais erneuert", ""),
        ("leite zwei Kais", ""),
    ],
)  # fmt: skip
def test_an_object_stands_first_where_it_is_known_to_end(clause: str, sentence: str) -> None:
    assert object_first(clause) == sentence


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
