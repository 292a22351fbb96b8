"""Lines of French CVs as clauses: told rightly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tailoring.tellings import Shape, Telling
from bonafide.tailoring.tongues.elision import elided
from bonafide.tailoring.tongues.french import is_participle, tellings_of, with_article


def told(line: str, *, current: bool = True) -> Telling | None:
    return next(iter(tellings_of(line, current=current)), None)


@pytest.mark.parametrize(
    ("line", "current", "clause"),
    [
        ("Dirigé une équipe de neuf pilotes.", False, "ai dirigé une équipe de neuf pilotes"),
        ("Conçu et lancé un service de bacs.", False, "ai conçu et lancé un service de bacs"),
        ("Encadre 14 pilotes.", True, "encadre 14 pilotes"),
        ("Encadrer une équipe de pilotes", False, "encadrais une équipe de pilotes"),
        ("Diriger le port de plaisance", False, "dirigeais le port de plaisance"),
        ("Gérer le budget du port", True, "gère le budget du port"),
        ("Responsable du budget du port", False, "étais responsable du budget du port"),
        ("Chargée de la sécurité des quais", True, "suis chargée de la sécurité des quais"),
        ("J’ai repeint trois phares en un été", False, "ai repeint trois phares en un été"),
        ("Conçoit et pilote les horaires", True, "conçois et pilote les horaires"),
        ("Réduire les retards de 30 % à 8 %", True, "ai réduit les retards de 30 % à 8 %"),
        ("Former cinq pilotes", False, "ai formé cinq pilotes"),
        ("Déployé Balise Plus sur neuf quais", False, "ai déployé Balise Plus sur neuf quais"),
        ("Participé à la refonte des horaires", False, "ai participé à la refonte des horaires"),
    ],
)
def test_an_act_follows_je(line: str, current: bool, clause: str) -> None:
    telling = told(line, current=current)
    assert telling
    assert telling.own
    assert telling.clause == clause


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Mise en place de balises sur neuf quais", "la mise en place de balises sur neuf quais"),
        ("Élaboration d’un plan de marée", "l’élaboration d’un plan de marée"),
        ("Conception et déploiement d’un plan", "la conception et le déploiement d’un plan"),
        ("Pilotage du budget du port", "le pilotage du budget du port"),
        ("Suivi des marées du golfe", "le suivi des marées du golfe"),
        ("Analyse des vents et rédaction de bulletins", "l’analyse des vents et la rédaction de bulletins"),
    ],
)
def test_a_doing_has_its_article(line: str, clause: str) -> None:
    telling = told(line)
    assert telling
    assert (telling.thing or telling.clause) == clause


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Retards ramenés de 30 à 8 par mois", "les retards ont été ramenés de 30 à 8 par mois"),
        ("Durée d’escale passée de 9 à 4 heures", "la durée d’escale est passée de 9 à 4 heures"),
        (
            "Construction des quais ramenée de 40 à 7 semaines",
            "la construction des quais a été ramenée de 40 à 7 semaines",
        ),
        ("Ventes en hausse de 15 %", "les ventes ont augmenté de 15 %"),
        ("Fréquentation en baisse de 4 %", "la fréquentation a baissé de 4 %"),
        ("Attente réduite de 40 à 7 minutes", "l’attente a été réduite de 40 à 7 minutes"),
    ],
)
def test_what_moved_agrees_with_its_participle(line: str, clause: str) -> None:
    assert told(line) == Telling(Shape.OUTCOME, clause)


@pytest.mark.parametrize(
    "line",
    [
        "Nous avons réduit les retards.",
        "Nommée capitaine en 2020",
        "Formé à la sécurité en mer",
        "Formé Balise Plus en 2020",
        "Société de bacs et de phares",
        "Port : tout est neuf",
        "Développer et maintenir les balises",
    ],
)
def test_what_cannot_be_said_rightly_is_not_told(line: str) -> None:
    assert told(line) is None


def test_what_came_of_it_stands_behind_and_a_limit_stays() -> None:
    telling = told("Installé 40 balises ; retards ramenés de 9 à 2 par mois")
    assert telling == Telling(
        Shape.ACT, "ai installé 40 balises", "les retards ont été ramenés de 9 à 2 par mois"
    )
    assert told("Installé 40 balises ; ensemble, avec la marine") is None


@pytest.mark.parametrize(("word", "is_one"), [("dirigé", True), ("conçu", True), ("recruté", True), ("société", False), ("né", False), ("nommé", False)])  # fmt: skip
def test_a_participle_goes_with_avoir(word: str, is_one: bool) -> None:
    assert is_participle(word) is is_one


def test_small_words_melt_before_a_vowel() -> None:
    assert elided("de", "Ingénieur") == "d’Ingénieur"
    assert elided("je", "pilote") == "je pilote"
    assert elided("de", "hausse") == "de hausse"
    assert with_article("Hausse de la fréquentation") == "la hausse de la fréquentation"


@given(st.text(max_size=200))
def test_any_text_is_told_or_not(text: str) -> None:
    for telling in tellings_of(text, current=True):
        assert telling.clause.strip()


@pytest.mark.parametrize(
    ("line", "current", "clause", "result"),
    [
        ("A réorganisé les quais du port", True, "ai réorganisé les quais du port", ""),
        ("Est devenue référente du port", False, "suis devenue référente du port", ""),
        ("Gérer le budget et piloter le port", True, "gère le budget et pilote le port", ""),
        ("Gérer le budget et repeindre le port", True, None, ""),
        ("En charge des marées du golfe", True, "suis en charge des marées du golfe", ""),
        ("Réduit les files, le délai a baissé de 9 %", False, "ai réduit les files", "le délai a baissé de 9 %"),
        ("Réduit les files. Le délai a baissé de 9 %.", False, "ai réduit les files", "le délai a baissé de 9 %"),
        ("Coordination des bacs du golfe", True, "la coordination des bacs du golfe", ""),
        ("Suivi et contrôle des marées", True, "le suivi et le contrôle des marées", ""),
        ("Refonte des quais et migration vers le golfe", True, "la refonte des quais et la migration vers le golfe", ""),
        ("Suivi des quais, gestion des bacs", True, "le suivi des quais et la gestion des bacs", ""),
        ("Lancement de deux bacs, trafic en hausse", True, "le lancement de deux bacs", ""),
        ("Déclarations de marée", True, "les déclarations de marée", ""),
        ("Optimisation des quais : attente divisée par trois", True, "l’optimisation des quais", "l’attente a été divisée par trois"),
        ("Chiffrage des plans et veille du golfe", True, "le chiffrage des plans et la veille du golfe", ""),
        ("Chiffrage des plans et boussole du golfe", True, None, ""),
    ],
)  # fmt: skip
def test_more_of_a_line_is_told(line: str, current: bool, clause: str | None, result: str) -> None:
    telling = told(line, current=current)
    assert (telling and (telling.thing or telling.clause)) == clause
    assert (telling.result if telling else "") == result
