"""Whatever a German or French CV says, its letter is right before the check, addressed as the country does, and of its length."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samples
import tongues
from bonafide import documents, grounding, matching, tailoring
from bonafide.model.draft import LetterDraft
from bonafide.model.fact import facts_of
from bonafide.model.profile import Basics, Profile
from bonafide.model.style import Length, Style, Tone
from bonafide.workflows import gate

GERMAN = (
    "Lieferkette für drei Werke neu aufgestellt und Bestände um 15 % gesenkt.",
    "Verantwortlich für ein Budget von 2,4 Mio. €.",
    "Schulung von 60 Beschäftigten im Brandschutz; Unfälle sanken von 14 auf 5 im Jahr.",
    "Umzug des Rechenzentrums in 90 Tagen geplant und geleitet.",
    "Lohnabrechnung für 900 Personen.",
    "Konditionen mit zwölf Lieferanten verhandelt",
    "Wir haben den Vertrieb umgebaut.",
    "Mitglied des Betriebsrats.",
    "Leitet 22 Kolleginnen in der Dispo.",
    "Bestes Team des Jahres 2021",
)
FRENCH = (
    "Réorganisé la chaîne logistique de trois usines ; stocks réduits de 15 %.",
    "Responsable d’un budget de 2,4 millions d’euros.",
    "Formation de 60 salariés à la sécurité incendie.",
    "Négocié les conditions de douze fournisseurs",
    "Membre du comité de direction.",
    "Nous avons refondu la paie.",
    "Accidents ramenés de 14 à 5 par an.",
    "Paie de 900 personnes.",
    "Encadre 22 collègues à la régulation.",
    "Prix de la meilleure équipe 2021",
)
STYLES = st.builds(Style, st.sampled_from(Tone), st.sampled_from(Length))


def with_lines(profile: Profile, lines: list[str]) -> Profile:
    first, *others = profile.work
    half = len(lines) // 2
    work = (
        replace(first, highlights=tuple(lines[:half])),
        replace(others[0], highlights=tuple(lines[half:])),
    )
    return replace(profile, work=work)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(GERMAN), max_size=8, unique=True), STYLES)
def test_a_german_letter_is_backed(lines: list[str], style: Style) -> None:
    backed("de", with_lines(tongues.german(), lines), style)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(FRENCH), max_size=8, unique=True), STYLES)
def test_a_french_letter_is_backed(lines: list[str], style: Style) -> None:
    backed("fr", with_lines(tongues.french(), lines), style)


def backed(language: str, profile: Profile, style: Style) -> None:
    posting = tongues.german_posting() if language == "de" else tongues.french_posting()
    facts = facts_of(profile)
    match = matching.match(posting, facts, samples.TODAY)
    tailored = tailoring.tailor(posting, match, facts, today=samples.TODAY, language=language, style=style)
    letter = gate.passed(tailored, facts, posting, samples.TODAY)[1].draft.letter
    check = grounding.check([line.text for line in letter.lines()], facts, posting, samples.TODAY)
    assert [sentence.text for sentence in check.refused] == []
    assert tailoring.words_of(letter) <= (170 if style.length is Length.SHORT else 320)


def letter_to(
    language: str, person: str, tone: Tone = Tone.PLAIN, profile: Profile | None = None
) -> LetterDraft:
    german = language == "de"
    posting = tongues.german_posting() if german else tongues.french_posting()
    facts = tongues.facts(profile or (tongues.german() if german else tongues.french()), to=person)
    match = tongues.german_match() if german else tongues.french_match()
    draft = tailoring.tailor(
        posting, match, facts, today=samples.TODAY, language=language, style=Style(tone)
    ).draft
    return draft.letter


@pytest.mark.parametrize(
    ("language", "person", "greeting"),
    [
        ("de", "Frau Dr. Brandt", "Sehr geehrte Frau Dr. Brandt,"),
        ("de", "Herrn Peters, Personal", "Sehr geehrter Herr Peters,"),
        ("de", "Kim Lorenz", "Guten Tag Kim Lorenz,"),
        ("de", "", "Sehr geehrte Damen und Herren,"),
        ("fr", "Madame Ricard", "Madame,"),
        ("fr", "M. Vasseur", "Monsieur,"),
        ("fr", "Camille Ricard", "Madame, Monsieur,"),
        ("fr", "", "Madame, Monsieur,"),
    ],
)
def test_a_greeting_is_the_country_s(language: str, person: str, greeting: str) -> None:
    assert letter_to(language, person).salutation.text == greeting


def test_a_french_close_greets_again_and_a_german_one_has_no_comma() -> None:
    assert letter_to("fr", "Madame Ricard").close.text == (
        "Je vous prie d’agréer, Madame, mes salutations distinguées."
    )
    assert letter_to("de", "").close.text == "Mit freundlichen Grüßen"


def test_a_german_letter_goes_on_small_behind_its_greeting_unless_it_addresses() -> None:
    people = [replace(tongues.german(), basics=Basics(name=f"Ada {letter}")) for letter in "ABCDEFGH"]
    letters = [letter_to("de", "", tone, person) for tone in Tone for person in people]
    firsts = [letter.paragraphs[0][0].text for letter in letters]
    assert all(first.startswith(("Sie ", "Ihr", "Erfahrung ")) or first[0].islower() for first in firsts)
    assert any(first[0].islower() for first in firsts)


def test_a_french_letter_has_no_break_before_its_marks() -> None:
    posting, facts = tongues.french_posting(), tongues.facts(tongues.french())
    tailored = tailoring.tailor(posting, tongues.french_match(), facts, today=samples.TODAY, language="fr")
    text = documents.letter_text(gate.passed(tailored, facts, posting, samples.TODAY)[1])
    assert "Objet\u00a0:" in text
    assert "flux\u00a0;" in text
    assert "27\u00a0%" in text
    assert "Nantes, le 20 novembre 2026" in text
