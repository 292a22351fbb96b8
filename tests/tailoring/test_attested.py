"""Languages and certificates in German and French: each with the level or the article that it has."""

from __future__ import annotations

import pytest

from bonafide.model.profile import Language
from bonafide.tailoring.attested import certificate_of, language_item, language_of
from bonafide.tailoring.phrases import Choice


@pytest.mark.parametrize(
    ("language", "name", "level", "item", "said"),
    [
        ("de", "Dänisch", "fließend", "fließend Dänisch", None),
        ("de", "Dänisch", "verhandlungssicher", "verhandlungssicher Dänisch", None),
        ("de", "Dänisch", "Grundkenntnisse", "", "Ich habe Grundkenntnisse in Dänisch."),
        ("de", "Dänisch", "B2", "Dänisch (B2)", None),
        ("de", "Dänisch", "Muttersprache", "", "Meine Muttersprache ist Dänisch."),
        ("de", "Dänisch", "im Alltag recht gut", "Dänisch", None),
        ("fr", "Anglais", "courant", "anglais couramment", None),
        ("fr", "Arabe", "langue maternelle", "", "Ma langue maternelle est l’arabe."),
        ("fr", "Espagnol", "notions", "", "J’ai des notions d’espagnol."),
        ("fr", "Anglais", "", "anglais", None),
    ],
)
def test_a_language_is_one_of_several_or_has_its_sentence(
    language: str, name: str, level: str, item: str, said: str | None
) -> None:
    spoken, choice = Language(language=name, fluency=level), Choice(language, "seed")
    assert language_item(spoken, choice) == item
    assert item or language_of(spoken, choice) == said


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("de", "Führerschein Klasse CE", "Ich habe den Führerschein Klasse CE."),
        ("de", "Schaltberechtigung bis 30 kV", "Ich habe die Schaltberechtigung bis 30 kV."),
        ("de", "Weiterbildung Lotsendienst", "Ich habe die Weiterbildung Lotsendienst abgeschlossen."),
        ("de", "CKA", "Ich habe das Zertifikat „CKA“."),
        ("fr", "Habilitation électrique B2V", "Je suis titulaire de l’habilitation électrique B2V."),
        ("fr", "Permis bateau", "Je suis titulaire du permis bateau."),
        ("fr", "CKA", "Je suis titulaire de la certification CKA."),
    ],
)
def test_a_certificate_has_its_article_where_its_noun_is_known(language: str, name: str, said: str) -> None:
    assert certificate_of(name, Choice(language, "seed")) == said
