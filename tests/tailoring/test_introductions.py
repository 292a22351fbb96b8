"""What somebody calls themself becomes a sentence in the first person only where its grammar is sure."""

from __future__ import annotations

import pytest

from bonafide.tailoring.introductions import introduced


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "Lotsin, die gern bei Nebel fährt.", "Ich bin eine Lotsin, die gern bei Nebel fährt."),
        ("de", "Leiter, der gern bei Nebel fährt.", "Ich bin ein Leiter, der gern bei Nebel fährt."),
        ("de", "Erfahrene Leiterin mit neun Häfen.", "Ich bin eine erfahrene Leiterin mit neun Häfen."),
        ("de", "Leiterin mit neun Häfen.", "Ich bin Leiterin mit neun Häfen."),
        ("de", "Leiterin mit zwölf Jahren Erfahrung in der Schifffahrt.", "Ich habe zwölf Jahre Erfahrung in der Schifffahrt."),
        ("fr", "Directrice avec quinze ans d’expérience dans la marine.", "J’ai quinze ans d’expérience dans la marine."),
        ("de", "Leiter, die gern bei Nebel fährt.", ""),
        ("de", "Erfahrener Leiterin mit neun Häfen.", ""),
        ("de", "Hafen mit neun Kais.", ""),
        ("fr", "Ingénieure spécialisée en phares.", "Je suis ingénieure spécialisée en phares."),
        ("fr", "Phare avec neuf marches.", ""),
        ("fr", "Directeur passionné par la mer.", ""),
    ],
)  # fmt: skip
def test_who_somebody_is_is_told_rightly_or_not_at_all(language: str, text: str, said: str) -> None:
    assert introduced(text, language) == said
