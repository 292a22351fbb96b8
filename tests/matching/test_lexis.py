"""Words bent otherwise, put together, or in another language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonafide.matching.lexicon import data
from bonafide.matching.lexis import Lexis, lexis_of, related, root_of, tongue_of
from bonafide.matching.resume import resume_of
from bonafide.matching.verdicts import judge
from bonafide.model.fact import facts_of
from bonafide.model.match import Verdict
from bonafide.model.profile import Basics, Profile, Work
from matching.candidates import TODAY, must


def lexis(words: str, tongue: str, asked: str | None = None) -> Lexis:
    """A lexis of some words."""
    return lexis_of([frozenset(words.casefold().split())], tongue, asked or tongue)


@pytest.mark.parametrize(
    ("tongue", "forms"),
    [
        ("German", "verhandeln verhandelt Verhandlung Verhandlungen"),
        ("German", "geleitet Leitung leiten Leiterin"),
        ("German", "eingeführt Einführung einführen"),
        ("French", "négocier négociés négociation négociations"),
        ("French", "encadré encadrement encadrer"),
        ("Spanish", "negociar negociación negociado"),
        ("Dutch", "onderhandelen onderhandeld onderhandeling"),
        ("Italian", "formazione formato formare"),
        ("Portuguese", "formação formar formado"),
    ],
)
def test_forms_of_one_word_share_a_root(tongue: str, forms: str) -> None:
    assert len({root_of(form, tongue) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("asked", "held", "least"),
    [
        ("dachdämmung", "dachdämmungen", 0.9),
        ("biogas", "biogasanlagen", 0.9),
        ("beleuchtung", "straßenbeleuchtung", 0.9),
        ("denkmalrecht", "denkmal", 0.9),
        ("tourenplanung", "touren geplant", 0.9),
        ("kanalisierungsvorhaben", "kanalisiert", 0.65),
        ("gartenschau", "garten", 0.5),
    ],
)
def test_compounds_share_what_they_are_made_of(asked: str, held: str, least: float) -> None:
    assert max(related(asked, lexis(held, "German")).values()) >= least


@pytest.mark.parametrize(
    ("asked", "held", "tongue"),
    [
        ("transport", "sport", "German"),
        ("gartenschau", "garten", "English"),
        ("arbeiter", "mitarbeiter", "German"),
    ],
)
def test_words_that_only_look_alike_do_not(asked: str, held: str, tongue: str) -> None:
    assert not related(asked, lexis(held, tongue))


def test_a_translation_counts_and_a_synonym_in_english_is_left_to_its_own_list() -> None:
    assert related("verhandlung", lexis("negotiated", "English", "German"))["negotiated"] > 0.8
    assert related("litigation", lexis("contentieux", "French", "English"))["contentieux"] > 0.8
    assert related("contentieux", lexis("litige", "French"))["litige"] > 0.5
    assert not related("dispute", lexis("litigation", "English"))


def test_a_preposition_of_another_language_is_no_translation() -> None:
    """`control` is Dutch for an audit, and no word of an English posting's audit."""
    assert not related("control", lexis("inspected audited", "English"))


@given(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüßéèêçñ", min_size=1, max_size=30),
    st.sampled_from(sorted(data("forms")["endings"])),
)
def test_a_root_is_never_empty_and_never_longer(word: str, tongue: str) -> None:
    assert 0 < len(root_of(word, tongue)) <= len(word) * 2  # `ß` is written with two letters


@given(st.text(max_size=30))
def test_any_word_is_looked_up(word: str) -> None:
    values = related(word, lexis("verhandelt kundin tourenplanung", "German", "French")).values()
    assert all(0 < value < 1 for value in values)


def test_every_meaning_has_a_column_for_each_language() -> None:
    tongues = data("meanings")["tongues"]
    assert all(len(line.split("|")) == len(tongues) for line in data("meanings")["groups"])
    assert {tongue_of(code) for code in data("meanings")["codes"]} >= set(tongues)
    assert tongue_of("fi") is None


GARDENER = Profile(
    basics=Basics(name="Runa Tellkamp"),
    work=(
        Work(
            name="Baumhof Elm",
            position="Gärtnermeisterin",
            start_date="2015-03",
            highlights=(
                "Angebote für die Pflege von Friedhöfen mit der Stadt verhandelt.",
                "Die Tourenplanung der Kolonnen auf ein digitales System umgestellt.",
                "Auszubildende in der Baumpflege angeleitet und zur Prüfung geführt.",
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("asked", "language", "verdict"),
    [
        ("Verhandlungen mit Behörden", "de", "met"),
        ("Anleitung von Auszubildenden", "de", "met"),
        ("Négociation", "fr", "met"),
        ("Weinbau", "de", "unmet"),
    ],
)
def test_a_german_cv_is_read_for_any_posting(asked: str, language: str, verdict: str) -> None:
    found = judge(must(asked), resume_of(facts_of(GARDENER), TODAY, language))
    assert found.verdict is Verdict(verdict)


def test_the_reason_cites_the_cvs_own_word() -> None:
    found = judge(must("Connaissance des Apprentis"), resume_of(facts_of(GARDENER), TODAY, "fr"))
    assert found.why == "The CV names Auszubildende (here for Apprentis) at Baumhof Elm."
