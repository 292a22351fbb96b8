"""An employer's name stands in a sentence as people say it: with its noun's article, declined where it must be."""

from __future__ import annotations

import pytest

from bonafide.tailoring.tongues.employers import at


@pytest.mark.parametrize(
    ("name", "language", "place"),
    [
        ("Nordlicht Reederei", "de", "bei der Nordlicht Reederei"),
        ("Kranichwerke Energie", "de", "bei Kranichwerke Energie"),
        ("Moorkellerei Elbtal", "de", "bei der Moorkellerei Elbtal"),
        ("Klinikum Westförde", "de", "beim Klinikum Westförde"),
        ("Hotel Fährblick", "de", "im Hotel Fährblick"),
        ("Gymnasium am Deich", "de", "am Gymnasium am Deich"),
        ("Universität Saalburg", "de", "an der Universität Saalburg"),
        ("Friesische Reederei", "de", "bei der Friesischen Reederei"),
        ("Märkische Versicherung", "de", "bei der Märkischen Versicherung"),
        ("Städtisches Archiv Elbtal", "de", "beim Städtischen Archiv Elbtal"),
        ("Hansischer Handel", "de", "beim Hansischen Handel"),
        ("Nordische Werke", "de", "bei Nordische Werke"),
        ("Hansische Handel", "de", "bei der Hansischen Handel"),
        ("Atelier Grésigne", "fr", "à l’Atelier Grésigne"),
        ("Brasserie des Salines", "fr", "à la Brasserie des Salines"),
        ("Hôtel des Salines", "fr", "à l’Hôtel des Salines"),
        ("Mairie de Salines", "fr", "à la Mairie de Salines"),
        ("Tourmaline", "fr", "chez Tourmaline"),
        ("Larkspur", "en", "Larkspur"),
    ],
)
def test_an_employer_is_a_place_of_work(name: str, language: str, place: str) -> None:
    assert at(name, language) == place
