"""A record without headings tells its language by the small words of its values, or not at all."""

from __future__ import annotations

import json

import pytest

from bonafide.cv.reader import read

LINES = {
    "de": "Die Leitung der Werft mit 40 Leuten und die Planung für den Umbau der Docks",
    "fr": "Encadrement des équipes du port et suivi de la maintenance pour les quais avec le chantier",
    "en": "Led the yard with 40 people and planned the refit of the docks for the owner",
    "": "Kafka, Terraform, PostgreSQL",
}


@pytest.mark.parametrize("language", LINES)
def test_a_record_s_language(language: str) -> None:
    record = {
        "basics": {"name": "Ada Brook"},
        "work": [{"name": "Tern", "position": "Lead", "highlights": [LINES[language]]}],
    }
    assert (read(json.dumps(record).encode(), "cv.json").language or "") == language
