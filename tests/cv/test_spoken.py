"""Spoken languages and their levels, with and without signs between them, in eight languages."""

from __future__ import annotations

import pytest

from bonafide import cv
from cv.prints import pdf, t


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        ("Portuguese mother tongue", [("Portuguese", "mother tongue")]),
        ("Portugiesisch Muttersprache", [("Portugiesisch", "Muttersprache")]),
        ("Deutsch auf muttersprachlichem Niveau", [("Deutsch", "auf muttersprachlichem Niveau")]),
        ("Französisch sehr gute Kenntnisse", [("Französisch", "sehr gute Kenntnisse")]),
        ("Portugais langue maternelle", [("Portugais", "langue maternelle")]),
        ("Anglais lu, écrit, parlé", [("Anglais", "lu, écrit, parlé")]),
        ("Portugués lengua materna", [("Portugués", "lengua materna")]),
        ("Inglés nivel alto (B2)", [("Inglés", "nivel alto (B2)")]),
        ("Portugees moedertaal", [("Portugees", "moedertaal")]),
        ("Engels zeer goed", [("Engels", "zeer goed")]),
        ("Português língua materna", [("Português", "língua materna")]),
        ("Portoghese lingua madre", [("Portoghese", "lingua madre")]),
        ("Język angielski poziom zaawansowany", [("Język angielski", "poziom zaawansowany")]),
        ("Angielski w stopniu bardzo dobrym", [("Angielski", "w stopniu bardzo dobrym")]),
        ("English native French good", [("English", "native"), ("French", "good")]),
        ("Mandarin Chinese native", [("Mandarin Chinese", "native")]),
        ("Portuguese (Brazil)", [("Portuguese (Brazil)", None)]),
    ],
)
def test_a_level_behind_a_language(line: str, spoken: list[tuple[str, str | None]]) -> None:
    text = f"Ada Quill\nada@quill.example\n\nLANGUAGES\n{line}\n"
    languages = cv.read(text.encode(), "cv.txt").profile.languages
    assert [(one.language, one.fluency) for one in languages] == spoken


def test_two_languages_with_their_levels_beside_each_other() -> None:
    source = f"#text(20pt)[Ada Quill]\n\n{t('ada@quill.example')}\n= Languages\n#grid(columns: (1fr, 1fr), [Portuguese mother tongue], [English C1])"
    languages = cv.read(pdf(source), "cv.pdf").profile.languages
    assert [(one.language, one.fluency) for one in languages] == [
        ("Portuguese", "mother tongue"),
        ("English", "C1"),
    ]
