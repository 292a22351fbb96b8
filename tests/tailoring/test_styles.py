"""Tones, lengths and languages change how a letter sounds and never what it says; golden letters are read by people."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import samples
import tongues
from bonafide import documents, grounding, matching, tailoring
from bonafide.grounding import Grounded
from bonafide.model.fact import Facts, facts_of
from bonafide.model.match import Match
from bonafide.model.posting import Posting
from bonafide.model.style import Length, Style, Tone, style_of
from bonafide.workflows import gate
from documents.golden import compare

DATA = Path(__file__).parent / "data"


def _english() -> Facts:
    """Orla's facts, with more of her first post than other tests need."""
    profile = samples.profile()
    more = (
        "Designed the tariff engine for 900 haulage routes with two staff engineers.",
        "Wrote the on-call handbook that three later teams adopted.",
        "Moved the invoice archive of eleven years into object storage over two weekends.",
    )
    last = profile.work[2]
    work = (*profile.work[:2], replace(last, highlights=(*last.highlights, *more)))
    return facts_of(replace(profile, work=work))


PAIRS: dict[str, tuple[Posting, Facts, Match]] = {
    "en": (samples.posting(), _english(), samples.match()),
    "de": (tongues.german_posting(), tongues.facts(tongues.german()), tongues.german_match()),
    "fr": (tongues.french_posting(), tongues.facts(tongues.french()), tongues.french_match()),
}
EVERY = [(language, tone, length) for language in PAIRS for tone in Tone for length in Length]
WORDS = {Length.STANDARD: (180, 320), Length.SHORT: (100, 170)}


def composed(language: str, style: Style) -> Grounded:
    posting, facts, match = PAIRS[language]
    tailored = tailoring.tailor(posting, match, facts, today=samples.TODAY, language=language, style=style)
    return gate.passed(tailored, facts, posting, samples.TODAY)[1]


def figures(grounded: Grounded) -> set[str]:
    paragraphs = grounded.draft.letter.paragraphs
    text = " ".join(line.text for paragraph in paragraphs for line in paragraph)
    return {figure.rstrip(".,") for figure in re.findall(r"\d[\d.,]*", text)}


@pytest.mark.parametrize(("language", "tone", "length"), EVERY)
def test_a_letter_is_as_it_was_read(
    language: str, tone: Tone, length: Length, request: pytest.FixtureRequest
) -> None:
    text = documents.letter_text(composed(language, Style(tone, length)))
    compare(DATA / f"{language}.{tone}.{length}.txt", text, request.config)


@pytest.mark.parametrize(("language", "tone", "length"), EVERY)
def test_a_letter_has_its_length(language: str, tone: Tone, length: Length) -> None:
    shortest, longest = WORDS[length]
    assert shortest <= tailoring.words_of(composed(language, Style(tone, length)).draft.letter) <= longest


@pytest.mark.parametrize(("language", "tone", "length"), EVERY)
def test_a_printed_letter_passes_the_check_as_any_letter(language: str, tone: Tone, length: Length) -> None:
    posting, facts, _match = PAIRS[language]
    letter = composed(language, Style(tone, length)).draft.letter
    check = grounding.check([line.text for line in letter.lines()], facts, posting, samples.TODAY)
    assert [sentence.text for sentence in check.refused] == []


@pytest.mark.parametrize("language", PAIRS)
def test_tones_open_link_and_close_otherwise(language: str) -> None:
    letters = [composed(language, Style(tone)).draft.letter for tone in Tone]
    assert len({letter.paragraphs[0][0].text for letter in letters}) == len(Tone)
    assert len({letter.paragraphs[-1][-1].text for letter in letters}) == len(Tone)
    assert len({(letter.salutation.text, letter.close.text) for letter in letters}) > 1


@pytest.mark.parametrize("language", PAIRS)
def test_a_tone_tells_no_other_facts(language: str) -> None:
    told = [
        {pointer for p in composed(language, Style(tone)).draft.letter.paragraphs for line in p for pointer in line.facts}
        for tone in Tone
    ]  # fmt: skip
    known = {fact.pointer for fact in PAIRS[language][1]}
    assert all(pointers <= known for pointers in told)
    deeds = [{pointer for pointer in pointers if "highlights" in pointer} for pointers in told]
    assert len(set.union(*deeds)) <= len(set.intersection(*deeds)) + 2


@pytest.mark.parametrize("language", PAIRS)
def test_a_short_letter_says_less_and_nothing_else(language: str) -> None:
    for tone in Tone:
        whole, short = (figures(composed(language, Style(tone, length))) for length in Length)
        assert short <= whole


def test_a_stored_style_is_the_usual_where_nothing_was_chosen() -> None:
    assert style_of({}) == Style(Tone.PLAIN, Length.STANDARD)
    assert style_of({"tone": "warm", "length": None}) == Style(Tone.WARM, Length.STANDARD)
    with pytest.raises(ValueError, match="baroque"):
        style_of({"tone": "baroque"})


FOREIGN = [
    ("de", "en", samples.facts(), tongues.german_posting()),
    ("fr", "en", samples.facts(), samples.posting()),
    ("en", "de", tongues.facts(tongues.german()), samples.posting()),
    ("de", "fr", tongues.facts(tongues.french()), tongues.german_posting()),
]


@pytest.mark.parametrize(("language", "cv_language", "facts", "posting"), FOREIGN)
def test_a_cv_in_another_language_is_quoted_and_never_translated(
    language: str, cv_language: str, facts: Facts, posting: Posting
) -> None:
    match = matching.match(posting, facts, samples.TODAY)
    tailored = tailoring.tailor(
        posting, match, facts, today=samples.TODAY, language=language, cv_language=cv_language
    )
    letter = gate.passed(tailored, facts, posting, samples.TODAY)[1].draft.letter
    lines = [line for paragraph in letter.paragraphs for line in paragraph]
    told = [line for line in lines if any("highlights" in pointer for pointer in line.facts)]
    assert len({pointer for line in told for pointer in line.facts if "highlights" in pointer}) >= 4
    for line in told:
        quoted = re.findall(r"[“„«]\s?(.+?)\s?[”“»]", line.text)
        pointers = [pointer for pointer in line.facts if "highlights" in pointer]
        assert quoted == [fact.text.rstrip(".") for pointer in pointers if (fact := facts.at(pointer))]
    check = grounding.check([line.text for line in letter.lines()], facts, posting, samples.TODAY)
    assert [sentence.text for sentence in check.refused] == []
