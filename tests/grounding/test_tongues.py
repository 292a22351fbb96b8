"""What German and French letters say is checked as English ones are: a false figure, post, tool or degree is refused."""

from __future__ import annotations

import pytest

import samples
import tongues
from bonafide import grounding
from bonafide.model.claim import Support

FALSE_GERMAN = (
    "Davor war ich Geschäftsführerin bei Domhafen Versicherung.",
    "Seit April 2020 bin ich Vorständin bei Kranichwerke Energie.",
    "Seit April 2018 bin ich Leiterin Plattformtechnik bei Kranichwerke Energie.",
    "Dort umfasst meine Arbeit die Einführung von SAP für 60 Dienste.",
    "Bei Domhafen Versicherung habe ich die Buildzeit von 40 auf 2 Minuten verkürzt.",
    "Bei Pfeilbach Logistik habe ich die Buildzeit von 40 auf 7 Minuten verkürzt.",
    "Außerdem habe ich mit Rust gearbeitet.",
    "Ich spreche Spanisch (C1).",
    "Zu Kranichwerke Energie steht in meinem Lebenslauf: „Leite 340 Leute in fünf Teams“.",
)
FALSE_FRENCH = (
    "Auparavant, j’étais directrice générale chez Laboratoires Hautevigne.",
    "Depuis mars 2013, je suis responsable plateforme de données chez Assurances Tourmaline.",
    "Mes missions comprenaient la mise en place de Snowflake pour 45 flux.",
    "Chez Atelier Grésigne, j’ai dirigé une équipe de neuf développeurs.",
    "Je suis titulaire d’un doctorat en informatique (Université de Brocéliande, 2008).",
    "Je parle espagnol (C1).",
    "J’ai aussi travaillé avec Snowflake.",
    "Sur Assurances Tourmaline, mon CV indique : « Réduit les coûts d’infrastructure de 72 % ».",
)
TRUE_GERMAN = (
    "Seit April 2020 bin ich Leiterin Plattformtechnik bei Kranichwerke Energie.",
    "Bei Domhafen Versicherung habe ich die Buildzeit von 40 auf 7 Minuten verkürzt.",
    "Zu Kranichwerke Energie steht in meinem Lebenslauf: „Cloud-Kosten in zwei Jahren um 28 % gesenkt“.",
    "Mit Rust habe ich noch nicht gearbeitet.",
    "Es geht Ihnen um das Cloud-Budget.",
    "Leipzig, 20. November 2026",
    "Bewerbung um die Stelle „Bereichsleitung Plattform“",
    "Herzliche Grüße",
)
TRUE_FRENCH = (
    "Depuis septembre 2019, je suis responsable plateforme de données chez Assurances Tourmaline.",
    "Chez Assurances Tourmaline, j’ai réduit les coûts d’infrastructure de 27 % en deux ans.",
    "Je suis titulaire d’un master en informatique (Université de Brocéliande, 2008).",
    "Je n’ai pas encore travaillé avec Snowflake.",
    "Nantes, le 20 novembre 2026",
    "Objet : candidature au poste de Directeur des données",
    "Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.",
)


def verdict(sentence: str, language: str) -> Support:
    german = language == "de"
    profile = tongues.german() if german else tongues.french()
    posting = tongues.german_posting() if german else tongues.french_posting()
    return grounding.check([sentence], tongues.facts(profile), posting, samples.TODAY).sentences[0].verdict


@pytest.mark.parametrize(
    ("sentence", "language"), [*((s, "de") for s in FALSE_GERMAN), *((s, "fr") for s in FALSE_FRENCH)]
)
def test_what_is_false_is_refused(sentence: str, language: str) -> None:
    assert verdict(sentence, language) is Support.UNSUPPORTED


@pytest.mark.parametrize(
    ("sentence", "language"), [*((s, "de") for s in TRUE_GERMAN), *((s, "fr") for s in TRUE_FRENCH)]
)
def test_what_is_true_or_only_frames_is_not(sentence: str, language: str) -> None:
    assert verdict(sentence, language) is not Support.UNSUPPORTED
