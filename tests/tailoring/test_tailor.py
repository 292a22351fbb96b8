"""Tailoring selects, orders and trims; it adds nothing, and says what it did."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import samples
from bonafide import matching, tailoring
from bonafide.model.draft import ChangeKind, Draft, SectionKind
from bonafide.model.fact import facts_of
from bonafide.model.posting import Posting
from bonafide.model.profile import Profile, Skill, Work
from bonafide.tailoring import Tailored
from bonafide.tailoring.frame import titled
from bonafide.tailoring.questions import questions_of
from bonafide.tailoring.wording import article


@pytest.fixture(scope="module")
def tailored() -> Tailored:
    return tailoring.tailor(samples.posting(), samples.match(), samples.facts(), today=samples.TODAY)


def details(draft: Draft, kind: SectionKind, entry: int = 0) -> list[str]:
    section = next(section for section in draft.cv.sections if section.kind is kind)
    return [line.text for line in section.entries[entry].details]


def test_every_line_of_the_cv_names_facts_that_exist(tailored: Tailored) -> None:
    facts = samples.facts()
    for line in tailored.draft.cv.lines():
        assert line.facts, line.text
        assert all(facts.at(pointer) for pointer in line.facts)


def test_no_job_and_no_line_is_lost_before_the_cut(tailored: Tailored) -> None:
    profile = samples.profile()
    work = next(section for section in tailored.draft.cv.sections if section.kind is SectionKind.WORK)
    assert [entry.organisation.text for entry in work.entries if entry.organisation] == [
        j.name for j in profile.work
    ]
    for number, job in enumerate(profile.work):
        assert sorted(details(tailored.draft, SectionKind.WORK, number)) == sorted(job.highlights)


def test_what_answers_the_posting_comes_first_and_says_so() -> None:
    first, *others = samples.profile().work
    idle = "Watered the plants of the hall on every second Friday."
    work = (replace(first, highlights=(idle, *first.highlights)), *others)
    facts = facts_of(replace(samples.profile(), work=work))
    match = matching.match(samples.posting(), facts, samples.TODAY)
    draft = tailoring.tailor(samples.posting(), match, facts, today=samples.TODAY).draft
    assert details(draft, SectionKind.WORK)[-1] == idle
    moved = [change for change in draft.changes if change.kind is ChangeKind.MOVED]
    assert any("answers “" in change.reason for change in moved)


def test_a_line_that_leans_on_the_one_before_keeps_its_place() -> None:
    job = Work(
        name="Tern",
        position="Lead",
        highlights=("Wrote the ledger of the shop.", "It also cut cloud cost by 40 %."),
    )
    facts = facts_of(replace(samples.profile(), work=(job,)))
    draft = tailoring.tailor(samples.posting(), samples.match(), facts, today=samples.TODAY).draft
    assert details(draft, SectionKind.WORK) == list(job.highlights)


def test_a_skill_takes_the_posting_s_wording_only_where_it_is_one_name(tailored: Tailored) -> None:
    skills = details(tailored.draft, SectionKind.SKILLS)
    assert "PostgreSQL" in skills
    assert "Postgres" not in skills
    worded = [change for change in tailored.draft.changes if change.kind is ChangeKind.REWORDED]
    assert [change.text for change in worded] == ["Postgres"]


def test_a_product_is_not_renamed_to_what_it_is_for() -> None:
    profile = replace(samples.profile(), skills=(Skill(name="Tools", keywords=("Grafana", "budgeting")),))
    posting = replace(samples.posting(), description="Observability, monitoring dashboards and a budget.")
    draft = tailoring.tailor(posting, samples.match(), facts_of(profile), today=samples.TODAY).draft
    assert sorted(details(draft, SectionKind.SKILLS)) == ["Grafana", "budgeting"]


def test_cuts_take_highlights_and_never_a_job(tailored: Tailored) -> None:
    cuts = tailoring.possible_cuts(tailored)
    assert [cut.value for cut in cuts] == sorted(cut.value for cut in cuts)
    shortest = tailoring.cut(tailored.draft, cuts, 1)
    work = next(section for section in shortest.cv.sections if section.kind is SectionKind.WORK)
    assert len(work.entries) == len(samples.profile().work)
    assert not any(entry.details for entry in work.entries)
    gone = [change for change in shortest.changes if change.kind is ChangeKind.LEFT_OUT]
    assert {change.text for change in gone} >= set(samples.profile().work[0].highlights)


def test_the_best_line_of_the_newest_job_is_the_last_to_go(tailored: Tailored) -> None:
    best = details(tailored.draft, SectionKind.WORK)[0]
    cuts = tailoring.possible_cuts(tailored)
    shorter = tailoring.cut(tailored.draft, cuts[:-1], 1)
    assert details(shorter, SectionKind.WORK) == [best]


def test_the_headline_is_the_person_s_and_never_the_posting_s(tailored: Tailored) -> None:
    assert tailored.draft.cv.label is not None
    assert tailored.draft.cv.label.text == "VP Engineering"


def test_the_letter_is_of_a_length_and_ties_deeds_to_employers(tailored: Tailored) -> None:
    letter = tailored.draft.letter
    assert 110 <= tailoring.words_of(letter) <= 320
    lines = [line for paragraph in letter.paragraphs for line in paragraph]
    deeds = [line for line in lines if any("highlights" in pointer for pointer in line.facts)]
    assert len(deeds) >= 3
    assert any("Larkspur Freight" in line.text for line in lines)
    assert all(any(pointer.endswith("/name") for pointer in line.facts) for line in deeds)


def test_what_was_refused_is_not_said_again(tailored: Tailored) -> None:
    first = tailored.draft.letter.paragraphs[0][0].text
    again = tailoring.relettered(tailored, frozenset({first}))
    assert first not in [line.text for paragraph in again.draft.letter.paragraphs for line in paragraph]
    line = next(iter(tailored.draft.cv.sections)).entries[0].details[0]
    stripped = tailoring.stripped(tailored, frozenset({line}))
    assert line not in list(stripped.draft.cv.lines())


def test_two_people_and_two_postings_give_other_openings(tailored: Tailored) -> None:
    other = replace(samples.posting(), title="VP Engineering", company="Ashgrove Rail")
    letters = [
        tailored.draft.letter,
        tailoring.tailor(other, samples.match(), samples.facts(), today=samples.TODAY).draft.letter,
    ]
    assert letters[0].paragraphs[0][0].text != letters[1].paragraphs[0][0].text


def test_an_empty_cv_and_an_empty_posting_still_give_a_draft_and_questions() -> None:
    facts = facts_of(Profile())
    match = replace(samples.match(), requirements=())
    draft = tailoring.tailor(Posting(), match, facts, today=samples.TODAY).draft
    assert draft.cv.sections == ()
    assert any("name" in question for question in draft.questions)


def test_a_thin_cv_is_asked_for_dates_figures_and_deeds() -> None:
    work = (Work(name="Tern", position="Lead"), Work(name="Auk", highlights=("Ran the shop floor.",)))
    known = replace(samples.profile().basics, summary=None)
    asked = " ".join(questions_of(facts_of(Profile(basics=known, work=work))))
    assert "When did you start as Lead at Tern" in asked
    assert "nothing that came of it" in asked
    assert "in figures" in asked
    assert len(questions_of(samples.facts())) <= 1


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("HEAD OF DATA", "Head of Data"),
        ("CTO", "CTO"),
        ("VP Engineering", "VP Engineering"),
        ("Team Lead (m/f/d)", "Team Lead"),
    ],
)
def test_a_title_is_made_fit_for_a_sentence(title: str, printed: str) -> None:
    assert titled(title) == printed


def test_a_letter_keeps_the_figures_and_words_of_the_cv(tailored: Tailored) -> None:
    facts = samples.facts()
    for paragraph in tailored.draft.letter.paragraphs:
        for line in paragraph:
            told = " ".join(fact.text for pointer in line.facts if (fact := facts.at(pointer)))
            theirs = f"{samples.posting().description} {samples.posting().title}"
            asked = " ".join(requirement.text for requirement in samples.posting().requirements)
            for figure in re.findall(r"\d[\d.,]*(?:\s?%)?", line.text):
                assert figure.rstrip(".,") in f"{told} {theirs} {asked}", line.text


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("MBA", "an"),
        ("BSc in Physics", "a"),
        ("Assistant Head", "an"),
        ("university diploma", "a"),
        ("honours degree", "an"),
    ],
)
def test_an_article_goes_by_the_sound(phrase: str, said: str) -> None:
    assert article(phrase) == said


def test_an_employer_is_named_once_in_a_paragraph(tailored: Tailored) -> None:
    employers = {job.name for job in samples.profile().work if job.name}
    for paragraph in tailored.draft.letter.paragraphs:
        text = " ".join(line.text for line in paragraph)
        assert all(text.count(employer) <= 1 for employer in employers), text
