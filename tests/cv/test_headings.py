"""Headings in eight languages and in every dress."""

from __future__ import annotations

import pytest

from bonafide.cv.headings import languages_of, section_of


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Work Experience", "work"),
        ("WORK EXPERIENCE (3)", "work"),
        ("W O R K   E X P E R I E N C E", "work"),
        ("2. Professional Experience:", "work"),
        ("Experience (continued)", "work"),
        ("Beruflicher Werdegang", "work"),
        ("Expérience professionnelle", "work"),
        ("Experiencia laboral", "work"),
        ("Werkervaring", "work"),
        ("Experiência profissional", "work"),
        ("Esperienze lavorative", "work"),
        ("Doświadczenie zawodowe", "work"),
        ("WYKSZTAŁCENIE", "education"),
        ("Education & Training", "education"),
        ("Skills / Tools", "skills"),
        ("Kenntnisse und Fähigkeiten", "skills"),
        ("Centres d’intérêt", "interests"),
        ("Ehrenamt", "volunteer"),
        ("• Languages •", "languages"),
    ],
)
def test_tells_the_section(text: str, section: str) -> None:
    assert section_of(text) == section


@pytest.mark.parametrize(
    "text", ["", "Head of Experience Design", "Experienced engineer", "Fernhill Ltd", "x" * 80]
)
def test_takes_nothing_else_for_a_heading(text: str) -> None:
    assert section_of(text) is None


def test_knows_whose_heading_it_is() -> None:
    assert languages_of("Kenntnisse") == {"de"}
    assert languages_of("Idiomas") == {"es", "pt"}
