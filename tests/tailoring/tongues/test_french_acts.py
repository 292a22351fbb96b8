"""French nouns that name a doing as verbs: in a tense that the line bears, with an object that has its article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.tailoring.tellings import Shape
from bonafide.tailoring.tongues.french import tellings_of
from bonafide.tailoring.tongues.french_acts import acted, assured
from bonafide.tailoring.tongues.french_verbs import also, imperfect, participle, present, there
from bonafide.tailoring.tongues.grammar import grammar


@pytest.mark.parametrize(
    ("line", "now", "then"),
    [
        ("Encadrement de 18 pilotes", "encadre 18 pilotes", "encadrais 18 pilotes"),
        ("Direction d’un port de 84 anneaux", "dirige un port de 84 anneaux", "dirigeais un port de 84 anneaux"),
        ("Gestion de la paie et des congés", "gère la paie et les congés", "gérais la paie et les congés"),
        ("Gestion du parc de bacs, des pneus", None, None),
        ("Suivi des quais", "assure le suivi des quais", "assurais le suivi des quais"),
        ("Mise en place d’un guichet", "ai mis en place un guichet", "ai mis en place un guichet"),
        ("Mise en place en cours d’un guichet", None, None),
        ("Formation de 40 pilotes", "ai formé 40 pilotes", "ai formé 40 pilotes"),
        ("Élaboration des horaires", "élabore les horaires", "ai élaboré les horaires"),
        ("Négociation du contrat", None, "ai négocié le contrat"),
        ("Rédaction de nouvelles consignes", None, "ai rédigé de nouvelles consignes"),
        ("Installation de matériel", None, None),
        ("Recrutement et fidélisation des pilotes", "recrute et fidélise les pilotes", "ai recruté et fidélisé les pilotes"),
        ("Pilotage et mise en place d’un guichet", None, None),
        ("Analyse des vents et rédaction de bulletins", "analyse les vents et rédige des bulletins", "ai analysé les vents et rédigé des bulletins"),
        ("Participation aux essais", "ai participé aux essais", "ai participé aux essais"),
        ("Progression des ventes de 9 %", "les ventes ont progressé de 9 %", "les ventes ont progressé de 9 %"),
        ("Baisse du trafic", None, None),
    ],
)  # fmt: skip
def test_a_doing_is_told_by_its_verb(line: str, now: str | None, then: str | None) -> None:
    told = [acted(line, current=current) for current in (True, False)]
    assert [one and one.clause for one in told] == [now, then]


def test_what_came_of_it_makes_it_past() -> None:
    telling = acted("Optimisation des quais", current=True, over=True)
    assert telling
    assert (telling.shape, telling.clause) == (Shape.ACT, "ai optimisé les quais")


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Maintenance préventive des quais", "assure la maintenance préventive des quais"),
        ("Encadrement quotidien des pilotes", "assure l’encadrement quotidien des pilotes"),
        ("Formation initiale des pilotes", "assure la formation initiale des pilotes"),
        ("Ouverture annuelle du port", None),
    ],
)
def test_a_doing_that_is_described_is_seen_to(line: str, clause: str | None) -> None:
    telling = assured(line, current=True)
    assert (telling and telling.clause) == clause


def test_every_verb_of_a_doing_has_its_forms() -> None:
    doings = grammar("fr")["doings"]
    verbs = {verb for kind in ("lasting", "made", "once", "moving") for verb in doings[kind].values()}
    irregular = {verb for verb in verbs if not verb.split(" ")[0].endswith("er")}
    assert {verb.split(" ")[0] for verb in irregular} <= set(doings["forms"])
    assert (present("gérer"), imperfect("diriger"), participle("mettre en place")) == (
        "gère",
        "dirigeais",
        "mis en place",
    )


@given(st.text(max_size=120), st.booleans())
def test_any_complement_is_told_or_not(text: str, current: bool) -> None:
    telling = acted(f"Encadrement {text}", current=current)
    assert telling is None or telling.clause.strip()


@pytest.mark.parametrize(
    ("clause", "besides", "located"),
    [
        ("ai formé deux pilotes", "j’ai également formé deux pilotes", "j’y ai formé deux pilotes"),
        ("gère le port", "je gère également le port", "j’y gère le port"),
        ("recrute et forme les pilotes", "", "j’y recrute et forme les pilotes"),
        ("ai participé aux essais", "j’ai également participé aux essais", ""),
    ],
)
def test_an_act_is_added_or_placed(clause: str, besides: str, located: str) -> None:
    assert also(clause) == besides
    assert there(clause) == located


PIECES = st.sampled_from(["Encadrement", "Mise en place", "Suivi", "et", ",", "de", "de la", "du", "des", "d’un", "d’", "équipe", "pilotes", "neuf", "9", "avec", ";", "les", "Kafka", "  ", "à", "réduit", "ramenée de 9 à 4", "Réduire"])  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=9), st.booleans())
def test_any_line_of_such_words_is_told_or_not(pieces: list[str], current: bool) -> None:
    for telling in tellings_of(" ".join(pieces), current=current):
        assert telling.clause.strip()
