"""Forms: labels beside values, some of them over several lines, the employer under the duties."""

from __future__ import annotations

from bonafide import cv
from bonafide.cv.forms import field_of, is_part_of_label

FORM = """Europass\tLebenslauf

Angaben zur Person
Nachname(n) / Vorname(n)\tAda Lark
E-Mail\tada@fernmail.example

Berufserfahrung

Datum\tMärz 2015 – heute
Beruf oder Funktion\tBauleiterin
Wichtigste Tätigkeiten und
- Leitung der Brücke.
Zuständigkeiten
- Halbierung der Unfälle.
Name und Adresse des\tFernhill GmbH
Arbeitgebers\tBremen

Datum\t2010 – 2012
Beruf oder Funktion\tPolierin
Name und Adresse des\tQuillon GmbH
Arbeitgebers\tKiel

Schul- und Berufsbildung

Datum\t2006 – 2010
Bezeichnung der erworbenen\tDiplom
Qualifikation
Hauptfächer\tBauwesen
Name und Art der Bildungs- oder\tHochschule Fern
Ausbildungseinrichtung

Persönliche Fähigkeiten und Kompetenzen

Muttersprache(n)\tDeutsch
Sonstige Sprache(n)\tEnglisch: fließend (C1)\tPolnisch: gut (B2)
"""


def test_an_entry_is_read_in_the_order_of_other_cvs() -> None:
    profile = cv.read(FORM.encode(), "cv.txt").profile
    assert profile.basics.name == "Ada Lark"
    assert [(w.position, w.name, w.location, w.start_date, w.end_date) for w in profile.work] == [
        ("Bauleiterin", "Fernhill GmbH", "Bremen", "2015-03", None),
        ("Polierin", "Quillon GmbH", "Kiel", "2010", "2012"),
    ]
    assert profile.work[0].highlights == ("Leitung der Brücke.", "Halbierung der Unfälle.")
    (course,) = profile.education
    assert (course.institution, course.study_type, course.area) == ("Hochschule Fern", "Diplom", "Bauwesen")
    assert [item.language for item in profile.languages] == ["Deutsch", "Englisch", "Polnisch"]


def test_labels_are_known_in_other_languages_and_by_their_lines() -> None:
    assert field_of("Occupation or position held:") == "title"
    assert field_of("Apelido(s)/Nome(s)") == field_of("Apelido(s) / Nome(s)") == "name"
    assert is_part_of_label("Nombre y dirección de la")
    assert not is_part_of_label("Site Manager")
