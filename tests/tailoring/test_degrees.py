"""Degrees in German and French: each in a frame that its gender and its kind allow."""

from __future__ import annotations

import pytest

from bonafide.model.profile import Education
from bonafide.tailoring.degrees import degree_of
from bonafide.tailoring.phrases import Choice

SCHOOL = "Hochschule Saalburg"


@pytest.mark.parametrize(
    ("language", "degree", "area", "said"),
    [
        ("de", "Diplom-Informatik", None, "Studiert habe ich Diplom-Informatik (Hochschule Saalburg)."),
        ("de", "Diplom-Mathematikerin", None, "Ich bin Diplom-Mathematikerin (Hochschule Saalburg)."),
        ("de", "Diplom-Ingenieur (FH)", "Bau", "Ich bin Diplom-Ingenieur (FH) im Fach Bau (Hochschule Saalburg)."),
        ("de", "Diplom", "Physik", "Mein Studium habe ich mit dem Diplom in Physik abgeschlossen (Hochschule Saalburg)."),
        ("de", "Master", "of Science Physik", "Mein Studium habe ich mit dem Master of Science in Physik abgeschlossen (Hochschule Saalburg)."),
        ("de", None, "Fachwirt für Logistik", "Ich bin Fachwirt für Logistik (Hochschule Saalburg)."),
        ("de", None, "Physik", None),
        ("de", "Geprüfte Bilanzbuchhalterin (Saalburg)", None, "Ich bin Geprüfte Bilanzbuchhalterin (Hochschule Saalburg)."),
        ("de", "Zweites Staatsexamen", "Lehramt", "Mein Zweites Staatsexamen (Lehramt) habe ich abgelegt (Hochschule Saalburg)."),
        ("de", "Ausbildung zum Lotsen", None, "Meine Ausbildung zum Lotsen habe ich abgeschlossen (Hochschule Saalburg)."),
        ("de", "Promotion", "Physik", "Meine Promotion in Physik habe ich abgeschlossen (Hochschule Saalburg)."),
        ("de", "Dipl.-Ing.", "Bau", "Studiert habe ich Bau, mit dem Abschluss Dipl.-Ing. (Hochschule Saalburg)."),
        ("de", "Xyz", None, "Mein Abschluss ist Xyz (Hochschule Saalburg)."),
        ("fr", "DCG", None, "Je suis titulaire d’un DCG (Hochschule Saalburg)."),
        ("fr", "CAP", "Cuisine", "Je suis titulaire d’un CAP en cuisine (Hochschule Saalburg)."),
        ("fr", "Diplôme d’État d’infirmier", None, "Je suis titulaire d’un diplôme d’État d’infirmier (Hochschule Saalburg)."),
        ("fr", "Diplôme", "d’ingénieur", "Je suis titulaire d’un diplôme d’ingénieur (Hochschule Saalburg)."),
        ("fr", "Diplôme", "infirmier", "Je suis titulaire d’un diplôme d’infirmier (Hochschule Saalburg)."),
        ("fr", "Licence", "Droit", "Je suis titulaire d’une licence en droit (Hochschule Saalburg)."),
    ],
)  # fmt: skip
def test_a_degree_has_its_frame(
    language: str, degree: str | None, area: str | None, said: str | None
) -> None:
    studied = Education(study_type=degree, area=area, institution=SCHOOL)
    assert degree_of(studied, Choice(language, "seed"), foreign=False) == said


@pytest.mark.parametrize(
    ("language", "degree", "area", "said"),
    [
        ("de", "Bachelor", "Physik", "Dazu kommt der Bachelor in Physik (Hochschule Saalburg)."),
        ("de", "Xyz", "Physik", None),
        ("fr", "Licence", "Droit", "J’ai aussi obtenu une licence en droit (Hochschule Saalburg)."),
    ],
)
def test_one_more_degree_is_told_where_its_gender_is_known(
    language: str, degree: str, area: str, said: str | None
) -> None:
    studied = Education(study_type=degree, area=area, institution=SCHOOL)
    assert degree_of(studied, Choice(language, "seed"), foreign=False, also=True) == said
