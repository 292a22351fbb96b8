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
        ("de", "Diplom-Ingenieur (FH)", "Bau", "Mein Abschluss: Diplom-Ingenieur (FH), Bau (Hochschule Saalburg)."),
        ("de", "Diplom", "Physik", "Mein Studium habe ich mit dem Diplom in Physik abgeschlossen (Hochschule Saalburg)."),
        ("de", "Master", "of Science Physik", "Mein Studium habe ich mit dem Master of Science in Physik abgeschlossen (Hochschule Saalburg)."),
        ("de", None, "Fachwirt für Logistik", "Ich bin Fachwirt für Logistik (Hochschule Saalburg)."),
        ("de", None, "Physik", None),
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
