"""Letters of ordinary German and French CVs, in verbs and in nouns, are full, answer first, and read as people read them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import samples
from bonafide import documents, grounding, matching, tailoring
from bonafide.grounding import Grounded
from bonafide.language import terms
from bonafide.model.fact import Facts, facts_of
from bonafide.model.posting import Posting, Requirement, RequirementKind
from bonafide.model.profile import Basics, Education, Profile, Skill, Work
from bonafide.workflows import gate
from documents.golden import compare

DATA = Path(__file__).parent / "data"
PAIRS: dict[str, dict[str, Any]] = tomllib.loads((DATA / "pairs.toml").read_text("utf-8"))
EVERY = [(language, name) for language, pairs in PAIRS.items() for name in pairs]
FULL = 120
"""Words that a letter has whose CV has at least six lines to tell; most have 145 and more."""


def posting_of(pair: dict[str, Any], language: str) -> Posting:
    asked = tuple(
        Requirement(text=text, kind=kind, terms=tuple(hit.term for hit in terms.find_terms(text)))
        for kind in (RequirementKind.RESPONSIBILITY, RequirementKind.MUST, RequirementKind.NICE)
        for text in pair.get(kind, ())
    )
    description = "\n".join(requirement.text for requirement in asked)
    return Posting(
        title=pair["title"],
        company=pair["company"],
        language=language,
        description=description,
        requirements=asked,
    )


def facts(pair: dict[str, Any]) -> Facts:
    work = tuple(Work(**{**job, "highlights": tuple(job["highlights"])}) for job in pair["work"])
    profile = Profile(
        basics=Basics(name=pair["name"], label=pair["label"]),
        work=work,
        education=tuple(Education(**studied) for studied in pair.get("education", ())),
        skills=tuple(Skill(name=name) for name in pair.get("skills", ())),
    )
    return facts_of(profile)


def letter_of(language: str, name: str) -> tuple[Grounded, Facts, Posting]:
    pair = PAIRS[language][name]
    posting, known = posting_of(pair, language), facts(pair)
    match = matching.match(posting, known, samples.TODAY)
    tailored = tailoring.tailor(posting, match, known, today=samples.TODAY, language=language)
    return gate.passed(tailored, known, posting, samples.TODAY)[1], known, posting


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_letter_is_as_it_was_read(language: str, name: str, request: pytest.FixtureRequest) -> None:
    text = documents.letter_text(letter_of(language, name)[0])
    compare(DATA / f"{language}.{name}.txt", text, request.config)


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_letter_is_full_and_passes_the_check(language: str, name: str) -> None:
    grounded, known, posting = letter_of(language, name)
    letter = grounded.draft.letter
    assert FULL <= tailoring.words_of(letter) <= 320
    check = grounding.check([line.text for line in letter.lines()], known, posting, samples.TODAY)
    assert [sentence.text for sentence in check.refused] == []


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_nearly_every_line_of_work_is_told_with_its_figures(language: str, name: str) -> None:
    grounded, known, _posting = letter_of(language, name)
    lines = [line for paragraph in grounded.draft.letter.paragraphs for line in paragraph]
    told = {pointer for line in lines for pointer in line.facts}
    text = " ".join(line.text for line in lines)
    deeds = [fact for fact in known if fact.name == "highlights"]
    assert sum(fact.pointer not in told for fact in deeds) <= 1
    for fact in deeds:
        figures = re.findall(r"\d+(?:[.,]\d+)*", fact.text) if fact.pointer in told else []
        assert all(figure in text for figure in figures)


def test_the_need_that_opens_is_answered_by_the_deed_beside_it() -> None:
    paragraphs = letter_of("de", "klinik")[0].draft.letter.paragraphs
    assert "Einführung einer digitalen Pflegedokumentation" in paragraphs[0][0].text
    beside = " ".join(line.text for line in paragraphs[1][:2])
    assert "die elektronische Pflegedokumentation auf allen Stationen eingeführt" in beside
