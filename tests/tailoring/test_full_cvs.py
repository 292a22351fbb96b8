"""What a German or French letter with room tells beside the deeds: true of the CV, each in a sentence of its own, no more than fits."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

import samples
import tongues
from bonafide import grounding, matching, tailoring
from bonafide.model.draft import LetterDraft
from bonafide.model.fact import facts_of
from bonafide.model.profile import (
    Award,
    Certificate,
    Education,
    Language,
    Profile,
    Publication,
    Volunteer,
    Work,
)
from bonafide.workflows import gate

GERMAN = Profile(
    basics=tongues.german().basics,
    work=(
        Work(
            name="Städtisches Archiv Elbtal",
            position="Archivleiterin",
            start_date="2018-03",
            summary="Gedächtnis von zwölf Gemeinden",
            highlights=("Leitung eines Teams von neun Leuten", "Einführung von Lesegeräten"),
        ),
        Work(name="Hotel Fährblick", position="Empfangsleiterin", start_date="2010-01", end_date="2016-04"),
    ),
    education=(
        Education(
            study_type="Master", area="Archivkunde", institution="Hochschule Saalburg", end_date="2017"
        ),
        Education(
            study_type="Bachelor", area="Tourismus", institution="Hochschule Saalburg", end_date="2009"
        ),
    ),
    languages=(
        Language(language="Dänisch", fluency="fließend"),
        Language(language="Polnisch", fluency="B1"),
        Language(language="Deutsch", fluency="Muttersprache"),
    ),
    certificates=(Certificate(name="Führerschein Klasse B"),),
    awards=(Award(title="Goldene Feder", date="2021-05", awarder="Verein Elbpapier"),),
    volunteer=(Volunteer(organization="Deichverein Nord", position="Vorsitzende", start_date="2019"),),
    publications=(Publication(name="Alte Pegel", publisher="Verlag Flut", release_date="2020"),),
)
FRENCH = Profile(
    basics=tongues.french().basics,
    work=(
        Work(
            name="Hôtel des Salines",
            position="Directrice d’hôtel",
            start_date="2018-03",
            summary="Maison de 40 chambres au bord du golfe",
            highlights=("Encadrement de neuf personnes", "Mise en place d’un guichet"),
        ),
        Work(name="Mairie de Salines", position="Archiviste", start_date="2010-01", end_date="2016-04"),
    ),
    education=(
        Education(study_type="Master", area="Tourisme", institution="Université du Golfe", end_date="2017"),
        Education(study_type="Licence", area="Histoire", institution="Université du Golfe", end_date="2009"),
    ),
    languages=(Language(language="Espagnol", fluency="courant"), Language(language="Anglais", fluency="B1")),
    certificates=(Certificate(name="Permis bateau"),),
    awards=(Award(title="Sel d’or", date="2021-05", awarder="Confrérie des Salines"),),
    volunteer=(
        Volunteer(
            organization="Les Amis du phare", position="Présidente", start_date="2019", end_date="2022"
        ),
    ),
    publications=(Publication(name="Vieux phares", publisher="Éditions du Golfe", release_date="2020"),),
)


def letter_of(language: str, profile: Profile) -> LetterDraft:
    posting = tongues.german_posting() if language == "de" else tongues.french_posting()
    facts = facts_of(profile)
    match = matching.match(posting, facts, samples.TODAY)
    tailored = tailoring.tailor(posting, match, facts, today=samples.TODAY, language=language)
    letter = gate.passed(tailored, facts, posting, samples.TODAY)[1].draft.letter
    check = grounding.check([line.text for line in letter.lines()], facts, posting, samples.TODAY)
    assert [sentence.text for sentence in check.refused] == []
    return letter


def text_of(letter: LetterDraft) -> str:
    return " ".join(line.text for paragraph in letter.paragraphs for line in paragraph)


@pytest.mark.parametrize(
    ("language", "profile", "told"),
    [
        (
            "de",
            GERMAN,
            (
                "beim Städtischen Archiv Elbtal (Gedächtnis von zwölf Gemeinden)",
                "leite ich ein Team von neun Leuten",
                "habe ich Lesegeräte eingeführt",
                "Empfangsleiterin im Hotel Fährblick",
                "Polnisch (B1) und fließend Dänisch",
                "2017",
                "Ich habe den Führerschein Klasse B.",
                "Dazu kommt der Bachelor in Tourismus (Hochschule Saalburg, 2009).",
                "Im Jahr 2021 erhielt ich die Ehrung „Goldene Feder“ (Verein Elbpapier).",
                "Seit 2019 bin ich ehrenamtlich Vorsitzende beim Deichverein Nord.",
                "Veröffentlicht habe ich „Alte Pegel“ (Verlag Flut, 2020).",
            ),
        ),
        (
            "fr",
            FRENCH,
            (
                "à l’Hôtel des Salines (maison de 40 chambres au bord du golfe)",
                "ncadre également neuf personnes",
                "’ai mis en place un guichet",
                "archiviste à la Mairie de Salines",
                "anglais (B1) et espagnol couramment",
                "master en tourisme",
                "Je suis titulaire du permis bateau.",
                "J’ai aussi obtenu une licence en histoire (Université du Golfe, 2009).",
                "En 2021, j’ai reçu la distinction « Sel d’or » (Confrérie des Salines).",
                "J’ai aussi été présidente bénévole (Les Amis du phare, 2019-2022).",
                "J’ai publié « Vieux phares » (Éditions du Golfe, 2020).",
            ),
        ),
    ],
)
def test_a_letter_with_room_tells_what_else_the_cv_holds(
    language: str, profile: Profile, told: tuple[str, ...]
) -> None:
    text = text_of(letter_of(language, profile))
    assert [one for one in told if one not in text] == []
    assert "Deutsch" not in text


def test_a_letter_that_is_full_leaves_it_to_the_cv() -> None:
    lines = tuple(f"Neuer Plan für {number} Gemeinden an der Küste in {number} Wochen mit neun Leuten aus drei Ämtern und einem Verlag erstellt" for number in range(3, 20))  # fmt: skip
    first = replace(GERMAN.work[0], highlights=lines)
    text = text_of(letter_of("de", replace(GERMAN, work=(first,))))
    assert "Goldene Feder" not in text
    assert "Alte Pegel" not in text


def test_no_two_sentences_running_open_alike() -> None:
    for language, profile in (("de", tongues.german()), ("fr", tongues.french())):
        for paragraph in letter_of(language, profile).paragraphs:
            opened = [" ".join(line.text.split()[:2]) for line in paragraph]
            assert ("Ich habe", "Ich habe") not in itertools.pairwise(opened)


@pytest.mark.parametrize("title", ["...", "–", "Lotse ...", "(m/w/d)"])
def test_a_title_that_does_not_pass_the_check_leaves_the_name_above_the_letter(title: str) -> None:
    for language, profile in (("de", tongues.german()), ("fr", tongues.french())):
        posting = replace(
            tongues.german_posting() if language == "de" else tongues.french_posting(), title=title
        )
        facts = facts_of(profile)
        match = matching.match(posting, facts, samples.TODAY)
        tailored = tailoring.tailor(posting, match, facts, today=samples.TODAY, language=language)
        letter = gate.passed(tailored, facts, posting, samples.TODAY)[1].draft.letter
        assert letter.subject.text


def test_blank_names_and_lone_commas_are_no_fault() -> None:
    first = replace(GERMAN.work[0], name="Reederei , Nord (Kai)")
    odd = replace(
        GERMAN,
        work=(first, replace(GERMAN.work[1], name="(Kai)")),
        certificates=(Certificate(name=" "),),
        awards=(Award(title=" "),),
    )
    assert letter_of("de", odd).paragraphs
